"""Draws the first run; the flow itself is ``services.first_run``."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.services.access import Installation
from tcdesk.services.first_run import (
    AskAccount,
    AskInstallation,
    AskNames,
    AskPassphrase,
    AskSheet,
    Finished,
    FirstRun,
    Proved,
    ShowSheet,
    State,
)
from tcdesk.services.workplace import Workplace
from tcdesk.ui.first_run_account import AccountForm, PassphraseForm
from tcdesk.ui.first_run_names import InstallationChoice, NamesForm
from tcdesk.ui.first_run_sheet import SheetTyped, SheetView
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.wizard import Step, Wizard

STEPS = ("kind", "names", "account", "passphrase", "sheet", "tried")


def first_run_wizard(
    kit: Kit, place: Workplace, flow: FirstRun, first: AskInstallation
) -> Wizard[State]:
    """Make the window of a first run; ``ended`` gives ``Finished``."""
    drawing = _Drawing(kit, place, flow)
    return Wizard[State](
        kit,
        None,
        title=kit.words("first-run"),
        steps=[kit.words(f"first-run-step-{step}") for step in STEPS],
        first=first,
        draw=drawing.draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, place: Workplace, flow: FirstRun) -> None:
        self._kit = kit
        self._place = place
        self._flow = flow

    def draw(self, state: State) -> Step[State] | None:
        """Draw a state."""
        match state:
            case AskInstallation():
                return self._installation(state)
            case AskNames():
                return self._names(state)
            case AskAccount():
                return self._account(state)
            case AskPassphrase():
                return self._passphrase(state)
            case ShowSheet():
                return self._show_sheet(state)
            case AskSheet():
                return self._ask_sheet(state)
            case Proved():
                return self._step(
                    5,
                    "placing",
                    label(self._kit.words("first-run-placing.wait"), wrap=True),
                    take=lambda: lambda _progress: self._flow.place(state),
                    at_once=True,
                )
            case Finished():
                return None
            case _:
                assert_never(state)

    def _installation(self, state: AskInstallation) -> Step[State]:
        choice = InstallationChoice(self._kit, state.answers.installation)

        def take() -> Callable[[Progress], State]:
            chosen = choice.value()
            return lambda _progress: self._flow.choose(state, chosen)

        return self._step(0, "kind", choice, take=take)

    def _names(self, state: AskNames) -> Step[State]:
        form = NamesForm(self._kit, state.answers, self._flow.templates)

        def take() -> Callable[[Progress], State]:
            name, code, programmes = form.name(), form.code(), form.programmes()
            return lambda _progress: self._flow.name(state, name, code, programmes)

        title = "names" if state.answers.installation is Installation.UNIT else "office-names"
        return self._step(1, title, form, take=take, back=lambda: AskInstallation(state.answers))

    def _account(self, state: AskAccount) -> Step[State]:
        form = AccountForm(self._kit, state.answers)

        def take() -> Callable[[Progress], State]:
            answers = form.answers()
            return lambda _progress: self._flow.introduce(
                state,
                given_name=answers.given_name,
                family_name=answers.family_name,
                login=answers.login,
                role=answers.role,
            )

        return self._step(2, "account", form, take=take, back=lambda: AskNames(state.answers))

    def _passphrase(self, state: AskPassphrase) -> Step[State]:
        form = PassphraseForm(self._kit, self._flow.passphrases, state.answers)

        def take() -> Callable[[Progress], State]:
            form.check()
            passphrase = form.passphrase()
            return lambda progress: self._flow.create(state, passphrase, progress)

        return self._step(
            3,
            "passphrase",
            form,
            take=take,
            back=lambda: AskAccount(state.answers),
            forward=self._kit.words("first-run-create"),
        )

    def _show_sheet(self, state: ShowSheet) -> Step[State]:
        view = SheetView(
            self._kit,
            state.sheet.key,
            draw=partial(self._place.paper.recovery_sheet, state.sheet),
            note=lambda action: self._flow.note_paper(state, action=action),
        )
        return self._step(
            4,
            "sheet",
            view,
            take=lambda: lambda _progress: self._flow.ask_back(state),
            forward=self._kit.words("first-run-have-sheet"),
        )

    def _ask_sheet(self, state: AskSheet) -> Step[State]:
        typed = SheetTyped(self._kit, state.asked)

        def take() -> Callable[[Progress], State]:
            groups = typed.groups()
            return lambda _progress: self._flow.try_sheet(state, groups)

        return self._step(
            5,
            "tried",
            typed,
            take=take,
            back=lambda: state.shown,
            forward=self._kit.words("first-run-try"),
        )

    def _step(
        self,
        place: int,
        name: str,
        widget: QWidget,
        *,
        take: Callable[[], Callable[[Progress], State] | None],
        back: Callable[[], State] | None = None,
        forward: str = "",
        at_once: bool = False,
    ) -> Step[State]:
        words = self._kit.words
        return Step[State](
            place=place,
            title=words(f"first-run-{name}"),
            lead=words(f"first-run-{name}.lead"),
            widget=_at_top(widget),
            take=take,
            back=back,
            forward=forward,
            at_once=at_once,
            cancel=words("first-run-leave"),
        )


def _at_top(widget: QWidget) -> QWidget:
    """Let a form keep its height; what is left stays empty below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
