"""»Izpis vseh podatkov«: everything the unit holds about one person, for that person.

Access of the data subject (GDPR Article 15; Directive 2016/680, Article 14): the data, where they
come from, to whom they were given and who looked at them. Other participants are left out, names in
texts are masked, those who work here stand by their code and role. A closed note is told to exist;
its author decides about its text. Making the document, printing and saving it are on record.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.ids import PersonId, SessionId
from tcdesk.domain.notes import Note
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.programmes import Activity, Operation, Phase, Programme
from tcdesk.domain.sessions import Attendance, Group, Guest, Membership, Session
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Account, Action, Staff
from tcdesk.services.access_answers import AnswersPart
from tcdesk.services.access_notes import mask_of, record_notes
from tcdesk.services.audit_actions import action_words
from tcdesk.services.audit_lines import AuditLine, AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleOut, OutState, Party
from tcdesk.services.file_words import field_word, thing_word, told_word
from tcdesk.services.papers import (
    AccessRecord,
    Column,
    ColumnKind,
    Foot,
    Paper,
    Section,
    Table,
    Value,
)
from tcdesk.services.plan_record import PlanPart
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading
from tcdesk.services.undo import Change, Undo

PAGE = 5000  # audit lines at a time
_TEXT, _DATE, _NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER


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
            record = _Writer(facts, self.words, person).record(self.desk, changes)
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


class _Writer:
    """Collects what is held about a person, from one snapshot."""

    def __init__(self, facts: Reading, words: Words, person: PersonId) -> None:
        self._facts = facts
        self._words = words
        self._person = facts.get(Person, person)
        self._gender = self._person.sex.value.lower()
        accounts = {one.id: one for one in facts.find(Account)}
        staff = facts.find(Staff)
        self._staff: Mapping[str, Staff] = {one.id: one for one in staff}
        self._who: dict[str, str] = {
            one.account: f"{one.code} ({words(f'role-{accounts[one.account].role.value}')})"
            for one in staff
            if one.account in accounts
        }
        self._activities = {one.id: one for one in facts.find(Activity)}
        self._attendance = facts.find(Attendance, person=person)
        self._sessions = self._all_sessions()

    def record(self, desk: Desk, changes: Sequence[Change]) -> AccessRecord:
        """Give everything."""
        facts, words, person = self._facts, self._words, self._person
        log = self._log()
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
                Section(title=words("paper-access-stays"), tables=self._stays()),
                Section(title=words("paper-access-sessions"), tables=(self._session_table(),)),
                AnswersPart(
                    facts=facts,
                    words=words,
                    person=person,
                    name=self._name,
                    mask=lambda: mask_of(facts, words, person, self._sessions),
                ).section(),
                PlanPart(
                    facts=facts,
                    words=words,
                    person=person,
                    name=self._name,
                    mask=lambda: mask_of(facts, words, person, self._sessions),
                ).section(),
                Section(
                    title=words("paper-access-given"), tables=(self._exports(), self._prints())
                ),
                Section(title=words("paper-access-looks"), tables=(self._looks(log),)),
                Section(title=words("paper-access-changes"), tables=(self._changes(changes),)),
            ),
            notes=tuple(
                record_notes(facts, words, person, self._sessions, self._title, self._name)
            ),
            shared=words("paper-access-shared", count=shared),
            as_of=desk.clock.today(),
            foot=Foot(
                printed_by=printed_by[0].code if printed_by else desk.vault.login,
                printed_at=desk.clock.now(),
                anchor=facts.audit_head().sha256[:10],
                training=facts.setting("training") == "yes",
            ),
        )

    # Who it is

    def _identity(self, log: Sequence[AuditLine]) -> tuple[tuple[str, str], ...]:
        words, person = self._words, self._person
        opened = next((one for one in reversed(log) if one.action == "person.add"), None)
        told = [
            ("unit", self._facts.setting("unit-name") or ""),
            ("code", person.code),
            ("born", words.date(person.birth_date)),
            ("sex", words(f"sex-{self._gender}")),
            ("kind", words(f"person-kind-{person.kind.value}", sex=self._gender)),
            ("region", person.region or words("history-empty")),
            ("risk", words("history-yes" if person.risk else "history-no")),
            (
                "source",
                words(
                    "paper-access-source.value",
                    day=_day(opened.at),
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
        return self._table(
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

    def _session_table(self) -> Table:
        words = self._words
        held = self._current()
        rows: list[tuple[Value, ...]] = []
        for session in self._sessions.values():
            fact = held.get(session.id)
            rows.append(
                (
                    session.day,
                    words.time(session.start),
                    self._named(self._activities[session.activity]),
                    words(f"attendance-status-{fact.status.value}", sex=self._gender)
                    if fact
                    else words(f"session-state-{session.state.value}"),
                    fact.minutes if fact else None,
                    fact.participation if fact else None,
                    self._staff[session.leader].code,
                )
            )
        return self._table(
            "sessions",
            (
                ("day", _DATE),
                ("hour", _TEXT),
                ("activity", _TEXT),
                ("attendance", _TEXT),
                ("minutes", _NUMBER),
                ("participation", _NUMBER),
                ("leader", _TEXT),
            ),
            rows,
        )

    def _current(self) -> Mapping[SessionId, Attendance]:
        superseded = {one.supersedes for one in self._attendance}
        return {one.session: one for one in self._attendance if one.id not in superseded}

    # To whom it was given, who looked, what was changed

    def _exports(self) -> Table:
        facts, words = self._facts, self._words
        since = min((one.at for one in self._log_of("person.add")), default="")
        sent = [
            one
            for one in facts.find(BundleOut, kind="export", state=OutState.WRITTEN)
            if one.at >= since
        ]
        names = {one.id: one.name for one in facts.find(Party)}
        return self._table(
            "exports",
            (("day", _DATE), ("recipient", _TEXT), ("content", _TEXT)),
            [
                (_day(one.at), names.get(one.party, ""), words("paper-access-pseudonym"))
                for one in sorted(sent, key=lambda bundle: bundle.at)
            ],
        )

    def _prints(self) -> Table:
        words, key = self._words, self._person.id
        rows = [
            (
                _day(one.at),
                words("paper-access-sheet", day=session.day),
                self._name(one.account),
            )
            for session in self._sessions.values()
            for one in self._facts.find(Print, session=session.id)
            if key in one.roster
        ]
        return self._table("prints", (("day", _DATE), ("document", _TEXT), ("by", _TEXT)), rows)

    def _looks(self, log: Sequence[AuditLine]) -> Table:
        counted = Counter((_day(one.at), one.account, one.action) for one in log)
        rows = [
            (day, self._name(account), action_words(self._words, action), number)
            for (day, account, action), number in sorted(counted.items())
        ]
        return self._table(
            "looks",
            (("day", _DATE), ("by", _TEXT), ("deed", _TEXT), ("times", _NUMBER)),
            rows,
        )

    def _changes(self, changes: Sequence[Change]) -> Table:
        words, sex = self._words, self._person.sex
        rows = [
            (
                _day(change.at),
                thing_word(words, change),
                field_word(words, one.name),
                told_word(words, one.before, sex, one.name),
                self._name(change.account),
            )
            for change in reversed(changes)
            for one in change.fields
        ]
        return self._table(
            "changes",
            (
                ("day", _DATE),
                ("what", _TEXT),
                ("field", _TEXT),
                ("before", _TEXT),
                ("by", _TEXT),
            ),
            rows,
        )

    def _log(self) -> Sequence[AuditLine]:
        """Give every audit line about the person, newest first."""
        question, found, before = AuditQuestion(person=self._person.id), list[AuditLine](), None
        while page := self._facts.audit_page(question, limit=PAGE, before=before):
            found += page
            before = page[-1].place
        return found

    def _log_of(self, action: str) -> Sequence[AuditLine]:
        question = AuditQuestion(person=self._person.id, action=action)
        return self._facts.audit_page(question, limit=PAGE, before=None)

    # Words

    def _table(
        self,
        name: str,
        columns: Sequence[tuple[str, ColumnKind]],
        rows: Sequence[tuple[Value, ...]],
    ) -> Table:
        words = self._words
        return Table(
            title=words(f"paper-access-table-{name}"),
            columns=tuple(
                Column(title=words(f"paper-access-column-{title}"), kind=kind)
                for title, kind in columns
            ),
            rows=tuple(rows),
        )

    def _title(self, session: Session) -> str:
        return self._named(self._activities[session.activity])

    def _named(self, thing: Activity | Operation | Programme | Phase) -> str:
        return thing.name_sl if self._words.language == "sl" else thing.name_en


def _last(to_date: date | None) -> date | None:
    """Give the last day of what holds until before a day."""
    return to_date - timedelta(days=1) if to_date else None


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).date()
