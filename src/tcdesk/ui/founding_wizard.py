"""The founding of an office: where its root key lies, the key's passphrase, the reserve key.

AskFolder ─▶ AskPassphrase ─ found ─▶ OnPaper ─▶ Finished
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.services.export_flow import Goal
from tcdesk.services.office import Founded, Office
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.slips import Slips
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.first_run_account import new_passphrase
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.message import MessageLine
from tcdesk.ui.paper_preview import Way, show_paper
from tcdesk.ui.stacked import stacked
from tcdesk.ui.stick_picker import StickPicker
from tcdesk.ui.wizard import Step, Wizard


@dataclass(frozen=True, slots=True)
class AskFolder:
    """Where the root key is to lie."""


@dataclass(frozen=True, slots=True)
class AskPassphrase:
    """What seals it."""

    goal: Goal


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Founded; the reserve key must be on paper before the window is left."""

    founded: Founded


@dataclass(frozen=True, slots=True)
class Finished:
    """Founded, and the reserve key is on paper."""


State = AskFolder | AskPassphrase | OnPaper | Finished


def founding_wizard(
    kit: Kit, parent: QWidget, place: Workplace, office: Office, slips: Slips
) -> Wizard[State]:
    """Make the window; ``ended`` gives ``Finished``."""
    words = kit.words
    return Wizard[State](
        kit,
        parent,
        title=words("found-title"),
        steps=[words(f"found-step-{step}") for step in ("folder", "passphrase", "paper")],
        first=AskFolder(),
        draw=_Drawing(kit, place, office, slips).draw,
    )


class _Drawing:
    """Chooses the widget of every state."""

    def __init__(self, kit: Kit, place: Workplace, office: Office, slips: Slips) -> None:
        self._kit = kit
        self._place = place
        self._office = office
        self._slips = slips

    def draw(self, state: State) -> Step[State] | None:
        """Draw a state."""
        match state:
            case AskFolder():
                return self._folder()
            case AskPassphrase():
                return self._passphrase(state)
            case OnPaper():
                return self._paper(state)
            case Finished():
                return None
            case _:
                assert_never(state)

    def _folder(self) -> Step[State]:
        words = self._kit.words
        picker = StickPicker(self._kit, self._place.drives)

        def take() -> Callable[[Progress], State]:
            goal = picker.chosen()
            return lambda _progress: AskPassphrase(goal)

        return Step[State](
            place=0,
            title=words("found-folder"),
            lead=words("found-folder.lead"),
            widget=stacked(
                picker, label(words("found-folder-safe"), "small", wrap=True), focus=picker
            ),
            take=take,
        )

    def _passphrase(self, state: AskPassphrase) -> Step[State]:
        words, place = self._kit.words, self._place
        judge = Passphrases(place.passphrase_words(), place.common_passphrases())
        new = new_passphrase(self._kit, judge, lambda: ())

        def take() -> Callable[[Progress], State]:
            if not new.ready():
                raise RuleBrokenError("passphrase-not-ready")
            passphrase = new.first.text()
            return lambda _progress: OnPaper(self._office.found(state.goal.folder, passphrase))

        return Step[State](
            place=1,
            title=words("found-passphrase"),
            lead=words("found-passphrase.lead"),
            widget=stacked(new, focus=new),
            take=take,
            back=AskFolder,
            forward=words("found-make"),
        )

    def _paper(self, state: OnPaper) -> Step[State]:
        words = self._kit.words
        view = ReserveView(self._kit, self._place, self._slips, state.founded)

        def take() -> Callable[[Progress], State]:
            view.check()
            return lambda _progress: Finished()

        return Step[State](
            place=2,
            title=words("found-paper"),
            lead=words("found-paper.lead"),
            widget=view,
            take=take,
            forward=words("found-finish"),
            cancel=words("shell-close"),
            leave=view.check,
        )


class ReserveView(QWidget):
    """The reserve key for paper, printed before the window may be left."""

    def __init__(self, kit: Kit, place: Workplace, slips: Slips, founded: Founded) -> None:
        super().__init__()
        self._kit = kit
        self._place = place
        self._slips = slips
        self._founded = founded
        words = kit.words
        self.trouble = MessageLine(kit)
        self.printing = button(words("found-print-reserve"), "primary")
        self.printing.clicked.connect(self._print_reserve)
        slip = button(words("office-print-digits"))
        slip.clicked.connect(self._print_digits)
        self.kept = QCheckBox(words("found-kept"))
        key = Card(words("found-reserve"), beside=self.printing)
        key.body.addWidget(label(words("found-reserve.why"), wrap=True))
        key.body.addWidget(self.kept)
        digits = Card(words("office-digits"), beside=slip)
        shown = label("  ".join(founded.digits))
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        digits.body.addWidget(shown)
        digits.body.addWidget(label(words("office-digits.why"), wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (key, digits, self.trouble):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self.printing)

    def check(self) -> None:
        """Refuse to go on before somebody says that the reserve key is on paper.

        Raises:
            RuleBrokenError: ``reserve-not-kept``.
        """
        if not self.kept.isChecked():
            raise RuleBrokenError("reserve-not-kept")

    def _print_reserve(self) -> None:
        show_paper(
            self._kit,
            self,
            lambda: self._place.paper.recovery_sheet(self._slips.reserve(self._founded)),
            title=self._kit.words("found-reserve"),
            failed=self.trouble.tell,
            left=self._left,
        )

    def _left(self, way: Way) -> None:
        self._kit.jobs.run(self, lambda: self._slips.reserve_left(way.value))

    def _print_digits(self) -> None:
        show_paper(
            self._kit,
            self,
            lambda: self._place.paper.enrolment_slip(self._slips.digits(self._founded.digits)),
            title=self._kit.words("digits-slip-title"),
            failed=self.trouble.tell,
        )
