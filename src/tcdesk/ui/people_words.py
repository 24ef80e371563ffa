"""What is said of people, in words: status, programme, timeline; one place for all pages."""

from datetime import date

from tcdesk.domain.dated import holds_on
from tcdesk.domain.people import LegalStatus, PersonKind, Sex, age_on
from tcdesk.services.enrolments import EpisodeFile
from tcdesk.services.lines import PersonLine, SessionLine, TimelineLine
from tcdesk.services.ports import Words


def status_word(words: Words, status: LegalStatus | None, sex: Sex) -> str:
    """Name a legal status in the person's gender; nothing when there is none."""
    return words(f"legal-status-{status.value}", sex=sex.value.lower()) if status else ""


def kind_word(words: Words, kind: PersonKind, sex: Sex) -> str:
    """Name what a person is to the programme, in the person's gender."""
    return words(f"person-kind-{kind.value}", sex=sex.value.lower())


def programme_word(words: Words, programme: str | None, phase: int | None) -> str:
    """Name a programme by its code, with the number of the phase."""
    if programme is None:
        return ""
    if phase is None:
        return programme
    return words("people-programme-phase", programme=programme, phase=phase)


def line_status(words: Words, line: PersonLine) -> str:
    """Name the legal status of a person in a list; of others than persons in custody the kind."""
    if line.status is None and line.kind is not PersonKind.CUSTODY:
        return kind_word(words, line.kind, line.sex)
    return status_word(words, line.status, line.sex)


def born_word(words: Words, birth: date | None, day: date) -> str:
    """Give a birth date with the age on a day; a dash where none is asked for."""
    if birth is None:
        return "–"
    return words("people-born", day=birth, age=age_on(birth, day))


def activity_name(words: Words, slovenian: str, english: str) -> str:
    """Choose the name of an activity in the reader's language."""
    return slovenian if words.language == "sl" else english


def period_word(words: Words, from_date: date, to_date: date | None) -> str:
    """Say from when to when something held; ``to_date`` is the first day on which it did not."""
    if to_date is None:
        return words("person-episode-open", **{"from": from_date})
    last = date.fromordinal(to_date.toordinal() - 1)
    return words("person-episode-closed", **{"from": from_date, "to": last})


def phase_word(words: Words, file: EpisodeFile, day: date) -> str:
    """Name the phase of a stay on a day, with the days spent in it; nothing if there is none."""
    for stay, phase in file.phases:
        if holds_on(stay, day):
            name = activity_name(words, phase.name_sl, phase.name_en)
            days = (day - stay.from_date).days + 1
            return words("person-phase-days", phase=name, days=days)
    return ""


def next_session_word(words: Words, line: SessionLine) -> str:
    """Say when the next session is, and which."""
    return words(
        "person-summary-next.value",
        weekday=words.weekday_short(line.day),
        day=line.day,
        time=words.time(line.start),
        activity=activity_name(words, line.activity_sl, line.activity_en),
    )


def is_closed(line: TimelineLine) -> bool:
    """Say whether a line of the timeline is a closed note."""
    return line.kind == "note" and "-closed|" in line.detail
