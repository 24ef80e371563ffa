"""What other pages say when they open a person's file at one of its tabs."""

from dataclasses import dataclass

from tcdesk.domain.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAt:
    """A person's file, open at a tab; ``tab`` is its key: ``timeline``, ``instruments`` …."""

    person: PersonId
    tab: str
