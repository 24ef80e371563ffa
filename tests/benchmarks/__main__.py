"""``poe bench [--reference] [--frozen PROGRAM] [--out FILE]``: print ratios, write them as JSON."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import exchange, opening, papers, typing_cost, week
from tests.benchmarks.measure import Ratio, table
from tests.benchmarks.world import DEMO, REFERENCE


def _all(folder: Path, *, reference: bool) -> list[Ratio]:
    ratios = [*opening.start_up(folder), *typing_cost.autosave(folder), *papers.sheets()]
    for name, size in (("demo", DEMO), ("reference", REFERENCE)):
        if name == "demo" or reference:
            place = folder / name
            ratios += opening.unlocking(place, name, size)
            ratios += week.view(place, name)
            ratios += exchange.both_ways(place, name)
    return ratios


def main() -> int:
    """Measure at the demo size, and at the reference size if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reference", action="store_true", help="also at the reference size")
    parser.add_argument("--frozen", type=Path, help="only the start of this frozen program")
    parser.add_argument("--out", type=Path, help="write the ratios as JSON")
    options = parser.parse_args()
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory() as folder:
        if options.frozen:
            ratios += opening.frozen_start_up(Path(folder), options.frozen)
        else:
            ratios += _all(Path(folder), reference=options.reference)
    sys.stdout.write(table(ratios))
    if options.out:
        options.out.write_text(json.dumps([one.told() for one in ratios], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
