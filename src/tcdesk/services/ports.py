"""What the services need from outside, said as protocols; the adapters are joined in app.

A port exists where something cannot be real in a test (clock, drives, printer, relaunch), and where
a wall of the house stands between a service and its tool (vault, files, words).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from tcdesk.domain.errors import TcdeskError

Argument = str | int | date | datetime


class Clock(Protocol):
    """Wall clock and monotonic clock of this computer."""

    def now(self) -> datetime:
        """Give the present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """Give the calendar day in Europe/Ljubljana."""
        ...

    def monotonic(self) -> float:
        """Give seconds from an arbitrary start; never goes back."""
        ...


class Files(Protocol):
    """Whole-or-absent writing on this computer's own disk."""

    def write_atomic(self, path: Path, content: bytes) -> None:
        """Write a file so that after any failure it is the old or the new one, never between.

        ``path.tmp`` (0600) → fsync → close → read back and compare → replace → fsync of the folder.

        Raises:
            WorldFailedError: disk full, not writable, or the file read back differs.
        """
        ...

    def sync_file(self, path: Path) -> None:
        """Flush a finished file and its folder to the disk."""
        ...


class Words(Protocol):
    """The one catalogue of words for window, paper, spreadsheets and command line."""

    @property
    def language(self) -> str:
        """Give ``sl`` or ``en``."""
        ...

    def __call__(self, message: str, /, **arguments: Argument) -> str:
        """Give the text of a message id (``id`` or ``id.attribute``), filled in.

        Raises:
            KeyError: The catalogue has no such message; tests find this, not people.
        """
        ...

    def error(self, error: TcdeskError) -> tuple[str, str]:
        """Give the sentence of an error and its next step, in the reader's language."""
        ...

    def weekday(self, day: date) -> str:
        """Give the name of a day of the week."""
        ...

    def weekday_short(self, day: date) -> str:
        """Give the three-letter name of a day of the week."""
        ...

    def date(self, day: date) -> str:
        """Give a day as people here write it: ``24. 11. 2026`` / ``24 Nov 2026``."""
        ...

    def time(self, minutes: int) -> str:
        """Give a time of day from minutes after midnight: ``8.05`` / ``08:05``."""
        ...

    def moment(self, moment: datetime) -> str:
        """Give a moment as day and time of day in Slovenia: ``24. 11. 2026 ob 8.05``."""
        ...

    def month(self, number: int) -> str:
        """Give the name of a month, 1 to 12, as it stands alone."""
        ...

    def quarter(self, year: int, quarter: int) -> str:
        """Give the name of a quarter of a year: ``4. četrtletje 2026`` / ``Q4 2026``."""
        ...

    def number(self, value: Decimal | float, decimals: int = 0) -> str:
        """Give a number grouped by thousands: ``1.234,5`` / ``1,234.5``."""
        ...

    def sort_key(self, text: str) -> str:
        """Give the key that sorts by Slovenian rules (c č ć d đ … s š … z ž)."""
        ...


class Relaunch(Protocol):
    """Ends this process and starts a fresh one at the log-in window (the lock, security.md D7)."""

    def restart(self, arguments: Mapping[str, str]) -> None:
        """Start the fresh process and end this one; returns only in a test."""
        ...


class InstanceLock(Protocol):
    """Lets one process at a time have a vault (``vault.lock``, security.md §4.9)."""

    def acquire(self, folder: Path, login: str) -> None:
        """Take the vault in a folder for this process; the first step of unlocking.

        Raises:
            PersonCanMendError: Another process has it (code ``vault-open-elsewhere``, facts
                ``login`` and ``since``), or the folder refuses writing.
            WorldFailedError: The disk failed.
        """
        ...

    def release(self) -> None:
        """Let the vault go; the end of the process does the same."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """A removable drive with a medium in it."""

    folder: Path
    label: str
    file_system: str
    free_bytes: int
    read_only: bool


class Drives(Protocol):
    """The removable drives of this computer."""

    def removable(self) -> tuple[Drive, ...]:
        """Give the removable drives as they are now."""
        ...

    def eject(self, drive: Drive) -> None:
        """Let the system release the drive, so that it can be pulled.

        Raises:
            PersonCanMendError: Another program has a file open on it.
        """
        ...


class Digest(Protocol):
    """A hash that is fed piece by piece."""

    def update(self, data: bytes | memoryview, /) -> None:
        """Take some more bytes."""
        ...

    def hexdigest(self) -> str:
        """Give the hash of all bytes so far, in hexadecimal."""
        ...


class StickStep(StrEnum):
    """The step the writing to a stick is in."""

    WRITING = "writing"
    READING_BACK = "reading-back"
    NAMING = "naming"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that is on the stick whole: it was read back from it and compared."""

    path: Path
    size: int
    sha256: str


StickContent = Callable[[Callable[[bytes], None]], None]
StickProgress = Callable[[StickStep, int], None]


class Stick(Protocol):
    """Whole-or-absent writing to a stick (security.md §6.8)."""

    def check(self, folder: Path, *, at_most: int) -> None:
        """Return if a file would fit; asked before anything about it is decided.

        Args:
            folder: The folder on the stick.
            at_most: Upper bound of the file's size.

        Raises:
            PersonCanMendError: No stick, full, write-protected.
        """
        ...

    def write(
        self,
        folder: Path,
        name: str,
        content: StickContent,
        *,
        at_most: int,
        progress: StickProgress,
    ) -> Written:
        """Write one new file; nothing else on the stick is changed.

        Args:
            folder: The folder on the stick.
            name: The file's final name; refused if it is taken.
            content: Called once with a function that takes the bytes piece by piece.
            at_most: Upper bound of the file's size, for the check of free space.
            progress: Told the step and the bytes done; what it raises cancels the writing.

        Raises:
            PersonCanMendError: No stick, name taken, full, write-protected.
            WorldFailedError: Removed, damaged, or it reads back differently.
        """
        ...


class Intake(Protocol):
    """Takes a file from a stick, or anywhere, into the vault's folder before it is looked at."""

    def copy(self, source: Path, target: Path, *, at_most: int) -> Written:
        """Copy a file once, privately (0600), hashing what was read; a stick may lie later.

        Raises:
            PersonCanMendError: It is not there, no ordinary file, or larger than ``at_most``.
            WorldFailedError: Reading failed, or the disk is full; nothing is left behind.
        """
        ...

    def keep(self, path: Path, place: Path) -> None:
        """Move a copied file to where it stays; whole there, or still where it was.

        Raises:
            WorldFailedError: The disk refuses it.
        """
        ...

    def drop(self, path: Path) -> None:
        """Delete a copied file, if it is there."""
        ...


class Installer(Protocol):
    """What puts another version of the program in the place of the one that runs."""

    @property
    def version(self) -> str:
        """Give the version that runs."""
        ...

    @property
    def platform(self) -> str | None:
        """Give the kind of installation; None for one that is not updated from within."""
        ...

    @property
    def system(self) -> str:
        """Name the operating system with its version, and nothing of this very computer."""
        ...

    @property
    def ready(self) -> bool:
        """Say whether the end of this process starts another version."""
        ...

    @property
    def has_previous(self) -> bool:
        """Say whether the version before the last update is still on this computer."""
        ...

    def prepare(self, payload: Path, version: str) -> None:
        """Make everything ready; the end of this process then starts the other version.

        Raises:
            WorldFailedError: It cannot be installed; the program is as it was.
        """
        ...

    def prepare_back(self) -> None:
        """Make ready that the end of this process starts the previous version."""
        ...
