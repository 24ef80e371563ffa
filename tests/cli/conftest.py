"""One small world for all tests of the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.process import tcdesk


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """One small demo world for all tests of a worker; nobody changes it."""
    folder = tmp_path_factory.mktemp("world")
    ran = tcdesk(
        folder / "data",
        "demo",
        "--headless",
        "--json",
        "--dir",
        folder / "demo",
        "--participants",
        "10",
        "--months",
        "2",
    )
    assert ran.returncode == 0, ran.stderr
    return folder, json.loads(ran.stdout)
