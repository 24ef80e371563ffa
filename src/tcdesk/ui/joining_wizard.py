"""A unit reads the office's card and types the digits of the office from paper.

AskFolder ─ read ─▶ AskDigits ─ confirm ─▶ Confirmed
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QWidget

from tcdesk.services.joining import Card, Joining
from tcdesk.services.ports import Drives
from tcdesk.ui.digits_field import DigitsField
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.stacked import stacked
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Step, Wizard


@dataclass(frozen=True, slots=True)
class AskFolder:
    """Where the card is."""


@dataclass(frozen=True, slots=True)
class AskDigits:
    """Whether the card is the office's: its digits come from paper."""

    card: Card


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The office is believed."""


State = AskFolder | AskDigits | Confirmed


def card_wizard(kit: Kit, parent: QWidget, drives: Drives, joining: Joining) -> Wizard[State]:
    """Make the window; ``ended`` when the office is believed."""
    words = kit.words

    def draw(state: State) -> Step[State] | None:
        match state:
            case AskFolder():
                return _folder(kit, drives, joining)
            case AskDigits():
                return _digits(kit, joining, state)
            case Confirmed():
                return None
            case _:
                assert_never(state)

    return Wizard[State](
        kit,
        parent,
        title=words("card-title"),
        steps=[words("card-step-folder"), words("card-step-digits")],
        first=AskFolder(),
        draw=draw,
    )


def _folder(kit: Kit, drives: Drives, joining: Joining) -> Step[State]:
    words = kit.words
    picker = StickPicker(kit, drives, writing=False)

    def take() -> Callable[[Progress], State]:
        folder = picker.chosen().folder
        return lambda _progress: AskDigits(joining.read_card(folder))

    return Step[State](
        place=0,
        title=words("card-folder"),
        lead=words("card-folder.lead"),
        widget=stacked(picker, focus=picker),
        take=take,
        forward=words("card-read"),
    )


def _digits(kit: Kit, joining: Joining, state: AskDigits) -> Step[State]:
    words = kit.words
    field = DigitsField(kit)

    def take() -> Callable[[Progress], State]:
        typed = field.value()

        def confirm(_progress: Progress) -> State:
            joining.confirm(state.card, typed)
            return Confirmed()

        return confirm

    return Step[State](
        place=1,
        title=words("card-digits"),
        lead=words("card-digits.lead"),
        widget=stacked(field, label(words("digits-why"), "small", wrap=True), focus=field),
        take=take,
        forward=words("card-confirm"),
        back=AskFolder,
    )
