"""Both languages say everything, nothing is left over, and the words are the field's own."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

import tcdesk
from tcdesk.bundle.errors import Refusal
from tcdesk.domain.errors import TcdeskError
from tcdesk.workstation import places

LANGUAGES = ("sl", "en")
SOURCES = Path(tcdesk.__file__).parent
# The identifiers of these are checked one by one against classes, rules and reasons.
EXACT = ("error-", "rule-", "refusal-")
FAMILIES = {"error-person", "error-world", "error-we"}

# Names, signs and words that both languages write alike.
ALIKE = {
    "april", "september", "november", "december", "SHA", "PDF", "XLSX", "USB", "QR", "EECO",
    "tcdesk", "min", "kB", "MB", "GB", "DOB", "Audit", "Status", "Program", "Plan", "Test", "Start",
    "Format", "UTF",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{2,}")

# The glossary's "do not use" list, by stem; »odvisnik« as a noun, »zloraba« as a label.
FORBIDDEN = re.compile(
    r"\b(zapornik|zapornic|kaznjen[ec]|jetnik|jetnic|narkoman|odvisnik|odvisnic|džanki|tretmanec"
    r"|tretmanc|paznik|paznic|cigan|delikvent|zlorab|recidiv|osip)|"
    r"\b(čist|umazan)\w* (test|izvid|vzorec|vzorc)",
    re.IGNORECASE,
)
# Straight quotes and English quotes have no place in a Slovenian text.
WRONG_QUOTES = re.compile(r"[\"“”„‟]|\w'\w")


class _References(Visitor):
    """What a text is made of: its own words, variables, other messages."""

    def __init__(self) -> None:
        self.text = ""
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - Visitor's
        self.text += node.value

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - Visitor's
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - Visitor's
        self.messages.add(node.id.name)


def _messages(language: str) -> Iterator[tuple[Path, ftl.Message]]:
    for path in sorted((places.translations() / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                yield path, entry


def _patterns(language: str) -> dict[str, ftl.Pattern]:
    """Give every text of a language by ``id`` or ``id.attribute``."""
    found: dict[str, ftl.Pattern] = {}
    for _, message in _messages(language):
        if message.value is not None:
            found[message.id.name] = message.value
        for attribute in message.attributes:
            found[f"{message.id.name}.{attribute.id.name}"] = attribute.value
    return found


def _references(pattern: ftl.Pattern) -> _References:
    references = _References()
    references.visit(pattern)
    return references


def _classes(root: type[TcdeskError]) -> Iterator[type[TcdeskError]]:
    for child in root.__subclasses__():
        yield child
        yield from _classes(child)


def _trees() -> Iterator[ast.AST]:
    for path in SOURCES.rglob("*.py"):
        yield ast.parse(path.read_text(encoding="utf-8"))


def _used() -> tuple[set[str], set[str]]:
    """Give the literal strings of the sources and the beginnings of their f-strings."""
    literals, beginnings = set(), set()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    return literals, {start for start in beginnings if re.fullmatch(r"[a-z][a-z0-9-]+[-.]", start)}


def _rules() -> set[str]:
    """Give the rules that the sources name when they raise ``RuleBrokenError``."""
    return {
        str(node.args[0].value)
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "RuleBrokenError"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def _codes() -> set[str]:
    """Give the code of every error of every room."""
    for module in pkgutil.walk_packages([str(SOURCES)], "tcdesk."):
        if not module.name.endswith("__main__") and ".migrations." not in module.name:
            importlib.import_module(module.name)
    return {
        error.code
        for error in _classes(TcdeskError)
        if error.__module__.startswith("tcdesk.") and error.code
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_said_twice(language):
    names = [message.id.name for _, message in _messages(language)]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_both_languages_have_the_same_files_messages_and_attributes():
    folder = places.translations()
    assert {path.name for path in (folder / "sl").iterdir()} == {
        path.name for path in (folder / "en").iterdir()
    }
    assert set(_patterns("sl")) ^ set(_patterns("en")) == set()


def test_a_message_takes_the_same_variables_in_both_languages():
    # A language may do without the sex or the count; it may not want what is not given.
    optional = {"sex", "count"}
    slovenian, english = _patterns("sl"), _patterns("en")
    different = {
        name
        for name, pattern in slovenian.items()
        if (_references(pattern).variables ^ _references(english[name]).variables) - optional
    }
    assert different == set()


def test_every_message_is_used():
    literals, beginnings = _used()
    beginnings -= set(EXACT)
    patterns = _patterns("sl")
    inner = {name for pattern in patterns.values() for name in _references(pattern).messages}
    unused = [
        name
        for name in patterns
        if name.partition(".")[0] not in literals | inner
        and name not in literals
        and not name.startswith((*EXACT, *beginnings))
    ]
    assert unused == []


def test_every_error_has_a_sentence_and_a_next_step_and_no_words_are_left_over():
    codes = _codes()
    names = set(_patterns("sl"))
    wanted = {f"error-{code}" for code in codes} | FAMILIES
    assert {name for name in wanted if not {name, f"{name}.next"} <= names} == set()
    said = {name.partition(".")[0] for name in names if name.startswith("error-")}
    assert said - wanted == set()


def test_every_rule_has_a_sentence_and_no_words_are_left_over():
    said = {name.partition(".")[0] for name in _patterns("sl") if name.startswith("rule-")}
    assert said == {f"rule-{rule}" for rule in _rules()}


def test_every_reason_of_a_refusal_has_a_sentence_and_a_next_step():
    said = {name for name in _patterns("sl") if name.startswith("refusal-")}
    wanted = {f"refusal-{reason.value}" for reason in Refusal}
    assert said == wanted | {f"{name}.next" for name in wanted}


def test_a_code_list_that_has_words_has_them_for_every_member():
    _codes()  # imports every room
    names, (_, beginnings) = set(_patterns("sl")), _used()
    beginnings -= set(EXACT)
    gaps = set()
    for vocabulary in StrEnum.__subclasses__():
        if not vocabulary.__module__.startswith("tcdesk."):
            continue
        for start in beginnings:
            wanted = {f"{start}{member.value}" for member in vocabulary}
            # Two lists may share a word; a list is meant if most of its members are said.
            if 2 * len(wanted & names) > len(wanted):
                gaps |= wanted - names
    assert gaps == set()


def test_no_slovenian_text_is_an_english_one():
    english = _patterns("en")
    same = {
        name: _references(pattern).text
        for name, pattern in _patterns("sl").items()
        if serialize_pattern(pattern) == serialize_pattern(english[name])
    }
    untranslated = {name: text for name, text in same.items() if set(_WORD.findall(text)) - ALIKE}
    assert untranslated == {}


def test_slovenian_texts_use_respectful_words_and_the_right_quotes():
    wrong = {
        name: text
        for name, text in ((n, _references(p).text) for n, p in _patterns("sl").items())
        if FORBIDDEN.search(text) or WRONG_QUOTES.search(text)
    }
    assert wrong == {}
