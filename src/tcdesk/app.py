"""Builds the adapters of this computer and joins them; the only room that sees all of them.

The window is started by one stated lazy import (``open_window``), so that the command line never
loads Qt.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from tcdesk.crypto.digests import sha256_hasher
from tcdesk.services.access import Access
from tcdesk.services.demo_folder import begin_world, finish_world
from tcdesk.services.demo_told import RESULT, DemoSize
from tcdesk.services.ids import IdMaker
from tcdesk.services.papers import Paper, Workbook
from tcdesk.services.ports import Clock, Relaunch, Words
from tcdesk.services.spreadsheet_rows import SheetReader
from tcdesk.services.workplace import Preferences, Workplace
from tcdesk.vault.vaults import SqlVaults
from tcdesk.workstation import places, process, running, settings
from tcdesk.workstation.clock import SystemClock
from tcdesk.workstation.drives import SystemDrives
from tcdesk.workstation.errors import PartsMissingError, disk_error
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.installer import SystemInstaller, UpdateFailedError, program_folder, settle
from tcdesk.workstation.instance import VaultLock
from tcdesk.workstation.intake import DiskIntake
from tcdesk.workstation.stick import StickWriter
from tcdesk.workstation.words import LANGUAGES, Catalogue

SETTINGS = "settings.json"
FIRST_MOMENT = date(2000, 1, 1)  # before every world; its clock only goes forward


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the window is to show first; all of it may stand in a process's arguments."""

    vault_folder: Path | None = None
    login: str = ""
    training: bool = False


def workplace(
    environment: Mapping[str, str],
    *,
    language: str | None = None,
    clock: Clock | None = None,
    relaunch: Relaunch | None = None,
) -> Workplace:
    """Join the adapters of this computer.

    Args:
        environment: The process's environment; only the places of data are read from it.
        language: ``sl`` or ``en``; without it the kept preference.
        clock: Another clock than the system's (the demo world tells its months by its own).
        relaunch: Another way to end the process than the system's.

    Raises:
        TcdeskError: The data folder or the kept settings cannot be read.
    """
    clock = clock or SystemClock()
    system = process.SystemRelaunch(process.this_program())
    files = DiskFiles()
    ids = IdMaker(clock)
    resources, data = places.resources(), places.data_folder(environment)
    kept = settings.read(data / SETTINGS)
    words = Catalogue(places.translations(), language or kept.language)

    def keep(preferences: Preferences) -> None:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        chosen = settings.Settings(
            language=preferences.language,
            theme=settings.Theme(preferences.theme),
            vault_folder=preferences.vault_folder,
        )
        settings.write(data / SETTINGS, chosen, files)

    return Workplace(
        clock=clock,
        ids=ids,
        files=files,
        stick=StickWriter(sha256_hasher),
        intake=DiskIntake(sha256_hasher),
        drives=SystemDrives(),
        words=words,
        make_paper=cache(lambda: _paper(resources / "fonts", words)),
        make_workbook=cache(lambda: _workbook(words)),
        make_sheet_reader=cache(_sheet_reader),
        access=Access(SqlVaults(files, clock, ids, lambda: VaultLock(clock)), clock, ids),
        relaunch=relaunch or system,
        installer=SystemInstaller(version(), program_folder(), system),
        resources=resources,
        data=data,
        common_passphrases=lambda: _lines(resources / "passphrase" / "common.txt"),
        passphrase_words=lambda: _lines(resources / "passphrase" / "words.sl.txt"),
        preferences=Preferences(
            language=words.language, theme=kept.theme.value, vault_folder=kept.vault_folder
        ),
        keep=keep,
    )


def occupy() -> None:
    """Let nothing take the program's place while this process runs."""
    running.hold(program_folder())


def environment() -> Mapping[str, str]:
    """Give the environment of this process; nobody else reads it."""
    return dict(os.environ)  # noqa: TID251 - this is the one place


def version() -> str:
    """Give the version of the installed program."""
    return metadata.version("tcdesk")


def self_test() -> None:
    """Try every part that an installation can lack; anything that is wrong raises.

    Raises:
        Exception: Whatever the missing or damaged part says.
    """
    from tcdesk.crypto.digests import random_bytes  # noqa: PLC0415 - nobody else needs these
    from tcdesk.crypto.secret import Secret  # noqa: PLC0415 - ditto
    from tcdesk.vault.connection import create_database  # noqa: PLC0415 - ditto
    from tcdesk.vault.migrating import revisions  # noqa: PLC0415 - ditto

    fonts = places.resources() / "fonts"
    for language in LANGUAGES:
        _paper(fonts, Catalogue(places.translations(), language))
    with TemporaryDirectory(prefix="tcdesk-") as folder:
        create_database(Path(folder) / "self-test.db", Secret(random_bytes(32))).close()
    if not revisions():
        raise PartsMissingError(part="migrations")
    import_module("tcdesk.ui.start")
    import_module("tcdesk.ui.sitting")  # with it every part of Qt that is used


def take_place_of(folder: Path) -> None:
    """Put this program in the place of the one in a folder, and start it there.

    Raises:
        UpdateFailedError: Somebody runs the other, or the folders cannot be renamed; both are
            where they were.
    """
    own = program_folder()
    if own is None:
        raise UpdateFailedError(step="platform")
    program = str(folder / Path(sys.executable).name)
    try:
        settle(own, folder)
    finally:
        process.start([program])  # whichever version is in the place now


def demo_world(
    folder: Path, size: DemoSize, *, language: str | None, progress: Callable[[float], None]
) -> str:
    """Build the demo world in a folder, or find the one that is there; gives its ``demo.json``.

    Raises:
        TcdeskError: The folder is not writable, or holds something else.
    """
    result = folder / RESULT
    if not result.exists():
        from tcdesk.services.demo import DemoWorld  # noqa: PLC0415 - the log-in window never needs it
        from tcdesk.services.demo_unit import DemoClock  # noqa: PLC0415 - ditto

        today = SystemClock().today()
        clock = DemoClock(datetime.combine(FIRST_MOMENT, time.min, tzinfo=UTC))
        place = workplace(environment(), language=language, clock=clock)
        try:
            begin_world(folder)
            DemoWorld(place, clock, folder, size).build(today, progress)
            finish_world(folder)
        except OSError as refused:
            raise disk_error(refused) from refused
    return result.read_text(encoding="utf-8")


def open_window(place: Workplace, opening: Opening, arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    from tcdesk.ui.start import run  # noqa: PLC0415 - the one stated lazy import: Qt only here

    process.harden()
    return run(
        place,
        vault_folder=opening.vault_folder,
        login=opening.login,
        training=opening.training,
        arguments=arguments,
    )


def _paper(fonts: Path, words: Words) -> Paper:
    from tcdesk.documents.paper import DrawnPaper  # noqa: PLC0415 - the log-in window must not wait

    return DrawnPaper(fonts, words)


def _workbook(words: Words) -> Workbook:
    from tcdesk.spreadsheets.workbook import ReportWorkbook  # noqa: PLC0415 - ditto

    return ReportWorkbook(words)


def _sheet_reader() -> SheetReader:
    from tcdesk.spreadsheets.reading import DiskSheets  # noqa: PLC0415 - ditto

    return DiskSheets()


def _lines(path: Path) -> Sequence[str]:
    return path.read_text(encoding="utf-8").split()
