"""The fields that say who somebody is; the same for a new person and for a correction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.people import (
    OLDEST,
    LegalStatus,
    Person,
    PersonKind,
    Sex,
    age_on,
    asks_birth,
)
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.people_words import kind_word, status_word

OFFERED_SEXES = (Sex.FEMALE, Sex.MALE)  # what national law knows; another stored one stays offered


class IdentityFields(Form):
    """Family name, given name, birth date, sex, kind."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        words = kit.words
        self.family = LineField(longest=60)
        self.given = LineField(longest=60)
        self.birth = DayField(kit)
        self.sex = ChoiceField(sex_choices(kit), blank=words("people-new-choose"))
        self.kind = ChoiceField()
        self.add(words("people-new-family"), self.family)
        self.add(words("people-new-given"), self.given)
        self.add(words("people-new-birth"), self.birth, wide=False)
        self.add(words("people-new-sex"), self.sex, wide=False)
        self.add(words("people-new-kind"), self.kind, wide=False)
        self._offer_kinds()
        self.kind.changed.connect(self._ask_birth)
        self.sex.changed.connect(self._offer_kinds)
        for field in (self.family, self.given, self.birth, self.sex, self.kind):
            field.changed.connect(self.changed)

    def show_person(self, person: Person) -> None:
        """Show somebody's identity."""
        if person.sex not in OFFERED_SEXES:
            self.sex.set_choices([*sex_choices(self._kit), sex_choice(self._kit, person.sex)])
        self.family.set_value(person.family_name)
        self.given.set_value(person.given_name)
        self.birth.set_value(person.birth_date)
        self.sex.set_value(person.sex.value)
        self.kind.set_value(person.kind.value)
        self.set_errors({})

    def changed_person(self, person: Person) -> Person | None:
        """Give a person with what is typed; None when something is wrong, told in place."""
        birth, sex, kind = self.birth.value(), self.sex.value(), self.kind.value()
        if not self.set_errors(self.wrong()) or sex is None or kind is None:
            return None
        return replace(
            person,
            family_name=self.family.value(),
            given_name=self.given.value(),
            birth_date=birth if self.asks_birth else person.birth_date,
            sex=Sex(sex),
            kind=PersonKind(kind),
        )

    def wrong(self) -> Mapping[QWidget, str]:
        """Say which fields are wrong, and how."""
        words = self._kit.words
        errors: dict[QWidget, str] = {
            field: words("field-missing")
            for field in (self.family, self.given, self.sex)
            if not field.value()
        }
        if self.asks_birth and (error := birth_error(self._kit, self.birth)):
            errors[self.birth] = error
        return errors

    @property
    def asks_birth(self) -> bool:
        """Whether the chosen kind of file holds a birth date."""
        return asks_birth(PersonKind(self.kind.value() or PersonKind.CUSTODY))

    def _ask_birth(self) -> None:
        self.set_shown(self.birth, shown=self.asks_birth)

    def _offer_kinds(self) -> None:
        sex = Sex(self.sex.value() or Sex.MALE)
        self.kind.set_choices(
            [
                Choice(code=kind.value, label=kind_word(self._kit.words, kind, sex))
                for kind in PersonKind
            ]
        )


def birth_error(kit: Kit, field: DayField) -> str:
    """Say what is wrong with a birth date; nothing when somebody can have been born then."""
    today, born = kit.clock.today(), field.value()
    if error := day_error(kit, field, latest=today):
        return error
    old = born is not None and age_on(born, today) > OLDEST
    return " ".join(kit.trouble.tell(RuleBrokenError("birth-date-impossible"))) if old else ""


def day_error(kit: Kit, field: DayField, *, latest: date | None = None) -> str:
    """Say what is wrong with a day that must be given; nothing when it is right."""
    words, value = kit.words, field.value()
    if field.unreadable():
        return words("field-day-wrong")
    if value is None:
        return words("field-missing")
    if latest is not None and value > latest:
        return words("field-day-future")
    return ""


def sex_choice(kit: Kit, sex: Sex) -> Choice:
    """Name one sex."""
    return Choice(code=sex.value, label=kit.words(f"sex-{sex.value.lower()}"))


def sex_choices(kit: Kit) -> list[Choice]:
    """Offer the sexes that national law knows."""
    return [sex_choice(kit, sex) for sex in OFFERED_SEXES]


def status_choices(kit: Kit, sex: Sex) -> list[Choice]:
    """Offer every legal status, in the person's gender."""
    return [
        Choice(code=status.value, label=status_word(kit.words, status, sex))
        for status in LegalStatus
    ]
