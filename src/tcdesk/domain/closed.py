"""Closed notes: compartments, and who was given the key of each.

    Compartment (one author) ── key, 32 random bytes ── sealed once for every reader: CompartmentKey

An author writes into one compartment for as long as everybody who has its key may read on; then it
ends and another begins. What was written stays in its compartment: who could read it still can.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from tcdesk.domain.errors import PersonCanMendError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Action, Role, may


class KeyReason(StrEnum):
    """Why somebody has the key of a compartment."""

    AUTHOR = "author"
    SUPERVISOR = "supervisor"  # named by the author; reads, and adds to what it reads
    SUCCESSOR = "successor"  # the author handed over
    RECOVERY = "recovery"  # the three parts on paper; nobody's account
    RECOVERED = "recovered"  # given by the holders of two parts


class ClosedNoteError(PersonCanMendError):
    """The note is closed, and the account at the desk was not given its key."""

    code = "closed-note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compartment:
    """Where one author's closed notes lie."""

    id: str
    author: AccountId
    opened_at: str
    ended_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompartmentKey:
    """The key of a compartment, sealed for one reader; never changed and never taken back.

    ``account`` is None for the recovery parts. ``recipient`` is the public key it is sealed to.
    ``proof`` is the giver's signature: who can write into the database, but was given no key, can
    neither lay down a compartment that an author would write into nor name a reader.
    """

    id: str
    compartment: str
    account: AccountId | None
    recipient: str
    sealed: str = field(repr=False)
    given_by: AccountId
    at: str
    reason: KeyReason
    proof: str


def may_read_closed(role: Role) -> bool:
    """Say whether a role can be given the key of closed notes: those that write notes."""
    return may(role, Action.WRITE_NOTES)


def closes_first(role: Role) -> bool:
    """Say whether a role's notes of individual sessions begin closed: external therapists'."""
    return role is Role.EXTERNAL
