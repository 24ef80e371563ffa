"""»Potrdilo o udeležbi«: that somebody took part, for how many hours, and nothing else.

The programme, the operation and the unit are not named: their names tell where and why. What is
said in their place is a neutral wording that the participant agrees with; a wording that tells is
refused. Hours are counted from recorded attendance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import GroupId, PersonId, ProgrammeId
from tcdesk.domain.neutral import check_neutral
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Attendance, Group, Session, current
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.paper_trail import PaperKind, foot_for, funder_head, put_on_record
from tcdesk.services.papers import Certificate, Paper
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

HOUR = 60
NAME_AT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCertificate:
    """What is confirmed: of whom, of which programme, in which words, over which days.

    ``group``: only its sessions count; None for all of the programme. ``funder``: whether the head
    says who pays. ``place`` may be left empty, to be written by hand.
    """

    people: tuple[PersonId, ...]
    programme: ProgrammeId
    group: GroupId | None
    wording: str
    first: date
    last: date
    place: str = ""
    hours: bool = True
    funder: bool = True


@dataclass(frozen=True, slots=True)
class Certificates:
    """Draws certificates, one or a series; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, new: NewCertificate) -> bytes:
        """Draw a page for each person.

        Raises:
            RuleBrokenError: ``certificate-nobody``, ``certificate-wording``,
                ``certificate-telling``, ``list-period``, or ``certificate-hours``: somebody did
                not attend at all in these days.
        """
        words = self.words
        check_neutral(new.wording)
        if new.place.strip():
            check_neutral(new.place)
        if not new.people:
            raise RuleBrokenError("certificate-nobody")
        if not new.first <= new.last:
            raise RuleBrokenError("list-period")
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            foot = foot_for(self.desk, facts, PaperKind.CERTIFICATE, new.people[0])
            head = funder_head(facts, words, new.programme, operation=False) if new.funder else None
            drawn = [
                Certificate(
                    title=words("paper-certificate-title"),
                    lines=self._lines(new, person, _minutes(facts, person, new)),
                    name_at=NAME_AT,
                    place_and_day=words(
                        "paper-certificate-place",
                        place=new.place.strip() or words("paper-certificate-blank"),
                        day=self.desk.clock.today(),
                    ),
                    signed_by=(words("paper-certificate-signed"),),
                    foot=replace(foot, confidential=False),
                    funder=head,
                )
                for person in self._people(facts, new.people)
            ]
        return self.paper.certificates(drawn)

    def left(self, new: NewCertificate, way: str) -> None:
        """Put on record that they were shown, printed or saved (``show``, ``print``, ``pdf``)."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            for person in new.people:
                put_on_record(
                    work,
                    PaperKind.CERTIFICATE,
                    way,
                    entity="person",
                    key=person,
                    people=[person],
                )

    def members(self, group: GroupId, first: date, last: date) -> Sequence[Person]:
        """List those who attended a group in a period, sorted: whom a series may be for."""
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            facts.get(Group, group)
            attended = {
                fact.person
                for one in facts.find(Session, group=group)
                if first <= one.day <= last
                for fact in current(facts.attendance(one.id)).values()
                if fact.status.attended
            }
            found = [one for one in facts.find(Person) if one.id in attended]
        return sorted(found, key=lambda one: self.words.sort_key(one.full_name))

    def _people(self, facts: Reading, keys: Sequence[PersonId]) -> Sequence[Person]:
        found = [facts.get(Person, key) for key in keys]
        return sorted(found, key=lambda one: self.words.sort_key(one.full_name))

    def _lines(self, new: NewCertificate, person: Person, minutes: int) -> tuple[str, ...]:
        words, sex = self.words, person.sex.value.lower()
        hours = minutes // HOUR
        if new.hours and not hours:
            raise RuleBrokenError("certificate-hours")
        told = words(
            "paper-certificate-period-hours" if new.hours else "paper-certificate-period",
            first=new.first,
            last=new.last,
            hours=hours,
        )
        return (
            words("paper-certificate-that"),
            f"{person.given_name} {person.family_name}",
            words("paper-certificate-took-part", sex=sex),
            f"»{new.wording.strip()}«" if words.language == "sl" else f"“{new.wording.strip()}”",
            told,
        )


def _minutes(facts: Reading, person: Person, new: NewCertificate) -> int:
    """Sum the minutes that a person attended in the period."""
    total = 0
    for fact in _standing(facts.find(Attendance, person=person.id)):
        session = facts.get(Session, fact.session)
        counts = session.programme == new.programme and new.first <= session.day <= new.last
        if counts and new.group in (None, session.group):
            total += fact.minutes
    return total


def _standing(attendance: Sequence[Attendance]) -> Sequence[Attendance]:
    superseded = {one.supersedes for one in attendance}
    return [one for one in attendance if one.id not in superseded and one.status.attended]
