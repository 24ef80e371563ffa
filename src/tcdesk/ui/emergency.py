"""A file that is not in one's care: asking for it with a reason, and the band while it is open."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tcdesk.domain.caseload import EMERGENCY_MINUTES
from tcdesk.domain.ids import PersonId
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Emergency, OpenFile
from tcdesk.ui.fields import LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label

TOPICS = frozenset({"people", "sessions", "emergencies"})
EVERY = 15_000  # ms between two looks at the time that is left


class EmergencyDialog(QDialog):
    """Asks whose file, and why; says that the head will see it."""

    opened = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, desk: Desk, typed: str = "") -> None:
        super().__init__(parent)
        words = kit.words
        self._kit = kit
        self._emergency = Emergency(desk)
        self.setWindowTitle(words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words("emergency-title"))
        self.setMinimumWidth(520)
        self.who = LineField(typed, longest=120)
        self.reason = LineField(longest=300)
        self.form = Form()
        self.form.add(words("emergency-who"), self.who, hint=words("emergency-who.hint"))
        self.form.add(words("emergency-reason"), self.reason, hint=words("emergency-reason.hint"))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.yes, self.no = button(words("emergency-open"), "danger"), button(words("shell-cancel"))
        for answer in (self.no, self.yes):
            answer.setAutoDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(words("emergency-title"), "section", wrap=True))
        column.addWidget(label(words("emergency-why", minutes=EMERGENCY_MINUTES), wrap=True))
        column.addWidget(self.form)
        column.addWidget(self.error)
        column.addLayout(row)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._try)
        (self.reason if typed else self.who).setFocus()

    def _try(self) -> None:
        emergency, who, reason = self._emergency, self.who.value(), self.reason.value()
        self.error.hide()
        self.yes.setEnabled(False)

        def ask() -> Changed[OpenFile]:
            return Changed(emergency.open_found(who, reason), TOPICS)

        self._kit.jobs.run(self, ask, done=self._done, failed=self._refuse)

    def _done(self, file: OpenFile) -> None:
        self.accept()
        self.opened.emit(file.person)

    def _refuse(self, error: Exception) -> None:
        self.yes.setEnabled(True)
        self.error.setText(" ".join(self._kit.trouble.tell(error)))
        self.error.show()


class EmergencyBand(QFrame):
    """Says on every page of a person that the file is open in an emergency, and for how long."""

    over = Signal()  # it has ended, by itself or by hand

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._emergency = Emergency(desk)
        self._person: PersonId | None = None
        self.file: OpenFile | None = None
        self.setProperty("role", "message")
        self.setProperty("tone", "warn")
        icon = QLabel()
        icon.setPixmap(kit.icons(Icon.WARN, "warn").pixmap(ICON))
        self.text = label("", "strong", wrap=True)
        self.end = button(kit.words("emergency-end"))
        self.end.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.end)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self.hide()

    def show_person(self, person: PersonId | None) -> None:
        """Watch over a person's file; None when none is shown."""
        if person != self._person:
            self._show(None, tell=False)
        self._person = person
        self.look()

    def look(self) -> None:
        """Ask how long the file is still open."""
        person, emergency = self._person, self._emergency
        if person is None:
            return
        self._kit.jobs.run(
            self,
            lambda: emergency.of(person),
            done=lambda file: self._show(file) if person == self._person else None,
            lane="reader",
        )

    def _show(self, file: OpenFile | None, *, tell: bool = True) -> None:
        had, self.file = self.file, file
        self.setVisible(file is not None)
        if file is not None:
            self.text.setText(self._kit.words("emergency-band", minutes=file.minutes_left))
            self._timer.start()
            return
        self._timer.stop()
        if had is not None and tell:
            self._person = None
            self._kit.jobs.run(self, self._settle)
            self.over.emit()

    def _settle(self) -> Changed[None]:
        self._emergency.settle()
        return Changed(None, frozenset({"emergencies"}))

    def _end(self) -> None:
        file, emergency = self.file, self._emergency
        if file is None:
            return

        def end() -> Changed[None]:
            emergency.end(file.id)
            return Changed(None, frozenset({"emergencies"}))

        self.end.setEnabled(False)
        self._kit.jobs.run(self, end, done=lambda _none: self._ended(), failed=self._refused)

    def _ended(self) -> None:
        self.end.setEnabled(True)
        self._show(None)

    def _refused(self, error: Exception) -> None:
        self.end.setEnabled(True)
        self._kit.jobs.troubled.emit(self, error)
        self.look()
