"""Reports: of the office over all units, and of a unit over itself, with the same measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tcdesk.domain.indicators import Indicator
from tcdesk.domain.quarters import Quarter
from tcdesk.domain.staff import Action
from tcdesk.services.consolidation import (
    BySexKey,
    Consolidation,
    as_json,
    consolidate,
    count_of,
    hours,
    sexes,
)
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleIn, Party, PartyKind
from tcdesk.services.figures import IndicatorLine, Reported
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import Column, ColumnKind, Report, Section, Table, Value
from tcdesk.services.ports import Words
from tcdesk.services.report_heads import head_sections
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading

Row = tuple[Value, ...]


class ReportLeft(StrEnum):
    """How a report left the vault."""

    PRINT = "print"
    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports for a period of whole quarters."""

    desk: Desk
    words: Words

    def make(self, first: Quarter, last: Quarter) -> Report:
        """Make the report: an office's over all units, a unit's over itself."""
        words = self.words
        with self.desk.reading(Action.SEE_REPORTS) as facts:
            own, counted = own_party(facts), _counted(facts, first, last)
            office = own.kind is PartyKind.OFFICE
            return Report(
                title=words("report-consolidated" if office else "report-unit"),
                filters=(
                    (words("report-period"), self._period(first, last)),
                    (words("report-units"), ", ".join(counted.units) or words("report-no-units")),
                ),
                sections=(
                    *self._sections(counted),
                    *head_sections(words, counted.heads),
                ),
                as_of=self.desk.clock.today(),
                data_version=_received(facts) if office else facts.audit_head().sha256[:10],
                foot=foot_of(self.desk, facts, own),
            )

    def figures(self, first: Quarter, last: Quarter) -> Mapping[str, Mapping[str, BySexKey]]:
        """Give the figures by unit and sex, as the command line prints them."""
        with self.desk.reading(Action.SEE_REPORTS) as facts:
            return as_json(_counted(facts, first, last))

    def left(self, way: ReportLeft) -> None:
        """Put on record that a report has left the vault, in clear."""
        with self.desk.writing(Action.SEE_REPORTS) as work:
            work.audit(f"report.{way.value}")

    def _sections(self, counted: Consolidation) -> Sequence[Section]:
        words = self.words
        sections = [
            Section(title=words("report-movement"), tables=(self._movement(counted),)),
            Section(
                title=words("report-volume"), tables=(self._volume(counted), self._by_sex(counted))
            ),
        ]
        operations = sorted({one.operation for one in counted.reported})
        if operations:
            tables = tuple(self._indicators(counted, operation) for operation in operations)
            sections.append(Section(title=words("report-indicators"), tables=tables))
        return sections

    def _movement(self, counted: Consolidation) -> Table:
        words, rows = self.words, counted.movements
        numbers = ("at-start", "entered", "entered-again", "left", "active-at-end")
        return Table(
            title=words("report-movement-table"),
            columns=(*self._place(), *(self._number(f"report-{name}") for name in numbers)),
            rows=tuple(
                (
                    one.unit,
                    one.programme,
                    self._quarter(one.quarter),
                    one.at_start,
                    one.entered,
                    one.entered_again,
                    one.left,
                    one.active_at_end,
                )
                for one in rows
            ),
            total=(
                words("report-total"),
                None,
                None,
                None,
                sum(one.entered for one in rows),
                sum(one.entered_again for one in rows),
                sum(one.left for one in rows),
                None,
            ),
            definitions=(words("report-movement-defined"), words("report-again-defined")),
        )

    def _volume(self, counted: Consolidation) -> Table:
        words, rows = self.words, counted.volumes
        return Table(
            title=words("report-volume-table"),
            columns=(
                *self._place(),
                self._number("report-sessions"),
                self._number("report-group-sessions"),
                self._number("report-individual-sessions"),
                self._number("report-hours", decimals=1),
                self._number("report-group-hours", decimals=1),
                self._number("report-individual-hours", decimals=1),
                self._number("report-unsigned"),
            ),
            rows=tuple(
                (
                    one.unit,
                    one.programme,
                    self._quarter(one.quarter),
                    one.sessions,
                    one.group_sessions,
                    one.individual_sessions,
                    hours(one.minutes),
                    hours(one.group_minutes),
                    hours(one.individual_minutes),
                    one.unsigned,
                )
                for one in rows
            ),
            total=(
                words("report-total"),
                None,
                None,
                sum(one.sessions for one in rows),
                sum(one.group_sessions for one in rows),
                sum(one.individual_sessions for one in rows),
                hours(sum(one.minutes for one in rows)),
                hours(sum(one.group_minutes for one in rows)),
                hours(sum(one.individual_minutes for one in rows)),
                sum(one.unsigned for one in rows),
            ),
            definitions=(
                words("report-sessions-defined"),
                words("report-hours-defined"),
                words("report-unsigned-defined"),
            ),
        )

    def _by_sex(self, counted: Consolidation) -> Table:
        words, known = self.words, {(one.unit, one.sex): one for one in counted.by_sex}
        rows: list[Row] = []
        for unit in counted.units:
            for sex in sexes(sex for one, sex in known if one == unit):
                found = known.get((unit, sex))
                rows.append(
                    (
                        unit,
                        words(f"report-sex-{sex.value.lower()}"),
                        found.participants if found else 0,
                        found.sessions if found else 0,
                        hours(found.minutes) if found else Decimal("0.0"),
                    )
                )
        return Table(
            title=words("report-by-sex"),
            columns=(
                Column(title=words("report-unit-column")),
                Column(title=words("report-sex")),
                self._number("report-participants"),
                self._number("report-sessions"),
                self._number("report-hours", decimals=1),
            ),
            rows=tuple(rows),
            definitions=(
                words("report-participants-defined"),
                words("report-sessions-by-sex-defined"),
            ),
        )

    def _indicators(self, counted: Consolidation, operation: str) -> Table:
        words = self.words
        lines = [one for one in counted.indicators if one.operation == operation]
        rows: list[Row] = []
        for place in counted.reported:
            if place.operation == operation:
                rows += self._indicator_rows(place, [one for one in lines if _of(one, place)])
        return Table(
            title=words("report-indicators-table", operation=operation),
            columns=(
                Column(title=words("report-unit-column")),
                Column(title=words("report-sex")),
                *(
                    Column(
                        title=f"{indicator.value} {words(f'indicator-{indicator.value.lower()}')}",
                        kind=ColumnKind.NUMBER,
                    )
                    for indicator in Indicator
                ),
            ),
            rows=tuple(rows),
            total=(
                words("report-total"),
                None,
                *(sum(count_of(one, indicator) for one in lines) for indicator in Indicator),
            ),
            definitions=(
                words("report-indicators-defined", day=words.date(counted.quarters[-1].last)),
                words("report-twice-defined"),
            ),
        )

    def _indicator_rows(self, place: Reported, lines: Sequence[IndicatorLine]) -> Sequence[Row]:
        rows: list[Row] = [
            (
                place.unit,
                self.words(f"report-sex-{sex.value.lower()}"),
                *(
                    sum(count_of(one, indicator) for one in lines if one.sex is sex)
                    for indicator in Indicator
                ),
            )
            for sex in sexes(one.sex for one in lines)
        ]
        everybody = tuple(sum(count_of(one, indicator) for one in lines) for indicator in Indicator)
        return [*rows, (place.unit, self.words("report-everybody"), *everybody)]

    def _place(self) -> tuple[Column, ...]:
        return tuple(
            Column(title=self.words(name))
            for name in ("report-unit-column", "report-programme", "report-quarter")
        )

    def _number(self, name: str, *, decimals: int = 0) -> Column:
        return Column(title=self.words(name), kind=ColumnKind.NUMBER, decimals=decimals)

    def _quarter(self, quarter: Quarter) -> str:
        return self.words.quarter(quarter.year, quarter.number)

    def _period(self, first: Quarter, last: Quarter) -> str:
        return f"{self.words.date(first.first)} – {self.words.date(last.last)}"


def _counted(facts: Reading, first: Quarter, last: Quarter) -> Consolidation:
    office = facts.setting("installation") == PartyKind.OFFICE.value
    return consolidate(facts.received_figures() if office else facts.own_figures(), first, last)


def _received(facts: Reading) -> str:
    """Name the newest bundle of every unit: the state of the data that a report was made from."""
    newest: dict[str, tuple[int, int]] = {}
    for taken in facts.find(BundleIn, kind="export"):
        place = (taken.epoch_no, taken.seq)
        newest[taken.party] = max(newest.get(taken.party, place), place)
    codes = {one.id: one.code for one in facts.find(Party)}
    return " · ".join(
        f"{code} {epoch_no}.{seq}"
        for code, (epoch_no, seq) in sorted((codes[unit], at) for unit, at in newest.items())
    )


def _of(line: IndicatorLine, place: Reported) -> bool:
    return line.unit == place.unit
