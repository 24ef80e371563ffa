"""The form for a new standing group."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.ids import ActivityId, GroupId, StaffId
from tcdesk.domain.programmes import ActivityForm
from tcdesk.domain.sessions import LARGEST_GROUP
from tcdesk.services.desk import Desk
from tcdesk.services.schedule import NewGroup, Schedule
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.offer import Offer
from tcdesk.ui.session_words import activity_name


class NewGroupForm(QWidget):
    """Activity, name, room, leader and the first day."""

    opened = Signal(object)  # GroupId
    cancelled = Signal()
    failed = Signal(Exception)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._schedule = Schedule(desk)
        words = kit.words
        self._activity = ChoiceField()
        self._name = LineField(longest=60)
        self._room = LineField(longest=60)
        self._leader = ChoiceField()
        self._day = DayField(kit)
        self._capacity = LineField(longest=3)
        self._capacity.setMaximumWidth(90)
        for choice in (self._activity, self._leader):
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(10)
        self._form = Form(labels=NARROW_LABELS)
        self._form.add(words("plan-activity"), self._activity)
        self._form.add(words("groups-name"), self._name)
        self._form.add(words("plan-room"), self._room)
        self._form.add(words("plan-leader"), self._leader)
        self._form.add(words("groups-from"), self._day, wide=False)
        self._form.add(
            words("groups-capacity"),
            self._capacity,
            hint=words("groups-capacity.help"),
            wide=False,
        )
        save = button(words("groups-open"), "primary")
        drop = button(words("shell-cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(drop)
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        column.addLayout(row)
        save.clicked.connect(self._save)
        drop.clicked.connect(self.cancelled)

    def set_offer(self, offer: Offer) -> None:
        """Take the activities and leaders that can be chosen."""
        words = self._kit.words
        self._activity.set_choices(
            [
                Choice(code=one.id, label=f"{file.programme.code} · {activity_name(words, one)}")
                for file in offer.programmes
                for one in file.activities
                if one.form is ActivityForm.GROUP
            ]
        )
        self._leader.set_choices([Choice(code=one.id, label=one.short_name) for one in offer.staff])

    def begin(self, day: date) -> None:
        """Show the form for a group that begins on a day."""
        self._day.set_value(day)
        self._form.set_errors({})
        self.show()
        self._activity.setFocus()

    def _save(self) -> None:
        words = self._kit.words
        activity, leader, day = self._activity.value(), self._leader.value(), self._day.value()
        errors: dict[QWidget, str] = {}
        if activity is None:
            errors[self._activity] = words("plan-activity-missing")
        if not self._name.value():
            errors[self._name] = words("groups-name-missing")
        if leader is None:
            errors[self._leader] = words("plan-leader-missing")
        if day is None:
            errors[self._day] = words("plan-day-missing")
        capacity = self._capacity.value()
        if capacity and not (capacity.isdecimal() and 1 <= int(capacity) <= LARGEST_GROUP):
            errors[self._capacity] = words("plan-weeks-wrong", most=LARGEST_GROUP)
        self._form.set_errors(errors)
        if activity is None or leader is None or day is None or errors:
            return
        new = NewGroup(
            activity=ActivityId(activity),
            name=self._name.value(),
            room=self._room.value(),
            leader=StaffId(leader),
            from_date=day,
            capacity=int(capacity) if capacity else None,
        )

        def save() -> Changed[GroupId]:
            return Changed(self._schedule.open_group(new).id, frozenset({"groups"}))

        self._kit.jobs.run(self, save, done=self._saved, failed=self.failed.emit)

    def _saved(self, group: GroupId) -> None:
        self._name.clear()
        self.opened.emit(group)
