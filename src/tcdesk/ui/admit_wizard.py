"""The office takes a unit in.

AskFile ─ read ─▶ AskDigits ─▶ AskName ─▶ AskKey ─ admit ─▶ AskStick ─ write ─▶ Written ─▶ Pulled
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QWidget

from tcdesk.bundle.enrolment import Unconfirmed
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.access import unit_code
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import Party
from tcdesk.services.export_flow import Goal
from tcdesk.services.office import NewUnit, Office
from tcdesk.services.workplace import Workplace
from tcdesk.ui.bundle_picker import BundlePicker
from tcdesk.ui.digits_field import DigitsField
from tcdesk.ui.fields import LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.sending_wizard import Placed, on_stick
from tcdesk.ui.stacked import stacked
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Step, Wizard

STEPS = ("file", "digits", "name", "key", "roster")


@dataclass(frozen=True, slots=True)
class AskFile:
    """Which enrolment."""


@dataclass(frozen=True, slots=True)
class AskDigits:
    """Whether its keys are the unit's: the digits come from the unit's paper."""

    unconfirmed: Unconfirmed


@dataclass(frozen=True, slots=True)
class AskName:
    """What the office calls the unit."""

    unconfirmed: Unconfirmed
    typed: str


@dataclass(frozen=True, slots=True)
class AskKey:
    """The root key, which signs the next roster."""

    unconfirmed: Unconfirmed
    typed: str
    new: NewUnit


@dataclass(frozen=True, slots=True)
class AskStick:
    """The unit is in; the roster has to get to it."""

    party: Party


@dataclass(frozen=True, slots=True)
class Written:
    """The roster is on a stick."""

    placed: Placed
    goal: Goal


@dataclass(frozen=True, slots=True)
class Pulled:
    """The stick may be pulled."""

    placed: Placed


State = AskFile | AskDigits | AskName | AskKey | AskStick | Written | Pulled


def admit_wizard(
    kit: Kit, parent: QWidget, desk: Desk, place: Workplace, office: Office
) -> Wizard[State]:
    """Make the window that takes a unit in."""
    return Wizard[State](
        kit,
        parent,
        title=kit.words("admit-title"),
        steps=[kit.words(f"admit-step-{step}") for step in STEPS],
        first=AskFile(),
        draw=_Drawing(kit, desk, place, office).draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace, office: Office) -> None:
        self._kit = kit
        self._desk = desk
        self._place = place
        self._office = office

    def draw(self, state: State) -> Step[State]:
        """Draw a state."""
        match state:
            case AskFile():
                return self._file()
            case AskDigits():
                return self._digits(state)
            case AskName():
                return self._name(state)
            case AskKey():
                return self._key(state)
            case AskStick():
                return self._stick(state)
            case Written():
                return self._written(state)
            case Pulled():
                return self._last(state.placed, None)
            case _:
                assert_never(state)

    def _file(self) -> Step[State]:
        picker = BundlePicker(
            self._kit, self._desk, self._place.drives, fits=lambda one: one.sender is None
        )

        def take() -> Callable[[Progress], State]:
            path = picker.path()
            intake = self._place.intake
            return lambda _progress: AskDigits(self._office.read_enrolment(path, intake))

        return self._step(0, "file", picker, take)

    def _digits(self, state: AskDigits) -> Step[State]:
        field = DigitsField(self._kit)
        why = label(self._kit.words("digits-why"), "small", wrap=True)

        def take() -> Callable[[Progress], State]:
            typed = field.value()
            state.unconfirmed.confirm(typed)
            return lambda _progress: AskName(state.unconfirmed, typed)

        return self._step(1, "digits", stacked(field, why, focus=field), take, back=AskFile)

    def _name(self, state: AskName) -> Step[State]:
        words = self._kit.words
        form, name, code = Form(), LineField(longest=120), LineField(longest=12)
        form.add(words("admit-unit-name"), name, hint=words("admit-unit-name.hint"))
        form.add(words("admit-unit-code"), code, hint=words("admit-unit-code.hint"))

        def take() -> Callable[[Progress], State]:
            if not name.value():
                raise RuleBrokenError("unit-name-missing")
            new = NewUnit(code=unit_code(code.value()), name=name.value())
            return lambda _progress: AskKey(state.unconfirmed, state.typed, new)

        return self._step(
            2,
            "name",
            stacked(form, focus=name),
            take,
            back=lambda: AskDigits(state.unconfirmed),
        )

    def _key(self, state: AskKey) -> Step[State]:
        words = self._kit.words
        picker = StickPicker(self._kit, self._place.drives, writing=False)
        passphrase = PassphraseField(self._kit, name=words("admit-passphrase"))
        form = Form()
        form.add(words("admit-passphrase"), passphrase, hint=words("admit-passphrase.hint"))

        def take() -> Callable[[Progress], State]:
            folder, typed = picker.chosen().folder, passphrase.text()

            def admit(_progress: Progress) -> State:
                return AskStick(
                    self._office.admit(state.unconfirmed, state.typed, state.new, folder, typed)
                )

            return admit

        return self._step(
            3,
            "key",
            stacked(picker, form, focus=picker),
            take,
            back=lambda: AskName(state.unconfirmed, state.typed),
            forward=words("admit-do"),
        )

    def _stick(self, state: AskStick) -> Step[State]:
        picker = StickPicker(self._kit, self._place.drives)

        def take() -> Callable[[Progress], State]:
            goal = picker.chosen()

            def write(_progress: Progress) -> State:
                sent = self._office.send_roster(state.party.id, goal.folder)
                return Written(Placed(files=(sent.bundle.file_name,)), goal)

            return write

        return self._step(
            4,
            "roster",
            stacked(picker, focus=picker),
            take,
            forward=self._kit.words("sending-write"),
        )

    def _written(self, state: Written) -> Step[State]:
        drive = state.goal.drive
        if drive is None:
            return self._last(state.placed, state.goal)

        def release(_progress: Progress) -> State:
            self._place.drives.eject(drive)
            return Pulled(state.placed)

        return self._last(state.placed, state.goal, lambda: release)

    def _last(
        self,
        placed: Placed,
        goal: Goal | None,
        take: Callable[[], Callable[[Progress], State]] | None = None,
    ) -> Step[State]:
        words = self._kit.words
        return Step[State](
            place=4,
            title=words("admit-done"),
            widget=on_stick(self._kit, placed, goal, hint=words("admit-done.hint")),
            take=take,
            forward=words("on-stick-eject"),
            cancel=words("shell-close"),
        )

    def _step(
        self,
        place: int,
        name: str,
        widget: QWidget,
        take: Callable[[], Callable[[Progress], State]],
        *,
        back: Callable[[], State] | None = None,
        forward: str = "",
    ) -> Step[State]:
        words = self._kit.words
        return Step[State](
            place=place,
            title=words(f"admit-{name}"),
            lead=words(f"admit-{name}.lead"),
            widget=widget,
            take=take,
            back=back,
            forward=forward,
        )
