"""The offer of a template's week: what it holds, who leads it at first, from which day on."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.ids import ProgrammeId, StaffId
from tcdesk.domain.staff import Staff
from tcdesk.services.template_week import TemplateWeek, WeekSlot
from tcdesk.ui.fields import Choice, ChoiceField, DayField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.session_words import activity_name, span
from tcdesk.ui.small_form import SmallForm, Write

A_MONDAY = date(2024, 1, 1)  # any; days of the week are named from it


class TemplateWeekForm(SmallForm):
    """Lists the hours; saving begins them, the sessions are made in the schedule."""

    def __init__(
        self,
        kit: Kit,
        week: TemplateWeek,
        programme: ProgrammeId,
        slots: Sequence[WeekSlot],
        staff: Sequence[Staff],
    ) -> None:
        words = kit.words
        super().__init__(
            kit, words("template-week"), done=words("template-week-begun", count=len(slots))
        )
        self._week = week
        self._programme = programme
        self.leader = ChoiceField([Choice(code=one.id, label=one.short_name) for one in staff])
        own = next((one for one in staff if one.account == week.desk.actor.account), None)
        if own is not None:
            self.leader.set_value(own.id)
        self.first = DayField(kit, kit.clock.today())
        self.form.add_whole(label(words("template-week-why"), "muted", wrap=True))
        self.form.add_whole(label("\n".join(_line(kit, one) for one in slots), wrap=True))
        self.form.add(words("template-week-leader"), self.leader)
        self.form.add(words("template-week-first"), self.first, wide=False)

    @override
    def write(self) -> Write | None:
        leader, first, words = self.leader.value(), self.first.value(), self.kit.words
        errors: dict[QWidget, str] = {
            self.leader: "" if leader else words("plan-leader-missing"),
            self.first: "" if first else words("plan-day-missing"),
        }
        if not self.form.set_errors(errors) or leader is None or first is None:
            return None
        chosen = StaffId(leader)

        def save() -> Changed[None]:
            self._week.begin(self._programme, chosen, first)
            return Changed(None, frozenset({"groups", "sessions"}))

        return save


def _line(kit: Kit, one: WeekSlot) -> str:
    words, slot = kit.words, one.slot
    days = ", ".join(words.weekday_short(A_MONDAY + timedelta(days=day)) for day in slot["days"])
    told = f"{days} {span(words, slot['start'], slot['minutes'])} · "
    told += activity_name(words, one.activity)
    if slot["meetings"]:
        told += f" · {words('template-week-meetings', count=slot['meetings'])}"
    return told
