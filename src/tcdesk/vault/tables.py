"""The tables of the vault, one a kind of value, and which value lives in which table.

Columns bear the names of the value's fields. Dates are ISO text, moments UTC text, ids UUIDv7 text.
Tables without a value (meta, secret, audit, history, row_state) belong to the unit of work.
"""

from sqlalchemy import (
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.schema import SchemaItem

from tcdesk.domain.caseload import EmergencyAccess, KeyWorker
from tcdesk.domain.closed import Compartment, CompartmentKey
from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.instrument_due import DueRule
from tcdesk.domain.instruments import Edition, Response
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.programmes import Activity, Funder, Operation, Phase, Programme
from tcdesk.domain.removal import Removal
from tcdesk.domain.retention import ErasedNote, Erasure
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.sessions import Attendance, Group, Guest, Membership, Session
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Account, AccountKey, Staff
from tcdesk.services.exchange_rows import BundleIn, BundleOut, Party, Quarantined

metadata = MetaData()

SCHEMA_VERSION = 1


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _int(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _ref(name: str, target: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=null)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, Column("id", Text, primary_key=True), *items, sqlite_strict=True)


def _told(name: str, member: str = "") -> Column[str]:
    """Draw out a member of the canonical entry, to search by; the entry alone is what counts."""
    return Column(
        name, Text, Computed(f"json_extract(entry, '$.{member or name}')", persisted=False)
    )


meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
    sqlite_strict=True,
)
secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_strict=True,
)
audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("entry"),
    Column("hash", LargeBinary, nullable=False, unique=True),
    _told("at"),
    _told("account", "user"),
    _told("person"),
    _told("action"),
    Index("audit_by_day", "at"),
    Index("audit_of_person", "person", "at", sqlite_where=text("person IS NOT NULL")),
    Index("audit_of_account", "account", "at"),
    Index("audit_of_action", "action", "at"),
    Index("audit_of_account_action", "account", "action", "at"),
    sqlite_strict=True,
)
audit_checkpoint = Table(
    "audit_checkpoint",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    _text("account"),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)
row_state = Table(
    "row_state",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _int("version"),
    _text("owner", null=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("tbl"),
    _text("id"),
    _int("version"),
    _text("payload"),
    _text("at"),
    _text("account"),
    Index("history_of", "tbl", "id"),
    sqlite_strict=True,
)

account = _table(
    "account",
    _text("login"),
    _text("role"),
    _text("sign_pub"),
    _text("from_date"),
    _text("to_date", null=True),
    _int("must_change"),
    _text("scope"),
)
account_key = _table(
    "account_key",
    _ref("account", "account"),
    _text("sign_pub"),
    _text("until"),
    Index("account_key_of", "account"),
)
staff = _table(
    "staff",
    _text("code"),
    _text("given_name"),
    _text("family_name"),
    _ref("account", "account", null=True),
)
funder = _table(
    "funder",
    _text("code"),
    _text("statement_sl"),
    _text("statement_en"),
    _text("emblem", null=True),
)
operation = _table(
    "operation",
    _ref("funder", "funder"),
    _text("code"),
    _text("name_sl"),
    _text("name_en"),
    _text("profile"),
    _text("from_date"),
    _text("to_date", null=True),
)
programme = _table(
    "programme",
    _ref("operation", "operation"),
    _text("code"),
    _text("name_sl"),
    _text("name_en"),
)
activity = _table(
    "activity",
    _ref("programme", "programme"),
    _text("code"),
    _text("name_sl"),
    _text("name_en"),
    _text("form"),
    _int("minutes"),
    _text("for_status", null=True),
)
phase = _table(
    "phase", _ref("programme", "programme"), _int("number"), _text("name_sl"), _text("name_en")
)
person = _table(
    "person",
    _text("code"),
    _text("pseudonym"),
    _text("kind"),
    _text("given_name"),
    _text("family_name"),
    _text("birth_date"),
    _text("sex"),
    _text("region", null=True),
    _int("risk"),
    _text("folded"),
    _text("alphabetical"),
    Index("person_by_folded", "folded"),
    Index("person_in_order", "alphabetical", "id"),
    Index("person_by_code", "code", unique=True),
)
status_stay = _table(
    "status_stay",
    _ref("person", "person"),
    _text("status"),
    _text("from_date"),
    _text("to_date", null=True),
    Index("status_stay_of", "person", "from_date"),
)
key_worker = _table(
    "key_worker",
    _ref("person", "person"),
    _ref("staff", "staff"),
    _text("from_date"),
    _text("to_date", null=True),
    Index("key_worker_of", "person", "from_date"),
    Index("key_worker_staff", "staff"),
)
emergency_access = _table(
    "emergency_access",
    _ref("account", "account"),
    _ref("person", "person"),
    _text("reason"),
    _text("opened_at"),
    _text("until"),
    _text("ended_at", null=True),
    _ref("reviewed_by", "account", null=True),
    _text("reviewed_at", null=True),
    _text("remark", null=True),
    Index("emergency_of", "account", "person", "until"),
)
participation = _table(
    "participation",
    _ref("person", "person"),
    _ref("operation", "operation"),
    _text("from_date"),
    _text("to_date", null=True),
    Index("participation_of", "person", "operation", unique=True),
)
episode = _table(
    "episode",
    _ref("person", "person"),
    _ref("participation", "participation"),
    _ref("programme", "programme"),
    _text("from_date"),
    _text("to_date", null=True),
    _text("exit_code", null=True),
    Index("episode_of", "person", "from_date"),
)
phase_stay = _table(
    "phase_stay",
    _ref("episode", "episode"),
    _ref("phase", "phase"),
    _text("from_date"),
    _text("to_date", null=True),
    Index("phase_stay_of", "episode", "from_date"),
)
group = _table(
    "grp",
    _ref("programme", "programme"),
    _ref("activity", "activity"),
    _text("name"),
    _text("room"),
    _ref("leader", "staff"),
    _text("from_date"),
    _text("to_date", null=True),
)
membership = _table(
    "membership",
    Column("group", Text, ForeignKey("grp.id"), nullable=False),
    _ref("person", "person"),
    _text("from_date"),
    _text("to_date", null=True),
    Index("membership_of_group", "group", "from_date"),
    Index("membership_of_person", "person", "from_date"),
)
session = _table(
    "session",
    _ref("programme", "programme"),
    _ref("activity", "activity"),
    Column("group", Text, ForeignKey("grp.id"), nullable=True),
    _ref("person", "person", null=True),
    _text("day"),
    _int("start"),
    _int("minutes"),
    _text("room"),
    _ref("leader", "staff"),
    _ref("co_leader", "staff", null=True),
    _text("state"),
    _text("cancel_reason", null=True),
    _text("theme"),
    _text("code"),
    Index("session_by_day", "day", "start"),
    Index("session_by_code", "code", unique=True),
    Index("session_of_person", "person", "day"),
    Index("session_of_group", "group", "day"),
    Index("session_of_leader", "leader", "day"),
    Index("session_of_co_leader", "co_leader", "day"),
)
guest = _table(
    "guest",
    _ref("session", "session"),
    _ref("person", "person"),
    _int("added"),
    Index("guest_of", "session"),
)
attendance = _table(
    "attendance",
    _ref("session", "session"),
    _ref("person", "person"),
    _text("status"),
    _int("minutes"),
    _int("participation", null=True),
    _text("recorded_at"),
    _ref("account", "account"),
    _ref("supersedes", "attendance", null=True),
    _text("reason", null=True),
    Index("attendance_of_session", "session"),
    Index("attendance_of_person", "person"),
    Index("attendance_superseded", "supersedes", unique=True),
    Index(
        "attendance_first",
        "session",
        "person",
        unique=True,
        sqlite_where=text("supersedes IS NULL"),
    ),
)
compartment = _table(
    "compartment",
    _ref("author", "account"),
    _text("opened_at"),
    _text("ended_at", null=True),
    Index("compartment_of", "author"),
)
compartment_key = _table(
    "compartment_key",
    _ref("compartment", "compartment"),
    _ref("account", "account", null=True),
    _text("recipient"),
    _text("sealed"),
    _ref("given_by", "account"),
    _text("at"),
    _text("reason"),
    _text("proof"),
    Index("compartment_key_of", "compartment", "recipient", "reason", unique=True),
    Index("compartment_key_for", "recipient"),
)
note = _table(
    "note",
    _ref("session", "session"),
    _ref("person", "person", null=True),
    _ref("author", "account"),
    _text("at"),
    _text("kind"),
    _text("format"),
    _text("body"),
    _ref("amends", "note", null=True),
    _ref("compartment", "compartment", null=True),
    Index("note_of_session", "session"),
    Index("note_of_person", "person"),
    Index("note_of_author", "author"),
    Index("note_closed", "compartment", sqlite_where=text("compartment IS NOT NULL")),
)
note_signature = Table(
    "note_signature",
    metadata,
    Column("id", Text, ForeignKey("note.id"), primary_key=True),
    _ref("account", "account"),
    _text("sha256"),
    _text("sign_pub"),
    _text("signature"),
    _text("at"),
    _int("late"),
    sqlite_strict=True,
)
draft = _table(
    "draft",
    _ref("account", "account"),
    _text("page"),
    _text("entity"),
    _int("base_version"),
    _text("payload"),
    _int("cursor"),
    _text("saved_at"),
    _ref("compartment", "compartment", null=True),
    Index("draft_of", "account", "page", "entity", unique=True),
)
sheet_print = _table(
    "sheet_print",
    _ref("session", "session"),
    _ref("account", "account"),
    _text("at"),
    _int("copy_number"),
    _text("target"),
    _text("roster"),
    Index("print_of", "session"),
)
party = _table(
    "party",
    _text("kind"),
    _text("code"),
    _text("name"),
    _text("sign_pub"),
    _text("recipients"),
    _text("confirmed_at"),
    _text("status"),
)
bundle_out = _table(
    "bundle_out",
    _text("party"),
    _text("kind"),
    _text("level"),
    _text("epoch"),
    _int("epoch_no"),
    _int("seq"),
    _text("sha256"),
    _text("file_name"),
    _text("state"),
    _text("at"),
    _text("counts"),
    _int("audit_seq"),
    _text("confirmed_at", null=True),
    _text("verdict", null=True),
    Index("bundle_out_of", "party", "epoch", "seq", unique=True),
)
bundle_in = _table(
    "bundle_in",
    _text("party"),
    _text("kind"),
    _text("level"),
    _text("epoch"),
    _int("epoch_no"),
    _int("seq"),
    _text("sha256"),
    _text("file_sha256"),
    _text("lineage"),
    _int("audit_seq"),
    _text("audit_sha256"),
    _text("created_at"),
    _text("imported_at"),
    _text("verdict"),
    _text("counts"),
    Index("bundle_in_of", "party", "epoch", "seq"),
    Index("bundle_in_by_hash", "sha256", unique=True),
)
quarantined = _table(
    "quarantined",
    _text("bundle"),
    _text("party"),
    _text("tbl"),
    _text("row"),
    _text("reason"),
    _text("payload"),
    _text("at"),
    Index("quarantined_of", "party", "tbl", "row"),
)
removal = _table(
    "removal",
    _text("thing"),
    _text("row"),
    _text("person", null=True),
    _text("at"),
    _ref("account", "account"),
    _text("until"),
    Index("removal_until", "until"),
)
# A removed row waits here as it was, beside the act that removed it.
binned = Table(
    "binned",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("row", Text, primary_key=True),
    _ref("removal", "removal"),
    _int("place"),
    _int("version", null=True),
    _text("payload"),
    Index("binned_by", "removal", "place"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
# What an office may know and the unit has no more; told in every export.
tombstone = Table(
    "tombstone",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _int("version"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
erasure = _table(
    "erasure",
    _text("subject"),
    _text("kind"),
    _text("rule"),
    _ref("proposed_by", "account"),
    _text("proposed_at"),
    _ref("confirmed_by", "account", null=True),
    _text("done_at", null=True),
    _ref("withdrawn_by", "account", null=True),
    _text("withdrawn_at", null=True),
    Index("erasure_of", "subject"),
)
erased_note = _table(
    "erased_note",
    _text("sha256"),
    _text("signed_at"),
    _ref("erasure", "erasure"),
)
# Who was made anonymous, and the version under which their facts are told since.
anonymous = Table(
    "anonymous",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    _int("version"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
instrument = _table(
    "instrument",
    _text("code"),
    _int("version"),
    _text("sha256"),
    _text("text"),
    _text("at"),
    _ref("account", "account"),
    Index("instrument_edition", "code", "version", unique=True),
)
response = _table(
    "response",
    _ref("person", "person"),
    _ref("edition", "instrument"),
    _text("day"),
    _text("mode"),
    _text("answers"),
    _text("scores"),
    _ref("account", "account"),
    _text("at"),
    _ref("supersedes", "response", null=True),
    _text("reason", null=True),
    Index("response_of", "person", "day"),
    Index("response_superseded", "supersedes", unique=True),
)
due_rule = _table(
    "due_rule",
    _ref("programme", "programme"),
    _text("instrument"),
    _text("occasion"),
    _int("weeks"),
    _text("ended_at", null=True),
    Index("due_rule_of", "programme"),
)
safety_flow = _table(
    "safety_flow",
    _ref("person", "person"),
    _ref("response", "response", null=True),
    _text("item", null=True),
    _text("opened_at"),
    _ref("opened_by", "account"),
    _text("told_whom"),
    _text("told_at"),
    _text("agreed"),
    _text("plan"),
    _text("review", null=True),
    _text("outcome"),
    _text("closed_at", null=True),
    _ref("closed_by", "account", null=True),
    Index("safety_flow_of", "person"),
    Index("safety_flow_open", "opened_at", sqlite_where=text("closed_at IS NULL")),
)
TABLES: dict[type, Table] = {
    Account: account,
    AccountKey: account_key,
    Staff: staff,
    Funder: funder,
    Operation: operation,
    Programme: programme,
    Activity: activity,
    Phase: phase,
    Person: person,
    StatusStay: status_stay,
    KeyWorker: key_worker,
    EmergencyAccess: emergency_access,
    Participation: participation,
    Episode: episode,
    PhaseStay: phase_stay,
    Group: group,
    Membership: membership,
    Session: session,
    Guest: guest,
    Attendance: attendance,
    Compartment: compartment,
    CompartmentKey: compartment_key,
    Note: note,
    NoteSignature: note_signature,
    Draft: draft,
    Print: sheet_print,
    Party: party,
    BundleOut: bundle_out,
    BundleIn: bundle_in,
    Quarantined: quarantined,
    Removal: removal,
    Erasure: erasure,
    ErasedNote: erased_note,
    Edition: instrument,
    Response: response,
    DueRule: due_rule,
    SafetyFlow: safety_flow,
}

# Facts that are never changed, only superseded: they need no row version of their own. (A signature
# has one: it changes what is told of its session, whose version must then grow.)
APPEND_ONLY = frozenset(
    {
        AccountKey,
        CompartmentKey,
        Attendance,
        Print,
        BundleIn,
        Quarantined,
        Removal,
        ErasedNote,
        Edition,
        Response,
    }
)
