"""Updates of the program from a stick: believed, backed up, handed over, told afterwards.

    .tcu on a stick ─ within ─▶ Offer ─ prepare ─▶ copied, verified whole, vault backed up ─▶ Ready
    Ready ─ the window locks ─▶ the installer takes the program's place ─▶ unlock migrates the vault
    the next start ─ last ─▶ what became of it; back() puts the previous version in its place

Nothing of the present program is touched before everything was verified on this computer's disk.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.bundle.canonical import Json, NotCanonicalError, decode, encode
from tcdesk.bundle.updates import (
    HEAD,
    LARGEST,
    Head,
    Update,
    UpdateDamagedError,
    read_head,
    version_number,
)
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.signing import PublicKey
from tcdesk.domain.errors import PersonCanMendError, TcdeskError
from tcdesk.domain.staff import Action
from tcdesk.services.backups import Backups
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import Progress
from tcdesk.services.ports import Files, Installer, Intake

ENDING = "*.tcu"
LAST = "last.json"
ON_DRIVE = ("", "tcdesk")  # where on a stick they are looked for
_BLOCK = 1 << 20
_FACTS = re.compile(r"[\d.]+ [\d.]+ \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ tcdesk-[\dTZ]+\.db")


class UpdateOlderError(PersonCanMendError):
    """The package holds this version or an older one: facts ``version`` and ``present``."""

    code = "update-older"


class UpdateElsewhereError(PersonCanMendError):
    """The package is for another kind of installation: fact ``platform``."""

    code = "update-elsewhere"


class NoPreviousVersionError(PersonCanMendError):
    """There is no previous version on this computer to be put back."""

    code = "no-previous-version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A package that was found; ``refused`` tells why it cannot be installed here."""

    path: Path
    version: str
    refused: TcdeskError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The last update: from which version to which, and the backup made just before it.

    ``taken``: whether the program that runs is the one it led to.
    """

    before: str
    after: str
    at: str
    backup: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Updates:
    """Updates of this computer's program, for whoever looks after the unit."""

    desk: Desk
    installer: Installer
    key: PublicKey
    folder: Path

    def within(self, drive: Path) -> Sequence[Offer]:
        """List the packages on a drive, the newest version first, refused ones last."""
        self.desk.check(Action.MANAGE_UNIT)
        offers = [self._offer(path) for part in ON_DRIVE for path in _lying(drive / part)]
        return sorted(
            offers, key=lambda one: (one.refused is None, version_number(one.version)), reverse=True
        )

    def look(self, path: Path) -> Offer:
        """Look at one package."""
        self.desk.check(Action.MANAGE_UNIT)
        return self._offer(path)

    def prepare(self, path: Path, intake: Intake, files: Files, progress: Progress) -> Update:
        """Copy, verify, back up; then let the installer make itself ready.

        Raises:
            TcdeskError: Refused, or the disk or the stick failed; the program is as it was.
        """
        self.desk.check(Action.MANAGE_UNIT)
        for left in self.folder.glob("tcdesk*"):  # what an earlier update could not drop
            intake.drop(left)
        copy = self.folder / path.name
        try:
            written = intake.copy(path, copy, at_most=LARGEST + HEAD)
            progress(0.2)
            head = self._believed(copy)
            if written.size != head.length:
                raise UpdateDamagedError
            payload = _unpacked(copy, head, self.folder)
        finally:
            intake.drop(copy)
        progress(0.4)
        try:
            backup = Backups(self.desk).make_before_update(lambda part: progress(0.4 + 0.3 * part))
            self.installer.prepare(payload, head.update.version)
        finally:
            if not self.installer.ready:
                intake.drop(payload)
        told: dict[str, Json] = {
            "after": head.update.version,
            "at": self.desk.moment(),
            "backup": backup.path.name,
            "before": self.installer.version,
        }
        files.write_atomic(self.folder / LAST, encode(told))
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            work.audit(
                "program.update",
                detail={"from": self.installer.version, "to": head.update.version},
            )
        progress(1.0)
        return head.update

    def last(self) -> Last | None:
        """Tell what became of the last update; None if there was none."""
        self.desk.check(None)
        facts = last_update(self.folder)
        if facts is None:
            return None
        return Last(
            before=facts["before"],
            after=facts["after"],
            at=facts["at"],
            backup=facts["backup"],
            taken=facts["after"] == self.installer.version,
        )

    def back(self) -> None:
        """Let the installer put the previous version in the place of this one.

        Raises:
            NoPreviousVersionError: It is no longer there.
        """
        self.desk.check(Action.MANAGE_UNIT)
        if not self.installer.has_previous:
            raise NoPreviousVersionError
        self.installer.prepare_back()
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            work.audit("program.back", detail={"from": self.installer.version})

    def _offer(self, path: Path) -> Offer:
        version = ""
        try:
            head = _head(path, self.key)
            version = head.update.version
            self._check(head.update)
            if path.stat().st_size != head.length:
                raise UpdateDamagedError
        except TcdeskError as refused:
            return Offer(path=path, version=version, refused=refused)
        except OSError:
            return Offer(path=path, version=version, refused=UpdateDamagedError())
        return Offer(path=path, version=version, refused=None)

    def _believed(self, copy: Path) -> Head:
        try:
            head = _head(copy, self.key)
        except OSError as error:
            raise UpdateDamagedError from error
        self._check(head.update)
        return head

    def _check(self, update: Update) -> None:
        present = self.installer.version
        if update.platform != self.installer.platform:
            raise UpdateElsewhereError(platform=update.platform)
        if update.number <= version_number(present):
            raise UpdateOlderError(version=update.version, present=present)


def last_update(folder: Path) -> Mapping[str, str] | None:
    """Read what is remembered of the last update: ``before``, ``after``, ``at``, ``backup``."""
    try:
        told = decode((folder / LAST).read_bytes())
    except (OSError, NotCanonicalError):
        return None
    if not isinstance(told, Mapping):
        return None
    facts = {name: str(told.get(name, "")) for name in ("before", "after", "at", "backup")}
    return facts if _FACTS.fullmatch(" ".join(facts.values())) else None


def _lying(folder: Path) -> Sequence[Path]:
    try:
        return [
            one for one in sorted(folder.glob(ENDING)) if not one.is_symlink() and one.is_file()
        ]
    except OSError:
        return ()  # pulled while it was looked at


def _head(path: Path, key: PublicKey) -> Head:
    with path.open("rb") as source:
        return read_head(source.read(HEAD), key)


def _unpacked(copy: Path, head: Head, folder: Path) -> Path:
    """Write the payload beside its package, hashing what is written.

    Raises:
        UpdateDamagedError: It is not what was signed.
    """
    payload = head.update.payload
    target, digest, left = folder / payload.name, sha256_hasher(), payload.size
    try:
        with copy.open("rb") as source, target.open("wb") as out:
            source.seek(head.offset)
            while left and (block := source.read(min(_BLOCK, left))):
                digest.update(block)
                out.write(block)
                left -= len(block)
            if left or digest.hexdigest() != payload.sha256:
                raise UpdateDamagedError
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target
