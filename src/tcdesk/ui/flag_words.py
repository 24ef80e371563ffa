"""How a risk flag is told: a discreet code beside the name, its kind to whoever asks."""

from PySide6.QtWidgets import QLabel

from tcdesk.domain.flags import FlagKind
from tcdesk.services.ports import Words
from tcdesk.ui.labels import chip


def marked(name: str, marks: str) -> str:
    """Put the codes of the flags beside a name."""
    return f"{name}  ◆ {marks}" if marks else name


def marks_told(words: Words, marks: str) -> str:
    """Say which risks the codes stand for; nothing when there is none."""
    kinds = [kind for kind in FlagKind if kind.mark in marks.split()]
    return (
        words("flags-told", what=", ".join(_kind(words, kind) for kind in kinds)) if kinds else ""
    )


def risk_chip(words: Words, marks: str) -> QLabel:
    """Draw the codes; the kinds are told on hovering and to screen readers."""
    made = chip(f"◆ {marks}", "warn")
    told = marks_told(words, marks)
    made.setToolTip(told)
    made.setAccessibleName(told)
    return made


def _kind(words: Words, kind: FlagKind) -> str:
    return words(f"flag-kind-{kind.value}")
