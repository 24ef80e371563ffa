"""Papers as they are asked for in the window: forms in front, preview, register; groups' places."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from tests.ui import walk
from tests.ui.daily import TODAY, close_unit, open_unit

from tcdesk.domain.sessions import AttendanceStatus
from tcdesk.services.aparts import Aparts
from tcdesk.services.lines import SessionFilter
from tcdesk.services.participants import Participants
from tcdesk.services.print_log import PrintLog
from tcdesk.services.schedule import Schedule
from tcdesk.services.sessions import Mark, Sessions
from tcdesk.ui.decision import Decision
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.paper_dialog import PaperDialog
from tcdesk.ui.person import PersonPage
from tcdesk.ui.preview import Preview
from tcdesk.ui.schedule import SchedulePage
from tcdesk.ui.session import SessionPage
from tcdesk.ui.settings import SettingsPage
from tcdesk.ui.settings_prints import PrintsSection
from tcdesk.workstation import places


@pytest.fixture
def unit(qtbot, kit, access, tmp_path):
    made = open_unit(qtbot, kit, access, tmp_path)

    def attend():
        Sessions(made.desk).record(
            made.session.id,
            [
                Mark(person=one.id, status=AttendanceStatus.PRESENT, minutes=90)
                for one in made.people
            ],
        )

    made.work(attend)
    yield made
    close_unit(made)


@pytest.fixture
def frame(unit):
    made = Frame(
        unit.kit,
        signed=Signed(unit="Zavod DOB", login="novak"),
        help_folder=places.resources() / "help",
        find=lambda _text: [],
    )
    parts = unit.kit, unit.desk, unit.place
    made.add_page(SchedulePage(*parts))
    made.add_page(SettingsPage(*parts))
    made.add_page(PersonPage(*parts), navigation=False)
    made.add_page(SessionPage(*parts), navigation=False)
    unit.bot.addWidget(made)
    made.resize(1366, 768)
    with unit.bot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(unit, frame, key, target=None):
    frame.open_page(key, target)
    unit.settle()
    return frame._pages[key]


def press(unit, widget, text):
    (found,) = [
        one
        for one in widget.findChildren(QPushButton)
        if one.text() == text and one.isVisibleTo(widget)
    ]
    found.click()
    unit.settle()


def dialog(frame, kind=PaperDialog):
    (found,) = [one for one in frame.findChildren(kind) if one.isVisible()]
    return found


def previewed(unit, asked):
    asked.preview.click()
    unit.settle()
    shown = [one for one in asked.findChildren(Preview) if one.isVisible()]
    assert shown, asked.error.text()
    return shown[0]


def logged(unit):
    return [(one.action, one.people) for one in unit.work(lambda: PrintLog(unit.desk).newest())]


def test_the_list_of_a_group_is_asked_for_beside_its_members(unit, frame):
    page = opened(unit, frame, "schedule")
    press(unit, page._groups, "Lista prisotnosti")
    asked = dialog(frame)
    assert walk.problems(asked) == []
    preview = previewed(unit, asked)
    assert preview.view.pdf.pageCount() == 1
    preview.saved.emit()
    unit.settle()
    assert logged(unit) == [("attendance-list.pdf", 12)]
    preview.close()
    asked.close()


def test_certificates_are_for_those_who_attended_and_a_telling_word_is_told_in_place(unit, frame):
    page = opened(unit, frame, "schedule")
    press(unit, page._groups, "Potrdila o udeležbi")
    asked = dialog(frame)
    assert walk.problems(asked) == []
    wording = asked._ready.__self__.wording
    wording.set_value("Terapevtska skupnost")
    asked.preview.click()
    unit.settle()
    assert "Terapevtska" in asked.error.text()
    wording.set_value("program osebnega razvoja")
    people = asked._ready.__self__.people
    assert people.count() == 12
    preview = previewed(unit, asked)
    assert preview.view.pdf.pageCount() == 12
    preview.close()
    asked.close()


def test_the_papers_of_a_person_are_in_the_menu_of_the_file(unit, frame):
    page = opened(unit, frame, "person", unit.people[0].id)
    assert [one.text() for one in page._papers.menu().actions()] == [
        "Izpis mape", "Potrdilo o udeležbi", "", "Izpis vseh podatkov …",
    ]  # fmt: skip
    page._papers.file()
    unit.settle()
    asked = dialog(frame)
    assert walk.problems(asked) == []
    preview = previewed(unit, asked)
    preview.close()
    asked.close()
    page._papers.certificate()
    unit.settle()
    asked = dialog(frame)
    assert previewed(unit, asked).view.pdf.pageCount() == 1
    asked.close()


def test_a_questionnaire_goes_onto_paper_from_its_tab(unit, frame):
    page = opened(unit, frame, "person", unit.people[0].id)
    page.instruments.choice.set_value("phq-9")
    page.instruments.on_paper.click()
    unit.settle()
    (preview,) = [one for one in frame.findChildren(Preview) if one.isVisible()]
    assert preview.view.pdf.pageCount() == 1
    preview.saved.emit()
    unit.settle()
    assert logged(unit) == [("form.pdf", 1)]
    preview.close()


def test_the_register_names_what_left_and_opens_what_waits(unit, frame):
    page = opened(unit, frame, "schedule")
    page._papers.attendance(unit.work(lambda: Schedule(unit.desk).groups(TODAY))[0])
    unit.settle()
    preview = previewed(unit, dialog(frame))
    preview.saved.emit()
    unit.settle()
    preview.close()
    dialog(frame).close()
    settings = opened(unit, frame, "settings", "prints")
    section = settings._section()
    assert isinstance(section, PrintsSection)
    (line,) = section.rows.values()
    assert (line.action, line.people, line.by) == ("attendance-list.pdf", 12, "M. Novak")
    assert walk.problems(frame) == []
    with unit.bot.waitSignal(section.wanted) as wanted:
        section.open_waiting.click()
    assert wanted.args == ["sessions", SessionFilter.NOT_KEYED]


def test_whoever_must_be_kept_apart_joins_a_group_only_after_a_yes(unit, frame):
    one, other = unit.people[0], unit.people[1]

    def keep():
        Schedule(unit.desk).quit(unit.group.id, one.id, TODAY)
        Aparts(unit.desk).keep_apart(one.id, other.id, "grožnje", date(2026, 1, 1))
        return Participants(unit.desk).search(one.family_name, day=TODAY)[0]

    line = unit.work(keep)
    page = opened(unit, frame, "schedule")
    page._groups._add(line)
    unit.settle()
    asked = dialog(frame, Decision)
    assert other.family_name in "".join(
        part.text() for part in asked.findChildren(type(page._when))
    )
    asked.no.click()
    unit.settle()
    members = lambda: unit.work(  # noqa: E731 - asked twice
        lambda: [who.id for who in Schedule(unit.desk).members(unit.group.id, TODAY)]
    )
    assert one.id not in members()
    page._groups._add(line)
    unit.settle()
    dialog(frame, Decision).yes.click()
    unit.settle()
    assert one.id in members()


def test_a_guest_who_must_be_kept_apart_is_asked_about(unit, frame):
    one, other = unit.people[0], unit.people[1]

    def keep():
        Aparts(unit.desk).keep_apart(one.id, other.id, "grožnje", date(2026, 1, 1))
        return Aparts(unit.desk).at_session(unit.session.id, one.id)

    assert [who.id for who in unit.work(keep)] == [other.id]


def test_the_places_of_a_group_are_changed_and_a_wrong_number_is_told(unit, frame):
    page = opened(unit, frame, "schedule")
    press(unit, page._groups, "Število mest")
    form = dialog(frame, FormDialog).form
    form.places.set_value("tri")
    form.try_save()
    assert form.form._errors[form.places].isVisible()
    form.places.set_value("15")
    form.try_save()
    unit.settle()
    assert unit.work(lambda: Schedule(unit.desk).group(unit.group.id)).capacity == 15
