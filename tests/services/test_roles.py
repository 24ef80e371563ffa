"""Every public method of every service asks the matrix: with every role, and real arguments."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.services.exchange_world import Pair
from tests.services.role_world import World, make_world

import tcdesk.services
from tcdesk.domain.errors import NotAllowedError, TcdeskError
from tcdesk.domain.staff import Action, Role, may
from tcdesk.services.desk import Desk
from tcdesk.vault.store import SqlStore


def services() -> Iterator[type]:
    """Give every class of the services that works at a desk."""
    for found in pkgutil.iter_modules(tcdesk.services.__path__, "tcdesk.services."):
        module = importlib.import_module(found.name)
        for kind in vars(module).values():
            if (
                inspect.isclass(kind)
                and kind.__module__ == found.name
                and is_dataclass(kind)
                and fields(kind)
                and fields(kind)[0].name == "desk"
            ):
                yield kind


def entries() -> dict[str, tuple[type, Callable[..., object]]]:
    return {
        f"{kind.__name__}.{name}": (kind, method)
        for kind in services()
        for name, method in vars(kind).items()
        if inspect.isfunction(method) and not name.startswith("_")
    }


class BackError(Exception):
    """Raised to roll an entry's work back, so that the next one finds the same world."""


# What changes files, or keys of its own: it cannot be rolled back, so it comes last.
LASTING = frozenset(
    {
        "Accounts.add",
        "Accounts.change_first",
        "Accounts.change_passphrase",
        "Accounts.remove",
        "Accounts.renew_backups",
        "Accounts.reset",
        "BackupCare.tend",
        "Backups.carry",
        "Backups.drop_spoilt",
        "Backups.make",
        "Backups.make_at_closing",
        "Backups.make_before_import",
        "Backups.make_before_update",
        "Exports.write",
        "Imports.look",
        "Imports.take",
        "Inbox.archive",
        "Joining.ask",
        "Office.found",
        "Office.send_roster",
        "Receipts.write",
        "Replies.take",
        "Restores.begin",
        "Retention.confirm",
        "Retention.renew_backups",
        "Sending.send",
        "VaultKeys.add",
        "VaultKeys.add_office",
        "VaultKeys.remove",
    }
)


def changes(desk: Desk) -> tuple[int, int]:
    """Count the rows ever changed by this connection, and the lines of the audit log."""
    store = desk.vault.store
    assert isinstance(store, SqlStore)
    lines = store.writer().scalar(text("SELECT count(*) FROM audit"))
    changed = store.writer().scalar(text("SELECT total_changes()"))
    return int(changed or 0), int(lines or 0)


def told(world: World, role: Role, name: str) -> str | None:
    """Call an entry with real arguments; give the action that was refused, None if it was let in.

    Whatever else it raises must be an error that a person can read.
    """
    kind, method = entries()[name]
    desk = world.desk(role)
    placed, named = world.arguments(name, method)
    service = world.service(desk, kind)
    before = changes(desk)

    def call() -> None:
        result = method(service, *placed, **named)
        if isinstance(result, AbstractContextManager) and not isinstance(result, Path):
            with result:
                pass

    try:
        if name in LASTING:
            call()
        else:
            with suppress(BackError), desk.vault.store.writing(desk.actor):
                call()
                raise BackError
    except NotAllowedError as error:
        assert changes(desk) == before, f"{name} changed something before it refused"
        return str(error.facts["action"])
    except TcdeskError:
        return None
    return None


ASKS: dict[Action, frozenset[str]] = {
    Action.BACKUP: frozenset(
        {
            "Backups.all",
            "Backups.carry",
            "Backups.drop_spoilt",
            "Backups.make",
        }
    ),
    Action.RESTORE: frozenset(
        {
            "DrillPaper.report",
            "Restores.begin",
            "Restores.keep_drill",
        }
    ),
    Action.EDIT_PEOPLE: frozenset(
        {
            "Aparts.end",
            "Aparts.keep_apart",
            "Community.set_waiting",
            "Consents.record",
            "Consents.withdraw",
            "Custody.set_housing",
            "Custody.set_regime",
            "Enrolments.enter",
            "Enrolments.leave",
            "Enrolments.move",
            "Flags.raise_flag",
            "Flags.set_last",
            "Identifiers.add",
            "Identifiers.correct",
            "KeyWorkers.assign",
            "KeyWorkers.choices",
            "Merges.merge",
            "Merges.separate",
            "Network.add",
            "Network.change",
            "Network.tie",
            "Network.untie",
            "Participants.create",
            "Participants.edit",
            "Participants.set_status",
            "PeopleImport.batches",
            "PeopleImport.layout",
            "PeopleImport.plan",
            "PeopleImport.programmes",
            "PeopleImport.take",
            "PeopleImport.undo",
            "Removals.apart",
            "Removals.entry",
            "Removals.episode",
            "Removals.housing",
            "Removals.person",
            "Removals.phase",
            "Removals.regime",
            "Removals.status",
        }
    ),
    Action.EDIT_SCHEDULE: frozenset(
        {
            "Bin.lying",
            "Cancelling.make_up",
            "Cancelling.many",
            "Cancelling.stand_in",
            "Removals.group",
            "Removals.guest",
            "Removals.membership",
            "Removals.session",
            "Schedule.cancel",
            "Schedule.change",
            "Schedule.join",
            "Schedule.open_group",
            "Schedule.plan",
            "Schedule.quit",
            "Schedule.set_capacity",
            "Sessions.change_roster",
            "TemplateWeek.begin",
            "TemplateWeek.missing",
            "WeekPlan.begin",
            "WeekPlan.change_following",
            "WeekPlan.generate",
            "WeekPlan.preview",
            "WeekPlan.stop",
        }
    ),
    Action.EXPORT: frozenset(
        {
            "Exports.preview",
            "Exports.sent",
            "Exports.write",
            "Receipts.write",
            "Sending.send",
            "Slips.sent",
        }
    ),
    Action.IMPORT: frozenset(
        {
            "Arrivals.within",
            "Backups.make_before_import",
            "Imports.leave",
            "Imports.look",
            "Imports.take",
            "Imports.tidy",
            "Inbox.archive",
            "Inbox.drop",
            "Inbox.stage",
            "Inbox.staged",
            "Inbox.sweep",
            "Replies.take",
        }
    ),
    Action.MANAGE_ACCOUNTS: frozenset(
        {
            "Accounts.add",
            "Accounts.all",
            "Accounts.change_role",
            "Accounts.disable",
            "Accounts.enable",
            "Accounts.keyed",
            "Accounts.remove",
            "Accounts.renew_backups",
            "Accounts.reset",
            "Closed.at_stake",
            "Mentors.all",
            "Mentors.choices",
            "Mentors.set",
            "VaultKeys.add",
            "VaultKeys.add_office",
            "VaultKeys.make",
            "VaultKeys.note_paper",
            "VaultKeys.remove",
        }
    ),
    Action.MANAGE_CLOSED: frozenset(
        {
            "ClosedRecovery.give",
            "ClosedRecovery.make",
            "ClosedRecovery.note_paper",
            "ClosedRecovery.open",
            "ClosedRecovery.store",
        }
    ),
    Action.MANAGE_UNIT: frozenset(
        {
            "Backups.make_before_update",
            "Backups.set_budget",
            "Diagnosis.file",
            "Diagnosis.standing",
            "Exports.declare_restored",
            "Instruments.add_rule",
            "Instruments.end_rule",
            "Instruments.load",
            "Instruments.rules",
            "Joining.ask",
            "Joining.confirm",
            "Joining.read_card",
            "Joining.standing",
            "Office.admit",
            "Office.digits",
            "Office.found",
            "Office.read_enrolment",
            "Office.send_roster",
            "Office.write_card",
            "Programmes.take_over",
            "Retention.set_years",
            "Slips.digits",
            "Slips.reserve",
            "Slips.reserve_left",
            "FreeDays.add",
            "FreeDays.drop",
            "UnitSettings.programmes",
            "UnitSettings.set_lock_minutes",
            "Updates.back",
            "Updates.look",
            "Updates.prepare",
            "Updates.within",
        }
    ),
    Action.PRINT_SHEETS: frozenset(
        {
            "AttendanceLists.draw",
            "AttendanceLists.left",
            "Certificates.draw",
            "Certificates.left",
            "Certificates.members",
            "InstrumentForms.draw",
            "InstrumentForms.left",
            "MinutesPapers.draw",
            "MinutesPapers.left",
            "PrintLog.newest",
            "SchedulePapers.left",
            "SchedulePapers.movement",
            "Sheets.draw",
            "Sheets.printed",
            "Sheets.prints",
            "Sheets.seen",
        }
    ),
    Action.SEE_AUDIT: frozenset(
        {
            "AuditLog.accounts",
            "AuditLog.ask",
            "AuditLog.left",
            "AuditLog.page",
            "AuditLog.report",
            "AuditLog.verified",
            "AuditLog.verify",
        }
    ),
    Action.SEE_NOTES: frozenset(
        {
            "DrugTests.of",
            "Assessments.of",
            "Assessments.waiting",
            "FilePrints.draw",
            "FilePrints.left",
            "FilePrints.parts",
            "Home.drafts",
            "Home.printed_not_keyed",
            "Home.unsigned",
            "NoteSearch.search",
            "Notes.of_session",
            "Notes.unsigned",
            "Community.of",
            "Intakes.of",
            "PlanPapers.draw",
            "PlanPapers.left",
            "Plans.goals_for",
            "Plans.of",
            "Plans.waiting",
            "ReleasePapers.left",
            "ReleasePapers.letter",
            "Releases.of",
            "Releases.waiting",
            "Safety.open",
            "Sessions.attendance_history",
        }
    ),
    Action.SEE_PEOPLE: frozenset(
        {
            "Aparts.at_session",
            "Aparts.in_group",
            "Aparts.of",
            "ConsentPapers.draw",
            "ConsentPapers.left",
            "Consents.of",
            "Custody.places",
            "Emergency.end",
            "Emergency.look_for",
            "Emergency.open",
            "Emergency.open_found",
            "Emergency.open_now",
            "Emergency.settle",
            "Enrolments.of",
            "Flags.of",
            "Home.alerts",
            "KeyWorkers.of",
            "Merges.of",
            "Network.of",
            "Participants.authors",
            "Participants.count",
            "Participants.glance",
            "Participants.leave",
            "Participants.open",
            "Participants.people",
            "Participants.search",
            "Participants.similar",
            "Participants.summary",
            "Participants.timeline",
            "Schedule.members",
            "Schedule.memberships",
            "Undo.changes",
        }
    ),
    Action.SEE_REPORTS: frozenset(
        {
            "Board.set_aside",
            "Board.units",
            "Office.units",
            "Reports.figures",
            "Reports.left",
            "Reports.make",
        }
    ),
    Action.SEE_SCHEDULE: frozenset(
        {
            "CalendarFile.left",
            "CalendarFile.make",
            "HeadCounts.of",
            "Keying.open",
            "Programmes.all",
            "Schedule.between",
            "Schedule.clashes",
            "Schedule.group",
            "Schedule.groups",
            "Schedule.staff",
            "Schedule.week",
            "SchedulePapers.week",
            "Sessions.by_code",
            "Sessions.listed",
            "Sessions.look",
            "Sessions.open",
            "WeekPlan.running",
            "WeekPlan.series_of",
        }
    ),
    Action.WRITE_NOTES: frozenset(
        {
            "DrugTests.change",
            "DrugTests.record",
            "Plans.add_goal",
            "Plans.add_step",
            "Plans.begin",
            "Plans.change_goal",
            "Plans.change_step",
            "Plans.rate",
            "Plans.review",
            "Community.end_role",
            "Community.give_role",
            "Community.keep_event",
            "Community.resume",
            "Community.suspend",
            "Intakes.keep",
            "Intakes.keep_use",
            "Removals.drug",
            "Removals.event",
            "Removals.role",
            "Releases.begin",
            "Releases.change",
            "Releases.close",
            "Releases.keep_body",
            "Removals.body",
            "Removals.goal",
            "Removals.step",
            "Assessments.record",
            "Closed.colleagues",
            "Closed.hand_over",
            "Closed.name",
            "Closed.search",
            "Closed.stop",
            "Countersigning.sign",
            "Countersigning.waiting",
            "HeadCounts.record",
            "Keying.keep",
            "Keying.settle",
            "Misplaced.move",
            "Misplaced.places",
            "Notes.add_to",
            "Notes.draft",
            "Notes.drafts",
            "Notes.drop_draft",
            "Notes.keep_draft",
            "Notes.sign",
            "Notes.write",
            "Phrases.all",
            "Phrases.drop",
            "Phrases.save",
            "Removals.note",
            "Safety.begin",
            "Safety.close",
            "Safety.keep",
            "Safety.put_off",
            "Sessions.record",
        }
    ),
    Action.HAND_OVER: frozenset(
        {
            "HandingOver.caseload",
            "HandingOver.hand_over",
        }
    ),
    Action.SEE_EMERGENCIES: frozenset(
        {
            "EmergencyReview.all",
            "EmergencyReview.looks",
            "EmergencyReview.waiting",
        }
    ),
    Action.REVIEW_EMERGENCIES: frozenset(
        {
            "EmergencyReview.review",
        }
    ),
    Action.RETENTION: frozenset(
        {
            "Retention.board",
            "Retention.propose",
            "Retention.withdraw",
        }
    ),
    Action.CONFIRM_ERASURE: frozenset(
        {
            "Retention.confirm",
            "Retention.renew_backups",
        }
    ),
    Action.ACCESS_RECORD: frozenset(
        {
            "AccessRecords.draw",
            "AccessRecords.left",
            "AccessRecords.made",
        }
    ),
}
"""What an entry asks before anything else."""

EVERYBODY = frozenset(
    {
        "FreeDays.between",
        "FreeDays.own",
        "Accounts.change_first",
        "Accounts.change_passphrase",
        "BackupCare.chore",
        "BackupCare.keep",
        "BackupCare.tend",
        "BackupCare.trouble",
        "Backups.due_at_closing",
        "Backups.make_at_closing",
        "Bin.put_back",
        "Closed.files",
        "ClosedRecovery.ask_back",
        "ClosedRecovery.standing",
        "HealthCheck.due",
        "HealthCheck.health",
        "HealthCheck.keep",
        "HealthCheck.run",
        "Home.today",
        "Instruments.all",
        "Resume.keep",
        "Resume.take",
        "Retention.to_confirm",
        "RoleMatrix.report",
        "RoleMatrix.table",
        "Search.find",
        "Slips.leaving",
        "Slips.staying",
        "Timekeeping.confirm",
        "Timekeeping.in_doubt",
        "Timekeeping.notice",
        "Undo.latest",
        "Undo.take_back",
        "Undo.undo",
        "UnitSettings.lock_minutes",
        "Updates.last",
        "VaultKeys.all",
        "VaultKeys.ask_back",
    }
)
"""Open to every role: the own passphrase and place; what is told in parts by the role."""

UNDOING = frozenset({"Bin.put_back", "Undo.take_back", "Undo.undo"})
"""Ask what the thing they bring back asks; tried where they are made."""


@pytest.fixture
def world(busy: Pair, tmp_path: Path) -> World:
    return make_world(busy, tmp_path)


def test_every_entry_of_the_services_is_in_one_of_the_lists() -> None:
    listed = EVERYBODY | frozenset().union(*ASKS.values())
    assert set(entries()) == listed


def test_every_entry_of_the_services_has_real_arguments(world: World) -> None:
    for name, (_kind, method) in entries().items():
        if name not in LASTING | UNDOING:
            world.arguments(name, method)


@pytest.mark.parametrize("role", list(Role))
def test_an_entry_refuses_exactly_the_roles_that_the_matrix_leaves_out(
    world: World, role: Role
) -> None:
    wanted = {name: action for action, names in ASKS.items() for name in names}
    wrong = {}
    for name in sorted(entries(), key=lambda one: (one in LASTING, one)):
        if name in UNDOING:
            continue
        action = wanted.get(name)
        expected = None if action is None or may(role, action) else action.value
        try:
            found = told(world, role, name)
        except Exception as error:  # noqa: BLE001 - all of them are told at once
            found = repr(error)
        if found != expected:
            wrong[name] = found
    assert wrong == {}
