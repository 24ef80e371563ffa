"""The first run, as a step machine without widgets: from an empty folder to a vault.

    AskInstallation ─ choose ─> AskNames ─ name ─> AskAccount ─ introduce ─> AskPassphrase
    AskPassphrase ─ create ─> ShowSheet ─ ask_back ─> AskSheet ─ try_sheet ─> Proved
    Proved ─ place ─> Finished

The vault is made beside its place, in ``<folder>.unfinished``, and moved there only when the paper
key has been proved to open it (security.md §4.8). A first run that is left, or a computer that
stops, therefore never leaves a vault whose recovery sheet nobody has tried.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError, WorldFailedError
from tcdesk.domain.staff import Role
from tcdesk.services.access import (
    Access,
    Installation,
    NewAccount,
    Setup,
    check_login,
    unit_code,
)
from tcdesk.services.desk import Desk
from tcdesk.services.key_papers import RecoverySheet
from tcdesk.services.paper_key import Asked, SheetDiffersError, ask_groups, with_typed
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.programmes import Programmes, Template

UNFINISHED = ".unfinished"

FIRST_ROLES: Mapping[Installation, Sequence[Role]] = {
    Installation.UNIT: (Role.HEAD, Role.ADMINISTRATOR),
    Installation.OFFICE: (Role.ANALYST, Role.ADMINISTRATOR),
}
"""Whoever comes first must be able to add the others."""


class FolderTakenError(PersonCanMendError):
    """The folder chosen for the new vault holds something already."""

    code = "folder-taken"


class VaultNotPlacedError(WorldFailedError):
    """The finished vault could not be moved to its place; another program holds the folder."""

    code = "vault-not-placed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What has been answered so far; going back shows it again."""

    installation: Installation = Installation.UNIT
    unit_name: str = ""
    unit_code: str = ""
    programmes: frozenset[str] = frozenset()
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    login: str = ""
    role: Role = Role.HEAD

    @property
    def known_names(self) -> Sequence[str]:
        """Give what may not stand in the passphrase."""
        return (self.login, self.given_name, self.family_name, self.unit_name)


@dataclass(frozen=True, slots=True)
class AskInstallation:
    """A unit or the office?"""

    answers: Answers


@dataclass(frozen=True, slots=True)
class AskNames:
    """What the unit or office is called, its code, and which programmes it runs."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class AskAccount:
    """Who the first account is for."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class AskPassphrase:
    """The passphrase of the first account."""

    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSheet:
    """The vault stands beside its place; its paper key is to be put on paper."""

    answers: Answers
    desk: Desk
    sheet: RecoverySheet = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSheet:
    """Eight characters are to be typed from the paper; the program then tries the whole key."""

    shown: ShowSheet
    asked: Sequence[Asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """The key on paper opens the vault, which is closed now and waits to be put in its place."""

    login: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The vault stands in its place, closed; the next thing is to log in."""

    folder: Path
    login: str


State = (
    AskInstallation
    | AskNames
    | AskAccount
    | AskPassphrase
    | ShowSheet
    | AskSheet
    | Proved
    | Finished
)


@dataclass(frozen=True, slots=True)
class FirstRun:
    """Makes the states; every method gives the next one or says in place what must be mended."""

    access: Access
    folder: Path
    templates: Mapping[str, Template]
    passphrases: Passphrases
    training: bool = False

    @property
    def unfinished(self) -> Path:
        """Give the folder in which the vault stands until its sheet was tried."""
        return self.folder.with_name(f"{self.folder.name}{UNFINISHED}")

    def begin(self) -> AskInstallation:
        """Begin; what an earlier, broken first run left is cleared away.

        Raises:
            FolderTakenError: There is something in the folder.
        """
        if self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
            raise FolderTakenError
        if self.unfinished.is_dir():
            shutil.rmtree(self.unfinished)
        return AskInstallation(Answers(programmes=frozenset(self.templates)))

    def choose(self, state: AskInstallation, installation: Installation) -> AskNames:
        """Say what this installation is."""
        answers = state.answers
        if (
            installation is not answers.installation
            or answers.role not in FIRST_ROLES[installation]
        ):
            answers = replace(answers, installation=installation, role=FIRST_ROLES[installation][0])
        return AskNames(answers)

    def name(self, state: AskNames, name: str, code: str, programmes: frozenset[str]) -> AskAccount:
        """Say what it is called.

        Raises:
            RuleBrokenError: ``unit-name-missing`` or ``unit-code``.
        """
        if not name.strip():
            raise RuleBrokenError("unit-name-missing")
        answers = replace(
            state.answers,
            unit_name=name.strip(),
            unit_code=unit_code(code),
            programmes=programmes,
        )
        return AskAccount(answers)

    def introduce(
        self, state: AskAccount, *, given_name: str, family_name: str, login: str, role: Role
    ) -> AskPassphrase:
        """Say who comes first.

        Raises:
            RuleBrokenError: ``names-missing``, ``login-shape`` or ``first-role``.
        """
        if not (given_name.strip() and family_name.strip()):
            raise RuleBrokenError("names-missing")
        check_login(login)
        if role not in FIRST_ROLES[state.answers.installation]:
            raise RuleBrokenError("first-role")
        answers = replace(
            state.answers,
            given_name=given_name.strip(),
            family_name=family_name.strip(),
            login=login,
            role=role,
        )
        return AskPassphrase(answers)

    def create(
        self, state: AskPassphrase, passphrase: str, progress: Callable[[float], None]
    ) -> ShowSheet:
        """Make the vault beside its place, with the programmes that were switched on.

        Raises:
            PersonCanMendError: The passphrase is weak.
            TcdeskError: The disk refuses; nothing is left behind.
        """
        answers = state.answers
        self.passphrases.check(passphrase, answers.known_names)
        paper = Identity.generate()
        progress(0.1)
        desk = self.access.create(self.unfinished, self._setup(answers, passphrase), paper)
        try:
            progress(0.6)
            if answers.installation is Installation.UNIT:
                for code in sorted(answers.programmes):
                    Programmes(desk).take_over(self.templates[code])
        except BaseException:
            self._discard(desk)
            raise
        progress(1.0)
        sheet = RecoverySheet(
            key=paper.text.reveal().decode("ascii"),
            vault_id=desk.vault.vault_id,
            unit=answers.unit_name,
            made_on=desk.clock.today(),
            training=self.training,
        )
        return ShowSheet(answers=answers, desk=desk, sheet=sheet)

    def note_paper(self, state: ShowSheet, *, action: str) -> None:
        """Put on record that the sheet was printed or saved (never what it says)."""
        with state.desk.vault.store.writing(state.desk.actor) as work:
            work.audit(action)

    def ask_back(self, state: ShowSheet) -> AskSheet:
        """Choose which groups of the sheet are to be typed back."""
        return AskSheet(shown=state, asked=ask_groups(state.sheet.key))

    def try_sheet(self, state: AskSheet, typed: Sequence[str]) -> Proved:
        """Prove that the typed key opens the vault, and close it.

        The typed groups take the place of the known ones; a slip of one character makes a key that
        opens nothing.

        Raises:
            SheetDiffersError: It does not open it; nothing changes, it can be typed again.
        """
        typed_key = with_typed(state.shown.sheet.key, state.asked, typed)
        if not self.access.vaults.opens_with_paper(self.unfinished, typed_key):
            raise SheetDiffersError
        desk = state.shown.desk
        with desk.vault.store.writing(desk.actor) as work:
            work.audit("recovery.proved")
        self.access.lock(desk)
        return Proved(login=state.shown.answers.login)

    def place(self, state: Proved) -> Finished:
        """Put the vault in its place; only now there is one.

        Raises:
            VaultNotPlacedError: The system refuses; it can be tried again.
        """
        try:
            if self.folder.exists():
                self.folder.rmdir()  # it was empty at the beginning
            self.unfinished.rename(self.folder)
        except OSError as refused:
            raise VaultNotPlacedError from refused
        return Finished(folder=self.folder, login=state.login)

    def leave(self, state: State) -> None:
        """Leave without finishing: what was made so far goes away."""
        match state:
            case ShowSheet():
                self._discard(state.desk)
            case AskSheet():
                self._discard(state.shown.desk)
            case _:
                pass

    def _discard(self, desk: Desk) -> None:
        desk.vault.close()
        shutil.rmtree(self.unfinished)

    def _setup(self, answers: Answers, passphrase: str) -> Setup:
        return Setup(
            installation=answers.installation,
            unit_name=answers.unit_name,
            unit_code=answers.unit_code,
            training=self.training,
            first=NewAccount(
                login=answers.login,
                passphrase=passphrase,
                role=answers.role,
                given_name=answers.given_name,
                family_name=answers.family_name,
            ),
        )
