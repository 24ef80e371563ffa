"""Risk flags of a person: what holds, until when, why; raising, lengthening and ending one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.dated import holds_on
from tcdesk.domain.flags import Flag, FlagKind
from tcdesk.domain.ids import PersonId
from tcdesk.domain.removal import Thing
from tcdesk.services.flags import Flags
from tcdesk.services.removals import Removals
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.file_card import Deed, FactLine, FileCard
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import chip
from tcdesk.ui.people_words import period_word
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

TOPICS = frozenset({"people"})


class FlagsCard(FileCard):
    """What holds comes first; what is over stays to be read."""

    saved = Signal(str)
    removeAsked = Signal(object)

    def __init__(self, kit: Kit, flags: Flags, *, may_edit: bool) -> None:
        words = kit.words
        super().__init__(words("flags-title"), none=words("flags-none"))
        self._kit = kit
        self._flags = flags
        self._removals = Removals(flags.desk)
        self._may_edit = may_edit
        self._person: PersonId | None = None
        if may_edit:
            self.offer(words("flag-raise"), self.begin)

    def show_flags(self, person: PersonId, flags: Sequence[Flag], day: date) -> None:
        """Show the flags of a person as of a day."""
        self._person = person
        words = self._kit.words
        lines = [
            FactLine(
                text=words(f"flag-kind-{one.kind.value}"),
                detail=period_word(words, one.from_date, one.to_date),
                remark=one.reason or words("flag-carried-over"),
                strong=True,
                sign=partial(chip, f"◆ {one.kind.mark}", "warn"),
                deeds=self._deeds(one),
            )
            for one in flags
            if holds_on(one, day)
        ]
        self.show_lines(lines)

    def begin(self) -> None:
        """Ask for a new flag."""
        if self._person is not None:
            form = FlagForm(self._kit, self._flags, self._person)
            form.saved.connect(self.saved)
            FormDialog(self.window(), form, self._kit.words("flag-raise")).open()

    def _deeds(self, flag: Flag) -> Sequence[Deed]:
        if not self._may_edit:
            return ()
        words = self._kit.words
        what = words(f"flag-kind-{flag.kind.value}")
        return (
            Deed(
                text=words("flag-until"),
                name=words("flag-until.name", what=what),
                do=lambda: self._begin_until(flag),
            ),
            Deed(
                text=words("remove"),
                name=words("file-remove-named", what=what),
                do=lambda: self.removeAsked.emit(lambda: self._removals.entry(Thing.FLAG, flag.id)),
            ),
        )

    def _begin_until(self, flag: Flag) -> None:
        form = UntilForm(self._kit, self._flags, flag)
        form.saved.connect(self.saved)
        FormDialog(self.window(), form, self._kit.words("flag-until")).open()


class FlagForm(SmallForm):
    """Kind, reason, from when and until when."""

    def __init__(self, kit: Kit, flags: Flags, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("flag-raise"), done=words("flag-raised"))
        self._flags = flags
        self._person = person
        self.kind = ChoiceField(
            [Choice(code=one.value, label=words(f"flag-kind-{one.value}")) for one in FlagKind],
            blank=words("people-new-choose"),
        )
        self.reason = LineField(longest=400)
        self.since = DayField(kit, kit.clock.today())
        self.last = DayField(kit)
        self.form.add(words("flag-kind"), self.kind, wide=False)
        self.form.add(words("flag-reason"), self.reason, hint=words("flag-reason.help"))
        self.form.add(words("flag-since"), self.since, wide=False)
        self.form.add(words("flag-last"), self.last, hint=words("flag-last.help"), wide=False)

    @override
    def write(self) -> Write | None:
        words, kind, since = self.kit.words, self.kind.value(), self.since.value()
        reason, last = self.reason.value(), self.last.value()
        errors: dict[QWidget, str] = {
            self.kind: "" if kind else words("field-missing"),
            self.reason: "" if reason.strip() else words("field-missing"),
            self.since: day_error(self.kit, self.since, latest=self.kit.clock.today()),
            self.last: last_error(self.kit, self.last, since),
        }
        if not self.form.set_errors(errors) or kind is None or since is None:
            return None
        chosen = FlagKind(kind)

        def save() -> Changed[None]:
            self._flags.raise_flag(self._person, chosen, reason, since, last)
            return Changed(None, TOPICS)

        return save


class UntilForm(SmallForm):
    """The last day on which a flag holds."""

    def __init__(self, kit: Kit, flags: Flags, flag: Flag) -> None:
        words = kit.words
        super().__init__(kit, words(f"flag-kind-{flag.kind.value}"), done=words("flag-until-saved"))
        self._flags = flags
        self._flag = flag
        last = date.fromordinal(flag.to_date.toordinal() - 1) if flag.to_date else None
        self.last = DayField(kit, last or kit.clock.today())
        self.form.add(words("flag-last"), self.last, hint=words("flag-last.help"), wide=False)

    @override
    def write(self) -> Write | None:
        error = last_error(self.kit, self.last, self._flag.from_date)
        if not self.form.set_errors({self.last: error}):
            return None
        last = self.last.value()

        def save() -> Changed[None]:
            self._flags.set_last(self._flag.id, last)
            return Changed(None, TOPICS)

        return save


def last_error(kit: Kit, field: DayField, since: date | None) -> str:
    """Say what is wrong with a last day; none may be given."""
    last = field.value()
    if field.unreadable():
        return kit.words("field-day-wrong")
    if last is not None and since is not None and last < since:
        return kit.words("field-day-order")
    return ""
