"""Real parts for every test: a SQLCipher vault on a real disk, a clock that the test sets."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tcdesk.crypto.passphrase import Cost
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation, NewAccount, Setup
from tcdesk.services.desk import Desk
from tcdesk.services.ids import IdMaker
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.programmes import ProgrammeFile, Programmes, templates
from tcdesk.vault.vaults import SqlVaults
from tcdesk.workstation.files import DiskFiles
from tcdesk.workstation.instance import VaultLock

ROOT = Path(__file__).parent.parent
PASSPHRASE = "pravilna konjska sponka baterija"
PASSPHRASES = Passphrases([f"beseda{number}" for number in range(2048)], ["geslo"])

# The least that the program accepts anywhere; production uses crypto.passphrase.COST.
LEAST_COST = Cost(m_kib=65_536, t=2, p=1)


class SetClock:
    """A clock that stands where the test puts it (the port Clock)."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(ZoneInfo("Europe/Ljubljana")).date()

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def pass_by(self, step: timedelta) -> None:
        self.moment += step


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def access(clock: SetClock) -> Access:
    ids = IdMaker(clock)
    vaults = SqlVaults(DiskFiles(), clock, ids, lambda: VaultLock(clock), cost=LEAST_COST)
    return Access(vaults, clock, ids)


def setup(installation: Installation, code: str, role: Role, login: str = "novak") -> Setup:
    return Setup(
        installation=installation,
        unit_name=f"Zavod {code}",
        unit_code=code,
        first=NewAccount(
            login=login,
            passphrase=PASSPHRASE,
            role=role,
            given_name="Maja",
            family_name="Novak",
        ),
    )


@pytest.fixture
def new_desk(access: Access, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Make desks at new vaults; all are closed at the end."""
    desks: list[Desk] = []

    def make(
        name: str = "vault",
        *,
        installation: Installation = Installation.UNIT,
        code: str = "DOB",
        role: Role = Role.HEAD,
    ) -> Desk:
        desk = access.create(tmp_path / name, setup(installation, code, role), Identity.generate())
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.vault.close()


@pytest.fixture
def unit_desk(new_desk: Callable[..., Desk]) -> Desk:
    return new_desk("unit")


@pytest.fixture
def office_desk(new_desk: Callable[..., Desk]) -> Desk:
    return new_desk("office", installation=Installation.OFFICE, code="GU", role=Role.ANALYST)


@pytest.fixture
def community(unit_desk: Desk) -> ProgrammeFile:
    """The therapeutic community's programme in the unit's vault."""
    return Programmes(unit_desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
