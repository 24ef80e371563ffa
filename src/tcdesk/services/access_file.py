"""Numbers, places, people around, consents and risk flags in the record of what is held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tcdesk.domain.consents import Consent
from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.flags import Flag
from tcdesk.domain.identifiers import Identifier
from tcdesk.domain.network import Contact, Tie
from tcdesk.domain.people import Person
from tcdesk.services.papers import Column, ColumnKind, Section, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_TEXT, _DATE = ColumnKind.TEXT, ColumnKind.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """Tells what a file holds beside stays, sessions and notes.

    Of the people of other files only what they are to the person is told, never who they are.
    """

    facts: Reading
    words: Words
    person: Person

    def section(self) -> Section:
        """Give the tables."""
        words = self.words
        return Section(
            title=words("paper-access-file"),
            tables=(
                self._table("numbers", ("kind", "number"), self._numbers()),
                self._table("regimes", ("what", "from", "to"), self._regimes()),
                self._table("places", ("what", "from", "to"), self._places()),
                self._table("people", ("role", "who", "reached", "remark"), self._people()),
                self._table(
                    "consents", ("purpose", "recipient", "answer", "from", "to"), self._consents()
                ),
                self._table("flags", ("kind", "why", "from", "to"), self._flags()),
            ),
        )

    def _numbers(self) -> Iterable[tuple[Value, ...]]:
        for one in self.facts.find(Identifier, person=self.person.id):
            yield self.words(f"identifier-kind-{one.kind.value}"), one.value

    def _regimes(self) -> Iterable[tuple[Value, ...]]:
        for one in self.facts.find(RegimeStay, person=self.person.id):
            yield self.words(f"regime-{one.regime.value}"), one.from_date, _last(one.to_date)

    def _places(self) -> Iterable[tuple[Value, ...]]:
        for one in self.facts.find(HousingStay, person=self.person.id):
            named = ", ".join(part for part in (one.place, one.wing) if part)
            yield named, one.from_date, _last(one.to_date)

    def _people(self) -> Iterable[tuple[Value, ...]]:
        words, facts, key = self.words, self.facts, self.person.id
        for tie in facts.find(Tie, person=key):
            yield words(f"tie-kind-{tie.kind.value}"), words("paper-access-another"), "", tie.remark
        for tie in facts.find(Tie, other=key):
            told = words(f"tie-kind-{tie.kind.inverse.value}")
            yield told, words("paper-access-another"), "", tie.remark
        for one in facts.find(Contact, person=key):
            yield words(f"contact-role-{one.role.value}"), one.name, one.reached_at, one.remark

    def _consents(self) -> Iterable[tuple[Value, ...]]:
        words = self.words
        for one in self.facts.find(Consent, person=self.person.id):
            yield (
                words(f"consent-purpose-{one.purpose.value}"),
                one.recipient,
                words("consent-given" if one.given else "consent-not-given"),
                one.from_date,
                one.to_date,
            )

    def _flags(self) -> Iterable[tuple[Value, ...]]:
        for one in self.facts.find(Flag, person=self.person.id):
            kind = self.words(f"flag-kind-{one.kind.value}")
            yield kind, one.reason, one.from_date, _last(one.to_date)

    def _table(self, name: str, titles: Sequence[str], rows: Iterable[tuple[Value, ...]]) -> Table:
        words = self.words
        return Table(
            title=words(f"paper-access-table-{name}"),
            columns=tuple(
                Column(
                    title=words(f"paper-access-column-{title}"),
                    kind=_DATE if title in ("from", "to") else _TEXT,
                )
                for title in titles
            ),
            rows=tuple(rows),
        )


def _last(to_date: date | None) -> date | None:
    """Give the last day of what holds until before a day."""
    return to_date - timedelta(days=1) if to_date else None
