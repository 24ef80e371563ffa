"""What the page of participants can be opened at."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTarget:
    """A list with a search text, or the form for a new participant."""

    text: str = field(default="", repr=False)
    in_programme: bool = False
    new: bool = False
