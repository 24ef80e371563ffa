"""What a group leaves on paper, read back by poppler: list, minutes, certificates, forms, file."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest
from tests.conftest import PASSPHRASE, ROOT

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import GroupId, SessionId
from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.sessions import AttendanceStatus, CancelReason
from tcdesk.services.attendance_list import AttendanceLists
from tcdesk.services.audit_lines import AuditQuestion
from tcdesk.services.certificates import Certificates, NewCertificate
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.file_print import FilePrints
from tcdesk.services.instrument_forms import InstrumentForms
from tcdesk.services.instruments import Instruments
from tcdesk.services.minutes_paper import MinutesPapers
from tcdesk.services.notes import Notes
from tcdesk.services.paper_trail import PaperKind, copies
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.sessions import Mark, Sessions

FIRST = date(2026, 9, 1)
LAST = date(2026, 11, 24)
NAMES = ("Bogdan", "Čeh", "Đurić", "Golob", "Hribar", "Ilić", "Jereb", "Kranjc", "Lah", "Možina",
         "Novosel", "Oblak")  # fmt: skip


@dataclass(frozen=True)
class Group:
    """A group that has met twenty times."""

    desk: Desk
    id: GroupId
    programme: ProgrammeFile
    people: list[Person]
    sessions: list[SessionId]


@pytest.fixture
def group(unit_desk: Desk, community: ProgrammeFile) -> Group:
    schedule = Schedule(unit_desk)
    leader = schedule.staff()[0].id
    opened = schedule.open_group(
        NewGroup(
            activity=community.activity("SO").id, name="Soočevalna A", room="Prostor 2",
            leader=leader, from_date=FIRST,
        )
    )  # fmt: skip
    people = []
    for place, family in enumerate(NAMES):
        person = Participants(unit_desk).create(
            NewPerson(
                given_name="Stanka" if place % 2 else "Stanko", family_name=family,
                birth_date=date(1980, 1, 1 + place), sex=Sex.FEMALE if place % 2 else Sex.MALE,
                status=LegalStatus.SENTENCED, status_from=date(2025, 1, 1),
            )
        )  # fmt: skip
        Enrolments(unit_desk).enter(person.id, community.programme.id, FIRST)
        schedule.join(opened.id, person.id, FIRST if place else FIRST + timedelta(days=30))
        people.append(person)
    planned = schedule.plan(
        NewSession(
            activity=opened.activity, group=opened.id, person=None, day=FIRST, start=600,
            minutes=90, room="Prostor 2", leader=leader,
        ),
        weeks=13,
    )  # fmt: skip
    schedule.cancel(planned[1].id, CancelReason.STAFF)
    held = [one.id for one in planned if one.id != planned[1].id and one.day <= LAST]
    states = list(AttendanceStatus)
    for number, session in enumerate(held):
        roster = Sessions(unit_desk).open(session).roster
        Sessions(unit_desk).record(
            session,
            [
                Mark(
                    person=line.person.id,
                    status=(
                        status := states[(number + place) % len(states)]
                        if place > 8
                        else AttendanceStatus.PRESENT
                    ),
                    minutes=90 if status.attended else 0,
                )
                for place, line in enumerate(
                    sorted(roster, key=lambda one: NAMES.index(one.person.family_name))
                )
            ],
        )
    return Group(desk=unit_desk, id=opened.id, programme=community, people=people, sessions=held)


def sign_all(desk: Desk, session: SessionId) -> None:
    Notes(desk).sign(
        [
            one.note.id
            for view in Notes(desk).of_session(session)
            for one in (view, *view.addenda)
            if one.signature is None
        ],
        PASSPHRASE,
    )


def certificate(group: Group, **other) -> NewCertificate:
    values = {
        "people": tuple(one.id for one in group.people[:3]),
        "programme": group.programme.programme.id,
        "group": None,
        "wording": "program osebnega razvoja in socialnih veščin",
        "first": FIRST,
        "last": LAST,
    }
    return NewCertificate(**{**values, **other})


def test_the_list_has_everybody_every_session_and_the_sums(group, slovenian, paper, pdf):
    lists = AttendanceLists(group.desk, slovenian, paper)
    sheet = pdf(lists.draw(group.id, FIRST, LAST))
    sheet.check()
    told = sheet.text()
    for one in group.people:
        assert told.count(one.full_name) == 2  # by session, and in the sums
        assert told.count(one.code) == 1
    assert "Sofinancira Evropska unija" in told
    assert "Soočevalna A" in told
    assert "Število srečanj 12" in told
    assert "8. 9." not in told  # it was cancelled
    assert "1. 9." in told
    assert "24. 11." in told
    second = next(one for one in group.people if one.family_name == "Čeh")
    assert f"{second.code} 12 12 0 0 100 % 1.080" in told


def test_whoever_came_later_was_not_in_the_group_before(group, slovenian, paper, pdf):
    told = pdf(AttendanceLists(group.desk, slovenian, paper).draw(group.id, FIRST, LAST)).text()
    late = group.people[0]
    assert f"1 {late.full_name} – – – – +" in told  # one of the five was cancelled


@pytest.mark.parametrize(("first", "last"), [(LAST, FIRST), (FIRST, FIRST + timedelta(days=400))])
def test_an_impossible_period_is_refused(group, slovenian, paper, first, last):
    with pytest.raises(RuleBrokenError, match="list-period"):
        AttendanceLists(group.desk, slovenian, paper).draw(group.id, first, last)


def test_a_year_of_daily_sessions_loses_nobody_and_no_day(group, slovenian, paper, pdf):
    schedule = Schedule(group.desk)
    leader = schedule.staff()[0].id
    for hour in (480, 780):
        schedule.plan(
            NewSession(
                activity=schedule.group(group.id).activity, group=group.id, person=None,
                day=FIRST + timedelta(days=1), start=hour, minutes=60, room="", leader=leader,
            ),
            weeks=30,
        )  # fmt: skip
    sheet = pdf(
        AttendanceLists(group.desk, slovenian, paper).draw(group.id, FIRST, date(2027, 8, 31))
    )
    told = sheet.text()
    assert "Število srečanj 72" in told
    assert [one.full_name for one in group.people if told.count(one.family_name) != 7] == []


def test_the_numbers_of_copies_are_counted_in_the_log(group, slovenian, paper, pdf):
    lists = AttendanceLists(group.desk, slovenian, paper)
    lists.left(group.id, FIRST, LAST, "show")
    assert "izvod 1" in pdf(lists.draw(group.id, FIRST, LAST)).text()
    lists.left(group.id, FIRST, LAST, "print")
    assert "izvod 2" in pdf(lists.draw(group.id, FIRST, LAST)).text()
    with group.desk.reading(None) as facts:
        assert copies(facts, PaperKind.ATTENDANCE_LIST, group.id) == 1
        assert copies(facts, PaperKind.ATTENDANCE_LIST, "other") == 0


def test_minutes_are_printed_once_signed_with_addenda_and_without_a_name(
    group, slovenian, paper, pdf
):
    session = group.sessions[0]
    Notes(group.desk).write(
        session,
        None,
        NoteFormat.GROUP,
        {
            "theme": "Zaupanje",
            "process": "Đurićeva pobuda je bila sprejeta, Golob se je strinjal.",
            "agreements": "Ob torkih se začne ob 10.00.",
        },
    )
    minutes = MinutesPapers(group.desk, slovenian, paper)
    with pytest.raises(RuleBrokenError, match="minutes-unsigned"):
        minutes.draw(session)
    sign_all(group.desk, session)
    Notes(group.desk).add_to(
        next(one.note.id for one in Notes(group.desk).of_session(session)), "Dodatek.", "pozabljeno"
    )
    assert "Dodatek" not in pdf(minutes.draw(session)).text()  # it is not signed yet
    sign_all(group.desk, session)
    told = pdf(minutes.draw(session)).text()
    for text in ("Zapisnik srečanja", "Zaupanje", "Ob torkih se začne ob 10.00.", "Dodatek.",
                 "pozabljeno", "V programu podpisano: M. Novak", "od 11"):  # fmt: skip
        assert text in told
    assert not [one.family_name for one in group.people if one.family_name in told]


def test_a_series_of_certificates_is_neutral_gendered_and_counts_the_hours(
    group, slovenian, paper, pdf
):
    sheet = pdf(Certificates(group.desk, slovenian, paper).draw(certificate(group, place="Dob")))
    assert sheet.pages == 3
    told = sheet.text()
    assert "sodelovala v programu" in sheet.text(2)
    assert "sodeloval v programu" in sheet.text(1) + sheet.text(3)
    assert "»program osebnega razvoja in socialnih veščin«" in told
    assert "v obsegu 12 ur" in sheet.text(1)  # joined after four sessions: 8 of 90 minutes
    assert "v obsegu 18 ur" in sheet.text(2)
    assert "Dob, 24. 11. 2026" in told
    assert "Sofinancira Evropska unija" in told
    for telling in ("odvisn", "zapor", "terap", "ZPKZ", "Zavod", "DOB-", "Zaupno"):
        assert telling.casefold() not in told.casefold()


@pytest.mark.parametrize(
    "wording",
    ["Terapevtska skupnost", "program za ODVISNIKE", "delavnica v zaporu", "addiction course"],
)
def test_a_telling_wording_is_refused_with_its_word(group, slovenian, paper, wording):
    with pytest.raises(RuleBrokenError, match="certificate-telling") as refused:
        Certificates(group.desk, slovenian, paper).draw(certificate(group, wording=wording))
    assert str(refused.value.facts["word"]) in wording


def test_a_certificate_without_an_hour_is_refused(group, slovenian, paper):
    with pytest.raises(RuleBrokenError, match="certificate-hours"):
        Certificates(group.desk, slovenian, paper).draw(
            certificate(group, first=date(2026, 8, 1), last=date(2026, 8, 31))
        )


@pytest.fixture
def forms(group, slovenian, paper) -> InstrumentForms:
    return InstrumentForms(group.desk, ROOT / "resources" / "instruments", slovenian, paper)


def test_a_form_has_every_item_the_answers_the_licence_and_whose_it_is(group, forms, pdf):
    whose = group.people[0]
    sheet = pdf(forms.draw("phq-9", whose.id))
    sheet.check()
    told = sheet.text()
    for text in ("PHQ-9", whose.full_name, whose.code, "Little interest or pleasure in doing",
                 "Several days", "Poor appetite", "Spitzer"):  # fmt: skip
        assert text in told
    assert "Sofinancira Evropska unija" in told
    assert "odvisnosti" not in told  # whoever sees the form on a table need not know why


def test_a_licence_without_a_form_is_kept(group, forms):
    with pytest.raises(RuleBrokenError, match="form-not-allowed"):
        forms.draw("bdi-ii", group.people[0].id)


def test_every_definition_gives_a_form_or_a_refusal(group, forms, pdf):
    for known in Instruments(group.desk, forms.folder).all():
        definition, whose = known.definition, group.people[0].id
        if definition.entered:
            with pytest.raises(RuleBrokenError, match="form-not-allowed"):
                forms.draw(definition.code, whose)
            continue
        told = pdf(forms.draw(definition.code, whose)).text()
        numbers = [
            one.id if one.id[:1].isdecimal() else str(place)
            for place, one in enumerate(definition.items, start=1)
        ]
        assert [number for number in numbers if number not in told] == []


ENDINGS = ("", "a", "u", "om", "ova", "ove")


@pytest.mark.parametrize("seed", range(3))
def test_no_print_of_a_member_names_another_member(group, forms, slovenian, paper, pdf, seed):
    dice = Random(seed)
    told_of: dict[str, list[str]] = {one.id: [] for one in group.people}
    for session in dice.sample(group.sessions, 4):
        roster = [line.person for line in Sessions(group.desk).open(session).roster]
        shared = [one.family_name + dice.choice(ENDINGS) for one in dice.sample(roster, 3)]
        Notes(group.desk).write(
            session, None, NoteFormat.GROUP, {"process": f"Govorili so {', '.join(shared)}."}
        )
        for person in dice.sample(roster, 6):
            others = [one for one in roster if one.id != person.id]
            named = [one.family_name + dice.choice(ENDINGS) for one in dice.sample(others, 2)]
            word = f"beseda{len(told_of[person.id])}{person.code[-4:]}"
            Notes(group.desk).write(
                session,
                person.id,
                NoteFormat.FREE,
                {"text": f"Z @{named[0]} in {named[1]} je govoril: {word}."},
            )
            told_of[person.id].append(word)
        sign_all(group.desk, session)
    files = FilePrints(group.desk, slovenian, paper)
    for person in dice.sample(group.people, 5):
        whole = pdf(files.draw(person.id, files.parts(person.id))).text()
        assert [word for word in told_of[person.id] if word not in whole] == []
        one = certificate(group, people=(person.id,))
        certified = pdf(Certificates(group.desk, slovenian, paper).draw(one)).text()
        form = pdf(forms.draw("who-5", person.id)).text()
        others = [one for one in group.people if one.id != person.id]
        for told in (whole, certified, form):
            assert [one.family_name for one in others if one.family_name in told] == []
            assert [one.code for one in others if one.code in told] == []


def test_a_file_has_originals_with_what_corrects_them_and_only_the_chosen_parts(
    group, slovenian, paper, pdf
):
    session, person = group.sessions[2], group.people[1]
    Notes(group.desk).write(session, person.id, NoteFormat.FREE, {"text": "prvotno besedilo"})
    sign_all(group.desk, session)
    (view,) = Notes(group.desk).of_session(session)
    Notes(group.desk).add_to(view.note.id, "dodano besedilo", "manjkal je datum")
    sign_all(group.desk, session)
    Sessions(group.desk).record(
        session,
        [
            Mark(
                person=person.id, status=AttendanceStatus.EXCUSED_VISIT, minutes=0,
                reason="napačno prebrano",
            )
        ],
    )  # fmt: skip
    files = FilePrints(group.desk, slovenian, paper)
    whole = pdf(files.draw(person.id, files.parts(person.id))).text()
    for text in ("prvotno besedilo", "dodano besedilo", "manjkal je datum", "Popravki prisotnosti",
                 "napačno prebrano", person.full_name, "Izpis mape"):  # fmt: skip
        assert text in whole
    notes = pdf(files.draw(person.id, {"notes"})).text()
    assert "prvotno besedilo" in notes
    assert "Popravki prisotnosti" not in notes
    with pytest.raises(RuleBrokenError, match="file-nothing"):
        files.draw(person.id, ())


def test_what_is_left_is_on_record_for_everybody_on_it(group, slovenian, paper, forms):
    certificates = Certificates(group.desk, slovenian, paper)
    certificates.left(certificate(group), "print")
    forms.left("phq-9", group.people[0].id, "pdf")
    FilePrints(group.desk, slovenian, paper).left(group.people[0].id, "show")
    MinutesPapers(group.desk, slovenian, paper).left(group.sessions[0], "print")
    with group.desk.reading(None) as facts:
        lines = facts.audit_page(AuditQuestion(), limit=6, before=None)
    assert sorted(line.action for line in lines) == [
        "certificate.print", "certificate.print", "certificate.print", "file.show", "form.pdf",
        "minutes.print",
    ]  # fmt: skip
    assert {line.person for line in lines if line.action == "certificate.print"} == {
        one.id for one in group.people[:3]
    }
