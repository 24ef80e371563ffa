"""The program finds its own parts and the person's data folder."""

from pathlib import Path

import pytest

from tcdesk.workstation import places
from tcdesk.workstation.clock import SystemClock
from tcdesk.workstation.errors import NoDataFolderError


def test_the_parts_of_the_program_are_found_beside_its_sources():
    assert (places.translations() / "sl" / "frame.ftl").is_file()
    assert (places.resources() / "fonts").is_dir()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_DATA_HOME": "/data", "HOME": "/home/a"}, "/data/tcdesk"),
        ({"XDG_DATA_HOME": "relative", "HOME": "/home/a"}, "/home/a/.local/share/tcdesk"),
        ({"HOME": "/home/a"}, "/home/a/.local/share/tcdesk"),
    ],
)
def test_data_are_kept_where_the_xdg_rules_say(environment, expected):
    assert places.data_folder(environment, "linux") == Path(expected)


def test_on_windows_data_are_kept_in_the_local_application_data():
    folder = places.data_folder({"LOCALAPPDATA": "/c/Users/a/AppData/Local"}, "win32")
    assert folder == Path("/c/Users/a/AppData/Local/tcdesk")


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_an_environment_that_says_nothing_is_an_error_in_words(platform):
    with pytest.raises(NoDataFolderError):
        places.data_folder({}, platform)


def test_the_clock_is_aware_and_its_day_is_the_day_in_slovenia():
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    assert abs((clock.today() - clock.now().date()).days) <= 1
    assert clock.monotonic() <= clock.monotonic()
