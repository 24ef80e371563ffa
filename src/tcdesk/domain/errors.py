"""Every error of tcdesk, drawn once.

    TcdeskError                    never raised itself
    ├── PersonCanMendError         the person at the screen can mend it: says what and how
    ├── WorldFailedError           disk, stick, clock, another program: says what to do next
    └── WeErredError               our own mistake: reported by code, nothing is saved

A concrete error has a ``code`` (kebab-case, fixed for ever) and ``facts`` for its sentence.
The sentence itself is ``error-<code>`` in the catalogue, chosen in one place (``Words.error``)
in the reader's language, with its next step in the attribute ``.next``. Facts never hold names or
note texts: errors end up in logs.
"""

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

Fact = str | int


class TcdeskError(Exception):
    """Root of the family; never raised itself."""

    code: ClassVar[str] = ""

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts: Mapping[str, Fact] = facts

    @override
    def __str__(self) -> str:
        """Give the code and the facts, for logs; people read ``Words.error``."""
        told = ", ".join(f"{key}={value}" for key, value in self.facts.items())
        return f"{self.code}({told})"


class PersonCanMendError(TcdeskError):
    """The person at the screen can mend it."""


class WorldFailedError(TcdeskError):
    """The world failed: a disk, a stick, a clock, another program."""


class WeErredError(TcdeskError):
    """We erred; nothing is saved and the code is shown for the report."""


class RuleBrokenError(PersonCanMendError):
    """A rule of the field is broken. ``rule`` names it: the sentence is ``rule-<rule>``."""

    code = "rule-broken"

    def __init__(self, rule: str, **facts: Fact) -> None:
        super().__init__(rule=rule, **facts)
        self.rule = rule


class StaleRowError(PersonCanMendError):
    """Somebody (or another window) changed the record meanwhile."""

    code = "stale-row"


class MissingRowError(WeErredError):
    """A record that must exist does not."""

    code = "missing-row"


class NotAllowedError(PersonCanMendError):
    """The account's role does not include this action."""

    code = "not-allowed"
