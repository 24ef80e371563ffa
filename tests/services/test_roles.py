"""Every public method of every service asks the matrix: tried with every role on a real vault."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

import tcdesk.services
from tcdesk.domain.errors import NotAllowedError
from tcdesk.domain.staff import Action, Role, may
from tcdesk.services.desk import Desk


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


def refused(desk: Desk, kind: type, method: Callable[..., object]) -> str | None:
    """Call an entry with nothing in its hands; give the action that was refused."""
    service = kind(desk, *[None for _one in fields(kind)[1:]])
    wanted = list(inspect.signature(method).parameters.values())[1:]
    missing = [one for one in wanted if one.default is inspect.Parameter.empty]
    placed = [None for one in missing if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    named = {one.name: None for one in missing if one.kind is inspect.Parameter.KEYWORD_ONLY}
    try:
        method(service, *placed, **named)
    except NotAllowedError as error:
        return str(error.facts["action"])
    except Exception:  # noqa: BLE001 - it was let in; nothing in its hands is its own trouble
        return None
    return None


ASKS: dict[Action, frozenset[str]] = {
    Action.BACKUP: frozenset(
        {
            "Backups.all",
            "Backups.carry",
            "Backups.make",
        }
    ),
    Action.EDIT_PEOPLE: frozenset(
        {
            "Enrolments.enter",
            "Enrolments.move",
            "Participants.create",
            "Participants.set_status",
        }
    ),
    Action.EDIT_SCHEDULE: frozenset(
        {
            "Schedule.cancel",
            "Schedule.join",
            "Schedule.plan",
            "Schedule.quit",
            "Sessions.change_roster",
        }
    ),
    Action.EXPORT: frozenset(
        {
            "Exports.preview",
            "Exports.sent",
            "Exports.write",
            "Receipts.write",
            "Slips.sent",
        }
    ),
    Action.IMPORT: frozenset(
        {
            "Arrivals.within",
            "Imports.tidy",
        }
    ),
    Action.MANAGE_ACCOUNTS: frozenset(
        {
            "Accounts.add",
            "Accounts.all",
            "Accounts.remove",
            "Accounts.renew_backups",
            "Accounts.reset",
            "Closed.at_stake",
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
        }
    ),
    Action.MANAGE_UNIT: frozenset(
        {
            "Exports.declare_restored",
            "Instruments.add_rule",
            "Instruments.end_rule",
            "Instruments.load",
            "Instruments.rules",
            "Joining.ask",
            "Joining.confirm",
            "Joining.standing",
            "Office.digits",
            "Office.found",
            "Office.read_enrolment",
            "Office.send_roster",
            "Office.write_card",
            "Programmes.take_over",
            "Slips.digits",
            "Slips.reserve",
            "Slips.reserve_left",
            "UnitSettings.programmes",
        }
    ),
    Action.PRINT_SHEETS: frozenset(
        {
            "Sheets.draw",
            "Sheets.printed",
            "Sheets.prints",
            "Sheets.seen",
        }
    ),
    Action.SEE_AUDIT: frozenset(
        {
            "AuditLog.accounts",
            "AuditLog.left",
            "AuditLog.page",
            "AuditLog.report",
            "AuditLog.verified",
            "AuditLog.verify",
        }
    ),
    Action.SEE_NOTES: frozenset(
        {
            "Assessments.of",
            "Assessments.waiting",
            "Home.drafts",
            "Home.printed_not_keyed",
            "Home.unsigned",
            "Notes.of_session",
            "Notes.unsigned",
            "Safety.open",
            "Sessions.attendance_history",
        }
    ),
    Action.SEE_PEOPLE: frozenset(
        {
            "Enrolments.of",
            "Participants.count",
            "Participants.glance",
            "Participants.leave",
            "Participants.open",
            "Participants.people",
            "Participants.similar",
            "Participants.summary",
            "Participants.timeline",
            "Schedule.members",
            "Schedule.memberships",
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
            "Keying.open",
            "Programmes.all",
            "Schedule.between",
            "Schedule.clashes",
            "Schedule.group",
            "Schedule.groups",
            "Schedule.staff",
            "Sessions.listed",
            "Sessions.look",
            "Sessions.open",
        }
    ),
    Action.WRITE_NOTES: frozenset(
        {
            "Assessments.record",
            "Closed.colleagues",
            "Closed.hand_over",
            "Closed.name",
            "Closed.search",
            "Closed.stop",
            "Keying.settle",
            "Notes.draft",
            "Notes.drafts",
            "Notes.drop_draft",
            "Notes.keep_draft",
            "Notes.write",
            "Safety.begin",
            "Safety.close",
            "Safety.keep",
            "Safety.put_off",
            "Sessions.record",
        }
    ),
}
"""What an entry asks before anything else."""

EVERYBODY = frozenset(
    {
        "Accounts.change_first",
        "Accounts.change_passphrase",
        "Backups.due_at_closing",
        "Backups.make_at_closing",
        "Closed.files",
        "ClosedRecovery.ask_back",
        "ClosedRecovery.standing",
        "HealthCheck.due",
        "HealthCheck.health",
        "HealthCheck.keep",
        "HealthCheck.run",
        "Home.today",
        "Imports.leave",
        "Instruments.all",
        "Resume.keep",
        "Resume.take",
        "RoleMatrix.report",
        "RoleMatrix.table",
        "Search.find",
        "Slips.leaving",
        "Slips.staying",
        "Timekeeping.confirm",
        "Timekeeping.in_doubt",
        "Timekeeping.notice",
        "UnitSettings.lock_minutes",
        "VaultKeys.all",
        "VaultKeys.ask_back",
    }
)
"""Open to every role: the own passphrase and place; what is told in parts by the role."""

WITH_ARGUMENTS = frozenset(
    {
        "AuditLog.ask",
        "ClosedRecovery.store",
        "Enrolments.leave",
        "Imports.look",
        "Imports.take",
        "Inbox.archive",
        "Inbox.drop",
        "Inbox.stage",
        "Inbox.staged",
        "Inbox.sweep",
        "Joining.read_card",
        "Keying.keep",
        "Notes.add_to",
        "Notes.sign",
        "Office.admit",
        "Participants.edit",
        "Participants.search",
        "Replies.take",
        "Schedule.change",
        "Schedule.open_group",
        "Schedule.week",
        "Sending.send",
        "Sessions.by_code",
        "UnitSettings.set_lock_minutes",
        "VaultKeys.add",
    }
)
"""Look at what they are given before they ask, so that empty hands cannot try them."""


def test_every_entry_of_the_services_is_in_one_of_the_lists() -> None:
    listed = EVERYBODY | WITH_ARGUMENTS | frozenset().union(*ASKS.values())
    assert set(entries()) == listed


@pytest.mark.parametrize("role", list(Role))
def test_an_entry_refuses_exactly_the_roles_that_the_matrix_leaves_out(
    unit_desk: Desk, role: Role
) -> None:
    desk = replace(unit_desk, actor=replace(unit_desk.actor, role=role))
    known = entries()
    for action, names in ASKS.items():
        for name in names:
            told = refused(desk, *known[name])
            assert told == (None if may(role, action) else action.value), name
