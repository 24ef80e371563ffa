"""The forms of release: the plan itself, a body that helps afterwards."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.domain.release import Answer, BodyKind, ReleaseBody, ReleasePlan
from tcdesk.services.releases import ReleaseFile, Releases
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText, TimeField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

RELEASE = frozenset({"plans"})
TEXTS = ("housing", "income", "papers", "health", "crisis")


class ReleaseDayForm(SmallForm):
    """The day of release, with which a plan begins."""

    def __init__(self, kit: Kit, releases: Releases, person: PersonId) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("release-begin"),
            done=words("release-begun"),
            form=Form(labels=NARROW_LABELS),
        )
        self._releases = releases
        self._person = person
        self.day = DayField(kit)
        self.form.add(words("release-day"), self.day, hint=words("release-day.help"), wide=False)

    @override
    def write(self) -> Write | None:
        day = self.day.value()
        if not self.form.set_errors({self.day: day_error(self.kit, self.day)}) or day is None:
            return None
        releases, person = self._releases, self._person

        def save() -> Changed[None]:
            releases.begin(person, day)
            return Changed(None, RELEASE)

        return save


class ReleaseForm(SmallForm):
    """What is arranged, field by field."""

    def __init__(self, kit: Kit, releases: Releases, file: ReleaseFile) -> None:
        words, plan = kit.words, file.plan
        super().__init__(
            kit,
            words("release-edit"),
            done=words("release-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._releases = releases
        self._file = file
        self.day = DayField(kit, plan.release_on)
        self.form.add(words("release-day"), self.day, wide=False)
        self.texts: dict[str, LongText] = {}
        for name in TEXTS:
            self.texts[name] = LongText(lines=2, fixed=True)
            self.texts[name].set_value(getattr(plan, name))
            self.form.add(words(f"release-{name}"), self.texts[name])
        self.overdose = DayField(kit, plan.told_overdose)
        self.form.add(
            words("release-overdose"),
            self.overdose,
            hint=words("release-overdose.help"),
            wide=False,
        )

    @override
    def write(self) -> Write | None:
        words, day = self.kit.words, self.day.value()
        errors: dict[QWidget, str] = {
            self.day: day_error(self.kit, self.day),
            self.overdose: words("field-day-wrong") if self.overdose.unreadable() else "",
        }
        if not self.form.set_errors(errors) or day is None:
            return None
        releases, file = self._releases, self._file
        plan: ReleasePlan = replace(
            file.plan,
            release_on=day,
            told_overdose=self.overdose.value(),
            housing=self.texts["housing"].value(),
            income=self.texts["income"].value(),
            papers=self.texts["papers"].value(),
            health=self.texts["health"].value(),
            crisis=self.texts["crisis"].value(),
        )

        def save() -> Changed[None]:
            releases.change(plan, expected=file.version)
            return Changed(None, RELEASE)

        return save


class BodyForm(SmallForm):
    """A body that helps after release, what is asked of it and what it answered."""

    def __init__(
        self,
        kit: Kit,
        releases: Releases,
        plan: ReleasePlan,
        known: tuple[ReleaseBody, int] | None,
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("release-body-edit" if known else "release-body-add"),
            done=words("release-body-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._releases = releases
        self._plan = plan
        self._known = known
        self.kind = ChoiceField(
            [Choice(code=one.value, label=words(f"body-kind-{one.value}")) for one in BodyKind],
            blank=words("people-new-choose"),
        )
        self.kind.keep_narrow()
        self.name = LineField()
        self.contact = LineField()
        self.asked_for = LongText(lines=3, fixed=True)
        self.answer = ChoiceField(
            [Choice(code=one.value, label=words(f"answer-{one.value}")) for one in Answer]
        )
        self.answered_on = DayField(kit)
        self.day = DayField(kit)
        self.time = TimeField(kit)
        self.place = LineField()
        form = self.form
        form.add(words("release-body-kind"), self.kind)
        form.add(words("release-body-name"), self.name)
        form.add(words("release-body-contact"), self.contact)
        form.add(words("release-body-asked"), self.asked_for, hint=words("release-body-asked.help"))
        form.add(words("release-body-answer"), self.answer, wide=False)
        form.add(words("release-body-answered"), self.answered_on, wide=False)
        form.add(words("release-body-appointment"), self.day, wide=False)
        form.add(words("release-body-time"), self.time, wide=False)
        form.add(words("release-body-place"), self.place)
        if known is not None:
            self._show(known[0])

    def _show(self, body: ReleaseBody) -> None:
        self.kind.set_value(body.kind.value)
        self.name.set_value(body.name)
        self.contact.set_value(body.contact)
        self.asked_for.set_value(body.asked_for)
        self.answer.set_value(body.answer.value)
        self.answered_on.set_value(body.answered_on)
        self.day.set_value(body.appointment)
        self.time.set_value(body.start)
        self.place.set_value(body.place)

    @override
    def write(self) -> Write | None:
        words, kind = self.kit.words, self.kind.value()
        errors: dict[QWidget, str] = {
            self.kind: "" if kind else words("field-missing"),
            self.name: "" if self.name.value() else words("field-missing"),
            self.answered_on: words("field-day-wrong") if self.answered_on.unreadable() else "",
            self.day: words("field-day-wrong") if self.day.unreadable() else "",
            self.time: words("release-time-wrong") if self.time.unreadable() else "",
        }
        if not self.form.set_errors(errors) or kind is None:
            return None
        known, plan, releases = self._known, self._plan, self._releases
        body = ReleaseBody(
            id=known[0].id if known else "",
            plan=plan.id,
            person=plan.person,
            kind=BodyKind(kind),
            name=self.name.value(),
            contact=self.contact.value(),
            asked_for=self.asked_for.value(),
            answer=Answer(self.answer.value() or Answer.NOT_ASKED.value),
            answered_on=self.answered_on.value(),
            appointment=self.day.value(),
            start=self.time.value(),
            place=self.place.value(),
        )

        def save() -> Changed[None]:
            releases.keep_body(body, expected=known[1] if known else None)
            return Changed(None, RELEASE)

        return save
