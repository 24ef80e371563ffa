"""»Načrt in cilji« in the window: begun, rated, reviewed, printed; Danes says what waits."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui import walk
from tests.ui.daily import TODAY, Unit, close_unit, open_unit

from tcdesk.domain.people import Person
from tcdesk.services.access import Access
from tcdesk.services.plan_files import NewGoal, NewStep
from tcdesk.services.plan_papers import PlanPapers
from tcdesk.services.plans import Plans
from tcdesk.services.release_papers import ReleasePapers
from tcdesk.services.releases import Releases
from tcdesk.ui.kit import Kit
from tcdesk.ui.person import PersonPage
from tcdesk.ui.person_plan import PlanPart
from tcdesk.ui.person_release import ReleasePart
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.plan_forms import GoalForm, RatingForm, ReviewForm
from tcdesk.ui.release_forms import BodyForm, ReleaseDayForm
from tcdesk.ui.table import EmptyState
from tcdesk.ui.today import TodayPage
from tcdesk.ui.today_cards import Behind


@pytest.fixture
def unit(qtbot: QtBot, kit: Kit, access: Access, tmp_path: Path) -> Iterator[Unit]:
    opened = open_unit(qtbot, kit, access, tmp_path)
    yield opened
    close_unit(opened)


@pytest.fixture
def person(unit: Unit) -> Person:
    return unit.people[2]


@pytest.fixture
def page(unit: Unit, person: Person) -> PersonPage:
    made = PersonPage(unit.kit, unit.desk, unit.place)
    unit.kit.jobs.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.show_target(PersonAt(person=person.id, tab="plan"))
    made.refresh()
    unit.settle()
    return made


def part_of(page: PersonPage) -> PlanPart:
    part = page.parts["plan"]
    assert isinstance(part, PlanPart)
    return part


def texts(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def press(part: QWidget, text: str, unit: Unit) -> None:
    for one in part.findChildren(QPushButton):
        if one.text() == text and one.isVisible():
            one.click()
            unit.settle()
            return
    raise AssertionError(f"no button {text}")


def fill(unit: Unit, person: Person) -> str:
    plans = Plans(unit.desk, unit.place.resources)

    def work() -> str:
        plan = plans.begin(plans.of(person.id)[0].episode.id)
        goal = plans.add_goal(
            plan.id,
            NewGoal(
                area="patterns",
                own_words="Rad bi vedel, kdaj me začne zanašati.",
                expected="V dnevniku prepozna vsaj tri sprožilce na teden.",
                owner="S. Đurić",
                due=date(2027, 1, 31),
                weight=2,
            ),
        )
        plans.add_step(goal.id, NewStep(text="piše dnevnik sprožilcev", owner="S. Đurić"))
        plans.rate(goal.id, -1, TODAY)
        return plan.id

    return unit.work(work)


def test_a_plan_is_begun_and_a_goal_added_in_the_members_words(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    part = part_of(page)
    assert "še nima načrta" in texts(part)
    assert "do 4. 2. 2026" in texts(part)
    press(part.findChildren(EmptyState)[0], "Začni načrt", unit)
    part.add.click()
    form = part.beside.form
    assert isinstance(form, GoalForm)
    form.try_save()
    assert form.isVisible()  # nothing is chosen yet: told at the fields
    form.area.set_value("work-habits")
    form.own_words.set_value("Rad bi vsak dan delal.")
    form.expected.set_value("Pet dni na teden je na delu.")
    form.try_save()
    unit.settle()
    assert part.beside.form is None
    assert "1. Delovne navade" in texts(part)
    assert "»Rad bi vsak dan delal.«" in texts(part)
    (stay,) = unit.work(lambda: Plans(unit.desk, unit.place.resources).of(person.id))
    assert [one.goal.area for one in stay.plans[0].goals] == ["work-habits"]


def test_a_goal_is_rated_and_a_review_closes_the_version(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    fill(unit, person)
    page.refresh()
    unit.settle()
    part = part_of(page)
    press(part, "Oceni", unit)
    form = part.beside.form
    assert isinstance(form, RatingForm)
    form.score.set_value("1")
    form.try_save()
    unit.settle()
    assert "24. 11. 2026 +1" in texts(part)
    part.review.click()
    review = part.beside.form
    assert isinstance(review, ReviewForm)
    review.try_save()
    assert part.beside.form is review  # every goal must be rated
    for score in review.scores.values():
        score.set_value("0")
    review.conclusion.set_value("Napreduje po pričakovanju.")
    review.try_save()
    unit.settle()
    assert part.shown is not None
    assert part.shown.plan.number == 2
    old = part.version.itemData(1)
    part.version.set_value(old)
    unit.settle()
    assert "Napreduje po pričakovanju." in texts(part)
    assert "T = 50,0" in texts(part)
    assert not part.add.isVisible()


def test_every_part_of_the_plan_can_be_reached_and_is_named(
    unit: Unit, page: PersonPage, person: Person
) -> None:
    fill(unit, person)
    page.refresh()
    unit.settle()
    part = part_of(page)
    assert walk.problems(page) == []
    part.begin_review()
    unit.settle()
    assert walk.problems(page) == []
    part.begin_goal()
    unit.settle()
    assert walk.problems(page) == []


def test_danes_says_whose_plan_waits_and_opens_it(unit: Unit, person: Person) -> None:
    made = TodayPage(unit.kit, unit.desk, unit.place)
    unit.bot.addWidget(made)
    made.resize(1120, 640)
    walk.activate(made)
    made.refresh()
    unit.settle()
    assert "12 načrtov čaka" in [one.text() for one in made.care.findChildren(QPushButton)]
    made.open_list(Behind.PLANS)
    unit.settle()
    lines = made.listed
    assert len(lines) == 12
    assert lines[0].what == "Prvi načrt: Terapevtska skupnost"
    assert PersonAt(person=person.id, tab="plan") in [one.target for one in lines]
    assert walk.problems(made) == []


def test_the_plan_is_one_page_with_the_funder_and_lines_to_sign(
    unit: Unit, person: Person, tmp_path: Path
) -> None:
    plan = fill(unit, person)
    papers = PlanPapers(unit.desk, unit.kit.words, unit.place.paper, unit.place.resources)
    pdf = unit.work(lambda: papers.draw(plan))
    assert pdf.count(b"/Type /Page\n") == 1
    told = text_of(pdf, tmp_path)
    for said in ("Sofinancira Evropska unija", "Đurić Stanko", "tri sprožilce", "ocena −1"):
        assert said in told
    unit.work(lambda: papers.left(plan, "print"))


def test_release_is_arranged_in_the_file_and_a_letter_is_neutral_where_it_must_be(
    unit: Unit, page: PersonPage, person: Person, tmp_path: Path
) -> None:
    page.show_target(PersonAt(person=person.id, tab="release"))
    unit.settle()
    part = page.parts["release"]
    assert isinstance(part, ReleasePart)
    part.begin()
    form = part.beside.form
    assert isinstance(form, ReleaseDayForm)
    form.day.set_value(date(2027, 2, 10))
    form.try_save()
    unit.settle()
    assert "še 78 dni" in texts(part)
    part.begin_body()
    body = part.beside.form
    assert isinstance(body, BodyForm)
    assert walk.problems(page) == []
    body.kind.set_value("employment")
    body.name.set_value("Urad za delo Celje")
    body.try_save()
    unit.settle()
    assert "Urad za delo Celje" in texts(part)
    assert "kdo še ni zaprošen" in texts(part)
    part.begin_edit()
    unit.settle()
    assert walk.problems(page) == []
    (file,) = unit.work(lambda: Releases(unit.desk).of(person.id))
    papers = ReleasePapers(unit.desk, unit.kit.words, unit.place.paper)
    told = text_of(unit.work(lambda: papers.letter(file.bodies[0][0].id)), tmp_path)
    assert "Prošnja za sodelovanje" in told
    assert "Đurić Stanko" in told
    for secret in ("Zavod", "odpust", "10. 2. 2027", "Novak", "skupnost", "natis"):
        assert secret not in told, secret


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    tool = shutil.which("pdftotext")
    assert tool is not None
    done = subprocess.run([tool, "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())
