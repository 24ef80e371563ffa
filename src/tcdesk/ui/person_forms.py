"""The short forms of a participant's file: status, entry, phase, exit, identity."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import PersonId, PhaseId, ProgrammeId
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.programmes import Phase
from tcdesk.services.enrolments import Enrolments, EpisodeFile
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.ui.fields import Choice, ChoiceField, DayField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.person_fields import IdentityFields, day_error, status_choices
from tcdesk.ui.small_form import SmallForm, Write

PEOPLE = frozenset({"people"})
PEOPLE_AND_GROUPS = frozenset({"people", "groups"})


class StatusForm(SmallForm):
    """A new legal status from a day on; the one before ends on that day."""

    def __init__(self, kit: Kit, people: Participants, person: Person) -> None:
        words = kit.words
        super().__init__(kit, words("person-status-change"), done=words("person-saved-status"))
        self._people = people
        self._person = person.id
        self.status = ChoiceField(status_choices(kit, person.sex), blank=words("people-new-choose"))
        self.since = DayField(kit, kit.clock.today())
        self.form.add(words("person-status-new"), self.status, wide=False)
        self.form.add(words("person-status-since"), self.since, wide=False)

    @override
    def write(self) -> Write | None:
        code, since, words = self.status.value(), self.since.value(), self.kit.words
        errors = {
            self.status: "" if code else words("field-missing"),
            self.since: day_error(self.kit, self.since, latest=self.kit.clock.today()),
        }
        if not self.form.set_errors(errors) or code is None or since is None:
            return None
        status = LegalStatus(code)

        def save() -> Changed[None]:
            self._people.set_status(self._person, status, since)
            return Changed(None, PEOPLE)

        return save


class EntryForm(SmallForm):
    """Entry into a programme; the first phase begins on the same day."""

    def __init__(
        self,
        kit: Kit,
        enrolments: Enrolments,
        person: PersonId,
        programmes: Sequence[ProgrammeFile],
    ) -> None:
        words = kit.words
        super().__init__(kit, words("person-enrol"), done=words("person-saved-entry"))
        self._enrolments = enrolments
        self._person = person
        self.programme = ChoiceField(
            [
                Choice(
                    code=one.programme.id,
                    label=activity_name(words, one.programme.name_sl, one.programme.name_en),
                )
                for one in programmes
            ]
        )
        self.day = DayField(kit, kit.clock.today())
        self.form.add(words("person-programme"), self.programme, wide=False)
        self.form.add(words("person-day-in"), self.day, wide=False)

    @override
    def write(self) -> Write | None:
        code, day = self.programme.value(), self.day.value()
        error = day_error(self.kit, self.day, latest=self.kit.clock.today())
        if not self.form.set_errors({self.day: error}) or code is None or day is None:
            return None
        programme = ProgrammeId(code)

        def save() -> Changed[None]:
            self._enrolments.enter(self._person, programme, day)
            return Changed(None, PEOPLE)

        return save


class PhaseForm(SmallForm):
    """A move to another phase, forward or back."""

    def __init__(
        self, kit: Kit, enrolments: Enrolments, file: EpisodeFile, phases: Sequence[Phase]
    ) -> None:
        words = kit.words
        super().__init__(kit, words("person-move"), done=words("person-saved-phase"))
        self._enrolments = enrolments
        self._episode = file.episode.id
        now = next((stay.phase for stay, _ in file.phases if stay.to_date is None), None)
        self.phase = ChoiceField(
            [Choice(code=one.id, label=phase_label(kit, one)) for one in phases if one.id != now]
        )
        self.phase.set_value(_next_phase(phases, now))
        self.day = DayField(kit, kit.clock.today())
        self.form.add(words("person-phase"), self.phase, wide=False)
        self.form.add(words("person-day-move"), self.day, wide=False)

    @override
    def write(self) -> Write | None:
        code, day = self.phase.value(), self.day.value()
        error = day_error(self.kit, self.day, latest=self.kit.clock.today())
        if not self.form.set_errors({self.day: error}) or code is None or day is None:
            return None
        phase = PhaseId(code)

        def save() -> Changed[None]:
            self._enrolments.move(self._episode, phase, day)
            return Changed(None, PEOPLE)

        return save


class ExitForm(SmallForm):
    """Leaving a programme, with the coded reason."""

    def __init__(self, kit: Kit, enrolments: Enrolments, file: EpisodeFile, sex: Sex) -> None:
        words = kit.words
        super().__init__(kit, words("person-leave"), done=words("person-saved-exit"))
        self._enrolments = enrolments
        self._episode = file.episode.id
        self.reason = ChoiceField(
            [
                Choice(
                    code=code.value,
                    label=words(f"exit-code-{code.value.lower()}", sex=sex.value.lower()),
                )
                for code in ExitCode
            ],
            blank=words("people-new-choose"),
        )
        self.day = DayField(kit, kit.clock.today())
        self.form.add(words("person-day-out"), self.day, wide=False)
        self.form.add(words("person-exit-reason"), self.reason)

    @override
    def write(self) -> Write | None:
        code, day = self.reason.value(), self.day.value()
        errors = {
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
            self.reason: "" if code else self.kit.words("field-missing"),
        }
        if not self.form.set_errors(errors) or code is None or day is None:
            return None
        reason, last = ExitCode(code), day

        def save() -> Changed[None]:
            self._enrolments.leave(self._episode, last, reason)
            return Changed(None, PEOPLE_AND_GROUPS)

        return save


class IdentityForm(SmallForm):
    """A correction of the identity; refused when somebody else saved meanwhile."""

    def __init__(self, kit: Kit, people: Participants, file: PersonFile) -> None:
        words = kit.words
        self.fields = IdentityFields(kit)
        super().__init__(
            kit,
            words("person-identity-edit"),
            done=words("person-saved-identity"),
            form=self.fields,
        )
        self._people = people
        self._day = kit.clock.today()
        self.risk = QCheckBox(words("person-identity-risk"))
        self.risk.setToolTip(words("person-identity-risk.help"))
        self.fields.add_whole(self.risk)
        self.reload = button(words("person-identity-reload"), "link")
        self.reload.hide()
        self.reload.clicked.connect(self._reload)
        self.body.addWidget(self.reload)
        self._begin(file)

    @override
    def write(self) -> Write | None:
        typed = self.fields.changed_person(self._file.person)
        if typed is None:
            return None
        person, version, risk = typed, self._file.version, self.risk.isChecked()

        def save() -> Changed[None]:
            self._people.edit(replace(person, risk=risk), expected=version)
            return Changed(None, PEOPLE)

        return save

    @override
    def refused(self, error: Exception) -> None:
        super().refused(error)
        self.reload.setVisible(isinstance(error, StaleRowError))

    def _begin(self, file: PersonFile) -> None:
        self._file = file
        self.fields.show_person(file.person)
        self.risk.setChecked(file.person.risk)
        self.error.hide()
        self.reload.hide()

    def _reload(self) -> None:
        person, day = self._file.person.id, self._day
        self.kit.jobs.run(
            self,
            lambda: self._people.glance(person, day=day),
            done=self._begin,
            lane="reader",
        )


def phase_label(kit: Kit, phase: Phase) -> str:
    """Name a phase with its number."""
    return kit.words(
        "person-phase-line",
        number=phase.number,
        name=activity_name(kit.words, phase.name_sl, phase.name_en),
    )


def _next_phase(phases: Sequence[Phase], now: PhaseId | None) -> PhaseId | None:
    ids = [one.id for one in phases]
    place = ids.index(now) + 1 if now in ids else 0
    return ids[place] if place < len(ids) else None
