"""What is arranged for the time after release: bodies, appointments, and what still is missing.

Centres for social work prepare the programme after release at least three months before it, with
the prison and the employment service; hence the reminders 120, 90 and 30 days before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId

LONGEST = 600


class BodyKind(StrEnum):
    """Who helps after release; words follow the institutions of Slovenia."""

    SOCIAL_WORK = "social-work"
    EMPLOYMENT = "employment"
    PROBATION = "probation"
    ADDICTION = "addiction"
    HEALTH = "health"
    NGO = "ngo"
    HOUSING = "housing"
    EMPLOYER = "employer"
    OTHER = "other"

    @property
    def may_know(self) -> bool:
        """Whether its letter may say where the person comes from; else it stays neutral."""
        return self in {
            BodyKind.SOCIAL_WORK,
            BodyKind.PROBATION,
            BodyKind.ADDICTION,
            BodyKind.HEALTH,
        }


class Answer(StrEnum):
    """What a body has answered."""

    NOT_ASKED = "not-asked"
    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Reminder(StrEnum):
    """What is missing, told from that many days before release on."""

    BODIES = "bodies"  # 120: nobody is named yet
    ASKING = "asking"  # 90: somebody named was not asked yet
    ANSWERS = "answers"  # 30: somebody has not answered, or there is no appointment
    OVER = "over"  # the day has come and the plan is still open


_DAYS = {Reminder.BODIES: 120, Reminder.ASKING: 90, Reminder.ANSWERS: 30}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan:
    """The plan for a person's release; ``told_overdose``: when the risk was talked about."""

    id: str
    person: PersonId
    release_on: date
    housing: str = field(default="", repr=False)
    income: str = field(default="", repr=False)
    papers: str = field(default="", repr=False)
    health: str = field(default="", repr=False)
    crisis: str = field(default="", repr=False)
    told_overdose: date | None = None
    account: AccountId
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseBody:
    """A body of a release plan; ``start`` is minutes after midnight of the appointment."""

    id: str
    plan: str
    person: PersonId
    kind: BodyKind
    name: str = field(repr=False)
    contact: str = field(default="", repr=False)
    asked_for: str = field(default="", repr=False)
    answer: Answer = Answer.NOT_ASKED
    answered_on: date | None = None
    appointment: date | None = None
    start: int | None = None
    place: str = field(default="", repr=False)


def check_release(plan: ReleasePlan, birth: date, today: date) -> None:
    """Refuse an impossible plan.

    Raises:
        RuleBrokenError: ``release-before-birth``, ``release-told-in-future`` or
            ``release-text-too-long``.
    """
    if plan.release_on <= birth:
        raise RuleBrokenError("release-before-birth")
    if plan.told_overdose is not None and plan.told_overdose > today:
        raise RuleBrokenError("release-told-in-future")
    _check_lengths(plan.housing, plan.income, plan.papers, plan.health, plan.crisis)


def check_body(body: ReleaseBody, today: date) -> None:
    """Refuse a body without a name, an answer from the future, an hour without a day.

    Raises:
        RuleBrokenError: ``release-body-name``, ``release-answer-in-future``,
            ``release-hour-without-day`` or ``release-text-too-long``.
    """
    if not body.name.strip():
        raise RuleBrokenError("release-body-name")
    if body.answered_on is not None and body.answered_on > today:
        raise RuleBrokenError("release-answer-in-future")
    if body.start is not None and body.appointment is None:
        raise RuleBrokenError("release-hour-without-day")
    _check_lengths(body.name, body.contact, body.asked_for, body.place)


def check_still_open(plan: ReleasePlan) -> None:
    """Refuse a change of a plan that is closed.

    Raises:
        RuleBrokenError: ``release-closed``.
    """
    if plan.closed_on is not None:
        raise RuleBrokenError("release-closed")


def reminder(plan: ReleasePlan, bodies: Sequence[ReleaseBody], today: date) -> Reminder | None:
    """Say what is missing of a plan on a day; None when nothing is due yet."""
    left = (plan.release_on - today).days
    if plan.closed_on is not None:
        return None
    if left < 0:
        return Reminder.OVER
    waits = any(
        one.answer in (Answer.NOT_ASKED, Answer.ASKED)
        or (one.answer is Answer.ACCEPTED and one.appointment is None)
        for one in bodies
    )
    missing = {
        Reminder.ANSWERS: waits,
        Reminder.ASKING: any(one.answer is Answer.NOT_ASKED for one in bodies),
        Reminder.BODIES: not bodies,
    }
    return next((one for one, is_so in missing.items() if is_so and left <= _DAYS[one]), None)


def _check_lengths(*texts: str) -> None:
    if any(len(text) > LONGEST for text in texts):
        raise RuleBrokenError("release-text-too-long", most=LONGEST)
