"""Promises about the sources that import-linter cannot see: offline, docstrings, small modules."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "tcdesk").rglob("*.py"))
NETWORK = {"QtNetwork", "QtWebSockets", "QtWebEngineCore", "QtWebEngineWidgets", "QtHttpServer"}
GPL_OF_QT = {"QtCharts", "QtGraphs", "QtDataVisualization"}
TOP_LEVEL = {
    "src",
    "resources",
    "translations",
    "tests",
    "packaging",
    "pyproject.toml",
    "README.md",
}
LONGEST_MODULE = 450


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {part for alias in node.names for part in alias.name.split(".")}
        elif isinstance(node, ast.ImportFrom):
            names |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_of_ours_opens_a_network_or_uses_a_gpl_module_of_qt(path: Path) -> None:
    assert not imported(path) & (NETWORK | GPL_OF_QT)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    if path.parent.name == "versions":
        return  # a revision is a list of statements, written once and never again
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_the_window_is_imported_in_one_place_only() -> None:
    importers = [
        path.name
        for path in SOURCES
        if "ui" not in path.parts and "tcdesk.ui" in path.read_text(encoding="utf-8")
    ]
    assert importers == ["app.py"]


def test_the_top_level_holds_what_the_card_allows() -> None:
    seen = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and not path.name.endswith(".egg-info")
    }
    assert seen <= TOP_LEVEL | {"build", "dist"}
