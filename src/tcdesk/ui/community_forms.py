"""The short forms of life in a community: waiting, a pause, a role, an event."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.community import (
    LONGEST,
    CommunityEvent,
    EventKind,
    PauseReason,
    RoleStay,
    Suspension,
    WaitingStatus,
)
from tcdesk.domain.ids import PersonId, ProgrammeId
from tcdesk.services.community import Community, StayCommunity
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

COMMUNITY = frozenset({"people", "plans"})


class WaitingForm(SmallForm):
    """Where somebody stands before entry, from a day on."""

    def __init__(
        self,
        kit: Kit,
        community: Community,
        person: PersonId,
        programmes: Sequence[ProgrammeFile],
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("waiting-set"),
            done=words("waiting-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._community = community
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
        self.programme.keep_narrow()
        self.status = ChoiceField(
            [
                Choice(code=one.value, label=words(f"waiting-status-{one.value}"))
                for one in WaitingStatus
                if one is not WaitingStatus.ENTERED
            ],
            blank=words("people-new-choose"),
        )
        self.since = DayField(kit, kit.clock.today())
        self.reason = LongText(lines=2, fixed=True)
        self.form.add(words("person-programme"), self.programme)
        self.form.add(words("waiting-status"), self.status, wide=False)
        self.form.add(words("waiting-since"), self.since, wide=False)
        self.form.add(words("waiting-reason"), self.reason)

    @override
    def write(self) -> Write | None:
        code, status, since = self.programme.value(), self.status.value(), self.since.value()
        errors: dict[QWidget, str] = {
            self.programme: "" if code else self.kit.words("field-missing"),
            self.status: "" if status else self.kit.words("field-missing"),
            self.since: day_error(self.kit, self.since, latest=self.kit.clock.today()),
        }
        right = self.form.set_errors(errors)
        if not right or code is None or status is None or since is None:
            return None
        programme, new, why = ProgrammeId(code), WaitingStatus(status), self.reason.value()

        def save() -> Changed[None]:
            self._community.set_waiting(self._person, programme, new, since, why=why)
            return Changed(None, COMMUNITY)

        return save


class PauseForm(SmallForm):
    """A stay rests from a day on, or goes on from one."""

    def __init__(
        self, kit: Kit, community: Community, stay: StayCommunity, pause: Suspension | None
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("pause-end" if pause else "pause-begin"),
            done=words("pause-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._community = community
        self._episode = stay.episode.id
        self._pause = pause
        self.reason = ChoiceField(
            [
                Choice(code=one.value, label=words(f"pause-reason-{one.value}"))
                for one in PauseReason
            ]
        )
        self.note = LineField(longest=LONGEST)
        self.day = DayField(kit, kit.clock.today())
        self.form.add(words("pause-back" if pause else "pause-since"), self.day, wide=False)
        if pause is None:
            self.form.add(words("pause-reason"), self.reason, wide=False)
            self.form.add(words("pause-note"), self.note)

    @override
    def write(self) -> Write | None:
        day, pause, community = self.day.value(), self._pause, self._community
        error = day_error(self.kit, self.day, latest=self.kit.clock.today())
        if not self.form.set_errors({self.day: error}) or day is None:
            return None
        why, note = PauseReason(self.reason.value() or PauseReason.OTHER), self.note.value()

        def save() -> Changed[None]:
            if pause is None:
                community.suspend(self._episode, why, day, note=note)
            else:
                community.resume(pause.id, day)
            return Changed(None, COMMUNITY)

        return save


class RoleForm(SmallForm):
    """A role given from a day on, or ended with one."""

    def __init__(
        self, kit: Kit, community: Community, stay: StayCommunity, role: RoleStay | None
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("role-end" if role else "role-give"),
            done=words("role-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._community = community
        self._episode = stay.episode.id
        self._held = role
        self.role = ChoiceField(
            [
                Choice(code=one.code, label=activity_name(words, one.name_sl, one.name_en))
                for one in stay.roles_offered
            ],
            blank=words("people-new-choose"),
        )
        self.role.keep_narrow()
        self.text = LineField(longest=LONGEST)
        self.day = DayField(kit, kit.clock.today())
        if role is None:
            self.form.add(words("role-which"), self.role)
            self.form.add(words("role-sector"), self.text, hint=words("role-sector.help"))
            self.form.add(words("role-since"), self.day, wide=False)
        else:
            name = activity_name(words, role.role_sl, role.role_en)
            self.form.add_whole(label(name, "strong", wrap=True))
            self.form.add(words("role-until"), self.day, wide=False)
            self.form.add(words("role-reason"), self.text)

    @override
    def write(self) -> Write | None:
        day, code, held = self.day.value(), self.role.value(), self._held
        errors: dict[QWidget, str] = {
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today())
        }
        if held is None:
            errors[self.role] = "" if code else self.kit.words("field-missing")
        if not self.form.set_errors(errors) or day is None:
            return None
        community, said = self._community, self.text.value()

        def save() -> Changed[None]:
            if held is not None:
                community.end_role(held.id, day, why=said)
            elif code is not None:
                community.give_role(self._episode, code, day, sector=said)
            return Changed(None, COMMUNITY)

        return save


class EventForm(SmallForm):
    """What was said or agreed in the community, and whether it is done."""

    def __init__(
        self,
        kit: Kit,
        community: Community,
        stay: StayCommunity,
        known: tuple[CommunityEvent, int] | None,
    ) -> None:
        words = kit.words
        super().__init__(
            kit,
            words("event-edit" if known else "event-add"),
            done=words("event-saved"),
            form=Form(labels=NARROW_LABELS),
        )
        self._community = community
        self._stay = stay
        self._known = known
        self.kind = ChoiceField(
            [Choice(code=one.value, label=words(f"event-kind-{one.value}")) for one in EventKind],
            blank=words("people-new-choose"),
        )
        self.day = DayField(kit, kit.clock.today())
        self.text = LongText(lines=3, fixed=True)
        self.due = DayField(kit)
        self.done_on = DayField(kit)
        self.form.add(words("event-kind"), self.kind, wide=False)
        self.form.add(words("event-day"), self.day, wide=False)
        self.form.add(words("event-text"), self.text, hint=words("event-text.help"))
        self.form.add(words("event-due"), self.due, wide=False)
        self.form.add(words("event-done"), self.done_on, wide=False)
        if known is not None:
            self._show(known[0])

    def _show(self, event: CommunityEvent) -> None:
        self.kind.set_value(event.kind.value)
        self.day.set_value(event.day)
        self.text.set_value(event.text)
        self.due.set_value(event.due)
        self.done_on.set_value(event.done_on)

    @override
    def write(self) -> Write | None:
        words, kind, day = self.kit.words, self.kind.value(), self.day.value()
        errors: dict[QWidget, str] = {
            self.kind: "" if kind else words("field-missing"),
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
            self.text: "" if self.text.value() else words("field-missing"),
            self.due: words("field-day-wrong") if self.due.unreadable() else "",
            self.done_on: words("field-day-wrong") if self.done_on.unreadable() else "",
        }
        if not self.form.set_errors(errors) or kind is None or day is None:
            return None
        known, episode, community = self._known, self._stay.episode, self._community
        event = CommunityEvent(
            id=known[0].id if known else "",
            episode=episode.id,
            person=episode.person,
            kind=EventKind(kind),
            day=day,
            text=self.text.value(),
            due=self.due.value(),
            done_on=self.done_on.value(),
        )

        def save() -> Changed[None]:
            community.keep_event(event, expected=known[1] if known else None)
            return Changed(None, COMMUNITY)

        return save
