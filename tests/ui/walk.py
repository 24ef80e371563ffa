"""Walks a shown window as a person with a keyboard or a screen reader would (F24).

    assert walk.problems(window) == []

looks for: interactive widgets without an accessible name, widgets that Tab does not reach, traps,
a mnemonic used twice, and text that does not fit its widget.
"""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
    QAbstractSpinBox,
    QAbstractSlider,
    QTabBar,
)
LINKS = 30  # Tab goes from link to link inside a text before it leaves it
STEPS = 400  # more Tab presses than any window of ours has widgets


def problems(window: QWidget) -> list[str]:
    """Say everything that is wrong with a window; it must be shown and active."""
    QApplication.processEvents()  # what was just shown is laid out, as nobody sees it before
    trap = trapped(window)
    return [
        *([f"Tab does not leave: {told(trap)}"] if trap else []),
        *(f"no accessible name: {told(widget)}" for widget in nameless(window)),
        *(f"not reached by Tab: {told(widget)}" for widget in unreached(window)),
        *(f"mnemonic used twice: {letter}" for letter in repeated_mnemonics(window)),
        *(f"text is cut: {told(widget)}" for widget in cut(window)),
    ]


def activate(window: QWidget) -> None:
    """Show a window and wait until the keyboard belongs to it."""
    window.show()
    window.activateWindow()
    # qWaitForWindowActive is too easily content when a dialog's parent was active before.
    for _ in range(200):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(10)
    raise AssertionError("the window did not become active")


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    shown = text() if callable(text) else ""
    size, wanted = widget.size(), widget.sizeHint()
    return (
        f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()!r} {shown!r} "
        f"{size.width()}x{size.height()} wants {wanted.width()}x{wanted.height()}"
    )


def interactive(window: QWidget) -> Iterator[QWidget]:
    """Give what can be worked with in a window, without the inner parts of other widgets."""
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QTabBar)
        popup = widget.window() is not window
        if isinstance(widget, QScrollBar | QHeaderView) or inner or popup:
            continue
        if isinstance(widget, INTERACTIVE) and widget.isVisibleTo(window) and widget.isEnabled():
            yield widget


def nameless(window: QWidget) -> list[QWidget]:
    return [widget for widget in interactive(window) if not accessible_name(widget)]


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def tab_order(window: QWidget) -> list[QWidget]:
    """Press Tab from widget to widget and give the round; ends where it began or where it stays."""
    return _round(window)[0]


def trapped(window: QWidget) -> QWidget | None:
    """Give the widget that Tab does not leave, if there is one and there is somewhere to go."""
    reached, stays = _round(window)
    return stays if stays and len([*interactive(window)]) > 1 and reached else None


def _round(window: QWidget) -> tuple[list[QWidget], QWidget | None]:
    activate(window)
    window.setFocus()
    round_: list[QWidget] = []
    stayed = 0
    for _ in range(STEPS):
        before = QApplication.focusWidget() or window
        QTest.keyClick(before, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        stayed = stayed + 1 if now is before else 0
        if stayed > LINKS:
            return round_, now
        if now is None or (now in round_ and now is not before):
            break
        if now not in round_:
            round_.append(now)
    return round_, None


def unreached(window: QWidget) -> list[QWidget]:
    reached = tab_order(window)
    groups = {widget.parent() for widget in reached if isinstance(widget, QRadioButton)}
    wanted = [
        widget
        for widget in interactive(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    return [
        widget
        for widget in wanted
        if widget not in reached
        and not (isinstance(widget, QRadioButton) and widget.parent() in groups)
    ]


def repeated_mnemonics(window: QWidget) -> list[str]:
    texts = [widget.text() for widget in interactive(window) if isinstance(widget, QAbstractButton)]
    labels = window.findChildren(QLabel)
    texts += [
        label.text() for label in labels if label.buddy() is not None and label.isVisibleTo(window)
    ]
    for tabs in window.findChildren(QTabBar):
        texts.extend(tabs.tabText(place) for place in range(tabs.count()))
    letters = Counter(
        found.group(1).casefold()
        for text in texts
        if (found := re.search(r"&(\w)", text.replace("&&", "")))
    )
    return [letter for letter, times in letters.items() if times > 1]


def cut(window: QWidget) -> list[QWidget]:
    """Find texts that do not fit; what only needs scrolling to be seen is not cut."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.window() is not window:
            continue
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                bad = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                bad = _smaller(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            bad = _smaller(widget)
        elif isinstance(widget, QComboBox):
            bad = widget.height() + 1 < widget.minimumSizeHint().height()
        else:
            bad = False
        if bad:
            found.append(widget)
    return found


def shown_texts(window: QWidget) -> list[str]:
    """Give every text that can be read in a window, for scans for another language."""
    texts: list[str] = []
    for widget in [window, *window.findChildren(QWidget)]:
        texts += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        for name in ("text", "placeholderText", "title", "currentText"):
            read = getattr(widget, name, None)
            if callable(read):
                texts.append(str(read()))
        texts += [action.text() for action in widget.actions()]
    return [text for text in texts if text.strip()]


def _smaller(widget: QWidget) -> bool:
    wanted = widget.minimumSizeHint()
    return widget.width() + 1 < wanted.width() or widget.height() + 1 < wanted.height()
