"""Short forms of a person's network: a contact outside, a tie to another file."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.network import Contact, ContactRole, Leave, Support, TieKind
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.services.network import ContactLine, Network
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.person_picker import PersonPicker
from tcdesk.ui.small_form import SmallForm, Write

TOPICS = frozenset({"people"})


class ContactForm(SmallForm):
    """Who it is, how to reach them, what they mean, and whether they may be reached."""

    def __init__(
        self, kit: Kit, network: Network, person: PersonId, line: ContactLine | None
    ) -> None:
        words = kit.words
        title = words("contact-change" if line else "contact-add")
        super().__init__(kit, title, done=words("contact-saved"))
        self._network = network
        self._line = line
        known = line.contact if line else None
        self._known = known or Contact(
            id="",
            person=person,
            name="",
            role=ContactRole.PARENT,
            reached_at="",
            support=Support.NEUTRAL,
            leave=Leave.NOT_ASKED,
            leave_on=None,
            remark="",
            from_date=kit.clock.today(),
            to_date=None,
        )
        shown = self._known
        self.name = LineField(shown.name, longest=120)
        self.role = ChoiceField(
            [
                Choice(code=one.value, label=words(f"contact-role-{one.value}"))
                for one in ContactRole
            ]
        )
        self.reached = LineField(shown.reached_at, longest=120)
        self.support = ChoiceField(
            [Choice(code=one.value, label=words(f"contact-support-{one.value}")) for one in Support]
        )
        self.leave = ChoiceField(
            [Choice(code=one.value, label=words(f"contact-leave-{one.value}")) for one in Leave]
        )
        self.leave_on = DayField(kit, shown.leave_on)
        self.remark = LineField(shown.remark, longest=400)
        self.role.set_value(shown.role.value)
        self.support.set_value(shown.support.value)
        self.leave.set_value(shown.leave.value)
        self.form.add(words("contact-name-field"), self.name)
        self.form.add(words("contact-role-field"), self.role, wide=False)
        self.form.add(
            words("contact-reached-field"), self.reached, hint=words("contact-reached-field.help")
        )
        self.form.add(words("contact-support-field"), self.support, wide=False)
        self.form.add(
            words("contact-leave-field"),
            self.leave,
            hint=words("contact-leave-field.help"),
            wide=False,
        )
        self.form.add(words("contact-leave-on"), self.leave_on, wide=False)
        self.form.add(words("contact-remark"), self.remark)
        self.leave.changed.connect(self._ask_day)
        self._ask_day()

    @override
    def write(self) -> Write | None:
        words, leave = self.kit.words, Leave(self.leave.value() or Leave.NOT_ASKED)
        answered = leave is not Leave.NOT_ASKED
        name = " ".join(self.name.value().split())
        today = self.kit.clock.today()
        errors: dict[QWidget, str] = {
            self.name: "" if name else words("field-missing"),
            self.leave_on: day_error(self.kit, self.leave_on, latest=today) if answered else "",
        }
        if not self.form.set_errors(errors):
            return None
        contact = replace(
            self._known,
            name=name,
            role=ContactRole(self.role.value() or ContactRole.OTHER),
            reached_at=self.reached.value().strip(),
            support=Support(self.support.value() or Support.NEUTRAL),
            leave=leave,
            leave_on=self.leave_on.value() if answered else None,
            remark=self.remark.value().strip(),
        )
        line = self._line

        def save() -> Changed[None]:
            if line is None:
                self._network.add(contact)
            else:
                self._network.change(contact, expected=line.version)
            return Changed(None, TOPICS)

        return save

    @override
    def refused(self, error: Exception) -> None:
        super().refused(error)
        if isinstance(error, StaleRowError):
            self.save.setEnabled(False)  # what is typed can be read; it would undo another's change

    def _ask_day(self) -> None:
        answered = self.leave.value() != Leave.NOT_ASKED.value
        self.form.set_shown(self.leave_on, shown=answered)
        if answered and self.leave_on.value() is None:
            self.leave_on.set_value(self.kit.clock.today())


class TieForm(SmallForm):
    """Another file, and what that person is to this one."""

    def __init__(self, kit: Kit, desk: Desk, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("tie-add"), done=words("tie-saved"))
        self._network = Network(desk)
        self._person = person
        self._other: PersonId | None = None
        self.picker = PersonPicker(kit, desk, name=words("tie-who"))
        self.kind = ChoiceField(
            [Choice(code=one.value, label=words(f"tie-kind-{one.value}")) for one in TieKind]
        )
        self.since = DayField(kit)
        self.remark = LineField(longest=400)
        self.form.add(words("tie-who"), self.picker, hint=words("tie-who.help"))
        self.form.add(words("tie-kind"), self.kind, wide=False)
        self.form.add(words("tie-since"), self.since, hint=words("tie-since.help"), wide=False)
        self.form.add(words("tie-remark"), self.remark)
        self.picker.picked.connect(self._picked)

    @override
    def write(self) -> Write | None:
        words, other = self.kit.words, self._other
        wrong_day = words("field-day-wrong") if self.since.unreadable() else ""
        right = self.form.set_errors(
            {self.picker: "" if other else words("plan-person-missing"), self.since: wrong_day}
        )
        if not right or other is None:
            return None
        kind, since = TieKind(self.kind.value() or TieKind.TOOK_PART), self.since.value()
        remark = self.remark.value()

        def save() -> Changed[None]:
            self._network.tie(self._person, other, kind, since=since, remark=remark)
            return Changed(None, TOPICS)

        return save

    def _picked(self, line: PersonLine) -> None:
        self._other = line.id
        self.picker.show_name(self.kit.privacy.name(line.name, line.code))
        self.kind.setFocus()
