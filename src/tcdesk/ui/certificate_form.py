"""What is asked for a certificate of participation: the wording, the days, whose, and the head."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from tcdesk.domain.ids import GroupId, PersonId, ProgrammeId
from tcdesk.domain.neutral import LONGEST_WORDING
from tcdesk.domain.people import Person
from tcdesk.services.certificates import Certificates, NewCertificate
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.paper_dialog import Leaving

_ROWS_HIGH = 132


class CertificateForm:
    """The fields, and what they ask for."""

    def __init__(
        self,
        kit: Kit,
        certificates: Certificates,
        programmes: Sequence[Choice],
        first: date,
        *,
        people: Sequence[Person],
        group: GroupId | None = None,
    ) -> None:
        """Make the form.

        Args:
            kit: What the window is built with.
            certificates: Draws them.
            programmes: Whose attendance counts.
            first: The first day that is offered.
            people: Whom it may be for; several are chosen from a list.
            group: Only its sessions count.
        """
        words = kit.words
        self._kit = kit
        self._certificates = certificates
        self._group = group
        self._one = people[0].id if len(people) == 1 else None
        self.wording = LineField(words("certificate-wording-usual"), longest=LONGEST_WORDING)
        self.programme = ChoiceField(programmes)
        self.first = DayField(kit, first)
        self.last = DayField(kit, kit.clock.today())
        self.place = LineField(longest=60)
        self.hours = QCheckBox(words("certificate-with-hours"))
        self.hours.setChecked(True)
        self.funder = QCheckBox(words("certificate-with-funder"))
        self.funder.setChecked(True)
        self.people = QListWidget()
        self.people.setMaximumHeight(_ROWS_HIGH)
        self.form = Form()
        self.form.add(
            words("certificate-wording"), self.wording, hint=words("certificate-wording.help")
        )
        self.form.add(words("certificate-programme"), self.programme)
        self.form.set_shown(self.programme, shown=len(programmes) > 1)
        self.form.add_row(
            words("paper-period"),
            ((words("paper-period-first"), self.first), (words("paper-period-last"), self.last)),
        )
        self.form.add(words("certificate-place"), self.place, hint=words("certificate-place.help"))
        if self._one is None:
            self._fill(people)
            self.form.add(words("certificate-people"), self.people)
        self.form.add_whole(self.hours)
        self.form.add_whole(self.funder)

    def ready(self) -> Leaving | None:
        """Give what is asked for; None when a field is wrong (told there)."""
        words = self._kit.words
        first, last, programme = self.first.value(), self.last.value(), self.programme.value()
        chosen = self._chosen()
        errors: dict[QWidget, str] = {
            self.wording: "" if self.wording.value() else words("field-missing"),
            self.first: "" if first and last else words("plan-day-missing"),
            self.programme: "" if programme else words("field-missing"),
        }
        if self._one is None:
            errors[self.people] = "" if chosen else words("certificate-people-none")
        right = self.form.set_errors(errors)
        if not right or first is None or last is None or programme is None:
            return None
        new = NewCertificate(
            people=chosen,
            programme=ProgrammeId(programme),
            group=self._group,
            wording=self.wording.value(),
            first=first,
            last=last,
            place=self.place.value(),
            hours=self.hours.isChecked(),
            funder=self.funder.isChecked(),
        )
        return Leaving(
            title=words("paper-certificate-title"),
            draw=lambda: self._certificates.draw(new),
            left=lambda way: self._certificates.left(new, way),
        )

    def _fill(self, people: Sequence[Person]) -> None:
        name: Callable[[str, str], str] = self._kit.privacy.name
        for one in people:
            row = QListWidgetItem(name(one.full_name, one.code))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
            row.setData(Qt.ItemDataRole.UserRole, one.id)
            self.people.addItem(row)

    def _chosen(self) -> tuple[PersonId, ...]:
        if self._one is not None:
            return (self._one,)
        rows = [self.people.item(row) for row in range(self.people.count())]
        return tuple(
            PersonId(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        )
