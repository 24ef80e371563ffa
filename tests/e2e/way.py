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
from tests.e2e.hands import CTRL, Hands
from tests.e2e.people import HEAD, OFFICE_LOGIN, OFFICE_PASSPHRASE, ROOT_PASSPHRASE, UNIT_LOGIN
from tests.e2e.unit_work import daily_work, write_half_a_note

from tcdesk.workstation.process import SystemRelaunch, harden

Doing = Callable[[Hands], None]
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

    # Both

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
            then(hands)
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

    # Joining

    def found_office(self, hands: Hands) -> None:
        """Make the root key, put the reserve key on paper, write the card and the digits."""
        words = hands.words
        hands.press(words("exchange-title"))
        hands.look("office-not-founded")
        hands.press(words("office-found"))
        self.to_folder(hands, self.safe)
        hands.look("office-found-folder")
        hands.press(words("shell-step-forward"))
        hands.fill(words("shell-passphrase-new"), ROOT_PASSPHRASE)
        hands.fill(words("shell-passphrase-again"), ROOT_PASSPHRASE)
        hands.look("office-found-passphrase")
        hands.press(words("found-make"))
        hands.press(words("found-print-reserve"))
        self.save_paper(hands, "office-reserve")
        hands.press(words("found-kept"))
        hands.look("office-found-paper")
        hands.press(words("found-finish"))
        hands.look("office-founded")
        hands.press(words("office-write-card"))
        self.to_folder(hands, self.stick)
        hands.press(words("sending-write"))
        hands.look("office-card-written")
        hands.press(words("office-print-digits"))
        self.save_paper(hands, "office-digits")
        hands.press(words("shell-close"))

    def ask_to_join(self, hands: Hands) -> None:
        """Believe the office's card by the digits on its paper, then ask to be let in."""
        words = hands.words
        hands.press(words("exchange-title"))
        hands.look("unit-joining")
        hands.press(words("joining-read-card"))
        self.to_folder(hands, self.stick)
        hands.look("unit-card-folder")
        hands.press(words("card-read"))
        hands.fill(words("digits-field"), paper.digits(self.papers / "office-digits.pdf"))
        hands.look("unit-card-digits")
        hands.press(words("card-confirm"))
        hands.look("unit-office-confirmed")
        hands.press(words("joining-write"))
        self.to_folder(hands, self.stick)
        hands.press(words("sending-write"))
        hands.look("unit-request-written")
        hands.press(words("office-print-digits"))
        self.save_paper(hands, "unit-digits")
        hands.press(words("shell-close"))
        hands.look("unit-asked")

    def admit_unit(self, hands: Hands) -> None:
        """Let the unit in by the digits on its paper, and give it the roster."""
        words = hands.words
        hands.press(words("exchange-title"))
        hands.press(words("admit-title"))
        self.to_folder(hands, self.stick)
        hands.row(".tcb")
        hands.look("admit-file")
        hands.press(words("shell-step-forward"))
        hands.fill(words("digits-field"), paper.digits(self.papers / "unit-digits.pdf"))
        hands.look("admit-digits")
        hands.press(words("shell-step-forward"))
        hands.fill(words("admit-unit-name"), "Zavod Dob")
        hands.fill(words("admit-unit-code"), "DOB")
        hands.look("admit-name")
        hands.press(words("shell-step-forward"))
        self.to_folder(hands, self.safe)
        hands.fill(words("admit-passphrase"), ROOT_PASSPHRASE)
        hands.look("admit-key")
        hands.press(words("admit-do"))
        self.to_folder(hands, self.stick)
        hands.look("admit-stick")
        hands.press(words("sending-write"))
        hands.look("admit-done")
        hands.press(words("shell-close"))
        hands.look("office-units")

    def take_roster(self, hands: Hands) -> None:
        """Take the roster in; from now on the unit may export."""
        words = hands.words
        hands.press(words("exchange-title"))
        hands.press(words("joining-take"))
        self.take_newest(hands, "roster")
        hands.look("unit-joined")

    def take_newest(self, hands: Hands, name: str) -> None:
        """In the wizard of replies: take the newest file of the office."""
        words = hands.words
        self.to_folder(hands, self.stick)
        newest = max(self.stick.glob("*.tcb"), key=lambda one: one.stat().st_mtime_ns)
        hands.row(newest.name)
        hands.look(f"{name}-file")
        hands.press(words("reply-take"))
        hands.look(f"{name}-taken")
        hands.press(words("shell-close"))

    # Month's end

    def export(self, hands: Hands) -> None:
        """Carry what is pseudonymous to the stick."""
        words = hands.words
        hands.press(words("exchange-title"))
        before = set(self.stick.glob("*.tcb"))
        hands.press(words("exchange-export"))
        hands.look("export-what")
        hands.press(words("shell-step-forward"))
        hands.look("export-whom")
        hands.press(words("shell-step-forward"))
        self.to_folder(hands, self.stick)
        hands.look("export-stick")
        hands.press(words("sending-write"))
        hands.expect(words("export-done"))
        hands.look("export-done")
        hands.press(words("export-slip"))
        self.save_paper(hands, "export-slip")
        hands.press(words("shell-close"))
        hands.look("unit-exported")
        (self.told["bundle"],) = (str(one) for one in set(self.stick.glob("*.tcb")) - before)

    def import_and_report(self, hands: Hands) -> None:
        """Look at what came, take it in, and read, print and save the report."""
        words = hands.words
        hands.press(words("imports-title"))
        hands.look("imports")
        self.to_folder(hands, self.stick)
        hands.row(Path(str(self.told["bundle"])).name)
        hands.press(words("imports-look"))
        hands.expect(words("imports-dry"))
        self.told["dry-run"] = hands.tables()
        hands.look("imports-dry-run")
        hands.press(words("imports-take"))
        hands.expect(words("imports-taken"))
        hands.look("imports-taken")
        hands.press(words("units-title"))
        hands.look("units")
        hands.press(words("reports-title"))
        hands.look("report")
        self.told["report"] = hands.tables()
        hands.key(Qt.Key.Key_P, CTRL)
        self.save_paper(hands, "report")
        hands.press(words("reports-save"))
        hands.look("report-save-ask")
        hands.choosing(self.papers / "report.xlsx")
        hands.press(words("reports-save-ask.yes"))
        hands.expect(words("shell-saved"))
        hands.press(words("units-title"))
        hands.press(words("units-receipt"))
        self.to_folder(hands, self.stick)
        hands.press(words("sending-write"))
        hands.look("receipt-written")
        hands.press(words("shell-close"))

    def take_receipt(self, hands: Hands) -> None:
        """Take the office's receipt in; the export is then confirmed."""
        hands.press(hands.words("exchange-title"))
        hands.press(hands.words("reply-title"))
        self.take_newest(hands, "receipt")
        hands.look("unit-confirmed")

    def go(self) -> None:
        """Go the whole way up to the lock."""
        self.first_run(
            self.office, self.found_office, kind="office", name="Osrednji urad", code="GU"
        )
        self.first_run(
            self.unit, self.ask_to_join, kind="unit", name="Dob, terapevtska skupnost", code="DOB"
        )
        self.at_office(self.admit_unit)
        self.at_unit(self.take_roster, lambda hands: daily_work(self, hands), self.export)
        self.at_office(self.import_and_report)
        self.tell()
        self.at_unit(self.take_receipt, write_half_a_note, self.lock)

    def at_unit(self, *things: Doing) -> None:
        self._at(self.unit, str(self.told["unit-passphrase"]), UNIT_LOGIN, things)

    def at_office(self, *things: Doing) -> None:
        self._at(self.office, OFFICE_PASSPHRASE, OFFICE_LOGIN, things)

    def _at(self, computer: Computer, passphrase: str, login: str, things) -> None:
        def do(hands: Hands) -> None:
            computer.log_in(passphrase)
            for thing in things:
                thing(hands)
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
