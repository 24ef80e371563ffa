"""Printed session sheets: what was printed, for whom, in which order."""

from dataclasses import dataclass
from enum import StrEnum

from tcdesk.domain.ids import AccountId, SessionId


class PrintTarget(StrEnum):
    """Where a document went."""

    PRINTER = "printer"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One printed sheet; ``roster`` is the printed order as a JSON list of person ids."""

    id: str
    session: SessionId
    account: AccountId
    at: str
    copy_number: int
    target: PrintTarget
    roster: str
