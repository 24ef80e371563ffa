"""A file that a person asked for: written whole or not at all, readable by its owner only."""

from PySide6.QtCore import QSaveFile, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tcdesk.domain.errors import WorldFailedError

_OWN = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner


class SaveFailedError(WorldFailedError):
    """The file could not be written where the person wanted it."""

    code = "save-failed"


def ask_path(parent: QWidget, title: str, name: str, kind: str) -> str:
    """Let the person choose a file with the system's dialog, which begins in their documents.

    Args:
        parent: The window that asks.
        title: What is saved.
        name: The name that is proposed.
        kind: The filter, as ``PDF (*.pdf)``.

    Returns:
        The path; empty if the person went back.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(documents)
    path, _kind = QFileDialog.getSaveFileName(parent, title, f"{folder}/{name}", kind)
    return path


def save_whole(path: str, content: bytes) -> None:
    """Write a file where the person wanted it.

    Raises:
        SaveFailedError: The disk is full or refuses; what was there before stays.
    """
    file = QSaveFile(path)
    ready = file.open(QSaveFile.OpenModeFlag.WriteOnly)
    file.setPermissions(_OWN)  # a stick's file system may know no owners; the file is clear anyway
    if not ready or file.write(content) != len(content) or not file.commit():
        raise SaveFailedError
