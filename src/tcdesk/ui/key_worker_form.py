"""Who is in charge of a person's case from a day on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.ids import PersonId, StaffId
from tcdesk.domain.staff import Staff
from tcdesk.services.key_workers import InCharge, KeyWorkers
from tcdesk.ui.fields import Choice, ChoiceField, DayField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.small_form import SmallForm, Write

NOBODY = "nobody"


class KeyWorkerForm(SmallForm):
    """The new key worker and the first day; the one before ends on that day."""

    def __init__(
        self,
        kit: Kit,
        workers: KeyWorkers,
        person: PersonId,
        choices: Sequence[Staff],
        present: InCharge | None,
    ) -> None:
        words = kit.words
        super().__init__(kit, words("key-worker-change"), done=words("key-worker-saved"))
        self._workers = workers
        self._person = person
        ordered = sorted(choices, key=lambda one: words.sort_key(_name(one)))
        self.staff = ChoiceField(
            [
                *(Choice(code=one.id, label=_name(one)) for one in ordered),
                Choice(code=NOBODY, label=words("key-worker-nobody")),
            ]
        )
        if present is not None:
            self.staff.set_value(present.staff.id)
        self.since = DayField(kit, kit.clock.today())
        self.form.add(words("key-worker"), self.staff)
        self.form.add(words("key-worker-since"), self.since, wide=False)

    @override
    def write(self) -> Write | None:
        code, since, words = self.staff.value(), self.since.value(), self.kit.words
        errors: dict[QWidget, str] = {
            self.staff: "" if code else words("field-missing"),
            self.since: "" if since else words("field-missing"),
        }
        if not self.form.set_errors(errors) or code is None or since is None:
            return None
        chosen = None if code == NOBODY else StaffId(code)

        def save() -> Changed[None]:
            self._workers.assign(self._person, chosen, since)
            return Changed(None, frozenset({"people"}))

        return save


def _name(staff: Staff) -> str:
    return f"{staff.family_name} {staff.given_name}"
