"""Definition files of questionnaires: strict JSON in, a ``Definition`` or a refusal out; no code.

Every member of every object is known and required unless told optional. A refusal names the line
and the reason. The format is told in ``resources/instruments/FORMAT.md``.
"""

from collections.abc import Mapping, Sequence

from tcdesk.domain.instrument_score_file import read_alert, read_bands, read_reliable, read_scores
from tcdesk.domain.instruments import (
    Choice,
    Definition,
    Direction,
    Item,
    Licence,
    Respondent,
    ResponseSet,
    Shown,
    TextStatus,
    Translation,
)
from tcdesk.domain.located_json import LocatedJsonError, read_located
from tcdesk.domain.strict_object import (
    LANGUAGES,
    InstrumentRefusedError,
    StrictObject,
    unique,
)

LARGEST_FILE = 262_144  # bytes
MOST_ITEMS = 300
MOST_SETS = 50
MOST_CHOICES = 20
MOST_CHANGES = 60
HIGHEST_ANSWER = 1_000


def read_definition(content: bytes) -> Definition:
    """Read a definition file.

    Raises:
        InstrumentRefusedError: It is too large, no UTF-8, no JSON, or not what it should be.
    """
    if len(content) > LARGEST_FILE:
        raise InstrumentRefusedError(1, "too-large")
    try:
        root = read_located(content.decode("utf-8"))
    except UnicodeDecodeError as wrong:
        raise InstrumentRefusedError(content.count(b"\n", 0, wrong.start) + 1, "not-utf8") from None
    except LocatedJsonError as wrong:
        raise InstrumentRefusedError(wrong.line, wrong.flaw, wrong.what) from None
    return _definition(StrictObject(root))


def _definition(top: StrictObject) -> Definition:
    top.only(
        "definition", "id", "version", "short", "names", "topic", "respondent", "direction",
        "instruction", "guidance", "licence", "translations", "response_sets", "items", "scores",
        "bands", "alerts", "reliable_changes",
    )  # fmt: skip
    licence = _licence(StrictObject(top.members["licence"]))
    translations = tuple(_translation(one) for one in top.objects("translations", len(LANGUAGES)))
    sets = unique(top.objects("response_sets", MOST_SETS), _responses, lambda one: one.id)
    items = unique(
        top.objects("items", MOST_ITEMS),
        lambda one: _item(one, sets, licence.shown, translations),
        lambda one: one.id,
    )
    _check_shown(top, licence, translations, items)
    scores = read_scores(top, items, sets)
    return Definition(
        code=top.code("id"),
        version=top.whole("version", 1, least=1, most=9999),
        short=top.text("short"),
        names=top.texts("names"),
        topic=top.texts("topic"),
        respondent=top.one_of("respondent", Respondent),
        direction=top.one_of("direction", Direction),
        instruction=top.texts("instruction"),
        guidance=top.texts("guidance"),
        items=tuple(items.values()),
        response_sets=sets,
        scores=tuple(scores.values()),
        bands=tuple(read_bands(top, scores)),
        alerts=tuple(read_alert(one, items, sets) for one in top.objects("alerts", MOST_ITEMS)),
        reliable_changes=tuple(
            read_reliable(one, scores) for one in top.objects("reliable_changes", MOST_CHANGES)
        ),
        licence=licence,
        translations=translations,
    )


def _licence(one: StrictObject) -> Licence:
    one.only("licence", "holder", "terms", "url", "attribution", "shown")
    return Licence(
        holder=one.text("holder"),
        terms=one.text("terms"),
        url=one.text("url", empty=True),
        attribution=one.text("attribution"),
        shown=one.one_of("shown", Shown),
    )


def _translation(one: StrictObject) -> Translation:
    one.only("translation", "language", "status", "source")
    language = one.text("language")
    if language not in LANGUAGES:
        raise InstrumentRefusedError(one.line, "unknown-language", language)
    return Translation(
        language=language,
        status=one.one_of("status", TextStatus),
        source=one.text("source"),
    )


def _responses(one: StrictObject) -> ResponseSet:
    one.only("responses", "id", "choices", "least", "most", "least_text", "most_text")
    choices: dict[str, Choice] = {}
    if "choices" in one.members:
        choices = unique(one.objects("choices", MOST_CHOICES), _choice, lambda two: str(two.value))
        if not choices or {"least", "most"} & one.members.keys():
            raise InstrumentRefusedError(one.line, "choices-or-range")
        values = [choice.value for choice in choices.values()]
        least, most = min(values), max(values)
    elif {"least", "most"} <= one.members.keys():
        least = one.whole("least", 0, least=0, most=HIGHEST_ANSWER)
        most = one.whole("most", 0, least=least + 1, most=HIGHEST_ANSWER)
    else:
        raise InstrumentRefusedError(one.line, "choices-or-range")
    return ResponseSet(
        id=one.code("id"),
        least=least,
        most=most,
        choices=tuple(choices.values()),
        least_text=one.texts("least_text") if "least_text" in one.members else {},
        most_text=one.texts("most_text") if "most_text" in one.members else {},
    )


def _choice(one: StrictObject) -> Choice:
    one.only("choice", "value", "text")
    value = one.whole("value", 0, least=0, most=HIGHEST_ANSWER)
    return Choice(value=value, text=one.texts("text"))


def _item(
    one: StrictObject,
    sets: Mapping[str, ResponseSet],
    shown: Shown,
    translations: Sequence[Translation],
) -> Item:
    one.only("item", "id", "text", "responses", "reverse", "required")
    responses = one.text("responses")
    if responses not in sets:
        raise InstrumentRefusedError(one.members["responses"].line, "unknown-responses", responses)
    text = one.texts("text") if "text" in one.members else {}
    if shown is Shown.TEXT:
        for translation in translations:
            if translation.language not in text:
                raise InstrumentRefusedError(one.line, "text-missing", translation.language)
    for language in text:
        if language not in {translation.language for translation in translations}:
            raise InstrumentRefusedError(one.line, "translation-missing", language)
    return Item(
        id=one.code("id"),
        text=text,
        responses=responses,
        reverse=one.yes("reverse", default=False),
        required=one.yes("required", default=True),
    )


def _check_shown(
    top: StrictObject,
    licence: Licence,
    translations: Sequence[Translation],
    items: Mapping[str, Item],
) -> None:
    """Hold a definition to its licence: no text where it may not be shown, no text unexplained."""
    line = top.members["items"].line
    if licence.shown is Shown.SCORES and items:
        raise InstrumentRefusedError(line, "licence-scores-only")
    if licence.shown is not Shown.SCORES and not items:
        raise InstrumentRefusedError(line, "no-items")
    if licence.shown is not Shown.TEXT and any(item.text for item in items.values()):
        raise InstrumentRefusedError(line, "licence-no-text")
    if licence.shown is Shown.TEXT and not translations:
        raise InstrumentRefusedError(top.members["translations"].line, "empty", "translations")
