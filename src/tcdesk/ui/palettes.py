"""The colours of the window: light, dark and high contrast, as plain values.

Every pair that carries text is at least 4.5 : 1, every line that bounds a field at least 3 : 1
(WCAG 2.2, 1.4.3 and 1.4.11); ``tests/ui/test_palettes.py`` measures them.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Look(StrEnum):
    """What the person chose; ``SYSTEM`` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Named colours as ``#rrggbb``; ``tone`` says which set of small drawings goes with them."""

    tone: str
    window: str  # behind everything
    navigation: str  # left column
    base: str  # lists, fields, cards
    stripe: str  # every second row, hovered things
    text: str
    muted: str  # secondary text on window and base
    faint: str  # text of what cannot be used now
    line: str  # hairlines between areas
    edge: str  # bounds of fields and buttons
    accent: str
    accent_hover: str
    on_accent: str
    selected: str  # chosen row or page
    on_selected: str
    info: str
    info_wash: str
    success: str
    success_wash: str
    warn: str
    warn_wash: str
    error: str
    error_wash: str
    band: str  # training band
    on_band: str

    def named(self) -> dict[str, str]:
        """Give the colours by name, for the style sheet."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


LIGHT = Palette(
    tone="light",
    window="#f4f6f8",
    navigation="#e9edf1",
    base="#ffffff",
    stripe="#f5f8fa",
    text="#1b232d",
    muted="#535f6d",
    faint="#65707d",
    line="#d8dee5",
    edge="#838e9b",
    accent="#1b6a75",
    accent_hover="#14535c",
    on_accent="#ffffff",
    selected="#d6e9ec",
    on_selected="#12343a",
    info="#1c5a9c",
    info_wash="#e6f0fa",
    success="#1c6b39",
    success_wash="#e4f3e9",
    warn="#7d5000",
    warn_wash="#fdf1d8",
    error="#aa231c",
    error_wash="#fbe7e5",
    band="#f4b63f",
    on_band="#2b1c00",
)

DARK = Palette(
    tone="dark",
    window="#181c22",
    navigation="#13171c",
    base="#20262e",
    stripe="#262d36",
    text="#e7ebef",
    muted="#a9b3bf",
    faint="#8d98a5",
    line="#343c47",
    edge="#75818f",
    accent="#63c3cd",
    accent_hover="#86d6de",
    on_accent="#05262a",
    selected="#1f474d",
    on_selected="#e4f6f8",
    info="#86bdf2",
    info_wash="#1b2d40",
    success="#83cf9a",
    success_wash="#1a3324",
    warn="#eac46a",
    warn_wash="#382d14",
    error="#f49c94",
    error_wash="#3f2220",
    band="#d99a22",
    on_band="#1f1400",
)

CONTRAST = Palette(
    tone="contrast",
    window="#000000",
    navigation="#000000",
    base="#000000",
    stripe="#1a1a1a",
    text="#ffffff",
    muted="#ffffff",
    faint="#d0d0d0",
    line="#ffffff",
    edge="#ffffff",
    accent="#ffe100",
    accent_hover="#fff07a",
    on_accent="#000000",
    selected="#ffe100",
    on_selected="#000000",
    info="#8fd0ff",
    info_wash="#000000",
    success="#7dff9b",
    success_wash="#000000",
    warn="#ffe100",
    warn_wash="#000000",
    error="#ffb3ab",
    error_wash="#000000",
    band="#ffffff",
    on_band="#000000",
)

_TRAINING_ACCENT = {
    "light": {
        "accent": "#934706",
        "accent_hover": "#733604",
        "on_accent": "#ffffff",
        "selected": "#f6e3d0",
        "on_selected": "#3d1e02",
    },
    "dark": {
        "accent": "#f0a563",
        "accent_hover": "#f7bd89",
        "on_accent": "#2b1500",
        "selected": "#54361a",
        "on_selected": "#fdf0e3",
    },
    "contrast": {
        "accent": "#ffb057",
        "accent_hover": "#ffc98d",
        "on_accent": "#000000",
        "selected": "#ffb057",
        "on_selected": "#000000",
    },
}


def palette_for(look: Look, *, dark_system: bool, training: bool) -> Palette:
    """Choose the palette; training mode has an accent of its own in every look."""
    if look is Look.SYSTEM:
        look = Look.DARK if dark_system else Look.LIGHT
    chosen = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}[look]
    return replace(chosen, **_TRAINING_ACCENT[chosen.tone]) if training else chosen


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
