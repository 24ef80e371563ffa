"""What a failure says: a sentence with its next step, and a crash log without anyone's data.

TcdeskError   -> the catalogue's sentence for its code
anything else -> one sentence with a short code; the crash log gets type and places in the code
                 (never the message, never local values: they may hold names or texts)
"""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from zlib import crc32

from tcdesk.domain.errors import TcdeskError, WeErredError
from tcdesk.services.ports import Clock, Words

LARGEST_LOG = 256 * 1024  # bytes; an older log is begun anew, a crash loop must not fill the disk

log = logging.getLogger(__name__)


class CrashLog:
    """A text file with the places in the code where something unforeseen happened."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def record(self, error: BaseException) -> str:
        """Write where the error came from and give its short code.

        The code depends on the type and the places only: one fault has one code everywhere.
        """
        places = [
            f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        kind = type(error).__qualname__
        code = f"{crc32(' '.join((kind, *places)).encode()):08x}"[:6].upper()
        line = f"{self._clock.now():%Y-%m-%dT%H:%M:%SZ} {code} {kind} {' > '.join(places)}\n"
        try:
            small = self._path.exists() and self._path.stat().st_size < LARGEST_LOG
            with self._path.open("a" if small else "w", encoding="utf-8") as out:
                out.write(line)
        except OSError:
            log.warning("the crash log cannot be written")
        return code


class Trouble:
    """Turns any exception into the sentence and the next step that the person reads."""

    def __init__(self, words: Words, crash_log: CrashLog) -> None:
        self._words = words
        self._crash_log = crash_log

    def tell(self, error: BaseException) -> tuple[str, str]:
        """Give the sentence and the next step; what is our fault is also recorded."""
        if isinstance(error, TcdeskError):
            if isinstance(error, WeErredError):
                self._crash_log.record(error)
            return self._words.error(error)
        code = self._crash_log.record(error)
        return self._words("shell-unexpected", code=code), self._words("shell-unexpected.next")

    def catch_all(self, tell: Callable[[str, str], None]) -> None:
        """Let ``tell`` say whatever no one else caught on the main thread (``sys.excepthook``)."""

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
                return
            tell(*self.tell(error))

        sys.excepthook = hook
