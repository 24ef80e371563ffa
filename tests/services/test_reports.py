"""Figures: the office's equal the unit's own and an independent recount; the report shows them."""

import io
from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text
from tests.services.exchange_world import Pair, connection, fill, join, person, programme, session

from tcdesk.documents.paper import DrawnPaper
from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.errors import NotAllowedError
from tcdesk.domain.people import Sex
from tcdesk.domain.quarters import Quarter, quarter_of, quarters
from tcdesk.domain.staff import Role
from tcdesk.services.consolidation import Consolidation, consolidate, hours
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.reports import Reports
from tcdesk.spreadsheets.workbook import ReportWorkbook
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

FIRST, LAST = Quarter(2026, 1), Quarter(2026, 3)


@pytest.fixture
def slovenian() -> Catalogue:
    return Catalogue(places.translations(), "sl")


@pytest.fixture
def ts(pair: Pair) -> ProgrammeFile:
    return programme(pair.unit)


@pytest.fixture
def sent(pair: Pair, ts: ProgrammeFile) -> Pair:
    """A unit with a year of uneven work, imported at the office."""
    fill(pair.unit, ts)
    enrolments = Enrolments(pair.unit)
    on_the_edge = [
        ("Sedemnajst", date(2008, 2, 2), date(2026, 2, 1)),  # 17, the day before 18
        ("Osemnajst", date(2008, 2, 1), date(2026, 2, 1)),  # 18 that very day
        ("Devetindvajset", date(1996, 3, 2), date(2026, 3, 1)),  # 29, the day before 30
        ("Trideset", date(1996, 3, 1), date(2026, 3, 1)),
        ("Petinpetdeset", date(1971, 3, 1), date(2026, 3, 1)),
    ]
    for name, born, entered in on_the_edge:
        somebody = person(pair.unit, name, born, Sex.FEMALE)
        enrolments.enter(somebody.id, ts.programme.id, entered)
    first_day = person(pair.unit, "Prvidan", date(1980, 1, 1))
    stay = enrolments.enter(first_day.id, ts.programme.id, date(2026, 4, 1))
    enrolments.leave(stay.id, date(2026, 6, 30), ExitCode.COMPLETED)
    session(pair.unit, ts, date(2026, 4, 1), [first_day])
    session(pair.unit, ts, date(2026, 10, 1), [first_day])  # after the period
    pair.import_(pair.export().path)
    return pair


def count(desk: Desk, first: Quarter = FIRST, last: Quarter = LAST) -> Consolidation:
    with desk.vault.store.reading() as facts:
        office = facts.setting("installation") == "office"
        return consolidate(facts.received_figures() if office else facts.own_figures(), first, last)


def recount(desk: Desk) -> dict[tuple[str, Quarter, str], int]:
    """Recount from the unit's bare rows, row by row, as neither of the two questions does."""
    rows = connection(desk).execute(
        text(
            "SELECT s.day, p.sex, f.minutes, f.status, f.session FROM attendance f, session s,"
            " person p WHERE s.id = f.session AND p.id = f.person AND s.state = 'held'"
            " AND f.id NOT IN (SELECT supersedes FROM attendance WHERE supersedes IS NOT NULL)"
        )
    )
    found: dict[tuple[str, Quarter, str], int] = defaultdict(int)
    met: set[tuple[str, str]] = set()
    for day, sex, minutes, status, held in rows:
        quarter = quarter_of(date.fromisoformat(day))
        if status in {"present", "late", "left-early"}:
            found["minutes", quarter, sex] += minutes
            if (held, sex) not in met:
                met.add((held, sex))
                found["sessions", quarter, sex] += 1
    stays = connection(desk).execute(text("SELECT from_date, to_date FROM episode"))
    for entered, out in stays:
        found["entered", quarter_of(date.fromisoformat(entered)), ""] += 1
        if out:
            last_day = date.fromordinal(date.fromisoformat(out).toordinal() - 1)
            found["left", quarter_of(last_day), ""] += 1
    return found


def test_the_office_counts_what_the_unit_counts(sent: Pair) -> None:
    office, unit = count(sent.office), count(sent.unit)
    assert office == unit
    assert len(office.quarters) == 3
    assert office.movements


def test_the_figures_equal_a_recount_row_by_row(sent: Pair) -> None:
    office, own = count(sent.office), recount(sent.unit)
    for one in office.movements:
        assert one.entered == own["entered", one.quarter, ""]
        assert one.left == own["left", one.quarter, ""]
    for held in office.volumes:
        assert held.minutes == sum(own["minutes", held.quarter, sex] for sex in "FM")
    for row in office.by_sex:
        inside = [own["minutes", quarter, row.sex.value] for quarter in office.quarters]
        assert row.minutes == sum(inside)
        met = [own["sessions", quarter, row.sex.value] for quarter in office.quarters]
        assert row.sessions == sum(met)


def test_the_start_and_the_entries_less_the_exits_are_the_end(sent: Pair) -> None:
    movements = count(sent.office).movements
    for one in movements:
        assert one.at_start + one.entered - one.left == one.active_at_end
    told = {one.quarter: one for one in movements}
    assert (told[Quarter(2026, 1)].entered, told[Quarter(2026, 1)].left) == (8, 1)
    assert (told[Quarter(2026, 2)].entered, told[Quarter(2026, 2)].entered_again) == (2, 1)
    # who leaves on the last day of a quarter is out at its end
    assert (told[Quarter(2026, 2)].left, told[Quarter(2026, 2)].active_at_end) == (1, 8)


def test_ages_are_counted_on_the_day_of_entry(sent: Pair) -> None:
    lines = {one.sex: one for one in count(sent.office).indicators}
    women, men = lines[Sex.FEMALE], lines[Sex.MALE]
    assert (women.total, women.children, women.young, women.older) == (6, 1, 2, 2)
    assert (men.total, men.children, men.young, men.older) == (3, 0, 1, 0)


def test_the_json_figures_name_unit_and_sex(sent: Pair, slovenian: Catalogue) -> None:
    told = Reports(sent.office, slovenian).figures(FIRST, LAST)
    assert told["participants"] == {"DOB": {"F": 6, "M": 3, "all": 9}}
    assert told["sessions"] == {"DOB": {"F": 1, "M": 3, "all": 3}}
    assert told["participant_hours"] == {"DOB": {"F": 1.5, "M": 7.5, "all": 9.0}}
    assert told["EECO01"] == {"DOB": {"F": 6, "M": 3, "all": 9}}
    assert told["EECO06"] == {"DOB": {"F": 1, "M": 0, "all": 1}}
    assert told["EECO07"] == {"DOB": {"F": 2, "M": 1, "all": 3}}
    assert told["EECO08"] == {"DOB": {"F": 2, "M": 0, "all": 2}}


def test_a_programme_without_indicators_is_absent_from_them_and_not_zero(
    sent: Pair, new_desk, tmp_path: Path, slovenian: Catalogue
) -> None:
    ig = new_desk("ig", code="IG")
    stick = tmp_path / "ig-stick"
    stick.mkdir()
    join(ig, sent.office, stick, sent.root, "IG")
    fill(ig, programme(ig, "SVS"))
    other = replace(sent, unit=ig, stick=stick)
    other.import_(other.export().path)
    told = Reports(sent.office, slovenian).figures(FIRST, LAST)
    assert set(told["participants"]) == {"DOB", "IG"}
    assert set(told["EECO01"]) == {"DOB"}
    report = Reports(sent.office, slovenian).make(FIRST, LAST)
    assert report.data_version == "DOB 1.1 · IG 1.1"
    assert [row[0] for row in report.sections[2].tables[0].rows] == ["DOB"] * 3


def test_a_unit_without_indicators_has_no_such_section(pair: Pair, slovenian: Catalogue) -> None:
    fill(pair.unit, programme(pair.unit, "SVS"))
    report = Reports(pair.unit, slovenian).make(FIRST, LAST)
    assert len(report.sections) == 2
    assert report.title == "Poročilo enote"


@pytest.mark.parametrize("language", ["sl", "en"])
def test_the_report_goes_on_paper_and_into_a_spreadsheet(sent: Pair, language: str) -> None:
    words = Catalogue(places.translations(), language)
    report = Reports(sent.office, words).make(FIRST, LAST)
    assert DrawnPaper(places.resources() / "fonts", words).report(report).startswith(b"%PDF")
    book = openpyxl.load_workbook(io.BytesIO(ReportWorkbook(words).report(report)))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert 7.5 in cells
    assert "DOB" in cells


def test_an_office_without_bundles_has_an_empty_report(pair: Pair, slovenian: Catalogue) -> None:
    report = Reports(pair.office, slovenian).make(FIRST, LAST)
    assert report.sections[0].tables[0].rows == ()
    assert Reports(pair.office, slovenian).figures(FIRST, LAST)["participants"] == {}


def test_only_roles_that_see_reports_make_them(pair: Pair, slovenian: Catalogue) -> None:
    officer = replace(pair.unit, actor=replace(pair.unit.actor, role=Role.OFFICER))
    with pytest.raises(NotAllowedError):
        Reports(officer, slovenian).make(FIRST, LAST)


def test_hours_have_one_decimal_and_round_halves_up() -> None:
    assert [hours(minutes) for minutes in (0, 3, 90, 123)] == [
        Decimal("0.0"),
        Decimal("0.1"),
        Decimal("1.5"),
        Decimal("2.1"),
    ]


def test_quarters_follow_each_other_over_the_year() -> None:
    found = quarters(Quarter(2026, 3), Quarter(2027, 1))
    assert [(one.year, one.number) for one in found] == [(2026, 3), (2026, 4), (2027, 1)]
    assert (found[1].first, found[1].last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert quarter_of(date(2026, 3, 31)) == Quarter(2026, 1)
    with pytest.raises(ValueError, match="quarters 1 to 4"):
        Quarter(2026, 5)
