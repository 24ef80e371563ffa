"""A real process of the program, driven from within: unlock, lock; its successor tells where it is.

locking_process.py FOLDER PASSPHRASE                    unlocks, opens pages, waits, locks
locking_process.py FOLDER PASSPHRASE --vault … --login  what the lock started: tells, waits, ends

It waits for a file that the test lays down when it has looked into the memory of the process.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from tcdesk import app
from tcdesk.ui.application import make_application
from tcdesk.ui.fields import ChoiceField
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.start import Start, make_kit
from tcdesk.workstation.process import SystemRelaunch, harden

STEP = 20  # ms


def until(condition, then):
    """Go on when something has become true."""
    if condition():
        then()
    else:
        QTimer.singleShot(STEP, lambda: until(condition, then))


def tell(**facts):
    print(json.dumps({"pid": os.getpid(), **facts}), flush=True)  # noqa: T201 - read by the test


def main(folder, passphrase, options):
    harden()
    relaunch = SystemRelaunch((sys.executable, __file__, folder, passphrase))
    home = {"XDG_DATA_HOME": folder, "HOME": folder}
    place = app.workplace(home, language="sl", relaunch=relaunch)
    application = make_application(["tcdesk"], language="sl", resources=place.resources)
    kit = make_kit(application, place, training=False)
    told = dict(option.removeprefix("--").split("=", 1) for option in options)
    vault = Path(told.get("vault", Path(folder) / "vault"))
    start = Start(application, kit, place, folder=vault, login=told.get("login", ""))
    start.ended.connect(lambda: application.exit(0))
    start.begin()
    window = start.window
    assert window is not None
    if options:
        login = window.findChildren(ChoiceField)[0].value()
        tell(shown=type(window).__name__, login=login, options=sorted(told))

    def sat():
        assert start.sitting is not None
        frame = start.sitting.frame
        if options:
            tell(where=frame.where)
            frame.closeAsked.emit()
        else:
            frame.open_page("people")
            until(lambda: frame.isActiveWindow() and not kit.jobs.busy, lambda: seen(frame))

    def seen(frame):
        tell(open=True)
        until(Path(folder, "seen-open").exists, lambda: lock(frame))

    def lock(frame):
        frame.open_page("settings", "about")
        tell(locking=True)
        QTest.keyClick(frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def unlock():
        field = window.findChildren(PassphraseField)[0]
        field.set_text(passphrase)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        until(lambda: start.sitting is not None, sat)

    until(lambda: not options or Path(folder, "seen-locked").exists(), unlock)
    application.exec()
    kit.jobs.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
