"""In whose care somebody is, in the window: key workers, emergencies, accounts, handing over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.conftest import PASSPHRASES
from tests.ui import walk
from tests.ui.conftest import HandClock
from tests.ui.daily import TODAY, Unit, close_unit, open_unit

from tcdesk.domain.ids import AccountId, StaffId
from tcdesk.domain.staff import Account, Role, Scope, Staff
from tcdesk.domain.staff import Action as Deed
from tcdesk.services.access import Access, Installation, NewAccount
from tcdesk.services.accounts import Accounts
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Emergency, EmergencyReview
from tcdesk.services.key_workers import KeyWorkers
from tcdesk.services.notes import Notes
from tcdesk.services.schedule import Schedule
from tcdesk.ui.account_role import RoleForm
from tcdesk.ui.decision import Decision
from tcdesk.ui.emergency import EmergencyBand, EmergencyDialog
from tcdesk.ui.finding import Finding
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.hand_over_dialog import HandOverDialog
from tcdesk.ui.key_worker_form import KeyWorkerForm
from tcdesk.ui.kit import Kit
from tcdesk.ui.page import Page
from tcdesk.ui.pages import PAGES, pages_for
from tcdesk.ui.people import PeoplePage
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.person import PersonPage
from tcdesk.ui.search_box import Found
from tcdesk.ui.session import SessionPage
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.settings_accounts import AccountsSection
from tcdesk.ui.settings_emergencies import EmergenciesSection
from tcdesk.ui.today import TodayPage

WAIT = 20_000
REASON = "nujen pogovor ob prihodu"


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


def account(unit: Unit, role: Role, scope: Scope = Scope.UNIT) -> Desk:
    """Give the desk of another account, with a person behind it."""
    desk = unit.desk

    def add() -> Account:
        with desk.vault.store.writing(desk.actor) as work:
            made = Account(
                id=AccountId(desk.ids.new()),
                login=f"a.{role.value}",
                role=role,
                sign_pub=work.get(Account, desk.actor.account).sign_pub,
                from_date=TODAY,
                to_date=None,
                scope=scope,
            )
            work.add(made)
            work.add(
                Staff(
                    id=StaffId(desk.ids.new()),
                    code=desk.ids.code(),
                    given_name="Petra",
                    family_name="Zunanja",
                    account=made.id,
                )
            )
            return made

    made = unit.work(add)
    actor = replace(desk.actor, account=made.id, role=role, scope=scope, login_id="test")
    return replace(desk, actor=actor)


def show(unit: Unit, page: Page) -> None:
    unit.bot.addWidget(page)
    page.resize(1120, 640)
    walk.activate(page)
    unit.kit.jobs.changed.connect(lambda topics: page.refresh() if topics & page.topics else None)
    page.refresh()
    unit.settle()


def press(unit: Unit, widget: QWidget, text: str) -> None:
    def found() -> list[QAbstractButton]:
        buttons = widget.findChildren(QAbstractButton)
        return [one for one in buttons if one.text() == text and one.isVisible()]

    unit.bot.waitUntil(lambda: bool(found()), timeout=WAIT)
    assert found()[0].isEnabled(), text
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)
    unit.settle()


def dialog(unit: Unit, page: Page, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [one for one in page.window().findChildren(kind) if one.isVisible()]

    unit.bot.waitUntil(lambda: bool(found()), timeout=WAIT)
    return found()[0]


def act(unit: Unit, page: Page, text: str) -> None:
    (action,) = [one for one in page.actions_shown() if one.text == text]
    action.do()
    unit.settle()


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_a_key_worker_is_put_in_charge_and_stands_in_the_head_line(unit: Unit) -> None:
    account(unit, Role.THERAPIST)
    page = PersonPage(unit.kit, unit.desk, unit.place)
    page.show_target(unit.people[0].id)
    show(unit, page)
    words = unit.kit.words
    assert "primer nosi" not in texts(page)
    act(unit, page, words("key-worker-ask"))
    asked = dialog(unit, page, FormDialog)
    assert walk.problems(asked) == []
    form = asked.findChild(KeyWorkerForm)
    assert form is not None
    form.staff.setCurrentIndex(form.staff.findText("Zunanja Petra"))
    press(unit, asked, words("form-save"))
    assert words("key-worker-head", name="P. Zunanja") in texts(page)


def test_my_people_are_the_own_caseload(unit: Unit) -> None:
    therapist = account(unit, Role.THERAPIST)
    page = PeoplePage(unit.kit, therapist, unit.place)
    show(unit, page)
    assert page.table.model().rowCount() == len(unit.people)
    unit.work(lambda: _put_in_charge(unit, therapist))
    QTest.mouseClick(page.mine, Qt.MouseButton.LeftButton)
    unit.settle()
    assert page.table.model().rowCount() == 1


def _put_in_charge(unit: Unit, desk: Desk) -> None:
    with desk.vault.store.reading() as facts:
        staff = facts.find(Staff, account=desk.actor.account)[0].id
    KeyWorkers(unit.desk).assign(unit.people[0].id, staff, TODAY)


def banded(unit: Unit, desk: Desk) -> EmergencyBand:
    """Give the band that stands above every page of such an account."""
    band = EmergencyBand(unit.kit, desk)
    unit.bot.addWidget(band)
    unit.settle()
    assert band.isVisible()
    assert walk.problems(band) == []
    return band


def test_a_file_beyond_the_caseload_opens_with_a_reason_and_a_band_until_it_is_ended(
    unit: Unit,
) -> None:
    external, person, words = (
        account(unit, Role.EXTERNAL, Scope.OWN),
        unit.people[3],
        unit.kit.words,
    )
    people = PeoplePage(unit.kit, external, unit.place)
    opened: list[object] = []
    people.wanted.connect(lambda _key, target: opened.append(target))
    show(unit, people)
    assert people.table.model().rowCount() == 0
    assert not people.mine.isVisible()
    act(unit, people, words("emergency-ask"))
    asked = dialog(unit, people, EmergencyDialog)
    assert isinstance(asked, EmergencyDialog)
    assert walk.problems(asked) == []
    asked.who.set_value(person.code)
    asked.reason.set_value("nujno")
    press(unit, asked, words("emergency-open"))
    assert asked.error.isVisible()
    asked.reason.set_value(REASON)
    press(unit, asked, words("emergency-open"))
    assert opened == [person.id]
    page = PersonPage(unit.kit, external, unit.place)
    page.show_target(person.id)
    show(unit, page)
    band = banded(unit, external)
    assert person.code in texts(page)
    assert person.code in texts(band)
    assert "60" in texts(band)
    assert walk.problems(page) == []
    left: list[str] = []
    page.wanted.connect(lambda key, _target: left.append(key))
    press(unit, band, words("emergency-end"))
    assert not band.isVisible()
    assert (left, page.seen) == (["people"], None)


def test_an_emergency_that_runs_out_closes_the_page(unit: Unit, clock: HandClock) -> None:
    external, person = account(unit, Role.EXTERNAL, Scope.OWN), unit.people[3]
    unit.work(lambda: Emergency(external).open(person.id, REASON))
    page = PersonPage(unit.kit, external, unit.place)
    page.show_target(person.id)
    show(unit, page)
    assert page.seen is not None
    left: list[str] = []
    page.wanted.connect(lambda key, _target: left.append(key))
    band = banded(unit, external)
    clock.pass_by(timedelta(minutes=61).total_seconds())
    band.look()
    unit.settle()
    assert not band.isVisible()
    assert left == ["people"]
    assert page._person is None


def test_a_session_that_was_open_in_an_emergency_goes_out_of_sight_and_keeps_what_was_typed(
    unit: Unit, clock: HandClock
) -> None:
    external, person = account(unit, Role.EXTERNAL, Scope.OWN), unit.people[3]
    unit.work(lambda: Emergency(external).open(person.id, REASON))
    page = SessionPage(unit.kit, external, unit.place)
    page.show_target(unit.session.id)
    show(unit, page)
    band = banded(unit, external)
    assert page._member.person == person.id
    (field,) = [one for one in page._member.findChildren(QPlainTextEdit) if one.isVisible()][:1]
    field.setPlainText("do zadnjega stavka")
    left: list[str] = []
    page.wanted.connect(lambda key, _target: left.append(key))
    clock.pass_by(timedelta(minutes=61).total_seconds())
    band.look()
    unit.settle()
    assert not band.isVisible()
    assert (left, page._keyed) == (["sessions"], None)
    (draft,) = unit.work(Notes(external).drafts)
    assert "do zadnjega stavka" in draft.payload


def test_a_file_that_is_not_in_ones_care_shows_nothing_and_says_why(unit: Unit) -> None:
    external = account(unit, Role.EXTERNAL, Scope.OWN)
    page = PersonPage(unit.kit, external, unit.place)
    failed: list[Exception] = []
    page.failed.connect(failed.append)
    page.show_target(unit.people[3].id)
    show(unit, page)
    assert page.seen is None
    assert [getattr(one, "code", "") for one in failed] == ["out-of-scope"]


def test_search_offers_the_emergency_only_for_a_whole_name_or_code(unit: Unit) -> None:
    external, person = account(unit, Role.EXTERNAL, Scope.OWN), unit.people[3]
    wanted: list[tuple[str, object]] = []
    find = Finding(unit.kit, external, lambda key, target: wanted.append((key, target)))

    def found(typed: str) -> list[Found]:
        return [one for one in find(typed) if f"»{typed}«" not in one.text]  # told back: in notes

    assert found(person.family_name) == []
    (one,) = found(person.code)
    one.do()
    assert wanted == [("people", PeopleTarget(emergency=person.code))]


def test_the_head_reviews_an_emergency_from_the_board_of_today(unit: Unit) -> None:
    external, person, words = (
        account(unit, Role.EXTERNAL, Scope.OWN),
        unit.people[3],
        unit.kit.words,
    )
    opened = unit.work(lambda: Emergency(external).open(person.id, REASON))
    unit.work(lambda: Emergency(external).end(opened.id))
    today = TodayPage(unit.kit, unit.desk, unit.place)
    wanted: list[tuple[str, object]] = []
    today.wanted.connect(lambda key, target: wanted.append((key, target)))
    show(unit, today)
    QTest.mouseClick(today.emergencies.waiting, Qt.MouseButton.LeftButton)
    assert wanted == [("settings", "emergencies")]
    page = SettingsPage(unit.kit, unit.desk, unit.place)
    page.show_target("emergencies")
    show(unit, page)
    section = page._section()
    assert isinstance(section, EmergenciesSection)
    section.table.selectRow(0)
    unit.settle()
    told = texts(section)
    assert REASON in told
    assert words("audit-action-emergency-open") in told
    assert person.family_name not in told
    assert walk.problems(page) == []
    section.remark.set_value("utemeljeno")
    press(unit, section, words("emergency-reviewed"))
    assert unit.work(EmergencyReview(unit.desk).waiting) == 0
    assert not section._form.isVisible()
    today.refresh()
    unit.settle()
    assert not today.emergencies.isVisible()


def test_the_auditor_reads_emergencies_and_cannot_review_them(unit: Unit) -> None:
    external, auditor = account(unit, Role.EXTERNAL, Scope.OWN), account(unit, Role.AUDITOR)
    opened = unit.work(lambda: Emergency(external).open(unit.people[3].id, REASON))
    unit.work(lambda: Emergency(external).end(opened.id))
    page = SettingsPage(unit.kit, auditor, unit.place)
    page.show_target("emergencies")
    show(unit, page)
    section = page._section()
    assert isinstance(section, EmergenciesSection)
    section.table.selectRow(0)
    unit.settle()
    assert REASON in texts(section)
    assert not section._form.isVisible()


def accounts_section(unit: Unit) -> tuple[SettingsPage, AccountsSection]:
    page = SettingsPage(unit.kit, unit.desk, unit.place)
    page.show_target("accounts")
    show(unit, page)
    section = page._section()
    assert isinstance(section, AccountsSection)
    return page, section


def test_an_account_gets_another_role_and_scope(unit: Unit) -> None:
    words = unit.kit.words
    made = _real_account(unit)
    page, section = accounts_section(unit)
    assert section._table.select_value(lambda line: line[0].id == made.id)
    press(unit, section, words("account-role-change"))
    asked = dialog(unit, page, FormDialog)
    assert walk.problems(asked) == []
    form = asked.findChild(RoleForm)
    assert form is not None
    fields = form.fields
    fields.role.set_value(Role.EXTERNAL.value)
    assert fields.scope.value() == Scope.OWN.value
    press(unit, asked, words("form-save"))
    kept = _stored(unit, made)
    assert (kept.role, kept.scope) == (Role.EXTERNAL, Scope.OWN)


def test_an_account_is_disabled_and_enabled_again(unit: Unit) -> None:
    words = unit.kit.words
    made = _real_account(unit)
    page, section = accounts_section(unit)
    assert section._table.select_value(lambda line: line[0].id == made.id)
    press(unit, section, words("account-disable"))
    press(unit, dialog(unit, page, Decision), words("account-disable"))
    assert _stored(unit, made).to_date == TODAY
    assert section._table.select_value(lambda line: line[0].id == made.id)
    press(unit, section, words("account-enable"))
    assert _stored(unit, made).to_date is None
    assert walk.problems(page) == []


def _real_account(unit: Unit) -> Account:
    new = NewAccount(
        login="b.kos",
        passphrase="kaluža gotovost slovnica ležati spona",
        role=Role.THERAPIST,
        given_name="Bor",
        family_name="Kos",
    )
    return unit.work(lambda: Accounts(unit.desk, PASSPHRASES).add(new))


def _stored(unit: Unit, made: Account) -> Account:
    def read() -> Account:
        with unit.desk.vault.store.reading() as facts:
            return facts.get(Account, made.id)

    return unit.work(read)


def test_a_caseload_is_handed_over_whole(unit: Unit) -> None:
    therapist, words = account(unit, Role.THERAPIST), unit.kit.words
    unit.individual()
    page, section = accounts_section(unit)
    section._ended.setChecked(True)  # both accounts of this test have no key of their own
    assert section._table.select_value(lambda line: line[0].id == unit.desk.actor.account)
    press(unit, section, words("hand-over-button"))
    asked = dialog(unit, page, HandOverDialog)
    assert isinstance(asked, HandOverDialog)
    assert walk.problems(asked) == []
    assert asked.table.model().rowCount() == 3  # a group and two sessions of today
    press(unit, asked, words("hand-over-all"))
    press(unit, asked, words("hand-over-give"))
    assert asked.error.isVisible()
    asked.successor.setCurrentIndex(asked.successor.findText("Zunanja Petra"))
    press(unit, asked, words("hand-over-give"))
    assert asked.table.model().rowCount() == 0
    (group,) = unit.work(lambda: Schedule(unit.desk).groups(TODAY))
    assert group.leader == "P. Zunanja"
    assert therapist.actor.role is Role.THERAPIST


@pytest.mark.parametrize("role", list(Role))
def test_every_page_that_a_role_has_opens_for_it_and_refuses_nothing(
    unit: Unit, role: Role
) -> None:
    desk = account(unit, role, Scope.OWN if role is Role.EXTERNAL else Scope.UNIT)
    for entry in pages_for(desk, Installation.UNIT):
        page = entry.make(unit.kit, desk, unit.place)
        failed: list[Exception] = []
        page.failed.connect(failed.append)
        if entry.key == "session":
            page.show_target(unit.session.id)
        if entry.key == "person":
            page.show_target(unit.people[0].id)
        show(unit, page)
        codes = {getattr(one, "code", repr(one)) for one in failed}
        expected = {"out-of-scope"} if role is Role.EXTERNAL else set()
        assert codes <= expected, (entry.key, codes)
        if not desk.may(Deed.SEE_PEOPLE) or role is Role.EXTERNAL:
            assert named(unit, page) == [], entry.key
        page.hide()
        QApplication.processEvents()


@pytest.mark.parametrize("role", list(Role))
def test_a_page_that_a_role_does_not_have_shows_nobody_and_does_nothing(
    unit: Unit, role: Role
) -> None:
    desk = account(unit, role)
    offered = {entry.make for entry in pages_for(desk, Installation.UNIT)}
    before = unit.work(lambda: _lines(desk))
    for entry in PAGES:
        if entry.make in offered or Installation.UNIT not in entry.where:
            continue
        page = entry.make(unit.kit, desk, unit.place)
        if entry.key in ("person", "session"):
            page.show_target(unit.people[0].id if entry.key == "person" else unit.session.id)
        show(unit, page)
        assert named(unit, page) == [], entry.key
        for action in page.actions_shown():
            action.do()
        unit.settle()
        page.hide()
    assert unit.work(lambda: _lines(desk)) == before


def _lines(desk: Desk) -> int:
    with desk.vault.store.reading() as facts:
        return facts.audit_head().seq


def named(unit: Unit, page: Page) -> list[str]:
    """Give who is named on a page: in a text, or in a cell of a list."""
    told = [texts(page)]
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        told += [
            str(model.index(row, column).data())
            for row in range(model.rowCount())
            for column in range(model.columnCount() if isinstance(view, QTableView) else 1)
        ]
    every = "\n".join(told)
    return [
        one.code
        for one in unit.people
        if one.full_name in every or f"{one.family_name} {one.given_name[0]}." in every
    ]
