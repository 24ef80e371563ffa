"""The form for planning or moving a session; clashes are named before anything is saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import ActivityId, GroupId, PersonId, SessionId, StaffId
from tcdesk.domain.programmes import Activity, ActivityForm
from tcdesk.domain.sessions import LONGEST
from tcdesk.services.cancelling import Cancelling
from tcdesk.services.clashes import SHORTEST_REASON, Clash
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.services.schedule import MOST_WEEKS, NewSession, Schedule
from tcdesk.services.sessions import SessionFile
from tcdesk.services.week_plan import WeekPlan
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, TimeField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.offer import Offer, clash_text, seen_as
from tcdesk.ui.person_picker import PersonPicker
from tcdesk.ui.small_form import press_or

PAUSE = 300  # ms after the last change until clashes are looked for
MOST_NAMED = 6


class PlanSession(QWidget):
    """Plans a new session or changes a planned one; holds its id and row version."""

    saved = Signal(object)  # the day of the (first) session
    cancelled = Signal()
    failed = Signal(Exception)
    reloadAsked = Signal()

    def __init__(self, kit: Kit, desk: Desk, resources: Path) -> None:
        super().__init__()
        self._kit = kit
        self._schedule = Schedule(desk)
        self._cancelling = Cancelling(desk)
        self._week_plan = WeekPlan(desk, resources)
        self._own = desk.actor.account
        self._offer = Offer(programmes=(), groups=(), staff=())
        self._file: SessionFile | None = None
        self._person: PersonId | None = None
        self._shown_clashes: Sequence[Clash] = ()
        words = kit.words
        self._title = label("", "section", wrap=True)
        self._activity = ChoiceField()
        self._group = ChoiceField(blank=words("plan-group-none"))
        self._who = PersonPicker(kit, desk, name=words("plan-person"))
        self._day = DayField(kit)
        self._time = TimeField(kit)
        self._minutes = LineField(longest=3)
        self._room = LineField(longest=60)
        self._leader = ChoiceField()
        self._co_leader = ChoiceField(blank=words("plan-co-leader-none"))
        self._weeks = LineField("1", longest=2)
        self._reason = LineField(longest=200)
        self._following = QCheckBox(words("plan-following"))
        self._made_up: SessionId | None = None
        self._clashes = label("", wrap=True)
        self._clashes.setProperty("role", "error")
        self._clashes.hide()
        self._save = button("", "primary")
        self._drop = button(words("shell-cancel"))
        self._form = self._laid_out()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(PAUSE)
        self._look.timeout.connect(lambda: self._find_clashes(lambda _clashes: None))
        self._connect()

    def plan_new(self, offer: Offer, day: date, start: int | None = None) -> None:
        """Begin a new plan on a day; what was typed for another new one stays."""
        fresh = self._file is not None or self._made_up or not self._offer.programmes
        self._file = self._made_up = None
        self._lock(locked=False)
        self._following.hide()
        self._take_offer(offer)
        self._title.setText(self._kit.words("plan-title-new"))
        self._form.set_shown(self._weeks, shown=True)
        self._day.set_value(day)
        if fresh:
            self._time.set_value(start)
            self._weeks.set_value("1")
            self._leader.set_value(
                next((one.id for one in offer.staff if one.account == self._own), None)
            )
            self._on_activity()
        self._clear_told()
        self._activity.setFocus()

    def change(
        self,
        offer: Offer,
        file: SessionFile,
        *,
        day: date | None = None,
        start: int | None = None,
        minutes: int | None = None,
    ) -> None:
        """Change a planned session, perhaps to a day, time and length to which it was dragged."""
        self._file, self._made_up = file, None
        self._title.setText(self._kit.words("plan-title-change"))
        self._fill(offer, file, day, start, minutes)
        self._following.setChecked(False)
        self._following.setVisible(file.session.slot_day is not None)

    def copy(
        self, offer: Offer, file: SessionFile, *, day: date | None = None, start: int | None = None
    ) -> None:
        """Begin a new plan like a session."""
        self._file = self._made_up = None
        self._title.setText(self._kit.words("plan-title-copy"))
        self._fill(offer, file, day, start, None)
        self._following.hide()

    def make_up(self, offer: Offer, file: SessionFile, day: date) -> None:
        """Plan a session in place of a cancelled one: another day, time or room."""
        self.copy(offer, file, day=day)
        self._made_up = file.session.id
        self._title.setText(self._kit.words("plan-title-make-up"))
        self._lock(locked=True)

    def _lock(self, *, locked: bool) -> None:
        """Leave of the form what a make-up session may differ in."""
        for field in (
            self._activity, self._group, self._who, self._minutes, self._leader, self._co_leader
        ):  # fmt: skip
            field.setEnabled(not locked)

    def _fill(
        self,
        offer: Offer,
        file: SessionFile,
        day: date | None,
        start: int | None,
        minutes: int | None,
    ) -> None:
        session = file.session
        self._take_offer(offer)
        self._lock(locked=False)
        self._form.set_shown(self._weeks, shown=False)
        self._weeks.set_value("1")
        self._activity.set_value(session.activity)
        self._show_for(file.activity)
        self._group.set_value(session.group)
        self._person = session.person
        who = next((one.person for one in file.roster if one.person.id == session.person), None)
        self._who.show_name(self._kit.privacy.name(who.full_name, who.code) if who else "")
        self._day.set_value(day or session.day)
        self._time.set_value(session.start if start is None else start)
        self._minutes.set_value(str(session.minutes if minutes is None else minutes))
        self._room.set_value(session.room)
        self._leader.set_value(session.leader)
        self._co_leader.set_value(session.co_leader)
        self._clear_told()
        self._look.start()
        self._day.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_or(self._try)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def seen_again(self, file: SessionFile) -> None:
        """Take the new row version of the session that is being changed; what is typed stays."""
        if self._file is not None and file.session.id == self._file.session.id:
            self._file = file

    def _laid_out(self) -> Form:
        words, form = self._kit.words, Form(labels=NARROW_LABELS)
        form.add(words("plan-activity"), self._activity)
        form.add(words("plan-group"), self._group)
        form.add(words("plan-person"), self._who)
        form.add(words("plan-day"), self._day, wide=False)
        form.add_row(
            words("plan-time"),
            [(words("plan-time"), self._time), (words("plan-minutes"), self._minutes)],
        )
        form.add(words("plan-room"), self._room)
        form.add(words("plan-leader"), self._leader)
        form.add(words("plan-co-leader"), self._co_leader)
        form.add(words("plan-weeks"), self._weeks, hint=words("plan-weeks.help"), wide=False)
        form.add(words("plan-reason"), self._reason, hint=words("plan-reason.help"))
        form.set_shown(self._reason, shown=False)
        form.add_whole(self._following)
        self._following.hide()
        for choice in (self._activity, self._group, self._leader, self._co_leader):
            choice.setSizeAdjustPolicy(
                ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(10)
        self._minutes.setPlaceholderText(words("plan-minutes"))
        for short in (self._minutes, self._weeks):
            short.setMaximumWidth(90)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._title)
        column.addWidget(form)
        column.addWidget(self._clashes)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._drop)
        row.addWidget(self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(row)
        return form

    def _connect(self) -> None:
        self._activity.changed.connect(self._on_activity)
        self._group.changed.connect(self._on_group)
        self._who.picked.connect(self._on_person)
        self._drop.clicked.connect(self.cancelled)
        self._save.clicked.connect(self._try)
        for field in (
            self._day, self._time, self._minutes, self._room, self._leader, self._co_leader,
            self._weeks,
        ):  # fmt: skip
            field.changed.connect(self._look.start)

    def _take_offer(self, offer: Offer) -> None:
        self._offer = offer
        words = self._kit.words
        self._activity.set_choices(offer.activities(words))
        staff = [Choice(code=one.id, label=one.short_name) for one in offer.staff]
        self._leader.set_choices(staff)
        self._co_leader.set_choices(staff)

    def _chosen_activity(self) -> Activity | None:
        return self._offer.activity(self._activity.value())

    def _on_activity(self) -> None:
        activity = self._chosen_activity()
        if activity is not None:
            self._minutes.set_value(str(activity.minutes))
            self._show_for(activity)
        self._look.start()

    def _show_for(self, activity: Activity) -> None:
        """Ask for a group or a person, as the activity is recorded."""
        groups = self._offer.groups_of(activity)
        self._group.set_choices([Choice(code=one.id, label=one.name) for one in groups])
        if len(groups) == 1:
            self._group.set_value(groups[0].id)
        self._form.set_shown(self._group, shown=activity.form is ActivityForm.GROUP)
        self._form.set_shown(self._who, shown=activity.form is ActivityForm.INDIVIDUAL)

    def _on_group(self) -> None:
        group = next((one for one in self._offer.groups if one.id == self._group.value()), None)
        if group is not None and not self._room.value():
            self._room.set_value(group.room)
        self._look.start()

    def _on_person(self, person: PersonLine) -> None:
        self._person = person.id
        self._look.start()

    def _read(self, *, tell: bool) -> tuple[NewSession, int] | None:
        """Read the form; what is wrong is said at its field if ``tell``."""
        words, activity = self._kit.words, self._chosen_activity()
        errors: dict[QWidget, str] = {}
        form = activity.form if activity else ActivityForm.EVENT
        group, person = self._group.value(), self._person
        if activity is None:
            errors[self._activity] = words("plan-activity-missing")
        if form is ActivityForm.GROUP and group is None:
            errors[self._group] = words("plan-group-missing")
        if form is ActivityForm.INDIVIDUAL and person is None:
            errors[self._who] = words("plan-person-missing")
        day, start, leader = self._day.value(), self._time.value(), self._leader.value()
        if day is None:
            errors[self._day] = words("plan-day-missing")
        minutes, weeks = _number(self._minutes), _number(self._weeks)
        if start is None or not 1 <= minutes <= LONGEST:
            errors[self._time] = words("plan-time-missing", most=LONGEST)
        if leader is None:
            errors[self._leader] = words("plan-leader-missing")
        if not 1 <= weeks <= MOST_WEEKS:
            errors[self._weeks] = words("plan-weeks-wrong", most=MOST_WEEKS)
        if tell:
            self._form.set_errors(errors)
        if errors or activity is None or day is None or start is None or leader is None:
            return None
        co_leader = self._co_leader.value()
        return NewSession(
            activity=ActivityId(activity.id),
            group=GroupId(group) if group and form is ActivityForm.GROUP else None,
            person=person if form is ActivityForm.INDIVIDUAL else None,
            day=day,
            start=start,
            minutes=minutes,
            room=self._room.value(),
            leader=StaffId(leader),
            co_leader=StaffId(co_leader) if co_leader and co_leader != leader else None,
        ), weeks

    def _find_clashes(self, then: Callable[[Sequence[Clash]], None]) -> None:
        """Name what happens at the same time; an unfinished form is left alone."""
        read = self._read(tell=False)
        if read is None:
            return
        new, weeks = read
        own = self._file.session.id if self._file else None

        def done(clashes: Sequence[Clash]) -> None:
            then(clashes)
            self._tell(clashes)

        self._kit.jobs.run(
            self,
            lambda: self._schedule.clashes(new, weeks=weeks, leave_out=own),
            done=done,
            failed=self.failed.emit,
            lane="reader",
        )

    def _tell(self, clashes: Sequence[Clash]) -> None:
        words = self._kit.words
        self._shown_clashes = clashes
        lines = [
            words("plan-clashes", count=len(clashes)),
            *(clash_text(self._kit, clash) for clash in clashes[:MOST_NAMED]),
        ]
        if len(clashes) > MOST_NAMED:
            lines.append(words("plan-clashes-more", count=len(clashes) - MOST_NAMED))
        self._clashes.setText("\n".join(lines))
        self._clashes.setVisible(bool(clashes))
        self._form.set_shown(self._reason, shown=bool(clashes))
        self._name_button()

    def _clear_told(self) -> None:
        self._form.set_errors({})
        self._shown_clashes = ()
        self._clashes.hide()
        self._reason.set_value("")
        self._form.set_shown(self._reason, shown=False)
        self._name_button()

    def _name_button(self) -> None:
        new = "plan-save-new" if self._file is None else "plan-save-change"
        clashing = bool(self._shown_clashes)
        self._save.setText(self._kit.words(f"{new}.anyway" if clashing else new))

    def _try(self) -> None:
        """Save, unless there is a clash that has not been on the screen yet."""
        self._look.stop()
        if self._read(tell=True) is None:
            return
        before = [seen_as(clash) for clash in self._shown_clashes]

        def decide(clashes: Sequence[Clash]) -> None:
            if not clashes:
                self._store()
            elif [seen_as(clash) for clash in clashes] == before:
                self._insist()

        self._find_clashes(decide)

    def _insist(self) -> None:
        """Save in spite of the clashes that have been on the screen, if it is said why."""
        if len(self._reason.value().strip()) < SHORTEST_REASON:
            missing = self._kit.words("plan-reason-missing", least=SHORTEST_REASON)
            self._form.set_errors({self._reason: missing})
            self._reason.setFocus()
        else:
            self._store()

    def _store(self) -> None:
        read = self._read(tell=True)
        if read is None:
            return
        (new, weeks), file, schedule = read, self._file, self._schedule
        reason, made_up = self._reason.value(), self._made_up
        following = self._following.isVisible() and self._following.isChecked()

        def store() -> Changed[date]:
            if made_up is not None:
                self._cancelling.make_up(made_up, new.day, new.start, room=new.room, reason=reason)
            elif file is None:
                schedule.plan(new, weeks=weeks, reason=reason)
            else:
                programme = next(
                    one.programme.id
                    for one in self._offer.programmes
                    if any(activity.id == new.activity for activity in one.activities)
                )
                changed = replace(
                    file.session,
                    programme=programme,
                    activity=new.activity,
                    group=new.group,
                    person=new.person,
                    day=new.day,
                    start=new.start,
                    minutes=new.minutes,
                    room=new.room,
                    leader=new.leader,
                    co_leader=new.co_leader,
                )
                if following:
                    self._week_plan.change_following(changed, expected=file.version, reason=reason)
                else:
                    schedule.change(changed, expected=file.version, reason=reason)
            return Changed(new.day, frozenset({"sessions"}))

        self._kit.jobs.run(self, store, done=self._stored, failed=self._not_stored)

    def _stored(self, day: date) -> None:
        self._clear_told()
        if self._file is None:
            self._person = None
            self._who.clear()
        self.saved.emit(day)

    def _not_stored(self, error: Exception) -> None:
        self.failed.emit(error)
        if isinstance(error, StaleRowError):
            self.reloadAsked.emit()


def _number(field: LineField) -> int:
    text = field.value()
    return int(text) if text.isdecimal() else 0
