"""Vključitve in faze: every stay in a programme with its phases, and entry, move and exit."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Phase
from tcdesk.services.enrolments import Enrolments, EpisodeFile
from tcdesk.services.plan_rules import plan_rules
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.services.removals import Removals
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear, let_go
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.people_words import activity_name, period_word
from tcdesk.ui.person_forms import EntryForm, ExitForm, PhaseForm, phase_label
from tcdesk.ui.small_form import SmallForm
from tcdesk.ui.table import EmptyState


class EnrolmentsTab(QWidget):
    """Stays below each other; the form for a change stands beside them."""

    saved = Signal(str)
    removeAsked = Signal(object)  # what removes, and gives the removal

    def __init__(
        self, kit: Kit, enrolments: Enrolments, programmes: Path, *, may_edit: bool
    ) -> None:
        super().__init__()
        self._kit = kit
        self._enrolments = enrolments
        self._removals = Removals(enrolments.desk)
        self._rules = plan_rules(programmes)
        self._may_edit = may_edit
        self._person: Person | None = None
        self._programmes: Sequence[ProgrammeFile] = ()
        self.form: SmallForm | None = None
        self._stays = QVBoxLayout()
        self._stays.setContentsMargins(0, 0, 4, 0)
        self._stays.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._stays)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self._scroll.setMinimumSize(360, 160)
        side = QWidget()
        side.setMinimumWidth(380)
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        side.hide()
        self._side_of = side
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(Beside(self._scroll, side, shares=(3, 2)))

    def show_file(
        self,
        person: Person,
        episodes: Sequence[EpisodeFile],
        programmes: Sequence[ProgrammeFile],
    ) -> None:
        """Show a person's stays."""
        if self._person is None or self._person.id != person.id:
            self.close_form()
        self._person, self._programmes = person, programmes
        clear(self._stays)
        if not episodes:
            self._stays.addWidget(self._nothing(), 1)
            return
        open_in = {one.programme.id for one in episodes if one.episode.to_date is None}
        more = open_in and any(one.programme.id not in open_in for one in programmes)
        if self._may_edit and more:
            press = button(self._kit.words("person-enrol-more"))
            press.clicked.connect(self.begin_entry)
            self._stays.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        for file in episodes:
            self._stays.addWidget(self._stay(file))
        self._stays.addStretch(1)

    def begin_entry(self) -> None:
        """Open the form for an entry into a programme."""
        if self._person and self._programmes:
            self._open(EntryForm(self._kit, self._enrolments, self._person.id, self._programmes))

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            let_go(self.form, focus_to=self)
            self.form = None
        self._side_of.hide()

    def _open(self, form: SmallForm) -> None:
        self.close_form()
        self.form = form
        clear(self._side)
        self._side.addWidget(form)
        self._side.addStretch(1)
        self._side_of.show()
        form.saved.connect(self._saved)
        form.leftAsked.connect(self.close_form)
        form.form.focus_first()

    def _saved(self, text: str) -> None:
        self.close_form()
        self.saved.emit(text)

    def _nothing(self) -> EmptyState:
        words = self._kit.words
        if not self._programmes:
            return EmptyState(
                words("person-no-programmes"), words("person-no-programmes.next"), "", None
            )
        return EmptyState(
            words("person-enrolments-none"),
            words("person-enrolments-none.next") if self._may_edit else "",
            words("person-enrol"),
            self.begin_entry if self._may_edit else None,
        )

    def _stay(self, file: EpisodeFile) -> Card:
        kit, words, episode = self._kit, self._kit.words, file.episode
        when = chip(
            period_word(words, episode.from_date, episode.to_date),
            "success" if episode.to_date is None else "",
        )
        programme = file.programme
        card = Card(activity_name(words, programme.name_sl, programme.name_en), beside=when)
        if episode.exit_code is not None and self._person:
            sex = self._person.sex.value.lower()
            reason = words(f"exit-code-{episode.exit_code.value.lower()}", sex=sex)
            card.body.addWidget(label(words("person-exit-told", reason=reason), wrap=True))
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for row, (stay, phase) in enumerate(file.phases):
            role = "strong" if stay.to_date is None else ""
            grid.addWidget(label(phase_label(kit, phase), role, wrap=True), row, 0)
            grid.addWidget(label(period_word(words, stay.from_date, stay.to_date), "muted"), row, 1)
            if self._may_edit and len(file.phases) > 1:
                gone = button(words("remove"), "link")
                gone.setAccessibleName(words("remove-phase-named", what=phase_label(kit, phase)))
                gone.clicked.connect(partial(self._remove_phase, stay.id))
                grid.addWidget(gone, row, 2)
        card.body.addWidget(grid_of)
        if self._may_edit:
            card.body.addLayout(self._buttons(file))
        return card

    def _buttons(self, file: EpisodeFile) -> QHBoxLayout:
        words, row = self._kit.words, QHBoxLayout()
        gone = button(words("remove"), "link")
        name = activity_name(words, file.programme.name_sl, file.programme.name_en)
        gone.setAccessibleName(words("remove-episode-named", what=name))
        gone.clicked.connect(
            lambda: self.removeAsked.emit(lambda: self._removals.episode(file.episode.id))
        )
        if file.episode.to_date is not None:
            row.addStretch(1)
            row.addWidget(gone)
            return row
        phases = next(
            (one.phases for one in self._programmes if one.programme.id == file.programme.id), ()
        )
        if phases:
            move = button(words("person-move"))
            move.clicked.connect(partial(self._begin_move, file, phases))
            row.addWidget(move)
        leave = button(words("person-leave"))
        leave.clicked.connect(lambda: self._begin_exit(file))
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(gone)
        return row

    def _begin_move(self, file: EpisodeFile, phases: Sequence[Phase]) -> None:
        rules = self._rules.get(file.programme.code)
        gates = rules.gates if rules else {}
        self._open(PhaseForm(self._kit, self._enrolments, file, phases, gates))

    def _remove_phase(self, stay: str) -> None:
        self.removeAsked.emit(lambda: self._removals.phase(stay))

    def _begin_exit(self, file: EpisodeFile) -> None:
        if self._person:
            self._open(ExitForm(self._kit, self._enrolments, file, self._person.sex))
