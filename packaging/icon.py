"""Draw the program's icon anew from its SVG: ``python packaging/icon.py``."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icon"
SIZES = (16, 24, 32, 48, 64, 256)


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """Give the picture as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Give a Windows icon that holds PNG pictures by their size."""
    head, at = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for size, picture in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures.values())


def main() -> None:
    """Write ``tcdesk.png`` (256 pixels) and ``tcdesk.ico`` (all sizes)."""
    _app = QGuiApplication(["icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(FOLDER / "tcdesk.svg"))
    pictures = {size: drawn(renderer, size) for size in SIZES}
    (FOLDER / "tcdesk.png").write_bytes(pictures[256])
    (FOLDER / "tcdesk.ico").write_bytes(ico(pictures))


if __name__ == "__main__":
    main()
