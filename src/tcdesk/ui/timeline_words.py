"""What happened to a person, each line of the timeline in a sentence."""

from collections.abc import Callable
from decimal import Decimal

from tcdesk.domain.people import LegalStatus, Sex
from tcdesk.services.lines import TimelineLine
from tcdesk.services.ports import Words
from tcdesk.ui.instrument_words import value_word
from tcdesk.ui.people_words import activity_name, is_closed, status_word


def timeline_text(words: Words, line: TimelineLine, sex: Sex) -> str:
    """Say in a sentence what happened."""
    gender = sex.value.lower()
    match line.kind:
        case "status":
            return words(
                "person-timeline-status", status=status_word(words, LegalStatus(line.what), sex)
            )
        case "entry":
            return words("person-timeline-entry", programme=line.what)
        case "exit":
            reason = words(f"exit-code-{line.detail.lower()}", sex=gender) if line.detail else ""
            return words("person-timeline-exit", programme=line.what, reason=reason)
        case "phase":
            return words(
                "person-timeline-phase", phase=activity_name(words, line.what, line.detail)
            )
        case "attendance":
            return _attendance(words, line, gender)
        case "note":
            return _note(words, line)
        case _:
            return _FILE[line.kind](words, line)


def _note(words: Words, line: TimelineLine) -> str:
    kind, _, author = line.detail.partition("|")
    activity = activity_name(words, *line.what.split("|", 1))
    if is_closed(line):
        return words("person-timeline-closed", activity=activity, author=author, kind=kind)
    return words("person-timeline-note", activity=activity, kind=kind)


def _regime(words: Words, line: TimelineLine) -> str:
    return words("person-timeline-regime", regime=words(f"regime-{line.what}"))


def _housing(words: Words, line: TimelineLine) -> str:
    place = ", ".join(part for part in (line.what, line.detail) if part)
    return words("person-timeline-housing", place=place)


def _consent(words: Words, line: TimelineLine) -> str:
    purpose = words(f"consent-purpose-{line.what}")
    return words(f"person-timeline-consent-{line.detail}", purpose=purpose)


def _withdrawal(words: Words, line: TimelineLine) -> str:
    return words("person-timeline-withdrawal", purpose=words(f"consent-purpose-{line.what}"))


def _flag(words: Words, line: TimelineLine) -> str:
    return words("person-timeline-flag", kind=words(f"flag-kind-{line.what}"))


def _questionnaire(words: Words, line: TimelineLine) -> str:
    if line.kind == "safety":
        return words(f"person-timeline-safety-{line.detail}")
    score = value_word(words, Decimal(line.detail) if line.detail else None)
    return words("person-timeline-response", name=line.what, score=score)


def _attendance(words: Words, line: TimelineLine, gender: str) -> str:
    status, _, minutes = line.detail.partition("|")
    attended = words(f"attendance-status-{status}", sex=gender)
    return words(
        "person-timeline-attendance",
        activity=activity_name(words, *line.what.split("|", 1)),
        status=attended,
        minutes=int(minutes or 0),
    )


_FILE: dict[str, Callable[[Words, TimelineLine], str]] = {
    "regime": _regime,
    "housing": _housing,
    "consent": _consent,
    "withdrawal": _withdrawal,
    "flag": _flag,
    "response": _questionnaire,
    "safety": _questionnaire,
}
