"""Vprašalniki in the settings: which there are, loading another one, and when programmes ask."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.errors import WorldFailedError
from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.instrument_due import DueRule, Occasion
from tcdesk.domain.instrument_file import LARGEST_FILE
from tcdesk.domain.programmes import Programme
from tcdesk.services.desk import Desk
from tcdesk.services.instruments import Instruments, Known
from tcdesk.services.unit_settings import UnitSettings
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.instrument_words import instrument_name, source_word
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

ABOUT_LINES = 6
TOPICS = frozenset({"assessments", "settings"})


class FileUnreadableError(WorldFailedError):
    """The chosen file cannot be read."""

    code = "file-unreadable"


class InstrumentsSection(Section):
    """A definition is data: loading one runs nothing, and a wrong one is refused with its line."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._instruments = Instruments(desk, place.resources / "instruments")
        self._programmes: Sequence[Programme] = ()
        self._known: Sequence[Known] = ()
        self._rows: Rows[Known] = Rows(self._columns(), words, self)
        self.table: Table[Known] = Table(
            self._rows, name=words("settings-instruments"), empty=words("instrument-none")
        )
        self.table.setMinimumHeight(220)
        self.about = label("", "small", wrap=True)
        self.about.setMinimumHeight(self.about.fontMetrics().lineSpacing() * ABOUT_LINES)
        self.load = button(words("settings-instrument-load"))
        shelf = Card(words("settings-instruments"))
        shelf.body.addWidget(label(words("settings-instruments.why"), "muted", wrap=True))
        shelf.body.addWidget(self.table)
        shelf.body.addWidget(self.about)
        shelf.body.addLayout(_left(self.load))
        self.programme = ChoiceField()
        self.instrument = ChoiceField()
        self.occasion = ChoiceField(
            [Choice(code=one.value, label=words(f"due-occasion-{one.value}")) for one in Occasion]
        )
        self.weeks = LineField("4", longest=3)
        self.weeks.setFixedWidth(64)
        self.add = button(words("settings-due-add"))
        self._rules = QVBoxLayout()
        due = Card(words("settings-due"))
        due.body.addWidget(label(words("settings-due.why"), "muted", wrap=True))
        due.body.addLayout(self._rules)
        form = Form()
        form.add(words("settings-due-programme"), self.programme)
        form.add(words("settings-due-instrument"), self.instrument)
        form.add(words("settings-due-occasion"), self.occasion)
        form.add(
            words("settings-due-weeks"),
            self.weeks,
            hint=words("settings-due-weeks.hint"),
            wide=False,
        )
        due.body.addWidget(form)
        due.body.addLayout(_left(self.add))
        self._form = form
        self.column.addWidget(shelf)
        self.column.addWidget(due)
        self.column.addStretch(1)
        self.table.chosen.connect(self._tell_about)
        self.load.clicked.connect(self._choose)
        self.add.clicked.connect(self._add_rule)

    @override
    def refresh(self) -> None:
        instruments, settings = self._instruments, UnitSettings(self.desk)
        self.kit.jobs.run(
            self,
            lambda: (instruments.all(), instruments.rules(), list(settings.programmes().values())),
            done=lambda found: self._show(*found),
            failed=self.tell,
            lane="reader",
        )

    def take(self, path: Path) -> None:
        """Load a definition file."""
        instruments = self._instruments

        def load() -> Changed[Known]:
            try:
                with path.open("rb") as file:
                    content = file.read(LARGEST_FILE + 1)
            except OSError:
                raise FileUnreadableError from None
            return Changed(instruments.load(content), TOPICS)

        self.kit.jobs.run(self, load, done=self._loaded, failed=self.tell)

    def _columns(self) -> Sequence[Column[Known]]:
        words = self.kit.words
        return (
            Column[Known](
                key="name",
                title=words("instrument-column-name"),
                text=lambda one: instrument_name(words, one.definition),
                stretch=True,
            ),
            Column[Known](
                key="shown",
                title=words("settings-instrument-shown"),
                text=lambda one: words(
                    f"instrument-shown-{one.definition.licence.shown.value}.short"
                ),
            ),
            Column[Known](
                key="version",
                title=words("settings-instrument-version"),
                text=lambda one: str(one.definition.version),
                order=lambda one: one.definition.version,
                number=True,
            ),
        )

    def _show(
        self, known: Sequence[Known], rules: Sequence[DueRule], programmes: Sequence[Programme]
    ) -> None:
        words = self.kit.words
        self._known, self._programmes = known, programmes
        self._rows.show(known)
        self.instrument.set_choices(
            [
                Choice(code=one.definition.code, label=instrument_name(words, one.definition))
                for one in known
            ]
        )
        self.programme.set_choices(
            [
                Choice(code=one.id, label=activity_name(words, one.name_sl, one.name_en))
                for one in programmes
            ]
        )
        self.add.setEnabled(bool(programmes))
        clear(self._rules)
        if not rules:
            self._rules.addWidget(label(words("settings-due-none"), "muted"))
        shorts = {one.definition.code: one.definition.short for one in known}
        codes: dict[str, str] = {one.id: one.code for one in programmes}
        order = list(Occasion)
        for rule in sorted(
            rules,
            key=lambda one: (
                codes.get(one.programme, ""),
                order.index(one.occasion),
                one.instrument,
            ),
        ):
            told = words(
                "settings-due-line",
                programme=codes.get(rule.programme, ""),
                name=shorts.get(rule.instrument, rule.instrument),
                occasion=words(f"due-occasion-{rule.occasion.value}"),
                count=rule.weeks,
            )
            self._rules.addWidget(self._rule(rule, told))

    def _rule(self, rule: DueRule, told: str) -> QWidget:
        end = button(self.kit.words("settings-due-end"), "link")
        end.setAccessibleDescription(told)
        end.clicked.connect(lambda: self._end_rule(rule))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(told, wrap=True), 1)
        row.addWidget(end)
        return made

    def _tell_about(self, known: Known | None) -> None:
        if known is None:
            self.about.setText("")
            return
        words, licence = self.kit.words, known.definition.licence
        self.about.setText(
            words(
                "settings-instrument-about",
                holder=licence.holder,
                terms=licence.terms,
                credit=licence.attribution,
                source=source_word(words, known.definition),
                digest=known.sha256,
            )
        )

    def _choose(self) -> None:
        words = self.kit.words
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _kind = QFileDialog.getOpenFileName(
            self, words("settings-instrument-load"), folder, "JSON (*.json)"
        )
        if path:
            self.take(Path(path))

    def _loaded(self, known: Known) -> None:
        words = self.kit.words
        self.say_done(
            words(
                "settings-instrument-loaded",
                name=known.definition.short,
                version=str(known.definition.version),
            )
        )
        self.refresh()

    def _add_rule(self) -> None:
        programme, instrument = self.programme.value(), self.instrument.value()
        occasion, told = self.occasion.value(), self.weeks.value()
        wrong = "" if told.isdecimal() else self.kit.words("instrument-range-wrong")
        if not self._form.set_errors({self.weeks: wrong}):
            return
        if programme is None or instrument is None or occasion is None:
            return
        weeks = int(told)
        self._write(
            lambda: self._instruments.add_rule(
                ProgrammeId(programme), instrument, Occasion(occasion), weeks
            ),
            self.kit.words("settings-due-added"),
        )

    def _end_rule(self, rule: DueRule) -> None:
        self._write(
            lambda: self._instruments.end_rule(rule.id), self.kit.words("settings-due-ended")
        )

    def _write(self, do: Callable[[], object], said: str) -> None:
        def write() -> Changed[None]:
            do()
            return Changed(None, TOPICS)

        def done(_none: None) -> None:
            self.say_done(said)
            self.refresh()

        self.kit.jobs.run(self, write, done=done, failed=self.tell)


def _left(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(part)
    row.addStretch(1)
    return row
