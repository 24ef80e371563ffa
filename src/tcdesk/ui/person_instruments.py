"""Vprašalniki: what was answered and what is due, filling in, the safety procedure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tcdesk.domain.instrument_due import Due
from tcdesk.domain.instruments import Mode, Response
from tcdesk.domain.people import Person
from tcdesk.domain.safety import SafetyFlow
from tcdesk.domain.staff import Action as Deed
from tcdesk.services.assessments import Assessed, Assessments, Result
from tcdesk.services.instruments import Known
from tcdesk.services.notes import Notes
from tcdesk.services.safety import Safety
from tcdesk.ui.beside import Beside
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.instrument_answers import AnswersDialog
from tcdesk.ui.instrument_entry import PAGE, Begun, EntryPanel, drafts_of
from tcdesk.ui.instrument_words import instrument_name, result_word
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.person_results import ResultsCard
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.safety_band import SafetyBand, opened_on
from tcdesk.ui.safety_form import TOPICS, SafetyPanel
from tcdesk.ui.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One questionnaire of the person: its newest result and when it is due."""

    known: Known
    results: Sequence[Result] = field(repr=False)
    due: Due | None


class InstrumentsTab(QWidget):
    """Reads by itself; ``show_file`` tells whose and as of which day."""

    saved = Signal(str)
    failed = Signal(Exception)
    formAsked = Signal(str)  # which questionnaire is wanted on paper
    wanted = Signal()  # the tab asks to be shown: something must be done here

    def __init__(self, kit: Kit, assessments: Assessments) -> None:
        super().__init__()
        self._kit = kit
        self._assessments = assessments
        self._notes = Notes(assessments.desk)
        self._safety = Safety(assessments.desk)
        self._may_write = assessments.desk.may(Deed.WRITE_NOTES)
        self._person: Person | None = None
        self._day = kit.clock.today()
        self._assessed: Assessed | None = None
        self._drafts: Mapping[str, Begun] = {}
        self.panel: EntryPanel | SafetyPanel | None = None
        words = kit.words
        self.band = SafetyBand(kit, self.open_safety)
        self.choice = ChoiceField()
        self.choice.setAccessibleName(words("instrument-choose"))
        self.fill = button(words("instrument-fill"))
        self.on_paper = button(words("instrument-on-paper"))
        self.on_paper.setVisible(assessments.desk.may(Deed.PRINT_SHEETS))
        self._rows: Rows[_Line] = Rows(self._columns(), words, self)
        self.table: Table[_Line] = Table(
            self._rows,
            name=words("person-tab-instruments"),
            empty=words("instrument-none"),
            empty_next=words("instrument-none.next") if self._may_write else "",
        )
        self._begun = QVBoxLayout()
        self._flows = QVBoxLayout()
        self.results = ResultsCard(kit, may_write=self._may_write)
        self._stack = QStackedWidget()
        self._stack.addWidget(Beside(self._left(), self.results, shares=(1, 1)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(self._stack)
        self.fill.clicked.connect(self._fill_chosen)
        self.on_paper.clicked.connect(lambda: self.formAsked.emit(self.choice.value() or ""))
        self.table.chosen.connect(self._show_results)
        self.table.openAsked.connect(lambda line: self.begin(line.known))
        self.results.correctAsked.connect(self._correct)
        self.results.showAsked.connect(lambda one: AnswersDialog(kit, self.window(), one).open())

    def show_file(self, person: Person, day: date) -> None:
        """Show a person's questionnaires as of a day; what is being filled in stays open."""
        if self._person is not None and self._person.id != person.id:
            self.put_away()
            self._rows.show(())
            self.results.show_results(())
            self.band.show_flows(())
        self._person, self._day = person, day

        def read() -> tuple[Assessed, Mapping[str, Begun]]:
            told = self._assessments.of(person.id, day=day)
            draft = self._notes.draft(PAGE, person.id) if self._may_write else None
            return told, drafts_of(draft.payload) if draft else {}

        self._kit.jobs.run(
            self,
            read,
            done=lambda told: self._show(person, *told),
            failed=self.failed.emit,
            lane="reader",
        )

    def begin(self, known: Known) -> None:
        """Fill in a questionnaire, from where it was left."""
        if self._person is None or not self._may_write:
            return
        begun = self._drafts.get(known.definition.code)
        corrects = self._result(begun.supersedes) if begun else None
        fresh = Begun(day=self._kit.clock.today(), mode=Mode.INTERVIEW)
        panel = EntryPanel(
            self._kit, self._assessments, self._person, known, begun or fresh, self._drafts,
            corrects=corrects,
        )  # fmt: skip
        self._open_entry(panel)

    def open_safety(self, flow: SafetyFlow, version: int) -> None:
        """Open a safety procedure."""
        panel = SafetyPanel(self._kit, self._safety, flow, version)
        panel.saved.connect(self.saved)
        panel.left.connect(self.put_away)
        self._open(panel)
        self.wanted.emit()
        panel.begin()

    def put_away(self) -> None:
        """Show the list again."""
        if self.panel is not None:
            self._stack.setCurrentIndex(0)
            self._stack.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
            self.table.setFocus()

    def save_draft(self) -> None:
        """Keep what is typed."""
        if self.panel is not None:
            self.panel.keep()

    def _left(self) -> QWidget:
        words = self._kit.words
        card = Card(words("person-tab-instruments"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.choice, 1)
        top.addWidget(self.on_paper)
        top.addWidget(self.fill)
        card.body.addLayout(top)
        if not self._may_write:
            self.choice.hide()
            self.fill.hide()
            self.on_paper.hide()
        card.body.addLayout(self._begun)
        card.body.addWidget(self.table, 1)
        flows = Card(words("safety-flows"))
        flows.body.addLayout(self._flows)
        new = button(words("safety-new"), "link", help_text=words("safety-new.help"))
        if not self._may_write:
            new.hide()
        new.clicked.connect(self._new_flow)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addStretch(1)
        flows.body.addLayout(row)
        holder = QWidget()
        holder.setMinimumWidth(360)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 1)
        column.addWidget(flows)
        return holder

    def _columns(self) -> Sequence[Column[_Line]]:
        words = self._kit.words
        return (
            Column[_Line](
                key="name",
                title=words("instrument-column-name"),
                text=lambda one: instrument_name(words, one.known.definition),
                stretch=True,
            ),
            Column[_Line](key="last", title=words("instrument-column-last"), text=self._last),
            Column[_Line](
                key="due",
                title=words("instrument-column-due"),
                text=self._due,
                order=lambda one: one.due.by if one.due else date.max,
            ),
        )

    def _last(self, line: _Line) -> str:
        standing = [one for one in line.results if not one.superseded]
        if not standing:
            return ""
        told = result_word(self._kit.words, standing[-1], standing[-1].definition.main.id)
        return f"{told} ({self._kit.words.date(standing[-1].response.day)})"

    def _due(self, line: _Line) -> str:
        if line.due is None:
            return ""
        late = line.due.late(self._day)
        return self._kit.words("instrument-due-late" if late else "instrument-due", day=line.due.by)

    def _show(self, person: Person, assessed: Assessed, drafts: Mapping[str, Begun]) -> None:
        if self._person is None or self._person.id != person.id:
            return
        self._assessed, self._drafts = assessed, drafts
        chosen = self._code()
        due = {one.instrument: one for one in assessed.due}
        lines = []
        for known in assessed.offered:
            code = known.definition.code
            results = [one for one in assessed.results if one.definition.code == code]
            if results or code in due:
                lines.append(_Line(known=known, results=results, due=due.get(code)))
        lines.sort(
            key=lambda one: (one.due.by if one.due else date.max, one.known.definition.short)
        )
        self.choice.set_choices(
            [
                Choice(
                    code=one.definition.code, label=instrument_name(self._kit.words, one.definition)
                )
                for one in assessed.offered
            ]
        )
        self._rows.show(lines)
        place = self._rows.row_where(lambda one: one.known.definition.code == chosen)
        if place is None:
            place = self._rows.row_where(lambda one: bool(one.results)) or 0
        if lines:
            self.table.selectRow(place)
        self._show_results(lines[place] if lines else None)
        self._show_begun(assessed, drafts)
        self._show_flows(assessed.flows)
        self.band.show_flows(assessed.flows)

    def _code(self) -> str | None:
        index = self.table.currentIndex()
        return self._rows.value(index).known.definition.code if index.isValid() else None

    def _show_results(self, line: _Line | None) -> None:
        self.results.show_results(line.results if line else ())
        if line is not None:
            self.choice.set_value(line.known.definition.code)

    def _show_begun(self, assessed: Assessed, drafts: Mapping[str, Begun]) -> None:
        clear(self._begun)
        words = self._kit.words
        for known in assessed.offered:
            begun = drafts.get(known.definition.code)
            if begun is None:
                continue
            told = words(
                "instrument-begun",
                name=known.definition.short,
                count=len(begun.answers) or sum(1 for one in begun.entered.values() if one),
                all=len(known.definition.items) or len(known.definition.scores),
            )
            go = button(words("instrument-go-on"), "link")
            go.setAccessibleDescription(told)
            go.clicked.connect(lambda _on=False, known=known: self.begin(known))
            self._begun.addWidget(_line_of(label(told, wrap=True), go))

    def _show_flows(self, flows: Sequence[tuple[SafetyFlow, int]]) -> None:
        clear(self._flows)
        words = self._kit.words
        if not flows:
            self._flows.addWidget(label(words("safety-none"), "muted"))
        for flow, version in reversed(flows):
            state = "safety-line-closed" if flow.closed_at else "safety-line-open"
            told = words(state, day=opened_on(flow))
            go = button(words("safety-open"), "link")
            go.setAccessibleDescription(told)
            go.clicked.connect(
                lambda _on=False, flow=flow, version=version: self.open_safety(flow, version)
            )
            role = "" if flow.closed_at else "strong"
            self._flows.addWidget(_line_of(label(told, role, wrap=True), go))

    def _fill_chosen(self) -> None:
        code, assessed = self.choice.value(), self._assessed
        if assessed is not None:
            known = next((one for one in assessed.offered if one.definition.code == code), None)
            if known is not None:
                self.begin(known)

    def _result(self, key: str | None) -> Result | None:
        results = self._assessed.results if self._assessed else ()
        return next((one for one in results if one.response.id == key), None)

    def _correct(self, result: Result) -> None:
        if self._person is None:
            return
        entered = {
            key: str(value) for key, value in result.values.items() if value is not None
        } if result.definition.entered else {}  # fmt: skip
        begun = Begun(
            day=result.response.day,
            mode=result.response.mode,
            answers=result.answers,
            entered=entered,
        )
        known = Known(
            definition=result.definition,
            sha256=result.sha256,
            text="",
            edition=result.response.edition,
        )
        panel = EntryPanel(
            self._kit, self._assessments, self._person, known, begun, self._drafts, corrects=result
        )
        self._open_entry(panel)

    def _open_entry(self, panel: EntryPanel) -> None:
        panel.locked.connect(self._locked)
        panel.left.connect(self._entry_left)
        self._open(panel)
        self.wanted.emit()
        panel.begin()

    def _open(self, panel: EntryPanel | SafetyPanel) -> None:
        self.put_away()
        self.panel = panel
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)

    def _locked(self, response: Response, flow: SafetyFlow | None) -> None:
        del response
        self.put_away()
        self.saved.emit(self._kit.words("instrument-locked"))
        self._read_again()
        if flow is not None:
            self._open_new(flow)

    def _entry_left(self, said: str) -> None:
        self.put_away()
        self.saved.emit(said)
        self._read_again()

    def _read_again(self) -> None:
        if self._person is not None:
            self.show_file(self._person, self._day)

    def _open_new(self, flow: SafetyFlow) -> None:
        """Open the procedure that an answer has just opened."""
        person = flow.person

        def show(told: Assessed) -> None:
            found = [one for one in told.flows if one[0].id == flow.id]
            if found and found[0][0].closed_at is None:
                self.open_safety(*found[0])

        self._kit.jobs.run(
            self,
            lambda: self._assessments.of(person, day=self._kit.clock.today()),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    def _new_flow(self) -> None:
        person = self._person
        if person is None:
            return

        def begin() -> Changed[SafetyFlow]:
            return Changed(self._safety.begin(person.id), TOPICS)

        self._kit.jobs.run(self, begin, done=self._open_new, failed=self.failed.emit)


def _line_of(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    first, *rest = parts
    row.addWidget(first, 1)
    for part in rest:
        row.addWidget(part)
    return made
