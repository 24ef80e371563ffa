"""Vaults that earlier programs have left: every one of them opens, whole, with what it held."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE
from tests.vault.keep_fixture import CLOSED, DRAFT, FIXTURES, SIGNED
from tests.vault.test_migrations import fresh, schema_of

from tcdesk.domain.notes import Note
from tcdesk.services.access import Access
from tcdesk.services.checks import check_vault
from tcdesk.services.notes import Notes
from tcdesk.vault.connection import pragma
from tcdesk.vault.tables import SCHEMA_VERSION


def test_a_vault_of_every_schema_is_kept() -> None:
    kept = sorted(path.name for path in FIXTURES.iterdir())
    assert kept == [f"schema-{number:04d}" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("number", range(1, SCHEMA_VERSION + 1))
def test_a_kept_vault_opens_whole_at_the_present_schema(
    number: int, access: Access, tmp_path: Path
) -> None:
    shutil.copytree(FIXTURES / f"schema-{number:04d}", tmp_path / "vault")
    desk = access.unlock(tmp_path / "vault", "novak", PASSPHRASE)
    try:
        with desk.vault.store.driving() as writer:  # type: ignore[attr-defined]  # below the port
            assert pragma(writer, "user_version") == SCHEMA_VERSION
            assert schema_of(writer) == fresh(tmp_path / "fresh.db")
        findings = check_vault(desk, lambda _part: None)
        assert findings.sound
        assert findings.signatures == 2
        with desk.vault.store.reading() as facts:
            sessions = {note.session for note in facts.find(Note)}
        views = [view for session in sessions for view in Notes(desk).of_session(session)]
        assert {view.fields["text"] for view in views} == {SIGNED, CLOSED}
        assert all(view.genuine for view in views)
        assert [draft.payload for draft in Notes(desk).drafts()] == [DRAFT, DRAFT]
    finally:
        access.lock(desk)
