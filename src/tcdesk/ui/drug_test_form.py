"""The form of a drug or alcohol test: the sample, the screening, the confirmation."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from tcdesk.domain.drug_tests import (
    Finding,
    Sample,
    Substance,
    TestPurpose,
    TestReason,
    Validity,
    judged,
    read_findings,
)
from tcdesk.domain.ids import PersonId, StaffId
from tcdesk.domain.staff import Staff
from tcdesk.services.drug_tests import DrugTests, NewTest, TestLine
from tcdesk.ui.fields import Choice, ChoiceField, DayField, LineField
from tcdesk.ui.forms import NARROW_LABELS, Form
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.small_form import SmallForm, Write

TESTS = frozenset({"tests"})
LONGEST = 120
FIELD = 98  # logical pixels: three columns of a form beside a list
USUAL = (
    Substance.AMP,
    Substance.COC,
    Substance.OPI,
    Substance.MTD,
    Substance.BZD,
    Substance.THC,
)


class Panel(QWidget):
    """What was found of each substance: screening, confirmation, explained by a prescription."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        words = kit.words
        self.screening: dict[Substance, ChoiceField] = {}
        self.confirmation: dict[Substance, ChoiceField] = {}
        self.explained: dict[Substance, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        heads = ("test-substance", "test-screening", "test-confirmation", "test-explained")
        for place, head in enumerate(heads):
            grid.addWidget(label(words(head), "small", wrap=True), 0, place)
        choices = [
            Choice(code=one.value, label=words(f"test-finding-{one.value}")) for one in Finding
        ]
        for row, one in enumerate(Substance, start=1):
            name = words(f"test-substance-{one.value.lower()}")
            grid.addWidget(label(name, wrap=True), row, 0)
            for place, fields, head in (
                (1, self.screening, heads[1]),
                (2, self.confirmation, heads[2]),
            ):
                field = ChoiceField(choices, blank="–")
                field.keep_narrow()
                field.setMinimumContentsLength(1)
                field.setFixedWidth(FIELD)
                field.setAccessibleName(f"{words(head)}: {name}")
                fields[one] = field
                grid.addWidget(field, row, place)
            check = QCheckBox()
            check.setAccessibleName(f"{words(heads[3])}: {name}")
            self.explained[one] = check
            grid.addWidget(check, row, 3)
        grid.setColumnStretch(0, 1)

    def all_negative(self) -> None:
        """Find the usual panel negative, where nothing is said yet."""
        for one in USUAL:
            if self.screening[one].value() is None:
                self.screening[one].set_value(Finding.NEGATIVE.value)

    def show_found(
        self,
        screening: Mapping[Substance, Finding],
        confirmation: Mapping[Substance, Finding],
        explained: Sequence[str],
    ) -> None:
        """Show what was recorded."""
        for one in Substance:
            self.screening[one].set_value(screening.get(one))
            self.confirmation[one].set_value(confirmation.get(one))
            self.explained[one].setChecked(one.value in explained)

    def found(self, fields: Mapping[Substance, ChoiceField]) -> Mapping[Substance, Finding]:
        """Give what is chosen."""
        return {
            one: Finding(told)
            for one, field in fields.items()
            if (told := field.value()) is not None
        }


class TestForm(SmallForm):
    """A new test, or the confirmation and corrections of one."""

    __test__ = False

    def __init__(
        self,
        kit: Kit,
        tests: DrugTests,
        person: PersonId,
        staff: Sequence[Staff],
        known: TestLine | None,
    ) -> None:
        words = kit.words
        title = words("test-edit" if known else "test-add")
        super().__init__(kit, title, done=words("test-saved"), form=Form(labels=NARROW_LABELS))
        self._tests = tests
        self._person = person
        self._known = known
        self.day = DayField(kit, kit.clock.today())
        self.purpose = self._choice("test-purpose", [one.value for one in TestPurpose])
        self.reason = self._choice("test-reason", [one.value for one in TestReason])
        self.sample = self._choice("test-sample", [one.value for one in Sample])
        self.validity = self._choice("test-validity", [one.value for one in Validity])
        self.seal = LineField(longest=LONGEST)
        self.by = ChoiceField(
            [Choice(code=one.id, label=one.short_name) for one in staff], blank="–"
        )
        self.by.keep_narrow()
        self.witness = LineField(longest=LONGEST)
        self.temperature = LineField(longest=6)
        self.creatinine = LineField(longest=6)
        self.refusal = LineField(longest=LONGEST)
        self.panel = Panel(kit)
        self.usual = button(words("test-all-negative"), "link")
        self.usual.clicked.connect(self.panel.all_negative)
        self.medicine = LineField(longest=LONGEST)
        self.laboratory = LineField(longest=LONGEST)
        self.method = LineField(longest=LONGEST)
        self.confirmed_on = DayField(kit)
        self.told_on = DayField(kit)
        self._lay_out()
        if known is not None:
            self._show(known)
        self.validity.changed.connect(self._shape)
        for field in (self.temperature, self.creatinine, self.sample):
            field.changed.connect(self._judge)
        self._shape()

    @override
    def write(self) -> Write | None:
        words = self.kit.words
        errors: dict[QWidget, str] = {}
        for day in (self.day, self.confirmed_on, self.told_on):
            if day.unreadable() or (day is self.day and day.value() is None):
                errors[day] = words("test-day-wrong")
        for field in (self.temperature, self.creatinine):
            if field.value() and _tenths(field.value()) is None:
                errors[field] = words("test-number-wrong")
        if not self.form.set_errors(errors):
            return None
        new, known, tests, person = self._new(), self._known, self._tests, self._person

        def write() -> Changed[None]:
            if known is None:
                tests.record(person, new)
            else:
                tests.change(known.test.id, new, expected=known.version)
            return Changed(None, TESTS)

        return write

    def _new(self) -> NewTest:
        by, warm, creatinine = self.by.value(), self.temperature.value(), self.creatinine.value()
        tenths = _tenths(creatinine) if creatinine else None
        panel = self.panel
        return NewTest(
            day=self.day.value() or self.kit.clock.today(),
            purpose=TestPurpose(str(self.purpose.value())),
            reason=TestReason(str(self.reason.value())),
            sample=Sample(str(self.sample.value())),
            seal=self.seal.value(),
            collected_by=StaffId(by) if by else None,
            witness=self.witness.value(),
            temperature=_tenths(warm) if warm else None,
            creatinine=None if tenths is None else tenths // 10,
            validity=Validity(str(self.validity.value())),
            refusal=self.refusal.value(),
            screening=panel.found(panel.screening),
            explained=[one for one, check in panel.explained.items() if check.isChecked()],
            medicine=self.medicine.value(),
            laboratory=self.laboratory.value(),
            method=self.method.value(),
            confirmed_on=self.confirmed_on.value(),
            confirmation=panel.found(panel.confirmation),
            told_on=self.told_on.value(),
        )

    def _choice(self, start: str, codes: Sequence[str]) -> ChoiceField:
        field = ChoiceField(
            [Choice(code=one, label=self.kit.words(f"{start}-{one}")) for one in codes]
        )
        field.keep_narrow()
        return field

    def _lay_out(self) -> None:
        words, form = self.kit.words, self.form
        form.add(words("test-day"), self.day)
        form.add(words("test-purpose"), self.purpose, hint=words("test-purpose.help"))
        form.add(words("test-reason"), self.reason)
        form.add(words("test-sample"), self.sample)
        form.add(words("test-seal"), self.seal)
        form.add(words("test-by"), self.by)
        form.add(words("test-witness"), self.witness)
        form.add(words("test-temperature"), self.temperature)
        form.add(words("test-creatinine"), self.creatinine)
        form.add(words("test-validity"), self.validity)
        form.add(words("test-refusal"), self.refusal)
        form.add_whole(self.usual)
        form.add_whole(self.panel)
        form.add(words("test-medicine"), self.medicine, hint=words("test-medicine.help"))
        form.add(words("test-laboratory"), self.laboratory)
        form.add(words("test-method"), self.method)
        form.add(words("test-confirmed-on"), self.confirmed_on)
        form.add(words("test-told-on"), self.told_on)

    def _show(self, line: TestLine) -> None:
        test = line.test
        self.day.set_value(test.day)
        for field, code in (
            (self.purpose, test.purpose.value),
            (self.reason, test.reason.value),
            (self.sample, test.sample.value),
            (self.validity, test.validity.value),
            (self.by, test.collected_by),
        ):
            field.set_value(code)
        for text, told in (
            (self.seal, test.seal),
            (self.witness, test.witness),
            (self.refusal, test.refusal),
            (self.medicine, test.medicine),
            (self.laboratory, test.laboratory),
            (self.method, test.method),
        ):
            text.set_value(told)
        if test.temperature is not None:
            self.temperature.set_value(self.kit.words.number(Decimal(test.temperature) / 10, 1))
        if test.creatinine is not None:
            self.creatinine.set_value(str(test.creatinine))
        self.confirmed_on.set_value(test.confirmed_on)
        self.told_on.set_value(test.told_on)
        self.panel.show_found(
            read_findings(test.screening), read_findings(test.confirmation), test.explained.split()
        )

    def _shape(self) -> None:
        """Ask for what the state of the sample makes sense of."""
        refused = self.validity.value() == Validity.REFUSED.value
        given = self.validity.value() not in (Validity.REFUSED.value, Validity.NOT_GIVEN.value)
        self.form.set_shown(self.refusal, shown=refused)
        for part in (self.panel, self.usual):
            part.setVisible(given)

    def _judge(self) -> None:
        """Propose what temperature and creatinine tell of the sample."""
        warm, creatinine = self.temperature.value(), self.creatinine.value()
        tenths = _tenths(creatinine) if creatinine else None
        told = judged(
            Sample(str(self.sample.value())),
            _tenths(warm) if warm else None,
            None if tenths is None else tenths // 10,
        )
        if told is not Validity.VALID:
            self.validity.set_value(told.value)


def _tenths(typed: str) -> int | None:
    """Read a number with at most one decimal, written with a comma or a point, in tenths."""
    try:
        told = Decimal(typed.replace(",", ".")) * 10
    except InvalidOperation:
        return None
    return int(told) if told == told.to_integral_value() and 0 <= told <= 10_000 else None
