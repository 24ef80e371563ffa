"""The week: planning with clashes named first, moving, cancelling, groups as of a day."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.ui import walk
from tests.ui.daily import TODAY, close_unit, later, open_unit

from tcdesk.domain.sessions import CancelReason, Session, SessionState
from tcdesk.services.aparts import Aparts
from tcdesk.services.lines import PersonLine
from tcdesk.services.participants import Participants
from tcdesk.services.schedule import Schedule
from tcdesk.services.sessions import Sessions
from tcdesk.ui.apart_dialog import ApartDialog
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.schedule import Mode, SchedulePage
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
    page._acts.cancel(line, CancelReason.ROOM)
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


def test_a_block_is_moved_and_made_longer_by_keyboard(unit, page):
    (block,) = page._week.blocks
    block.click()
    QTest.keyClick(block, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    unit.settle()
    assert stored(unit).minutes == 105
    (block,) = page._week.blocks
    QTest.keyClick(block, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    unit.settle()
    assert (stored(unit).day, stored(unit).start) == (later(1), 600)


def test_a_block_is_stretched_by_its_lower_edge(unit, page):
    (block,) = page._week.blocks
    edge = QPoint(10, block.height() - 3)
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=edge)
    for step in (15, 26):  # half an hour
        QTest.mouseMove(block, edge + QPoint(0, step))
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=edge + QPoint(0, 26))
    unit.settle()
    assert stored(unit).start == 600
    assert stored(unit).minutes == 120


def test_letters_on_a_block_copy_and_cancel(unit, page):
    (block,) = page._week.blocks
    block.click()
    QTest.keyClick(block, Qt.Key.Key_C)
    assert page._details._why.isVisible()
    QTest.keyClick(block, Qt.Key.Key_K)
    unit.settle()
    page._plan._day.set_value(later(1))
    page._plan._save.click()
    unit.settle()
    lines = unit.work(lambda: Schedule(unit.desk).between(TODAY, later(1)))
    assert [line.day for line in lines] == [TODAY, later(1)]
    assert len({line.code for line in lines}) == 2


def test_chosen_sessions_of_the_list_are_cancelled_together_and_brought_back(unit, page):
    fill(unit, page, 840)
    page._plan._save.click()
    unit.settle()
    page._set_mode(Mode.AGENDA)
    unit.settle()
    for state in (SessionState.CANCELLED, SessionState.PLANNED):
        page._agenda.table.selectAll()
        press = page._agenda._cancel if state is SessionState.CANCELLED else page._agenda._restore
        press.click()
        unit.settle()
        lines = unit.work(lambda: Schedule(unit.desk).between(TODAY, TODAY))
        assert [line.state for line in lines] == [state, state]


def test_a_repetition_is_looked_at_before_its_sessions_are_made_and_moved_as_a_whole(unit, page):
    panel = page._series
    page._show_side(panel)
    panel._new.click()
    form = panel.form
    form._activity.set_value(unit.programme.activity("SO").id)
    for place, chip in enumerate(form.days):
        chip.setChecked(place == 3)
    form._time.set_value(780)
    form._save()
    unit.settle()
    panel.last.set_value(date(2027, 1, 10))
    panel.look.click()
    unit.settle()
    shown = [line.slot.why for line in panel.table.rows.values()]
    assert shown.count(None) == len(shown) > 4
    panel.make.click()
    unit.settle()
    made = unit.work(lambda: Schedule(unit.desk).between(later(1), date(2027, 1, 10)))
    assert len(made) == len(shown)
    page._acts.change(made[1], None, 840, None)
    unit.settle()
    page._plan._following.setChecked(True)
    page._plan._save.click()
    unit.settle()
    after = unit.work(lambda: Schedule(unit.desk).between(later(1), date(2027, 1, 10)))
    assert [line.start for line in after] == [780] + [840] * (len(made) - 1)


def test_a_day_and_a_list_can_be_worked_by_keyboard_and_screen_reader(unit, page):
    for mode in (Mode.DAY, Mode.AGENDA):
        page._set_mode(mode)
        unit.settle()
        assert walk.problems(page.window()) == []
    page._show_side(page._series)
    page._series._new.click()
    unit.settle()
    assert walk.problems(page.window()) == []


def test_people_are_kept_apart_from_the_file(unit, page):
    first, second = unit.people[:2]
    dialog = ApartDialog(unit.kit, page.window(), unit.desk, first.id)
    dialog.show()
    unit.settle()
    dialog._other = second.id
    dialog.reason.set_value("grožnje v oddelku")
    dialog.save.click()
    unit.settle()
    (known,) = unit.work(lambda: Aparts(unit.desk).of(second.id))
    assert known.code == first.code
    assert walk.problems(dialog) == []
    dialog.accept()


def test_the_page_can_be_worked_by_keyboard_and_screen_reader(unit, page):
    assert walk.problems(page.window()) == []
