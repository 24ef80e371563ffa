"""What belongs to this computer, joined once in app and handed to window and command line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.services.access import Access
from tcdesk.services.ids import IdMaker
from tcdesk.services.papers import Paper, Workbook
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.ports import (
    Clock,
    Drives,
    Files,
    Installer,
    Intake,
    Relaunch,
    Stick,
    Words,
)
from tcdesk.services.spreadsheet_rows import SheetReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is kept before unlocking; codes only (``settings.json``)."""

    language: str
    theme: str
    vault_folder: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The adapters of this computer and the way into its vaults.

    ``resources`` and ``data`` are folders: the program's own files, and where vaults live.
    """

    clock: Clock
    ids: IdMaker
    files: Files
    stick: Stick
    intake: Intake
    drives: Drives
    words: Words
    make_paper: Callable[[], Paper]
    make_workbook: Callable[[], Workbook]
    make_sheet_reader: Callable[[], SheetReader]
    access: Access
    relaunch: Relaunch
    installer: Installer
    resources: Path
    data: Path
    common_passphrases: Callable[[], Sequence[str]]
    passphrase_words: Callable[[], Sequence[str]]
    preferences: Preferences
    keep: Callable[[Preferences], None]

    @property
    def passphrases(self) -> Passphrases:
        """Give what judges and offers passphrases; its lists are read when asked for."""
        return Passphrases(self.passphrase_words(), self.common_passphrases())

    @property
    def paper(self) -> Paper:
        """Give what draws paper; made when it is first needed."""
        return self.make_paper()

    @property
    def workbook(self) -> Workbook:
        """Give what writes spreadsheets; made when it is first needed."""
        return self.make_workbook()

    @property
    def sheet_reader(self) -> SheetReader:
        """Give what reads spreadsheets; made when it is first needed."""
        return self.make_sheet_reader()
