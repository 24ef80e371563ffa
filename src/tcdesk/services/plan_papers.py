"""An individual plan on paper: one version, to be signed by the member and the key worker."""

from dataclasses import dataclass
from pathlib import Path

from tcdesk.domain.attainment import sign
from tcdesk.domain.caseload import KeyWorker
from tcdesk.domain.dated import as_of
from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.people import Person
from tcdesk.domain.plans import GoalStep, Plan
from tcdesk.domain.programmes import Funder, Operation, Programme
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import (
    FunderHead,
    Paper,
    PlannedGoal,
    PlannedStep,
    PlanSheet,
    SheetMember,
)
from tcdesk.services.plan_files import GoalFile, PlanFile
from tcdesk.services.plans import Plans
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """Draws; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper
    resources: Path

    def draw(self, plan: str) -> bytes:
        """Draw one version of a plan."""
        words = self.words
        with self.desk.reading(Action.SEE_NOTES) as facts:
            found = facts.get(Plan, plan)
            stays = Plans(self.desk, self.resources).of(found.person)
            file = next(one for stay in stays for one in stay.plans if one.plan.id == plan)
            programme = facts.get(Programme, facts.get(Episode, found.episode).programme)
            person = facts.get(Person, found.person)
            charge = as_of(facts.find(KeyWorker, person=person.id), self.desk.clock.today())
            worker = facts.get(Staff, charge.staff) if charge else None
            sheet = PlanSheet(
                funder=funder_head(facts, words, programme.id),
                programme=programme.name_sl if words.language == "sl" else programme.name_en,
                number=found.number,
                from_date=found.from_date,
                review_by=found.review_by if found.closed_on is None else None,
                closed_on=found.closed_on,
                score=words.number(file.score, 1) if file.score is not None else "",
                conclusion=found.conclusion,
                member=SheetMember(name=person.full_name, code=person.code),
                goals=self._goals(file),
                worker=f"{worker.given_name} {worker.family_name}" if worker else "",
                foot=foot_of(self.desk, facts, own_party(facts)),
            )
        return self.paper.plan(sheet)

    def left(self, plan: str, way: str) -> None:
        """Put on record that it was printed or saved (``print`` or ``pdf``)."""
        with self.desk.writing(Action.SEE_NOTES) as work:
            found = work.get(Plan, plan)
            work.audit(f"goals.{way}", entity="plan", key=plan, person=found.person)

    def _goals(self, file: PlanFile) -> tuple[PlannedGoal, ...]:
        return tuple(self._goal(one) for one in file.goals)

    def _goal(self, file: GoalFile) -> PlannedGoal:
        goal = file.goal
        return PlannedGoal(
            area=goal.area_sl if self.words.language == "sl" else goal.area_en,
            own_words=goal.own_words,
            expected=goal.expected,
            owner=goal.owner,
            due=goal.due,
            reached=sign(file.ratings[-1].score) if file.ratings else "",
            steps=tuple(self._step(step) for step, _version in file.steps),
        )

    def _step(self, step: GoalStep) -> PlannedStep:
        words = self.words
        if step.done_on is not None:
            when = words("plan-step-done-on", day=step.done_on)
        else:
            when = words("plan-by", day=step.due) if step.due else ""
        return PlannedStep(
            text=step.text, owner=step.owner, when=when, done=step.done_on is not None
        )


def funder_head(facts: Reading, words: Words, programme: ProgrammeId) -> FunderHead:
    """Give the head of the programme's funder."""
    operation = facts.get(Operation, facts.get(Programme, programme).operation)
    funder = facts.get(Funder, operation.funder)
    slovenian = words.language == "sl"
    return FunderHead(
        eu_emblem=funder.emblem == "eu",
        statement=funder.statement_sl if slovenian else funder.statement_en,
        operation=operation.name_sl if slovenian else operation.name_en,
    )
