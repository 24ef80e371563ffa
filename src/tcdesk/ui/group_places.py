"""How many a standing group takes: changed in a short form in front of the schedule."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.sessions import LARGEST_GROUP, Group
from tcdesk.services.schedule import Schedule
from tcdesk.ui.fields import LineField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.small_form import SmallForm, Write


class GroupPlacesForm(SmallForm):
    """One field: a number, or nothing for as many as come."""

    def __init__(self, kit: Kit, schedule: Schedule, group: Group) -> None:
        words = kit.words
        super().__init__(
            kit, words("groups-places-of", name=group.name), done=words("groups-places-saved")
        )
        self._schedule = schedule
        self._group = group
        self.places = LineField(str(group.capacity or ""), longest=3)
        self.places.setMaximumWidth(90)
        self.form.add(
            words("groups-capacity"),
            self.places,
            hint=words("groups-capacity.help"),
            wide=False,
        )

    @override
    def write(self) -> Write | None:
        typed, group = self.places.value(), self._group.id
        wrong = typed and not (typed.isdecimal() and 1 <= int(typed) <= LARGEST_GROUP)
        errors: dict[QWidget, str] = {
            self.places: self.kit.words("plan-weeks-wrong", most=LARGEST_GROUP) if wrong else ""
        }
        if not self.form.set_errors(errors):
            return None

        def save() -> Changed[None]:
            self._schedule.set_capacity(group, int(typed) if typed else None)
            return Changed(None, frozenset({"groups"}))

        return save
