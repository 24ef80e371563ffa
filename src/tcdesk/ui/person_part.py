"""One part of a person's file, shown as a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tcdesk.services.desk import Desk
from tcdesk.services.participants import PersonFile
from tcdesk.services.workplace import Workplace
from tcdesk.ui.kit import Kit


class PersonPart(QWidget):
    """A tab that asks for its own data; ``show_file`` tells whose, and as of which day."""

    saved = Signal(str)  # what was done, in words
    failed = Signal(Exception)
    asked = Signal()  # something must be done here: show this tab
    wanted = Signal(str, object)  # another page, and what it is to show
    removeAsked = Signal(object)  # what removes, and gives the removal

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self.kit = kit
        self.desk = desk
        self.place = place

    def show_file(self, file: PersonFile) -> None:
        """Show a person as of ``file.day``; called while the tab is on the screen."""

    def put_away(self) -> None:
        """Forget what was being looked at: another person's file is opened."""

    def save_draft(self) -> None:
        """Keep what is typed; called before the program locks and when the page is left."""
