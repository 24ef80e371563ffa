"""Where things are: the program's own files and the person's data.

Program files are in one of three places: beside the sources of a checkout (``resources/``), in the
installed wheel (``tcdesk/_resources``), or in the folder of the frozen program (``sys._MEIPASS``).
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import tcdesk
from tcdesk.workstation.errors import NoDataFolderError, PartsMissingError


def resources() -> Path:
    """Give the folder of styles, fonts, programme templates, code lists and help.

    Raises:
        PartsMissingError: The installation is broken.
    """
    return _program_folder("resources")


def translations() -> Path:
    """Give the folder of the catalogue of words.

    Raises:
        PartsMissingError: The installation is broken.
    """
    return _program_folder("translations")


def data_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    r"""Give the folder for this person's data: ``%LOCALAPPDATA%\tcdesk`` or XDG data home.

    Args:
        environment: The process environment; passed in, since only ``app`` reads it.
        platform: ``sys.platform``.

    Raises:
        NoDataFolderError: The environment does not say.
    """
    if platform == "win32":
        choices = [environment.get("LOCALAPPDATA", "")]
    else:
        home = environment.get("HOME", "")
        # The XDG base directory specification: a relative path is invalid and is to be ignored.
        choices = [environment.get("XDG_DATA_HOME", ""), f"{home}/.local/share" if home else ""]
    for choice in choices:
        if choice and Path(choice).is_absolute():
            return Path(choice) / "tcdesk"
    raise NoDataFolderError


def _program_folder(part: str) -> Path:
    package = Path(tcdesk.__file__).resolve().parent
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / part] if frozen else []
    candidates += [package / f"_{part}", package.parents[1] / part]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise PartsMissingError(part=part)
