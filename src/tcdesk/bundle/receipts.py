"""Receipts: what the office tells a unit about its bundle, and what the unit makes of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from tcdesk.bundle.chain import VerdictCode
from tcdesk.bundle.manifest import LAST_EPOCH_NO
from tcdesk.bundle.records import Code, Row
from tcdesk.bundle.shapes import Hex64, Moment, Positive, Uuid, Whole, counting, within

TABLE = "ack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the import found, in rows."""

    new: Whole
    changed: Whole
    same: Whole
    stale: Whole
    conflicts: Whole
    lost_in_unit: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack(Row):
    """One bundle that the office has seen; ``id`` is ``ack_id`` of its position."""

    epoch: Uuid
    seq: Positive
    manifest_sha256: Hex64
    verdict: VerdictCode
    counts: Counts
    reasons: Annotated[tuple[Code, ...], counting(0, 64)]
    epoch_no_max: Annotated[int, within(0, LAST_EPOCH_NO)]
    centre_time: Moment


class Acknowledgement(StrEnum):
    """What an ack means to the unit that sent the bundle; words: ``ack-<value>``."""

    CONFIRMED = "confirmed"
    OLDER = "older"  # a replayed or delayed receipt; nothing goes back
    UNKNOWN = "unknown"  # we never wrote this number: alarm
    DIFFERENT = "different"  # the office has another bundle under our number: alarm


def ack_id(epoch: str, seq: int) -> str:
    """Give the id of an ack, which sorts as the positions do."""
    return f"{epoch}-{seq:016d}"


def weigh(ack: Ack, own_sha256: str | None, acknowledged: int) -> Acknowledgement:
    """Tell what an ack means.

    Args:
        ack: The ack.
        own_sha256: The hash of our own manifest at this position, None if we have none.
        acknowledged: The highest number of this epoch that was confirmed before, 0 if none.
    """
    if own_sha256 is None:
        return Acknowledgement.UNKNOWN
    if own_sha256 != ack.manifest_sha256:
        return Acknowledgement.DIFFERENT
    return Acknowledgement.CONFIRMED if ack.seq > acknowledged else Acknowledgement.OLDER
