"""Recovery by paper, whole or in parts: who gets in, what no longer opens, what is told."""

from itertools import combinations

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, setup

from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.shares import join, split
from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.staff import Account, AccountKey, Role
from tcdesk.services.access import Installation
from tcdesk.services.key_papers import KeyShares
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.paper_key import (
    KeyGroupWrongError,
    KeyLengthWrongError,
    KeyTypedWrongError,
    SharesDifferError,
    groups_of,
    read_key,
    read_parts,
)
from tcdesk.services.recovery import AskPaper, Recovery
from tcdesk.services.vault_keys import VaultKeys
from tcdesk.vault.key_errors import PaperKeyForeignError, WrongPassphraseError

NEW = "megla jezero vrabec oblak streha"


def text(identity: Identity) -> str:
    return identity.text.reveal().decode()


def quiet(_part: float) -> None:
    """Tell nobody how far it is."""


def typed(key: str, asked) -> list[str]:
    return [groups_of(key)[one.group].lower() for one in asked]


@pytest.fixture
def paper() -> Identity:
    return Identity.generate()


@pytest.fixture
def flow(access, tmp_path, paper) -> Recovery:
    folder = tmp_path / "vault"
    access.lock(access.create(folder, setup(Installation.UNIT, "DOB", Role.HEAD), paper))
    return Recovery(access=access, folder=folder, passphrases=PASSPHRASES)


def recovered(flow: Recovery, chosen) -> str:
    shown = flow.show(chosen, NEW)
    asked = flow.ask_back(shown)
    with pytest.raises(PersonCanMendError):
        flow.renew(asked, ["qqqq", "qqqq"], quiet)
    flow.renew(asked, typed(shown.sheet.key, asked.asked), quiet)
    return shown.sheet.key


def test_a_paper_key_lets_the_account_in_and_is_spent(flow, access, paper):
    state = flow.open(AskPaper(), text(paper).lower())
    new = recovered(flow, flow.choose(state, "novak"))
    with pytest.raises(PaperKeyForeignError):
        flow.open(AskPaper(), text(paper))
    with pytest.raises(WrongPassphraseError):
        access.unlock(flow.folder, "novak", PASSPHRASE)
    desk = access.unlock(flow.folder, "novak", NEW)
    with desk.vault.store.audit_lines(0) as lines:
        told = [entry for _seq, entry, _hash in lines]
    assert sum('"action":"recovery.used"' in entry for entry in told) == 1
    with desk.vault.store.reading() as facts:
        assert len(facts.find(AccountKey)) == 1
    desk.vault.close()
    flow.leave(flow.open(AskPaper(), new))


def test_a_new_administrator_can_be_let_in(flow, access, paper):
    state = flow.open(AskPaper(), text(paper))
    who = flow.introduce(state, login="skrbnik", given_name="Ana", family_name="Kos")
    recovered(flow, who)
    desk = access.unlock(flow.folder, "skrbnik", NEW)
    assert desk.actor.role is Role.ADMINISTRATOR
    with desk.vault.store.reading() as facts:
        assert len(facts.find(Account)) == 2
    desk.vault.close()


def test_leaving_changes_nothing(flow, access, paper):
    before = (flow.folder / "vault.json").read_bytes()
    shown = flow.show(flow.choose(flow.open(AskPaper(), text(paper)), "novak"), NEW)
    flow.leave(flow.ask_back(shown))
    assert (flow.folder / "vault.json").read_bytes() == before
    access.unlock(flow.folder, "novak", PASSPHRASE).vault.close()


def test_any_two_of_three_parts_give_the_key_and_a_wrong_pair_is_told(paper):
    halves = {(half.part, half.other): half for one in split(paper) for half in one}
    for a, b in combinations((1, 2, 3), 2):
        assert join(halves[a, b], halves[b, a]).recipient == paper.recipient
        lines = [halves[pair].text.reveal().decode() for pair in ((a, b), (b, a))]
        assert read_parts(*lines).recipient == paper.recipient
    with pytest.raises(SharesDifferError):
        read_parts(halves[1, 2].text.reveal().decode(), halves[3, 1].text.reveal().decode())


def test_a_key_in_parts_is_added_after_every_part_was_tried_and_opens(flow, access):
    desk = access.unlock(flow.folder, "novak", PASSPHRASE)
    keys = VaultKeys(desk)
    shown = keys.make(KeyKind.SHARES)
    asked = keys.ask_back(shown)
    right = [typed(line, one) for line, one in zip(shown.texts, asked.asked, strict=True)]
    keys.add(asked, right)
    assert [line.key.kind for line in keys.all()][-1] is KeyKind.SHARES
    desk.vault.close()
    assert isinstance(shown.sheet, KeyShares)
    one, other = shown.sheet.line(2, 3), shown.sheet.line(3, 2)
    flow.leave(flow.open_with_parts(AskPaper(), one, other))


def test_a_slip_is_told_at_its_group(paper):
    key = text(paper)
    for place in (20, 41, 73):
        wrong = "q" if key[place].lower() != "q" else "p"
        with pytest.raises(KeyGroupWrongError) as caught:
            read_key(key[:place] + wrong + key[place + 1 :])
        assert caught.value.facts["group"] == place // 4
    with pytest.raises(KeyGroupWrongError) as letter:
        read_key(key[:30] + "b" + key[31:])
    assert (letter.value.facts["line"], letter.value.facts["place"]) == (2, 1)
    with pytest.raises(KeyLengthWrongError):
        read_key(key[:-1])
    with pytest.raises((KeyTypedWrongError, KeyGroupWrongError)):
        read_key(key[:20] + key[20:28][::-1] + key[28:])
