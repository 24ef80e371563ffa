"""Regime and place of a person over time, each with the form for a change."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from tcdesk.domain.custody import HousingStay, Regime, RegimeStay
from tcdesk.domain.ids import PersonId
from tcdesk.services.custody import Custody
from tcdesk.services.participants import PersonFile
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


class CustodyCard(FileCard):
    """Both histories in one card: regimes first, then places, the newest first."""

    saved = Signal(str)
    removeAsked = Signal(object)

    def __init__(self, kit: Kit, custody: Custody, *, may_edit: bool) -> None:
        words = kit.words
        super().__init__(words("custody-title"), none=words("custody-none"))
        self._kit = kit
        self._custody = custody
        self._removals = Removals(custody.desk)
        self._may_edit = may_edit
        self._person: PersonId | None = None
        if may_edit:
            self.offer(words("regime-change"), self.begin_regime)
            self.offer(words("housing-change"), self.begin_housing)

    def show_file(self, file: PersonFile) -> None:
        """Show a person as of the day of the file."""
        self._person = file.person.id
        words, removals = self._kit.words, self._removals
        lines = [
            self._line(
                one,
                words(f"regime-{one.regime.value}"),
                partial(removals.regime, one.id),
                now=one == file.regime,
            )
            for one in reversed(file.regimes)
        ]
        lines += [
            self._line(
                one,
                ", ".join(part for part in (one.place, one.wing) if part),
                partial(removals.housing, one.id),
                now=one == file.housing,
            )
            for one in reversed(file.housings)
        ]
        self.show_lines(lines)

    def begin_regime(self) -> None:
        """Ask for a new regime."""
        if self._person is not None:
            self._open(RegimeForm(self._kit, self._custody, self._person), "regime-change")

    def begin_housing(self) -> None:
        """Ask for a move."""
        if self._person is not None:
            self._open(HousingForm(self._kit, self._custody, self._person), "housing-change")

    def _open(self, form: SmallForm, name: str) -> None:
        form.saved.connect(self.saved)
        FormDialog(self.window(), form, self._kit.words(name)).open()

    def _line(
        self,
        stay: RegimeStay | HousingStay,
        text: str,
        gone: Callable[[], object],
        *,
        now: bool,
    ) -> FactLine:
        words = self._kit.words
        remove = Deed(
            text=words("remove"),
            name=words("file-remove-named", what=text),
            do=lambda: self.removeAsked.emit(gone),
        )
        return FactLine(
            text=text,
            detail=period_word(words, stay.from_date, stay.to_date),
            strong=now,
            sign=(lambda: chip(words("person-status-now"), "success")) if now else None,
            deeds=(remove,) if self._may_edit else (),
        )


class RegimeForm(SmallForm):
    """A new regime from a day on; the one before ends on that day."""

    def __init__(self, kit: Kit, custody: Custody, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("regime-change"), done=words("regime-saved"))
        self._custody = custody
        self._person = person
        self.regime = ChoiceField(
            [Choice(code=one.value, label=words(f"regime-{one.value}")) for one in Regime],
            blank=words("people-new-choose"),
        )
        self.since = DayField(kit, kit.clock.today())
        self.form.add(words("regime-new"), self.regime, wide=False)
        self.form.add(words("person-status-since"), self.since, wide=False)

    @override
    def write(self) -> Write | None:
        code, since = self.regime.value(), self.since.value()
        errors = {
            self.regime: "" if code else self.kit.words("field-missing"),
            self.since: day_error(self.kit, self.since, latest=self.kit.clock.today()),
        }
        if not self.form.set_errors(errors) or code is None or since is None:
            return None
        regime = Regime(code)

        def save() -> Changed[None]:
            self._custody.set_regime(self._person, regime, since)
            return Changed(None, TOPICS)

        return save


class HousingForm(SmallForm):
    """A move to another prison, department or wing; the place before ends on that day."""

    def __init__(self, kit: Kit, custody: Custody, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("housing-change"), done=words("housing-saved"))
        self._custody = custody
        self._person = person
        self.place = LineField(longest=60)
        self.wing = LineField(longest=60)
        self.since = DayField(kit, kit.clock.today())
        self.form.add(words("housing-place"), self.place, hint=words("housing-place.help"))
        self.form.add(words("housing-wing"), self.wing)
        self.form.add(words("person-status-since"), self.since, wide=False)
        kit.jobs.run(self, custody.places, done=self._suggest, lane="reader")

    @override
    def write(self) -> Write | None:
        place, wing, since = self.place.value(), self.wing.value(), self.since.value()
        errors: dict[QWidget, str] = {
            self.place: "" if place.strip() else self.kit.words("field-missing"),
            self.since: day_error(self.kit, self.since, latest=self.kit.clock.today()),
        }
        if not self.form.set_errors(errors) or since is None:
            return None
        day: date = since

        def save() -> Changed[None]:
            self._custody.set_housing(self._person, place, wing, day)
            return Changed(None, TOPICS)

        return save

    def _suggest(self, places: Sequence[str]) -> None:
        completer = QCompleter(list(places), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.place.setCompleter(completer)
