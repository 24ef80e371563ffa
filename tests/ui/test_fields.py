"""Fields and forms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QVBoxLayout, QWidget
from tests.ui import walk

from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText, TimeField
from tcdesk.ui.forms import Form
from tcdesk.ui.typed import day_typed, time_typed

BIRTH = date(1984, 11, 5)
CHOICES = [
    Choice(code="sentenced", label="obsojenec"),
    Choice(code="remand", label="pripornik"),
    Choice(code="minor", label="mladoletnik"),
]


@pytest.mark.parametrize(
    "text",
    [
        "5.11.1984",
        "5. 11. 1984",
        "05.11.1984",
        "05111984",
        "1984-11-05",
        " 5/11/1984 ",
        "5.11.1984.",
    ],
)
def test_a_day_is_read_in_every_usual_way(text):
    assert day_typed(text) == BIRTH


@pytest.mark.parametrize(
    "text", ["", "5.11.", "5.11.84", "31.2.2024", "32011984", "jutri", "5111984"]
)
def test_what_is_not_a_day_is_not_guessed(text):
    assert day_typed(text) is None


@given(st.dates())
def test_every_day_that_is_shown_can_be_read_back(day):
    assert day_typed(f"{day.day}. {day.month}. {day.year:04}") == day
    assert day_typed(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8.05", 485),
        ("08:05", 485),
        ("805", 485),
        ("0805", 485),
        ("8", 480),
        ("23.59", 1439),
        ("0", 0),
    ],
)
def test_a_time_is_read_in_every_usual_way(text, minutes):
    assert time_typed(text) == minutes


@pytest.mark.parametrize("text", ["", "24.00", "8.60", "osem", "8.5", "12345"])
def test_what_is_not_a_time_is_not_guessed(text):
    assert time_typed(text) is None


def test_a_day_is_shown_as_people_here_write_it_once_it_is_left(qtbot, kit):
    field = DayField(kit)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "05111984")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "5. 11. 1984"
    assert field.value() == BIRTH


def test_empty_and_wrong_are_told_apart(qtbot, kit):
    field = DayField(kit)
    qtbot.addWidget(field)
    assert not field.unreadable()
    field.setText("5.11.84")
    assert field.value() is None
    assert field.unreadable()


def test_arrows_move_a_day_and_a_time(qtbot, kit):
    day, time = DayField(kit, date(2024, 2, 28)), TimeField(kit, 485)
    for field in (day, time):
        qtbot.addWidget(field)
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert day.value() == date(2024, 2, 29)
    assert time.text() == "8.10"


def test_a_day_can_be_taken_from_the_calendar(qtbot, kit):
    field = DayField(kit, BIRTH)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(1984, 11, 5)
    calendar.activated.emit(QDate(1984, 11, 6))
    assert field.value() == date(1984, 11, 6)
    assert not calendar.isVisible()


def _wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_a_choice_only_when_it_has_the_focus(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field, other = ChoiceField(CHOICES), LineField()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(other)
    walk.activate(window)
    other.setFocus()
    _wheel(field)
    assert field.value() == "sentenced"
    field.setFocus()
    _wheel(field)
    assert field.value() == "remand"


def test_a_choice_stays_when_the_choices_change(qtbot):
    field = ChoiceField(CHOICES, blank="–")
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value("remand")
    with qtbot.assertNotEmitted(field.changed):
        field.set_choices(CHOICES[1:])
    assert field.value() == "remand"
    with qtbot.waitSignal(field.changed):
        field.set_choices(CHOICES[:1])
    assert field.value() is None


class PersonForm(Form):
    def __init__(self, kit):
        super().__init__()
        self.name, self.born, self.note = LineField(), DayField(kit), LongText()
        self.begin, self.end = TimeField(kit), TimeField(kit)
        self.add("&Priimek", self.name, hint="Kakor v osebnem dokumentu.")
        self.add("Datum rojstva", self.born, wide=False)
        self.add_row("Od in do", [("Od", self.begin), ("Do", self.end)])
        self.add("Zapis", self.note)


@pytest.fixture
def form(qtbot, kit):
    made = PersonForm(kit)
    qtbot.addWidget(made)
    made.resize(480, 420)
    walk.activate(made)
    return made


def test_a_form_can_be_worked_by_keyboard_and_heard(form):
    assert walk.problems(form) == []
    order = walk.tab_order(form)
    assert order == [form.name, form.born, form.begin, form.end, form.note]
    assert walk.accessible_name(form.name) == "Priimek"


def test_errors_stand_under_their_fields_and_the_first_gets_the_focus(form):
    assert not form.set_errors({form.note: "Vpišite zapis.", form.born: "To ni dan."})
    assert form._errors[form.born].isVisible()
    assert form._errors[form.note].text() == "Vpišite zapis."
    assert not form._errors[form.name].isVisible()
    assert form.focusWidget() is form.born
    assert form.born.accessibleDescription() == "To ni dan."
    assert form.set_errors({})
    assert form.name.accessibleDescription() == "Kakor v osebnem dokumentu."
    assert not form._errors[form.born].isVisible()


def test_a_field_is_hidden_with_its_label(form):
    form.set_shown(form.name, shown=False)
    assert form.name not in walk.tab_order(form)
    assert "&Priimek" not in [
        text.text()
        for text in form.findChildren(QWidget)
        if hasattr(text, "buddy") and text.isVisible()
    ]


def test_what_was_wrong_with_a_field_is_taken_back_when_it_is_typed_in(qtbot, kit):
    form, day = Form(), DayField(kit)
    form.add("Dan", day)
    qtbot.addWidget(form)
    form.show()
    form.set_errors({day: "Vpišite dan."})
    assert form._errors[day].isVisible()
    qtbot.keyClicks(day, "5")
    assert not form._errors[day].isVisible()
    assert day.property("wrong") == "false"
