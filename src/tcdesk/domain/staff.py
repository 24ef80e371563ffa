"""People who work here, their accounts and roles."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import NotAllowedError, RuleBrokenError
from tcdesk.domain.ids import AccountId, StaffId


class Role(StrEnum):
    """What an account is for; one role an account."""

    THERAPIST = "therapist"
    EXTERNAL = "external"
    HEAD = "head"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    ANALYST = "analyst"
    AUDITOR = "auditor"


class Scope(StrEnum):
    """Whose data an account reaches, within what its role may do."""

    OWN = "own"  # its own caseload, see ``domain.caseload``
    UNIT = "unit"


class Action(StrEnum):
    """What can be done; every service asks the matrix."""

    SEE_PEOPLE = "see-people"
    EDIT_PEOPLE = "edit-people"
    SEE_SCHEDULE = "see-schedule"
    EDIT_SCHEDULE = "edit-schedule"
    SEE_NOTES = "see-notes"
    WRITE_NOTES = "write-notes"
    PRINT_SHEETS = "print-sheets"
    SEE_REPORTS = "see-reports"
    EXPORT = "export"
    IMPORT = "import"
    MANAGE_ACCOUNTS = "manage-accounts"
    MANAGE_UNIT = "manage-unit"
    BACKUP = "backup"
    RESTORE = "restore"
    SEE_AUDIT = "see-audit"
    HAND_OVER = "hand-over"
    SEE_EMERGENCIES = "see-emergencies"
    REVIEW_EMERGENCIES = "review-emergencies"
    MANAGE_CLOSED = "manage-closed"
    RETENTION = "retention"
    CONFIRM_ERASURE = "confirm-erasure"
    ACCESS_RECORD = "access-record"


_CLINICAL = frozenset(
    {
        Action.SEE_PEOPLE,
        Action.EDIT_PEOPLE,
        Action.SEE_SCHEDULE,
        Action.EDIT_SCHEDULE,
        Action.SEE_NOTES,
        Action.WRITE_NOTES,
        Action.PRINT_SHEETS,
        Action.BACKUP,
    }
)

MAY: dict[Role, frozenset[Action]] = {
    Role.THERAPIST: _CLINICAL | {Action.RETENTION},
    Role.EXTERNAL: _CLINICAL - {Action.EDIT_PEOPLE, Action.BACKUP},
    Role.HEAD: _CLINICAL
    | {
        Action.SEE_REPORTS,
        Action.EXPORT,
        Action.IMPORT,
        Action.MANAGE_UNIT,
        Action.MANAGE_ACCOUNTS,
        Action.RESTORE,
        Action.MANAGE_CLOSED,
        Action.HAND_OVER,
        Action.SEE_EMERGENCIES,
        Action.REVIEW_EMERGENCIES,
        Action.RETENTION,
        Action.CONFIRM_ERASURE,
        Action.ACCESS_RECORD,
    },
    Role.OFFICER: frozenset({Action.SEE_SCHEDULE}),
    Role.ADMINISTRATOR: frozenset(
        {
            Action.MANAGE_ACCOUNTS,
            Action.MANAGE_UNIT,
            Action.BACKUP,
            Action.RESTORE,
            Action.IMPORT,
            Action.RETENTION,
            Action.CONFIRM_ERASURE,
        }
    ),
    Role.ANALYST: frozenset(
        {
            Action.SEE_REPORTS,
            Action.IMPORT,
            Action.EXPORT,
            Action.BACKUP,
            Action.RESTORE,
            Action.MANAGE_UNIT,
            Action.MANAGE_ACCOUNTS,
        }
    ),
    Role.AUDITOR: frozenset({Action.SEE_AUDIT, Action.SEE_EMERGENCIES}),
}

# The scopes that a role can be given, the usual one first; the others reach what their role may.
SCOPES: dict[Role, tuple[Scope, ...]] = {
    Role.THERAPIST: (Scope.UNIT, Scope.OWN),
    Role.EXTERNAL: (Scope.OWN, Scope.UNIT),
}

# A small unit or office has no separate administrator: its head or analyst keeps the accounts.
OFFICE_ROLES = (Role.ANALYST, Role.ADMINISTRATOR, Role.AUDITOR)
UNIT_ROLES = (
    Role.HEAD,
    Role.THERAPIST,
    Role.EXTERNAL,
    Role.OFFICER,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A person who works here; ``code`` is what leaves the unit."""

    id: StaffId
    code: str
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    account: AccountId | None = None

    @property
    def short_name(self) -> str:
        """Initial and family name, as leaders stand on a sheet."""
        return f"{self.given_name[:1]}. {self.family_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A log-in of one person; the public key verifies what it signed, also after it ends.

    ``must_change``: somebody else knows the passphrase, so the first log-in asks for a new one.
    ``scope``: whose data it reaches.
    """

    id: AccountId
    login: str
    role: Role
    sign_pub: str
    from_date: date
    to_date: date | None
    must_change: bool = False
    scope: Scope = Scope.UNIT


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountKey:
    """A key that an account signed with until its passphrase was reset; verifies what it signed."""

    id: str
    account: AccountId
    sign_pub: str
    until: str


def scopes_of(role: Role) -> tuple[Scope, ...]:
    """Give the scopes that a role can be given, the usual one first."""
    return SCOPES.get(role, (Scope.UNIT,))


def check_scope(role: Role, scope: Scope) -> None:
    """Refuse a scope that makes no sense for a role.

    Raises:
        RuleBrokenError: ``scope-not-for-role``.
    """
    if scope not in scopes_of(role):
        raise RuleBrokenError("scope-not-for-role")


def may(role: Role, action: Action) -> bool:
    """Say whether a role includes an action."""
    return action in MAY[role]


def check_may(role: Role, action: Action) -> None:
    """Refuse an action that the role does not include.

    Raises:
        NotAllowedError: with the action as fact.
    """
    if not may(role, action):
        raise NotAllowedError(action=action.value)
