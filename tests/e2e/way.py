"""The whole way, in the order in which people go it; run on a screen of its own.

python -m tests.e2e.way FOLDER                   everything up to the lock
python -m tests.e2e.way FOLDER --vault=… --login=…    what the lock has started: goes on there

FOLDER gets two homes, a stick, a safe, papers, pictures, and ``told.json`` with what people know.
"""

import json
import os
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from tests.e2e import paper
from tests.e2e.computer import Computer
from tests.e2e.exchange import (
    admit_unit,
    ask_to_join,
    export,
    found_office,
    import_and_report,
    take_receipt,
    take_roster,
)
from tests.e2e.hands import CTRL, Hands
from tests.e2e.people import HEAD, OFFICE_LOGIN, OFFICE_PASSPHRASE, UNIT_LOGIN
from tests.e2e.unit_work import daily_work, write_half_a_note

from tcdesk.workstation.process import SystemRelaunch, harden

Doing = Callable[["Way", Hands], None]
ASKED = re.compile(r"(\d+)\D+(\d+)")


class Way:
    """Two computers and what is carried between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stick = folder / "stick"
        self.safe = folder / "safe"
        self.papers = folder / "papers"
        pictures = folder / "pictures"
        for part in (self.stick, self.safe, self.papers, pictures):
            part.mkdir(exist_ok=True)
        relaunch = SystemRelaunch((sys.executable, "-m", "tests.e2e.way", str(folder)))
        self.unit = Computer(folder / "unit", pictures, relaunch)
        self.office = Computer(folder / "office", pictures)
        self.told: dict[str, object] = {}
        self.cut: list[str] = []

    def first_run(
        self, computer: Computer, then: Doing, *, kind: str, name: str, code: str
    ) -> None:
        """Go through the wizard of the first run up to the first page, and on from there."""
        passphrase = "" if kind == "unit" else OFFICE_PASSPHRASE
        login = UNIT_LOGIN if kind == "unit" else OFFICE_LOGIN

        def do(hands: Hands) -> None:
            words = hands.words
            hands.look(f"{kind}-nothing-there")
            hands.press(words("shell-new-installation"))
            hands.press(words(f"installation-{kind}"))
            hands.look(f"{kind}-kind")
            hands.press(words("shell-step-forward"))
            hands.fill(words("first-run-unit-name"), name)
            hands.fill(words("first-run-unit-code"), code)
            hands.look(f"{kind}-names")
            hands.press(words("shell-step-forward"))
            hands.fill(words("account-given-name"), HEAD[0])
            hands.fill(words("account-family-name"), HEAD[1])
            hands.fill(words("shell-login"), login)
            hands.look(f"{kind}-account")
            hands.press(words("shell-step-forward"))
            chosen = passphrase
            if chosen:
                hands.fill(words("shell-passphrase-new"), chosen)
            else:
                hands.press(words("shell-passphrase-offer"))
                chosen = hands.read(words("shell-passphrase-new"))
            hands.fill(words("shell-passphrase-again"), chosen)
            hands.look(f"{kind}-passphrase")
            self.told[f"{kind}-passphrase"] = chosen
            hands.press(words("first-run-create"))
            hands.press(words("first-run-print"))
            self.save_paper(hands, f"{kind}-recovery")
            hands.look(f"{kind}-recovery-sheet")
            hands.press(words("first-run-have-sheet"))
            groups = paper.key_groups(self.papers / f"{kind}-recovery.pdf")
            for asked, found in [(one, ASKED.match(one)) for one in hands.names()]:
                if found is not None:
                    place = (int(found[1]) - 1) * paper.GROUPS_IN_LINE + int(found[2]) - 1
                    hands.fill(asked, groups[place].lower())
            hands.look(f"{kind}-recovery-tried")
            hands.press(words("first-run-try"))
            hands.expect(words("start-made"))
            hands.look(f"{kind}-made")
            computer.log_in(chosen)
            hands.look(f"{kind}-first-page")
            then(self, hands)
            computer.close()

        computer.come(do)

    def save_paper(self, hands: Hands, name: str) -> Path:
        """In a preview: look at the paper, save it as PDF, close."""
        words, path = hands.words, self.papers / f"{name}.pdf"
        hands.look(f"{name}-preview")
        hands.press(words("shell-save-pdf"))
        hands.choosing(path)
        hands.press(words("shell-save-ask.yes"))
        hands.expect(words("shell-saved"))
        hands.press(words("shell-close"))
        return path

    def to_folder(self, hands: Hands, folder: Path) -> None:
        """In a wizard: choose a folder that stands for a stick."""
        hands.choosing(folder)
        hands.press(hands.words("stick-other"))

    def go(self) -> None:
        """Go the whole way up to the lock."""
        self.first_run(self.office, found_office, kind="office", name="Osrednji urad", code="GU")
        self.first_run(
            self.unit, ask_to_join, kind="unit", name="Dob, terapevtska skupnost", code="DOB"
        )
        self.at_office(admit_unit)
        self.at_unit(take_roster, daily_work, export)
        self.at_office(import_and_report)
        self.tell()
        self.at_unit(take_receipt, write_half_a_note, Way.lock)

    def at_unit(self, *things: Doing) -> None:
        self._at(self.unit, str(self.told["unit-passphrase"]), UNIT_LOGIN, things)

    def at_office(self, *things: Doing) -> None:
        self._at(self.office, OFFICE_PASSPHRASE, OFFICE_LOGIN, things)

    def _at(self, computer: Computer, passphrase: str, login: str, things) -> None:
        def do(hands: Hands) -> None:
            computer.log_in(passphrase)
            for thing in things:
                thing(self, hands)
            computer.close()

        computer.come(do, login=login)

    def lock(self, hands: Hands) -> None:
        """Press Ctrl+L; this process ends, and a fresh one goes on below."""
        self.tell()
        hands.key(Qt.Key.Key_L, CTRL)
        hands.until(lambda: False, "the process has ended")

    def again(self) -> None:
        """Go on in the process that the lock has started."""
        told = json.loads((self.folder / "told.json").read_text("utf-8"))
        self.cut = told.pop("cut")
        locked, self.told = told.pop("pid"), told

        def do(hands: Hands) -> None:
            hands.look("locked")
            self.unit.log_in(str(self.told["unit-passphrase"]))
            hands.expect(hands.words("session-restored"))
            hands.look("where-it-was")
            focus = hands.focus_text()
            self.told |= {"another-process": locked != os.getpid(), "after-the-lock": focus}
            self.unit.close()

        self.unit.come(do, login=UNIT_LOGIN)
        self.tell()

    def tell(self) -> None:
        """Write down what the people know, for the proofs."""
        cut = [*self.cut, *self.unit.hands.cut, *self.office.hands.cut]
        self.told |= {"pid": os.getpid(), "cut": sorted(set(cut))}
        (self.folder / "told.json").write_text(json.dumps(self.told), "utf-8")


def main() -> None:
    """Go, and leave by the short way: a fault must not wait for threads."""
    harden()
    way = Way(Path(sys.argv[1]))
    try:
        way.again() if sys.argv[2:] else way.go()
    except BaseException:  # noqa: BLE001 - told to the test, which shows it
        sys.stderr.write(traceback.format_exc())
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
