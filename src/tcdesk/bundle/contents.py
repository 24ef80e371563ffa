"""What each kind of bundle may hold: which tables, of which records, and which other files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tcdesk.bundle import limits, names, receipts
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import FileEntry, Kind, Manifest, Profile
from tcdesk.bundle.records import RECORDS, Row
from tcdesk.bundle.roster import PartyCode, PartyKind
from tcdesk.bundle.shapes import Raw32, Recipient, Uuid

ENROLMENT = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant(Row):
    """The one row of an ``enrol`` bundle: who wants to take part, with which keys."""

    id: Uuid
    kind: PartyKind
    code: PartyCode
    sign_pub: Raw32
    recipient: Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The tables and the other files that may stand in a bundle."""

    tables: Mapping[str, type[Row]]
    others: frozenset[str] = frozenset()


_ROSTER = frozenset({names.ROSTER, names.ROSTER_SIGNATURE})
_NONE: Mapping[str, type[Row]] = MappingProxyType({})

CONTENTS: Mapping[tuple[Kind, Profile], Contents] = MappingProxyType(
    {
        (Kind.EXPORT, Profile.STAT): Contents(tables=_NONE),
        (Kind.EXPORT, Profile.PSEUDONYM): Contents(tables=RECORDS, others=frozenset({names.VAULT})),
        (Kind.RECEIPT, Profile.STAT): Contents(
            tables=MappingProxyType({receipts.TABLE: receipts.Ack}), others=_ROSTER
        ),
        (Kind.ENROL, Profile.STAT): Contents(tables=MappingProxyType({ENROLMENT: Applicant})),
        (Kind.ROSTER, Profile.STAT): Contents(tables=_NONE, others=_ROSTER),
    }
)


def contents_of(manifest: Manifest) -> Contents:
    """Give what this bundle may hold, having checked that it lists nothing else.

    Raises:
        BundleRefusedError: A kind that this version does not read, a table or file that does not
            belong to the kind and profile, or a file that is too large to be held in memory.
    """
    contents = CONTENTS.get((manifest.kind, manifest.profile))
    if contents is None:
        if manifest.kind is Kind.TRANSFER:
            raise BundleRefusedError(Refusal.NEWER_PROGRAM, "contents-kind")
        raise BundleRefusedError(Refusal.MALFORMED, "contents-profile")
    _agree(contents, manifest.files)
    return contents


def _agree(contents: Contents, files: Sequence[FileEntry]) -> None:
    for entry in files:
        table = names.table_of(entry.path)
        if table is None:
            if entry.path not in contents.others:
                raise BundleRefusedError(Refusal.MALFORMED, "contents-file")
            if entry.size > limits.ROSTER:
                raise BundleRefusedError(Refusal.TOO_LARGE, "contents-file")
        elif table not in contents.tables:
            raise BundleRefusedError(Refusal.MALFORMED, "contents-table")
