"""What the page of participants can be opened at."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTarget:
    """A list with a search text, the form for a new participant, or asking for a file.

    ``emergency`` is the code of somebody who is not in one's care, whose file is asked for.
    """

    text: str = field(default="", repr=False)
    in_programme: bool = False
    new: bool = False
    emergency: str = ""
