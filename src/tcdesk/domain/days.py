"""Days as people here count them: by the calendar of Slovenia, not by stretches of 24 hours."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Ljubljana")


def days_ago(moment: datetime, today: date) -> int:
    """Give how many midnights lie between a moment and a day; what is ahead of the day is 0.

    Args:
        moment: Aware.
        today: A day of Slovenia's calendar.
    """
    return max(0, (today - moment.astimezone(HERE).date()).days)
