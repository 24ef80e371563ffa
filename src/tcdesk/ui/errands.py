"""What goes to a stick in one step: a card, a request to join, a roster, a receipt."""

from collections.abc import Callable

from tcdesk.services.exchange_rows import BundleOut, Party
from tcdesk.services.export_flow import Goal
from tcdesk.services.joining import CARD, CARD_SIGNATURE, Joining
from tcdesk.services.office import Office
from tcdesk.services.receipts import Receipts
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit
from tcdesk.ui.sending_wizard import Errand, Paper, Placed


def card_errand(kit: Kit, place: Workplace, office: Office, slips: Slips) -> Errand:
    """The office's card goes to a new unit; the digits go on paper."""

    def send(goal: Goal) -> Placed:
        office.write_card(goal.folder)
        return Placed(
            files=(CARD, CARD_SIGNATURE),
            paper=digits_paper(kit, place, slips, office.digits()),
        )

    return _errand(kit, "card", send)


def request_errand(kit: Kit, place: Workplace, joining: Joining, slips: Slips) -> Errand:
    """A unit's keys go to the office; their digits go on paper."""

    def send(goal: Goal) -> Placed:
        sent = joining.ask(goal.folder)
        return Placed(
            files=(sent.bundle.file_name,),
            paper=digits_paper(kit, place, slips, joining.standing().digits),
        )

    return _errand(kit, "request", send)


def roster_errand(kit: Kit, office: Office, unit: Party) -> Errand:
    """The newest roster goes to a unit."""

    def send(goal: Goal) -> Placed:
        return Placed(files=(office.send_roster(unit.id, goal.folder).bundle.file_name,))

    return _errand(kit, "roster", send, unit=unit.code)


def receipt_errand(
    kit: Kit, place: Workplace, receipts: Receipts, slips: Slips, unit: Party
) -> Errand:
    """A receipt for everything that was imported goes to a unit."""

    def send(goal: Goal) -> Placed:
        bundle = receipts.write(unit.id, goal.folder).bundle
        return Placed(files=(bundle.file_name,), paper=bundle_paper(kit, place, slips, bundle))

    return _errand(kit, "receipt", send, unit=unit.code)


def digits_paper(kit: Kit, place: Workplace, slips: Slips, digits: tuple[str, ...]) -> Paper:
    """Make the slip with the digits of our keys."""
    return Paper(
        draw=lambda: place.paper.enrolment_slip(slips.digits(digits)),
        button=kit.words("office-print-digits"),
        title=kit.words("digits-slip-title"),
    )


def bundle_paper(kit: Kit, place: Workplace, slips: Slips, bundle: BundleOut) -> Paper:
    """Make the slip of a bundle that is on a stick."""
    return Paper(
        draw=lambda: place.paper.export_slip(slips.sent(bundle)),
        button=kit.words("export-slip"),
        title=kit.words("export-slip-title"),
    )


def _errand(kit: Kit, name: str, send: Callable[[Goal], Placed], *, unit: str = "") -> Errand:
    words = kit.words
    return Errand(
        title=words(f"errand-{name}", unit=unit),
        lead=words(f"errand-{name}.lead"),
        hint=words(f"errand-{name}.hint"),
        send=send,
    )
