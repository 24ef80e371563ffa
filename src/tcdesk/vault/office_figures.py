"""Figures of all units, counted in what an office received."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, text

from tcdesk.domain.people import Sex
from tcdesk.domain.quarters import Quarter
from tcdesk.services.figures import BySex, IndicatorLine, Movement, Reported, Volume
from tcdesk.services.lines import Counted

_UNITS = (
    "SELECT DISTINCT party.code FROM party JOIN bundle_in ON bundle_in.party = party.id "
    "WHERE party.kind = 'unit' AND bundle_in.kind = 'export' ORDER BY party.code"
)

_MOVEMENTS = """
SELECT party.code AS unit, programme.code AS programme,
       count(CASE WHEN e.entry_date < :first
                   AND (e.exit_date IS NULL OR e.exit_date >= :first) THEN 1 END) AS at_start,
       count(CASE WHEN e.entry_date BETWEEN :first AND :last THEN 1 END) AS entered,
       count(CASE WHEN e.entry_date BETWEEN :first AND :last AND EXISTS (
                SELECT 1 FROM received_episode earlier
                WHERE earlier.unit = e.unit AND earlier.person = e.person
                  AND earlier.programme = e.programme AND earlier.deleted = 0
                  AND earlier.entry_date < e.entry_date) THEN 1 END) AS entered_again,
       count(CASE WHEN e.exit_date BETWEEN :first AND :last THEN 1 END) AS left_,
       count(CASE WHEN e.entry_date <= :last
                   AND (e.exit_date IS NULL OR e.exit_date > :last) THEN 1 END) AS active_at_end
FROM received_programme programme
JOIN party ON party.id = programme.unit
LEFT JOIN received_episode e
  ON e.unit = programme.unit AND e.programme = programme.id AND e.deleted = 0
WHERE programme.deleted = 0
GROUP BY party.code, programme.code
ORDER BY party.code, programme.code"""

_VOLUMES = """
SELECT party.code AS unit, programme.code AS programme, s.year, s.quarter,
       count(*) AS sessions,
       count(CASE s.form WHEN 'group' THEN 1 END) AS group_sessions,
       count(CASE s.form WHEN 'individual' THEN 1 END) AS individual_sessions,
       sum(s.attended) AS minutes,
       sum(CASE s.form WHEN 'group' THEN s.attended ELSE 0 END) AS group_minutes,
       sum(CASE s.form WHEN 'individual' THEN s.attended ELSE 0 END) AS individual_minutes,
       sum(s.unsigned) AS unsigned
FROM (
    SELECT unit, programme, form, unsigned, CAST(substr(date, 1, 4) AS INTEGER) AS year,
           (CAST(substr(date, 6, 2) AS INTEGER) + 2) / 3 AS quarter,
           coalesce((SELECT sum(a.minutes) FROM received_attendance a
                     WHERE a.unit = received_session.unit AND a.session = received_session.id
                       AND a.status_code IN ('present', 'late', 'left-early')
                       AND a.deleted = 0), 0) AS attended
    FROM received_session
    WHERE state = 'held' AND form <> 'staff' AND deleted = 0 AND date BETWEEN :first AND :last
) s
JOIN received_programme programme ON programme.unit = s.unit AND programme.id = s.programme
JOIN party ON party.id = s.unit
GROUP BY party.code, programme.code, s.year, s.quarter
ORDER BY party.code, programme.code, s.year, s.quarter"""

_PARTICIPANTS = """
SELECT party.code AS unit, person.sex, count(DISTINCT person.id) AS participants
FROM received_person person
JOIN party ON party.id = person.unit
JOIN received_episode e ON e.unit = person.unit AND e.person = person.id AND e.deleted = 0
WHERE person.deleted = 0 AND e.entry_date <= :last
  AND (e.exit_date IS NULL OR e.exit_date >= :first)
GROUP BY party.code, person.sex"""

_ATTENDED = """
SELECT party.code AS unit, person.sex, count(DISTINCT s.id) AS sessions, sum(a.minutes) AS minutes
FROM received_session s
JOIN received_attendance a ON a.unit = s.unit AND a.session = s.id AND a.deleted = 0
JOIN received_person person ON person.unit = a.unit AND person.id = a.person
JOIN party ON party.id = s.unit
WHERE s.state = 'held' AND s.deleted = 0 AND s.date BETWEEN :first AND :last
  AND a.status_code IN ('present', 'late', 'left-early')
GROUP BY party.code, person.sex"""

_REPORTED = """
SELECT DISTINCT party.code AS unit, programme.operation_code AS operation
FROM received_programme programme JOIN party ON party.id = programme.unit
WHERE programme.deleted = 0 AND programme.indicator_profile IS NOT NULL
ORDER BY programme.operation_code, party.code"""

_INDICATORS = """
SELECT party.code AS unit, t.operation_code AS operation, person.sex,
       count(DISTINCT t.person) AS total,
       count(DISTINCT CASE WHEN t.age_at_entry < 18 THEN t.person END) AS children,
       count(DISTINCT CASE WHEN t.age_at_entry BETWEEN 18 AND 29 THEN t.person END) AS young,
       count(DISTINCT CASE WHEN t.age_at_entry >= 55 THEN t.person END) AS older
FROM received_participation t
JOIN received_person person ON person.unit = t.unit AND person.id = t.person
JOIN party ON party.id = t.unit
WHERE t.deleted = 0 AND t.entry_date <= :cut_off AND EXISTS (
    SELECT 1 FROM received_programme programme
    WHERE programme.unit = t.unit AND programme.operation_code = t.operation_code
      AND programme.indicator_profile IS NOT NULL AND programme.deleted = 0)
GROUP BY party.code, t.operation_code, person.sex"""


class OfficeFigures:
    """Counts over received rows (services.figures.Figures)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def units(self) -> Sequence[str]:
        """List the codes of units from which something was received."""
        return [str(code) for code in self._connection.scalars(text(_UNITS))]

    def movements(self, quarter: Quarter) -> Sequence[Movement]:
        """Count entries, exits and who is there."""
        rows = self._connection.execute(text(_MOVEMENTS), _days(quarter.first, quarter.last))
        return [
            Movement(
                unit=row["unit"],
                programme=row["programme"],
                quarter=quarter,
                at_start=row["at_start"],
                entered=row["entered"],
                entered_again=row["entered_again"],
                left=row["left_"],
                active_at_end=row["active_at_end"],
            )
            for row in rows.mappings()
        ]

    def volumes(self, first: date, last: date) -> Sequence[Volume]:
        """Count held sessions and attended minutes."""
        rows = self._connection.execute(text(_VOLUMES), _days(first, last))
        return [
            Volume(
                unit=row["unit"],
                programme=row["programme"],
                quarter=Quarter(row["year"], row["quarter"]),
                sessions=row["sessions"],
                group_sessions=row["group_sessions"],
                individual_sessions=row["individual_sessions"],
                minutes=row["minutes"],
                group_minutes=row["group_minutes"],
                individual_minutes=row["individual_minutes"],
                unsigned=row["unsigned"],
            )
            for row in rows.mappings()
        ]

    def heads(self, _first: date, _last: date) -> Sequence[Counted]:
        """Give nothing: head counts stay in the unit."""
        return ()

    def by_sex(self, first: date, last: date) -> Sequence[BySex]:
        """Count people, held sessions and attended minutes by sex."""
        people = self._connection.execute(text(_PARTICIPANTS), _days(first, last)).mappings()
        attended = self._connection.execute(text(_ATTENDED), _days(first, last)).mappings()
        counted = {(row["unit"], row["sex"]): row["participants"] for row in people}
        held = {(row["unit"], row["sex"]): (row["sessions"], row["minutes"]) for row in attended}
        return [
            BySex(
                unit=unit,
                sex=Sex(sex),
                participants=counted.get((unit, sex), 0),
                sessions=held.get((unit, sex), (0, 0))[0],
                minutes=held.get((unit, sex), (0, 0))[1],
            )
            for unit, sex in sorted(counted.keys() | held.keys())
        ]

    def reported(self) -> Sequence[Reported]:
        """List operations with an indicator profile."""
        rows = self._connection.execute(text(_REPORTED)).mappings()
        return [Reported(unit=row["unit"], operation=row["operation"]) for row in rows]

    def indicators(self, cut_off: date) -> Sequence[IndicatorLine]:
        """Count participations by age at entry."""
        rows = self._connection.execute(text(_INDICATORS), {"cut_off": cut_off.isoformat()})
        return [
            IndicatorLine(
                unit=row["unit"],
                operation=row["operation"],
                sex=Sex(row["sex"]),
                total=row["total"],
                children=row["children"],
                young=row["young"],
                older=row["older"],
            )
            for row in rows.mappings()
        ]


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}
