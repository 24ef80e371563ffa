"""A file that is not in one's care: asking for it with a reason, and the band while it is open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tcdesk.domain.caseload import EMERGENCY_MINUTES
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Emergency, OpenFile
from tcdesk.ui.card import clear
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
    """Says above every page which files are open in an emergency, and for how long still.

    Wherever the window shows something of such a person (file, session, list, timetable) it is in
    sight. When the time of one is over the pages ask again, and what may no longer be seen goes.
    """

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._emergency = Emergency(desk)
        self.files: Sequence[OpenFile] = ()
        self.setProperty("role", "message")
        self.setProperty("tone", "warn")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 4)
        self._column.setSpacing(4)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        kit.jobs.changed.connect(lambda topics: self.look() if "emergencies" in topics else None)
        self.hide()
        self.look()

    def look(self) -> None:
        """Ask which files are open, and how long still."""
        self._kit.jobs.run(self, self._emergency.open_now, done=self._show, lane="reader")

    def _show(self, files: Sequence[OpenFile]) -> None:
        over = {one.id for one in self.files} - {one.id for one in files}
        if files != self.files:
            clear(self._column)
            for file in files:
                self._column.addWidget(self._line(file))
        self.files = files
        self.setVisible(bool(files))
        if files:
            self._timer.start()
        else:
            self._timer.stop()
        if over:
            self._kit.jobs.run(self, self._settle)

    def _line(self, file: OpenFile) -> QWidget:
        kit, line = self._kit, QWidget()
        icon = QLabel()
        icon.setPixmap(kit.icons(Icon.WARN, "warn").pixmap(ICON))
        told = kit.words("emergency-band", code=file.code, minutes=file.minutes_left)
        end = button(kit.words("emergency-end"))
        end.setAccessibleName(kit.words("emergency-end.of", code=file.code))
        end.clicked.connect(lambda: self._end(file, end))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(icon)
        row.addWidget(label(told, "strong", wrap=True), 1)
        row.addWidget(end)
        return line

    def _settle(self) -> Changed[None]:
        self._emergency.settle()
        return Changed(None, TOPICS)

    def _end(self, file: OpenFile, pressed: QPushButton) -> None:
        emergency = self._emergency

        def end() -> Changed[None]:
            emergency.end(file.id)
            return Changed(None, TOPICS)

        pressed.setEnabled(False)
        self._kit.jobs.run(self, end, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self._kit.jobs.troubled.emit(self, error)
        self.files = ()  # so that the line is drawn anew
        self.look()
