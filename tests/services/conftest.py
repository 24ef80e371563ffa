"""Fixtures of the exchange: a unit and an office that have enrolled each other by real files."""

from pathlib import Path

import pytest
from tests.services.exchange_world import Pair, fill, found, join, programme

from tcdesk.services.desk import Desk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def pair(unit_desk: Desk, office_desk: Desk, stick: Path, tmp_path: Path) -> Pair:
    root = tmp_path / "root"
    found(office_desk, root)
    join(unit_desk, office_desk, stick, root)
    return Pair(unit=unit_desk, office=office_desk, stick=stick, root=root)


@pytest.fixture
def busy(pair: Pair) -> Pair:
    """The same, and the unit has people and sessions."""
    fill(pair.unit, programme(pair.unit))
    return pair
