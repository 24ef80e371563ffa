"""How long a file is kept, and what happens with it then.

    due ── propose (first person) ──> waiting ── confirm (second person) ──> done
                                         └── withdraw ──> withdrawn

Retention classes and their terms: domain dossier §5.5. Terms are proposals until the controller
decides; the unit sets its own.
"""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tcdesk.domain.enrolments import Episode
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, NoteId, PersonId
from tcdesk.domain.people import PersonKind
from tcdesk.domain.programmes import IndicatorProfile

LEAST_YEARS, MOST_YEARS = 1, 30


class RetentionClass(StrEnum):
    """Why a file is kept: the longest of its classes holds."""

    ESF = "esf"
    COUNSELLING = "counselling"
    APPLICANT = "applicant"
    RELATED = "related"
    COLLEAGUE = "colleague"


USUAL_YEARS = {
    # Five years from the end of the year of the last payment for the operation (Regulation
    # 2021/1060, Article 82); that payment follows the end of the operation within a year.
    RetentionClass.ESF: 6,
    # The provider's own act; five years after the exit are proposed.
    RetentionClass.COUNSELLING: 5,
    # Somebody who never entered a programme.
    RetentionClass.APPLICANT: 1,
    # Partners, children and other relatives who came to sessions or events, and no further.
    RetentionClass.RELATED: 2,
    # Staff and others who took part in training: evidence for the funder, as long as the operation.
    RetentionClass.COLLEAGUE: 6,
}

# The class of who never entered a programme, by what the person is to it.
WITHOUT_STAY = {
    PersonKind.CUSTODY: RetentionClass.APPLICANT,
    PersonKind.CHILD: RetentionClass.RELATED,
    PersonKind.RELATIVE: RetentionClass.RELATED,
    PersonKind.EXTERNAL: RetentionClass.COLLEAGUE,
    PersonKind.STAFF: RetentionClass.COLLEAGUE,
}


class ErasureKind(StrEnum):
    """What becomes of a file: nothing stays, or the facts stay without the person."""

    ERASE = "erase"
    ANONYMISE = "anonymise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """A proposal and what became of it; ids and codes only, for it outlives the person's file."""

    id: str
    subject: PersonId
    kind: ErasureKind
    rule: RetentionClass
    proposed_by: AccountId
    proposed_at: str
    confirmed_by: AccountId | None = None
    done_at: str | None = None
    withdrawn_by: AccountId | None = None
    withdrawn_at: str | None = None

    @property
    def waiting(self) -> bool:
        """Whether the second person has still to decide."""
        return self.done_at is None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedNote:
    """What stays of a signed note: that there was one, its hash, by which rule and whom it went."""

    id: NoteId
    sha256: str
    signed_at: str
    erasure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stay in a programme as retention sees it: when it ended, and what kind of operation."""

    episode: Episode
    profile: IndicatorProfile
    operation_end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By which class, and since when, a file has reached its end."""

    rule: RetentionClass
    last_day: date
    since: date


def due(
    stays: Sequence[Stay],
    opened: date,
    years: dict[RetentionClass, int],
    today: date,
    kind: PersonKind = PersonKind.CUSTODY,
) -> Due | None:
    """Say whether a file is no longer needed.

    Args:
        stays: Every stay of the person in a programme.
        opened: When the file was last needed if there is none: its newest fact.
        years: The unit's terms.
        today: The day of the question.
        kind: What the person is to the programme; it matters to who never entered one.

    Returns:
        None while a stay is open or a class still needs the file.
    """
    if any(one.episode.to_date is None for one in stays):
        return None
    found = [_of(stay, years) for stay in stays] or [
        _due(WITHOUT_STAY[kind], opened, opened, years)
    ]
    latest = max(found, key=lambda one: one.since)
    return latest if latest.since <= today else None


def _of(stay: Stay, years: dict[RetentionClass, int]) -> Due:
    last = stay.episode.to_date or stay.episode.from_date
    if stay.profile is IndicatorProfile.NONE:
        return _due(RetentionClass.COUNSELLING, last, last, years)
    # Documents of an operation are needed until its own term, whenever somebody left it.
    end = max(last, stay.operation_end or last)
    return _due(RetentionClass.ESF, last, date(end.year, 12, 31), years)


def _due(rule: RetentionClass, last: date, begins: date, years: dict[RetentionClass, int]) -> Due:
    year = begins.year + years[rule]
    leap = (begins.month, begins.day) == (2, 29)
    since = date(year, 3, 1) if leap else begins.replace(year=year)
    return Due(rule=rule, last_day=last, since=since)


def check_years(years: int) -> None:
    """Refuse an impossible term.

    Raises:
        RuleBrokenError: ``retention-years``.
    """
    if not LEAST_YEARS <= years <= MOST_YEARS:
        raise RuleBrokenError("retention-years", least=LEAST_YEARS, most=MOST_YEARS)


def blurred_birth(birth: date, entries: Iterable[date]) -> date:
    """Move a date of birth within its year, so that every age at entry stays what it was.

    Indicators count completed years on the day of entry; between the days of entry the day of birth
    tells nothing they need.
    """
    days = sorted({(one.month, one.day) for one in entries})
    later = [day for day in days if day >= (birth.month, birth.day)]
    if len(later) == len(days):
        return date(birth.year, 1, 1)  # no entry before the birthday
    month, day = later[0] if later else (12, 31)
    leap = (month, day) == (2, 29) and not isleap(birth.year)
    return date(birth.year, month, 28 if leap else day)
