"""The tables of the vault, one a kind of value, and which value lives in which table.

Those of repetition, the exchange, removals and questionnaires stand in modules of their own.
Tables without a value stand in ``bookkeeping`` and belong to the unit of work.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    text,
)

from tcdesk.domain.apart import Apart
from tcdesk.domain.caseload import EmergencyAccess, KeyWorker
from tcdesk.domain.closed import Compartment, CompartmentKey
from tcdesk.domain.community import (
    CommunityEvent,
    ExitDecision,
    PhaseDecision,
    RoleStay,
    Suspension,
    WaitingStay,
)
from tcdesk.domain.countersigning import Countersignature, Traineeship
from tcdesk.domain.drug_tests import DrugTest
from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.head_counts import HeadCount
from tcdesk.domain.instrument_due import DueRule
from tcdesk.domain.instruments import Edition, Response
from tcdesk.domain.intake import DrugUse, Intake
from tcdesk.domain.notes import Draft, Note, NoteSignature
from tcdesk.domain.people import Person, StatusStay
from tcdesk.domain.people_import import ImportBatch, ImportedFile
from tcdesk.domain.phrases import Phrase
from tcdesk.domain.plans import Goal, GoalRating, GoalStep, Plan
from tcdesk.domain.programmes import Activity, Funder, Operation, Phase, Programme
from tcdesk.domain.recurrence import Series
from tcdesk.domain.release import ReleaseBody, ReleasePlan
from tcdesk.domain.removal import Removal
from tcdesk.domain.retention import ErasedNote, Erasure
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.sessions import Attendance, Group, Guest, Membership, Session
from tcdesk.domain.sheets import Print
from tcdesk.domain.staff import Account, AccountKey, Staff
from tcdesk.services.exchange_rows import BundleIn, BundleOut, Party, Quarantined
from tcdesk.vault import bookkeeping, file_tables
from tcdesk.vault.columns import int_cell, ref, table, text_cell
from tcdesk.vault.community_tables import (
    community_event,
    exit_decision,
    phase_decision,
    role_stay,
    suspension,
    waiting_stay,
)
from tcdesk.vault.drug_test_tables import drug_test
from tcdesk.vault.exchange_tables import bundle_in, bundle_out, party, quarantined
from tcdesk.vault.head_count_tables import head_count
from tcdesk.vault.import_tables import import_batch, imported_file
from tcdesk.vault.instrument_tables import due_rule, instrument, response, safety_flow
from tcdesk.vault.intake_tables import drug_use, intake
from tcdesk.vault.note_tables import countersignature, phrase, traineeship
from tcdesk.vault.plan_tables import goal, goal_rating, goal_step, plan
from tcdesk.vault.release_tables import release_body, release_plan
from tcdesk.vault.removal_tables import erased_note, erasure, removal
from tcdesk.vault.schedule_tables import apart, series

SCHEMA_VERSION = 2

metadata = bookkeeping.meta.metadata  # with all tables, once this module is imported

account = table(
    "account",
    text_cell("login"),
    text_cell("role"),
    text_cell("sign_pub"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    int_cell("must_change"),
    text_cell("scope"),
)
account_key = table(
    "account_key",
    ref("account", "account"),
    text_cell("sign_pub"),
    text_cell("until"),
    Index("account_key_of", "account"),
)
staff = table(
    "staff",
    text_cell("code"),
    text_cell("given_name"),
    text_cell("family_name"),
    ref("account", "account", null=True),
)
funder = table(
    "funder",
    text_cell("code"),
    text_cell("statement_sl"),
    text_cell("statement_en"),
    text_cell("emblem", null=True),
)
operation = table(
    "operation",
    ref("funder", "funder"),
    text_cell("code"),
    text_cell("name_sl"),
    text_cell("name_en"),
    text_cell("profile"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
)
programme = table(
    "programme",
    ref("operation", "operation"),
    text_cell("code"),
    text_cell("name_sl"),
    text_cell("name_en"),
)
activity = table(
    "activity",
    ref("programme", "programme"),
    text_cell("code"),
    text_cell("name_sl"),
    text_cell("name_en"),
    text_cell("form"),
    int_cell("minutes"),
    text_cell("for_status", null=True),
)
phase = table(
    "phase",
    ref("programme", "programme"),
    int_cell("number"),
    text_cell("name_sl"),
    text_cell("name_en"),
)
person = table(
    "person",
    text_cell("code"),
    text_cell("pseudonym"),
    text_cell("kind"),
    text_cell("given_name"),
    text_cell("family_name"),
    text_cell("birth_date"),
    text_cell("sex"),
    text_cell("region", null=True),
    int_cell("risk"),
    text_cell("folded"),
    text_cell("alphabetical"),
    Index("person_by_folded", "folded"),
    Index("person_in_order", "alphabetical", "id"),
    Index("person_by_code", "code", unique=True),
)
status_stay = table(
    "status_stay",
    ref("person", "person"),
    text_cell("status"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("status_stay_of", "person", "from_date"),
)
key_worker = table(
    "key_worker",
    ref("person", "person"),
    ref("staff", "staff"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("key_worker_of", "person", "from_date"),
    Index("key_worker_staff", "staff"),
)
emergency_access = table(
    "emergency_access",
    ref("account", "account"),
    ref("person", "person"),
    text_cell("reason"),
    text_cell("opened_at"),
    text_cell("until"),
    text_cell("ended_at", null=True),
    ref("reviewed_by", "account", null=True),
    text_cell("reviewed_at", null=True),
    text_cell("remark", null=True),
    Index("emergency_of", "account", "person", "until"),
)
participation = table(
    "participation",
    ref("person", "person"),
    ref("operation", "operation"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("participation_of", "person", "operation", unique=True),
)
episode = table(
    "episode",
    ref("person", "person"),
    ref("participation", "participation"),
    ref("programme", "programme"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    text_cell("exit_code", null=True),
    Index("episode_of", "person", "from_date"),
)
phase_stay = table(
    "phase_stay",
    ref("episode", "episode"),
    ref("phase", "phase"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("phase_stay_of", "episode", "from_date"),
)
group = table(
    "grp",
    ref("programme", "programme"),
    ref("activity", "activity"),
    text_cell("name"),
    text_cell("room"),
    ref("leader", "staff"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    int_cell("capacity", null=True),
)
membership = table(
    "membership",
    Column("group", Text, ForeignKey("grp.id"), nullable=False),
    ref("person", "person"),
    text_cell("from_date"),
    text_cell("to_date", null=True),
    Index("membership_of_group", "group", "from_date"),
    Index("membership_of_person", "person", "from_date"),
)
session = table(
    "session",
    ref("programme", "programme"),
    ref("activity", "activity"),
    Column("group", Text, ForeignKey("grp.id"), nullable=True),
    ref("person", "person", null=True),
    text_cell("day"),
    int_cell("start"),
    int_cell("minutes"),
    text_cell("room"),
    ref("leader", "staff"),
    ref("co_leader", "staff", null=True),
    text_cell("state"),
    text_cell("cancel_reason", null=True),
    text_cell("theme"),
    text_cell("code"),
    ref("series", "series", null=True),
    text_cell("slot_day", null=True),
    ref("makes_up", "session", null=True),
    ref("stands_in_for", "staff", null=True),
    text_cell("clash_reason"),
    Index("session_by_day", "day", "start"),
    Index("session_day_of", "id", "day"),
    Index("session_by_code", "code", unique=True),
    Index("session_of_person", "person", "day"),
    Index("session_of_group", "group", "day"),
    Index("session_of_leader", "leader", "day"),
    Index("session_of_co_leader", "co_leader", "day"),
    Index("session_of_series", "series", "slot_day", sqlite_where=text("series IS NOT NULL")),
    Index("session_made_up", "makes_up", sqlite_where=text("makes_up IS NOT NULL")),
)
guest = table(
    "guest",
    ref("session", "session"),
    ref("person", "person"),
    int_cell("added"),
    Index("guest_of", "session"),
)
attendance = table(
    "attendance",
    ref("session", "session"),
    ref("person", "person"),
    text_cell("status"),
    int_cell("minutes"),
    int_cell("participation", null=True),
    text_cell("recorded_at"),
    ref("account", "account"),
    ref("supersedes", "attendance", null=True),
    text_cell("reason", null=True),
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
compartment = table(
    "compartment",
    ref("author", "account"),
    text_cell("opened_at"),
    text_cell("ended_at", null=True),
    Index("compartment_of", "author"),
)
compartment_key = table(
    "compartment_key",
    ref("compartment", "compartment"),
    ref("account", "account", null=True),
    text_cell("recipient"),
    text_cell("sealed"),
    ref("given_by", "account"),
    text_cell("at"),
    text_cell("reason"),
    text_cell("proof"),
    Index("compartment_key_of", "compartment", "recipient", "reason", unique=True),
    Index("compartment_key_for", "recipient"),
)
note = table(
    "note",
    ref("session", "session"),
    ref("person", "person", null=True),
    ref("author", "account"),
    text_cell("at"),
    text_cell("kind"),
    text_cell("format"),
    text_cell("body"),
    ref("amends", "note", null=True),
    ref("compartment", "compartment", null=True),
    Index("note_of_session", "session"),
    Index("note_of_person", "person"),
    Index("note_of_author", "author"),
    Index("note_closed", "compartment", sqlite_where=text("compartment IS NOT NULL")),
)
note_signature = Table(
    "note_signature",
    metadata,
    Column("id", Text, ForeignKey("note.id"), primary_key=True),
    ref("account", "account"),
    text_cell("sha256"),
    text_cell("sign_pub"),
    text_cell("signature"),
    text_cell("at"),
    int_cell("late"),
    Index("note_signature_of", "account"),
    sqlite_strict=True,
)
draft = table(
    "draft",
    ref("account", "account"),
    text_cell("page"),
    text_cell("entity"),
    int_cell("base_version"),
    text_cell("payload"),
    int_cell("cursor"),
    text_cell("saved_at"),
    ref("compartment", "compartment", null=True),
    Index("draft_of", "account", "page", "entity", unique=True),
)
sheet_print = table(
    "sheet_print",
    ref("session", "session"),
    ref("account", "account"),
    text_cell("at"),
    int_cell("copy_number"),
    text_cell("target"),
    text_cell("roster"),
    Index("print_of", "session"),
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
    Series: series,
    Session: session,
    Apart: apart,
    Guest: guest,
    Attendance: attendance,
    Compartment: compartment,
    CompartmentKey: compartment_key,
    Note: note,
    NoteSignature: note_signature,
    Countersignature: countersignature,
    Traineeship: traineeship,
    Phrase: phrase,
    HeadCount: head_count,
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
    Plan: plan,
    Goal: goal,
    GoalStep: goal_step,
    GoalRating: goal_rating,
    DrugTest: drug_test,
    ImportBatch: import_batch,
    ImportedFile: imported_file,
    ReleasePlan: release_plan,
    ReleaseBody: release_body,
    WaitingStay: waiting_stay,
    PhaseDecision: phase_decision,
    Suspension: suspension,
    RoleStay: role_stay,
    CommunityEvent: community_event,
    ExitDecision: exit_decision,
    Intake: intake,
    DrugUse: drug_use,
    **file_tables.VALUES,
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
        ImportedFile,
    }
)
