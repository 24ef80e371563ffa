"""Said only after reading back: which file is where, its slip, the way to pull the stick."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tcdesk.services.export_flow import Goal
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import ICON, button, label


class OnStick(QWidget):
    """The last look at what was written."""

    def __init__(
        self,
        kit: Kit,
        *,
        files: Sequence[str],
        goal: Goal | None,
        print_slip: Callable[[], None] | None,
        slip: str = "",
        hint: str = "",
    ) -> None:
        """Show it.

        Args:
            kit: What the window is built with.
            files: Names of the files.
            goal: Where they are; None when the stick was released already.
            print_slip: Shows the paper that goes with them.
            slip: Words of the button for the paper.
            hint: What to do with it all.
        """
        super().__init__()
        words = kit.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        said = "on-stick-done" if goal else "on-stick-released"
        done = label(words(said, file=", ".join(files), count=len(files)), "strong", wrap=True)
        sign = QLabel()
        sign.setPixmap(kit.icons(Icon.SUCCESS, "success").pixmap(ICON))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(done, 1)
        column.addLayout(row)
        if goal:
            column.addWidget(label(words("on-stick-folder", folder=str(goal.folder)), "muted"))
            told = "on-stick-release" if goal.drive else "on-stick-no-release"
            column.addWidget(label(words(told), wrap=True))
        if hint:
            column.addWidget(label(hint, wrap=True))
        if print_slip:
            press = button(slip)
            press.setIcon(kit.icons(Icon.PRINT))
            press.setIconSize(ICON)
            press.clicked.connect(print_slip)
            buttons = QHBoxLayout()
            buttons.addWidget(press)
            buttons.addStretch(1)
            column.addLayout(buttons)
        column.addStretch(1)
