"""The drawer of flows, with a flow of its own that knows no widget."""

import threading
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.ui import walk

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.ui.fields import LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.labels import label
from tcdesk.ui.wizard import Step, Wizard


class EmptyNameError(PersonCanMendError):
    code = "not-allowed"


@dataclass(frozen=True)
class Asking:
    name: str = ""


@dataclass(frozen=True)
class Working:
    name: str


@dataclass(frozen=True)
class Told:
    name: str


State = Asking | Working | Told | None


class Flow:
    """Ask a name, work on it, tell the end."""

    def __init__(self):
        self.gate = threading.Event()
        self.begun = threading.Event()
        self.fails = 0
        self.field = LineField()

    def draw(self, state):
        match state:
            case Asking(name):
                self.field = LineField(name)
                form = Form()
                form.add("Ime", self.field)
                return Step(
                    place=0,
                    title="Ime enote",
                    lead="Kakor na odločbi.",
                    widget=form,
                    take=self.take,
                )
            case Working(name):
                return Step(
                    place=1,
                    title="Delo",
                    widget=label("Delam."),
                    take=lambda: lambda progress: self.work(name, progress),
                    at_once=True,
                )
            case Told(name):
                return Step(
                    place=2,
                    title="Konec",
                    widget=label(name),
                    take=lambda: lambda _progress: None,
                    forward="Končaj",
                    back=lambda: Asking(name),
                )
            case _:
                return None

    def take(self):
        name = self.field.value()
        if not name:
            raise EmptyNameError
        return lambda _progress: Working(name)

    def work(self, name, progress):
        progress(0.5)
        self.begun.set()
        self.gate.wait(5)
        progress(0.6)
        if self.fails:
            self.fails -= 1
            raise OSError
        return Told(name)


@pytest.fixture
def flow():
    return Flow()


@pytest.fixture
def wizard(qtbot, kit, flow):
    parent = QWidget()
    qtbot.addWidget(parent)
    made: Wizard[State] = Wizard(
        kit,
        parent,
        title="Nova namestitev",
        steps=["Ime", "Delo", "Konec"],
        first=Asking(),
        draw=flow.draw,
    )
    made.open()
    walk.activate(made)
    yield made
    flow.gate.set()
    made.hide()


def test_a_mistake_is_told_in_place_and_the_step_stays(wizard, kit):
    wizard._forward.click()
    assert wizard.state == Asking()
    assert wizard._message.message.text == kit.words.error(EmptyNameError())[0]


def test_a_flow_goes_through_to_its_end(qtbot, wizard, flow):
    flow.gate.set()
    qtbot.keyClicks(flow.field, "Dob")
    qtbot.keyClick(flow.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.state == Told("Dob"))
    assert wizard._forward.text() == "Končaj"
    with qtbot.waitSignals([wizard.ended, wizard.accepted]):
        wizard._forward.click()
    assert not wizard.isVisible()


def test_one_can_go_back_to_what_was_decided(qtbot, wizard, flow):
    flow.gate.set()
    flow.field.set_value("Dob")
    wizard._forward.click()
    qtbot.waitUntil(lambda: wizard.state == Told("Dob"))
    wizard._back.click()
    assert wizard.state == Asking("Dob")
    assert flow.field.value() == "Dob"


def test_work_shows_a_real_measure_after_a_moment_and_can_be_cancelled(qtbot, wizard, flow):
    flow.field.set_value("Dob")
    wizard._forward.click()
    qtbot.waitUntil(flow.begun.is_set)
    qtbot.waitUntil(wizard._measure.isVisible)
    assert wizard._measure.value() == 500
    assert wizard._percent.text() == "50 %"
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    flow.gate.set()
    qtbot.waitUntil(lambda: not wizard.working)
    assert wizard.state == Working("Dob")
    assert not wizard._message.isVisible()
    wizard.reject()
    assert not wizard.isVisible()


def test_work_that_failed_can_be_tried_again(qtbot, wizard, flow):
    flow.fails = 1
    flow.gate.set()
    flow.field.set_value("Dob")
    wizard._forward.click()
    qtbot.waitUntil(wizard._message.isVisible)
    assert wizard._forward.isVisible()
    wizard._forward.click()
    qtbot.waitUntil(lambda: wizard.state == Told("Dob"))


def test_the_steps_tell_where_one_is_by_words_and_signs(qtbot, wizard, flow, kit):
    flow.gate.set()
    flow.field.set_value("Dob")
    wizard._forward.click()
    qtbot.waitUntil(lambda: wizard.state == Told("Dob"))
    labels = wizard._rail._labels
    assert labels[0].text() == "✓  Ime"
    assert walk.accessible_name(labels[0]) == "Ime, opravljeno"
    assert walk.accessible_name(labels[2]) == "Konec, trenutni korak"


@pytest.mark.parametrize("size", [(880, 600), (683, 384)])
def test_a_step_can_be_worked_by_keyboard_and_nothing_is_cut(wizard, size):
    wizard.resize(*size)
    assert walk.problems(wizard) == []
