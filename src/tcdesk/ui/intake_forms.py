"""The forms of an intake: what is told, the needs, a substance."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.ids import AccountId
from tcdesk.domain.intake import (
    HIGHEST_ISCED,
    MOST_DRUGS,
    MOST_NEED,
    NEEDS,
    Before,
    Drug,
    DrugUse,
    Ever,
    Frequency,
    Intake,
    Labour,
    LivingWhere,
    LivingWith,
    Opioid,
    Referral,
    Route,
    YesNo,
)
from tcdesk.services.intakes import IntakeFile, Intakes
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField, LongText
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.person_fields import day_error
from tcdesk.ui.small_form import SmallForm, Write

INTAKE = frozenset({"plans"})
CODED: Sequence[tuple[str, type[StrEnum]]] = (
    ("previous", Before),
    ("referral", Referral),
    ("living_with", LivingWith),
    ("children", YesNo),
    ("living_where", LivingWhere),
    ("labour", Labour),
    ("injecting", Ever),
    ("polydrug", YesNo),
    ("hiv_test", Ever),
    ("hcv_test", Ever),
    ("sharing", Ever),
    ("opioid", Opioid),
)
"""Fields with a list: name, list."""
NUMBERS = ("first_injection", "opioid_year")


def answer_key(answer: StrEnum) -> str:
    """Give the message that names an answer."""
    match answer:
        case Before():
            return f"treated-{answer.value}"
        case Referral():
            return f"referral-{answer.value}"
        case LivingWith():
            return f"living-with-{answer.value}"
        case LivingWhere():
            return f"living-where-{answer.value}"
        case Labour():
            return f"labour-{answer.value}"
        case Ever():
            return f"ever-{answer.value}"
        case Opioid():
            return f"opioid-{answer.value}"
        case _:
            return f"yes-no-{answer.value}"


def drug_key(drug: Drug) -> str:
    """Give the message that names a substance."""
    return f"drug-{drug.value.replace('.', '-')}"


class IntakeForm(SmallForm):
    """What is told at intake; whatever is left open is not known."""

    def __init__(self, kit: Kit, intakes: Intakes, file: IntakeFile) -> None:
        words = kit.words
        super().__init__(
            kit, words("intake"), done=words("intake-saved"), form=Form(labels=NARROW_LABELS)
        )
        self._intakes = intakes
        self._file = file
        known, unknown = file.intake, words("intake-unknown")
        self.day = DayField(kit, known.day if known else kit.clock.today())
        self.form.add(words("intake-day"), self.day, wide=False)
        self.coded: dict[str, ChoiceField] = {}
        for name, kind in CODED:
            choices = [
                Choice(code=one.value, label=words(answer_key(one)))
                for one in kind
                if not (name.endswith("_test") and one is Ever.MONTH)
            ]
            self._add(name, choices, unknown)
        levels = range(HIGHEST_ISCED + 1)
        schooling = [Choice(code=str(one), label=words(f"isced-{one}")) for one in levels]
        self._add("isced", schooling, unknown)
        self.numbers: dict[str, LineField] = {}
        for name in NUMBERS:
            value = getattr(known, name) if known else None
            self.numbers[name] = LineField("" if value is None else str(value), longest=4)
            self.form.add(words(f"intake-{name.replace('_', '-')}"), self.numbers[name], wide=False)
        for name in NEEDS:
            scale = [
                Choice(code=str(one), label=words(f"need-{one}")) for one in range(MOST_NEED + 1)
            ]
            self._add(name, scale, unknown)
        self.told = LongText(lines=4, fixed=True)
        self.told.set_value(known.told if known else "")
        self.form.add(words("intake-told"), self.told, hint=words("intake-told.help"))

    def _add(self, name: str, choices: Sequence[Choice], unknown: str) -> None:
        field = ChoiceField(choices, blank=unknown)
        field.keep_narrow()
        known = getattr(self._file.intake, name) if self._file.intake else None
        field.set_value(None if known is None else str(known))
        self.coded[name] = field
        self.form.add(self.kit.words(f"intake-{name.replace('_', '-')}"), field)

    @override
    def write(self) -> Write | None:
        words, day = self.kit.words, self.day.value()
        errors: dict[QWidget, str] = {
            self.day: day_error(self.kit, self.day, latest=self.kit.clock.today())
        }
        for number in self.numbers.values():
            right = not number.value() or number.value().isdecimal()
            errors[number] = "" if right else words("intake-number-wrong")
        if not self.form.set_errors(errors) or day is None:
            return None
        intakes, expected = self._intakes, self._file.version
        intake = self._typed(self._file.episode)
        typed = replace(intake, day=day, told=self.told.value())

        def save() -> Changed[None]:
            intakes.keep(typed, expected=expected)
            return Changed(None, INTAKE)

        return save

    def _typed(self, episode: Episode) -> Intake:
        coded = {
            name: None if (code := self.coded[name].value()) is None else kind(code)
            for name, kind in CODED
        }
        scales = {
            name: None if (code := self.coded[name].value()) is None else int(code)
            for name in ("isced", *NEEDS)
        }
        numbers = {
            name: int(one.value()) if one.value() else None for name, one in self.numbers.items()
        }
        known = self._file.intake or Intake(
            id="",
            person=episode.person,
            episode=episode.id,
            day=episode.from_date,
            account=AccountId(""),
        )
        return replace(known, **coded, **scales, **numbers)  # type: ignore[arg-type]  # each of its field's list


class DrugForm(SmallForm):
    """A substance: its place, route, how often in both windows, age at first use."""

    def __init__(
        self, kit: Kit, intakes: Intakes, file: IntakeFile, known: tuple[DrugUse, int] | None
    ) -> None:
        words = kit.words
        super().__init__(
            kit, words("drug-use"), done=words("drug-saved"), form=Form(labels=NARROW_LABELS)
        )
        self._intakes = intakes
        self._file = file
        self._known = known
        unknown = words("intake-unknown")
        taken = {one.rank for one, _version in file.uses}
        free = next((one for one in range(MOST_DRUGS) if one not in taken), MOST_DRUGS - 1)
        self.rank = ChoiceField(
            [Choice(code=str(one), label=words(f"drug-rank-{one}")) for one in range(MOST_DRUGS)]
        )
        self.drug = ChoiceField(
            [Choice(code=one.value, label=words(drug_key(one))) for one in Drug],
            blank=words("people-new-choose"),
        )
        self.drug.keep_narrow()
        often = [Choice(code=one.value, label=words(f"frequency-{one.value}")) for one in Frequency]
        self.route = ChoiceField(
            [Choice(code=one.value, label=words(f"route-{one.value}")) for one in Route],
            blank=unknown,
        )
        self.before_entry = ChoiceField(often, blank=unknown)
        self.before_custody = ChoiceField(often, blank=unknown)
        self.first_age = LineField(longest=2)
        self.form.add(words("drug-rank"), self.rank, wide=False)
        self.form.add(words("drug"), self.drug)
        self.form.add(words("drug-route"), self.route, wide=False)
        self.form.add(words("drug-before-entry"), self.before_entry, wide=False)
        self.form.add(words("drug-before-custody"), self.before_custody, wide=False)
        self.form.add(words("drug-first-age"), self.first_age, wide=False)
        self.rank.set_value(str(free))
        if known is not None:
            self._show(known[0])

    def _show(self, use: DrugUse) -> None:
        self.rank.set_value(str(use.rank))
        self.drug.set_value(use.drug.value)
        self.route.set_value(use.route)
        self.before_entry.set_value(use.before_entry)
        self.before_custody.set_value(use.before_custody)
        self.first_age.set_value("" if use.first_age is None else str(use.first_age))

    @override
    def write(self) -> Write | None:
        words, code, age = self.kit.words, self.drug.value(), self.first_age.value()
        errors: dict[QWidget, str] = {
            self.drug: "" if code else words("field-missing"),
            self.first_age: "" if not age or age.isdecimal() else words("intake-number-wrong"),
        }
        intake, known, intakes = self._file.intake, self._known, self._intakes
        if not self.form.set_errors(errors) or code is None or intake is None:
            return None
        route, entry, custody = (
            one.value() for one in (self.route, self.before_entry, self.before_custody)
        )
        use = DrugUse(
            id=known[0].id if known else "",
            intake=intake.id,
            person=intake.person,
            rank=int(self.rank.value() or 0),
            drug=Drug(code),
            route=Route(route) if route else None,
            before_entry=Frequency(entry) if entry else None,
            before_custody=Frequency(custody) if custody else None,
            first_age=int(age) if age else None,
        )

        def save() -> Changed[None]:
            intakes.keep_use(use, expected=known[1] if known else None)
            return Changed(None, INTAKE)

        return save
