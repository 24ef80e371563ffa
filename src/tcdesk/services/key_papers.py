"""Keys on paper and the digits that confirm them: plain values, drawn by ``papers.Paper``."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class KeyUse(StrEnum):
    """What a key on paper opens; its words are ``paper-<value>…``."""

    VAULT = "key"
    RESERVE = "reserve"  # the bundles that were sealed to an office


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """A key on paper: an age identity, 74 characters (security.md §4.8)."""

    key: str = field(repr=False)
    vault_id: str
    unit: str
    made_on: date
    training: bool = False
    use: KeyUse = KeyUse.VAULT


class ShareUse(StrEnum):
    """What a key in three parts opens; its words are ``paper-<value>…``."""

    VAULT = "share"
    CLOSED = "closed-share"  # closed notes, and no vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSheet:
    """One part of a key: a line for each other part, (its number, the text)."""

    part: int
    lines: tuple[tuple[int, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyShares:
    """A key in three parts, one sheet each; any two of them open what it is for."""

    sheets: tuple[ShareSheet, ...] = field(repr=False)
    vault_id: str
    unit: str
    made_on: date
    training: bool = False
    use: ShareUse = ShareUse.VAULT

    def line(self, part: int, other: int) -> str:
        """Give the line of one part for another."""
        lines = next(sheet.lines for sheet in self.sheets if sheet.part == part)
        return dict(lines)[other]


class Party(StrEnum):
    """Whose keys an enrolment slip confirms."""

    UNIT = "unit"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentSlip:
    """The digits that the other side types in: six groups of five (security.md §6.15)."""

    party: Party
    name: str
    code: str
    digits: tuple[str, ...]
    made_at: datetime
    training: bool = False
