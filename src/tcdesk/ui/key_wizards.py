"""Draws a new recovery key: put on paper, typed back, and only then added."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.services.key_papers import KeyShares, RecoverySheet
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.vault_keys import Added, AskKey, AskKind, ShowKey, State, VaultKeys
from tcdesk.services.workplace import Workplace
from tcdesk.ui.first_run_sheet import SheetTyped, SheetView
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.wizard import Step, Wizard


def new_key_wizard(
    kit: Kit, parent: QWidget, place: Workplace, keys: VaultKeys, kind: KeyKind
) -> Wizard[State]:
    """Make the window of a new recovery key on one sheet or in three parts."""
    words = kit.words
    return Wizard[State](
        kit,
        parent,
        title=words("keys-new"),
        steps=[words("recovery-step-sheet"), words("recovery-step-tried")],
        first=AskKind(),
        draw=_Drawing(kit, place, keys, kind).draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, place: Workplace, keys: VaultKeys, kind: KeyKind) -> None:
        self._kit = kit
        self._place = place
        self._keys = keys
        self._kind = kind

    def draw(self, state: State) -> Step[State] | None:
        """Draw a state."""
        match state:
            case AskKind():
                return self._making()
            case ShowKey():
                return self._shown(state)
            case AskKey():
                return self._tried(state)
            case Added():
                return None
            case _:
                assert_never(state)

    def _making(self) -> Step[State]:
        words, keys, kind = self._kit.words, self._keys, self._kind
        return Step[State](
            place=0,
            title=words(f"key-{kind.value}-new"),
            widget=label(words(f"key-{kind.value}-lead"), wrap=True),
            take=lambda: lambda _progress: keys.make(kind),
            at_once=True,
        )

    def _shown(self, state: ShowKey) -> Step[State]:
        # Of three parts the screen shows the first line only; the whole of them is on the paper.
        view = SheetView(
            self._kit,
            state.texts[0],
            draw=partial(self._draw_paper, state.sheet),
            note=self._keys.note_paper,
        )
        words, kind = self._kit.words, self._kind.value
        return Step[State](
            place=0,
            title=words(f"key-{kind}-new"),
            lead=words(f"key-{kind}-lead"),
            widget=view,
            take=lambda: lambda _progress: self._keys.ask_back(state),
            forward=words("first-run-have-sheet"),
        )

    def _tried(self, state: AskKey) -> Step[State]:
        words = self._kit.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        forms = []
        for part, asked in enumerate(state.asked, start=1):
            if len(state.asked) > 1:
                column.addWidget(label(words("keys-part", part=part), "section"))
            forms.append(SheetTyped(self._kit, asked))
            column.addWidget(forms[-1])
        column.addStretch(1)
        holder.setFocusProxy(forms[0])

        def take() -> Callable[[Progress], State]:
            typed = [form.groups() for form in forms]
            return lambda _progress: self._keys.add(state, typed)

        return Step[State](
            place=1,
            title=words("keys-tried"),
            widget=holder,
            take=take,
            back=lambda: state.shown,
            forward=words("keys-add"),
        )

    def _draw_paper(self, sheet: RecoverySheet | KeyShares) -> bytes:
        if isinstance(sheet, KeyShares):
            return self._place.paper.key_shares(sheet)
        return self._place.paper.recovery_sheet(sheet)
