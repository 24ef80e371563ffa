"""Drug and alcohol tests in the record of everything held about a person."""

from collections.abc import Callable
from dataclasses import dataclass

from tcdesk.domain.drug_tests import (
    DrugTest,
    Finding,
    Substance,
    outcome_of,
    read_findings,
)
from tcdesk.domain.people import Person
from tcdesk.services.masking import Mask
from tcdesk.services.papers import Column, ColumnKind, Section, Table
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_TEXT, _DATE = ColumnKind.TEXT, ColumnKind.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRecordPart:
    """Tells the tests of a person, screening and confirmation apart; ``mask`` hides others."""

    __test__ = False

    facts: Reading
    words: Words
    person: Person
    mask: Callable[[], Mask]

    def section(self) -> Section:
        """Give the table."""
        words = self.words
        tests = sorted(
            self.facts.find(DrugTest, person=self.person.id), key=lambda one: (one.day, one.id)
        )
        over = self.mask().over if tests else str
        rows = tuple(
            (
                one.day,
                words(f"test-purpose-{one.purpose.value}"),
                words(f"test-reason-{one.reason.value}"),
                words(f"test-validity-{one.validity.value}"),
                self._told(one.screening),
                self._told(one.confirmation),
                words(f"test-outcome-{outcome_of(one).value}"),
                over(" ".join(filter(None, (one.refusal, one.medicine, one.witness)))),
            )
            for one in tests
        )
        heads = (
            ("test-day", _DATE),
            ("test-purpose", _TEXT),
            ("test-reason", _TEXT),
            ("test-validity", _TEXT),
            ("test-screening", _TEXT),
            ("test-confirmation", _TEXT),
            ("test-outcome", _TEXT),
            ("test-remark", _TEXT),
        )
        table = Table(
            title=words("person-tab-tests"),
            columns=tuple(Column(title=words(head), kind=kind) for head, kind in heads),
            rows=rows,
        )
        return Section(title=words("person-tab-tests"), tables=(table,))

    def _told(self, written: str) -> str:
        found: dict[Substance, Finding] = dict(read_findings(written))
        return ", ".join(
            f"{self.words(f'test-substance-{one.value.lower()}')} "
            f"{self.words(f'test-finding-{told.value}')}"
            for one, told in found.items()
        )
