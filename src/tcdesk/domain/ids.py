"""Identifiers: UUIDv7 as canonical lower-case text (RFC 9562), one type a kind of record."""

from typing import NewType

AccountId = NewType("AccountId", str)
StaffId = NewType("StaffId", str)
PersonId = NewType("PersonId", str)
ProgrammeId = NewType("ProgrammeId", str)
OperationId = NewType("OperationId", str)
FunderId = NewType("FunderId", str)
ActivityId = NewType("ActivityId", str)
PhaseId = NewType("PhaseId", str)
ParticipationId = NewType("ParticipationId", str)
EpisodeId = NewType("EpisodeId", str)
GroupId = NewType("GroupId", str)
SessionId = NewType("SessionId", str)
SeriesId = NewType("SeriesId", str)
NoteId = NewType("NoteId", str)
UnitId = NewType("UnitId", str)

RANDOM_BYTES = 10  # 74 of these 80 bits are used
PSEUDONYM_BYTES = 16


def uuid7(milliseconds: int, random: bytes) -> str:
    """Make a UUIDv7 from a time and randomness; pure, so that it can be tested.

    Args:
        milliseconds: Unix time in ms, 48 bits.
        random: 10 bytes; 4 + 2 bits are overwritten by version and variant.

    Returns:
        The canonical text, 36 characters.

    Raises:
        ValueError: The time does not fit 48 bits or there are not 10 bytes.
    """
    if not 0 <= milliseconds < 1 << 48 or len(random) != RANDOM_BYTES:
        raise ValueError("uuid7 takes 48 bits of time and 10 bytes of randomness")
    tail = int.from_bytes(random, "big")
    return _canonical(
        milliseconds << 80
        | 0x7 << 76
        | (tail >> 68 & 0xFFF) << 64
        | 0b10 << 62
        | tail & (1 << 62) - 1
    )


def made_at(uuid: str) -> int:
    """Give the Unix time in ms that a UUIDv7 tells."""
    return int(uuid.replace("-", "")[:12], 16)


def uuid4(random: bytes) -> str:
    """Make a UUIDv4: it tells neither when it was made nor what was made beside it.

    Args:
        random: 16 bytes; 4 + 2 bits are overwritten by version and variant.

    Raises:
        ValueError: There are not 16 bytes.
    """
    if len(random) != PSEUDONYM_BYTES:
        raise ValueError("uuid4 takes 16 bytes of randomness")
    bits = int.from_bytes(random, "big")
    return _canonical(bits & ~(0xF << 76 | 0b11 << 62) | 0x4 << 76 | 0b10 << 62)


def _canonical(value: int) -> str:
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
