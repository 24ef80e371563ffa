"""Groups beside the week: which run on a day, who their members are, joining and leaving."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.ids import GroupId
from tcdesk.domain.sessions import Group
from tcdesk.domain.staff import Action as Right
from tcdesk.services.aparts import Aparts
from tcdesk.services.desk import Desk
from tcdesk.services.lines import GroupLine, MemberLine, PersonLine
from tcdesk.services.removals import Removals
from tcdesk.services.schedule import Schedule
from tcdesk.ui.apart_asked import ask_about_apart
from tcdesk.ui.card import clear
from tcdesk.ui.elided import ElidedButton
from tcdesk.ui.fields import DayField
from tcdesk.ui.flag_words import risk_chip
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.group_new import NewGroupForm
from tcdesk.ui.group_places import GroupPlacesForm
from tcdesk.ui.icons import Icon
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import IconButton, button, label
from tcdesk.ui.offer import Offer
from tcdesk.ui.person_picker import PersonPicker

GROUPS = frozenset({"groups", "sessions"})


class Groups(QWidget):
    """The groups of a day; one of them open with its members."""

    personAsked = Signal(object)  # PersonId
    failed = Signal(Exception)
    done = Signal(str)  # what to say
    removeAsked = Signal(object)  # what removes, and gives the removal
    listAsked = Signal(object)  # GroupLine: its attendance list
    certificatesAsked = Signal(object)  # GroupLine: certificates of its members

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit = kit
        self._schedule = Schedule(desk)
        self._removals, self._aparts = Removals(desk), Aparts(desk)
        self._may_plan = desk.may(Right.EDIT_SCHEDULE)
        self._may_see = desk.may(Right.SEE_PEOPLE)
        self._may_print = desk.may(Right.PRINT_SHEETS)
        self._groups: Sequence[GroupLine] = ()
        self._open: GroupId | None = None
        words = kit.words
        self._day = DayField(kit, kit.clock.today())
        self._day.setAccessibleName(words("groups-day"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._members = QVBoxLayout()
        self._members.setSpacing(2)
        self._head = label("", "strong", wrap=True)
        self._picker = PersonPicker(kit, desk, name=words("groups-join-who"))
        self._join = label(words("groups-join-who"), "small")
        self._gone = self._link(words("remove-group"), self._remove_group)
        self._places = self._link(words("groups-places"), self._begin_places)
        self._papers = QWidget()
        papers = QHBoxLayout(self._papers)
        papers.setContentsMargins(0, 0, 0, 0)
        for text, asked in (
            ("groups-list", self.listAsked),
            ("groups-certificates", self.certificatesAsked),
        ):
            papers.addWidget(self._link(words(text), partial(self._ask_paper, asked)))
        papers.addStretch(1)
        self._new = NewGroupForm(kit, desk)
        self._new.hide()
        self._begin = button(words("groups-new"))
        self._begin.setVisible(self._may_plan)
        self._lay_out()
        self._day.editingFinished.connect(self.refresh)
        self._begin.clicked.connect(self._begin_new)
        self._new.cancelled.connect(self._end_new)
        self._new.failed.connect(self.failed)
        self._new.opened.connect(self._opened)
        self._picker.picked.connect(self._add)
        self._show_members([])

    def _lay_out(self) -> None:
        words = self._kit.words
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._new)
        column.addSpacing(8)
        column.addWidget(self._head)
        column.addLayout(self._members)
        column.addWidget(self._papers)
        row = QHBoxLayout()
        row.addWidget(self._places)
        row.addWidget(self._gone)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._join)
        column.addWidget(self._picker)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        named = label(words("groups-day"))
        named.setBuddy(self._day)
        top = QHBoxLayout()
        top.addWidget(label(words("groups-title"), "section"), 1)
        top.addWidget(named)
        top.addWidget(self._day)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)

    def set_offer(self, offer: Offer) -> None:
        """Take what a new group can be made of."""
        self._new.set_offer(offer)

    def refresh(self) -> None:
        """Ask for the groups of the day, and for the members of the open one."""
        day = self._on_day()
        self._kit.jobs.run(
            self,
            lambda: self._schedule.groups(day),
            done=self._show,
            failed=self.failed.emit,
            lane="reader",
        )

    def _on_day(self) -> date:
        return self._day.value() or self._kit.clock.today()

    def _show(self, groups: Sequence[GroupLine]) -> None:
        self._groups = groups
        clear(self._list)
        words = self._kit.words
        if not groups:
            self._list.addWidget(label(words("groups-empty"), "muted", wrap=True))
        if self._open not in {one.id for one in groups}:
            self._open = groups[0].id if groups else None
        for one in groups:
            press = ElidedButton(words("groups-line", name=one.name, count=one.members), "chip")
            press.setCheckable(True)
            press.setChecked(one.id == self._open)
            about = f"{one.programme} · {one.activity} · {one.room} · {one.leader}"
            press.setToolTip(f"{one.name}\n{about}")
            press.clicked.connect(lambda _on=False, group=one.id: self._choose(group))
            self._list.addWidget(press)
        self._ask_members()

    def _choose(self, group: GroupId) -> None:
        self._open = group
        self._show(self._groups)

    def _ask_members(self) -> None:
        group, day = self._open, self._on_day()
        if group is None or not self._may_see:
            self._show_members([])
            return

        def done(members: Sequence[MemberLine]) -> None:
            if group == self._open:
                self._show_members(members)

        self._kit.jobs.run(
            self,
            lambda: self._schedule.memberships(group, day),
            done=done,
            failed=self.failed.emit,
            lane="reader",
        )

    def _show_members(self, members: Sequence[MemberLine]) -> None:
        clear(self._members)
        words = self._kit.words
        line = next((one for one in self._groups if one.id == self._open), None)
        shown = line is not None and self._may_see
        for part in (self._join, self._picker):
            part.setVisible(shown and self._may_plan)
        self._head.setVisible(shown)
        self._papers.setVisible(shown and self._may_print)
        for press in (self._gone, self._places):
            press.setVisible(shown and self._may_plan)
        if line is None or not shown:
            return
        self._head.setText(
            words("groups-members", name=line.name, day=self._on_day(), count=len(members))
        )
        self._join.setText(words("groups-join-from", day=self._on_day()))
        for member in members:
            self._members.addWidget(self._member(member))
        if not members:
            self._members.addWidget(label(words("groups-nobody"), "muted", wrap=True))

    def _member(self, member: MemberLine) -> QWidget:
        words = self._kit.words
        shown = self._kit.privacy.name(member.name, member.code)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        if member.marks:
            row.addWidget(risk_chip(words, member.marks))
        name = self._link(shown, lambda: self.personAsked.emit(member.person))
        row.addWidget(name)
        row.addWidget(label(words("groups-since", day=member.from_date), "small"), 1)
        if self._may_plan and member.to_date is None:
            leave = self._link(words("groups-leave"), lambda: self._remove(member))
            leave.setAccessibleName(words("groups-leave-who", name=shown))
            leave.setToolTip(words("groups-leave-from", day=self._on_day()))
            row.addWidget(leave)
        if self._may_plan:
            icons = self._kit.icons
            gone = IconButton(icons, Icon.DELETE, words("remove-membership-who", name=shown))
            gone.setToolTip(words("remove-membership"))
            gone.clicked.connect(
                lambda: self.removeAsked.emit(lambda: self._removals.membership(member.membership))
            )
            row.addWidget(gone)
        return part

    @staticmethod
    def _link(text: str, do: Callable[[], None]) -> QPushButton:
        made = button(text.replace("&", "&&"), "link")
        made.clicked.connect(do)
        return made

    def _add(self, person: PersonLine) -> None:
        group, day = self._open, self._on_day()
        if group is None:
            return
        words = self._kit.words
        shown = self._kit.privacy.name(person.name, person.code)
        self._picker.clear()

        def join() -> Changed[str]:
            self._schedule.join(group, person.id, day)
            return Changed(words("groups-joined", name=shown, day=day), GROUPS)

        def go_on() -> None:
            self._kit.jobs.run(self, join, done=self.done.emit, failed=self.failed.emit)

        ask_about_apart(
            self._kit,
            self,
            lambda: self._aparts.in_group(group, person.id, day),
            name=shown,
            then=go_on,
            failed=self.failed.emit,
        )

    def _begin_places(self) -> None:
        group = self._open

        def show(found: Group) -> None:
            form = GroupPlacesForm(self._kit, self._schedule, found)
            form.saved.connect(self.done)
            FormDialog(self.window(), form, self._kit.words("groups-capacity")).open()

        if group is not None:
            self._kit.jobs.run(
                self,
                lambda: self._schedule.group(group),
                done=show,
                failed=self.failed.emit,
                lane="reader",
            )

    def _remove(self, member: MemberLine) -> None:
        group, day = self._open, self._on_day()
        if group is None:
            return
        words = self._kit.words
        shown = self._kit.privacy.name(member.name, member.code)

        def leave() -> Changed[str]:
            self._schedule.quit(group, member.person, day)
            return Changed(words("groups-left", name=shown, day=day), GROUPS)

        self._kit.jobs.run(self, leave, done=self.done.emit, failed=self.failed.emit)

    def _remove_group(self) -> None:
        group = self._open
        if group is not None:
            self.removeAsked.emit(lambda: self._removals.group(group))

    def _ask_paper(self, asked: SignalInstance) -> None:
        line = next((one for one in self._groups if one.id == self._open), None)
        if line is not None:
            asked.emit(line)

    def _begin_new(self) -> None:
        self._begin.hide()
        self._new.begin(self._on_day())

    def _end_new(self) -> None:
        self._new.hide()
        self._begin.show()

    def _opened(self, group: GroupId) -> None:
        self._open = group
        self._end_new()
        self.done.emit(self._kit.words("groups-opened"))
