"""People from a spreadsheet: look, decide row by row, take everything at once; undo the batch.

    RawSheet ── layout ──> Layout ── plan ──> Plan (dry run) ── take ──> ImportBatch ── undo

A batch is one unit of work: it is there whole or not at all. Undoing takes back what nobody has
changed, signed or built on since; the rest stays and is told.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import cast

from tcdesk.domain.enrolments import (
    Episode,
    ExitCode,
    Participation,
    PhaseStay,
    check_entry,
)
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import EpisodeId, ParticipationId, PersonId
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.people_import import ImportBatch, ImportedFile, ImportField, ReadPerson
from tcdesk.domain.programmes import Operation, Phase, Programme
from tcdesk.domain.removal import Removal, Thing, last_day
from tcdesk.domain.staff import Action, Scope, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import settle
from tcdesk.services.import_layout import Layout, layout_of, remember
from tcdesk.services.import_plan import Known, Plan, PlannedRow, Standing, Taken, chosen, plan_rows
from tcdesk.services.ports import Words
from tcdesk.services.spreadsheet_rows import RawSheet, Tell
from tcdesk.services.store import Record, Work

_CHUNK = 200  # people written at once, between two reports
Choices = Mapping[int, tuple[Taken, PersonId | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """An import that was made, and by whom."""

    batch: ImportBatch
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PeopleImport:
    """Takes people out of spreadsheets; for whoever sees the whole unit."""

    desk: Desk
    words: Words

    def layout(self, sheet: RawSheet, head: int | None = None) -> Layout:
        """Guess which column holds what; as it was last time for the same kind of file."""
        with self.desk.reading(Action.EDIT_PEOPLE) as facts:
            layout = layout_of(facts, sheet, self.words, head)
            there = {one.id for one in facts.find(Programme)}
            return layout if layout.programme in there else replace(layout, programme=None)

    def programmes(self) -> Sequence[Programme]:
        """List the programmes that people can be entered into."""
        with self.desk.reading(Action.EDIT_PEOPLE) as facts:
            return facts.find(Programme)

    def plan(self, sheet: RawSheet, layout: Layout, tell: Tell) -> Plan:
        """Say what would become of every row; nothing is written.

        Raises:
            RuleBrokenError: ``import-columns``, ``import-programme``, ``import-nothing`` or
                ``import-whole-unit``.
        """
        self.desk.check(Action.EDIT_PEOPLE)
        self._check(layout)
        with self.desk.reading(Action.EDIT_PEOPLE) as facts:
            operation = None
            if layout.programme is not None:
                programme = facts.get(Programme, layout.programme)
                operation = facts.get(Operation, programme.operation)
            plan = plan_rows(
                sheet,
                layout,
                Known([one for one in facts.find(Person) if not one.anonymous]),
                operation=operation,
                today=self.desk.clock.today(),
                tell=tell,
            )
        if not plan.rows:
            raise RuleBrokenError("import-nothing")
        return plan

    def take(self, plan: Plan, choices: Choices, tell: Tell) -> ImportBatch:
        """Write everything that was decided, or nothing.

        Raises:
            RuleBrokenError: ``import-stale`` when somebody of the list has got a file meanwhile;
                ``import-nothing`` when no row is to be taken.
        """
        self.desk.check(Action.EDIT_PEOPLE)
        rows = chosen(plan, choices)
        if all(row.taken is Taken.LEAVE for row in rows):
            raise RuleBrokenError("import-nothing")
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            return _Taking(self.desk, work, plan.layout).take(rows, tell)

    def batches(self) -> Sequence[BatchLine]:
        """List the imports that were made, newest first."""
        with self.desk.reading(Action.EDIT_PEOPLE) as facts:
            by = {one.account: one.short_name for one in facts.find(Staff)}
            found = sorted(facts.find(ImportBatch), key=lambda one: one.id, reverse=True)
            return [BatchLine(batch=one, by=by.get(one.account, "")) for one in found]

    def undo(self, batch: str, tell: Tell) -> ImportBatch:
        """Take a batch back; gives it with the number of people with whom something stayed.

        Raises:
            RuleBrokenError: ``import-undone`` when it was taken back already.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            made = work.get(ImportBatch, batch)
            if made.undone_at is not None:
                raise RuleBrokenError("import-undone")
            files = work.find(ImportedFile, batch=batch)
            stayed = 0
            for number, file in enumerate(files):
                tell(number / max(len(files), 1))
                stayed += not self._take_back(work, file)
            undone = replace(
                made,
                undone_at=self.desk.moment(),
                undone_by=self.desk.actor.account,
                stayed=stayed,
            )
            work.change(undone, expected=work.version(ImportBatch, batch))
            return undone

    def _check(self, layout: Layout) -> None:
        if self.desk.actor.scope is not Scope.UNIT:
            raise RuleBrokenError("import-whole-unit")
        has = set(layout.columns)
        named = ImportField.NAME in has or {ImportField.FAMILY, ImportField.GIVEN} <= has
        if not named or not {ImportField.BIRTH, ImportField.SEX} <= has:
            raise RuleBrokenError("import-columns")
        if ImportField.ENTRY in has and layout.programme is None:
            raise RuleBrokenError("import-programme")

    def _take_back(self, work: Work, file: ImportedFile) -> bool:
        """Take back what an import wrote about one person; gives False when it must stay."""
        written = [_KINDS[table] for table, _key in _rows(file)]
        keys = [key for _table, key in _rows(file)]
        own = set(keys)
        rows: list[Record] = []
        for kind, key in zip(written, keys, strict=True):
            found = work.find(kind, id=key)
            if not found or work.superseded(kind, key) or not work.dependants(kind, key) <= own:
                return False
            rows.append(found[0])
        main = next((one for one in rows if isinstance(one, Person | Episode)), rows[0])
        work.remove(
            Removal(
                id=self.desk.ids.new(),
                thing=Thing.PERSON if file.is_new else _THINGS[type(main)],
                row=main.id,
                person=file.person,
                at=self.desk.moment(),
                account=self.desk.actor.account,
                until=last_day(self.desk.clock.today()),
            ),
            sorted(rows, key=lambda one: _ORDER.index(type(one)), reverse=True),
        )
        if isinstance(main, Episode):
            settle(work, main.participation)
        return True


_KINDS: Mapping[str, type[Record]] = {
    "person": Person,
    "status_stay": StatusStay,
    "participation": Participation,
    "episode": Episode,
    "phase_stay": PhaseStay,
}
_ORDER = list(_KINDS.values())  # each may need those before it
_NAMES = {kind: name for name, kind in _KINDS.items()}
_THINGS: Mapping[type, Thing] = {
    StatusStay: Thing.STATUS,
    Participation: Thing.PARTICIPATION,
    Episode: Thing.EPISODE,
}


def _rows(file: ImportedFile) -> Sequence[tuple[str, str]]:
    return [(table, key) for table, key in cast("list[list[str]]", json.loads(file.rows))]


class _Taking:
    """One batch while it is written."""

    def __init__(self, desk: Desk, work: Work, layout: Layout) -> None:
        self._desk = desk
        self._work = work
        self._layout = layout
        self._unit = work.setting("unit-code") or ""
        self._known = Known(work.find(Person))
        self._programme = work.get(Programme, layout.programme) if layout.programme else None
        self._operation = (
            work.get(Operation, self._programme.operation) if self._programme else None
        )
        phases = (
            sorted(work.find(Phase, programme=self._programme.id), key=lambda one: one.number)
            if self._programme
            else ()
        )
        self._first_phase = phases[0] if phases else None
        self._codes = set(self._known.by_code)

    def take(self, rows: Sequence[PlannedRow], tell: Tell) -> ImportBatch:
        batch = ImportBatch(
            id=self._desk.ids.new(),
            at=self._desk.moment(),
            account=self._desk.actor.account,
            rows=len(rows),
            added=sum(1 for row in rows if row.taken is Taken.ADD),
            joined=sum(1 for row in rows if row.taken is Taken.JOIN),
            left_out=sum(
                1
                for row in rows
                if row.taken is Taken.LEAVE and row.standing is not Standing.REFUSED
            ),
            refused=sum(1 for row in rows if row.standing is Standing.REFUSED),
        )
        self._work.add(batch)
        for start in range(0, len(rows), _CHUNK):
            tell(start / len(rows))
            some = rows[start : start + _CHUNK]
            new = [(row, row.person) for row in some if row.taken is Taken.ADD and row.person]
            files = self._add(batch.id, new)
            for row in some:
                if row.taken is Taken.JOIN and row.person and row.join:
                    file = self._join(batch.id, row.join, row.person)
                    files += [file] if file else []
            self._work.add_all(files)
        remember(self._work, self._layout)
        return batch

    def _add(self, batch: str, rows: Sequence[tuple[PlannedRow, ReadPerson]]) -> list[ImportedFile]:
        people, others = [], []
        for row, read in rows:
            if row.standing is Standing.NEW and self._known.same(read):
                raise RuleBrokenError("import-stale")
            person = self._person(read)
            people.append(person)
            others.append(self._others(person.id, read))
        self._work.add_all(people)
        for kind in (StatusStay, Participation, Episode, PhaseStay):
            self._work.add_all([one for some in others for one in some if isinstance(one, kind)])
        return [
            self._file(batch, person.id, [person, *some], is_new=True)
            for person, some in zip(people, others, strict=True)
        ]

    def _person(self, read: ReadPerson) -> Person:
        ids = self._desk.ids
        code = f"{self._unit}-{ids.code()}"
        while code in self._codes:
            code = f"{self._unit}-{ids.code()}"
        self._codes.add(code)
        return Person(
            id=PersonId(ids.new()),
            code=code,
            pseudonym=ids.pseudonym(),
            kind=read.kind,
            given_name=read.given_name,
            family_name=read.family_name,
            birth_date=read.birth_date,
            sex=read.sex,
        )

    def _status(self, person: PersonId, read: ReadPerson) -> Sequence[StatusStay]:
        if read.status is None:
            return ()
        since = read.status_from or self._desk.clock.today()
        return (
            StatusStay(
                id=self._desk.ids.new(),
                person=person,
                status=read.status,
                from_date=since,
                to_date=None,
            ),
        )

    def _others(self, person: PersonId, read: ReadPerson) -> Sequence[Record]:
        """Give the rows of a new file besides the person, in the order in which they depend."""
        return [*self._status(person, read), *self._stay(person, read, None)]

    def _stay(
        self, person: PersonId, read: ReadPerson, known: Participation | None
    ) -> Sequence[Record]:
        """Give the rows of a stay in the programme; a first one begins the participation."""
        if read.entry is None or self._programme is None or self._operation is None:
            return ()
        new = self._desk.ids.new
        out = read.exit + timedelta(days=1) if read.exit else None
        participation = known or Participation(
            id=ParticipationId(new()),
            person=person,
            operation=self._operation.id,
            from_date=read.entry,
            to_date=out,
        )
        episode = Episode(
            id=EpisodeId(new()),
            person=person,
            participation=participation.id,
            programme=self._programme.id,
            from_date=read.entry,
            to_date=out,
            exit_code=(read.exit_code or ExitCode.UNKNOWN) if out else None,
        )
        made: list[Record] = [episode] if known else [participation, episode]
        if self._first_phase is not None:
            made.append(
                PhaseStay(
                    id=new(),
                    episode=episode.id,
                    phase=self._first_phase.id,
                    from_date=read.entry,
                    to_date=out,
                )
            )
        return made

    def _join(self, batch: str, key: PersonId, read: ReadPerson) -> ImportedFile | None:
        """Add to a file what it lacks: a legal status where there is none, a stay that fits."""
        work = self._work
        made: list[Record] = []
        if self._stay_fits(key, read) and self._operation is not None:
            known = next(
                iter(work.find(Participation, person=key, operation=self._operation.id)), None
            )
            made += self._stay(key, read, known)
            for one in made:
                work.add(one)
            if known is not None:
                settle(work, known.id)
        if read.status is not None and not work.find(StatusStay, person=key):
            statuses = self._status(key, read)
            work.add_all(statuses)
            made += statuses
        return self._file(batch, key, made, is_new=False) if made else None

    def _stay_fits(self, key: PersonId, read: ReadPerson) -> bool:
        """Say whether a stay of the row would fit beside those on file."""
        work = self._work
        if self._programme is None or self._operation is None or read.entry is None:
            return False
        wanted = Episode(
            id=EpisodeId(""),
            person=key,
            participation=ParticipationId(""),
            programme=self._programme.id,
            from_date=read.entry,
            to_date=read.exit + timedelta(days=1) if read.exit else None,
            exit_code=None,
        )
        earlier = work.find(Episode, person=key, programme=self._programme.id)
        try:
            check_entry(work.get(Person, key), self._operation, wanted, earlier)
        except RuleBrokenError:
            return False
        return True

    def _file(
        self, batch: str, person: PersonId, rows: Sequence[Record], *, is_new: bool
    ) -> ImportedFile:
        return ImportedFile(
            id=self._desk.ids.new(),
            batch=batch,
            person=person,
            is_new=is_new,
            rows=json.dumps([[_NAMES[type(one)], one.id] for one in rows]),
        )
