"""What a person has been told, has agreed to and has taken back, by purpose.

    given ── withdraw ──> withdrawn (from that day on; what was done before stays done)

A consent is never a condition of what the law asks for. Monitoring of an ESF+ operation is a legal
duty and needs none. Data of other programmes leave the unit under a pseudonym as a public task, but
not of those who refused it or took their consent back: in custody an answer that nobody asked for
must not change what is counted. The printed sheet is what is signed; here stands that it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId

LONGEST_RECIPIENT = 120
LONGEST_REMARK = 400


class Purpose(StrEnum):
    """What a sheet is about."""

    NOTICE = "notice"  # told about the processing of personal data: no consent, but on record
    PROGRAMME = "programme"  # the entry agreement
    LIMITS = "limits"  # the limits of confidentiality
    TESTING = "testing"
    EXPORT = "export"  # to the central office under a pseudonym, where no law asks for it
    DISCLOSURE = "disclosure"  # to a named recipient
    TRANSFER = "transfer"  # texts to another unit, when the person moves
    PHOTO = "photo"

    @property
    def named(self) -> bool:
        """Whether somebody must be named to whom it is given."""
        return self in (Purpose.DISCLOSURE, Purpose.TRANSFER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One signed sheet; ``given`` False: the person was asked and has refused."""

    id: str
    person: PersonId
    purpose: Purpose
    recipient: str = field(repr=False)
    given: bool
    from_date: date
    to_date: date | None  # withdrawn: the first day on which it no longer holds
    remark: str = field(repr=False)


def check_consent(consent: Consent, today: date) -> None:
    """Refuse a consent without its recipient, or of a day to come.

    Raises:
        RuleBrokenError: ``consent-recipient``, ``consent-future``, ``consent-withdrawn-early`` or
            ``text-too-long``.
    """
    if consent.purpose.named and not consent.recipient:
        raise RuleBrokenError("consent-recipient")
    if consent.from_date > today or (consent.to_date is not None and consent.to_date > today):
        raise RuleBrokenError("consent-future")
    if consent.to_date is not None and consent.to_date < consent.from_date:
        raise RuleBrokenError("consent-withdrawn-early")
    if len(consent.recipient) > LONGEST_RECIPIENT:
        raise RuleBrokenError("text-too-long", most=LONGEST_RECIPIENT)
    if len(consent.remark) > LONGEST_REMARK:
        raise RuleBrokenError("text-too-long", most=LONGEST_REMARK)


def allows(consents: Iterable[Consent], purpose: Purpose, day: date) -> bool:
    """Say whether a purpose is agreed to on a day: the newest answer counts, a refusal too."""
    answers = [one for one in consents if one.purpose is purpose and one.from_date <= day]
    newest = max(answers, key=lambda one: (one.from_date, one.id), default=None)
    if newest is None or not newest.given:
        return False
    return newest.to_date is None or day < newest.to_date
