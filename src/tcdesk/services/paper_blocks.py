"""What a document of flowing text is made of, in the order in which it stands on paper.

Texts are in the reader's language already. Names are redacted in reprs.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A chapter; it stands in the outline and never alone at the foot of a page."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with their values, one below the other."""

    rows: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; ``muted`` is small and grey. It goes on over pages, no word is left out."""

    text: str = field(repr=False)
    strong: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxed:
    """Paragraphs on a pale ground that belong together."""

    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A label and so many lines for a hand; none: the line after the label is enough."""

    label: str
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Lines to sign on, side by side, each with what is written under it."""

    labels: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Rows with one box a column to be ticked: (number, text); the head is repeated."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with a box before each answer; without answers a line to write on."""

    number: str
    text: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Facts | Text | Boxed | Ruled | Signatures | Ticks | Question | PageBreak
