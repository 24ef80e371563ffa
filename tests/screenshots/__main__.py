"""``poe screenshots --out DIR [--theme light|dark] [--scale 1.5] [--lang sl|en]``.

Starts a screen of 1366×768 of its own, builds the demo world, walks it as each installation, opens
what every action of every page opens, and saves a picture of each state.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCREEN = "1366x768x24"


def main() -> int:
    """Take the pictures; the walking itself runs in a process on the fresh screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--lang", choices=("sl", "en"), default="sl")
    parser.add_argument(
        "--world", type=Path, help="a demo world that is there already; it is copied"
    )
    options = parser.parse_args()
    if shutil.which("xvfb-run") is None:
        sys.stderr.write("NOT RUN: pictures need xvfb (and openbox for window frames)\n")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        world, data = Path(folder) / "world", Path(folder) / "data"
        environment = {
            **os.environ,
            "XDG_DATA_HOME": str(data),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(options.scale),
        }
        if options.world:
            shutil.copytree(options.world, world)
        else:
            demo = [sys.executable, "-m", "tcdesk", "--language", options.lang, "demo"]
            subprocess.run([*demo, "--headless", "--dir", str(world)], check=True, env=environment)
        walk = [sys.executable, "-m", "tests.screenshots.walk", str(world), str(options.out)]
        return subprocess.run(
            ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}", *walk, options.theme, options.lang],
            check=False,
            env=environment,
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
