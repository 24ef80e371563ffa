"""What goes between unit and office: cards, digits, rosters, bundles, receipts, the report."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from tests.e2e import paper
from tests.e2e.hands import CTRL, Hands
from tests.e2e.people import ROOT_PASSPHRASE

if TYPE_CHECKING:
    from tests.e2e.way import Way


def found_office(way: "Way", hands: Hands) -> None:
    """Make the root key, put the reserve key on paper, write the card and the digits."""
    words = hands.words
    hands.press(words("exchange-title"))
    hands.look("office-not-founded")
    hands.press(words("office-found"))
    way.to_folder(hands, way.safe)
    hands.look("office-found-folder")
    hands.press(words("shell-step-forward"))
    hands.fill(words("shell-passphrase-new"), ROOT_PASSPHRASE)
    hands.fill(words("shell-passphrase-again"), ROOT_PASSPHRASE)
    hands.look("office-found-passphrase")
    hands.press(words("found-make"))
    hands.press(words("found-print-reserve"))
    way.save_paper(hands, "office-reserve")
    hands.press(words("found-kept"))
    hands.look("office-found-paper")
    hands.press(words("found-finish"))
    hands.look("office-founded")
    hands.press(words("office-write-card"))
    way.to_folder(hands, way.stick)
    hands.press(words("sending-write"))
    hands.look("office-card-written")
    hands.press(words("office-print-digits"))
    way.save_paper(hands, "office-digits")
    hands.press(words("shell-close"))


def ask_to_join(way: "Way", hands: Hands) -> None:
    """Believe the office's card by the digits on its paper, then ask to be let in."""
    words = hands.words
    hands.press(words("exchange-title"))
    hands.look("unit-joining")
    hands.press(words("joining-read-card"))
    way.to_folder(hands, way.stick)
    hands.look("unit-card-folder")
    hands.press(words("card-read"))
    hands.fill(words("digits-field"), paper.digits(way.papers / "office-digits.pdf"))
    hands.look("unit-card-digits")
    hands.press(words("card-confirm"))
    hands.look("unit-office-confirmed")
    hands.press(words("joining-write"))
    way.to_folder(hands, way.stick)
    hands.press(words("sending-write"))
    hands.look("unit-request-written")
    hands.press(words("office-print-digits"))
    way.save_paper(hands, "unit-digits")
    hands.press(words("shell-close"))
    hands.look("unit-asked")


def admit_unit(way: "Way", hands: Hands) -> None:
    """Let the unit in by the digits on its paper, and give it the roster."""
    words = hands.words
    hands.press(words("exchange-title"))
    hands.press(words("admit-title"))
    way.to_folder(hands, way.stick)
    hands.row(".tcb")
    hands.look("admit-file")
    hands.press(words("shell-step-forward"))
    hands.fill(words("digits-field"), paper.digits(way.papers / "unit-digits.pdf"))
    hands.look("admit-digits")
    hands.press(words("shell-step-forward"))
    hands.fill(words("admit-unit-name"), "Zavod Dob")
    hands.fill(words("admit-unit-code"), "DOB")
    hands.look("admit-name")
    hands.press(words("shell-step-forward"))
    way.to_folder(hands, way.safe)
    hands.fill(words("admit-passphrase"), ROOT_PASSPHRASE)
    hands.look("admit-key")
    hands.press(words("admit-do"))
    way.to_folder(hands, way.stick)
    hands.look("admit-stick")
    hands.press(words("sending-write"))
    hands.look("admit-done")
    hands.press(words("shell-close"))
    hands.look("office-units")


def take_roster(way: "Way", hands: Hands) -> None:
    """Take the roster in; from now on the unit may export."""
    words = hands.words
    hands.press(words("exchange-title"))
    hands.press(words("joining-take"))
    take_newest(way, hands, "roster")
    hands.look("unit-joined")


def take_newest(way: "Way", hands: Hands, name: str) -> None:
    """In the wizard of replies: take the newest file of the office."""
    words = hands.words
    way.to_folder(hands, way.stick)
    newest = max(way.stick.glob("*.tcb"), key=lambda one: one.stat().st_mtime_ns)
    hands.row(newest.name)
    hands.look(f"{name}-file")
    hands.press(words("reply-take"))
    hands.look(f"{name}-taken")
    hands.press(words("shell-close"))


def export(way: "Way", hands: Hands) -> None:
    """Carry what is pseudonymous to the stick."""
    words = hands.words
    hands.press(words("exchange-title"))
    before = set(way.stick.glob("*.tcb"))
    hands.press(words("exchange-export"))
    hands.look("export-what")
    hands.press(words("shell-step-forward"))
    hands.look("export-whom")
    hands.press(words("shell-step-forward"))
    way.to_folder(hands, way.stick)
    hands.look("export-stick")
    hands.press(words("sending-write"))
    hands.expect(words("export-done"))
    hands.look("export-done")
    hands.press(words("export-slip"))
    way.save_paper(hands, "export-slip")
    hands.press(words("shell-close"))
    hands.look("unit-exported")
    (way.told["bundle"],) = (str(one) for one in set(way.stick.glob("*.tcb")) - before)


def import_and_report(way: "Way", hands: Hands) -> None:
    """Look at what came, take it in, and read, print and save the report."""
    words = hands.words
    hands.press(words("imports-title"))
    hands.look("imports")
    way.to_folder(hands, way.stick)
    hands.row(Path(str(way.told["bundle"])).name)
    hands.press(words("imports-look"))
    hands.expect(words("imports-dry"))
    way.told["dry-run"] = hands.tables()
    hands.look("imports-dry-run")
    hands.press(words("imports-take"))
    hands.expect(words("imports-taken"))
    hands.look("imports-taken")
    hands.press(words("units-title"))
    hands.look("units")
    hands.press(words("reports-title"))
    hands.look("report")
    way.told["report"] = hands.tables()
    hands.key(Qt.Key.Key_P, CTRL)
    way.save_paper(hands, "report")
    hands.press(words("reports-save"))
    hands.look("report-save-ask")
    hands.choosing(way.papers / "report.xlsx")
    hands.press(words("reports-save-ask.yes"))
    hands.expect(words("shell-saved"))
    hands.press(words("units-title"))
    hands.press(words("units-receipt"))
    way.to_folder(hands, way.stick)
    hands.press(words("sending-write"))
    hands.look("receipt-written")
    hands.press(words("shell-close"))


def take_receipt(way: "Way", hands: Hands) -> None:
    """Take the office's receipt in; the export is then confirmed."""
    hands.press(hands.words("exchange-title"))
    hands.press(hands.words("reply-title"))
    take_newest(way, hands, "receipt")
    hands.look("unit-confirmed")
