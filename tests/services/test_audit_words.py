"""Every code that the program writes into the audit log has words in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tcdesk
from tcdesk.services.audit_actions import action_words, known_actions, thing_words
from tcdesk.vault.tables import TABLES
from tcdesk.workstation import places
from tcdesk.workstation.words import Catalogue

SOURCES = Path(tcdesk.__file__).parent


def written() -> Iterator[str]:
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "audit"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_code_has_words(language: str) -> None:
    words = Catalogue(places.translations(), language)
    for code in {*written(), *known_actions()}:
        assert action_words(words, code) != code, code
    for table in TABLES.values():
        assert thing_words(words, table.name), table.name


def test_every_code_that_is_written_can_be_asked_for() -> None:
    assert set(written()) - set(known_actions()) == set()
