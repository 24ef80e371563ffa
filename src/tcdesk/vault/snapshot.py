"""Questions to the vault: values out, as far as who asks may see them (services.store.Reading)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    func,
    literal,
    select,
)

from tcdesk.bundle.canonical import decode
from tcdesk.domain.caseload import EmergencyAccess, OutOfScopeError
from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import MissingRowError
from tcdesk.domain.identifiers import IdentifierKind
from tcdesk.domain.ids import AccountId, GroupId, PersonId, ProgrammeId, SessionId
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Attendance, Session
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion, Checkpoint
from tcdesk.services.exchange_store import Exporting
from tcdesk.services.figures import Figures
from tcdesk.services.lines import (
    Alerts,
    Answered,
    DraftLine,
    GroupLine,
    HomeCounts,
    Likeness,
    NoteHit,
    NoteLine,
    PeopleQuestion,
    PersonLine,
    PersonSummary,
    SessionFilter,
    SessionLine,
    Similar,
    TimelineLine,
    TimelineQuestion,
)
from tcdesk.services.store import (
    AuditHead,
    Record,
    Scalar,
    Superseded,
)
from tcdesk.vault import (
    audit_queries,
    bookkeeping,
    file_tables,
    flag_queries,
    instrument_queries,
    note_queries,
    note_search,
    people_queries,
    session_queries,
    tables,
    timeline_queries,
)
from tcdesk.vault import bin as bin_
from tcdesk.vault.export_queries import LeavingRows
from tcdesk.vault.mapper import Cell, to_cell, to_value
from tcdesk.vault.office_figures import OfficeFigures
from tcdesk.vault.reach import person_of
from tcdesk.vault.same import same
from tcdesk.vault.sight import Sight, without_people
from tcdesk.vault.unit_figures import UnitFigures

R = TypeVar("R", bound=Record)

NO_HASH = bytes(32)
LASTING = (NoteSignature, EmergencyAccess)  # evidence: nobody takes it back
EPOCH_SHIFT = 32


class Snapshot:
    """Questions to one consistent state of the vault."""

    def __init__(self, connection: Connection, sight: Sight | None = None) -> None:
        self.connection = connection
        self.sight = sight

    def get(self, kind: type[R], key: str) -> R:
        """Read one value."""
        table = tables.TABLES[kind]
        found = self._values(kind, table.c.id == key)
        if found:
            return found[0]
        there = select(table.c.id).where(table.c.id == key)
        if self.connection.scalar(there) is None:
            raise MissingRowError(table=table.name, id=key)
        raise OutOfScopeError

    def find(self, kind: type[R], /, **equal: Scalar) -> Sequence[R]:
        """Read all values whose columns equal the given ones."""
        table = tables.TABLES[kind]
        wanted = [_equals(table, name, to_cell(value)) for name, value in equal.items()]
        return self._values(kind, *wanted)

    def _values(self, kind: type[R], *wanted: ColumnElement[bool]) -> Sequence[R]:
        """Read values, as far as they may be seen."""
        table, sight = tables.TABLES[kind], self.sight
        question = select(table).where(*wanted).order_by(table.c.id)
        if sight is None:
            return [to_value(kind, row) for row in self.connection.execute(question).mappings()]
        question = question.where(sight.rows(table))
        if table is tables.session:
            question = question.add_columns(*sight.session_columns())
        rows = self.connection.execute(question).mappings()
        return [without_people(to_value(kind, row), row) for row in rows]

    def sees(self, person: PersonId) -> bool:
        """Say whether a person's file may be seen."""
        return self.sight is None or self._holds(
            tables.person.c.id == person, self.sight.reaches(tables.person.c.id)
        )

    def opens(self, session: SessionId) -> bool:
        """Say whether a session may be opened."""
        return self.sight is None or self._holds(tables.session.c.id == session, self.sight.opens())

    def runs(self, session: SessionId) -> bool:
        """Say whether a session may be run and changed."""
        return self.sight is None or self._holds(tables.session.c.id == session, self.sight.runs())

    def _holds(self, *wanted: ColumnElement[bool]) -> bool:
        return bool(self.connection.scalar(select(literal(1)).where(*wanted).limit(1)))

    def _look_at(self, person: PersonId) -> None:
        if not self.sees(person):
            raise OutOfScopeError

    def noted(self, session: SessionId) -> Sequence[Person]:
        """List people about whom the one at the desk has signed a note in a session."""
        if self.sight is None or not self.sight.own:
            return ()
        return note_queries.noted(self.connection, session, self.sight.account)

    def person_code(self, person: PersonId) -> str:
        """Give the code of a person, whoever asks."""
        table = tables.person
        return self.connection.scalar(select(table.c.code).where(table.c.id == person)) or ""

    def root(self, person: PersonId) -> PersonId:
        """Give the file that a merged one stands for."""
        return self.merged().get(person, person)

    def merged(self) -> Mapping[PersonId, PersonId]:
        """Give every file that stands for another."""
        alias = file_tables.alias
        rows = self.connection.execute(
            select(alias.c.person, alias.c.main).where(alias.c.separated_at.is_(None))
        )
        return {PersonId(row[0]): PersonId(row[1]) for row in rows}

    def marks(self, people: Sequence[PersonId], day: date) -> Mapping[PersonId, str]:
        """Give the codes of the risk flags of people on a day."""
        return flag_queries.marks(self.connection, people, day)

    def numbered(self, kind: IdentifierKind, plain: str) -> str | None:
        """Find the row that holds a number, whoever asks."""
        table = file_tables.identifier
        return self.connection.scalar(
            select(table.c.id).where(table.c.kind == kind.value, table.c.plain == plain)
        )

    def places(self, limit: int) -> Sequence[str]:
        """List the names of places in people's files."""
        place = file_tables.housing_stay.c.place
        return self.connection.scalars(
            select(place).group_by(place).order_by(func.count().desc(), place).limit(limit)
        ).all()

    def coded(self, code: str) -> PersonId | None:
        """Find whose code it is, whoever asks."""
        table = tables.person
        found = self.connection.scalar(select(table.c.id).where(table.c.code == code))
        return PersonId(found) if found else None

    def born(self, person: PersonId) -> date | None:
        """Give when a person was born, whoever asks."""
        table = tables.person
        told = self.connection.scalar(select(table.c.birth_date).where(table.c.id == person))
        return date.fromisoformat(told) if told else None

    def named(self, folded: str) -> Sequence[PersonId]:
        """Find people by their whole folded name, whoever asks."""
        table = tables.person
        found = self.connection.scalars(
            select(table.c.id).where(table.c.folded == folded).order_by(table.c.id)
        )
        return [PersonId(one) for one in found]

    def version(self, kind: type[R], key: str) -> int:
        """Give the row version."""
        state = bookkeeping.row_state
        found = self.connection.scalar(
            select(state.c.version).where(
                state.c.tbl == tables.TABLES[kind].name, state.c.id == key
            )
        )
        if found is None:
            raise MissingRowError(table=tables.TABLES[kind].name, id=key)
        return int(found)

    def dependants(self, kind: type[Record], key: str) -> frozenset[str]:
        """Give the ids of the rows that name a row by a foreign key."""
        target = tables.TABLES[kind].name
        found: set[str] = set()
        for table in tables.metadata.sorted_tables:
            for foreign in table.foreign_keys:
                if foreign.column.table.name == target:
                    own = next(iter(table.primary_key))
                    named = select(own).where(foreign.parent == key)
                    found.update(str(one) for one in self.connection.scalars(named))
        return frozenset(found - {key})

    def superseded(self, kind: type[R], key: str) -> Sequence[tuple[R, Superseded]]:
        """List what a value was before."""
        table, history = tables.TABLES[kind], bookkeeping.history
        if self.sight is not None:
            self.get(kind, key)  # what is no longer there is not told to whoever sees a part
        rows = self.connection.execute(
            select(history)
            .where(history.c.tbl == table.name, history.c.id == key)
            .order_by(history.c.seq)
        )
        return [(_former(kind, table, row), _superseded(row)) for row in rows.mappings()]

    def in_bin(self, removal: str) -> Sequence[Record]:
        """Give what an act removed, the thing itself last."""
        lying = bin_.lying_in(self.connection, removal)
        people = {person_of(value) for value in lying} - {None}
        return lying if all(self.sees(PersonId(str(one))) for one in people) else ()

    def setting(self, name: str) -> str | None:
        """Read a setting."""
        return self.connection.scalar(
            select(bookkeeping.meta.c.value).where(bookkeeping.meta.c.name == name)
        )

    def secret(self, name: str) -> bytes | None:
        """Read a key of the unit."""
        return self.connection.scalar(
            select(bookkeeping.secret.c.value).where(bookkeeping.secret.c.name == name)
        )

    def audit_head(self) -> AuditHead:
        """Give the newest audit line."""
        row = self.connection.execute(
            select(bookkeeping.audit.c.seq, bookkeeping.audit.c.hash)
            .order_by(bookkeeping.audit.c.seq.desc())
            .limit(1)
        ).first()
        return AuditHead(seq=row[0], sha256=row[1].hex()) if row else AuditHead(seq=0, sha256="")

    def audit_page(
        self, question: AuditQuestion, *, limit: int, before: AuditPlace | None
    ) -> Sequence[AuditLine]:
        """List audit lines, newest first."""
        return audit_queries.lines(self.connection, question, limit=limit, before=before)

    def checkpoints(self) -> Sequence[Checkpoint]:
        """List the heads that accounts have signed."""
        return audit_queries.checkpoints(self.connection)

    def people(
        self, question: PeopleQuestion, *, limit: int, after: int = 0
    ) -> Sequence[PersonLine]:
        """List people."""
        return people_queries.people(
            self.connection, question, self.sight, limit=limit, after=after
        )

    def people_count(self, question: PeopleQuestion) -> int:
        """Count people."""
        return people_queries.people_count(self.connection, question, self.sight)

    def alerts(self, day: date, most: int | None = None) -> Alerts:
        """Count people who need a look, and list the first of them."""
        return people_queries.alerts(self.connection, day, most, self.sight)

    def similar_people(self, wanted: Likeness) -> Sequence[Similar]:
        """Find possible duplicates."""
        return people_queries.similar(self.connection, wanted, self.sight)

    def timeline(
        self, question: TimelineQuestion, *, limit: int, after: int = 0
    ) -> Sequence[TimelineLine]:
        """List what happened to one person."""
        self._look_at(question.person)
        return timeline_queries.timeline(self.connection, question, limit, after)

    def authors(self, person: PersonId) -> Sequence[AccountId]:
        """List the accounts that have written in a person's file."""
        self._look_at(person)
        return timeline_queries.authors(self.connection, person)

    def summary(self, person: PersonId, day: date) -> PersonSummary:
        """Sum up a person's attendance, and find the next session."""
        self._look_at(person)
        return session_queries.summary(self.connection, person, day)

    def groups(self, day: date) -> Sequence[GroupLine]:
        """List groups that run on a day."""
        return session_queries.groups(self.connection, day, self.sight)

    def members(self, group: GroupId, day: date) -> Sequence[Person]:
        """List members of a group on a day."""
        return session_queries.members(self.connection, group, day, self.sight)

    def sessions(
        self, first: date, last: date, *, programme: ProgrammeId | None = None
    ) -> Sequence[SessionLine]:
        """List sessions between two days."""
        return session_queries.between(self.connection, first, last, programme, self.sight)

    def expected(self, session: SessionId) -> int:
        """Count the people whom a session expects."""
        return session_queries.expected(self.connection, session)

    def waiting_sessions(
        self, what: SessionFilter, account: AccountId | None
    ) -> Sequence[SessionLine]:
        """List sessions with unsigned notes, or with drafts."""
        return session_queries.waiting(self.connection, what, account, self.sight)

    def session_by_code(self, code: str) -> Session | None:
        """Find the session of a sheet code."""
        return next(iter(self.find(Session, code=code)), None)

    def attendance(self, session: SessionId) -> Sequence[Attendance]:
        """List all facts of a session."""
        return self.find(Attendance, session=session)

    def notes(self, session: SessionId) -> Sequence[tuple[Note, NoteSignature | None]]:
        """List the notes of a session with their signatures."""
        return note_queries.of_session(self.connection, session, self.sight)

    def waiting_notes(self, of: AccountId | None, *, mentor: bool = False) -> Sequence[NoteLine]:
        """List unsigned notes of an author or of all, or what waits for a mentor."""
        if mentor and of is not None:
            return note_queries.to_countersign(self.connection, of, self.sight)
        return note_queries.unsigned(self.connection, of, self.sight)

    def note_hits(
        self, words: Sequence[Sequence[str]], *, ranked: bool, limit: int
    ) -> Sequence[NoteHit]:
        """Find open notes that hold every word, as far as they may be read."""
        return note_search.hits(self.connection, words, self.sight, ranked=ranked, limit=limit)

    def closed_counts(self) -> Mapping[str, int]:
        """Count the notes of each compartment."""
        return note_queries.closed_counts(self.connection)

    def drafts(self, account: AccountId) -> Sequence[Draft]:
        """List one account's drafts."""
        return note_queries.drafts(self.connection, account)

    def draft(self, account: AccountId, page: str, entity: str) -> Draft | None:
        """Read one account's draft of a form."""
        return next(iter(self.find(Draft, account=account, page=page, entity=entity)), None)

    def draft_lines(self, account: AccountId) -> Sequence[DraftLine]:
        """List one account's drafts with their sessions."""
        return note_queries.draft_lines(self.connection, account, self.sight)

    def printed_not_keyed(self, day: date) -> Sequence[SessionLine]:
        """List sessions whose sheet was printed and nothing is recorded."""
        return session_queries.printed_not_keyed(self.connection, day, self.sight)

    def home(self, day: date, account: AccountId, *, whole_unit: bool) -> HomeCounts:
        """Count what waits."""
        return note_queries.home(self.connection, day, account, self.sight, whole_unit=whole_unit)

    def answered(self, day: date, person: PersonId | None = None) -> Sequence[Answered]:
        """Give the newest day on which each questionnaire was answered."""
        return instrument_queries.answered(self.connection, day, person, self.sight)

    def stays_near(self, day: date, since: date) -> Sequence[Episode]:
        """List stays that hold on a day or have ended since another."""
        return instrument_queries.stays_near(self.connection, day, since, self.sight)

    def exporting(self, owner: str, audit_after: int) -> Exporting:
        """Give what leaves this unit."""
        return LeavingRows(self.connection, owner, audit_after)

    def own_figures(self) -> Figures:
        """Count in the unit's own tables."""
        return UnitFigures(self.connection, self.setting("unit-code") or "")

    def received_figures(self) -> Figures:
        """Count in what an office has received."""
        return OfficeFigures(self.connection)


def _equals(table: Table, name: str, cell: Cell) -> ColumnElement[bool]:
    """Say that a column holds a cell; one that names a person, that it names one of their files."""
    column = table.c[name]
    if cell is None:
        return column.is_(None)
    names_person = any(one.column.table is tables.person for one in column.foreign_keys)
    if names_person and isinstance(cell, str) and table is not file_tables.alias:
        return column.in_(same(cell))
    return column == cell


def _former(kind: type[R], table: Table, row: RowMapping) -> R:
    """Read a value from history, whose payload leaves out what was empty."""
    told = decode(str(row["payload"]).encode())
    cells: dict[str, Cell] = {column.name: None for column in table.columns}
    if isinstance(told, dict):
        cells |= {name: cell for name, cell in told.items() if isinstance(cell, str | int)}
    return to_value(kind, cells)


def _superseded(row: RowMapping) -> Superseded:
    return Superseded(version=row["version"], at=row["at"], account=AccountId(row["account"]))
