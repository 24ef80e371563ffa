"""The one window: pages, navigation, search, messages, help, keyboard, sizes."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout
from tests.ui import walk
from typing_extensions import override

from tcdesk.domain.errors import NotAllowedError
from tcdesk.ui.frame import Frame, Signed
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Action, Page
from tcdesk.ui.palettes import Look
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.search_box import Found, folded
from tcdesk.ui.table import Table


class ListPage(Page):
    def __init__(self, kit, key, title, icon, topics=frozenset()):
        super().__init__(kit, key=key, title=title, icon=icon, topics=topics)
        self.log = []
        self.rows = Rows([Column[str](key="name", title="Ime", text=str, stretch=True)], kit.words)
        self.filter = QLineEdit()
        self.filter.setAccessibleName("Filter")
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(
            Table(self.rows, name=title, empty="Ni vrstic", empty_next="Dodajte vrstico.")
        )
        self.rows.show(["Žagar", "Čeh"])

    @override
    def actions_shown(self):
        return (
            Action(text="Uvozi …", do=lambda: self.log.append("import")),
            Action(
                text="Nov vpis",
                do=lambda: self.log.append("new"),
                icon=Icon.ADD,
                primary=True,
                shortcut="Ctrl+N",
            ),
        )

    @override
    def refresh(self):
        self.log.append("refresh")

    @override
    def show_target(self, target):
        self.log.append(("target", target))

    @override
    def save_draft(self):
        self.log.append("draft")


@pytest.fixture
def help_folder(tmp_path):
    for language in ("sl", "en"):
        folder = tmp_path / "help" / language
        folder.mkdir(parents=True)
        (folder / "today.md").write_text("# Danes\n\n[Osebe](people.md)", encoding="utf-8")
        (folder / "people.md").write_text("# O osebah", encoding="utf-8")
    return tmp_path / "help"


@pytest.fixture
def searched():
    return []


@pytest.fixture
def frame(qtbot, kit, help_folder, searched):
    def find(text):
        return [Found(text=f"Đurić ({text})", icon=Icon.PERSON, do=lambda: searched.append(text))]

    made = Frame(
        kit,
        signed=Signed(unit="DOB Terapevtska skupnost", login="m.novak"),
        help_folder=help_folder,
        find=find,
    )
    made.add_page(ListPage(kit, "today", "Danes", Icon.TODAY, frozenset({"sessions"})))
    made.add_page(ListPage(kit, "people", "Udeleženci", Icon.PARTICIPANTS, frozenset({"people"})))
    made.add_page(ListPage(kit, "file", "Spis", Icon.PERSON), navigation=False)
    made.resize(1366, 768)
    made.open_page("today")
    walk.activate(made)
    yield made
    made.close_now()
    made.deleteLater()


def _page(frame, key):
    return frame._pages[key]


def test_while_names_are_hidden_the_top_bar_says_so_and_shows_them_again(frame, kit, words):
    hidden = next(
        one for one in frame.findChildren(QPushButton) if one.text() == words("start-names-hidden")
    )
    assert not hidden.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_F9)
    assert hidden.isVisible()
    QTest.mouseClick(hidden, Qt.MouseButton.LeftButton)
    assert not hidden.isVisible()
    assert not kit.privacy.on


def test_a_page_is_refreshed_when_it_is_first_opened_and_not_each_time(frame):
    people = _page(frame, "people")
    frame.open_page("people")
    frame.open_page("today")
    frame.open_page("people")
    assert people.log.count("refresh") == 1
    assert frame.shown is people


def test_leaving_a_page_saves_its_draft(frame):
    frame.open_page("people")
    assert _page(frame, "today").log[-1] == "draft"


def test_a_change_refreshes_the_shown_page_now_and_others_when_they_open(qtbot, frame, kit):
    today, people = _page(frame, "today"), _page(frame, "people")
    frame.open_page("people")
    with qtbot.waitSignal(kit.jobs.changed):
        kit.jobs.run(frame, lambda: Changed(None, frozenset({"sessions", "people"})))
    assert people.log.count("refresh") == 2
    assert today.log.count("refresh") == 1
    frame.open_page("today")
    assert today.log.count("refresh") == 2


def test_pages_open_each_other_at_a_target_and_the_way_back_leads_back(qtbot, frame):
    _page(frame, "today").wanted.emit("file", "person-7")
    assert frame.shown.key == "file"
    assert ("target", "person-7") in frame.shown.log
    qtbot.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert frame.shown.key == "today"


def test_a_name_may_stand_above_a_page_but_never_in_the_window_s_title(frame):
    frame.open_page("file")
    frame.shown.set_title("Đurić Stanko")
    assert frame._stage._title.text() == "Đurić Stanko"
    assert "Stanko" not in frame.windowTitle()
    assert frame.windowTitle() == "tcdesk · DOB Terapevtska skupnost"


def test_actions_work_by_button_and_shortcut_of_the_shown_page_only(qtbot, frame):
    today, people = _page(frame, "today"), _page(frame, "people")
    qtbot.keyClick(frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: today.log[-1] == "new")
    frame.open_page("people")
    QTest.qWait(1)  # the old page's buttons go with the next event
    qtbot.keyClick(frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: people.log[-1] == "new")
    assert today.log.count("new") == 1


def test_the_keyboard_stays_with_the_page_when_its_actions_are_drawn_anew(qtbot, frame):
    walk.activate(frame)
    press = next(one for one in frame.findChildren(QPushButton) if one.text() == "Uvozi …")
    press.setFocus()
    frame.shown.actionsChanged.emit()
    again = QApplication.focusWidget()
    assert isinstance(again, QPushButton)
    assert again is not press
    assert again.text() == "Uvozi …"
    frame.shown.actions_shown = tuple  # the page has no actions now
    frame.shown.actionsChanged.emit()
    assert QApplication.focusWidget() is frame.shown


def test_a_message_says_what_happened_and_its_button_undoes(qtbot, frame):
    undone = []
    _page(frame, "today").say(
        Message(
            text="Zapis je izbrisan.",
            tone=Tone.SUCCESS,
            action="Razveljavi",
            act=lambda: undone.append(1),
        )
    )
    line = frame._message
    assert line.isVisible()
    assert walk.accessible_name(line).startswith("Zapis je izbrisan.")
    qtbot.mouseClick(line._act, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not line.isVisible()


def test_what_nobody_handled_is_told_in_place(qtbot, frame, kit):
    def job():
        raise NotAllowedError

    with qtbot.waitSignal(kit.jobs.troubled):
        kit.jobs.run(_page(frame, "today"), job)
    assert frame._message.message.tone is Tone.ERROR
    assert frame._message.message.text == kit.words.error(NotAllowedError())[0]


def test_a_count_on_the_navigation_is_said_too(frame):
    _page(frame, "people").badgeChanged.emit(3)
    place = frame._navigation._places["people"]
    assert walk.accessible_name(place) == "Udeleženci, 3 čakajo"
    _page(frame, "people").badgeChanged.emit(2)
    assert walk.accessible_name(place) == "Udeleženci, 2 čakata"
    _page(frame, "people").badgeChanged.emit(0)
    assert walk.accessible_name(place) == "Udeleženci"


def test_help_of_the_page_opens_beside_it_and_leads_to_other_help(qtbot, frame):
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    assert frame._help.isVisible()
    assert "Danes" in frame._help._text.toPlainText()
    frame._help._follow(QUrl("people.md"))
    assert "O osebah" in frame._help._text.toPlainText()
    qtbot.keyClick(frame._help._text, Qt.Key.Key_F1)
    assert not frame._help.isVisible()


def test_escape_closes_the_help_in_which_one_reads(qtbot, frame):
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    qtbot.keyClick(frame._help._text, Qt.Key.Key_Escape)
    assert not frame._help.isVisible()


@pytest.mark.parametrize("link", ["https://example.org/a.md", "../secret.md", "/etc/passwd"])
def test_help_never_leads_outside(frame, link):
    frame.toggle_help()
    frame._help._follow(QUrl(link))
    assert "Danes" in frame._help._text.toPlainText()


def test_search_finds_pages_commands_and_what_the_vault_has(qtbot, frame, searched):
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = frame._search
    assert box.hasFocus()
    qtbot.keyClicks(box, "udel")
    assert [one.text for one in box.found] == ["Udeleženci"]
    qtbot.waitUntil(lambda: len(box.found) == 2)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched == ["udel"]
    assert box.text() == ""


def test_a_command_of_the_page_can_be_called_by_name(qtbot, frame):
    qtbot.keyClicks(frame._search, "nov vp")
    qtbot.keyClick(frame._search, Qt.Key.Key_Return)
    assert _page(frame, "today").log[-1] == "new"


def test_escape_leaves_the_search(qtbot, frame):
    frame._search.setFocus()
    qtbot.keyClicks(frame._search, "da")
    qtbot.keyClick(frame._search, Qt.Key.Key_Escape)
    assert frame._search.text() == ""
    assert not frame._search._panel.isVisible()


@pytest.mark.parametrize("typed", ["djuric", "duric", "Đurić", "DJURIĆ"])
def test_search_folds_the_letters_of_our_names(typed):
    assert folded(typed) in folded("Stanko Đurić")


def test_lock_and_close_are_asked_for_not_done(qtbot, frame):
    with qtbot.waitSignal(frame.lockAsked):
        qtbot.keyClick(frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(frame.closeAsked):
        frame.close()
    assert frame.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (683, 384)])
@pytest.mark.parametrize("training", [False, True])
def test_the_window_can_be_worked_by_keyboard_and_nothing_is_cut(frame, size):
    frame.resize(*size)
    frame.say(
        Message(text="Shranjeno.", next_step="Nadaljujte.", action="Razveljavi", act=lambda: None)
    )
    frame.toggle_help()
    QTest.qWait(1)
    assert (frame.width(), frame.height()) == size
    assert walk.problems(frame) == []


def test_narrow_navigation_shows_icons_that_still_have_names(frame):
    frame.resize(800, 600)
    places = list(frame._navigation._places.values())
    assert [place.text() for place in places] == ["", ""]
    assert [walk.accessible_name(place) for place in places] == ["Danes", "Udeleženci"]
    frame.resize(1366, 768)
    assert places[0].text().strip() == "Danes"


def test_navigation_has_number_keys_in_both_widths(qtbot, frame):
    for width in (1366, 800):
        frame.resize(width, 600)
        qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: frame.shown.key == "people")
        qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: frame.shown.key == "today")


@pytest.mark.parametrize("training", [True])
def test_training_mode_has_a_band_on_top(frame):
    bands = [
        text for text in frame.findChildren(QLabel) if text.text() == "VADBA – izmišljeni podatki"
    ]
    assert [band.isVisible() for band in bands] == [True]


def test_the_look_can_change_while_the_window_is_open(frame, kit):
    for look in (Look.DARK, Look.CONTRAST, Look.LIGHT):
        kit.theme.choose(look)
        QTest.qWait(1)
        assert walk.cut(frame) == []


def test_the_window_lets_go_of_everything(qtbot, frame):
    frame.save_drafts()
    assert [page.log[-1] for page in frame._pages.values()] == ["draft"] * 3
