"""A key on paper as people handle it: in groups of four, typed back, its slips told by group."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.crypto import bech32, shares
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.sealing import IDENTITY_BYTES, IDENTITY_PREFIX, Identity
from tcdesk.crypto.shares import Half
from tcdesk.domain.errors import PersonCanMendError

GROUP = 4
GROUPS_IN_LINE = 7
ASKED_GROUPS = 2  # of four characters each: the eight that security.md §4.8 asks for
MOST_GROUPS = 19
_LETTERS = frozenset(bech32.ALPHABET)
_DATA = -(-IDENTITY_BYTES * 8 // 5) + bech32.CHECKSUM_WORDS


class SheetDiffersError(PersonCanMendError):
    """What was typed from the recovery sheet does not open the vault."""

    code = "sheet-differs"


class KeyGroupWrongError(PersonCanMendError):
    """A group is not as on the paper; ``line`` and ``place`` count from 1, ``group`` from 0."""

    code = "key-group-wrong"


class KeyLengthWrongError(PersonCanMendError):
    """Characters are missing or too many; ``typed`` and ``wanted`` say how many."""

    code = "key-length-wrong"


class KeyTypedWrongError(PersonCanMendError):
    """More than one character differs, so that the group cannot be told."""

    code = "key-typed-wrong"


class SharesDifferError(PersonCanMendError):
    """The two lines do not belong together: the same part twice, or a line for the third part."""

    code = "shares-differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One group of the sheet that is to be typed back; line and place count from 1."""

    group: int

    @property
    def line(self) -> int:
        """Give the line of the sheet."""
        return self.group // GROUPS_IN_LINE + 1

    @property
    def place(self) -> int:
        """Give the place in the line."""
        return self.group % GROUPS_IN_LINE + 1


def groups_of(key: str) -> Sequence[str]:
    """Give a key in groups of four, as the paper shows it."""
    return [key[start : start + GROUP] for start in range(0, len(key), GROUP)]


def ask_groups(key: str, count: int = ASKED_GROUPS) -> Sequence[Asked]:
    """Draw groups to be typed back; never those that every such key begins with."""
    begins = key.rindex("1") // GROUP + 1
    whole = [place for place, group in enumerate(groups_of(key)) if len(group) == GROUP][begins:]
    asked: list[int] = []
    while len(asked) < count:
        drawn = whole[int.from_bytes(random_bytes(8)) % len(whole)]
        if drawn not in asked:
            asked.append(drawn)
    return [Asked(group=place) for place in sorted(asked)]


def with_typed(key: str, asked: Sequence[Asked], typed: Sequence[str]) -> str:
    """Put what was typed in the place of the known groups: a slip makes a key of nothing."""
    groups = list(groups_of(key))
    for one, text in zip(asked, typed, strict=True):
        groups[one.group] = "".join(text.split())
    return "".join(groups)


def read_key(typed: str) -> Identity:
    """Read a whole key as it is typed from paper.

    Raises:
        PersonCanMendError: What is wrong, and in which group if that can be told.
    """
    text = _plain(typed)
    _check(IDENTITY_PREFIX, text)
    return Identity.from_text(text)


def read_parts(first: str, second: str) -> Identity:
    """Read a key from one line of each of two parts.

    Raises:
        PersonCanMendError: As for ``read_key``; ``SharesDifferError``.
    """
    one, other = _read_half(first), _read_half(second)
    if (one.part, one.other) != (other.other, other.part):
        raise SharesDifferError
    return shares.join(one, other)


def _read_half(typed: str) -> Half:
    text = _plain(typed)
    starts = (shares.prefix(a, b) for a in shares.PARTS for b in shares.PARTS if a != b)
    known = [start for start in starts if text.startswith(start)]
    _check(known[0] if known else shares.prefix(1, 2), text)
    return Half.from_text(text)


def _plain(typed: str) -> str:
    return "".join(typed.split()).lower()


def _check(prefix: str, text: str) -> None:
    """Tell the first thing that is wrong with a text, at its group."""
    head = f"{prefix}1"
    for place, letter in enumerate(text):
        known = letter == head[place] if place < len(head) else letter in _LETTERS
        if not known:
            raise _group_wrong(place)
    wanted = len(head) + _DATA
    if len(text) != wanted:
        raise KeyLengthWrongError(typed=len(text), wanted=wanted)
    try:
        bech32.decode(prefix, text)
    except ValueError:
        wrong = bech32.wrong_letter(prefix, text)
        raise (KeyTypedWrongError() if wrong is None else _group_wrong(wrong)) from None


def _group_wrong(place: int) -> KeyGroupWrongError:
    asked = Asked(group=place // GROUP)
    return KeyGroupWrongError(group=asked.group, line=asked.line, place=asked.place)
