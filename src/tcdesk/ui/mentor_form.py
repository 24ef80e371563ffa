"""Somebody in training: under which mentor, from which day on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.countersigning import Traineeship
from tcdesk.domain.ids import StaffId
from tcdesk.domain.staff import Staff
from tcdesk.services.mentors import Mentors
from tcdesk.ui.fields import Choice, ChoiceField, DayField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.small_form import SmallForm, Write

NOBODY = "nobody"


class MentorForm(SmallForm):
    """The mentor and the first day; without a mentor the training ends on that day."""

    def __init__(
        self,
        kit: Kit,
        mentors: Mentors,
        staff: Staff,
        choices: Sequence[Staff],
        present: Traineeship | None,
    ) -> None:
        words = kit.words
        name = f"{staff.given_name} {staff.family_name}"
        super().__init__(kit, words("mentor-title", name=name), done=words("mentor-saved"))
        self._mentors, self._staff = mentors, staff.id
        ordered = sorted(choices, key=lambda one: words.sort_key(_name(one)))
        self.mentor = ChoiceField(
            [
                Choice(code=NOBODY, label=words("mentor-nobody")),
                *(Choice(code=one.id, label=_name(one)) for one in ordered),
            ]
        )
        if present is not None:
            self.mentor.set_value(present.mentor)
        self.since = DayField(kit, kit.clock.today())
        self.form.add_whole(label(words("mentor-why"), "muted", wrap=True))
        self.form.add(words("mentor"), self.mentor)
        self.form.add(words("key-worker-since"), self.since, wide=False)

    @override
    def write(self) -> Write | None:
        code, since, words = self.mentor.value(), self.since.value(), self.kit.words
        errors: dict[QWidget, str] = {self.since: "" if since else words("field-missing")}
        if not self.form.set_errors(errors) or code is None or since is None:
            return None
        chosen = None if code == NOBODY else StaffId(code)

        def save() -> Changed[None]:
            self._mentors.set(self._staff, chosen, since)
            return Changed(None, frozenset({"accounts", "notes"}))

        return save


def _name(staff: Staff) -> str:
    return f"{staff.family_name} {staff.given_name}"
