"""The settings page on a real vault, through the lanes, as a person uses it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListWidget
from tests.conftest import PASSPHRASE, PASSPHRASES, setup
from tests.ui import walk

from tcdesk import app
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.backups import Backups
from tcdesk.services.ports import Drive
from tcdesk.services.programmes import Programmes
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.ui.fields import ChoiceField, LineField
from tcdesk.ui.palettes import Look
from tcdesk.ui.passphrase import NewPassphrase, PassphraseField
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.wizard import Wizard

WAIT = 20_000  # ms
OTHER = "kaluža gotovost slovnica ležati spona"


class OneDrive:
    """A stick in its socket (the port Drives), without a mount."""

    def __init__(self, folder):
        self.drive = Drive(
            folder=folder, label="KLJUČ", file_system="exfat", free_bytes=10**10, read_only=False
        )

    def removable(self):
        return (self.drive,)

    def eject(self, drive):
        raise AssertionError


@pytest.fixture
def place(tmp_path, access, clock):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    made = app.workplace(home, language="sl", clock=clock)
    (tmp_path / "stick").mkdir()
    return replace(made, access=access, drives=OneDrive(tmp_path / "stick"))


@pytest.fixture
def role():
    return Role.HEAD


@pytest.fixture
def installation():
    return Installation.UNIT


@pytest.fixture
def desk(access, jobs, tmp_path, role, installation):
    """A desk whose writing connection belongs to the writer lane, as in the window."""
    first = setup(installation, "DOB", role)
    opened = []

    def create():
        opened.append(access.create(tmp_path / "vault", first, Identity.generate()))

    jobs._lanes["writer"].submit(create).result()
    yield opened[0]
    jobs._lanes["reader"].submit(opened[0].vault.leave_thread).result()
    jobs._lanes["writer"].submit(opened[0].vault.close).result()


@pytest.fixture
def page(qtbot, kit, desk, place):
    made = SettingsPage(kit, desk, place)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    walk.activate(made)
    return made


@pytest.fixture
def read(jobs):
    return lambda job, lane="reader": jobs._lanes[lane].submit(job).result()


def press(qtbot, widget, text):
    def found():
        buttons = widget.findChildren(QAbstractButton)
        return [one for one in buttons if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=WAIT)
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def opened(qtbot, page):
    """Wait for a window of steps that a button has opened."""
    qtbot.waitUntil(lambda: page.window().findChild(Wizard) is not None, timeout=WAIT)
    return page.window().findChild(Wizard)


def show(qtbot, page, section):
    page.show_target(section)
    page.refresh()
    qtbot.waitUntil(lambda: not page.kit.jobs.busy, timeout=WAIT)
    return page._section()


@pytest.mark.parametrize(
    "section",
    ["own", "accounts", "unit", "instruments", "backups", "closed", "bin", "retention", "about"],
)
def test_every_section_can_be_used_by_keyboard_and_screen_reader(qtbot, page, section):
    show(qtbot, page, section)
    assert walk.problems(page) == []


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.OFFICER, Role.ADMINISTRATOR])
def test_each_role_sees_only_the_sections_that_it_may_use(page, role, words):
    names = page.findChild(QListWidget)
    shown = [names.item(row).text() for row in range(names.count())]
    wanted = {
        Role.THERAPIST: [
            "own",
            "backups",
            "keys",
            "closed",
            "prints",
            "bin",
            "retention",
            "roles",
            "about",
        ],
        Role.OFFICER: ["own", "keys", "closed", "roles", "about"],
        Role.ADMINISTRATOR: [
            "own",
            "accounts",
            "unit",
            "free-days",
            "instruments",
            "backups",
            "keys",
            "closed",
            "retention",
            "roles",
            "about",
        ],
    }[role]
    assert shown == [words(f"settings-{name}") for name in wanted]


def test_an_account_is_added_with_its_own_passphrase_and_removed(qtbot, page, words, desk, read):
    section = show(qtbot, page, "accounts")
    press(qtbot, section, words("account-add"))
    for field, text in zip(section.findChildren(LineField), ("Ana", "Kos", "a.kos"), strict=True):
        field.set_value(text)
    section.findChild(ChoiceField).set_value(Role.THERAPIST.value)
    fields = section.findChild(NewPassphrase)
    fields.first.set_text(OTHER)
    fields.second.set_text(OTHER)
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, section, words("account-save"))
    added = {account.login: account for account, _staff in read(Accounts(desk, PASSPHRASES).all)}
    assert added["a.kos"].role is Role.THERAPIST
    show(qtbot, page, "accounts")
    section._table.select_value(lambda line: line[0].login == "a.kos")
    press(qtbot, section, words("account-remove-button"))
    wizard = opened(qtbot, page)
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, wizard, words("account-remove"))
    ended = {account.login: account for account, _staff in read(Accounts(desk, PASSPHRASES).all)}
    assert ended["a.kos"].to_date is not None
    assert ended["novak"].to_date is None
    qtbot.waitUntil(lambda: section._rows.rowCount() == 1, timeout=WAIT)
    section._ended.setChecked(True)
    assert section._rows.rowCount() == 2


def test_a_forgotten_passphrase_is_reset_without_the_old_one(qtbot, page, words, desk, read):
    accounts = Accounts(desk, PASSPHRASES)
    new = NewAccount(
        login="a.kos",
        passphrase=OTHER,
        role=Role.THERAPIST,
        given_name="Ana",
        family_name="Kos",
    )
    read(lambda: accounts.add(new), lane="writer")
    section = show(qtbot, page, "accounts")
    section._table.select_value(lambda line: line[0].login == "a.kos")
    press(qtbot, section, words("account-reset-button"))
    wizard = opened(qtbot, page)
    fields = wizard.findChild(NewPassphrase)
    for field in (fields.first, fields.second):
        field.set_text("povsem drugačna pot čez hribe")
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, wizard, words("account-reset"))
    known = {account.login: account for account, _staff in read(accounts.all)}
    assert known["a.kos"].must_change


def test_the_own_account_can_be_neither_removed_nor_reset(qtbot, page):
    section = show(qtbot, page, "accounts")
    section._table.selectRow(0)
    assert not section._remove.isEnabled()
    assert not section._reset.isEnabled()


def test_the_own_passphrase_changes_only_with_the_old_one(qtbot, page, words, desk, jobs):
    section = show(qtbot, page, "own")
    old = section.findChild(PassphraseField)
    fields = section.findChild(NewPassphrase)

    def change(present, signal):
        old.set_text(present)
        fields.first.set_text(OTHER)
        fields.second.set_text(OTHER)
        with qtbot.waitSignal(signal, timeout=WAIT):
            press(qtbot, section, words("settings-change-passphrase"))

    change("napačno sedanje geslo", page.failed)
    change(PASSPHRASE, page.said)
    jobs._lanes["writer"].submit(lambda: desk.vault.signing_key(OTHER)).result()
    assert old.text() == fields.first.text() == ""


def test_the_look_changes_at_once_and_both_choices_are_kept(qtbot, page, kit, place, tmp_path):
    section = show(qtbot, page, "own")
    section._look.set_value(Look.DARK.value)
    section._language.set_value("en")
    assert kit.theme.look is Look.DARK
    again = app.workplace({"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)})
    assert (again.preferences.theme, again.preferences.language) == ("dark", "en")


def test_a_programme_is_switched_on_once_and_minutes_are_kept(qtbot, page, words, desk, read):
    section = show(qtbot, page, "unit")
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, section, words("settings-programme-take"))
    assert len(read(Programmes(desk).all)) == 1
    with qtbot.waitSignal(page.said, timeout=WAIT):
        section._minutes.set_value("12")
    assert read(UnitSettings(desk).lock_minutes) == 12


def test_the_room_for_backups_is_kept_when_it_is_chosen_and_not_when_it_is_shown(
    qtbot, page, desk, read
):
    section = show(qtbot, page, "backups")
    allowed = read(lambda: Backups(desk).all().budget)
    assert section._budget.value() == str(allowed) == "10"
    assert not page.kit.jobs.busy
    section._budget.setFocus()
    QTest.keyClick(section._budget, Qt.Key.Key_Down)
    chosen = int(section._budget.value())
    assert chosen > allowed
    qtbot.waitUntil(lambda: read(lambda: Backups(desk).all().budget) == chosen, timeout=WAIT)


def test_backups_are_made_here_and_on_a_stick_and_listed(qtbot, page, words, desk, read, tmp_path):
    section = show(qtbot, page, "backups")
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, section, words("backup-now"))
    with qtbot.waitSignal(page.said, timeout=WAIT):
        press(qtbot, section, words("backup-carry-now"))
    found = read(Backups(desk).all)
    assert len(found.here) == 1
    assert found.carried_at is not None
    assert len(list((tmp_path / "stick" / "tcdesk-backups").glob("*.db"))) == 1
    show(qtbot, page, "backups")
    assert section._rows.rowCount() == 1


def test_the_check_of_a_sound_vault_says_so(qtbot, page, words):
    section = show(qtbot, page, "about")
    press(qtbot, section, words("about-check"))
    qtbot.waitUntil(section._found.isVisible, timeout=WAIT)
    assert section._found.text().startswith("✓")


@pytest.mark.parametrize("installation", [Installation.OFFICE])
@pytest.mark.parametrize("role", [Role.ANALYST])
def test_an_office_offers_its_own_roles_and_no_programmes(qtbot, page, words, role, installation):
    accounts = show(qtbot, page, "accounts")
    field = accounts.findChild(ChoiceField)
    assert {field.itemData(row) for row in range(field.count())} == {
        "analyst",
        "administrator",
        "auditor",
    }
    unit = show(qtbot, page, "unit")
    assert not unit._programmes.isVisible()
