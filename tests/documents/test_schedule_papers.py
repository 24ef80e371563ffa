"""The schedule on paper and as a calendar file: one page, nobody's name where none belongs."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.conftest import ROOT

from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.domain.recurrence import weekly
from tcdesk.domain.sessions import CancelReason
from tcdesk.services.calendar_file import CalendarFile
from tcdesk.services.desk import Desk
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.schedule_papers import SchedulePapers
from tcdesk.services.week_plan import NewSeries, WeekPlan

TUESDAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 23)
RESOURCES = ROOT / "resources"


@pytest.fixture
def busy(unit_desk: Desk, community) -> Desk:
    schedule = Schedule(unit_desk)
    leader = schedule.staff()[0].id
    group = schedule.open_group(
        NewGroup(
            activity=community.activity("SO").id, name="Soočevalna A", room="Prostor 2",
            leader=leader, from_date=MONDAY,
        )
    )  # fmt: skip
    people = []
    for family in ("Žagar", "Đurić"):
        person = Participants(unit_desk).create(
            NewPerson(
                given_name="Stanko", family_name=family, birth_date=date(1980, 1, len(family)),
                sex=Sex.MALE, status=LegalStatus.SENTENCED, status_from=date(2025, 1, 1),
            )
        )  # fmt: skip
        schedule.join(group.id, person.id, MONDAY)
        people.append(person)
    plan = WeekPlan(unit_desk, RESOURCES)
    for slot in range(6):
        plan.begin(
            NewSeries(
                activity=group.activity, group=group.id, person=None, rule=weekly(range(7)),
                from_date=TUESDAY, to_date=None, start=420 + slot * 100, minutes=90,
                room=f"Prostor {slot}; vzhod, klet", leader=leader, on_free_days=True,
            )
        )  # fmt: skip
    plan.generate(TUESDAY, TUESDAY + timedelta(days=40))
    schedule.plan(
        NewSession(
            activity=community.activity("IS").id, group=None, person=people[-1].id, day=TUESDAY,
            start=1080, minutes=50, room="Soba 4", leader=leader,
        )
    )  # fmt: skip
    return unit_desk


def papers(desk: Desk, words, paper) -> SchedulePapers:
    return SchedulePapers(desk, words, paper, RESOURCES)


def test_the_week_stands_on_one_lying_page_without_a_participants_name(busy, slovenian, paper, pdf):
    content = papers(busy, slovenian, paper).week(MONDAY + timedelta(days=28))
    sheet = pdf(content)
    assert sheet.pages == 1
    assert sheet.info["Page size"].startswith("841.89 x 595.276")
    sheet.check()
    told = sheet.text()
    assert told.count("Soočevalna A") == 6 * 7
    assert "božič" in told
    assert "in še" not in told
    this_week = pdf(papers(busy, slovenian, paper).week(MONDAY)).text()
    assert "Žagar" not in this_week + told
    assert "Đurić" not in this_week


def test_a_day_too_full_for_the_page_says_how_many_more(busy, slovenian, paper, pdf):
    schedule, leader = Schedule(busy), Schedule(busy).staff()[0].id
    activity = schedule.groups(TUESDAY)[0]
    group = schedule.group(activity.id)
    for start in range(480, 1380, 15):
        schedule.plan(
            NewSession(
                activity=group.activity, group=group.id, person=None, day=TUESDAY, start=start,
                minutes=15, room="Prostor", leader=leader,
            )
        )  # fmt: skip
    content = papers(busy, slovenian, paper).week(MONDAY)
    assert pdf(content).pages == 1
    assert re.search(r"in še \d+", pdf(content).text())


def test_a_cancelled_session_says_why_on_the_plan_and_is_not_on_the_list(
    busy, slovenian, paper, pdf
):
    (first, *_) = Schedule(busy).between(TUESDAY, TUESDAY)
    Schedule(busy).cancel(first.id, CancelReason.STAFF)
    assert "odpade" in pdf(papers(busy, slovenian, paper).week(MONDAY)).text()
    assert "Prostor 0" not in pdf(papers(busy, slovenian, paper).movement(TUESDAY)).text()


def test_the_list_for_officers_tells_who_goes_where_and_nothing_of_what_happens(
    busy, slovenian, paper, pdf
):
    told = pdf(papers(busy, slovenian, paper).movement(TUESDAY)).text()
    assert told.count("Žagar Stanko") == 6
    assert "Prostor 3" in told
    assert "Soba 4" in told
    for clinical in ("oočevaln", "svetovanj", "skupin", "terap"):
        assert clinical not in told.lower()


# A reader of its own for what the file uses of RFC 5545; strict where the standard is.

_LINE = re.compile(r"([A-Z-]+):(.*)", re.DOTALL)


def read_calendar(content: bytes) -> list[dict[str, str]]:
    assert content.endswith(b"\r\n")
    physical = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in physical)
    assert not any(b"\n" in line or b"\r" in line for line in physical)
    for part in physical:
        part.decode()  # no character is broken by folding
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    parsed = []
    for line in lines:
        found = _LINE.fullmatch(line)
        assert found is not None, line
        parsed.append((found[1], found[2]))
    assert parsed[0] == ("BEGIN", "VCALENDAR")
    assert parsed[-1] == ("END", "VCALENDAR")
    assert ("VERSION", "2.0") in parsed
    events: list[dict[str, str]] = []
    inside = False
    for name, value in parsed:
        if (name, value) == ("BEGIN", "VEVENT"):
            inside = True
            events.append({})
        elif (name, value) == ("END", "VEVENT"):
            inside = False
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= events[-1].keys()
        elif inside:
            assert name not in events[-1]
            events[-1][name] = unescaped(value)
    assert len({one["UID"] for one in events}) == len(events)
    return events


def unescaped(value: str) -> str:
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def moment(told: str) -> datetime:
    return datetime.strptime(told, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def test_the_calendar_file_says_what_when_and_where_and_no_name(busy, slovenian):
    content = CalendarFile(busy, slovenian).make(TUESDAY, TUESDAY + timedelta(days=40))
    events = read_calendar(content)
    assert len(events) == 6 * 41 + 1
    first = min(events, key=lambda one: one["DTSTART"])
    assert moment(first["DTSTART"]) == datetime(2026, 11, 24, 6, tzinfo=UTC)
    assert moment(first["DTEND"]) - moment(first["DTSTART"]) == timedelta(minutes=90)
    assert first["LOCATION"] == "Prostor 0; vzhod, klet"
    assert first["SUMMARY"] == "Soočevalna skupina"
    for name in ("Žagar", "Đurić", "Novak", "Maja", "Stanko"):
        assert name not in content.decode()


def test_codes_are_in_the_file_only_for_whoever_asks(busy, slovenian):
    code = next(one.who_code for one in Schedule(busy).between(TUESDAY, TUESDAY) if one.person)
    calendar = CalendarFile(busy, slovenian)
    assert code not in calendar.make(TUESDAY, TUESDAY).decode()
    told = [one["SUMMARY"] for one in read_calendar(calendar.make(TUESDAY, TUESDAY, codes=True))]
    assert any(summary.endswith(f"– {code}") for summary in told)


def test_long_and_odd_rooms_are_folded_and_escaped(busy, slovenian):
    schedule, leader = Schedule(busy), Schedule(busy).staff()[0].id
    room = "Šžč ; , \\ " * 20 + "\x07konec"
    group = schedule.group(schedule.groups(TUESDAY)[0].id)
    schedule.plan(
        NewSession(
            activity=group.activity, group=group.id, person=None, day=date(2027, 3, 28), start=600,
            minutes=60, room=room, leader=leader,
        )
    )  # fmt: skip
    (event,) = read_calendar(
        CalendarFile(busy, slovenian).make(date(2027, 3, 28), date(2027, 3, 28))
    )
    assert event["LOCATION"] == room.replace("\x07", "").strip()
    assert moment(event["DTSTART"]).hour == 8  # the first morning of summer time
