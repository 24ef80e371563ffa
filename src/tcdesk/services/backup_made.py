"""What a backup is to the services: when, why and of what it was made, and whether it will do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

RENEWAL_DUE = "backup-renewal-due"
"""Set by every rotation: older backups still open with the keys that it took away."""


class Why(StrEnum):
    """What a backup was made for; its words are ``backup-why-<value>``."""

    ASKED = "asked"
    CLOSING = "closing"
    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    ROTATION = "rotation"
    RENEWAL = "renewal"
    RESTORE = "restore"


class BackupState(StrEnum):
    """What is known of a backup by its description; words are ``backup-state-<value>``.

    Only a good one is offered or counted. That its pages are whole is proved by opening it.
    """

    GOOD = "good"
    SPOILT = "spoilt"
    FOREIGN = "foreign"  # of another vault
    NEWER = "newer"  # made by a newer program


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """A backup that was opened again and counted before it was called good.

    ``counts`` are rows by table, ``logins`` the accounts whose passphrase of that day opens it.
    """

    path: Path
    at: str
    size: int
    rows: int
    audit_seq: int
    audit_sha256: str = ""
    why: Why = Why.ASKED
    state: BackupState = BackupState.GOOD
    counts: Mapping[str, int] = field(default_factory=dict)
    logins: tuple[str, ...] = ()
