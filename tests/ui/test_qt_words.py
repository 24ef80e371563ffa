"""Qt's own texts in Slovenian."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QMenu, QPlainTextEdit
from tests.ui import walk

from tcdesk.ui.application import speak
from tcdesk.workstation import places

SOURCE = places.resources() / "qt" / "sl.ts"


@pytest.fixture
def slovenian(qapp):
    before = QLocale()
    speak(qapp, "sl", places.resources())
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_the_compiled_words_are_those_of_the_source(tmp_path):
    tool = Path(PySide6.__file__).parent / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    made = tmp_path / "sl.qm"
    subprocess.run([tool, SOURCE, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_every_standard_button_is_slovenian(slovenian):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton(0))
    names = {}
    for button in QDialogButtonBox.StandardButton:
        if button.name not in ("NoButton", "FirstButton", "LastButton"):
            made = box.addButton(button)
            if made is not None:
                names[button.name] = made.text().replace("&", "")
    english = {"Save", "Open", "Yes", "No", "Cancel", "Close", "Discard", "Apply", "Reset", "Help"}
    assert len(names) >= 18
    assert english & set(names.values()) == set()
    assert names["Cancel"] == "Prekliči"


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_is_slovenian(qtbot, slovenian, field):
    widget = field()
    qtbot.addWidget(widget)
    menu: QMenu = widget.createStandardContextMenu()
    shown = [_bare(action) for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    assert shown[:4] == ["Razveljavi", "Uveljavi znova", "Izreži", "Kopiraj"]
    assert "Select All" not in shown


def _bare(action: QAction) -> str:
    return action.text().split("\t")[0].replace("&", "")


ENGLISH = {
    "open", "save", "cancel", "look in:", "file name:", "files of type:", "name", "size", "type",
    "print", "copies", "copies:", "print range", "print all", "pages from", "to", "properties",
    "options", "printer", "location:", "preview", "collate", "reverse", "page", "advanced", "pages",
    "color mode", "color", "grayscale", "selection", "current page", "output settings", "back",
    "double sided printing", "long side binding", "short side binding", "paper", "margins", "form",
    "orientation", "portrait", "landscape", "page size:", "width:", "height:", "page set:", "off",
    "date modified", "directories", "choose", "all files (*)", "parent directory", "forward",
}  # fmt: skip


def test_qt_s_file_dialog_has_no_english_text(qtbot, slovenian):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert _english(dialog) == []
    assert any("Ime datoteke" in text.replace("&", "") for text in walk.shown_texts(dialog))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows draws its own print dialog")
def test_qt_s_print_dialog_has_no_english_text(qtbot, slovenian):
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert _english(dialog) == []
    assert "Število izvodov:" in walk.shown_texts(dialog)


def _english(dialog):
    texts = [text.replace("&", "").strip() for text in walk.shown_texts(dialog)]
    return [text for text in texts if text.rstrip(" .…<>").casefold() in ENGLISH]


def test_english_is_left_to_qt(qapp):
    speak(qapp, "en", places.resources())
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale.Language.English
