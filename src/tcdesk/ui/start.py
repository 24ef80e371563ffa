"""From the first window to an open vault: log-in, another folder, or the first run.

The log-in window must not wait for the pages and wizards behind it: they are imported once it is
on the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.accounts import Accounts
from tcdesk.services.demo_told import demo_accounts
from tcdesk.services.first_run import Finished, FirstRun, State
from tcdesk.services.programmes import templates
from tcdesk.services.recovery import Recovery, Renewed
from tcdesk.services.recovery import State as RecoveryState
from tcdesk.services.workplace import Workplace
from tcdesk.ui.application import make_application
from tcdesk.ui.icons import Icons
from tcdesk.ui.jobs import Jobs
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.palettes import Look
from tcdesk.ui.sat_down import SatDown, look_around, sit_down
from tcdesk.ui.theme import Theme
from tcdesk.ui.trouble import CrashLog, Trouble
from tcdesk.ui.unlock_window import DemoAccount, Door, UnlockWindow
from tcdesk.ui.wizard import Wizard

if TYPE_CHECKING:
    from tcdesk.ui.account_wizards import Setting
    from tcdesk.ui.sitting import Sitting
    from tcdesk.ui.start_restore import StartRestore

VAULT, TRAINING = "vault", "training"  # the usual folders within the data folder
AFTERWARDS = 100  # ms; by then the log-in window is painted
AskFolder = Callable[[QWidget | None, str], Path | None]


def run(
    place: Workplace,
    *,
    vault_folder: Path | None,
    login: str,
    training: bool,
    arguments: Sequence[str],
) -> int:
    """Open the window and stay until it is closed.

    Args:
        place: What belongs to this computer.
        vault_folder: The folder that was asked for; else the kept one, else the usual one.
        login: The log-in to choose first.
        training: Say from the beginning that the data are invented.
        arguments: The command line, for Qt.

    Returns:
        The exit code.
    """
    app = make_application(arguments, language=place.words.language, resources=place.resources)
    kit = make_kit(app, place, training=training)
    folder = vault_folder or _usual_folder(place, training=training)
    start = Start(app, kit, place, folder=folder, login=login, training=training)
    start.ended.connect(lambda: app.exit(0))
    start.begin()
    code = app.exec()
    kit.jobs.close()
    return code


def make_kit(app: QApplication, place: Workplace, *, training: bool) -> Kit:
    """Make what every part of the window is built with."""
    look = Look(place.preferences.theme)
    theme = Theme(app, place.resources, look=look, training=training)
    place.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Kit(
        words=place.words,
        theme=theme,
        icons=Icons(theme),
        jobs=Jobs(app),
        trouble=Trouble(place.words, CrashLog(place.data / "crash.log", place.clock)),
        clock=place.clock,
    )


def _usual_folder(place: Workplace, *, training: bool) -> Path:
    if training:
        return place.data / TRAINING
    return place.preferences.vault_folder or place.data / VAULT


def _ask_folder(parent: QWidget | None, title: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


class Start(QObject):
    """Shows one window at a time until somebody sits at an open vault; ``ended`` tells the end."""

    ended = Signal()

    def __init__(
        self,
        app: QApplication,
        kit: Kit,
        place: Workplace,
        *,
        folder: Path,
        login: str = "",
        training: bool = False,
        ask_folder: AskFolder = _ask_folder,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._kit = kit
        self._place = place
        self._folder = folder
        self._login = login
        self._training = training
        self._ask_folder = ask_folder
        self.window: UnlockWindow[SatDown] | None = None
        self.wizard: Wizard[State] | None = None
        self.recovery: Wizard[RecoveryState] | None = None
        self.restore: StartRestore | None = None
        self.change: Wizard[Setting] | None = None
        self.sitting: Sitting | None = None

    def begin(self) -> None:
        """Show the log-in window, or the way to a first vault."""
        self._show_log_in()
        QTimer.singleShot(AFTERWARDS, self, lambda: import_module("tcdesk.ui.sitting"))

    def _show_log_in(self, message: Message | None = None) -> None:
        """Show a fresh log-in window for the folder; what is wrong with it is said there."""
        if self.wizard is not None:
            self.wizard.deleteLater()  # on this thread, and with the key that it has shown
            self.wizard = None
        door: Door[SatDown] | None = None
        trouble: TcdeskError | None = None
        vaults = self._place.access.vaults
        if vaults.exists(self._folder):
            try:
                logins = vaults.logins(self._folder)
            except TcdeskError as error:
                logins, trouble = (), error
            door = self._door(logins)
        window = UnlockWindow(self._kit, door, last_login=self._login)
        window.unlocked.connect(self._came_in)
        window.newAsked.connect(self._new)
        window.folderAsked.connect(self._other_folder)
        window.recoveryAsked.connect(self._recover)
        window.restoreAsked.connect(self._restore)
        window.helpAsked.connect(self._show_help)
        window.closed.connect(self.ended)
        self._kit.trouble.catch_all(
            lambda text, step: window.say(Message(text=text, next_step=step, tone=Tone.ERROR))
        )
        self._replace(window)
        if trouble is not None:
            window.tell(trouble)
        elif message is not None:
            window.say(message)

    def _replace(self, window: UnlockWindow[SatDown]) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _door(self, logins: Sequence[str]) -> Door[SatDown]:
        access, folder = self._place.access, self._folder
        usual = folder in (self._place.data / VAULT, self._place.data / TRAINING)
        return Door(
            unit="" if usual else str(folder),
            logins=logins,
            unlock=lambda login, passphrase: sit_down(access, folder, login, passphrase),
            wait=lambda login: access.vaults.wait_seconds(folder, login),
            demo=[
                DemoAccount(login=login, passphrase=passphrase)
                for login, passphrase in (demo_accounts(folder) if self._training else ())
            ],
        )

    def _came_in(self, sat: SatDown) -> None:
        """Let the person in; whoever came by a passphrase that was handed over changes it first."""
        if not sat.must_change:
            self._sit(sat)
            return
        from tcdesk.ui.account_wizards import first_change_wizard  # noqa: PLC0415 - see the top

        wizard = first_change_wizard(
            self._kit,
            Accounts(sat.desk, self._place.passphrases),
            (sat.desk.vault.login, sat.told.unit_name),
        )
        wizard.ended.connect(lambda _state: self._look_around(sat))
        wizard.rejected.connect(lambda: self._go_without(sat))
        self.change = wizard
        if self.window is not None:
            self.window.hide()
        wizard.show()

    def _look_around(self, sat: SatDown) -> None:
        """Begin as usual, now that the passphrase is their own."""
        self._kit.jobs.run(
            self,
            lambda: look_around(sat.desk),
            done=self._sit,
            failed=lambda error: self._close_again(sat, self._failure(error)),
        )

    def _go_without(self, sat: SatDown) -> None:
        """Close the vault again: without a passphrase of one's own nobody works."""
        self._close_again(sat, Message(text=self._kit.words("first-change-left")))

    def _close_again(self, sat: SatDown, message: Message) -> None:
        access = self._place.access
        self._kit.jobs.run(
            self,
            lambda: access.lock(sat.desk),
            done=lambda _none: self._show_log_in(message),
            failed=lambda error: self._show_log_in(self._failure(error)),
        )

    def _sit(self, sat: SatDown) -> None:
        self._kit.theme.set_training(training=sat.told.training)
        self._remember(self._folder)
        from tcdesk.ui.sitting import Sitting  # noqa: PLC0415 - see the top

        try:
            sitting = Sitting(self._app, self._kit, self._place, sat, self)
        except Exception as error:  # noqa: BLE001 - whatever it is, the vault must not stay open
            message = self._failure(error)
            self._kit.jobs.run(
                self,
                sat.desk.vault.close,
                done=lambda _none: self._show_log_in(message),
                failed=lambda worse: self._show_log_in(self._failure(worse)),
            )
            return
        sitting.finished.connect(self.ended)
        self._kit.trouble.catch_all(sitting.frame.tell)
        self.sitting = sitting
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _remember(self, folder: Path) -> None:
        """Keep another folder than the usual one for the next start; never that of a training."""
        usual = self._place.preferences.vault_folder or self._place.data / VAULT
        if self._training or folder.absolute() == usual.absolute():
            return
        preferences = replace(self._place.preferences, vault_folder=folder.absolute())
        try:
            self._place.keep(preferences)
        except TcdeskError as error:
            self._kit.trouble.tell(error)  # the vault is open; the next start asks again
        self._place = replace(self._place, preferences=preferences)

    def _other_folder(self) -> None:
        words = self._kit.words
        folder = self._ask_folder(self.window, words("start-choose-folder"))
        if folder is None:
            return
        if self._place.access.vaults.exists(folder):
            self._folder, self._login = folder, ""
            self._show_log_in()
        elif self.window is not None:
            self.window.say(
                Message(
                    text=words("start-no-vault-there"),
                    next_step=words("start-no-vault-there.next"),
                    tone=Tone.WARN,
                )
            )

    def _new(self) -> None:
        """Begin a first run: in the folder at hand, or in another when that one has a vault."""
        folder: Path | None = self._folder
        if self._place.access.vaults.exists(self._folder):
            folder = self._ask_folder(self.window, self._kit.words("start-new-folder"))
        if folder is None or self.window is None:
            return
        flow = FirstRun(
            access=self._place.access,
            folder=folder,
            templates=templates(self._place.resources / "programmes"),
            passphrases=self._place.passphrases,
            training=self._training,
        )
        try:
            first = flow.begin()
        except TcdeskError as error:
            self.window.tell(error)
            return
        from tcdesk.ui.first_run import first_run_wizard  # noqa: PLC0415 - see the top

        wizard = first_run_wizard(self._kit, self._place, flow, first)
        wizard.ended.connect(self._made)
        wizard.rejected.connect(lambda: self._leave(flow, wizard.state))
        self.wizard = wizard
        self.window.hide()
        wizard.show()

    def _recover(self) -> None:
        """Let somebody in by a key on paper."""
        flow = Recovery(
            access=self._place.access, folder=self._folder, passphrases=self._place.passphrases
        )
        from tcdesk.ui.recovery import recovery_wizard  # noqa: PLC0415 - see the top

        wizard = recovery_wizard(self._kit, self._place, flow)
        wizard.ended.connect(self._renewed)
        wizard.rejected.connect(lambda: self._leave_recovery(flow, wizard.state))
        self.recovery = wizard
        if self.window is not None:
            self.window.hide()
        wizard.show()

    def _restore(self) -> None:
        """Put a backup in the place of a vault that does not open, or of none."""
        from tcdesk.ui.start_restore import StartRestore  # noqa: PLC0415 - see the top

        def back(login: str, message: Message) -> None:
            self._login = login or self._login
            self._show_log_in(message)

        self.restore = StartRestore(
            self._kit, self._place, self._folder, parent=self, back=back, ask=self._ask_folder
        )
        if self.window is not None:
            self.window.hide()

    def _show_help(self) -> None:
        from tcdesk.ui.help_window import show_help  # noqa: PLC0415 - see the top

        if self.window is not None:
            show_help(self._kit, self.window, self._place.resources, "recovery")

    def _renewed(self, state: Renewed) -> None:
        self._login = state.login
        words = self._kit.words
        text, step = words("recovery-done"), words("recovery-done.next")
        self._show_log_in(Message(text=text, next_step=step, tone=Tone.SUCCESS))

    def _leave_recovery(self, flow: Recovery, state: RecoveryState) -> None:
        """Close the vault as it was, then show the log-in window again."""
        message = Message(text=self._kit.words("recovery-left"))
        self._kit.jobs.run(
            self,
            lambda: flow.leave(state),
            done=lambda _none: self._show_log_in(message),
            failed=lambda error: self._show_log_in(self._failure(error)),
        )

    def _made(self, state: Finished) -> None:
        self._folder, self._login = state.folder, state.login
        words = self._kit.words
        self._show_log_in(
            Message(text=words("start-made"), next_step=words("start-made.next"), tone=Tone.SUCCESS)
        )

    def _leave(self, flow: FirstRun, state: State) -> None:
        """Take away what an unfinished first run has made, then show the log-in window again."""
        words = self._kit.words
        message = Message(text=words("start-left"), next_step=words("start-left.next"))
        self._kit.jobs.run(
            self,
            lambda: flow.leave(state),
            done=lambda _none: self._show_log_in(message),
            failed=lambda error: self._show_log_in(self._failure(error)),
        )

    def _failure(self, error: Exception) -> Message:
        text, next_step = self._kit.trouble.tell(error)
        return Message(text=text, next_step=next_step, tone=Tone.ERROR)
