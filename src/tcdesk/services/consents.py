"""Consents and agreements of people: recorded once signed, withdrawn, asked before data leave."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tcdesk.domain.consents import Consent, Purpose, allows, check_consent
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One signed sheet; ``holds`` on the day that was asked for."""

    consent: Consent = field(repr=False)
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConsent:
    """What stands on a signed sheet."""

    person: PersonId
    purpose: Purpose
    given: bool
    day: date
    recipient: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Consents:
    """Records and withdraws; ``Removals.entry`` removes what was typed by mistake."""

    desk: Desk

    def of(self, person: PersonId, *, day: date) -> Sequence[ConsentLine]:
        """List what a person had been told, agreed to and refused by a day, the newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            facts.get(Person, person)
            known = [one for one in facts.find(Consent, person=person) if one.from_date <= day]
        newest = sorted(known, key=lambda one: (one.from_date, one.id), reverse=True)
        answered = set[tuple[Purpose, str]]()
        lines = []
        for one in newest:
            about = (one.purpose, one.recipient)
            holds = one.given and about not in answered and allows([one], one.purpose, day)
            answered.add(about)
            lines.append(ConsentLine(consent=one, holds=holds))
        return lines

    def record(self, new: NewConsent) -> Consent:
        """Record a sheet that was signed, or that somebody refused to sign.

        Raises:
            RuleBrokenError: See ``check_consent``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            consent = Consent(
                id=self.desk.ids.new(),
                person=work.get(Person, new.person).id,
                purpose=new.purpose,
                recipient=" ".join(new.recipient.split()) if new.purpose.named else "",
                given=new.given,
                from_date=new.day,
                to_date=None,
                remark=new.remark.strip(),
            )
            check_consent(consent, self.desk.clock.today())
            work.add(consent)
            return consent

    def withdraw(self, key: str, day: date) -> None:
        """Record that a consent was taken back on a day; what was done before stays done.

        Raises:
            RuleBrokenError: ``consent-withdrawn``, ``consent-refused`` or see ``check_consent``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            known = work.get(Consent, key)
            if not known.given:
                raise RuleBrokenError("consent-refused")
            if known.to_date is not None:
                raise RuleBrokenError("consent-withdrawn")
            withdrawn = replace(known, to_date=day)
            check_consent(withdrawn, self.desk.clock.today())
            work.change(withdrawn, expected=work.version(Consent, key))
