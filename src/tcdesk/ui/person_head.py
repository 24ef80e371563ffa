"""The line above a person's file: risk flags, code, status, regime and place, programme, worker."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tcdesk.domain.flags import marks
from tcdesk.domain.people import PersonKind
from tcdesk.services.enrolments import EpisodeFile
from tcdesk.services.key_workers import InCharge
from tcdesk.services.participants import PersonFile
from tcdesk.ui.card import clear
from tcdesk.ui.flag_words import risk_chip
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.people_words import kind_word, phase_word, status_word


class PersonHead(QWidget):
    """Says as of a day who this is to the unit; the name stands in the title of the page."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_file(
        self, file: PersonFile, stay: EpisodeFile | None, in_charge: InCharge | None
    ) -> None:
        """Show a person; ``stay`` is the one in a programme on the day of the file."""
        clear(self._row)
        words, person = self._kit.words, file.person
        where = words("person-not-in")
        if stay is not None:
            phase = phase_word(words, stay, file.day)
            where = f"{stay.programme.code}, {phase}" if phase else stay.programme.code
        if held := marks(tuple(file.flags), file.day):
            self._row.addWidget(risk_chip(words, held))
        told = [person.code, self._status(file), *self._held(file), where]
        if in_charge is not None:
            told.append(words("key-worker-head", name=in_charge.staff.short_name))
        self._row.addWidget(label(" · ".join(told), "strong", wrap=True), 1)

    def _status(self, file: PersonFile) -> str:
        words, person = self._kit.words, file.person
        if file.status is not None:
            return status_word(words, file.status.status, person.sex)
        if person.kind is PersonKind.CUSTODY:
            return words("person-no-status")
        return kind_word(words, person.kind, person.sex)

    def _held(self, file: PersonFile) -> list[str]:
        held = []
        if file.regime is not None:
            held.append(self._kit.words(f"regime-{file.regime.regime.value}"))
        if file.housing is not None:
            held.append(", ".join(p for p in (file.housing.place, file.housing.wing) if p))
        return held
