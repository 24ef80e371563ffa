"""Life in the community in the record of everything held about a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tcdesk.domain.community import (
    CommunityEvent,
    ExitDecision,
    PhaseDecision,
    RoleStay,
    Suspension,
    WaitingStay,
)
from tcdesk.domain.intake import TOLD, DrugUse, Intake
from tcdesk.domain.people import Person
from tcdesk.services.masking import Mask
from tcdesk.services.papers import Column, ColumnKind, Section, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityRecord:
    """Tells waiting, decisions, pauses, roles and events; ``mask`` hides the names of others."""

    facts: Reading
    words: Words
    person: Person
    mask: Callable[[], Mask]

    def section(self) -> Section:
        """Give one table: what, from when to when, in which words."""
        rows = sorted(self._rows(), key=lambda row: str(row[1] or ""))
        over = self.mask().over if rows else str
        names = ("what", "from", "to", "text")
        return Section(
            title=self.words("person-tab-community"),
            tables=(
                Table(
                    title=self.words("person-tab-community"),
                    columns=tuple(
                        Column(
                            title=self.words(f"paper-community-{name}"),
                            kind=ColumnKind.DATE if name in ("from", "to") else ColumnKind.TEXT,
                        )
                        for name in names
                    ),
                    rows=tuple((*row[:3], over(str(row[3]))) for row in rows),
                ),
            ),
        )

    def _rows(self) -> Sequence[tuple[Value, ...]]:
        facts, words, key = self.facts, self.words, self.person.id
        rows: list[tuple[Value, ...]] = []
        for one in facts.find(WaitingStay, person=key):
            told = words(f"waiting-status-{one.status.value}")
            rows.append((told, one.from_date, _last(one.to_date), one.reason))
        for decision in facts.find(PhaseDecision, person=key):
            said = "; ".join(
                part for part in (decision.team, decision.reason, decision.met) if part
            ).replace("\n", ", ")
            rows.append((words(f"phase-{decision.direction.value}"), None, None, said))
        for pause in facts.find(Suspension, person=key):
            told = words(f"pause-reason-{pause.reason.value}")
            rows.append((told, pause.from_date, _last(pause.to_date), pause.note))
        for role in facts.find(RoleStay, person=key):
            told = role.role_sl if words.language == "sl" else role.role_en
            said = " ".join(part for part in (role.sector, role.reason) if part)
            rows.append((told, role.from_date, _last(role.to_date), said))
        for event in facts.find(CommunityEvent, person=key):
            told = words(f"event-kind-{event.kind.value}")
            rows.append((told, event.day, event.done_on, event.text))
        for intake in facts.find(Intake, person=key):
            codes = " ".join(
                f"{name}={value}" for name in TOLD if (value := getattr(intake, name)) is not None
            )
            rows.append((words("intake"), intake.day, None, f"{codes} {intake.told}".strip()))
        for use in facts.find(DrugUse, person=key):
            told = words(f"drug-{use.drug.value.replace('.', '-')}")
            said = words("drug-first-told", age=use.first_age) if use.first_age else ""
            rows.append((told, None, None, said))
        for ended in facts.find(ExitDecision, person=key):
            told = words("exit-told", who=words(f"decided-by-{ended.decided_by.value}"))
            said = " ".join(part for part in (ended.remark, ended.without_release) if part)
            rows.append((told, None, None, said))
        return rows


def _last(to_date: date | None) -> date | None:
    return to_date - _DAY if to_date else None
