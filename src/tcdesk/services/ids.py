"""Fresh ids: UUIDv7 that never go back, also when the clock does (RFC 9562, security.md §6.12)."""

from tcdesk.crypto.digests import random_bytes
from tcdesk.domain.codes import LENGTH, make_code
from tcdesk.domain.ids import RANDOM_BYTES, uuid7
from tcdesk.services.ports import Clock


class IdMaker:
    """Makes ids in order of time; one a process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def new(self) -> str:
        """Make an id greater than all before it from this process, to the millisecond."""
        now = int(self._clock.now().timestamp() * 1000)
        self._last = max(now, self._last)
        return uuid7(self._last, random_bytes(RANDOM_BYTES))

    def code(self) -> str:
        """Make a short code with a check character."""
        return make_code(random_bytes(LENGTH - 1))
