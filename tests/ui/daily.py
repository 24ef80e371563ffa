"""A unit's vault in the window's own lanes, with a group of twelve and a session of today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import ROOT, setup

from tcdesk.app import workplace
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.ids import SessionId
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.sessions import Group, Session
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.desk import Desk
from tcdesk.services.enrolments import Enrolments
from tcdesk.services.participants import NewPerson, Participants
from tcdesk.services.programmes import ProgrammeFile, Programmes, templates
from tcdesk.services.schedule import NewGroup, NewSession, Schedule
from tcdesk.services.workplace import Workplace
from tcdesk.ui.jobs import Jobs, Lane
from tcdesk.ui.kit import Kit

T = TypeVar("T")
TODAY = date(2026, 11, 24)
FAMILIES = (
    "Bogdan", "Čeh", "Đurić", "Žagar", "Šuštar", "Novak", "Kovač", "Ćosić", "Zupan", "Hribar",
    "Mlakar", "Dolenc",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a page's test works with; ``work`` runs something in the writer lane and waits."""

    kit: Kit
    desk: Desk
    place: Workplace
    programme: ProgrammeFile
    group: Group
    people: tuple[Person, ...]
    session: Session
    bot: QtBot

    def work(self, job: Callable[[], T]) -> T:
        return in_lane(self.bot, self.kit.jobs, job)

    def settle(self) -> None:
        """Wait until nothing is asked of the lanes any more."""
        self.bot.waitUntil(lambda: not self.kit.jobs.busy, timeout=10_000)
        QApplication.processEvents()  # what was just shown gets its place

    def individual(self) -> SessionId:
        """Plan an individual session of today with the first person."""
        schedule = Schedule(self.desk)
        return self.work(
            lambda: schedule.plan(
                NewSession(
                    activity=self.programme.activity("IS").id,
                    group=None,
                    person=self.people[0].id,
                    day=TODAY,
                    start=780,
                    minutes=50,
                    room="Soba 4",
                    leader=schedule.staff()[0].id,
                )
            )
        )[0].id


def in_lane(bot: QtBot, jobs: Jobs, job: Callable[[], T], lane: Lane = "writer") -> T:
    results: list[T] = []
    errors: list[Exception] = []
    jobs.run(jobs, job, done=results.append, failed=errors.append, lane=lane)
    bot.waitUntil(lambda: bool(results or errors), timeout=20_000)
    if errors:
        raise errors[0]
    return results[0]


def open_unit(bot: QtBot, kit: Kit, access: Access, folder: Path) -> Unit:
    def build() -> tuple[Desk, ProgrammeFile, Group, tuple[Person, ...], Session]:
        desk = access.create(
            folder / "vault",
            setup(Installation.UNIT, "DOB", Role.HEAD),
            Identity.generate(),
        )
        programme = Programmes(desk).take_over(templates(ROOT / "resources" / "programmes")["TS"])
        schedule = Schedule(desk)
        leader = schedule.staff()[0].id
        group = schedule.open_group(
            NewGroup(
                activity=programme.activity("SO").id,
                name="Soočevalna A",
                room="Prostor 2",
                leader=leader,
                from_date=date(2026, 1, 1),
            )
        )
        people = []
        for number, family in enumerate(FAMILIES):
            person = Participants(desk).create(
                NewPerson(
                    given_name="Miha" if number % 2 else "Stanko",
                    family_name=family,
                    birth_date=date(1980 + number, 3, 1 + number),
                    sex=Sex.MALE,
                    status=LegalStatus.SENTENCED,
                    status_from=date(2025, 1, 1),
                )
            )
            Enrolments(desk).enter(person.id, programme.programme.id, date(2026, 1, 5))
            schedule.join(group.id, person.id, date(2026, 2, 1))
            people.append(person)
        session = schedule.plan(
            NewSession(
                activity=programme.activity("SO").id,
                group=group.id,
                person=None,
                day=TODAY,
                start=600,
                minutes=90,
                room="Prostor 2",
                leader=leader,
            )
        )[0]
        return desk, programme, group, tuple(people), session

    desk, programme, group, people, session = in_lane(bot, kit.jobs, build)
    place = workplace(
        {"HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        language=kit.words.language,
        clock=kit.clock,
    )
    return Unit(
        kit=kit,
        desk=desk,
        place=place,
        programme=programme,
        group=group,
        people=people,
        session=session,
        bot=bot,
    )


def close_unit(unit: Unit) -> None:
    """Close the vault where it was opened: each connection in its own lane."""
    unit.settle()
    left: list[None] = []
    unit.kit.jobs.run(unit.kit.jobs, unit.desk.vault.leave_thread, done=left.append, lane="reader")
    unit.bot.waitUntil(lambda: bool(left), timeout=10_000)
    unit.work(unit.desk.vault.close)


def later(days: int) -> date:
    return TODAY + timedelta(days=days)
