"""The packages hold what the program uses, and nothing that is left out is used."""

import ast
import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from tcdesk.services.verifying import read_public_key

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"


def _tool(name):
    sys.path.insert(0, str(PACKAGING))
    try:
        spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tool)
    finally:
        sys.path.remove(str(PACKAGING))
    return tool


def _imported():
    """Give every module that tcdesk imports, with the names taken from it."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_part_of_qt_that_is_imported_is_shipped():
    used = {name.split(".")[1] for name in _imported() if name.startswith("PySide6.Qt")}
    assert used <= _tool("frozen").QT_MODULES
    assert "QtNetwork" not in _tool("frozen").QT_MODULES


def test_nothing_that_is_imported_is_left_out():
    assert sorted(set(_imported()) & set(_tool("frozen").EXCLUDED)) == []


def test_every_file_of_the_program_is_shipped_except_pictures_and_sources():
    frozen = _tool("frozen")
    left = [
        name
        for folder in frozen.FOLDERS
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and not frozen.wanted(name := str(path.relative_to(ROOT)))
    ]
    assert all(name.startswith("resources/pictures/") or name.endswith(".ts") for name in left)
    assert {Path(source).name for source, _to in frozen.data()} >= {"resources", "translations"}
    assert any(source.endswith("0001_first.py") for source, _to in frozen.data())


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/opengl32sw.dll",
        "mscms.dll",
        "api-ms-win-core-winrt-error-l1-1-1.dll",
        "qtawesome/fonts/codicon-0.0.36.ttf",
        "babel/locale-data/de.dat",
    ],
)
def test_what_nobody_uses_is_not_shipped(name):
    assert not _tool("frozen").wanted(name)


def test_what_only_plug_ins_ask_for_lies_where_windows_looks():
    found = [("PySide6\\Qt6Svg.dll", "from", "BINARY"), ("PySide6\\Qt6Gui.dll", "from", "BINARY")]
    places = [name for name, _source, _kind in _tool("frozen").chosen(found)]
    assert places == ["PySide6\\Qt6Gui.dll", "Qt6Svg.dll"]


def test_the_stand_in_for_windows_is_a_library_with_the_asked_names():
    asked = [
        "?finished@QNetworkReply@@QEAAXXZ",
        "?staticMetaObject@QNetworkReply@@2UQMetaObject@@B",
    ]
    made = _tool("no_network").dll("Qt6Network.dll", asked)
    assert made[:2] == b"MZ"
    assert made[64:68] == b"PE\0\0"
    assert all(name.encode() + b"\0" in made for name in asked)
    assert len(made) < 4096
    assert not re.search(rb"https?|WS2_32|socket", made)


def test_every_part_inside_is_told_with_the_version_and_the_hashes_of_the_lock(tmp_path):
    sbom = _tool("sbom")
    lock = sbom.locked((PACKAGING / "requirements-package.lock").read_text(encoding="utf-8"))
    listed, licences = sbom.write(tmp_path, {"sqlalchemy", "reportlab"}, [("libz1", "1.2")])
    told = json.loads(listed.read_text(encoding="utf-8"))
    parts = {one["name"]: one for one in told["components"]}
    assert told["bomFormat"] == "CycloneDX"
    assert parts["sqlalchemy"]["version"] == lock["sqlalchemy"][0]
    assert {one["content"] for one in parts["reportlab"]["hashes"]} == set(lock["reportlab"][1])
    assert parts["libz1"]["purl"] == "pkg:deb/debian/libz1@1.2"
    assert "sqlalchemy" in licences.read_text(encoding="utf-8")


def test_the_three_locks_agree():
    sbom = _tool("sbom")
    locks = [
        sbom.locked((PACKAGING / f"requirements{name}.lock").read_text(encoding="utf-8"))
        for name in ("", "-package", "-dev")
    ]
    for name in set(locks[0]) & set(locks[1]) & set(locks[2]):
        assert len({lock[name][0] for lock in locks}) == 1


def test_the_release_key_is_a_minisign_public_key():
    read_public_key(ROOT / "resources" / "release" / "tcdesk.pub")
