"""What can be asked of the vault about people (a part of ``services.store.Reading``)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from tcdesk.domain.identifiers import IdentifierKind
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.services.lines import (
    Alerts,
    Likeness,
    PeopleQuestion,
    PersonLine,
    PersonSummary,
    Similar,
    TimelineLine,
    TimelineQuestion,
)


class AboutPeople(Protocol):
    """Questions about people and their files."""

    def person_code(self, person: PersonId) -> str:
        """Give the code of a person, whoever asks; empty when there is none."""
        ...

    def root(self, person: PersonId) -> PersonId:
        """Give the file that a merged one stands for; the person itself where none was merged."""
        ...

    def merged(self) -> Mapping[PersonId, PersonId]:
        """Give every file that stands for another, and which."""
        ...

    def marks(self, people: Sequence[PersonId], day: date) -> Mapping[PersonId, str]:
        """Give the codes of the risk flags of people on a day (domain.flags); none, no entry."""
        ...

    def numbered(self, kind: IdentifierKind, plain: str) -> str | None:
        """Find the row that holds a number, whoever asks: no two people may have the same."""
        ...

    def places(self, limit: int) -> Sequence[str]:
        """List the names of places in people's files, the most used first."""
        ...

    def coded(self, code: str) -> PersonId | None:
        """Find whose code it is, whoever asks."""
        ...

    def born(self, person: PersonId) -> date | None:
        """Give when a person was born, whoever asks; None when there is no such person."""
        ...

    def named(self, folded: str) -> Sequence[PersonId]:
        """Find people by their whole folded name, whoever asks."""
        ...

    def people(
        self, question: PeopleQuestion, *, limit: int, after: int = 0
    ) -> Sequence[PersonLine]:
        """List people: at most ``limit`` of them, from offset ``after``."""
        ...

    def people_count(self, question: PeopleQuestion) -> int:
        """Count the people that ``people`` would list in all."""
        ...

    def alerts(self, day: date, most: int | None = None) -> Alerts:
        """Count who in a programme needs a look, and list the first, sorted by reason and name."""
        ...

    def similar_people(self, wanted: Likeness) -> Sequence[Similar]:
        """Find possible duplicates, the surest first."""
        ...

    def timeline(
        self, question: TimelineQuestion, *, limit: int, after: int = 0
    ) -> Sequence[TimelineLine]:
        """List what happened to one person, newest first, a page from offset ``after``."""
        ...

    def authors(self, person: PersonId) -> Sequence[AccountId]:
        """List the accounts that have written in a person's file."""
        ...

    def summary(self, person: PersonId, day: date) -> PersonSummary:
        """Sum up a person's attendance up to a day, and find the next session from it on."""
        ...
