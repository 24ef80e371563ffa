"""Draws recovery by a key on paper; the flow itself is ``services.recovery``."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.recovery import (
    AskNew,
    AskNewBack,
    AskPaper,
    AskWho,
    Recovery,
    Renewed,
    ShowNew,
    State,
)
from tcdesk.services.workplace import Workplace
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.first_run_account import new_passphrase
from tcdesk.ui.first_run_sheet import SheetTyped, SheetView
from tcdesk.ui.forms import Form
from tcdesk.ui.help_window import show_help
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.passphrase import NewPassphrase
from tcdesk.ui.wizard import Step, Wizard

STEPS = ("paper", "who", "passphrase", "sheet", "tried")
LONGEST = 140  # the key and the spaces between its groups
PAPER, PARTS, NEW = "paper", "parts", ""


class PaperForm(Form):
    """The key as it is typed from one sheet, or a line of each of two parts."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words = kit.words
        self._kind = ChoiceField(
            [Choice(code=code, label=words(f"recovery-by-{code}")) for code in (PAPER, PARTS)]
        )
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._first, self._second = LineField(longest=LONGEST), LineField(longest=LONGEST)
        for field in (self._first, self._second):
            field.setFont(fixed)
        self.add(words("recovery-by"), self._kind, wide=False)
        self.add(words("recovery-key"), self._first, hint=words("recovery-key.hint"))
        self.add(words("recovery-second"), self._second, hint=words("recovery-second.hint"))
        self._kind.changed.connect(self._offer)
        self._offer()
        self.setFocusProxy(self._kind)  # the first in the round of Tab, or Tab passes it by

    def typed(self) -> tuple[str, str | None]:
        """Give what is typed; the second line only with two parts."""
        parts = self._kind.value() == PARTS
        return self._first.value(), self._second.value() if parts else None

    def _offer(self) -> None:
        self._second.setEnabled(self._kind.value() == PARTS)


class WhoForm(Form):
    """An account that there is, or the names of a new administrator."""

    def __init__(self, kit: Kit, state: AskWho) -> None:
        super().__init__()
        words = kit.words
        known = [
            Choice(
                code=one.login,
                label=f"{one.login} – {one.family_name} {one.given_name}, "
                + words(f"role-{one.role.value}"),
            )
            for one in state.accounts
        ]
        self._who = ChoiceField([*known, Choice(code=NEW, label=words("recovery-new"))])
        self._login = LineField(longest=32)
        self._given, self._family = LineField(longest=60), LineField(longest=60)
        self.add(words("recovery-account"), self._who)
        self.add(words("account-given-name"), self._given)
        self.add(words("account-family-name"), self._family)
        self.add(words("shell-login"), self._login, hint=words("account-login.hint"))
        self._who.changed.connect(self._offer)
        self._offer()
        self.setFocusProxy(self._who)

    def known(self) -> str:
        """Give the log-in of the chosen account; empty for a new one."""
        return self._who.value() or NEW

    def new(self) -> tuple[str, str, str]:
        """Give log-in, given and family name of the new administrator."""
        return self._login.value(), self._given.value(), self._family.value()

    def _offer(self) -> None:
        for field in (self._login, self._given, self._family):
            field.setEnabled(self.known() == NEW)


def recovery_wizard(kit: Kit, place: Workplace, flow: Recovery) -> Wizard[State]:
    """Make the window of a recovery; ``ended`` gives ``Renewed``."""
    drawing = _Drawing(kit, place, flow)
    return Wizard[State](
        kit,
        None,
        title=kit.words("recovery"),
        steps=[kit.words(f"recovery-step-{step}") for step in STEPS],
        first=AskPaper(),
        draw=drawing.draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, place: Workplace, flow: Recovery) -> None:
        self._kit = kit
        self._place = place
        self._flow = flow

    def draw(self, state: State) -> Step[State] | None:
        """Draw a state."""
        match state:
            case AskPaper():
                return self._paper(state)
            case AskWho():
                return self._who(state)
            case AskNew():
                return self._passphrase(state)
            case ShowNew():
                return self._show(state)
            case AskNewBack():
                return self._tried(state)
            case Renewed():
                return None
            case _:
                assert_never(state)

    def _paper(self, state: AskPaper) -> Step[State]:
        form = PaperForm(self._kit)

        def take() -> Callable[[Progress], State]:
            first, second = form.typed()
            if second is None:
                return lambda _progress: self._flow.open(state, first)
            return lambda _progress: self._flow.open_with_parts(state, first, second)

        return self._step(0, self._with_help(form), take=take)

    def _with_help(self, form: QWidget) -> QWidget:
        """Put the way to the help below the first step."""
        holder = QWidget()
        link = button(self._kit.words("restore-help"), "link")
        link.clicked.connect(
            lambda: show_help(self._kit, holder.window(), self._place.resources, "recovery")
        )
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        holder.setFocusProxy(form)
        return holder

    def _who(self, state: AskWho) -> Step[State]:
        form = WhoForm(self._kit, state)

        def take() -> Callable[[Progress], State]:
            known = form.known()
            if known:
                return lambda _progress: self._flow.choose(state, known)
            login, given, family = form.new()
            return lambda _progress: self._flow.introduce(
                state, login=login, given_name=given, family_name=family
            )

        return self._step(1, form, take=take)

    def _passphrase(self, state: AskNew) -> Step[State]:
        fields = new_passphrase(self._kit, self._flow.passphrases, lambda: state.known_names)
        fields.setMaximumWidth(560)

        def take() -> Callable[[Progress], State]:
            passphrase = _ready(fields)
            return lambda _progress: self._flow.show(state, passphrase)

        return self._step(2, fields, take=take, back=lambda: state.asked)

    def _show(self, state: ShowNew) -> Step[State]:
        view = SheetView(
            self._kit,
            state.sheet.key,
            draw=partial(self._place.paper.recovery_sheet, state.sheet),
            note=lambda _action: None,  # the audit line of the recovery tells of the new key
        )
        return self._step(
            3,
            view,
            take=lambda: lambda _progress: self._flow.ask_back(state),
            forward=self._kit.words("first-run-have-sheet"),
            back=lambda: state.before,
        )

    def _tried(self, state: AskNewBack) -> Step[State]:
        typed = SheetTyped(self._kit, state.asked)

        def take() -> Callable[[Progress], State]:
            groups = typed.groups()
            return lambda progress: self._flow.renew(state, groups, progress)

        return self._step(
            4,
            typed,
            take=take,
            back=lambda: state.shown,
            forward=self._kit.words("recovery-renew"),
        )

    def _step(
        self,
        place: int,
        widget: QWidget,
        *,
        take: Callable[[], Callable[[Progress], State]],
        back: Callable[[], State] | None = None,
        forward: str = "",
    ) -> Step[State]:
        words, name = self._kit.words, f"recovery-{STEPS[place]}"
        return Step[State](
            place=place,
            title=words(name),
            lead=words(f"{name}.lead"),
            widget=_at_top(widget),
            take=take,
            back=back,
            forward=forward,
        )


def _ready(fields: NewPassphrase) -> str:
    """Give the passphrase if it is strong enough and typed twice alike.

    Raises:
        RuleBrokenError: ``passphrase-not-ready``.
    """
    if not fields.ready():
        raise RuleBrokenError("passphrase-not-ready")
    return fields.first.text()


def _at_top(widget: QWidget) -> QWidget:
    """Let a form keep its height; what is left stays empty below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
