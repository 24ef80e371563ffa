"""A unit and an office at one table: pages of both, folders that stand for USB sticks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import LEAST_COST, setup
from tests.services.exchange_world import ROOT_PASSPHRASE, fill, join, programme
from tests.ui.daily import in_lane

from tcdesk.app import workplace
from tcdesk.crypto.sealing import Identity
from tcdesk.domain.staff import Role
from tcdesk.services.access import Access, Installation
from tcdesk.services.desk import Desk
from tcdesk.services.export import Exports
from tcdesk.services.office import Office
from tcdesk.services.ports import Drive
from tcdesk.services.sending import Sent
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit
from tcdesk.ui.page import Page
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Wizard


@dataclass
class FolderDrives:
    """Folders that stand for drives (the port Drives); remembers what was released."""

    drives: tuple[Drive, ...]
    released: list[Drive] = field(default_factory=list)

    def removable(self) -> tuple[Drive, ...]:
        return self.drives

    def eject(self, drive: Drive) -> None:
        self.released.append(drive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """Both sides, the stick between them, and the safe with the office's root key."""

    bot: QtBot
    kit: Kit
    place: Workplace
    drives: FolderDrives
    unit: Desk
    office: Desk
    stick: Path
    safe: Path

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.kit.jobs.busy, timeout=20_000)

    def show(self, page: Page) -> None:
        self.bot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.refresh()
        # as the frame does it
        self.kit.jobs.changed.connect(
            lambda topics: page.refresh() if page.topics & topics else None
        )
        self.settle()

    def wizard(self, page: Page) -> Wizard[object]:
        self.settle()
        found = [one for one in page.window().findChildren(Wizard) if one.isVisible()]
        assert len(found) == 1, found
        return found[0]

    def choose(self, wizard: Wizard[object], folder: Path) -> None:
        picker = shown(wizard, StickPicker)
        rows = [drive.folder for drive in self.drives.drives]
        picker._list.setCurrentRow(rows.index(folder))

    def press(self, widget: QWidget, text: str) -> None:
        pressed = [
            one
            for one in widget.findChildren(QPushButton)
            if one.text().strip() == text and one.isVisibleTo(widget)
        ]
        assert len(pressed) == 1, (text, [one.text() for one in widget.findChildren(QPushButton)])
        assert pressed[0].isEnabled()
        pressed[0].click()
        self.settle()

    def act(self, page: Page, text: str) -> None:
        actions = [one for one in page.actions_shown() if one.text == text]
        assert [one.enabled for one in actions] == [True]
        actions[0].do()
        self.settle()

    def found(self) -> None:
        def make() -> None:
            office = Office(self.office, self.place.files, self.place.stick)
            office.found(self.safe, ROOT_PASSPHRASE, LEAST_COST)

        in_lane(self.bot, self.kit.jobs, make)

    def join(self) -> None:
        """Go through the ceremony by the services, with some work in the unit."""

        def make() -> None:
            join(self.unit, self.office, self.stick, self.safe)
            fill(self.unit, programme(self.unit))

        self.found()
        in_lane(self.bot, self.kit.jobs, make)

    def export(self) -> Sent:
        exports = Exports(self.unit, self.place.stick)
        return in_lane(self.bot, self.kit.jobs, lambda: exports.write(self.stick))


W = TypeVar("W", bound=QWidget)


def shown(parent: QWidget, kind: type[W]) -> W:
    found = [one for one in parent.findChildren(kind) if one.isVisibleTo(parent)]
    assert len(found) == 1, found
    return found[0]


@contextmanager
def open_hall(bot: QtBot, kit: Kit, access: Access, folder: Path) -> Iterator[Hall]:
    def sit() -> tuple[Desk, Desk]:
        unit = access.create(
            folder / "unit", setup(Installation.UNIT, "DOB", Role.HEAD), Identity.generate()
        )
        office = access.create(
            folder / "office",
            setup(Installation.OFFICE, "GU", Role.ANALYST, "horvat"),
            Identity.generate(),
        )
        return unit, office

    places = {}
    for name in ("stick", "safe"):
        places[name] = folder / name
        places[name].mkdir()
    drives = FolderDrives(
        tuple(
            Drive(
                folder=place,
                label=name.upper(),
                file_system="vfat",
                free_bytes=8_000_000_000,
                read_only=False,
            )
            for name, place in places.items()
        )
    )
    unit, office = in_lane(bot, kit.jobs, sit)
    place = workplace(
        {"HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        language=kit.words.language,
        clock=kit.clock,
    )
    hall = Hall(
        bot=bot,
        kit=kit,
        place=replace(place, drives=drives),
        drives=drives,
        unit=unit,
        office=office,
        stick=places["stick"],
        safe=places["safe"],
    )
    yield hall
    hall.settle()
    for desk in (unit, office):
        left: list[None] = []
        kit.jobs.run(kit.jobs, desk.vault.leave_thread, done=left.append, lane="reader")
        bot.waitUntil(partial(bool, left), timeout=10_000)
        in_lane(bot, kit.jobs, desk.vault.close)
