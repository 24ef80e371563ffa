"""Something small goes to a stick: choose the stick, write and read back, paper, pull the stick.

Choosing ─▶ Written ─ release ─▶ Pulled
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QWidget

from tcdesk.services.export_flow import Goal
from tcdesk.services.ports import Drives
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import MessageLine
from tcdesk.ui.on_stick import OnStick
from tcdesk.ui.paper_preview import show_paper
from tcdesk.ui.stacked import stacked
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Step, Wizard


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper that goes with what was written."""

    draw: Callable[[], bytes]
    button: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What is on the stick, read back."""

    files: tuple[str, ...]
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which stick."""


@dataclass(frozen=True, slots=True)
class Written:
    """On the stick; it has not been released yet."""

    placed: Placed
    goal: Goal


@dataclass(frozen=True, slots=True)
class Pulled:
    """The stick may be pulled."""

    placed: Placed


State = Choosing | Written | Pulled


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is sent: the words around it, and how it is written."""

    title: str
    lead: str
    hint: str
    send: Callable[[Goal], Placed]


def sending_wizard(kit: Kit, parent: QWidget, drives: Drives, errand: Errand) -> Wizard[State]:
    """Make the window that carries out an errand."""
    words = kit.words
    return Wizard[State](
        kit,
        parent,
        title=errand.title,
        steps=[words("sending-step-stick"), words("sending-step-done")],
        first=Choosing(),
        draw=_Drawing(kit, drives, errand).draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, drives: Drives, errand: Errand) -> None:
        self._kit = kit
        self._drives = drives
        self._errand = errand

    def draw(self, state: State) -> Step[State]:
        """Draw a state."""
        match state:
            case Choosing():
                return self._choose()
            case Written():
                return self._written(state)
            case Pulled():
                return self._last(state.placed, None)
            case _:
                assert_never(state)

    def _choose(self) -> Step[State]:
        picker = StickPicker(self._kit, self._drives)

        def take() -> Callable[[Progress], State]:
            goal = picker.chosen()
            return lambda _progress: Written(self._errand.send(goal), goal)

        return Step[State](
            place=0,
            title=self._errand.title,
            lead=self._errand.lead,
            widget=stacked(picker, focus=picker),
            take=take,
            forward=self._kit.words("sending-write"),
        )

    def _written(self, state: Written) -> Step[State]:
        drive = state.goal.drive
        if drive is None:
            return self._last(state.placed, state.goal)

        def release(_progress: Progress) -> State:
            self._drives.eject(drive)
            return Pulled(state.placed)

        return self._last(state.placed, state.goal, take=lambda: release)

    def _last(
        self,
        placed: Placed,
        goal: Goal | None,
        take: Callable[[], Callable[[Progress], State]] | None = None,
    ) -> Step[State]:
        words = self._kit.words
        return Step[State](
            place=1,
            title=words("sending-done" if goal else "sending-pulled"),
            widget=on_stick(self._kit, placed, goal, hint=self._errand.hint),
            take=take,
            forward=words("on-stick-eject"),
            cancel=words("shell-close"),
        )


def on_stick(kit: Kit, placed: Placed, goal: Goal | None, *, hint: str) -> QWidget:
    """Make the last look at what was written; its paper opens over the window it stands in."""
    paper = placed.paper
    trouble = MessageLine(kit)

    def look() -> None:
        if paper is not None:
            show_paper(kit, view, paper.draw, title=paper.title, failed=trouble.tell)

    view = OnStick(
        kit,
        files=placed.files,
        goal=goal,
        print_slip=look if paper else None,
        slip=paper.button if paper else "",
        hint=hint,
    )
    return stacked(view, trouble, focus=view)
