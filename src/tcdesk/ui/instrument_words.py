"""What is said of questionnaires, in words: names, scores, bands, sources, occasions."""

from decimal import Decimal

from tcdesk.domain.instrument_scoring import change_of
from tcdesk.domain.instruments import Definition, Score, Shown, text_of
from tcdesk.services.assessments import Result
from tcdesk.services.ports import Words


def instrument_name(words: Words, definition: Definition) -> str:
    """Name a questionnaire by its short name and what it is about."""
    topic = text_of(definition.topic, words.language)
    return words("instrument-name", short=definition.short, topic=topic)


def score_name(words: Words, score: Score) -> str:
    """Name a scale."""
    return text_of(score.names, words.language)


def value_word(words: Words, value: Decimal | None) -> str:
    """Write a score; a dash where it could not be computed."""
    if value is None:
        return "–"
    whole = value == value.to_integral_value()
    return words.number(value, 0 if whole else 2)


def result_word(words: Words, result: Result, score: str) -> str:
    """Write a score with its band."""
    told = value_word(words, result.values.get(score))
    band = result.bands.get(score)
    return f"{told} · {text_of(band.label, words.language)}" if band else told


def change_word(words: Words, result: Result, first: Result, score: str) -> str:
    """Say how a score differs from the first one, and whether the change is reliable."""
    now, then = result.values.get(score), first.values.get(score)
    if result is first or now is None or then is None:
        return ""
    difference = now - then
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    told = f"{sign}{value_word(words, abs(difference))}"
    change = change_of(result.definition, score, then, now)
    return told if change is None else f"{told} · {words(f'score-change-{change.value}')}"


def source_word(words: Words, definition: Definition) -> str:
    """Say what of a questionnaire may be shown, and where its text comes from."""
    if definition.licence.shown is not Shown.TEXT:
        return words(f"instrument-shown-{definition.licence.shown.value}")
    found = definition.translation(words.language)
    if found is None or found.language != words.language:
        return words("instrument-text-original")
    return words(f"text-status-{found.status.value}", source=found.source)
