"""One section of the settings page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, Tone


class Section(QWidget):
    """Cards below each other in ``column``; subclasses ask for their data in ``refresh``."""

    said = Signal(Message)
    failed = Signal(Exception)
    wanted = Signal(str, object)  # another page, and what it is to show

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self.kit = kit
        self.desk = desk
        self.place = place
        self.setProperty("role", "page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Ask for the data again."""

    def say_done(self, text: str) -> None:
        """Say that something is done."""
        self.said.emit(Message(text=text, tone=Tone.SUCCESS))

    def tell(self, error: Exception) -> None:
        """Say what went wrong; fits ``Jobs.run(failed=…)``."""
        self.failed.emit(error)
