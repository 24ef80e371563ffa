"""A window's surroundings for tests: real words, lanes and look; the clock is a fake."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tcdesk.ui.icons import Icons
from tcdesk.ui.jobs import Jobs
from tcdesk.ui.kit import Kit
from tcdesk.ui.palettes import Look
from tcdesk.ui.theme import Theme
from tcdesk.ui.trouble import CrashLog, Trouble
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue


class HandClock:
    """A clock that moves only by hand; keeps the promise of the port ``Clock``."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
        self.steady = 1000.0

    def now(self) -> datetime:
        return self.wall

    def today(self) -> date:
        return self.wall.date()

    def monotonic(self) -> float:
        return self.steady

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def sleep_by(self, seconds: float) -> None:
        """Let the computer sleep: the wall clock goes on, the steady one stands still."""
        self.wall += timedelta(seconds=seconds)


@pytest.fixture(scope="session")
def qapp_args():
    return ["tcdesk", "-platform", "offscreen"]


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture(params=["sl"])
def words(request):
    return Catalogue(places.translations(), request.param)


@pytest.fixture
def look():
    return Look.LIGHT


@pytest.fixture
def training():
    return False


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def crash_file(tmp_path):
    return tmp_path / "crash.log"


@pytest.fixture
def kit(qapp, words, clock, jobs, crash_file, look, training):
    theme = Theme(qapp, places.resources(), look=look, training=training)
    yield Kit(
        words=words,
        theme=theme,
        icons=Icons(theme),
        jobs=jobs,
        trouble=Trouble(words, CrashLog(crash_file, clock)),
        clock=clock,
    )
    theme.deleteLater()
