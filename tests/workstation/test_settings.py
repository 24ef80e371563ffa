"""Before unlocking only an allow-list is read."""

from pathlib import Path

import pytest

from tcdesk.workstation import settings
from tcdesk.workstation.errors import FolderNotWritableError, SettingsDamagedError
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.settings import Settings, Theme


def test_no_file_gives_the_defaults(tmp_path):
    assert settings.read(tmp_path / "settings.json") == Settings()


def test_what_was_chosen_is_read_back(tmp_path):
    chosen = Settings(language="en", theme=Theme.DARK, vault_folder=Path("/home/č/trezor"))
    settings.write(tmp_path / "settings.json", chosen, DiskFiles())
    assert settings.read(tmp_path / "settings.json") == chosen


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b'{"language": "de"}',
        b'{"language": 1}',
        b'{"language": ["sl"]}',
        b'{"theme": "pink"}',
        b'{"theme": []}',
        b'{"vault_folder": "relative/folder"}',
        b'{"vault_folder": 7}',
        b'{"vault_folder": "/a\\u0000b"}',
        b'{"last_login": "mnovak"}',
        b"[" * 10_000,
        b'{"language": "sl"}' + b" " * 20_000,
    ],
)
def test_anything_else_refuses_the_whole_file(tmp_path, content):
    (tmp_path / "settings.json").write_bytes(content)
    with pytest.raises(SettingsDamagedError):
        settings.read(tmp_path / "settings.json")


def test_a_folder_in_place_of_the_file_is_told_apart_from_damage(tmp_path):
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(FolderNotWritableError):
        settings.read(tmp_path / "settings.json")
