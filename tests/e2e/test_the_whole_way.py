"""A unit and an office from the first run to the report, by hand in a real window (xcb).

Pictures of every step are in ``pictures`` under the test's folder; look at them when words or looks
have changed.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.e2e import proofs
from tests.e2e.people import HALF_A_NOTE, OFFICE_LOGIN, OFFICE_PASSPHRASE, UNIT_LOGIN
from tests.e2e.screen import fresh_screen

TOOLS = ("Xvfb", "age", "minisign", "pdftotext", "pdftoppm", "tar")
LONGEST = 400  # s; on a free machine it takes about one


@pytest.fixture(autouse=True)
def tools():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        told = f"NOT RUN: install {', '.join(missing)} (apt: xvfb age minisign poppler-utils)"
        sys.stderr.write(f"{told}\n")
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)


def go(folder: Path) -> None:
    with fresh_screen() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("QT_")},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QPA_PLATFORMTHEME": "none",  # the dialogs of Qt, the same on every desktop
            "PYTHONPATH": os.pathsep.join((str(ROOT), *filter(None, sys.path))),
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.way", str(folder)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as way:
            # The pipe ends with the last process: the one that the lock has started.
            try:
                said, _none = way.communicate(timeout=LONGEST)
            except subprocess.TimeoutExpired:
                way.kill()
                raise
    assert way.returncode == 0, said
    assert "Traceback" not in said, said


@pytest.mark.slow
@pytest.mark.window
def test_people_go_the_whole_way_by_hand_and_other_programs_agree(tmp_path):
    go(tmp_path)
    told = json.loads((tmp_path / "told.json").read_text("utf-8"))
    assert told["cut"] == []
    assert told["another-process"]
    assert told["after-the-lock"] == HALF_A_NOTE

    homes = [tmp_path / name / "tcdesk" for name in ("unit", "office")]
    unit = proofs.OpenVault(homes[0] / "vault", UNIT_LOGIN, told["unit-passphrase"])
    office = proofs.OpenVault(homes[1] / "vault", OFFICE_LOGIN, OFFICE_PASSPHRASE)
    papers, bundle = tmp_path / "papers", Path(told["bundle"])
    proofs.unit_holds_what_was_typed(unit)
    key = proofs.office_holds_no_names(office)
    proofs.stock_tools_open_the_bundle(
        bundle, papers / "office-reserve.pdf", key, tmp_path / "opened"
    )
    proofs.papers_say_it(papers, bundle)
    proofs.figures_agree(told["report"], papers / "report.xlsx")
    proofs.nothing_lies_in_clear([*homes, tmp_path / "stick", tmp_path / "safe"])
    assert not [log for home in homes for log in home.glob("crash.log")]
