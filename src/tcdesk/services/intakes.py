"""Intakes: what is told at entry, the substances, and the TDI row of each treatment start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import PersonId
from tcdesk.domain.intake import DrugUse, Intake, check_intake, check_use
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Programme
from tcdesk.domain.staff import Action
from tcdesk.domain.tdi import tdi_row
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeFile:
    """The intake of one stay with row versions; ``row`` is its TDI row."""

    episode: Episode
    programme: Programme
    intake: Intake | None
    version: int | None
    uses: Sequence[tuple[DrugUse, int]]
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Intakes:
    """Intakes of the people whom the one at the desk sees."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[IntakeFile]:
        """Give a person's intakes, the newest stay first."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            who = facts.get(Person, person)
            stays = sorted(
                facts.find(Episode, person=person), key=lambda one: one.from_date, reverse=True
            )
            return [_file(facts, who, one) for one in stays]

    def keep(self, intake: Intake, *, expected: int | None) -> Intake:
        """Begin an intake, or change one (``expected`` is its row version).

        Raises:
            RuleBrokenError: See ``check_intake``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            stay = work.get(Episode, intake.episode)
            kept = replace(
                intake,
                id=intake.id or self.desk.ids.new(),
                person=stay.person,
                account=self.desk.actor.account,
                told=intake.told.strip(),
            )
            born = work.get(Person, stay.person).born
            check_intake(kept, born, self.desk.clock.today())
            if expected is None:
                work.add(kept)
            else:
                work.change(kept, expected=expected)
            return kept

    def keep_use(self, use: DrugUse, *, expected: int | None) -> None:
        """Add a substance, or change one (``expected`` is its row version).

        Raises:
            RuleBrokenError: See ``check_use``.
            StaleRowError: Somebody else changed it meanwhile.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            intake = work.get(Intake, use.intake)
            kept = replace(use, id=use.id or self.desk.ids.new(), person=intake.person)
            others = [one for one in work.find(DrugUse, intake=intake.id) if one.id != kept.id]
            check_use(kept, others, intake, work.get(Person, intake.person).born)
            if expected is None:
                work.add(kept)
            else:
                work.change(kept, expected=expected)


def _file(facts: Reading, person: Person, stay: Episode) -> IntakeFile:
    intake = next(iter(facts.find(Intake, episode=stay.id)), None)
    uses = facts.find(DrugUse, intake=intake.id) if intake else ()
    ordered = sorted(uses, key=lambda one: one.rank)
    return IntakeFile(
        episode=stay,
        programme=facts.get(Programme, stay.programme),
        intake=intake,
        version=facts.version(Intake, intake.id) if intake else None,
        uses=[(one, facts.version(DrugUse, one.id)) for one in ordered],
        row=tdi_row(person, stay.from_date, intake, ordered),
    )
