"""The safety procedure: what follows an answer that speaks of harm to oneself.

    alert ──> open ── who was told, when; what was agreed; safety plan ──> closed

It is opened together with the answer that raised it, in one unit of work, so that nobody has to
remember it, and stays on the person's page and on Danes until somebody closes it. Putting it off is
a deed on record. Source of the rule: domain dossier §3.4 (suicide-risk event) and §4 (PHQ-9).
"""

from dataclasses import dataclass, field
from datetime import date

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId

LONGEST_SAFETY_TEXT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFlow:
    """One procedure; texts are as typed, moments UTC text as they are stored.

    ``response`` and ``item`` are the answer that raised it; None if a worker opened it by hand.
    ``told_at`` is local: day and minutes, ``YYYY-MM-DDThh:mm``. ``outcome`` is said at closing.
    """

    id: str
    person: PersonId
    response: str | None
    item: str | None
    opened_at: str
    opened_by: AccountId
    told_whom: str = field(default="", repr=False)
    told_at: str = ""
    agreed: str = field(default="", repr=False)
    plan: str = field(default="", repr=False)
    review: date | None = None
    outcome: str = field(default="", repr=False)
    closed_at: str | None = None
    closed_by: AccountId | None = None


def check_texts(flow: SafetyFlow) -> None:
    """Refuse texts that are too long.

    Raises:
        RuleBrokenError: ``note-too-long``.
    """
    for text in (flow.told_whom, flow.agreed, flow.plan, flow.outcome):
        if len(text) > LONGEST_SAFETY_TEXT:
            raise RuleBrokenError("note-too-long", most=LONGEST_SAFETY_TEXT)


def check_open(flow: SafetyFlow) -> None:
    """Refuse changing what is closed.

    Raises:
        RuleBrokenError: ``safety-closed``.
    """
    if flow.closed_at is not None:
        raise RuleBrokenError("safety-closed")


def check_closing(flow: SafetyFlow) -> None:
    """Refuse closing before everything that the procedure asks for is written.

    Raises:
        RuleBrokenError: ``safety-told-missing``, ``safety-agreed-missing``,
            ``safety-plan-missing`` or ``safety-outcome-missing``.
    """
    if not flow.told_whom or not flow.told_at:
        raise RuleBrokenError("safety-told-missing")
    if not flow.agreed:
        raise RuleBrokenError("safety-agreed-missing")
    if not flow.plan:
        raise RuleBrokenError("safety-plan-missing")
    if not flow.outcome:
        raise RuleBrokenError("safety-outcome-missing")
