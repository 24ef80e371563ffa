"""How large a window opens: comfortable, and never larger than the screen it opens on."""

from PySide6.QtWidgets import QWidget

MARGIN_X, MARGIN_Y = 16, 48  # logical pixels left for the system's bar and the window's title


def fit(window: QWidget, width: int, height: int, *, near: QWidget | None = None) -> None:
    """Give a window its size; at 200 % a screen of 1366 × 768 is only 683 × 384 of ours.

    Args:
        window: The window.
        width: The comfortable width.
        height: The comfortable height.
        near: A widget on the screen where the window will open.
    """
    room = (near.window() if near else window).screen().availableGeometry()
    window.resize(
        min(width, max(320, room.width() - MARGIN_X)),
        min(height, max(240, room.height() - MARGIN_Y)),
    )
