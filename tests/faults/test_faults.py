import subprocess
import sys

import pytest
from tests.conftest import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("operation", ["sign", "add an account", "database"])
def test_after_any_fault_there_is_the_old_state_or_the_new_one(operation: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--size", "1", "--operation", operation],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
