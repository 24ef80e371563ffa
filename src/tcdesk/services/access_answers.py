"""Questionnaires and safety procedures in the record of everything held about a person."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tcdesk.domain.days import HERE
from tcdesk.domain.instruments import Edition, Response, text_of
from tcdesk.domain.people import Person
from tcdesk.domain.safety import SafetyFlow
from tcdesk.services.assessments import read_answers, read_values
from tcdesk.services.instruments import kept
from tcdesk.services.masking import Mask
from tcdesk.services.papers import Column, ColumnKind, Section, Table
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_TEXT, _DATE = ColumnKind.TEXT, ColumnKind.DATE
_GAPS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPart:
    """Tells what a person answered and what was done for their safety.

    ``name`` says who an account is; ``mask`` gives what hides the names of others.
    """

    facts: Reading
    words: Words
    person: Person
    name: Callable[[str], str]
    mask: Callable[[], Mask]

    def section(self) -> Section:
        """Give both tables."""
        return Section(
            title=self.words("person-tab-instruments"), tables=(self._results(), self._flows())
        )

    def _results(self) -> Table:
        words = self.words
        responses = self.facts.find(Response, person=self.person.id)
        corrected = {one.supersedes for one in responses}
        rows: list[tuple[date | str, ...]] = []
        for one in sorted(responses, key=lambda response: (response.day, response.id)):
            definition = kept(self.facts.get(Edition, one.edition)).definition
            values = read_values(one.scores)
            told = ", ".join(
                f"{text_of(score.names, words.language)} {value}"
                for score in definition.scores
                if (value := values.get(score.id)) is not None
            )
            if one.id in corrected:
                told = words("instrument-superseded", score=told)
            answers = " ".join(f"{key}={value}" for key, value in read_answers(one.answers).items())
            rows.append((one.day, definition.short, told, answers, self.name(one.account)))
        titles = ("day", "name", "score", "answers", "by")
        return self._table("instrument-results", titles, rows)

    def _flows(self) -> Table:
        flows = self.facts.find(SafetyFlow, person=self.person.id)
        over = self.mask() if flows else None
        rows: list[tuple[date | str, ...]] = [
            (
                datetime.fromisoformat(flow.opened_at).astimezone(HERE).date(),
                *(
                    _GAPS.sub(" ", over.over(text)) if over else text
                    for text in (flow.told_whom, flow.agreed, flow.plan, flow.outcome)
                ),
            )
            for flow in flows
        ]
        return self._table("safety-flows", ("day", "whom", "agreed", "plan", "outcome"), rows)

    def _table(
        self, title: str, names: Sequence[str], rows: Sequence[tuple[date | str, ...]]
    ) -> Table:
        words = self.words
        return Table(
            title=words(title),
            columns=tuple(
                Column(title=words(f"paper-answers-{name}"), kind=_DATE if name == "day" else _TEXT)
                for name in names
            ),
            rows=tuple(rows),
        )
