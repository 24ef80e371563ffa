"""The look: colours that can be read, icons that exist, one sheet for all."""

import json
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtGui import QPalette

from tcdesk.ui.icons import Icon
from tcdesk.ui.palettes import Look, contrast, palette_for

PALETTES = [
    palette_for(look, dark_system=False, training=training)
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST)
    for training in (False, True)
]
TONES = ("info", "success", "warn", "error")
GROUNDS = ("window", "navigation", "base", "stripe")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "muted") for ground in GROUNDS),
    *((text, ground) for text in ("faint", "accent", *TONES) for ground in ("window", "base")),
    *((ink, f"{tone}_wash") for tone in TONES for ink in (tone, "text")),
    ("accent", "navigation"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_selected", "selected"),
    ("on_band", "band"),
    ("base", "text"),
]  # fmt: skip


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read(palette, ink, ground):
    colours = palette.named()
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("line", ["edge", "accent", "error"])
def test_the_bounds_of_a_field_can_be_seen(palette, line):
    colours = palette.named()
    assert min(contrast(colours[line], colours[ground]) for ground in ("base", "window")) >= 3


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_training_has_an_accent_of_its_own_in_every_look():
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        work = palette_for(look, dark_system=False, training=False)
        drill = palette_for(look, dark_system=False, training=True)
        assert work.accent != drill.accent


def test_the_system_decides_only_when_the_person_has_not():
    assert palette_for(Look.SYSTEM, dark_system=True, training=False).tone == "dark"
    assert palette_for(Look.SYSTEM, dark_system=False, training=False).tone == "light"
    assert palette_for(Look.LIGHT, dark_system=True, training=False).tone == "light"


def test_every_icon_is_in_the_font_that_is_shipped():
    fonts = Path(qtawesome.__file__).parent / "fonts"
    names = json.loads(next(fonts.glob("phosphor-charmap*.json")).read_text(encoding="utf-8"))
    assert [icon for icon in Icon if icon.value.removeprefix("ph.") not in names] == []


def test_icons_are_drawn_and_follow_the_theme(kit):
    light = kit.icons(Icon.LOCK).pixmap(24).toImage()
    kit.theme.choose(Look.DARK)
    dark = kit.icons(Icon.LOCK).pixmap(24).toImage()
    assert not light.isNull()
    assert light != dark


def test_choosing_a_look_changes_the_running_program(qtbot, kit, qapp):
    before = qapp.palette().color(QPalette.ColorRole.Window)
    with qtbot.waitSignal(kit.theme.changed):
        kit.theme.choose(Look.CONTRAST)
    assert qapp.palette().color(QPalette.ColorRole.Window) != before
    with qtbot.assertNotEmitted(kit.theme.changed):
        kit.theme.choose(Look.CONTRAST)


def test_the_sheet_is_filled_and_its_drawings_exist(kit, qapp):
    sheet = qapp.styleSheet()
    assert "$" not in sheet.split("*/", 1)[1]
    drawings = [part.split(")")[0] for part in sheet.split("url(")[1:]]
    assert drawings
    assert [name for name in drawings if not Path(name).is_file()] == []
