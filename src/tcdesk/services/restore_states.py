"""The states of a restore and of a drill, in the order in which they are gone through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tcdesk.domain.staff import Role
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.checks import Findings
from tcdesk.services.difference import Difference
from tcdesk.services.erased_again import Again
from tcdesk.services.restorer import Kept, Proven


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Which backup? ``folder`` is where they were looked for; None: on this disk."""

    copies: Sequence[BackupMade]
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWho:
    """An account of the backup's day must open it."""

    made: BackupMade
    before: Choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """The backup was opened and read whole.

    ``people``: who will get in, as (log-in, name, role on that day).
    """

    proven: Proven
    before: Choose
    findings: Findings
    unit: str
    people: Sequence[tuple[str, str, Role]] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What would be lost; None where the present cannot be read.

    ``lines``: how many audit lines more than the backup the present had when it was last closed,
    if at least that is still known. ``again``: who was erased since and will be erased again; None
    where the present cannot be asked.
    """

    proved: Proved
    difference: Difference | None
    lines: int | None
    again: Again | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """It was seen what would be lost; the passphrase is asked for."""

    weighed: Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The vault holds what the backup held."""

    login: str
    kept: Kept
    again: Again | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """A restore was tried as far as its commit point, and what came out was read whole."""

    proved: Proved
    seconds: int
    findings: Findings
    counts: Mapping[str, int]
    gone: bool


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing is open any more."""


State = Choose | AskWho | Proved | Weighed | Agreed | Restored | Drilled | Left
