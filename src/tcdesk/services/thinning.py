"""Which backups make room for newer ones: 14 days, 8 weeks, 24 months, and a budget of bytes.

The newest good one always stays, and so does the last one of every month that is kept; whatever the
budget says. If that is more than the budget allows, people are told.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tcdesk.services.backup_made import BackupMade

DAILY, WEEKLY, MONTHLY = 14, 8, 24
Period = Callable[[BackupMade], str]


def surplus(
    good: Sequence[BackupMade], *, budget: int, spared: str = "", made: Path | None = None
) -> Sequence[BackupMade]:
    """Choose what may be deleted.

    Args:
        good: The good backups, newest first; a spoilt one is neither counted nor deleted here.
        budget: How many bytes they may take.
        spared: What is not newer than this moment stays (the month after a restore).
        made: The one that was just made stays, also when the clock was set back.
    """
    safe = {one.path for one in good[:1]} | ({made} if made else set())
    kept = safe | {one.path for one in good if one.at <= spared}
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        seen: list[str] = []
        for one in good:
            if period(one) not in seen:
                seen.append(period(one))
                if len(seen) <= most:
                    kept.add(one.path)
    staying = [one for one in good if one.path in kept]
    used = sum(one.size for one in staying)
    for one in reversed(staying):
        if used <= budget:
            break
        alone = sum(_month(one) == _month(other) for other in staying) == 1
        if not alone and one.at > spared and one.path not in safe:
            staying.remove(one)
            used -= one.size
    left = {one.path for one in staying}
    return [one for one in good if one.path not in left]


def _day(made: BackupMade) -> str:
    return made.at[:10]


def _week(made: BackupMade) -> str:
    year, week, _ = date.fromisoformat(made.at[:10]).isocalendar()
    return f"{year}-{week}"


def _month(made: BackupMade) -> str:
    return made.at[:7]
