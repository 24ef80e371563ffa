"""The sheet that a person signs: drawn for a purpose and a person, put on record when it leaves."""

from dataclasses import dataclass

from tcdesk.domain.consents import Purpose
from tcdesk.domain.dated import holds_on
from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Funder, Operation, Programme
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import ConsentSheet, FunderHead, Paper
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading

PARAGRAPHS = ("what", "why", "free")


@dataclass(frozen=True, slots=True)
class ConsentPapers:
    """Draws; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, person: PersonId, purpose: Purpose, recipient: str) -> bytes:
        """Draw the sheet of a purpose for a person.

        The head is that of the funder of the programme that the person is in today: what is handed
        to participants of an operation bears the statement of the Union's support (Regulation
        2021/1060, Article 50).
        """
        words = self.words
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            who, own = facts.get(Person, person), own_party(facts)
            title = f"consent-sheet-{purpose.value}"
            sex = who.sex.value.lower()
            sheet = ConsentSheet(
                funder=self._funder(facts, person),
                unit=own.name,
                title=words(title),
                paragraphs=tuple(words(f"{title}.{part}", sex=sex) for part in PARAGRAPHS),
                name=who.full_name,
                code=who.code,
                recipient=recipient if purpose.named else "",
                asks=purpose not in (Purpose.NOTICE, Purpose.LIMITS),
                day=self.desk.clock.today(),
                foot=foot_of(self.desk, facts, own),
            )
        return self.paper.consent(sheet)

    def left(self, person: PersonId, way: str) -> None:
        """Put on record that it was printed or saved (``print`` or ``pdf``)."""
        with self.desk.writing(Action.SEE_PEOPLE) as work:
            work.get(Person, person)
            work.audit(f"consent.{way}", entity="person", key=person, person=person)

    def _funder(self, facts: Reading, person: PersonId) -> FunderHead | None:
        today = self.desk.clock.today()
        stay = next(
            (one for one in facts.find(Episode, person=person) if holds_on(one, today)), None
        )
        if stay is None:
            return None
        operation = facts.get(Operation, facts.get(Programme, stay.programme).operation)
        funder = facts.get(Funder, operation.funder)
        slovenian = self.words.language == "sl"
        return FunderHead(
            eu_emblem=funder.emblem == "eu",
            statement=funder.statement_sl if slovenian else funder.statement_en,
            operation=operation.name_sl if slovenian else operation.name_en,
        )
