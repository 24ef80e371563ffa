"""A damaged vault: what can be read is saved, what cannot is told, the old one stays as it is."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.conftest import PASSPHRASE, ROOT, SetClock, setup
from tests.services.test_audit import actions, new_person

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.audit_lines import AuditQuestion
from tcdesk.services.participants import Participants
from tcdesk.services.programmes import Programmes, templates
from tcdesk.services.rescuing import rescue_vault
from tcdesk.vault.connection import pragma
from tcdesk.vault.key_errors import VaultExistsError

PAGE = 4096
PEOPLE = 120
ON_A_PAGE = 60  # rows at most: what an unreadable last page held is told as one


@pytest.fixture
def folder(access: Access, clock: SetClock, tmp_path: Path, first_pages: list[int]) -> Path:
    first = setup(Installation.UNIT, "DOB", Role.HEAD)
    desk = access.create(tmp_path / "unit", first, Identity.generate())
    with desk.vault.store.driving() as writer:  # type: ignore[attr-defined]  # below the port
        first_pages.append(int(str(pragma(writer, "page_count"))))
    Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
    for number in range(PEOPLE):
        person = Participants(desk).create(new_person(f"Priimek{number}"))
        clock.pass_by(timedelta(minutes=1))
        if number % 10 == 0:
            Participants(desk).open(person.id, day=date(2026, 11, 24))
    access.lock(desk)
    return desk.vault.folder


@pytest.fixture
def first_pages() -> list[int]:
    """Hold how many pages an empty vault has: they say what tables there are, and their roots."""
    return []


def database(folder: Path) -> Path:
    return next(folder.glob("tcdesk-*.db"))


def spoil(folder: Path, *pages: int) -> bytes:
    """Flip a byte in some pages; gives the file as it then is."""
    data = bytearray(database(folder).read_bytes())
    for page in pages:
        data[page * PAGE + 100] ^= 0xFF
    database(folder).write_bytes(data)
    return bytes(data)


def test_a_sound_vault_is_rescued_whole(access: Access, folder: Path, tmp_path: Path) -> None:
    found = rescue_vault(access, folder, tmp_path / "new", "novak", PASSPHRASE, lambda _part: None)
    assert found.whole
    assert found.saved["person"] == PEOPLE
    desk = access.unlock(tmp_path / "new", "novak", PASSPHRASE)
    try:
        with desk.vault.store.reading() as facts:
            people = facts.find(Person)
            assert len(people) == PEOPLE
            assert facts.version(Person, people[0].id) > 0
        assert "vault.rescue" in actions(desk, AuditQuestion())
        Participants(desk).create(new_person("Novi"))
    finally:
        access.lock(desk)


@pytest.mark.parametrize("offset", range(5))
def test_every_readable_row_is_saved_and_the_others_are_counted(
    access: Access, folder: Path, tmp_path: Path, first_pages: list[int], offset: int
) -> None:
    pages = database(folder).stat().st_size // PAGE
    before = spoil(folder, *range(first_pages[0] + offset, pages, 5))
    found = rescue_vault(access, folder, tmp_path / "new", "novak", PASSPHRASE, lambda _part: None)
    assert not found.whole
    assert database(folder).read_bytes() == before
    for table in ("person", "status_stay"):
        told = sum(which.get(table, 0) for which in (found.saved, found.lost))
        assert told > PEOPLE - ON_A_PAGE
    desk = access.unlock(tmp_path / "new", "novak", PASSPHRASE)
    try:
        with desk.vault.store.reading() as facts:
            people = {one.id for one in facts.find(Person)}
            assert len(people) == found.saved["person"] - found.loose.get("person", 0)
            assert {one.person for one in facts.find(StatusStay)} <= people
        assert desk.vault.pages_sound()
    finally:
        access.lock(desk)


def test_a_folder_that_holds_something_is_left_alone(
    access: Access, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("moje")
    with pytest.raises(VaultExistsError):
        rescue_vault(access, folder, tmp_path / "new", "novak", PASSPHRASE, lambda _part: None)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]
