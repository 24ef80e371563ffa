"""What is known before unlocking: an allow-listed ``settings.json``, nothing else (decisions 17).

    {"language": "sl", "theme": "system", "vault_folder": "/home/…/vault"}

Nothing in it is secret or personal. A member that is not on the list refuses the whole file.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tcdesk.services.ports import Files
from tcdesk.workstation.errors import SettingsDamagedError, disk_error
from tcdesk.workstation.words import LANGUAGES

_SIZE_LIMIT = 16_384
_MEMBERS = {"language", "theme", "vault_folder"}


class Theme(StrEnum):
    """How the window looks; ``SYSTEM`` follows the computer's own setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of this person on this computer."""

    language: str = "sl"
    theme: Theme = Theme.SYSTEM
    vault_folder: Path | None = None


def read(path: Path) -> Settings:
    """Read the settings; a missing file gives the defaults.

    Raises:
        SettingsDamagedError: The file is too long, does not parse, or holds something else.
        FolderNotWritableError: The file is there but may not be read.
        DiskFailedError: The disk reported a failure.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_SIZE_LIMIT + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise disk_error(error) from error
    if len(content) > _SIZE_LIMIT:
        raise SettingsDamagedError
    try:
        return _from_members(json.loads(content))
    except (ValueError, RecursionError) as error:
        raise SettingsDamagedError from error


def write(path: Path, settings: Settings, files: Files) -> None:
    """Write the settings, whole or not at all.

    Raises:
        WorldFailedError: As ``Files.write_atomic`` reports it.
        PersonCanMendError: Likewise.
    """
    members = {"language": settings.language, "theme": settings.theme.value}
    if settings.vault_folder is not None:
        members["vault_folder"] = str(settings.vault_folder)
    text = json.dumps(members, ensure_ascii=False, indent=2, sort_keys=True)
    files.write_atomic(path, f"{text}\n".encode())


def _from_members(members: object) -> Settings:
    if not isinstance(members, dict) or set(members) - _MEMBERS:
        raise ValueError("unknown member")
    language = members.get("language", "sl")
    folder = members.get("vault_folder")
    if language not in LANGUAGES or not isinstance(folder, str | None):
        raise ValueError("not on the allow-list")
    if folder is not None and (not Path(folder).is_absolute() or "\0" in folder):
        raise ValueError("not an absolute path")
    return Settings(
        language=language,
        theme=Theme(members.get("theme", Theme.SYSTEM)),
        vault_folder=None if folder is None else Path(folder),
    )
