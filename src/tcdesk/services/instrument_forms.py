"""A questionnaire as a form to be filled in by hand, as far as its licence lets it be printed.

The definition file decides: the text of the items, their numbers alone, or no form at all where
only scores may be entered. Licence and origin of the text stand on the form.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.domain.dated import holds_on
from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import MissingRowError, RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.instruments import Definition, Item, ResponseSet, Shown, text_of
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.instruments import offered
from tcdesk.services.paper_blocks import Block, Boxed, Question, Ruled, Text, Ticks
from tcdesk.services.paper_trail import PaperKind, foot_for, funder_head, put_on_record
from tcdesk.services.papers import Document, FunderHead, Paper
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class InstrumentForms:
    """Draws empty forms; ``folder`` holds the definitions that ship."""

    desk: Desk
    folder: Path
    words: Words
    paper: Paper

    def draw(self, instrument: str, person: PersonId) -> bytes:
        """Draw the form for a person.

        Raises:
            RuleBrokenError: ``form-not-allowed``: the licence lets only scores be entered.
        """
        words = self.words
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            known = offered(facts, self.folder).get(instrument)
            if known is None:
                raise MissingRowError(table="instrument")
            definition = known.definition
            if definition.entered or definition.licence.shown is Shown.SCORES:
                raise RuleBrokenError("form-not-allowed", name=definition.short)
            whose = facts.get(Person, person)
            document = Document(
                title=definition.short,
                below=text_of(definition.names, words.language),
                running=whose.code,
                funder=self._funder(facts, person),
                blocks=(
                    Ruled(label=words("paper-form-who", name=whose.full_name, code=whose.code)),
                    *self._instruction(definition),
                    *self._items(definition),
                    Text(text=self._origin(definition), muted=True),
                ),
                foot=foot_for(self.desk, facts, PaperKind.FORM, person),
            )
        return self.paper.document(document)

    def left(self, instrument: str, person: PersonId, way: str) -> None:
        """Put on record that it was shown, printed or saved (``show``, ``print``, ``pdf``)."""
        del instrument  # which questionnaire somebody was given is told by the answers, not the log
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            put_on_record(work, PaperKind.FORM, way, entity="person", key=person, people=[person])

    def _funder(self, facts: Reading, person: PersonId) -> FunderHead | None:
        """Give who pays for the programme in which the person is today."""
        today = self.desk.clock.today()
        stay = next(
            (one for one in facts.find(Episode, person=person) if holds_on(one, today)), None
        )
        return funder_head(facts, self.words, stay.programme, operation=False) if stay else None

    def _instruction(self, definition: Definition) -> Sequence[Block]:
        told = [text_of(definition.instruction, self.words.language)]
        if definition.licence.shown is Shown.NUMBERS:
            told.append(self.words("paper-form-numbers"))
        told = [text for text in told if text]
        return (Boxed(texts=tuple(told)),) if told else ()

    def _items(self, definition: Definition) -> Sequence[Block]:
        """Give runs of items with the same few answers as a table, others one by one."""
        blocks: list[Block] = []
        rows: list[tuple[str, str]] = []
        of: ResponseSet | None = None
        for place, item in enumerate((*definition.items, None), start=1):
            responses = definition.responses(item) if item is not None else None
            if rows and of is not None and responses is not of:
                blocks.append(Ticks(columns=self._answers(of), rows=tuple(rows)))
                rows = []
            of = responses
            if item is None or responses is None:
                continue
            text = self._text(definition, item)
            number = item.id if item.id[:1].isdecimal() else str(place)
            if 0 < len(self._answers(responses)) <= MOST_COLUMNS:
                rows.append((number, text))
            else:
                blocks.append(Question(number=number, text=text, answers=self._answers(responses)))
        return blocks

    def _text(self, definition: Definition, item: Item) -> str:
        if definition.licence.shown is Shown.NUMBERS:
            return ""
        return text_of(item.text, self.words.language)

    def _answers(self, responses: ResponseSet) -> tuple[str, ...]:
        language = self.words.language
        if responses.choices:
            return tuple(text_of(one.text, language) or str(one.value) for one in responses.choices)
        told = [str(value) for value in range(responses.least, responses.most + 1)]
        for place, texts in ((0, responses.least_text), (-1, responses.most_text)):
            if words := text_of(texts, language):
                told[place] += f" – {words}"
        return tuple(told)

    def _origin(self, definition: Definition) -> str:
        words = self.words
        licence = definition.licence
        text = definition.translation(words.language)
        told = [licence.attribution, licence.terms]
        if text is not None:
            told.append(words(f"text-status-{text.status.value}", source=text.source))
        told.append(words("paper-form-version", name=definition.short, version=definition.version))
        return " ".join(part for part in told if part)
