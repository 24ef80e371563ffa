"""How this installation is, in facts that may leave the prison: for the page, and as one file.

Everything is named here one by one. No log-in, no name, no text, no path of a person, no message
of an exception can get in: of the crash log only moment, code and kind are taken, by a pattern.
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.bundle.canonical import Json, encode
from tcdesk.domain.staff import Action
from tcdesk.services.access import identification
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.health import health_of
from tcdesk.services.ports import Installer
from tcdesk.services.updates import last_update

CRASH_LOG = "crash.log"
MOST_ERRORS = 50
_ERROR = re.compile(
    r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([0-9A-F]{6}) ([A-Za-z_][A-Za-z0-9_]{0,59})(?: |$)"
)
_NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something unforeseen that happened: when, the code that was shown, the kind of error."""

    at: str
    code: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The facts; sizes in bytes, moments as they are stored or ``never``."""

    version: str
    package: str
    system: str
    installation: str
    vault_size: int
    disk_free: int
    backups: int
    backups_size: int
    backups_spoilt: int
    backup_at: str
    carried_at: str
    checked_at: str
    wrong: Sequence[str]
    clock_in_doubt: bool
    audit_lines: int
    audit_head: str
    updated_from: str
    troubles: Sequence[Trouble]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The facts about this installation, for whoever looks after it."""

    desk: Desk
    installer: Installer
    data: Path

    def standing(self) -> Standing:
        """Gather the facts; changes and checks nothing."""
        self.desk.check(Action.MANAGE_UNIT)
        vault, backups = self.desk.vault, Backups(self.desk).all()
        told = identification(self.desk)
        with self.desk.reading(None) as facts:
            health, head = health_of(facts), facts.audit_head()
        update = last_update(self.data / "updates")
        return Standing(
            version=self.installer.version,
            package=self.installer.platform or "unfrozen",
            system=self.installer.system,
            installation=told.installation.value,
            vault_size=sum(path.stat().st_size for path in vault.folder.glob("*.db*")),
            disk_free=shutil.disk_usage(vault.folder).free,
            backups=len(backups.here),
            backups_size=backups.used,
            backups_spoilt=len(backups.spoilt),
            backup_at=backups.here[0].at if backups.here else _NEVER,
            carried_at=backups.carried_at.isoformat() if backups.carried_at else _NEVER,
            checked_at=health.checked_at.isoformat() if health.checked_at else _NEVER,
            wrong=health.wrong,
            clock_in_doubt=health.clock_in_doubt,
            audit_lines=head.seq,
            audit_head=head.sha256[:16],
            updated_from=update["before"] if update else "",
            troubles=troubles(self.data / CRASH_LOG),
        )

    def file(self) -> bytes:
        """Give the diagnostic file: the same facts as canonical JSON, and nothing else."""
        standing = self.standing()
        told: dict[str, Json] = {
            name: getattr(standing, name)
            for name in Standing.__slots__
            if name not in ("troubles", "wrong")
        }
        told["wrong"] = list(standing.wrong)
        told["errors"] = [
            {"at": one.at, "code": one.code, "kind": one.kind} for one in standing.troubles
        ]
        return encode(told | {"format": "tcdesk-diagnosis", "made_at": self.desk.moment()}) + b"\n"


def troubles(path: Path) -> Sequence[Trouble]:
    """Read the newest entries of a crash log; whatever has another form is left out."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    found = [match for line in lines if (match := _ERROR.match(line))]
    return tuple(
        Trouble(at=one[1], code=one[2], kind=one[3]) for one in found[: -MOST_ERRORS - 1 : -1]
    )
