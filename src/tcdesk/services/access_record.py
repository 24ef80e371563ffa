"""»Izpis vseh podatkov«: everything the unit holds about one person, for that person.

Access of the data subject (GDPR Article 15; Directive 2016/680, Article 14): the data, where they
come from, to whom they were given and who looked at them. Other participants are left out, names in
texts are masked, those who work here stand by their code and role. A closed note is told to exist;
its author decides about its text. Making the document, printing and saving it are on record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.ids import PersonId, SessionId
from tcdesk.domain.notes import Note
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.programmes import Activity, Operation, Phase, Programme
from tcdesk.domain.sessions import Attendance, Group, Guest, Membership, Session
from tcdesk.domain.staff import Account, Action, Staff
from tcdesk.services.access_answers import AnswersPart
from tcdesk.services.access_file import FilePart
from tcdesk.services.access_notes import mask_of, record_note, record_notes
from tcdesk.services.access_sessions import session_tables
from tcdesk.services.access_tables import day_of, record_table
from tcdesk.services.access_trail import TrailPart
from tcdesk.services.audit_lines import AuditLine
from tcdesk.services.community_record import CommunityRecord
from tcdesk.services.desk import Desk
from tcdesk.services.drug_test_record import TestRecordPart
from tcdesk.services.masking import Mask
from tcdesk.services.papers import AccessRecord, ColumnKind, Foot, Paper, RecordNote, Section, Table
from tcdesk.services.plan_record import PlanPart
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading
from tcdesk.services.undo import Change, Undo

_TEXT, _DATE = ColumnKind.TEXT, ColumnKind.DATE


@dataclass(frozen=True, slots=True)
class AccessRecords:
    """Makes the record of one person."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, person: PersonId) -> bytes:
        """Draw the record as it stands now; nothing touches a disk.

        Raises:
            NotAllowedError: Only the head of the unit gives it.
        """
        with self.desk.reading(Action.ACCESS_RECORD) as facts:
            changes = Undo(self.desk).changes(person)
            record = RecordWriter(facts, self.words, person).record(self.desk, changes)
        return self.paper.access_record(record)

    def made(self, person: PersonId) -> None:
        """Put on record that the document was made: a look at the whole file."""
        self._audit("access.make", person)

    def left(self, person: PersonId, way: str) -> None:
        """Put on record that it was printed or saved (``print`` or ``pdf``)."""
        self._audit(f"access.{way}", person)

    def _audit(self, action: str, person: PersonId) -> None:
        with self.desk.writing(Action.ACCESS_RECORD) as work:
            work.audit(action, entity="person", key=person, person=person)


class RecordWriter:
    """Collects what is held about a person, from one snapshot."""

    def __init__(
        self,
        facts: Reading,
        words: Words,
        person: PersonId,
        *,
        everybody: Reading | None = None,
        staff_named: bool = False,
    ) -> None:
        """Read who it is about.

        Args:
            facts: What the one at the desk may see.
            words: The language.
            person: Whose record.
            everybody: What knows the names of all who must not stand on it; ``facts`` without.
            staff_named: Name those who work here, instead of their codes.
        """
        self._everybody = everybody or facts
        self._staff_named = staff_named
        self._facts = facts
        self._words = words
        self._person = facts.get(Person, person)
        self._gender = self._person.sex.value.lower()
        accounts = {one.id: one for one in facts.find(Account)}
        staff = facts.find(Staff)
        self._staff: Mapping[str, Staff] = {one.id: one for one in staff}
        self._who: dict[str, str] = {
            one.account: (
                f"{one.short_name if staff_named else one.code}"
                f" ({words(f'role-{accounts[one.account].role.value}')})"
            )
            for one in staff
            if one.account in accounts
        }
        self._activities = {one.id: one for one in facts.find(Activity)}
        self._attendance = facts.find(Attendance, person=person)
        self._sessions = self._all_sessions()
        self._trail = TrailPart(facts=facts, words=words, person=self._person, name=self._name)

    def record(self, desk: Desk, changes: Sequence[Change]) -> AccessRecord:
        """Give everything."""
        facts, words, person = self._facts, self._words, self._person
        log = self._trail.log()
        shared = sum(
            1
            for session in self._sessions.values()
            for note, _signature in facts.notes(session.id)
            if note.person is None and session.person != person.id
        )
        printed_by = facts.find(Staff, account=desk.actor.account)
        return AccessRecord(
            name=person.full_name,
            code=person.code,
            unit=facts.setting("unit-name") or "",
            identity=self._identity(log),
            sections=(
                *self.file_sections(changes).values(),
                self._trail.given(self._sessions.values()),
                self._trail.looks(log),
            ),
            notes=self.notes(),
            shared=words("paper-access-shared", count=shared),
            as_of=desk.clock.today(),
            foot=Foot(
                printed_by=printed_by[0].code if printed_by else desk.vault.login,
                printed_at=desk.clock.now(),
                anchor=facts.audit_head().sha256[:10],
                training=facts.setting("training") == "yes",
            ),
        )

    # The parts of a file, which its print chooses from

    @property
    def person(self) -> Person:
        """Give whose record it is."""
        return self._person

    def identity(self) -> tuple[tuple[str, str], ...]:
        """Say who it is."""
        return self._identity(self._trail.log_of("person.add"))

    def file_sections(self, changes: Sequence[Change]) -> Mapping[str, Section]:
        """Give what is held about the person, without who was given it and who looked at it."""
        facts, words, person = self._facts, self._words, self._person
        return {
            "stays": Section(title=words("paper-access-stays"), tables=self._stays()),
            "file": FilePart(facts=facts, words=words, person=person).section(),
            "sessions": Section(
                title=words("paper-access-sessions"),
                tables=session_tables(
                    facts,
                    words,
                    person,
                    self._sessions,
                    self._attendance,
                    self._name,
                    lambda one: one.short_name if self._staff_named else one.code,
                ),
            ),
            "instruments": AnswersPart(
                facts=facts,
                words=words,
                person=person,
                name=self._name,
                mask=self.mask,
            ).section(),
            "community": CommunityRecord(
                facts=facts, words=words, person=person, mask=self.mask
            ).section(),
            "plan": PlanPart(
                facts=facts, words=words, person=person, name=self._name, mask=self.mask
            ).section(),
            "tests": TestRecordPart(
                facts=facts, words=words, person=person, mask=self.mask
            ).section(),
            "changes": self._trail.changes(changes),
        }

    def notes(self) -> tuple[RecordNote, ...]:
        """Give every note about the person, addenda as notes of their own."""
        return tuple(
            record_notes(
                self._facts,
                self._words,
                self._person,
                self._sessions,
                self._title,
                self._name,
                self.mask(),
            )
        )

    def shared_notes(self) -> tuple[RecordNote, ...]:
        """Give the shared notes of the groups in which the person took part, names masked."""
        present = {key for key, fact in self._current().items() if fact.status.attended}
        found = [
            one
            for key, session in self._sessions.items()
            if key in present and session.person is None
            for one, _signature in self._facts.notes(key)
            if one.person is None
        ]
        over = self.mask() if found else None
        return tuple(
            record_note(
                self._facts,
                self._words,
                one,
                self._sessions[one.session],
                self._title,
                self._name,
                over,
            )
            for one in found
            if over is not None
        )

    def mask(self) -> Mask:
        """Give what hides the names of others."""
        return mask_of(self._everybody, self._words, self._person, self._sessions)

    # Who it is

    def _identity(self, log: Sequence[AuditLine]) -> tuple[tuple[str, str], ...]:
        words, person = self._words, self._person
        opened = next((one for one in reversed(log) if one.action == "person.add"), None)
        told = [
            ("unit", self._facts.setting("unit-name") or ""),
            ("code", person.code),
            (
                "born",
                words.date(person.birth_date) if person.birth_date else words("history-empty"),
            ),
            ("sex", words(f"sex-{self._gender}")),
            ("kind", words(f"person-kind-{person.kind.value}", sex=self._gender)),
            ("region", person.region or words("history-empty")),
            (
                "source",
                words(
                    "paper-access-source.value",
                    day=day_of(opened.at),
                    by=self._name(opened.account),
                )
                if opened
                else words("paper-access-source-unknown"),
            ),
        ]
        return tuple((words(f"paper-access-{name}"), value) for name, value in told)

    def _name(self, account: str) -> str:
        return self._who.get(account) or self._words("paper-access-somebody")

    # Stays

    def _stays(self) -> tuple[Table, ...]:
        facts, words, key = self._facts, self._words, self._person.id
        statuses = sorted(facts.find(StatusStay, person=key), key=lambda one: one.from_date)
        episodes = sorted(facts.find(Episode, person=key), key=lambda one: one.from_date)
        phases = [
            (stay, facts.get(Phase, stay.phase))
            for one in episodes
            for stay in sorted(
                facts.find(PhaseStay, episode=one.id), key=lambda found: found.from_date
            )
        ]
        return (
            self._periods(
                "statuses",
                [
                    (
                        words(f"legal-status-{one.status.value}", sex=self._gender),
                        one.from_date,
                        _last(one.to_date),
                        "",
                    )
                    for one in statuses
                ],
            ),
            self._periods(
                "participations",
                [
                    (
                        self._named(facts.get(Operation, one.operation)),
                        one.from_date,
                        _last(one.to_date),
                        "",
                    )
                    for one in facts.find(Participation, person=key)
                ],
            ),
            self._periods(
                "episodes",
                [
                    (
                        self._named(facts.get(Programme, one.programme)),
                        one.from_date,
                        _last(one.to_date),
                        words(f"exit-code-{one.exit_code.value.lower()}", sex=self._gender)
                        if one.exit_code
                        else "",
                    )
                    for one in episodes
                ],
            ),
            self._periods(
                "phases",
                [
                    (self._named(phase), one.from_date, _last(one.to_date), "")
                    for one, phase in phases
                ],
            ),
            self._periods(
                "groups",
                [
                    (facts.get(Group, one.group).name, one.from_date, _last(one.to_date), "")
                    for one in facts.find(Membership, person=key)
                ],
            ),
        )

    def _periods(self, name: str, rows: Sequence[tuple[str, date, date | None, str]]) -> Table:
        remarks = any(row[3] for row in rows)
        return record_table(
            self._words,
            name,
            (
                ("what", _TEXT),
                ("from", _DATE),
                ("to", _DATE),
                *((("remark", _TEXT),) if remarks else ()),
            ),
            [row if remarks else row[:3] for row in rows],
        )

    # Sessions

    def _all_sessions(self) -> Mapping[SessionId, Session]:
        """Give every session that the person was at, planned for, or a guest of."""
        facts, key = self._facts, self._person.id
        keys = {one.session for one in self._attendance}
        keys |= {one.session for one in facts.find(Guest, person=key)}
        keys |= {one.session for one in facts.find(Note, person=key)}
        found = [*facts.find(Session, person=key), *(facts.get(Session, one) for one in keys)]
        return {
            one.id: one for one in sorted(found, key=lambda session: (session.day, session.start))
        }

    def _current(self) -> Mapping[SessionId, Attendance]:
        superseded = {one.supersedes for one in self._attendance}
        return {one.session: one for one in self._attendance if one.id not in superseded}

    # Words

    def _title(self, session: Session) -> str:
        return self._named(self._activities[session.activity])

    def _named(self, thing: Activity | Operation | Programme | Phase) -> str:
        return thing.name_sl if self._words.language == "sl" else thing.name_en


def _last(to_date: date | None) -> date | None:
    """Give the last day of what holds until before a day."""
    return to_date - timedelta(days=1) if to_date else None
