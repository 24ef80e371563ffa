"""The form of a new repetition: on which days of the week, from when, how often, what about."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tcdesk.domain.ids import ActivityId, GroupId, StaffId
from tcdesk.domain.programmes import Activity, ActivityForm
from tcdesk.domain.recurrence import MOST_MEETINGS, monthly, weekly
from tcdesk.domain.sessions import LONGEST
from tcdesk.services.week_plan import NewSeries, WeekPlan
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText, TimeField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.offer import Offer
from tcdesk.ui.session_words import activity_name
from tcdesk.ui.week import FRIDAY

EVERY = ("1", "2", "month")
MONDAY = date(2024, 1, 1)  # any Monday: only its name is wanted


class SeriesForm(QWidget):
    """What repeats; each group or event of a day is a repetition of its own."""

    begun = Signal(object)  # Series
    cancelled = Signal()
    failed = Signal(Exception)

    def __init__(self, kit: Kit, week_plan: WeekPlan) -> None:
        super().__init__()
        self._kit = kit
        self._week_plan = week_plan
        self._offer = Offer(programmes=(), groups=(), staff=())
        words = kit.words
        self._activity = ChoiceField()
        self._group = ChoiceField(blank=words("plan-group-none"))
        self.days = [self._chip(place) for place in range(7)]
        self._every = ChoiceField(
            [Choice(code=code, label=words(f"series-every-{code}")) for code in EVERY]
        )
        self._first, self._last = DayField(kit), DayField(kit)
        self._time = TimeField(kit)
        self._minutes, self._meetings = LineField(longest=3), LineField(longest=3)
        self._room = LineField(longest=60)
        self._leader = ChoiceField()
        self._co_leader = ChoiceField(blank=words("plan-co-leader-none"))
        self._themes = LongText(lines=3)
        self._free = QCheckBox(words("series-on-free-days"))
        self._form = self._laid_out()
        self._activity.changed.connect(self._on_activity)
        self._group.changed.connect(self._on_group)
        self._every.changed.connect(self._on_every)

    def begin(self, offer: Offer, day: date) -> None:
        """Ask for a new repetition from a day on."""
        self._offer = offer
        words = self._kit.words
        self._activity.set_choices(
            [
                Choice(code=one.id, label=f"{file.programme.code} · {activity_name(words, one)}")
                for file in offer.programmes
                for one in file.activities
                if one.form is not ActivityForm.INDIVIDUAL
            ]
        )
        staff = [Choice(code=one.id, label=one.short_name) for one in offer.staff]
        self._leader.set_choices(staff)
        self._co_leader.set_choices(staff)
        self._first.set_value(day)
        self._form.set_errors({})
        self._on_activity()
        self._activity.setFocus()

    def _chip(self, place: int) -> QPushButton:
        words = self._kit.words
        made = button(words.weekday_short(MONDAY.replace(day=1 + place)), "chip")
        made.setCheckable(True)
        made.setChecked(place <= FRIDAY)
        return made

    def _laid_out(self) -> Form:
        words, form = self._kit.words, Form(labels=NARROW_LABELS)
        days = QWidget()
        grid = QGridLayout(days)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, chip in enumerate(self.days):
            grid.addWidget(chip, place // 4, place % 4)
        form.add(words("plan-activity"), self._activity)
        form.add(words("plan-group"), self._group)
        form.add(words("series-every"), self._every)
        form.add_whole(days)
        form.add(words("series-first"), self._first, wide=False)
        form.add(words("series-last"), self._last, wide=False)
        form.add_row(
            words("plan-time"),
            [(words("plan-time"), self._time), (words("plan-minutes"), self._minutes)],
        )
        form.add(words("plan-room"), self._room)
        form.add(words("plan-leader"), self._leader)
        form.add(words("plan-co-leader"), self._co_leader)
        form.add(
            words("series-meetings"),
            self._meetings,
            hint=words("series-meetings.help"),
            wide=False,
        )
        form.add(words("series-themes"), self._themes, hint=words("series-themes.help"))
        form.add_whole(self._free)
        self._last.setPlaceholderText(words("series-until-stopped"))
        for choice in (self._activity, self._group, self._leader, self._co_leader):
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(10)
        for short in (self._minutes, self._meetings):
            short.setMaximumWidth(90)
        save, drop = button(words("series-begin"), "primary"), button(words("shell-cancel"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(drop)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addLayout(buttons)
        save.clicked.connect(self._save)
        drop.clicked.connect(self.cancelled)
        return form

    def _chosen(self) -> Activity | None:
        return self._offer.activity(self._activity.value())

    def _on_activity(self) -> None:
        activity = self._chosen()
        if activity is None:
            return
        self._minutes.set_value(str(activity.minutes))
        groups = self._offer.groups_of(activity)
        self._group.set_choices([Choice(code=one.id, label=one.name) for one in groups])
        if len(groups) == 1:
            self._group.set_value(groups[0].id)
        self._form.set_shown(self._group, shown=activity.form is ActivityForm.GROUP)

    def _on_group(self) -> None:
        group = next((one for one in self._offer.groups if one.id == self._group.value()), None)
        if group is not None and not self._room.value():
            self._room.set_value(group.room)

    def _on_every(self) -> None:
        for chip in self.days:
            chip.setEnabled(self._every.value() != EVERY[-1])

    def _save(self) -> None:
        words, activity = self._kit.words, self._chosen()
        first, start = self._first.value(), self._time.value()
        leader, group = self._leader.value(), self._group.value()
        needs_group = activity is not None and activity.form is ActivityForm.GROUP
        weekdays = [place for place, chip in enumerate(self.days) if chip.isChecked()]
        by_month = self._every.value() == EVERY[-1]
        minutes = int(self._minutes.value()) if self._minutes.value().isdecimal() else 0
        meetings = self._meetings.value()
        counted = meetings.isdecimal() and 1 <= int(meetings) <= MOST_MEETINGS
        errors: Mapping[QWidget, str] = {
            self._activity: "" if activity else words("plan-activity-missing"),
            self._group: words("plan-group-missing") if needs_group and not group else "",
            self._every: "" if weekdays or by_month else words("series-days-missing"),
            self._first: "" if first else words("plan-day-missing"),
            self._time: ""
            if start is not None and 1 <= minutes <= LONGEST
            else words("plan-time-missing", most=LONGEST),
            self._leader: "" if leader else words("plan-leader-missing"),
            self._meetings: ""
            if counted or not meetings
            else words("plan-weeks-wrong", most=MOST_MEETINGS),
        }
        right = self._form.set_errors(errors)
        if not right or activity is None or first is None or start is None or leader is None:
            return
        every = 2 if self._every.value() == EVERY[1] else 1
        co_leader = self._co_leader.value()
        new = NewSeries(
            activity=ActivityId(activity.id),
            group=GroupId(group) if group and needs_group else None,
            person=None,
            rule=monthly(first) if by_month else weekly(weekdays, interval=every),
            from_date=first,
            to_date=self._last.value(),
            start=start,
            minutes=minutes,
            room=self._room.value(),
            leader=StaffId(leader),
            co_leader=StaffId(co_leader) if co_leader and co_leader != leader else None,
            meetings=int(meetings) if counted else None,
            themes=self._themes.value(),
            on_free_days=self._free.isChecked(),
        )
        self._kit.jobs.run(
            self,
            lambda: Changed(self._week_plan.begin(new), frozenset({"sessions"})),
            done=self.begun.emit,
            failed=self.failed.emit,
        )
