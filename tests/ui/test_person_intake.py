"""»Sprejem« and »Skupnost« in the window: filled in, saved, shown, reached by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import Unit, close_unit, open_unit

from tcdesk.services.access import Access
from tcdesk.ui.community_forms import EventForm, WaitingForm
from tcdesk.ui.intake_forms import DrugForm, IntakeForm
from tcdesk.ui.kit import Kit
from tcdesk.ui.person import PersonPage
from tcdesk.ui.person_community import CommunityPart
from tcdesk.ui.person_intake import IntakePart
from tcdesk.ui.person_target import PersonAt


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


def opened(unit: Unit, tab: str) -> PersonPage:
    made = PersonPage(unit.kit, unit.desk, unit.place)
    unit.kit.jobs.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.show_target(PersonAt(person=unit.people[2].id, tab=tab))
    made.refresh()
    unit.settle()
    return made


def texts(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def test_an_intake_is_told_with_its_drugs_and_gives_the_codes(unit: Unit) -> None:
    page = opened(unit, "intake")
    part = page.parts["intake"]
    assert isinstance(part, IntakePart)
    part.begin_edit()
    unit.settle()
    form = part.beside.form
    assert isinstance(form, IntakeForm)
    assert walk.problems(page) == []
    form.coded["previous"].set_value("before")
    form.coded["isced"].set_value("3")
    form.numbers["opioid_year"].set_value("veliko")
    form.try_save()
    assert part.beside.form is form
    form.numbers["opioid_year"].set_value("2014")
    form.try_save()
    unit.settle()
    part.begin_drug()
    drug = part.beside.form
    assert isinstance(drug, DrugForm)
    drug.drug.set_value("1.1")
    drug.first_age.set_value("17")
    drug.try_save()
    unit.settle()
    told = texts(part)
    for said in ("že prej", "3 – srednja šola", "heroin", "prvič pri 17", "T12  1.1", "T03  2"):
        assert said in told


def test_waiting_and_events_are_kept_in_the_file(unit: Unit) -> None:
    page = opened(unit, "community")
    part = page.parts["community"]
    assert isinstance(part, CommunityPart)
    assert "0. Motivacija in sprejem" in texts(part)
    part.begin_waiting()
    waiting = part.beside.form
    assert isinstance(waiting, WaitingForm)
    waiting.status.set_value("referred")
    waiting.try_save()
    unit.settle()
    assert "Terapevtska skupnost: napotitev" in texts(part)
    part.begin_event()
    unit.settle()
    event = part.beside.form
    assert isinstance(event, EventForm)
    assert walk.problems(page) == []
    event.kind.set_value("affirmation")
    event.text.set_value("Pomagal je novemu članu.")
    event.try_save()
    unit.settle()
    assert "pohvala: Pomagal je novemu članu." in texts(part)
