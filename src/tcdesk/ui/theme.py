"""How the window looks: Fusion, an own palette, one style sheet, one type scale.

tcdesk.qss (resources/styles) has ``$name`` for every colour, size and the folder of drawings;
it is filled from the palette and set on the application. Nothing else in ``ui`` sets colours.
"""

from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from tcdesk.ui.palettes import Look, Palette, palette_for

UNIT = 8  # logical pixels; gaps are multiples of 4
SMALL, TEXT, SECTION, TITLE = 9.0, 10.0, 11.5, 16.0  # points: the whole type scale

_GOOD_FACES = ("Segoe UI", "Inter", "Noto Sans", "Open Sans", "Cantarell", "Ubuntu", "Roboto")


class Theme(QObject):
    """The look of the whole application; icons and drawn charts ask it for colours."""

    changed = Signal()

    def __init__(
        self, app: QApplication, resources: Path, *, look: Look, training: bool = False
    ) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._look = look
        self._training = training
        self._sheet = Template((resources / "styles" / "tcdesk.qss").read_text(encoding="utf-8"))
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(QFont(_face(resources / "fonts"), int(TEXT)))
        hints = app.styleHints()
        self._palette = self._chosen()
        self._apply()
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def palette(self) -> Palette:
        """Give the colours in use."""
        return self._palette

    @property
    def training(self) -> bool:
        """Tell whether this is training mode, with invented data."""
        return self._training

    @property
    def look(self) -> Look:
        """Give what the person chose."""
        return self._look

    def colour(self, name: str) -> QColor:
        """Give one named colour of the palette in use."""
        return QColor(self._palette.named()[name])

    def choose(self, look: Look) -> None:
        """Change the look of the running program."""
        self._look = look
        self._follow()

    def set_training(self, *, training: bool) -> None:
        """Tell training mode from work; what counts is what the opened vault says of itself."""
        self._training = training
        self._follow()

    def _follow(self) -> None:
        chosen = self._chosen()
        if chosen != self._palette:
            self._palette = chosen
            self._apply()
            self.changed.emit()

    def _chosen(self) -> Palette:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return palette_for(self._look, dark_system=dark, training=self._training)

    def _apply(self) -> None:
        named = self._palette.named()
        sizes = {
            "small": f"{SMALL}pt",
            "body": f"{TEXT}pt",
            "section": f"{SECTION}pt",
            "title": f"{TITLE}pt",
            "drawings": (self._resources / "styles").as_posix(),
        }
        self._app.setPalette(_qt_palette(self._palette))
        self._app.setStyleSheet(self._sheet.substitute(named | sizes))


def _face(fonts: Path) -> str:
    """Choose the family: the system's if it was made for screens, else the one we ship."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if system in _GOOD_FACES:
        return system
    for file in sorted(fonts.glob("inter/*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    known = set(QFontDatabase.families())
    return next((face for face in _GOOD_FACES if face in known), system)


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.base,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.base,
        role.PlaceholderText: colours.faint,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.on_selected,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.base,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.faint))
    return palette
