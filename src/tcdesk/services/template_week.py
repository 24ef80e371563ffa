"""The week that a programme's template brings: groups and series, from which sessions are made.

    template ── slots ──> groups (one a name) ──> series with their modules as themes ──> sessions

Only what is not there yet is begun; the sessions themselves are made by ``WeekPlan.generate``
after their preview.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tcdesk.domain.dated import holds_on
from tcdesk.domain.ids import ActivityId, GroupId, ProgrammeId, StaffId
from tcdesk.domain.programmes import Activity, Programme
from tcdesk.domain.recurrence import Series, weekly
from tcdesk.domain.sessions import Group
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.ports import Words
from tcdesk.services.programmes import TemplateSlot, templates
from tcdesk.services.schedule import NewGroup, Schedule
from tcdesk.services.store import Reading
from tcdesk.services.week_plan import NewSeries, WeekPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSlot:
    """An hour of the template that the unit's week does not have yet."""

    activity: Activity
    group: str
    slot: TemplateSlot


@dataclass(frozen=True, slots=True)
class TemplateWeek:
    """Offers the week of a programme's template, and begins it."""

    desk: Desk
    resources: Path
    words: Words

    def missing(self, programme: ProgrammeId) -> Sequence[WeekSlot]:
        """List the hours of the template that no running series has, by day and time."""
        with self.desk.reading(Action.EDIT_SCHEDULE) as facts:
            return self._missing(facts, programme)

    def begin(self, programme: ProgrammeId, leader: StaffId, first: date) -> int:
        """Begin the missing hours from a day on, all led by one person until it is changed.

        The one group that an activity has is used, whatever its name; where there is none or there
        are several, one of the template's name is.

        Returns:
            How many series were begun.

        Raises:
            RuleBrokenError: See ``WeekPlan.begin``.
        """
        schedule, plan = Schedule(self.desk), WeekPlan(self.desk, self.resources)
        with self.desk.writing(Action.EDIT_SCHEDULE) as work:
            slots = self._missing(work, programme)
            running = [one for one in work.find(Group) if holds_on(one, first)]
            known = {(one.activity, one.name): one.id for one in running}
            only = _only_groups(running)
            for one in slots:
                group: GroupId | None = None
                if one.group:
                    key = one.activity.id, one.group
                    if one.activity.id in only:
                        known[key] = only[one.activity.id]
                    elif key not in known:
                        known[key] = schedule.open_group(
                            NewGroup(
                                activity=one.activity.id,
                                name=one.group,
                                room="",
                                leader=leader,
                                from_date=first,
                            )
                        ).id
                    group = known[key]
                slot = one.slot
                themes = slot["themes"]["sl" if self.words.language == "sl" else "en"]
                plan.begin(
                    NewSeries(
                        activity=one.activity.id,
                        group=group,
                        person=None,
                        rule=weekly(slot["days"]),
                        from_date=first,
                        to_date=None,
                        start=slot["start"],
                        minutes=slot["minutes"],
                        room="",
                        leader=leader,
                        meetings=slot["meetings"],
                        themes="\n".join(themes),
                    )
                )
        return len(slots)

    def _missing(self, facts: Reading, programme: ProgrammeId) -> Sequence[WeekSlot]:
        code = facts.get(Programme, programme).code
        template = templates(self.resources / "programmes").get(code)
        if template is None:
            return ()
        activities = {one.code: one for one in facts.find(Activity, programme=programme)}
        today = self.desk.clock.today()
        running = {
            (one.activity, one.start, one.rule)
            for one in facts.find(Series)
            if one.to_date is None or one.to_date > today
        }
        return [
            WeekSlot(activity=activity, group=self._named(slot), slot=slot)
            for slot in sorted(template["week"], key=lambda one: (one["days"][0], one["start"]))
            if (activity := activities.get(slot["activity"])) is not None
            and (activity.id, slot["start"], weekly(slot["days"])) not in running
        ]

    def _named(self, slot: TemplateSlot) -> str:
        name = slot["group"]
        return name["sl" if self.words.language == "sl" else "en"] if name else ""


def _only_groups(groups: Sequence[Group]) -> Mapping[ActivityId, GroupId]:
    """Give the group of each activity that has just one."""
    activities = [one.activity for one in groups]
    return {one.activity: one.id for one in groups if activities.count(one.activity) == 1}
