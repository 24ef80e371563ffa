"""Lines of the audit log as they are searched and read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tcdesk.bundle.canonical import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuestion:
    """Which lines are asked for; what is None does not matter.

    ``since`` is included, ``until`` is not: moments as they are stored.
    """

    person: str | None = None
    account: str | None = None
    action: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPlace:
    """Where a page of lines ended; the next page begins before it."""

    at: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line: when, who, from which log-in, what, of which thing, about whom."""

    seq: int
    at: str
    account: str
    login_id: str
    action: str
    entity: str | None
    key: str | None
    person: str | None
    detail: Mapping[str, Json] = field(default_factory=dict)

    @property
    def place(self) -> AuditPlace:
        """Give its place in the order of reading."""
        return AuditPlace(at=self.at, seq=self.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A head of the audit log that an account signed at lock.

    ``lies`` is the hash that the log has at that number now, hex; None when the line is gone.
    """

    seq: int
    sha256: str
    account: str
    signature: bytes = field(repr=False)
    lies: str | None
