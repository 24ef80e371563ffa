"""The Qt application of this program: neutral names, our language, local printing only."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_LOCALES = {"sl": "sl_SI", "en": "en_GB"}
_CUPS_SOCKET = "/run/cups/cups.sock"


def make_application(arguments: Sequence[str], *, language: str, resources: Path) -> QApplication:
    """Make the application; once a process, before any widget.

    Args:
        arguments: The command line.
        language: ``sl`` or ``en``.
        resources: The folder of resources; ``qt/<language>.qm`` holds Qt's own texts.
    """
    # Without its socket the CUPS library would ask 127.0.0.1:631; this program opens no network.
    os.putenv("CUPS_SERVER", _CUPS_SOCKET)
    app = QApplication([*arguments])
    app.setApplicationName("tcdesk")
    app.setApplicationDisplayName("")  # Qt would add it to every window's title
    app.setQuitOnLastWindowClosed(False)  # app.py ends the program: a lock hides all windows first
    speak(app, language, resources)
    return app


def speak(app: QApplication, language: str, resources: Path) -> None:
    """Let Qt's own texts, dates and calendar be in a language."""
    QLocale.setDefault(QLocale(_LOCALES[language]))
    translator = QTranslator(app)
    if translator.load(language, str(resources / "qt")):  # English is what Qt speaks by itself
        app.installTranslator(translator)
