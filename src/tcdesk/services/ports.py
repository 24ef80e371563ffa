"""What the services need from outside, said as protocols; the adapters are joined in app.

A port exists where something cannot be real in a test (clock, drives, printer, relaunch), and where
a wall of the house stands between a service and its tool (vault, files, words).
"""

from collections.abc import Mapping
from datetime import date, datetime
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

    def date(self, day: date) -> str:
        """Give a day as people here write it: ``24. 11. 2026`` / ``24 Nov 2026``."""
        ...

    def time(self, minutes: int) -> str:
        """Give a time of day from minutes after midnight: ``8.05`` / ``08:05``."""
        ...

    def sort_key(self, text: str) -> str:
        """Give the key that sorts by Slovenian rules (c č ć d đ … s š … z ž)."""
        ...


class Relaunch(Protocol):
    """Ends this process and starts a fresh one at the log-in window (the lock, security.md D7)."""

    def restart(self, arguments: Mapping[str, str]) -> None:
        """Start the fresh process and end this one; returns only in a test."""
        ...
