"""Fresh ids: UUIDv7 that never go back, also when the clock does (RFC 9562, security.md §6.12)."""

from collections.abc import Callable

from tcdesk.crypto.digests import random_bytes
from tcdesk.domain.codes import LENGTH, make_code
from tcdesk.domain.ids import PSEUDONYM_BYTES, RANDOM_BYTES, uuid4, uuid7
from tcdesk.services.ports import Clock

_COUNTER_TOP = 0xFFF


class IdMaker:
    """Makes ids in strict order; one a process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0
        self._counter = 0
        self._given: set[str] = set()  # codes

    def new(self) -> str:
        """Make an id greater than all before it from this process.

        Within one millisecond the first 12 random bits count up (RFC 9562, 6.2, method 1).
        """
        now = int(self._clock.now().timestamp() * 1000)
        if now > self._last:
            self._last, self._counter = now, 0
        elif self._counter < _COUNTER_TOP:
            self._counter += 1
        else:
            self._last, self._counter = self._last + 1, 0
        tail = bytearray(random_bytes(RANDOM_BYTES))
        tail[0] = self._counter >> 4
        tail[1] = (self._counter & 0xF) << 4 | tail[1] & 0xF
        return uuid7(self._last, bytes(tail))

    def pseudonym(self) -> str:
        """Make an id that cannot be laid beside the row's own by its time."""
        return uuid4(random_bytes(PSEUDONYM_BYTES))

    def code(self) -> str:
        """Make a short code with a check character."""
        return make_code(random_bytes(LENGTH - 1))

    def free_code(self, known: Callable[[str], object]) -> str:
        """Make a short code that nothing has; ``known`` gives None for a free one.

        What was given before is not given again: of many made together none is stored yet.
        """
        while (code := self.code()) in self._given or known(code) is not None:
            pass
        self._given.add(code)
        return code
