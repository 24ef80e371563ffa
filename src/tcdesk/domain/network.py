"""Who else belongs to a person's life: other files, and people without one."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.dated import check_period
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId

LONGEST_LINE = 120
LONGEST_REMARK = 400


class TieKind(StrEnum):
    """What the other file's person is to this one."""

    TOOK_PART = "took-part"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    RELATIVE = "relative"
    FRIEND = "friend"

    @property
    def inverse(self) -> "TieKind":
        """What this file's person is to the other one."""
        swapped = {TieKind.CHILD: TieKind.PARENT, TieKind.PARENT: TieKind.CHILD}
        return swapped.get(self, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Another file that belongs to this one: ``other`` is the ``kind`` of ``person``."""

    id: str
    person: PersonId
    other: PersonId
    kind: TieKind
    remark: str = field(repr=False)
    from_date: date | None
    to_date: date | None


class ContactRole(StrEnum):
    """What a contact is to the person."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "brother-sister"
    RELATIVE = "kin"
    FRIEND = "friends"
    SOCIAL_WORK = "social-work"
    PROBATION = "probation-office"
    HEALTH = "health-care"
    NGO = "organisation"
    EMPLOYER = "workplace"
    LAWYER = "lawyer"
    OTHER = "other"


class Support(StrEnum):
    """What a contact means for the change somebody works on."""

    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    BURDENS = "burdens"


class Leave(StrEnum):
    """Whether the person has agreed that the contact is called or written to."""

    NOT_ASKED = "unasked"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody outside who matters to a person; ``leave_on``: when the person last answered."""

    id: str
    person: PersonId
    name: str = field(repr=False)
    role: ContactRole
    reached_at: str = field(repr=False)
    support: Support
    leave: Leave
    leave_on: date | None
    remark: str = field(repr=False)
    from_date: date
    to_date: date | None


def check_tie(new: Tie, known: tuple[Tie, ...]) -> None:
    """Refuse a person tied to themselves, the same tie twice, and an impossible time.

    Raises:
        RuleBrokenError: ``tie-same``, ``tie-known``, ``text-too-long`` or ``end-before-start``.
    """
    if new.person == new.other:
        raise RuleBrokenError("tie-same")
    if any(_alike(one, new) for one in known if one.id != new.id):
        raise RuleBrokenError("tie-known")
    if len(new.remark) > LONGEST_REMARK:
        raise RuleBrokenError("text-too-long", most=LONGEST_REMARK)
    if new.from_date is not None:
        check_period(new.from_date, new.to_date)


def _alike(one: Tie, other: Tie) -> bool:
    told = (one.person, one.other, one.kind)
    turned = (one.other, one.person, one.kind.inverse)
    return (other.person, other.other, other.kind) in (told, turned)


def check_contact(contact: Contact, today: date) -> None:
    """Refuse a contact without a name, and an answer without its day.

    Raises:
        RuleBrokenError: ``contact-name``, ``contact-leave-day``, ``text-too-long`` or
            ``end-before-start``.
    """
    if not contact.name:
        raise RuleBrokenError("contact-name")
    answered = contact.leave is not Leave.NOT_ASKED
    if answered and (contact.leave_on is None or contact.leave_on > today):
        raise RuleBrokenError("contact-leave-day")
    if max(len(contact.name), len(contact.reached_at)) > LONGEST_LINE:
        raise RuleBrokenError("text-too-long", most=LONGEST_LINE)
    if len(contact.remark) > LONGEST_REMARK:
        raise RuleBrokenError("text-too-long", most=LONGEST_REMARK)
    check_period(contact.from_date, contact.to_date)
