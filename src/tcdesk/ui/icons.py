"""Every icon of the program by what it means; drawn from the Phosphor font that qtawesome ships.

Only this font is loaded; the package's own shortcut would load eleven more at every start.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QIcon
from qtawesome.iconic_font import IconicFont

from tcdesk.ui.theme import Theme


class Icon(StrEnum):
    """What an icon means, and its name in the Phosphor font."""

    TODAY = "ph.sun"
    PARTICIPANTS = "ph.users"
    PERSON = "ph.user"
    ADD_PERSON = "ph.user-plus"
    SCHEDULE = "ph.calendar-blank"
    SESSIONS = "ph.note-pencil"
    REPORTS = "ph.chart-bar"
    EXCHANGE = "ph.arrows-left-right"
    AUDIT = "ph.fingerprint"
    SETTINGS = "ph.gear"
    UNITS = "ph.buildings"
    IMPORT = "ph.download-simple"
    EXPORT = "ph.upload-simple"
    SEARCH = "ph.magnifying-glass"
    COMMAND = "ph.command"
    ACCOUNT = "ph.user-circle"
    LOCK = "ph.lock"
    LEAVE = "ph.sign-out"
    HELP = "ph.question"
    INFO = "ph.info"
    SUCCESS = "ph.check-circle"
    WARN = "ph.warning"
    ERROR = "ph.x-circle"
    CLOSE = "ph.x"
    CHECK = "ph.check"
    BACK = "ph.arrow-left"
    PREVIOUS = "ph.caret-left"
    NEXT = "ph.caret-right"
    UP = "ph.caret-up"
    DOWN = "ph.caret-down"
    ADD = "ph.plus"
    REMOVE = "ph.minus"
    EDIT = "ph.pencil-simple"
    DELETE = "ph.trash"
    UNDO = "ph.arrow-counter-clockwise"
    SIGN = "ph.pen-nib"
    PRINT = "ph.printer"
    SAVE = "ph.floppy-disk"
    DOCUMENT = "ph.file-text"
    FOLDER = "ph.folder-open"
    ZOOM_IN = "ph.magnifying-glass-plus"
    ZOOM_OUT = "ph.magnifying-glass-minus"
    FIT_PAGE = "ph.arrows-out"
    FIT_WIDTH = "ph.arrows-out-line-horizontal"
    SHOW = "ph.eye"
    HIDE = "ph.eye-slash"
    SUGGEST = "ph.dice-five"
    COPY = "ph.copy"
    KEY = "ph.key"
    RISK = "ph.diamond"
    CLOCK = "ph.clock"
    TEST = "ph.test-tube"
    NOTE = "ph.note"
    TALK = "ph.chats"
    PLAN = "ph.path"
    FLAG = "ph.flag"
    FILTER = "ph.funnel"
    BACKUP = "ph.hard-drives"
    STICK = "ph.hard-drive"
    HOME = "ph.house-line"


class Icons:
    """Makes icons in the colours of the theme; a page asks again when the theme has changed."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __call__(self, icon: Icon, colour: str = "text") -> QIcon:
        """Give an icon.

        Args:
            icon: Its meaning.
            colour: A colour of the palette by name (``text``, ``muted``, ``accent``, ``error`` …).
        """
        made: QIcon = _phosphor().icon(
            icon.value,
            color=self.theme.colour(colour),
            color_disabled=self.theme.colour("faint"),
        )
        return made


@cache
def _phosphor() -> IconicFont:
    return IconicFont(("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"))
