"""What the vault keeps about bundles: parties, sent and received bundles, quarantine."""

from dataclasses import dataclass, field
from enum import StrEnum


class PartyKind(StrEnum):
    """Who can send or receive bundles."""

    UNIT = "unit"
    OFFICE = "office"


class PartyStatus(StrEnum):
    """Whether a party's signatures are accepted."""

    ACTIVE = "active"
    REVOKED = "revoked"


class OutState(StrEnum):
    """Where a bundle of ours stands; its number is taken before the stick is touched."""

    PLANNED = "planned"
    WRITTEN = "written"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A confirmed party of the exchange; ``recipients`` is a JSON list of age recipients."""

    id: str
    kind: PartyKind
    code: str
    name: str
    sign_pub: str
    recipients: str
    confirmed_at: str
    status: PartyStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOut:
    """A bundle that we made: its place in the stream to one party.

    ``audit_seq`` is the audit line up to which it carries the chain; ``confirmed_at`` and
    ``verdict`` come with the receipt.
    """

    id: str
    party: str
    kind: str
    level: str
    epoch: str
    epoch_no: int
    seq: int
    sha256: str
    file_name: str
    state: OutState
    at: str
    counts: str
    audit_seq: int
    confirmed_at: str | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleIn:
    """A bundle that we took in; ``lineage`` (base and ancestors) and ``counts`` are JSON."""

    id: str
    party: str
    kind: str
    level: str
    epoch: str
    epoch_no: int
    seq: int
    sha256: str
    file_sha256: str
    lineage: str
    audit_seq: int
    audit_sha256: str
    created_at: str
    imported_at: str
    verdict: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A received row that was set aside, with the reason; ``payload`` is the row's JSON."""

    id: str
    bundle: str
    party: str
    tbl: str
    row: str
    reason: str
    payload: str = field(repr=False)
    at: str
