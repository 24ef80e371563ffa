"""Settings of the whole installation: which programmes run here, when the window locks itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.programmes import Programme
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.access import Identification, Installation, identification
from tcdesk.services.desk import Desk
from tcdesk.services.programmes import ProgrammeFile, Programmes, Template, templates
from tcdesk.services.schedule import Schedule
from tcdesk.services.template_week import TemplateWeek, WeekSlot
from tcdesk.services.unit_settings import LEAST_MINUTES, MOST_MINUTES, UnitSettings
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.forms import Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, chip, label
from tcdesk.ui.settings_section import Section
from tcdesk.ui.template_week_form import TemplateWeekForm


class UnitSection(Section):
    """Programmes are taken over from templates; minutes count for every account."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._templates = templates(place.resources / "programmes")
        self._programmes = Card(words("settings-programmes"))
        self._programmes.body.addWidget(label(words("settings-programmes.why"), "muted", wrap=True))
        self._list = QVBoxLayout()
        self._programmes.body.addLayout(self._list)
        self._minutes = ChoiceField(
            [
                Choice(code=str(count), label=words("settings-minutes", count=count))
                for count in range(LEAST_MINUTES, MOST_MINUTES + 1)
            ]
        )
        form = Form()
        form.add(
            words("settings-lock"), self._minutes, hint=words("settings-lock.hint"), wide=False
        )
        lock = Card(words("settings-safety"))
        lock.body.addWidget(form)
        self.column.addWidget(self._programmes)
        self.column.addWidget(lock)
        self.column.addStretch(1)
        self._programmes.hide()
        self._minutes.setEnabled(False)  # until it is known what holds
        self._minutes.changed.connect(self._set_minutes)

    @override
    def refresh(self) -> None:
        settings, desk = UnitSettings(self.desk), self.desk
        self.kit.jobs.run(
            self,
            lambda: (identification(desk), settings.programmes(), settings.lock_minutes()),
            done=lambda found: self._show(*found),
            lane="reader",
        )

    def _show(self, told: Identification, running: Mapping[str, Programme], minutes: int) -> None:
        self._minutes.blockSignals(True)
        self._minutes.set_value(str(minutes))
        self._minutes.blockSignals(False)
        self._minutes.setEnabled(True)
        self._programmes.setVisible(told.installation is Installation.UNIT)
        clear(self._list)
        for code, template in self._templates.items():
            self._list.addWidget(self._line(template, runs=running.get(code)))

    def _line(self, template: Template, *, runs: Programme | None) -> QWidget:
        words = self.kit.words
        name = template["name"]["en" if words.language == "en" else "sl"]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(label(name, "strong", wrap=True), 1)
        if runs is not None:
            row.addWidget(chip(words("settings-programme-runs"), "success"))
            if template["week"] and self.desk.may(Action.EDIT_SCHEDULE):
                week = button(words("template-week-offer"))
                week.setAccessibleName(words("template-week-offer-named", programme=name))
                week.clicked.connect(lambda: self.offer_week(runs.id))
                row.addWidget(week)
        else:
            switch = button(words("settings-programme-take"))
            switch.setAccessibleName(words("settings-programme-take-named", programme=name))
            switch.clicked.connect(lambda: self._take(template))
            row.addWidget(switch)
        return line

    def _take(self, template: Template) -> None:
        desk = self.desk

        def take() -> Changed[ProgrammeFile]:
            return Changed(Programmes(desk).take_over(template), frozenset({"programmes"}))

        def done(file: ProgrammeFile) -> None:
            self.say_done(self.kit.words("settings-programme-taken"))
            if desk.may(Action.EDIT_SCHEDULE):
                self.offer_week(file.programme.id)

        self.kit.jobs.run(self, take, done=done, failed=self.tell)

    def offer_week(self, programme: ProgrammeId) -> None:
        """Offer the week that a programme's template brings; nothing where it runs already."""
        desk, kit = self.desk, self.kit
        week = TemplateWeek(desk, self.place.resources, kit.words)

        def show(found: tuple[Sequence[WeekSlot], Sequence[Staff]]) -> None:
            slots, staff = found
            if not slots:
                self.say_done(kit.words("template-week-runs"))
                return
            form = TemplateWeekForm(kit, week, programme, slots, staff)
            form.saved.connect(self.say_done)
            FormDialog(self.window(), form, kit.words("template-week")).open()

        kit.jobs.run(
            self,
            lambda: (week.missing(programme), Schedule(desk).staff()),
            done=show,
            failed=self.tell,
            lane="reader",
        )

    def _set_minutes(self) -> None:
        minutes, settings = int(self._minutes.value() or 0), UnitSettings(self.desk)

        def keep() -> Changed[None]:
            settings.set_lock_minutes(minutes)
            return Changed(None, frozenset({"settings"}))

        self.kit.jobs.run(
            self,
            keep,
            done=lambda _none: self.say_done(self.kit.words("settings-lock-kept", count=minutes)),
            failed=self.tell,
        )
