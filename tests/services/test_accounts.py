"""Accounts on a real vault: added, reset, removed; old passphrases and backups open nothing."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.conftest import LEAST_COST, PASSPHRASE, PASSPHRASES

from tcdesk.crypto.errors import PassphraseTooShortError
from tcdesk.crypto.passphrase import Cost
from tcdesk.domain.errors import NotAllowedError, PersonCanMendError, RuleBrokenError
from tcdesk.domain.staff import Account, AccountKey, Role
from tcdesk.services.access import Access, NewAccount
from tcdesk.services.accounts import Accounts, must_change
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import KeyKind
from tcdesk.vault.header import read_header
from tcdesk.vault.key_errors import WrongPassphraseError

BORS = "kaluža gotovost slovnica ležati spona"
OTHER = "megla jezero vrabec oblak streha"


class CancelledError(Exception):
    """What a person who cancels raises through the progress."""


def quiet(_part: float) -> None:
    """Tell nobody how far it is."""


def bor(role: Role = Role.THERAPIST, passphrase: str = BORS) -> NewAccount:
    return NewAccount(
        login="bor", passphrase=passphrase, role=role, given_name="Bor", family_name="Kos"
    )


@pytest.fixture
def accounts(unit_desk: Desk) -> Accounts:
    return Accounts(unit_desk, PASSPHRASES)


def stored(desk: Desk, login: str) -> Account:
    with desk.vault.store.reading() as facts:
        (account,) = facts.find(Account, login=login)
        return account


def actions(desk: Desk) -> list[str]:
    with desk.vault.store.audit_lines(0) as lines:
        return [entry.split('"action":"')[1].split('"')[0] for _seq, entry, _hash in lines]


@pytest.fixture
def enter(access: Access, unit_desk: Desk) -> Iterator[Callable[[str, str], Desk]]:
    """Log in as somebody; who sat there before leaves first."""
    desks = [unit_desk]

    def change(login: str, passphrase: str) -> Desk:
        desks[-1].vault.close()
        desks.append(access.unlock(unit_desk.vault.folder, login, passphrase))
        return desks[-1]

    yield change
    desks[-1].vault.close()


def test_a_removed_account_opens_nothing_and_its_row_stays(accounts, unit_desk, access, enter):
    made = accounts.add(bor())
    folder, before = unit_desk.vault.folder, read_header(unit_desk.vault.folder)
    accounts.remove(made.id, quiet)
    assert stored(unit_desk, "bor").to_date == unit_desk.clock.today()
    assert "account.remove" in actions(unit_desk)
    after = read_header(folder)
    assert after.dek.id == before.dek.id + 1
    assert [path.name for path in folder.glob("tcdesk-*.db")] == ["tcdesk-000002.db"]
    assert access.vaults.logins(folder) == ["novak"]
    with pytest.raises(WrongPassphraseError):
        enter("bor", BORS)
    assert stored(enter("novak", PASSPHRASE), "bor").to_date is not None


def test_work_goes_on_after_a_removal_also_in_a_thread_that_was_reading(accounts, unit_desk):
    read: list[int] = []
    go, done = threading.Event(), threading.Event()

    def lane() -> None:
        for _turn in range(2):
            with unit_desk.vault.store.reading() as facts:
                read.append(len([one for one in facts.find(Account) if one.to_date is None]))
            done.set()
            go.wait(20)
        unit_desk.vault.leave_thread()

    made = accounts.add(bor())
    thread = threading.Thread(target=lane)
    thread.start()
    assert done.wait(20)
    accounts.remove(made.id, quiet)
    go.set()
    thread.join(20)
    assert read == [2, 1]
    accounts.add(replace(bor(), login="bor.kos"))
    assert len(accounts.all()) == 3


def test_a_removal_can_be_cancelled_before_its_commit_point_and_changes_nothing(
    accounts, unit_desk
):
    made = accounts.add(bor())
    told = actions(unit_desk)
    parts: list[float] = []

    def cancel(part: float) -> None:
        parts.append(part)
        if part > 0.9:
            raise CancelledError

    with pytest.raises(CancelledError):
        accounts.remove(made.id, cancel)
    assert parts == sorted(parts)
    assert stored(unit_desk, "bor").to_date is None
    assert actions(unit_desk) == told
    assert read_header(unit_desk.vault.folder).dek.id == 1
    assert [path.name for path in unit_desk.vault.folder.glob("*2.db")] == []


def test_backups_are_made_again_and_the_older_ones_go(accounts, unit_desk, clock):
    made = accounts.add(bor())
    Backups(unit_desk).make(quiet)
    clock.pass_by(timedelta(hours=1))
    Backups(unit_desk).make(quiet)
    clock.pass_by(timedelta(hours=1))
    accounts.remove(made.id, quiet)
    accounts.renew_backups(quiet)
    (only,) = Backups(unit_desk).all().here
    folder = unit_desk.vault.folder / "backups"
    assert {path.name for path in folder.iterdir()} == {
        only.path.name,
        only.path.with_suffix(".json").name,
    }
    assert "bor" not in only.path.with_suffix(".json").read_text()


def test_nobody_removes_or_resets_the_own_account_or_a_closed_one(accounts, unit_desk):
    own = unit_desk.actor.account
    made = accounts.add(bor())
    accounts.remove(made.id, quiet)
    for act in (
        lambda: accounts.remove(own, quiet),
        lambda: accounts.reset(own, OTHER, quiet),
        lambda: accounts.remove(made.id, quiet),
        lambda: accounts.reset(made.id, OTHER, quiet),
    ):
        with pytest.raises(RuleBrokenError):
            act()


def test_a_reset_gives_new_keys_keeps_the_old_public_one_and_asks_for_a_change(
    accounts, unit_desk, enter
):
    made = accounts.add(bor())
    accounts.reset(made.id, OTHER, quiet)
    account = stored(unit_desk, "bor")
    assert account.must_change
    assert account.sign_pub != made.sign_pub
    with unit_desk.vault.store.reading() as facts:
        (kept,) = facts.find(AccountKey, account=made.id)
    assert kept.sign_pub == made.sign_pub
    assert "user.key_replaced" in actions(unit_desk)
    with pytest.raises(WrongPassphraseError):
        enter("bor", BORS)
    desk = enter("bor", OTHER)
    assert must_change(desk)
    own = Accounts(desk, PASSPHRASES)
    with pytest.raises(RuleBrokenError) as same:
        own.change_first(OTHER)
    assert same.value.rule == "passphrase-same"
    own.change_first(BORS)
    assert not must_change(desk)
    with pytest.raises(RuleBrokenError) as late:
        own.change_first(OTHER)
    assert late.value.rule == "passphrase-not-due"
    assert not must_change(enter("bor", BORS))


def test_a_weak_passphrase_is_refused_by_the_service_whoever_asks(accounts, unit_desk):
    made = accounts.add(bor())
    for act in (
        lambda: accounts.add(bor(passphrase="kratko")),
        lambda: accounts.reset(made.id, "kratko", quiet),
        lambda: accounts.change_passphrase(PASSPHRASE, "kratko"),
    ):
        with pytest.raises(PassphraseTooShortError):
            act()
    with pytest.raises(PersonCanMendError):
        accounts.reset(made.id, "geslo osebe Kos je dolgo in močno", quiet)
    assert not stored(unit_desk, "bor").must_change


def test_only_who_keeps_the_accounts_may_add_reset_and_remove(accounts, enter):
    made = accounts.add(bor(Role.THERAPIST))
    own = Accounts(enter("bor", BORS), PASSPHRASES)
    for act in (
        own.all,
        lambda: own.add(bor()),
        lambda: own.reset(made.id, OTHER, quiet),
        lambda: own.remove(made.id, quiet),
        lambda: own.renew_backups(quiet),
    ):
        with pytest.raises(NotAllowedError):
            act()
    own.change_passphrase(BORS, OTHER)


def test_a_slot_with_a_weak_key_derivation_is_wrapped_anew_at_log_in(unit_desk, access, enter):
    stronger = Cost(m_kib=2 * LEAST_COST.m_kib, t=2, p=1)
    access.vaults.cost = stronger
    enter("novak", PASSPHRASE)
    (slot,) = read_header(unit_desk.vault.folder).accounts
    assert slot.kdf.cost == stronger
    enter("novak", PASSPHRASE)


def test_every_key_of_the_vault_is_listed_with_its_kind_and_day(accounts, unit_desk):
    accounts.add(bor())
    keys = unit_desk.vault.keys.all()
    assert [key.kind for key in keys] == [KeyKind.PASSPHRASE, KeyKind.PAPER, KeyKind.PASSPHRASE]
    assert {key.made_at.date() for key in keys} == {unit_desk.clock.today()}
