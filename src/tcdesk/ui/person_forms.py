"""The short forms of a participant's file: status, entry, phase, exit, identity."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.community import LONGEST, DecidedBy
from tcdesk.domain.enrolments import ExitCode
from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.ids import PersonId, PhaseId, ProgrammeId
from tcdesk.domain.people import LegalStatus, Person, Sex
from tcdesk.domain.plans import GoalArea
from tcdesk.domain.programmes import Phase
from tcdesk.services.enrolments import Decided, Enrolments, EpisodeFile, Leaving
from tcdesk.services.participants import Participants, PersonFile
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.ui.card import clear
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
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
    """A move to another phase, forward or back: what is met, who decided, why."""

    def __init__(
        self,
        kit: Kit,
        enrolments: Enrolments,
        file: EpisodeFile,
        phases: Sequence[Phase],
        gates: Mapping[int, Sequence[GoalArea]],
    ) -> None:
        words = kit.words
        super().__init__(kit, words("person-move"), done=words("person-saved-phase"))
        self._enrolments = enrolments
        self._episode = file.episode.id
        self._gates = gates
        self._numbers = {one.id: one.number for one in phases}
        now = next((stay.phase for stay, _ in file.phases if stay.to_date is None), None)
        self._from = self._numbers.get(now, 0) if now else 0
        self.phase = ChoiceField(
            [Choice(code=one.id, label=phase_label(kit, one)) for one in phases if one.id != now]
        )
        self.phase.set_value(_next_phase(phases, now))
        self.day = DayField(kit, kit.clock.today())
        self._gate_of = QWidget()
        self._gate = QVBoxLayout(self._gate_of)
        self._gate.setContentsMargins(0, 0, 0, 0)
        self.criteria: list[QCheckBox] = []
        self.team = LineField(longest=LONGEST)
        self.reason = LongText(lines=2, fixed=True)
        self.form.add(words("person-phase"), self.phase, wide=False)
        self.form.add(words("person-day-move"), self.day, wide=False)
        self.form.add_whole(self._gate_of)
        self.form.add(words("phase-team"), self.team, hint=words("phase-team.help"))
        self.form.add(words("phase-reason"), self.reason, hint=words("phase-reason.help"))
        self.phase.changed.connect(self._show_gate)
        self._show_gate()

    @property
    def _goes_back(self) -> bool:
        code = self.phase.value()
        return code is not None and self._numbers[PhaseId(code)] < self._from

    def _show_gate(self) -> None:
        """Show what must be met for the chosen phase; going back asks for a reason only."""
        clear(self._gate)
        self.criteria = []
        code, words = self.phase.value(), self.kit.words
        if code is None or self._goes_back:
            return
        gate = self._gates.get(self._numbers[PhaseId(code)], ())
        if gate:
            self._gate.addWidget(label(words("phase-gate"), "strong", wrap=True))
        for one in gate:
            box = QCheckBox(activity_name(words, one.name_sl, one.name_en))
            self.criteria.append(box)
            self._gate.addWidget(box)

    @override
    def write(self) -> Write | None:
        code, day, words = self.phase.value(), self.day.value(), self.kit.words
        unmet = [one.text() for one in self.criteria if not one.isChecked()]
        unsaid = (self._goes_back or bool(unmet)) and not self.reason.value()
        errors: dict[QWidget, str] = {
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
            self.team: "" if self.team.value() else words("field-missing"),
            self.reason: words("phase-reason-wanted") if unsaid else "",
        }
        if not self.form.set_errors(errors) or code is None or day is None:
            return None
        phase = PhaseId(code)
        decided = Decided(
            team=self.team.value(),
            reason=self.reason.value(),
            met=[one.text() for one in self.criteria if one.isChecked()],
            unmet=unmet,
        )

        def save() -> Changed[None]:
            self._enrolments.move(self._episode, phase, day, decided)
            return Changed(None, PEOPLE)

        return save


class ExitForm(SmallForm):
    """Leaving a programme: the coded reason, who decided, why there is no plan for release."""

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
        self.reason.keep_narrow()
        self.decided_by = ChoiceField(
            [Choice(code=one.value, label=words(f"decided-by-{one.value}")) for one in DecidedBy],
            blank=words("people-new-choose"),
        )
        self.remark = LongText(lines=2, fixed=True)
        self.without_release = LineField(longest=LONGEST)
        self.day = DayField(kit, kit.clock.today())
        self.form.add(words("person-day-out"), self.day, wide=False)
        self.form.add(words("person-exit-reason"), self.reason)
        self.form.add(words("exit-decided-by"), self.decided_by, wide=False)
        self.form.add(words("exit-remark"), self.remark)
        self.form.add(
            words("exit-without-release"),
            self.without_release,
            hint=words("exit-without-release.help"),
        )

    @override
    def write(self) -> Write | None:
        code, day, who = self.reason.value(), self.day.value(), self.decided_by.value()
        words = self.kit.words
        errors: dict[QWidget, str] = {
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
            self.reason: "" if code else words("field-missing"),
            self.decided_by: "" if who else words("field-missing"),
        }
        if not self.form.set_errors(errors) or code is None or day is None or who is None:
            return None
        reason, last = ExitCode(code), day
        how = Leaving(
            decided_by=DecidedBy(who),
            remark=self.remark.value(),
            without_release=self.without_release.value(),
        )

        def save() -> Changed[None]:
            self._enrolments.leave(self._episode, last, reason, how)
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
        person, version = typed, self._file.version

        def save() -> Changed[None]:
            self._people.edit(person, expected=version)
            return Changed(None, PEOPLE)

        return save

    @override
    def refused(self, error: Exception) -> None:
        super().refused(error)
        self.reload.setVisible(isinstance(error, StaleRowError))

    def _begin(self, file: PersonFile) -> None:
        self._file = file
        self.fields.show_person(file.person)
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
