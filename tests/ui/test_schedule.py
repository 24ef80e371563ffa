"""The week: planning with clashes named first, moving, cancelling, groups as of a day."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.ui import walk
from tests.ui.daily import TODAY, close_unit, later, open_unit

from tcdesk.domain.sessions import CancelReason, Session, SessionState
from tcdesk.services.lines import PersonLine
from tcdesk.services.participants import Participants
from tcdesk.services.schedule import Schedule
from tcdesk.services.sessions import Sessions
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.schedule import SchedulePage
from tcdesk.ui.session import SessionPage
from tcdesk.workstation import places


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)
    yield made
    close_unit(made)


@pytest.fixture
def page(unit):
    made = SchedulePage(unit.kit, unit.desk, unit.place)
    frame = Frame(
        unit.kit,
        signed=Signed(unit="Zavod DOB", login="novak"),
        help_folder=places.resources() / "help",
        find=lambda _text: [],
    )
    frame.add_page(made)
    frame.add_page(SessionPage(unit.kit, unit.desk, unit.place), navigation=False)
    unit.bot.addWidget(frame)
    frame.resize(1366, 768)
    with unit.bot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    frame.open_page("schedule")
    unit.settle()
    return made


def stored(unit) -> Session:
    session: Session = unit.work(lambda: Sessions(unit.desk).open(unit.session.id)).session
    return session


def fill(unit, page, start: int) -> None:
    plan = page._plan
    page._plan_new()
    plan._activity.set_value(unit.programme.activity("IS").id)
    plan._on_person(_line(unit))
    plan._day.set_value(TODAY)
    plan._time.set_value(start)


def _line(unit) -> PersonLine:
    people = Participants(unit.desk)
    line: PersonLine = unit.work(lambda: people.search("bogdan", day=TODAY))[0]
    return line


def test_a_session_without_clash_is_planned_for_several_weeks(unit, page):
    fill(unit, page, 840)
    page._plan._weeks.set_value("3")
    page._plan._save.click()
    unit.settle()
    lines = unit.work(lambda: Schedule(unit.desk).between(TODAY, later(30)))
    assert [line.day for line in lines if line.person] == [TODAY, later(7), later(14)]


def test_whoever_plans_leads_and_enter_in_a_field_plans(unit, page):
    fill(unit, page, 840)
    new, _weeks = page._plan._read(tell=True)
    staff = {one.id: one.account for one in page._plan._offer.staff}
    assert staff[new.leader] == unit.desk.actor.account
    page._plan._room.setFocus()
    QTest.keyClick(page._plan._room, Qt.Key.Key_Return)
    unit.settle()
    lines = unit.work(lambda: Schedule(unit.desk).between(TODAY, TODAY))
    assert [line.start for line in lines if line.person] == [840]


def test_a_clash_is_named_before_anything_is_saved_and_can_be_insisted_on(unit, page):
    fill(unit, page, 630)  # the leader has the group from 10.00 to 11.30
    page._plan._save.click()
    unit.settle()
    assert page._plan._clashes.isVisible()
    assert "isti izvajalec" in page._plan._clashes.text()
    schedule = Schedule(unit.desk)
    assert len(unit.work(lambda: schedule.between(TODAY, TODAY))) == 1
    page._plan._save.click()
    unit.settle()
    assert len(unit.work(lambda: schedule.between(TODAY, TODAY))) == 1  # not without a reason
    assert page._plan._form._errors[page._plan._reason].isVisible()
    page._plan._reason.set_value("supervizija")
    page._plan._save.click()
    unit.settle()
    assert len(unit.work(lambda: schedule.between(TODAY, TODAY))) == 2


def test_a_person_expected_at_two_places_is_a_clash(unit, page):
    fill(unit, page, 630)
    new, weeks = page._plan._read(tell=True)
    elsewhere = replace(new, room="Soba 9")
    clashes = unit.work(lambda: Schedule(unit.desk).clashes(elsewhere, weeks=weeks))
    assert [clash.shared for clash in clashes] == ["leader", "person"]
    assert page._plan._person == unit.people[0].id


def test_an_unfinished_plan_is_told_at_its_fields(unit, page):
    fill(unit, page, 840)
    page._plan._time.clear()
    page._plan._save.click()
    unit.settle()
    assert page._plan._form._errors[page._plan._time].isVisible()
    assert len(unit.work(lambda: Schedule(unit.desk).between(TODAY, TODAY))) == 1


def test_a_dragged_block_moves_and_can_be_moved_back(unit, page):
    (block,) = page._week.blocks
    grip = QPoint(10, 10)
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=grip)
    for step in (20, 52, 52, 52):  # three hours and a bit lower
        QTest.mouseMove(block, grip + QPoint(0, step))
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=grip)
    unit.settle()
    moved = stored(unit)
    assert moved.day == TODAY
    assert moved.start > 600
    assert moved.start % 15 == 0
    page.window()._message._act.click()
    unit.settle()
    assert stored(unit).start == 600


def test_a_session_is_cancelled_with_its_reason_and_planned_again(unit, page):
    page._week.blocks[0].click()
    line = page._details._line
    page._details._cancel.click()
    page._details._reason.set_value(CancelReason.ROOM.value)
    page._cancel(line, CancelReason.ROOM)
    unit.settle()
    assert (stored(unit).state, stored(unit).cancel_reason) == (
        SessionState.CANCELLED,
        CancelReason.ROOM,
    )
    page._details._restore.click()
    unit.settle()
    assert stored(unit).state is SessionState.PLANNED


def test_a_stale_change_is_told_and_what_is_typed_stays(unit, page):
    page._week.blocks[0].click()
    page._details._change.click()
    unit.settle()
    plan = page._plan
    plan._room.set_value("Knjižnica")
    file = unit.work(lambda: Sessions(unit.desk).open(unit.session.id))
    unit.work(
        lambda: Schedule(unit.desk).change(replace(file.session, minutes=60), expected=file.version)
    )
    plan._save.click()
    unit.settle()
    assert stored(unit).room == "Prostor 2"
    assert plan._room.value() == "Knjižnica"
    plan._save.click()
    unit.settle()
    assert stored(unit).room == "Knjižnica"


def test_people_found_for_a_group_are_seen_without_scrolling(unit, page):
    page._groups.resize(page._groups.width(), 200)
    picker = page._groups._picker
    picker.setFocus()
    QTest.keyClicks(picker._field, "bog")
    unit.bot.waitUntil(picker._found.isVisible)
    unit.settle()
    unit.bot.waitUntil(lambda: picker._found.visibleRegion().boundingRect() == picker._found.rect())


def test_members_join_and_leave_on_the_day_that_is_shown(unit, page):
    groups = page._groups
    schedule = Schedule(unit.desk)
    groups._day.set_value(later(3))
    groups.refresh()
    unit.settle()
    members = unit.work(lambda: schedule.memberships(unit.group.id, later(3)))
    groups._remove(members[0])
    unit.settle()
    assert len(unit.work(lambda: schedule.memberships(unit.group.id, later(2)))) == 12
    assert len(unit.work(lambda: schedule.memberships(unit.group.id, later(3)))) == 11


def test_arrows_go_between_the_blocks_of_the_week(unit, page):
    fill(unit, page, 840)
    page._plan._save.click()
    unit.settle()
    first, second = page._week.blocks
    first.click()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    with unit.bot.waitSignal(page.wanted) as asked:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert asked.args == ["session", second.line.id]


def test_the_page_can_be_worked_by_keyboard_and_screen_reader(unit, page):
    assert walk.problems(page.window()) == []
