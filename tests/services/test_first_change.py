"""Whoever came by a passphrase that somebody else knows can do nothing but change it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASES
from tests.services.exchange_world import Pair
from tests.services.role_world import NEW_PASSPHRASE, make_world
from tests.services.test_roles import LASTING, UNDOING, entries

from tcdesk.domain.errors import NotAllowedError, TcdeskError
from tcdesk.domain.staff import Account, Role
from tcdesk.services.access import Access, NewAccount
from tcdesk.services.accounts import Accounts, must_change
from tcdesk.services.desk import Desk, PassphraseDueError
from tcdesk.services.participants import Participants, question

HANDED_OVER = "megla jezero vrabec oblak streha"
# Pure: they turn what they are given into something else and ask the vault nothing.
SILENT = {
    "Accounts.change_first",
    "Accounts.change_passphrase",
    "Backups.due_at_closing",
    "Backups.make_at_closing",
    "ClosedRecovery.ask_back",
    "Slips.leaving",
    "Slips.staying",
    "VaultKeys.ask_back",
}


@pytest.fixture
def due(unit_desk: Desk, access: Access) -> Iterator[Desk]:
    new = NewAccount(
        login="bor",
        passphrase=HANDED_OVER,
        role=Role.HEAD,
        given_name="Bor",
        family_name="Kos",
    )
    Accounts(unit_desk, PASSPHRASES).add(new, must_change=True)
    folder = unit_desk.vault.folder
    access.lock(unit_desk)
    desk = access.unlock(folder, "bor", HANDED_OVER)
    yield desk
    access.lock(desk)


def test_after_the_change_everything_is_open(due: Desk) -> None:
    people = Participants(due)
    wanted = question("", day=due.clock.today())
    assert must_change(due)
    with pytest.raises(PassphraseDueError):
        people.people(wanted)
    with pytest.raises(PassphraseDueError), due.writing(None):
        pass
    Accounts(due, PASSPHRASES).change_first(NEW_PASSPHRASE)
    assert list(people.people(wanted)) == []


def test_no_entry_of_the_services_lets_them_in(busy: Pair, tmp_path: Path) -> None:
    world = make_world(busy, tmp_path)
    calls = {
        name: world.arguments(name, method)
        for name, (_kind, method) in entries().items()
        if name not in LASTING | UNDOING | SILENT
    }
    head = world.head
    with head.vault.store.writing(head.actor) as work:
        own = work.get(Account, head.actor.account)
        work.change(replace(own, must_change=True), expected=work.version(Account, own.id))
    let_in = []
    for name, (placed, named) in sorted(calls.items()):
        kind, method = entries()[name]
        try:
            result = method(world.service(head, kind), *placed, **named)
            if isinstance(result, AbstractContextManager) and not isinstance(result, Path):
                with result:
                    pass
        except (PassphraseDueError, NotAllowedError):
            continue
        except TcdeskError as error:
            let_in.append((name, error.code))
        else:
            let_in.append((name, ""))
    assert let_in == [], repr(let_in)
