"""The diagnostic file: what helps, and nothing of anybody."""

import json
from datetime import date

import pytest
from tests.services.test_updates import Recording

from tcdesk.domain.people import Sex
from tcdesk.services.backups import Backups
from tcdesk.services.diagnosis import CRASH_LOG, Diagnosis
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.updates import LAST

MARKS = ("Markerič", "Skrivnostnik", "novak", "unit", "zaupno besedilo", "tajna-mapa")
FIELDS = {
    "audit_head", "audit_lines", "backup_at", "backups", "backups_size", "backups_spoilt",
    "carried_at", "checked_at", "clock_in_doubt", "disk_free", "errors", "format",
    "installation", "made_at", "package", "system", "updated_from", "vault_size", "version",
    "wrong",
}  # fmt: skip


@pytest.fixture
def diagnosis(new_desk, tmp_path):
    data = tmp_path / "tajna-mapa"
    (data / "updates").mkdir(parents=True)
    (data / CRASH_LOG).write_text(
        "2026-11-22T08:00:00Z 0A1B2C ValueError Markerič.open:12 > zaupno besedilo\n"
        "zaupno besedilo brez oblike\n"
        "2026-11-22T09:00:00Z 0A1B2D Markerič place\n",
        encoding="utf-8",
    )
    (data / "updates" / LAST).write_text('{"before":"Markerič"}', encoding="utf-8")
    desk = new_desk("tajna-mapa-2")
    person = NewPerson(
        given_name="Skrivnostnik", family_name="Markerič", birth_date=date(1990, 1, 1), sex=Sex.MALE
    )
    Participants(desk).create(person)
    Backups(desk).make(lambda _part: None)
    return Diagnosis(desk, Recording(), data)


def test_the_file_holds_the_listed_facts_and_no_others(diagnosis):
    told = json.loads(diagnosis.file())
    assert set(told) == FIELDS
    assert told["backups"] == 1
    assert told["vault_size"] > 0
    assert told["errors"] == [
        {"at": "2026-11-22T08:00:00Z", "code": "0A1B2C", "kind": "ValueError"}
    ]


def test_nothing_of_anybody_is_in_the_file(diagnosis):
    text = json.dumps(json.loads(diagnosis.file()) | {"installation": ""}, ensure_ascii=False)
    assert [mark for mark in MARKS if mark in text] == []
