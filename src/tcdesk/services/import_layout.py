"""Which column of a spreadsheet holds what: guessed from its heads, remembered from last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from tcdesk.bundle.canonical import Json, decode, encode
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.people_import import HEADS, ImportField
from tcdesk.domain.sheet_cells import Cell, text_of
from tcdesk.services.ports import Words
from tcdesk.services.spreadsheet_rows import RawSheet
from tcdesk.services.store import Reading, Work

SETTING = "import-layouts"
_REMEMBERED = 20  # kinds of files
_SEARCHED = 30  # lines in which the heads of columns are looked for
_FEWEST = 2  # cells that a line of heads has at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The line of heads (from 0), the heads, and which column holds which field.

    ``remembered`` tells that it is how the same kind of file was read last time.
    """

    head: int
    titles: Sequence[str] = field(repr=False)
    columns: Mapping[ImportField, int]
    programme: ProgrammeId | None = None
    remembered: bool = False

    @property
    def nameless(self) -> Sequence[int]:
        """The columns without a head: merged cells leave them so."""
        return [place for place, title in enumerate(self.titles) if not title]


def layout_of(facts: Reading, sheet: RawSheet, words: Words, head: int | None = None) -> Layout:
    """Guess how a sheet is to be read.

    Args:
        facts: Where earlier imports are remembered.
        sheet: What was read.
        words: The heads that the program itself writes, in the reader's language.
        head: The line of heads, if the person has chosen it.
    """
    known = _known(words)
    if head is None:
        head = _head(sheet.rows, known)
    titles = titles_of(sheet, head)
    kept = _remembered(facts).get(_key(titles))
    if kept is not None:
        columns, programme = kept
        return Layout(
            head=head, titles=titles, columns=columns, programme=programme, remembered=True
        )
    guessed: dict[ImportField, int] = {}
    for place, title in enumerate(titles):
        found = known.get(fold(title))
        if found is not None and found not in guessed:
            guessed[found] = place
    return Layout(head=head, titles=titles, columns=guessed)


def titles_of(sheet: RawSheet, head: int) -> Sequence[str]:
    """Give the heads of all columns that hold anything; a column without one has an empty head."""
    width = max((_width(row) for row in sheet.rows), default=0)
    line = sheet.rows[head] if head < len(sheet.rows) else ()
    return [text_of(line[place]) if place < len(line) else "" for place in range(width)]


def remember(work: Work, layout: Layout) -> None:
    """Keep how a kind of file is read."""
    kept = _remembered(work)
    key = _key(layout.titles)
    kept.pop(key, None)
    kept[key] = (layout.columns, layout.programme)
    told: list[Json] = [
        {
            "titles": list(titles),
            "columns": [[one.value, place] for one, place in columns.items()],
            "programme": programme or "",
        }
        for titles, (columns, programme) in list(kept.items())[-_REMEMBERED:]
    ]
    work.set_setting(SETTING, encode(told).decode())


Kept = dict[tuple[str, ...], tuple[Mapping[ImportField, int], ProgrammeId | None]]


def _remembered(facts: Reading) -> Kept:
    told = facts.setting(SETTING)
    kept: Kept = {}
    for one in cast("list[dict[str, Json]]", decode(told.encode())) if told else ():
        columns = cast("list[tuple[str, int]]", one["columns"])
        kept[tuple(cast("list[str]", one["titles"]))] = (
            {ImportField(name): place for name, place in columns},
            ProgrammeId(str(one["programme"])) if one["programme"] else None,
        )
    return kept


def _key(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(title) for title in titles)


def _known(words: Words) -> Mapping[str, ImportField]:
    known = {head: one for one, heads in HEADS.items() for head in heads}
    return {**known, **{fold(words(f"sheet-field-{one.value}")): one for one in ImportField}}


def _head(rows: Sequence[Sequence[Cell]], known: Mapping[str, ImportField]) -> int:
    """Find the line with most known heads; without any, the first that looks like heads."""
    best, most = 0, 0
    first = None
    for number, row in enumerate(rows[:_SEARCHED]):
        texts = [fold(text_of(one)) for one in row if one is not None]
        count = sum(1 for text in texts if text in known)
        if count > most:
            best, most = number, count
        if first is None and len(texts) >= _FEWEST:
            first = number
    return best if most else first or 0


def _width(row: Sequence[Cell]) -> int:
    return next((place + 1 for place in range(len(row) - 1, -1, -1) if row[place] is not None), 0)
