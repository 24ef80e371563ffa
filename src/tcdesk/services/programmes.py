"""Programmes of the unit: made from templates, read by every other path.

A template is a data file in ``resources/programmes``: funder, operation, programme, activities,
phases, and which questionnaires are due when. Taking one over copies it into the vault, where the
unit may edit it. Areas of goals and terms of reviews are read from the file (``plan_rules``).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import ActivityId, FunderId, OperationId, PhaseId, ProgrammeId
from tcdesk.domain.instrument_due import DueRule, Occasion
from tcdesk.domain.people import LegalStatus
from tcdesk.domain.programmes import (
    Activity,
    ActivityForm,
    Funder,
    IndicatorProfile,
    Operation,
    Phase,
    Programme,
)
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


class _Names(TypedDict):
    sl: str
    en: str


class _Funder(TypedDict):
    code: str
    statement: _Names
    emblem: str | None


class _Operation(TypedDict):
    code: str
    name: _Names
    profile: str
    from_date: str
    to_date: str | None


class _Activity(TypedDict):
    code: str
    name: _Names
    form: str
    minutes: int
    for_status: str | None


class Named(TypedDict):
    """Something with a code and a name: an area of goals, a criterion, a role."""

    code: str
    name: _Names


class _Phase(TypedDict):
    number: int
    name: _Names
    gate: list[Named]


class _Due(TypedDict):
    instrument: str
    occasion: str
    weeks: int


class _Reviews(TypedDict):
    first_days: int
    every_days: int
    phase_days: int


class _Plan(TypedDict):
    areas: list[Named]
    reviews: _Reviews


class _Themes(TypedDict):
    sl: list[str]
    en: list[str]


class TemplateSlot(TypedDict):
    """An hour of the template's week: on which days, with which group, how often, about what."""

    activity: str
    group: _Names | None
    days: list[int]
    start: int
    minutes: int
    meetings: int | None
    themes: _Themes


class Template(TypedDict):
    """A programme template as its file holds it."""

    code: str
    name: _Names
    funder: _Funder
    operation: _Operation
    activities: list[_Activity]
    phases: list[_Phase]
    due: list[_Due]
    week: list[TemplateSlot]
    plan: _Plan
    roles: list[Named]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFile:
    """A programme with everything that belongs to it."""

    programme: Programme
    operation: Operation
    funder: Funder
    activities: Sequence[Activity]
    phases: Sequence[Phase]

    def activity(self, code: str) -> Activity:
        """Give an activity by its code."""
        return next(one for one in self.activities if one.code == code)


def templates(folder: Path) -> Mapping[str, Template]:
    """Read all programme templates, by code."""
    read: dict[str, Template] = {}
    for path in sorted(folder.glob("*.json")):
        template: Template = json.loads(path.read_text(encoding="utf-8"))
        read[template["code"]] = template
    return read


@dataclass(frozen=True, slots=True)
class Programmes:
    """Which programmes run in this unit."""

    desk: Desk

    def take_over(self, template: Template) -> ProgrammeFile:
        """Copy a template into the vault.

        Raises:
            RuleBrokenError: ``programme-exists``.
        """
        new = self.desk.ids.new
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            if work.find(Programme, code=template["code"]):
                raise RuleBrokenError("programme-exists", programme=template["code"])
            known = work.find(Funder, code=template["funder"]["code"])
            funder = known[0] if known else _funder(template["funder"], FunderId(new()))
            if not known:
                work.add(funder)
            operation = _operation(template["operation"], OperationId(new()), funder.id)
            programme = Programme(
                id=ProgrammeId(new()),
                operation=operation.id,
                code=template["code"],
                name_sl=template["name"]["sl"],
                name_en=template["name"]["en"],
            )
            activities = [
                Activity(
                    id=ActivityId(new()),
                    programme=programme.id,
                    code=one["code"],
                    name_sl=one["name"]["sl"],
                    name_en=one["name"]["en"],
                    form=ActivityForm(one["form"]),
                    minutes=one["minutes"],
                    for_status=LegalStatus(one["for_status"]) if one["for_status"] else None,
                )
                for one in template["activities"]
            ]
            phases = [
                Phase(
                    id=PhaseId(new()),
                    programme=programme.id,
                    number=one["number"],
                    name_sl=one["name"]["sl"],
                    name_en=one["name"]["en"],
                )
                for one in template["phases"]
            ]
            work.add(operation)
            work.add(programme)
            work.add_all(activities)
            work.add_all(phases)
            work.add_all([_due(one, new(), programme.id) for one in template["due"]])
        return ProgrammeFile(
            programme=programme,
            operation=operation,
            funder=funder,
            activities=activities,
            phases=phases,
        )

    def all(self) -> Sequence[ProgrammeFile]:
        """List the unit's programmes with their operation, funder, activities and phases."""
        with self.desk.reading(Action.SEE_SCHEDULE) as facts:
            files = []
            for programme in facts.find(Programme):
                operation = facts.get(Operation, programme.operation)
                files.append(
                    ProgrammeFile(
                        programme=programme,
                        operation=operation,
                        funder=facts.get(Funder, operation.funder),
                        activities=facts.find(Activity, programme=programme.id),
                        phases=sorted(
                            facts.find(Phase, programme=programme.id), key=lambda one: one.number
                        ),
                    )
                )
        return files


def _funder(template: _Funder, key: FunderId) -> Funder:
    return Funder(
        id=key,
        code=template["code"],
        statement_sl=template["statement"]["sl"],
        statement_en=template["statement"]["en"],
        emblem=template["emblem"],
    )


def _due(template: _Due, key: str, programme: ProgrammeId) -> DueRule:
    return DueRule(
        id=key,
        programme=programme,
        instrument=template["instrument"],
        occasion=Occasion(template["occasion"]),
        weeks=template["weeks"],
    )


def _operation(template: _Operation, key: OperationId, funder: FunderId) -> Operation:
    return Operation(
        id=key,
        funder=funder,
        code=template["code"],
        name_sl=template["name"]["sl"],
        name_en=template["name"]["en"],
        profile=IndicatorProfile(template["profile"]),
        from_date=date.fromisoformat(template["from_date"]),
        to_date=date.fromisoformat(template["to_date"]) if template["to_date"] else None,
    )
