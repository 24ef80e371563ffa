"""Timing two ways of doing the same work, alternately, in the same process and minute."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How long tcdesk takes for a work, and the bare libraries for the same; seconds, medians."""

    work: str
    size: str
    ours: float
    bare: float

    def told(self) -> dict[str, str | float]:
        """Give the figures for JSON."""
        return {**asdict(self), "ratio": round(self.ours / self.bare, 2)}


def ratio(
    work: str, size: str, ours: Callable[[], object], bare: Callable[[], object], times: int = 5
) -> Ratio:
    """Run both in turn, so that the machine's moods hit both alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for run, kept in ((ours, taken[0]), (bare, taken[1])):
            begun = perf_counter()
            run()
            kept.append(perf_counter() - begun)
    return Ratio(work=work, size=size, ours=median(taken[0]), bare=median(taken[1]))


def table(ratios: Sequence[Ratio]) -> str:
    """Lay the figures out for reading."""
    lines = [f"{'work':<34}{'size':<11}{'tcdesk':>10}{'bare':>10}{'ratio':>8}"]
    lines += [
        f"{one.work:<34}{one.size:<11}{one.ours * 1000:>8.1f}ms{one.bare * 1000:>8.1f}ms"
        f"{one.ours / one.bare:>8.2f}"
        for one in ratios
    ]
    return "\n".join(lines) + "\n"
