"""Whose key made a signature: another's is found (A-05), a replaced one is shown (A-06)."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, PASSPHRASES, setup
from tests.services.test_daily_work import group_session, member
from tests.services.test_retention import SECOND

from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.signing import SigningKey
from tcdesk.domain.errors import TcdeskError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import Note, NoteFormat
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Account, AccountKey, Role
from tcdesk.services import signed_note
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.checks import check_vault
from tcdesk.services.desk import Desk
from tcdesk.services.notes import Notes

__all__ = ["group_session", "member"]  # fixtures

COLLEAGUE = NewAccount(
    login="zupan", passphrase=SECOND, role=Role.THERAPIST, given_name="Anja", family_name="Zupan"
)


@pytest.fixture
def unit_desk(access: Access, tmp_path: Path) -> Iterator[Desk]:
    """A desk at a vault that the test may have closed, and given another key, when it ends."""
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "vault", first, Identity.generate())
    yield desk
    with suppress(TcdeskError):
        desk.vault.close()


def quiet(_part: float) -> None:
    """Hear no progress."""


@pytest.mark.parametrize("claims", ["the author", "the other account"])
def test_a_signature_made_with_another_accounts_key_is_told_as_not_genuine(
    unit_desk: Desk, member: Person, group_session: Session, claims: str
) -> None:
    notes, other = Notes(unit_desk), SigningKey.generate()
    colleague = Accounts(unit_desk, PASSPHRASES).add(COLLEAGUE)
    note = notes.write(group_session.id, member.id, NoteFormat.FREE, {"text": "Zapis."})
    with unit_desk.vault.store.writing(unit_desk.actor) as work:
        # the colleague's account has this key: the signature itself is a real one
        known = work.get(Account, colleague.id)
        key = b64encode(other.public.raw).decode()
        work.change(replace(known, sign_pub=key), expected=work.version(Account, known.id))
        final = replace(note, body=signed_note.with_attendance(work, note))
        if final.body != note.body:
            work.change(final, expected=work.version(Note, note.id))
        made = signed_note.sign(final, work, other, unit_desk.clock.now(), group_session)
        account = note.author if claims == "the author" else AccountId(colleague.id)
        work.add(replace(made, account=account))
    (view,) = notes.of_session(group_session.id)
    assert view.genuine is False
    assert check_vault(unit_desk, quiet).forged == (note.id,)


def test_a_key_that_an_administrator_replaced_is_shown_and_what_it_signed_stays_genuine(
    unit_desk: Desk, member: Person, group_session: Session, access: Access
) -> None:
    folder = unit_desk.vault.folder
    accounts = Accounts(unit_desk, PASSPHRASES)
    colleague = accounts.add(COLLEAGUE)
    head = unit_desk.actor.account
    access.lock(unit_desk)
    theirs = access.unlock(folder, "zupan", SECOND)
    written = Notes(theirs).write(group_session.id, member.id, NoteFormat.FREE, {"text": "Zapis."})
    Notes(theirs).sign([written.id], SECOND)
    access.lock(theirs)

    desk = access.unlock(folder, "novak", PASSPHRASE)
    try:
        Accounts(desk, PASSPHRASES).reset(colleague.id, "mirno jutro nad dolgo reko", quiet)
        (view,) = Notes(desk).of_session(group_session.id)
        assert view.genuine is True
        with desk.vault.store.reading() as facts:
            (earlier,) = facts.find(AccountKey, account=colleague.id)
            now = facts.get(Account, colleague.id)
        assert view.signature is not None
        assert view.signature.sign_pub == earlier.sign_pub != now.sign_pub
        assert now.must_change
        with desk.vault.store.audit_lines(0) as lines:
            (line,) = [one for _, one, _ in lines if '"action":"user.key_replaced"' in one]
        assert f'"user":"{head}"' in line
        assert f'"entity_id":"{colleague.id}"' in line
        assert check_vault(desk, quiet).sound
    finally:
        access.lock(desk)
