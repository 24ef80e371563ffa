"""Privacy mode: while others can see the screen, people stand under their codes, not their names.

Birth dates are hidden too; the top bar says as long as it lasts that names are hidden.

One value for the whole window (``Kit.privacy``). A page that shows names asks ``name`` for each and
draws itself again at ``changed``. What is typed into forms, and paper, is not touched by it.
"""

from PySide6.QtCore import QObject, Signal


class Privacy(QObject):
    """Whether names are shown, and the name or code to show."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._on = False

    @property
    def on(self) -> bool:
        """Tell whether codes stand in the place of names."""
        return self._on

    def toggle(self) -> None:
        """Hide names, or show them again."""
        self._on = not self._on
        self.changed.emit(self._on)

    def name(self, name: str, code: str) -> str:
        """Give the name, or the code while names are hidden."""
        return code if self._on else name

    def fact(self, text: str) -> str:
        """Give what tells who somebody is (a birth date), or a dash while names are hidden."""
        return "–" if self._on else text
