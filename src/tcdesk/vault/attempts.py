"""Failed log-ins: how long to wait, and ``attempts.log`` until the audit log can take them over.

One line an attempt: ``2026-11-21T20:00:00Z login new``, with ``audited`` for ``new`` once the audit
log has it. It stands in clear beside the vault, so it holds logins that exist and nothing else that
was typed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tcdesk.services.ports import Files

NAME = "attempts.log"
WAITS = (0, 0, 2, 5, 15, 30)
LONGEST_WAIT = 60
MOST_LINES = 1000
UNKNOWN = "-"

_TIME = "%Y-%m-%dT%H:%M:%SZ"
_AUDITED = "audited"
_NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One failed log-in."""

    at: datetime
    login: str
    audited: bool = False


def delay_after(failures: int) -> int:
    """Give the seconds to wait after so many failures in a row: 0, 0, 2, 5, 15, 30, then 60."""
    return WAITS[failures] if failures < len(WAITS) else LONGEST_WAIT


def wait_left(attempts: Sequence[Attempt], login: str, now: datetime) -> float:
    """Give the seconds until this login may be tried again.

    A clock that was put back makes nobody wait longer than one whole delay.
    """
    own = [attempt.at for attempt in attempts if attempt.login == login]
    if not own:
        return 0
    delay = delay_after(len(own))
    passed = (now - own[-1]).total_seconds()
    return min(delay, max(0, delay - passed))


def read_attempts(folder: Path) -> tuple[Attempt, ...]:
    """Read the log; a line that is none is passed over, for nobody is kept out by a spoilt log."""
    try:
        lines = (folder / NAME).read_text("utf-8", "replace").splitlines()
    except OSError:
        return ()
    read = (_parse(line) for line in lines[-MOST_LINES:])
    return tuple(attempt for attempt in read if attempt is not None)


def add_failure(
    folder: Path, files: Files, *, login: str, known: Collection[str], at: datetime
) -> None:
    """Note a failed log-in; an unknown login is noted as ``-``: people type passphrases there.

    Raises:
        WorldFailedError: The log was not written.
        PersonCanMendError: The folder refuses writing.
    """
    attempt = Attempt(at=at.astimezone(UTC), login=login if login in known else UNKNOWN)
    _write(folder, files, (*read_attempts(folder), attempt))


def settle(folder: Path, files: Files, login: str) -> None:
    """Start the count of a login anew after it got in, and mark what the audit log has taken over.

    Raises:
        WorldFailedError: The log was not written.
        PersonCanMendError: The folder refuses writing.
    """
    attempts = read_attempts(folder)
    if attempts:
        others = (attempt for attempt in attempts if attempt.login not in {login, UNKNOWN})
        _write(folder, files, [replace(attempt, audited=True) for attempt in others])


def _write(folder: Path, files: Files, attempts: Sequence[Attempt]) -> None:
    lines = (_line(attempt) for attempt in attempts[-MOST_LINES:])
    files.write_atomic(folder / NAME, "".join(lines).encode())


def _line(attempt: Attempt) -> str:
    mark = _AUDITED if attempt.audited else _NEW
    return f"{attempt.at.strftime(_TIME)} {attempt.login} {mark}\n"


def _parse(line: str) -> Attempt | None:
    time, _, rest = line.partition(" ")
    login, _, mark = rest.rpartition(" ")
    try:
        at = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    if not login or mark not in {_AUDITED, _NEW}:
        return None
    return Attempt(at=at, login=login, audited=mark == _AUDITED)
