"""The letter by which a person is handed over to a body that helps after release.

Where the body need not know, the letter is neutral: no prison, no programme, no funder, no word of
release or treatment. The person signs it and may take it along.
"""

from dataclasses import dataclass

from tcdesk.domain.people import Person
from tcdesk.domain.release import ReleaseBody, ReleasePlan
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import HandOverLetter, Paper
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of


@dataclass(frozen=True, slots=True)
class ReleasePapers:
    """Draws; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def letter(self, body: str) -> bytes:
        """Draw the letter to a body."""
        words = self.words
        with self.desk.reading(Action.SEE_NOTES) as facts:
            found = facts.get(ReleaseBody, body)
            plan = facts.get(ReleasePlan, found.plan)
            person = facts.get(Person, found.person)
            own = own_party(facts)
            neutral = not found.kind.may_know
            staff = facts.find(Staff, account=self.desk.actor.account)
            foot = foot_of(self.desk, facts, own)
            when = words.date(found.appointment) if found.appointment else ""
            if when and found.start is not None:
                when = words("release-letter-at", day=when, time=words.time(found.start))
            told = [
                ("person", person.full_name),
                ("born", words.date(person.birth_date) if person.birth_date else ""),
                ("release", "" if neutral else words.date(plan.release_on)),
                ("when", when),
                ("where", found.place),
            ]
            letter = HandOverLetter(
                neutral=neutral,
                sender="" if neutral else own.name,
                recipient="\n".join(one for one in (found.name, found.contact) if one),
                title=words("release-letter-neutral" if neutral else "release-letter-title"),
                facts=tuple((words(f"release-letter-{name}"), text) for name, text in told if text),
                asked_for=found.asked_for,
                member=person.full_name,
                worker=f"{staff[0].given_name} {staff[0].family_name}" if staff else "",
                foot=foot,
            )
        return self.paper.hand_over_letter(letter)

    def left(self, body: str, way: str) -> None:
        """Put on record that it was printed or saved (``print`` or ``pdf``)."""
        with self.desk.writing(Action.SEE_NOTES) as work:
            found = work.get(ReleaseBody, body)
            work.audit(f"letter.{way}", entity="release_body", key=body, person=found.person)
