"""Draws any flow of steps: steps on the left, one decision each, words on every button.

The flow itself is a step machine without widgets, elsewhere. This window only draws its state:

    state ── draw(state) ──> Step: widget, words, ``take``        None: the flow is over
    Next  ── take() reads the fields on the main thread (an error is shown in place)
          ── the job it gives makes the next state in a lane, with a real measure
    next state ── draw …
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tcdesk.ui.jobs import JobCancelledError, Lane, Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label, restyle
from tcdesk.ui.message import MessageLine
from tcdesk.ui.sizes import fit

S = TypeVar("S")
PATIENCE = 300  # ms before progress is shown
Make = Callable[[Progress], S]


@dataclass(frozen=True, kw_only=True)  # no slots: Generic and frozen and slots fail on Python 3.11
class Step(Generic[S]):
    """How one state of a flow is drawn.

    ``take`` reads the step's fields on the main thread and gives the job that makes the next state;
    it may raise a ``TcdeskError`` to say in place what must be mended, or return None when it has
    itself shown under the fields what is wrong. Without ``take`` the step only shows.
    """

    place: int  # which of the titles on the left, from 0
    title: str
    widget: QWidget
    lead: str = ""
    take: Callable[[], Make[S] | None] | None = None
    forward: str = ""  # words of the forward button; empty for »Naprej«
    at_once: bool = False  # a step that works by itself: ``take`` is called when it is drawn
    back: Callable[[], S] | None = None
    cancel: str = ""  # words of the way out; empty for »Prekliči«
    lane: Lane = "writer"
    leave: Callable[[], None] | None = None  # may raise to say what must be done before closing
    measured: Callable[[float], None] | None = None  # told how much of the work is done, 0 to 1


class Rail(QFrame):
    """The steps on the left; done, present and coming are told by signs, not by colour alone."""

    def __init__(self, kit: Kit, titles: Sequence[str]) -> None:
        super().__init__()
        self._words = kit.words
        self._titles = tuple(titles)
        self.setObjectName("steps")
        self.setFixedWidth(208)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(4)
        self._labels = [label(title, "step", wrap=True) for title in titles]
        for one in self._labels:
            column.addWidget(one)
        column.addStretch(1)

    def mark(self, place: int) -> None:
        """Show which step is present."""
        for number, (one, title) in enumerate(zip(self._labels, self._titles, strict=True)):
            state = "past" if number < place else "now" if number == place else "coming"
            sign = "✓" if state == "past" else f"{number + 1}"
            one.setText(f"{sign}  {title}")
            one.setAccessibleName(self._words(f"shell-step-{state}", title=title))
            one.setProperty("state", state)
            restyle(one)


class Wizard(QDialog, Generic[S]):
    """The window of a flow; ``finished`` of QDialog tells its end, ``ended`` the last state."""

    ended = Signal(object)

    def __init__(
        self,
        kit: Kit,
        parent: QWidget | None,
        *,
        title: str,
        steps: Sequence[str],
        first: S,
        draw: Callable[[S], Step[S] | None],
    ) -> None:
        """Show the first state; ``open`` or ``show`` shows the window.

        Args:
            kit: What the window is built with.
            parent: The window it belongs to, or None.
            title: What the flow is for; also the window's title.
            steps: The titles on the left.
            first: The state the flow begins in.
            draw: Draws a state, or gives None when the flow is over.
        """
        super().__init__(parent)
        self._kit = kit
        self._draw = draw
        self._state = first
        self._step: Step[S] | None = None
        self._progress: Progress | None = None
        words = kit.words
        self.setWindowTitle(f"{title} – {words('shell-program')}")
        self.setProperty("role", "window")
        fit(self, 880, 600, near=parent)
        self._rail = Rail(kit, steps)
        self._title = label("", "title", wrap=True)
        self._lead = label("", "muted", wrap=True)
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        self._percent = label("", "small")
        self._message = MessageLine(kit)
        self._back = button(words("shell-step-back"))
        self._cancel = button("", "quiet")
        self._forward = button("", "primary")
        self._forward.setDefault(True)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_progress)
        self._lay_out()
        self._back.clicked.connect(self._go_back)
        self._cancel.clicked.connect(self.reject)
        self._forward.clicked.connect(self._go_forward)
        self._show_state(first)

    @property
    def state(self) -> S:
        """Give the state that is drawn."""
        return self._state

    @property
    def working(self) -> bool:
        """Tell whether a step is at work."""
        return self._progress is not None

    def go_on(self) -> None:
        """Do what the forward button does; for a step with a button of its own."""
        self._go_forward()

    def tell(self, error: Exception) -> None:
        """Say what went wrong, in place; nothing is shown for a work that the person cancelled."""
        if not isinstance(error, JobCancelledError):
            self._message.tell(error)

    @override
    def reject(self) -> None:
        if self._progress:
            self._progress.cancel()
            self._cancel.setEnabled(False)
        elif self._may_leave():
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _may_leave(self) -> bool:
        """Ask the step whether the window may be closed; what must be done first is said."""
        try:
            if self._step and self._step.leave:
                self._step.leave()
        except Exception as error:  # noqa: BLE001 - told in place, whatever it is
            self.tell(error)
            return False
        return True

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(24, 20, 24, 16)
        right.setSpacing(8)
        right.addWidget(self._title)
        right.addWidget(self._lead)
        right.addSpacing(4)
        right.addWidget(self._body, 1)
        measure = QHBoxLayout()
        measure.addWidget(self._measure, 1)
        measure.addWidget(self._percent)
        right.addLayout(measure)
        right.addWidget(self._message)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._forward)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)

    def _show_state(self, state: S) -> None:
        step = self._draw(state)
        self._state = state
        self._end_work()
        self._step = step
        self._message.clear()
        if step is None:
            self.ended.emit(state)
            self.accept()
            return
        words = self._kit.words
        self._rail.mark(step.place)
        self._title.setText(step.title)
        self._lead.setText(step.lead)
        self._lead.setVisible(bool(step.lead))
        self._body.setWidget(step.widget)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(True)  # Enter presses the button that has the focus
        self._forward.setText(step.forward or words("shell-step-forward"))
        self._forward.setVisible(step.take is not None and not step.at_once)
        self._back.setVisible(step.back is not None)
        self._cancel.setText(step.cancel or words("shell-cancel"))
        step.widget.setFocus()
        if step.at_once:
            self._go_forward()

    def _go_back(self) -> None:
        if self._step and self._step.back:
            self._show_state(self._step.back())

    def _go_forward(self) -> None:
        step = self._step
        if step is None or step.take is None or self.working:
            return
        self._message.clear()
        try:
            make = step.take()
        except Exception as error:  # noqa: BLE001 - told in place, whatever it is
            self.tell(error)
            return
        if make is None:
            return
        self._progress = self._kit.jobs.run_long(
            self,
            make,
            done=self._show_state,
            failed=self._failed,
            measured=self._measured,
            lane=step.lane,
        )
        self._back.setEnabled(False)
        self._forward.setEnabled(False)
        step.widget.setEnabled(step.at_once)
        self._measured(0)
        self._patience.start()

    def _failed(self, error: Exception) -> None:
        self._end_work()
        self.tell(error)
        if self._step and self._step.at_once:
            self._forward.setText(self._kit.words("shell-try-again"))
            self._forward.show()

    def _end_work(self) -> None:
        self._progress = None
        self._patience.stop()
        self._measure.hide()
        self._percent.hide()
        for press in (self._back, self._forward, self._cancel):
            press.setEnabled(True)
        if self._step:
            self._step.widget.setEnabled(True)

    def _show_progress(self) -> None:
        for part in (self._measure, self._percent):
            part.show()

    def _measured(self, fraction: float) -> None:
        self._measure.setValue(round(fraction * 1000))
        self._percent.setText(self._kit.words("shell-percent", count=round(fraction * 100)))
        if self._step and self._step.measured:
            self._step.measured(fraction)
