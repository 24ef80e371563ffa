"""What goes on paper and into spreadsheets: plain values and the ports that draw them.

A service fills a value, ``documents`` draws it as PDF bytes, ``spreadsheets`` as XLSX bytes.
Nothing here touches a disk. Names are redacted in reprs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from tcdesk.services.key_papers import EnrolmentSlip, KeyShares, RecoverySheet
from tcdesk.services.paper_blocks import Block

Value = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderHead:
    """Who pays, as the head of a sheet; the emblem is for ESF+ programmes only (CPR Annex IX)."""

    eu_emblem: bool
    statement: str
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of every page."""

    printed_by: str = field(repr=False)
    printed_at: datetime
    copy: int = 1
    anchor: str = ""
    confidential: bool = True
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMember:
    """A person of a roster; ``risk`` puts a discreet mark beside the name."""

    name: str = field(repr=False)
    code: str
    risk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHead:
    """Which session a sheet is for; times are minutes after midnight."""

    funder: FunderHead
    title: str
    day: date
    start: int
    minutes: int
    room: str
    leaders: tuple[str, ...] = field(repr=False)
    code: str
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSheet:
    """The sheet of a group session: its roster as of a day, in the order printed."""

    head: SheetHead
    as_of: date
    members: tuple[SheetMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndividualSheet:
    """The sheet of an individual session: one person and the goals worked on."""

    head: SheetHead
    member: SheetMember
    goals: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows of a kind; the label is in the reader's language already."""

    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSlip:
    """The receipt of one file that went out, or came in, on a stick."""

    file_name: str
    sender: str
    recipient: str
    level: str
    epoch: int
    seq: int
    sha256: str
    counts: tuple[Count, ...]
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillReport:
    """The record of a restore drill; texts are in the reader's language already.

    ``facts``: (what, value). ``checks``: (what was checked, whether it held).
    """

    facts: tuple[tuple[str, str], ...] = field(repr=False)
    checks: tuple[tuple[str, bool], ...]
    counts: tuple[Count, ...]
    foot: Foot

    @property
    def worked(self) -> bool:
        """Whether every check held."""
        return all(held for _what, held in self.checks)


class ColumnKind(StrEnum):
    """What a column of a table holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, what it holds, decimals of its numbers."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    decimals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with the definition of its numbers below it; ``total`` is its last, strong row."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] | None = None
    definitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter of a report."""

    title: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report for screen, paper and spreadsheet: the same numbers in all three."""

    title: str
    filters: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    as_of: date
    data_version: str
    foot: Foot
    funder: FunderHead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNote:
    """A note in a person's record: what and when, its state of signature, its fields.

    A closed note has no fields; ``state`` says who decides about it.
    """

    title: str
    state: str
    fields: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRecord:
    """Everything that is held about one person, for that person."""

    name: str = field(repr=False)
    code: str
    unit: str
    identity: tuple[tuple[str, str], ...] = field(repr=False)
    sections: tuple[Section, ...]
    notes: tuple[RecordNote, ...]
    shared: str
    as_of: date
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of flowing text and tables under the common head and foot.

    ``title`` is also the file's own title, so it names nobody; ``below`` stands under it on the
    first page, ``running`` (a code, never a name) at the head of every further one.
    """

    title: str
    blocks: tuple[Block | Table, ...] = field(repr=False)
    foot: Foot
    funder: FunderHead | None = None
    below: str = field(default="", repr=False)
    running: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That somebody took part in something, in words that tell nothing else about them.

    ``lines``: the sentences in order, the name among them at ``name_at``. The head names who pays
    without the operation, whose name would tell what must not be told.
    """

    title: str
    lines: tuple[str, ...] = field(repr=False)
    name_at: int
    place_and_day: str
    signed_by: tuple[str, ...] = field(repr=False)
    foot: Foot
    funder: FunderHead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSlot:
    """One session on the weekly plan; never with a participant's name."""

    start: int
    minutes: int
    title: str
    room: str
    leader: str = field(repr=False)
    cancelled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One day of the weekly plan; ``free`` names a work-free day."""

    day: date
    free: str
    slots: tuple[PlannedSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSheet:
    """A week on one A4 lying."""

    unit: str
    programme: str
    days: tuple[PlannedDay, ...]
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step on a plan's sheet; ``when`` is its term or the day on which it was done."""

    text: str = field(repr=False)
    owner: str = field(repr=False)
    when: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGoal:
    """A goal on a plan's sheet; ``reached`` is its newest attainment."""

    area: str
    own_words: str = field(repr=False)
    expected: str = field(repr=False)
    owner: str = field(repr=False)
    due: date | None
    reached: str
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """One version of a plan, to be signed; names stand where they are signed."""

    funder: FunderHead
    programme: str
    number: int
    from_date: date
    review_by: date | None
    closed_on: date | None
    score: str
    conclusion: str = field(repr=False)
    member: SheetMember
    goals: tuple[PlannedGoal, ...]
    worker: str = field(repr=False)
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverLetter:
    """A letter to a body that helps after release; a neutral one names no sender.

    ``facts``: (what, value), in the reader's language already.
    """

    neutral: bool
    sender: str
    recipient: str = field(repr=False)
    title: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    asked_for: str = field(repr=False)
    member: str = field(repr=False)
    worker: str = field(repr=False)
    foot: Foot


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """What a person is told and signs: the purpose in plain words, and two answers to tick.

    ``asks``: whether there is something to agree to; a notice is only confirmed. ``recipient`` is
    empty where the purpose names nobody.
    """

    funder: FunderHead | None
    unit: str
    title: str
    paragraphs: tuple[str, ...]
    name: str = field(repr=False)
    code: str
    recipient: str = field(repr=False)
    asks: bool
    day: date
    foot: Foot


class Paper(Protocol):
    """Draws documents as PDF, in memory."""

    def group_sheet(self, sheet: GroupSheet) -> bytes:
        """Draw the sheet of a group session."""
        ...

    def individual_sheet(self, sheet: IndividualSheet) -> bytes:
        """Draw the sheet of an individual session."""
        ...

    def recovery_sheet(self, sheet: RecoverySheet) -> bytes:
        """Draw the paper key of a vault."""
        ...

    def key_shares(self, shares: KeyShares) -> bytes:
        """Draw the three parts of a key, a sheet each."""
        ...

    def enrolment_slip(self, slip: EnrolmentSlip) -> bytes:
        """Draw the digits of a party's keys."""
        ...

    def export_slip(self, slip: ExportSlip) -> bytes:
        """Draw the receipt of a file that went out or came in."""
        ...

    def access_record(self, record: AccessRecord) -> bytes:
        """Draw what is held about a person."""
        ...

    def drill_report(self, report: DrillReport) -> bytes:
        """Draw the record of a restore drill, with lines to sign."""
        ...

    def week(self, sheet: WeekSheet) -> bytes:
        """Draw the plan of a week on one page."""
        ...

    def plan(self, sheet: PlanSheet) -> bytes:
        """Draw an individual plan with lines to sign."""
        ...

    def document(self, document: Document) -> bytes:
        """Draw a document of flowing text and tables."""
        ...

    def certificates(self, certificates: Sequence[Certificate]) -> bytes:
        """Draw certificates of one title and foot, a page each."""
        ...

    def hand_over_letter(self, letter: HandOverLetter) -> bytes:
        """Draw a letter to a body that helps after release."""
        ...

    def consent(self, sheet: ConsentSheet) -> bytes:
        """Draw the sheet of a consent or agreement, to be signed."""
        ...

    def report(self, report: Report) -> bytes:
        """Draw a report."""
        ...


class Workbook(Protocol):
    """Writes spreadsheets, in memory."""

    def rows(self, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
        """Write one bare sheet that can be filled in and read again: heads, then rows."""
        ...

    def report(self, report: Report) -> bytes:
        """Write a report as XLSX: numbers as numbers, dates as dates."""
        ...
