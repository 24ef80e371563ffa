"""The exchange in the window: the whole ceremony by pages and real files, then an export."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog
from tests.services.exchange_world import ROOT_PASSPHRASE, Pair
from tests.ui import walk
from tests.ui.daily import in_lane
from tests.ui.hall import Hall, open_hall, shown

from tcdesk.services.joining import Joining
from tcdesk.services.receipts import Receipts
from tcdesk.ui.bundle_picker import BundlePicker
from tcdesk.ui.digits_field import DigitsField
from tcdesk.ui.exchange import ExchangePage
from tcdesk.ui.exchange_office import OfficeExchangePage
from tcdesk.ui.fields import LineField
from tcdesk.ui.founding_wizard import ReserveView
from tcdesk.ui.message import MessageLine
from tcdesk.ui.outbox import OVERDUE_DAYS
from tcdesk.ui.passphrase import NewPassphrase, PassphraseField


@pytest.fixture
def hall(qtbot, kit, access, tmp_path):
    with open_hall(qtbot, kit, access, tmp_path) as made:
        yield made


def unit_page(hall: Hall) -> ExchangePage:
    page = ExchangePage(hall.kit, hall.unit, hall.place)
    hall.show(page)
    return page


def office_page(hall: Hall) -> OfficeExchangePage:
    page = OfficeExchangePage(hall.kit, hall.office, hall.place)
    hall.show(page)
    return page


def found_by_hand(hall: Hall, page: OfficeExchangePage) -> None:
    words = hall.kit.words
    hall.press(page, words("office-found"))
    wizard = hall.wizard(page)
    hall.choose(wizard, hall.safe)
    hall.press(wizard, words("shell-step-forward"))
    new = shown(wizard, NewPassphrase)
    new.first.set_text(ROOT_PASSPHRASE)
    new.second.set_text(ROOT_PASSPHRASE)
    hall.press(wizard, words("found-make"))
    view = shown(wizard, ReserveView)
    hall.press(wizard, words("shell-close"))
    assert wizard.isVisible()  # the reserve key would be lost
    assert shown(wizard, MessageLine).message is not None
    view.kept.setChecked(True)
    hall.press(wizard, words("found-finish"))


def test_the_whole_ceremony_goes_by_pages_files_and_digits(hall):
    words = hall.kit.words
    office, unit = office_page(hall), unit_page(hall)
    assert unit.actions_shown() == ()  # nothing can be exported yet
    found_by_hand(hall, office)
    assert sorted(one.name for one in hall.safe.iterdir()) == ["tcdesk-root-key.json"]
    paper = office._shown_digits.text()

    hall.press(office, words("office-write-card"))
    wizard = hall.wizard(office)
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("sending-write"))
    hall.press(wizard, words("on-stick-eject"))
    assert [drive.folder for drive in hall.drives.released] == [hall.stick]
    hall.press(wizard, words("shell-close"))

    hall.press(unit, words("joining-read-card"))
    wizard = hall.wizard(unit)
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("card-read"))
    digits = shown(wizard, DigitsField)
    digits.set_value("00000 11111 22222 33333 44444 55555")
    hall.press(wizard, words("card-confirm"))
    assert wizard.isVisible()  # wrong digits: told in place
    shown(wizard, DigitsField).set_value(paper)
    hall.press(wizard, words("card-confirm"))
    assert words("joining-write") in unit.steps.buttons

    hall.press(unit, words("joining-write"))
    wizard = hall.wizard(unit)
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("sending-write"))
    hall.press(wizard, words("shell-close"))
    slip = in_lane(hall.bot, hall.kit.jobs, Joining(hall.unit, hall.place.stick).standing).digits

    hall.act(office, words("admit-title"))
    wizard = hall.wizard(office)
    assert len(shown(wizard, BundlePicker).shown) == 1
    hall.press(wizard, words("shell-step-forward"))
    shown(wizard, DigitsField).set_value("".join(slip))
    hall.press(wizard, words("shell-step-forward"))
    name, code = (one for one in wizard.findChildren(LineField) if one.isVisibleTo(wizard))
    name.set_value("Zavod Dob")
    code.set_value("dob")
    hall.press(wizard, words("shell-step-forward"))
    hall.choose(wizard, hall.safe)
    shown(wizard, PassphraseField).set_text(ROOT_PASSPHRASE)
    hall.press(wizard, words("admit-do"))
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("sending-write"))
    hall.press(wizard, words("shell-close"))
    assert [line.unit.code for line in office._rows.values()] == ["DOB"]

    hall.press(unit, words("joining-take"))
    wizard = hall.wizard(unit)
    hall.press(wizard, words("reply-take"))
    hall.press(wizard, words("shell-close"))
    assert [one.text for one in unit.actions_shown()] == [
        words("reply-title"),
        words("exchange-export"),
    ]


def test_success_is_said_after_reading_back_and_the_outbox_shows_the_file(hall):
    hall.join()
    words = hall.kit.words
    page = unit_page(hall)
    hall.act(page, words("exchange-export"))
    wizard = hall.wizard(page)
    texts = " ".join(walk.shown_texts(wizard))
    assert words("stays-names") in texts
    hall.press(wizard, words("shell-step-forward"))
    hall.press(wizard, words("shell-step-forward"))
    before = set(hall.stick.iterdir())
    hall.choose(wizard, hall.stick)
    hall.press(wizard, words("sending-write"))
    hall.settle()
    (new,) = set(hall.stick.iterdir()) - before
    assert words("on-stick-done", file=new.name, count=1) in walk.shown_texts(wizard)
    hall.press(wizard, words("on-stick-eject"))
    assert [drive.folder for drive in hall.drives.released] == [hall.stick]
    hall.press(wizard, words("shell-close"))
    assert [one.file_name for one in page.outbox.sent.values()] == [new.name]


def test_a_stick_that_is_gone_is_told_in_place_and_takes_no_number(hall):
    hall.join()
    words = hall.kit.words
    page = unit_page(hall)
    hall.act(page, words("exchange-export"))
    wizard = hall.wizard(page)
    hall.press(wizard, words("shell-step-forward"))
    hall.press(wizard, words("shell-step-forward"))
    hall.choose(wizard, hall.stick)
    hall.stick.rename(hall.stick.with_name("pulled"))
    hall.press(wizard, words("sending-write"))
    message = shown(wizard, MessageLine).message
    assert message is not None
    assert message.text == words("error-stick-missing")
    assert not any("Uspešno" in text for text in walk.shown_texts(wizard))
    wizard.reject()
    hall.settle()
    assert not list(page.outbox.sent.values())


def test_a_receipt_marks_the_outbox_and_a_missing_one_is_counted(hall, clock):
    hall.join()
    hall.export()
    words, page = hall.kit.words, unit_page(hall)
    clock.pass_by(timedelta(days=OVERDUE_DAYS + 1).total_seconds())
    page.refresh()
    hall.settle()
    assert page.outbox.overdue == 1
    with hall.bot.assertNotEmitted(page.failed):
        receipt_of_everything(hall)
        hall.act(page, words("reply-title"))
        wizard = hall.wizard(page)
        picker = shown(wizard, BundlePicker)
        newest = max(picker.shown, key=lambda one: one.path.stat().st_mtime_ns)
        picker.select(newest.path)
        hall.press(wizard, words("reply-take"))
        hall.press(wizard, words("shell-close"))
    assert page.outbox.overdue == 0
    assert page.outbox.sent.values()[0].confirmed_at is not None


def receipt_of_everything(hall: Hall) -> None:
    def write() -> None:
        pair = Pair(unit=hall.unit, office=hall.office, stick=hall.stick, root=hall.safe)
        path = next(
            hall.stick / one.file_name for one in pair.exports.sent() if one.state == "written"
        )
        taken = pair.import_(path)[1]
        Receipts(hall.office, hall.place.stick).write(taken.party, hall.stick)

    in_lane(hall.bot, hall.kit.jobs, write)


def test_both_sides_can_be_walked_with_the_keyboard_and_heard(hall):
    hall.join()
    hall.export()
    for page in (unit_page(hall), office_page(hall)):
        assert walk.problems(page) == []
        page.hide()
    page = unit_page(hall)
    hall.act(page, hall.kit.words("exchange-export"))
    wizard = hall.wizard(page)
    assert isinstance(wizard, QDialog)
    assert walk.problems(wizard) == []
