"""tcdesk as a process of its own, and what the demo world tells of itself."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

Ran = subprocess.CompletedProcess[str]


def tcdesk(data: Path, *arguments: str | Path, stdin: str = "") -> Ran:
    return subprocess.run(
        [sys.executable, "-m", "tcdesk", *(str(one) for one in arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(data)},
    )


def passphrase_of(told: dict[str, object], login: str) -> str:
    vaults = told["vaults"]
    assert isinstance(vaults, list)
    return next(
        str(account["passphrase"])
        for vault in vaults
        for account in vault["accounts"]
        if account["login"] == login
    )


def bundles_of(told: dict[str, object], unit: str) -> Sequence[str]:
    bundles = told["bundles"]
    assert isinstance(bundles, list)
    return [one["path"] for one in bundles if one["unit"] == unit]
