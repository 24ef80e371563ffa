"""Draws a restore and a restore drill; the flow itself is ``services.restoring``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.backup_made import BackupMade
from tcdesk.services.backups import moment
from tcdesk.services.restore_states import (
    Agreed,
    AskWho,
    Choose,
    Drilled,
    Left,
    Proved,
    Restored,
    State,
    Weighed,
)
from tcdesk.services.restoring import Restoring
from tcdesk.services.workplace import Workplace
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.forms import Form
from tcdesk.ui.help_window import show_help
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.restore_steps import (
    AskFolder,
    CopyList,
    ask_folder,
    proved_view,
    restored_view,
    weighed_view,
)
from tcdesk.ui.wizard import Step, Wizard

RESTORE_STEPS = ("choose", "prove", "lose", "confirm")
DRILL_STEPS = ("choose", "prove", "drill")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """What a drill needs besides: ``keep`` puts it on record, ``paper`` shows its report."""

    keep: Callable[[Drilled], None]
    paper: Callable[[QWidget, Drilled], None]


def restore_wizard(
    kit: Kit,
    parent: QWidget | None,
    place: Workplace,
    flow: Restoring,
    first: Choose,
    *,
    drill: Drill | None = None,
    ask: AskFolder = ask_folder,
    restored: Callable[[Restored], None] = lambda _state: None,
) -> Wizard[State]:
    """Make the window of a restore, or of a drill; ``ended`` gives ``Left``.

    Args:
        kit: What the window is built with.
        parent: The window it belongs to; None at the log-in.
        place: What belongs to this computer.
        flow: The step machine.
        first: The backups that were found.
        drill: With it nothing is restored, only tried.
        ask: Lets the person choose another folder.
        restored: Told at once when the vault is another.
    """
    drawing = _Drawing(kit, place, flow, drill, ask)
    drawing.restored = restored
    name, steps = ("drill", DRILL_STEPS) if drill else ("restore", RESTORE_STEPS)
    wizard = Wizard[State](
        kit,
        parent,
        title=kit.words(name),
        steps=[kit.words(f"restore-step-{step}") for step in steps],
        first=first,
        draw=drawing.draw,
    )
    drawing.tell = wizard.tell
    return wizard


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(
        self, kit: Kit, place: Workplace, flow: Restoring, drill: Drill | None, ask: AskFolder
    ) -> None:
        self._kit = kit
        self._place = place
        self._flow = flow
        self._drill = drill
        self._ask = ask
        self.tell: Callable[[Exception], None] = lambda _error: None
        self.restored: Callable[[Restored], None] = lambda _state: None

    def draw(self, state: State) -> Step[State] | None:
        """Draw a state."""
        match state:
            case Choose():
                return self._choose(state)
            case AskWho():
                return self._who(state)
            case Proved():
                return self._proved(state)
            case Weighed():
                return self._weighed(state)
            case Agreed():
                return self._confirm(state)
            case Restored():
                return self._restored(state)
            case Drilled():
                return self._drilled(state)
            case Left():
                return None
            case _:
                assert_never(state)

    def _choose(self, state: Choose) -> Step[State]:
        words, flow = self._kit.words, self._flow
        copies = CopyList(self._kit, flow, state, ask=self._ask)
        copies.failed.connect(self._tell)
        name = "drill-choose" if self._drill else "restore-choose"

        def take() -> Callable[[Progress], State]:
            listed, made = copies.chosen()

            def choose(progress: Progress) -> State:
                try:
                    return flow.choose(listed, made, progress)
                except TcdeskError:
                    copies.refused.emit()
                    raise

            return choose

        return Step[State](
            place=0,
            title=words(name),
            lead=words(f"{name}.lead"),
            widget=_with_below(copies, self._help(copies)),
            take=take,
        )

    def _who(self, state: AskWho) -> Step[State]:
        words, flow = self._kit.words, self._flow
        form = Form()
        login = ChoiceField([Choice(code=name, label=name) for name in state.made.logins])
        passphrase = PassphraseField(self._kit, name=words("restore-who-passphrase"))
        form.add(words("restore-who-login"), login)
        form.add(
            words("restore-who-passphrase"), passphrase, hint=words("restore-who-passphrase.hint")
        )
        form.setFocusProxy(login)

        def take() -> Callable[[Progress], State]:
            name, typed = login.value() or "", passphrase.text()
            return lambda progress: flow.prove(state, name, typed, progress)

        return Step[State](
            place=1,
            title=words("restore-who"),
            lead=words("restore-who.lead", at=self._at(state.made)),
            widget=_with_below(form),
            take=take,
            back=lambda: self._forget(state, state.before),
        )

    def _proved(self, state: Proved) -> Step[State]:
        words, flow, drill = self._kit.words, self._flow, self._drill

        def rehearse(progress: Progress, keep: Callable[[Drilled], None]) -> State:
            drilled = flow.rehearse(state, progress)
            keep(drilled)
            return drilled

        def take() -> Callable[[Progress], State]:
            if drill is None:
                return lambda progress: flow.weigh(state, progress)
            keep = drill.keep
            return lambda progress: rehearse(progress, keep)

        return Step[State](
            place=1,
            title=words("restore-prove"),
            lead=words("restore-prove.lead", at=self._at(state.proven.made)),
            widget=proved_view(self._kit, state),
            take=take,
            forward=words("drill-now") if drill else "",
            back=lambda: self._forget(state, state.before),
        )

    def _weighed(self, state: Weighed) -> Step[State]:
        words, flow = self._kit.words, self._flow
        return Step[State](
            place=2,
            title=words("restore-lose"),
            lead=words("restore-lose.lead", at=self._at(state.proved.proven.made)),
            widget=weighed_view(self._kit, state),
            take=lambda: lambda _progress: flow.agree(state),
            back=lambda: state.proved,
        )

    def _confirm(self, state: Agreed) -> Step[State]:
        words, flow = self._kit.words, self._flow
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for name in ("kept", "office", "end"):
            column.addWidget(label(words(f"restore-confirm-{name}"), wrap=True))
        form = Form()
        passphrase = PassphraseField(self._kit, name=words("restore-confirm-passphrase"))
        form.add(
            words("restore-confirm-passphrase"),
            passphrase,
            hint=words("restore-confirm-passphrase.hint"),
        )
        column.addWidget(form)
        texts.setFocusProxy(passphrase)

        def take() -> Callable[[Progress], State]:
            typed = passphrase.text()
            return lambda progress: flow.restore(state, typed, progress)

        return Step[State](
            place=3,
            title=words("restore-confirm"),
            lead=words("restore-confirm.lead", at=self._at(state.weighed.proved.proven.made)),
            widget=_with_below(texts),
            take=take,
            forward=words("restore-now"),
            back=lambda: state.weighed,
        )

    def _restored(self, state: Restored) -> Step[State]:
        self.restored(state)
        return Step[State](
            place=3,
            title=self._kit.words("restore-finished"),
            widget=restored_view(self._kit, state),
            take=lambda: lambda _progress: self._flow.leave(state),
            forward=self._kit.words("restore-to-log-in"),
            cancel=self._kit.words("shell-close"),
        )

    def _drilled(self, state: Drilled) -> Step[State]:
        words, drill = self._kit.words, self._drill
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(words("drill-seconds", count=state.seconds), wrap=True))
        if drill is not None:
            show = drill.paper
            look = button(words("drill-report"))
            look.clicked.connect(lambda: show(holder, state))
            row = QHBoxLayout()
            row.addWidget(look)
            row.addStretch(1)
            column.addLayout(row)
        return Step[State](
            place=2,
            title=words("drill-done"),
            lead=words("drill-done.lead", at=self._at(state.proved.proven.made)),
            widget=_with_below(holder),
            take=lambda: lambda _progress: self._flow.leave(state),
            forward=words("drill-end"),
            cancel=words("shell-close"),
        )

    def _forget(self, state: State, before: Choose) -> State:
        """Let the backup at hand go, in the lane that opened it, and show the list again."""
        self._kit.jobs.run(self._kit.jobs, lambda: self._flow.forget(state))
        return before

    def _help(self, parent: QWidget) -> QWidget:
        link = button(self._kit.words("restore-help"), "link")
        link.clicked.connect(
            lambda: show_help(self._kit, parent.window(), self._place.resources, "recovery")
        )
        return link

    def _tell(self, error: Exception) -> None:
        self.tell(error)

    def _at(self, made: BackupMade) -> str:
        return self._kit.words.moment(moment(made.at))


def _with_below(widget: QWidget, *below: QWidget) -> QWidget:
    """Let a widget keep its height; what is left stays empty below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    for part in below:
        row = QHBoxLayout()
        row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
