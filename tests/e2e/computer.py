"""One computer with the real program on it: real adapters, real passphrases, a real window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from tests.e2e.hands import Hands

from tcdesk import app
from tcdesk.services.ports import Relaunch
from tcdesk.ui.application import make_application
from tcdesk.ui.start import VAULT, Start, make_kit

LANGUAGE = "sl"


class Computer:
    """A home folder, and somebody who comes to it now and then."""

    def __init__(self, home: Path, pictures: Path, relaunch: Relaunch | None = None) -> None:
        environment = {"HOME": str(home), "XDG_DATA_HOME": str(home)}
        self._place = app.workplace(environment, language=LANGUAGE, relaunch=relaunch)
        self.vault = self._place.data / VAULT
        self.hands = Hands(_application(self._place.resources), self._place.words, pictures)

    def come(self, do: Callable[[Hands], None], *, login: str = "") -> None:
        """Start the program, do something in it until it is closed, as ``ui.start.run`` has it."""
        application = _application(self._place.resources)
        kit = make_kit(application, self._place, training=False)
        start = Start(application, kit, self._place, folder=self.vault, login=login)
        self.hands.busy = lambda: kit.jobs.busy
        errors: list[BaseException] = []
        ended: list[bool] = []
        start.ended.connect(lambda: ended.append(True))
        start.ended.connect(lambda: application.exit(0))

        def act() -> None:
            try:
                do(self.hands)
                self.hands.until(lambda: ended, "the program has ended")
            except BaseException as error:  # noqa: BLE001 - told outside of Qt, which would eat it
                errors.append(error)
                application.exit(1)

        start.begin()
        QTimer.singleShot(0, act)
        application.exec()
        kit.jobs.close()
        start.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if errors:
            raise errors[0]

    def log_in(self, passphrase: str) -> None:
        """Type the passphrase at the log-in window, and wait for the first page."""
        hands, words = self.hands, self.hands.words
        hands.fill(words("shell-passphrase"), passphrase)
        hands.press(words("shell-unlock"))

    def close(self) -> None:
        """Close the window as its frame does; a backup may be made first."""
        self.hands.settle()
        self.hands.window.close()


def _application(resources: Path) -> QApplication:
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    return make_application(["tcdesk"], language=LANGUAGE, resources=resources)
