"""The clocks of this computer; implements the port ``Clock``."""

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/Ljubljana")


class SystemClock:
    """Wall clock and monotonic clock."""

    def now(self) -> datetime:
        """Give the present moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one Clock that others are told to take

    def today(self) -> date:
        """Give the calendar day in Europe/Ljubljana."""
        return self.now().astimezone(LOCAL_ZONE).date()

    def monotonic(self) -> float:
        """Give seconds from an arbitrary start; never goes back."""
        return time.monotonic()
