"""Filled-in questionnaires: recorded once and locked, corrected by a new one that supersedes.

    record ── locked response ──┬── superseded by a correction, with a reason
                                └── an answer that raises an alert opens the safety procedure

What is pinned is the edition: scores, bands and text are always those of the version answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.instrument_due import Due
from tcdesk.domain.instrument_scoring import (
    alerts_of,
    band_of,
    check_answers,
    check_entered,
    scores_of,
)
from tcdesk.domain.instruments import (
    Answers,
    Band,
    Definition,
    Edition,
    Mode,
    Response,
    Values,
)
from tcdesk.domain.people import Person
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.due import WaitingLine, due_everywhere, due_for, waiting_line
from tcdesk.services.instruments import Known, keep_edition, kept, offered
from tcdesk.services.store import Reading, Work

SHORTEST_CORRECTION = 3  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResponse:
    """What is recorded; ``entered`` in the place of answers where only scores may be entered."""

    person: PersonId
    instrument: str
    day: date
    mode: Mode
    answers: Answers = field(repr=False)
    entered: Values = field(default_factory=dict, repr=False)
    supersedes: str | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A response with everything that is shown of it."""

    response: Response
    definition: Definition
    sha256: str
    answers: Answers = field(repr=False)
    values: Values = field(repr=False)
    bands: Mapping[str, Band] = field(repr=False)
    author: str = field(repr=False)
    superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A person's questionnaires as of a day; results oldest first, procedures with row version."""

    results: Sequence[Result] = field(repr=False)
    due: Sequence[Due]
    flows: Sequence[tuple[SafetyFlow, int]] = field(repr=False)
    offered: Sequence[Known]


@dataclass(frozen=True, slots=True)
class Assessments:
    """What people answered; ``folder`` holds the definitions that ship."""

    desk: Desk
    folder: Path

    def of(self, person: PersonId, *, day: date) -> Assessed:
        """Read a person's questionnaires as of a day."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            known = offered(facts, self.folder)
            return Assessed(
                results=_results(facts, facts.get(Person, person), day),
                due=[one for one in due_for(facts, person, day) if one.instrument in known],
                flows=[
                    (flow, facts.version(SafetyFlow, flow.id))
                    for flow in facts.find(SafetyFlow, person=person)
                ],
                offered=list(known.values()),
            )

    def waiting(self) -> Sequence[WaitingLine]:
        """List people in the unit's programmes whose questionnaires are due, the latest first."""
        day = self.desk.clock.today()
        with self.desk.reading(Action.SEE_NOTES) as facts:
            known = offered(facts, self.folder)
            due: dict[PersonId, list[Due]] = {}
            for one in due_everywhere(facts, day):
                if one.instrument in known:
                    due.setdefault(one.person, []).append(one)
            lines = [
                waiting_line(facts.get(Person, person), waits, known)
                for person, waits in due.items()
            ]
            return sorted(lines, key=lambda one: (one.by, one.name))

    def record(self, new: NewResponse) -> tuple[Response, SafetyFlow | None]:
        """Record and lock a response; gives the safety procedure that it opened.

        Raises:
            RuleBrokenError: ``response-day``, ``response-empty``, ``answer-unknown``,
                ``answer-out-of-range``, ``score-out-of-range``, ``correction-reason`` or
                ``already-corrected``.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            person = work.get(Person, new.person)
            known = self._known(work, new)
            definition = known.definition
            earliest = person.birth_date or date.min
            if not earliest <= new.day <= self.desk.clock.today():
                raise RuleBrokenError("response-day")
            values = _values(definition, new)
            response = Response(
                id=self.desk.ids.new(),
                person=new.person,
                edition=keep_edition(self.desk, work, known, known),
                day=new.day,
                mode=new.mode,
                answers=_written(
                    [
                        [item.id, new.answers[item.id]]
                        for item in definition.items
                        if item.id in new.answers
                    ]
                ),
                scores=_written(
                    [
                        [key, None if value is None else format(value, "f")]
                        for key, value in values.items()
                    ]
                ),
                account=self.desk.actor.account,
                at=self.desk.moment(),
                supersedes=new.supersedes,
                reason=new.reason.strip() or None,
            )
            work.add(response)
            return response, self._safety(work, definition, new, response)

    def _known(self, work: Work, new: NewResponse) -> Known:
        """Find the definition: the newest, or for a correction the one that was answered."""
        if new.supersedes is None:
            known = offered(work, self.folder).get(new.instrument)
            if known is None:
                raise RuleBrokenError("instrument-unknown", instrument=new.instrument)
            return known
        old = work.get(Response, new.supersedes)
        if old.person != new.person or work.find(Response, supersedes=old.id):
            raise RuleBrokenError("already-corrected")
        if len(new.reason.strip()) < SHORTEST_CORRECTION:
            raise RuleBrokenError("correction-reason")
        return kept(work.get(Edition, old.edition))

    def _safety(
        self, work: Work, definition: Definition, new: NewResponse, response: Response
    ) -> SafetyFlow | None:
        """Open the safety procedure for an alert, unless what is corrected has one open."""
        alerts = alerts_of(definition, new.answers)
        if not alerts:
            return None
        if new.supersedes is not None:
            running = work.find(SafetyFlow, response=new.supersedes, closed_at=None)
            if running:
                return running[0]
        flow = SafetyFlow(
            id=self.desk.ids.new(),
            person=new.person,
            response=response.id,
            item=alerts[0].item,
            opened_at=self.desk.moment(),
            opened_by=self.desk.actor.account,
        )
        work.add(flow)
        return flow


def _values(definition: Definition, new: NewResponse) -> Values:
    if definition.entered:
        check_entered(definition, new.entered)
        if not any(value is not None for value in new.entered.values()):
            raise RuleBrokenError("response-empty")
        return {score.id: new.entered.get(score.id) for score in definition.scores}
    check_answers(definition, new.answers)
    if not new.answers:
        raise RuleBrokenError("response-empty")
    return scores_of(definition, new.answers)


def _results(facts: Reading, person: Person, day: date) -> Sequence[Result]:
    responses = [one for one in facts.find(Response, person=person.id) if one.day <= day]
    superseded = {one.supersedes for one in responses}
    known = {key: kept(facts.get(Edition, key)) for key in {one.edition for one in responses}}
    authors = {key: _author(facts, key) for key in {one.account for one in responses}}
    results = []
    for response in sorted(responses, key=lambda one: (one.day, one.id)):
        definition = known[response.edition].definition
        values = read_values(response.scores)
        bands = {
            key: band
            for key, value in values.items()
            if (band := band_of(definition, key, value, person.sex)) is not None
        }
        results.append(
            Result(
                response=response,
                definition=definition,
                sha256=known[response.edition].sha256,
                answers=read_answers(response.answers),
                values=values,
                bands=bands,
                author=authors[response.account],
                superseded=response.id in superseded,
            )
        )
    return results


def _author(facts: Reading, account: str) -> str:
    return next((one.short_name for one in facts.find(Staff, account=account)), "")


def read_answers(text: str) -> Answers:
    """Read answers as they are stored: pairs of item and number."""
    return dict(cast("list[tuple[str, int]]", decode(text.encode())))


def read_values(text: str) -> Values:
    """Read scores as they are stored: pairs of score and number, or null."""
    pairs = cast("list[tuple[str, str | None]]", decode(text.encode()))
    return {key: None if told is None else Decimal(told) for key, told in pairs}


def _written(pairs: Sequence[Sequence[Json]]) -> str:
    return encode(pairs).decode()
