"""Draws the recovery of closed notes: three parts made and tried; two parts used."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.ids import AccountId
from tcdesk.services.closed_recovery import (
    AskParts,
    AskShares,
    AskTwo,
    AskWhose,
    ClosedRecovery,
    Given,
    Making,
    ShowParts,
    Stored,
    Using,
)
from tcdesk.services.workplace import Workplace
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.first_run_sheet import SheetTyped, SheetView
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.wizard import Step, Wizard

LONGEST = 140  # a line and the spaces between its groups


class TwoForm(Form):
    """A line of each of two parts, typed by their holders."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words = kit.words
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.first, self.second = LineField(longest=LONGEST), LineField(longest=LONGEST)
        for field in (self.first, self.second):
            field.setFont(fixed)
        self.add(words("closed-using-first"), self.first, hint=words("closed-using-first.hint"))
        self.add(words("closed-using-second"), self.second)
        self.setFocusProxy(self.first)


class WhoseForm(Form):
    """Whose closed notes, and for whom."""

    def __init__(self, kit: Kit, state: AskWhose) -> None:
        super().__init__()
        words = kit.words
        self._authors = ChoiceField(
            [
                Choice(
                    code=one.author,
                    label=words("closed-using-author-line", name=one.name, count=one.notes),
                )
                for one in state.authors
            ],
            blank=None if state.authors else words("closed-using-nobody"),
        )
        self._receivers = ChoiceField(
            [Choice(code=one.account, label=one.name) for one in state.receivers]
        )
        self.add(words("closed-using-author"), self._authors)
        self.add(words("closed-using-receiver"), self._receivers)
        self.setFocusProxy(self._authors)

    def chosen(self) -> tuple[AccountId, AccountId]:
        """Give the author and the receiver; empty where there is nobody to choose."""
        return AccountId(self._authors.value() or ""), AccountId(self._receivers.value() or "")


def making_wizard(
    kit: Kit, parent: QWidget, place: Workplace, recovery: ClosedRecovery
) -> Wizard[Making]:
    """Make the window of three new parts; ``ended`` gives ``Stored``."""
    words = kit.words

    def draw(state: Making) -> Step[Making] | None:
        match state:
            case AskShares():
                return Step[Making](
                    place=0,
                    title=words("closed-making-parts"),
                    lead=words("closed-making-parts.lead"),
                    widget=QWidget(),
                    take=lambda: lambda _progress: recovery.make(),
                    at_once=True,
                )
            case ShowParts():
                return Step[Making](
                    place=0,
                    title=words("closed-making-parts"),
                    lead=words("closed-making-parts.lead"),
                    widget=SheetView(
                        kit,
                        state.texts[0],
                        draw=partial(place.paper.key_shares, state.sheet),
                        note=lambda what: recovery.note_paper(saved=what.endswith("save")),
                        title=words("paper-closed-share", part=1),
                    ),
                    take=lambda: lambda _progress: recovery.ask_back(state),
                    forward=words("first-run-have-sheet"),
                )
            case AskParts():
                return _tried(kit, recovery, state)
            case Stored():
                return None
            case _:
                assert_never(state)

    return Wizard[Making](
        kit,
        parent,
        title=words("closed-making"),
        steps=[words("recovery-step-sheet"), words("recovery-step-tried")],
        first=AskShares(),
        draw=draw,
    )


def _tried(kit: Kit, recovery: ClosedRecovery, state: AskParts) -> Step[Making]:
    words, holder = kit.words, QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    forms: list[SheetTyped] = []
    for part, asked in enumerate(state.asked, start=1):
        column.addWidget(label(words("keys-part", part=part), "section"))
        forms.append(SheetTyped(kit, asked))
        column.addWidget(forms[-1])
    column.addStretch(1)
    holder.setFocusProxy(forms[0])

    def take() -> Callable[[Progress], Making]:
        typed: Sequence[Sequence[str]] = [form.groups() for form in forms]
        return lambda _progress: recovery.store(state, typed)

    return Step[Making](
        place=1,
        title=words("closed-making-tried"),
        lead=words("closed-making-tried.lead"),
        widget=holder,
        take=take,
        back=lambda: state.shown,
        forward=words("closed-making-store"),
    )


def using_wizard(kit: Kit, parent: QWidget, recovery: ClosedRecovery) -> Wizard[Using]:
    """Make the window in which two holders give closed notes; ``ended`` gives ``Given``."""
    words = kit.words

    def two(state: AskTwo) -> Step[Using]:
        form = TwoForm(kit)

        def take() -> Callable[[Progress], Using]:
            first, second = form.first.value(), form.second.value()
            return lambda _progress: recovery.open(state, first, second)

        return Step[Using](
            place=0,
            title=words("closed-using-two-title"),
            lead=words("closed-using-two-title.lead"),
            widget=_at_top(form),
            take=take,
        )

    def whose(state: AskWhose) -> Step[Using]:
        form = WhoseForm(kit, state)

        def take() -> Callable[[Progress], Using]:
            author, receiver = form.chosen()
            return lambda _progress: recovery.give(state, author, receiver)

        return Step[Using](
            place=1,
            title=words("closed-using-whose-title"),
            lead=words("closed-using-whose-title.lead"),
            widget=_at_top(form),
            take=take,
            forward=words("closed-using-do"),
        )

    def draw(state: Using) -> Step[Using] | None:
        match state:
            case AskTwo():
                return two(state)
            case AskWhose():
                return whose(state)
            case Given():
                return None
            case _:
                assert_never(state)

    return Wizard[Using](
        kit,
        parent,
        title=words("closed-using"),
        steps=[words("closed-using-two"), words("closed-using-whose")],
        first=AskTwo(),
        draw=draw,
    )


def _at_top(form: QWidget) -> QWidget:
    """Let a form keep its height; what is left stays empty below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    holder.setFocusProxy(form)
    return holder
