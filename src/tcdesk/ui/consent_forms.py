"""Short forms of consents: what was signed, what was taken back, which sheet to print."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.consents import Purpose
from tcdesk.domain.ids import PersonId
from tcdesk.services.consents import ConsentLine, Consents, NewConsent
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

TOPICS = frozenset({"people"})
YES, NO = "yes", "no"


def purposes(kit: Kit) -> list[Choice]:
    """Offer every purpose."""
    return [
        Choice(code=one.value, label=kit.words(f"consent-purpose-{one.value}")) for one in Purpose
    ]


class ConsentForm(SmallForm):
    """Which sheet was signed, on which day, and whether the person agreed."""

    def __init__(self, kit: Kit, consents: Consents, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("consent-record"), done=words("consent-recorded"))
        self._consents = consents
        self._person = person
        self.purpose = ChoiceField(purposes(kit), blank=words("people-new-choose"))
        self.recipient = LineField(longest=120)
        self.answer = ChoiceField(
            [
                Choice(code=YES, label=words("consent-given")),
                Choice(code=NO, label=words("consent-not-given")),
            ]
        )
        self.day = DayField(kit, kit.clock.today())
        self.remark = LineField(longest=400)
        self.form.add(words("consent-purpose-field"), self.purpose)
        self.form.add(words("consent-recipient-field"), self.recipient)
        self.form.add(words("consent-answer"), self.answer, wide=False)
        self.form.add(words("consent-day-field"), self.day, wide=False)
        self.form.add(words("consent-remark"), self.remark)
        self.purpose.changed.connect(self._ask_recipient)
        self._ask_recipient()

    @override
    def write(self) -> Write | None:
        words, code, day = self.kit.words, self.purpose.value(), self.day.value()
        purpose = Purpose(code) if code else None
        named, recipient = purpose is not None and purpose.named, self.recipient.value()
        errors: dict[QWidget, str] = {
            self.purpose: "" if code else words("field-missing"),
            self.recipient: words("field-missing") if named and not recipient.strip() else "",
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today()),
        }
        if not self.form.set_errors(errors) or purpose is None or day is None:
            return None
        new = NewConsent(
            person=self._person,
            purpose=purpose,
            given=self.answer.value() == YES,
            day=day,
            recipient=recipient,
            remark=self.remark.value(),
        )

        def save() -> Changed[None]:
            self._consents.record(new)
            return Changed(None, TOPICS)

        return save

    def _ask_recipient(self) -> None:
        code = self.purpose.value()
        self.form.set_shown(self.recipient, shown=code is not None and Purpose(code).named)


class WithdrawalForm(SmallForm):
    """The day on which a consent was taken back."""

    def __init__(self, kit: Kit, consents: Consents, line: ConsentLine) -> None:
        words = kit.words
        super().__init__(kit, words("consent-withdraw"), done=words("consent-withdrawn-done"))
        self._consents = consents
        self._line = line
        self.day = DayField(kit, kit.clock.today())
        told = words(f"consent-purpose-{line.consent.purpose.value}")
        self.form.add_whole(label(told, "strong", wrap=True))
        self.form.add(
            words("consent-withdraw-day"),
            self.day,
            hint=words("consent-withdraw-day.help"),
            wide=False,
        )

    @override
    def write(self) -> Write | None:
        day, key = self.day.value(), self._line.consent.id
        error = day_error(self.kit, self.day, latest=self.kit.clock.today())
        if not error and day is not None and day < self._line.consent.from_date:
            error = self.kit.words("field-day-order")
        if not self.form.set_errors({self.day: error}) or day is None:
            return None

        def save() -> Changed[None]:
            self._consents.withdraw(key, day)
            return Changed(None, TOPICS)

        return save


class SheetForm(SmallForm):
    """Which sheet is to be drawn, and for whom where somebody is named; nothing is saved."""

    chosen = Signal(object)  # (Purpose, recipient)

    def __init__(self, kit: Kit) -> None:
        words = kit.words
        super().__init__(kit, words("consent-print"), done="")
        self.purpose = ChoiceField(purposes(kit))
        self.recipient = LineField(longest=120)
        self.form.add(words("consent-purpose-field"), self.purpose)
        self.form.add(words("consent-recipient-field"), self.recipient)
        self.save.setText(words("consent-preview"))
        self.purpose.changed.connect(self._ask_recipient)
        self._ask_recipient()

    @override
    def try_save(self) -> None:
        purpose = Purpose(self.purpose.value() or Purpose.NOTICE)
        self.leftAsked.emit()
        self.chosen.emit((purpose, self.recipient.value().strip()))

    def _ask_recipient(self) -> None:
        code = self.purpose.value()
        self.form.set_shown(self.recipient, shown=code is not None and Purpose(code).named)
