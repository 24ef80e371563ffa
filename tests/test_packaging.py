"""The packages hold what the program uses, and nothing that is left out is used."""

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution, distributions
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tcdesk.services.verifying import read_public_key

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
INSTALLED = {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower() for one in distributions()}


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


def test_every_locked_package_brings_its_licence():
    sbom = _tool("sbom")
    lock = sbom.locked((PACKAGING / "requirements.lock").read_text(encoding="utf-8"))
    ours = {name for name in lock if name in INSTALLED}
    assert {"pyside6-essentials", "sqlcipher3", "cryptography", "fluent-runtime"} <= ours
    for name in ours:
        assert all(text.strip() for _title, text in sbom.licence_texts(distribution(name)))


def test_the_licences_of_qt_and_of_the_encryption_are_whole(tmp_path):
    sbom = _tool("sbom")
    listed, licences = sbom.write(tmp_path, {"PySide6", "sqlcipher3", "cryptography"}, [])
    text = licences.read_text(encoding="utf-8")
    for needed in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "Replacing them",
        "ZETETIC LLC",
        "Apache License",
        "SIL OPEN FONT LICENSE",
    ):
        assert text.count(needed) >= 1, needed
    assert text.count("TERMS AND CONDITIONS\n\n  0. Definitions") == 1  # shared texts stand once
    parts = {one["name"]: one for one in json.loads(listed.read_text("utf-8"))["components"]}
    within = {one["name"]: one["version"] for one in parts["sqlcipher3"]["components"]}
    assert set(within) == {"OpenSSL", "SQLCipher", "SQLite"}
    assert all(re.fullmatch(r"[\d.]+", version) for version in within.values())
    assert any("penssl" in one["name"] for one in parts["cryptography"]["components"])


def test_every_part_inside_is_told_with_the_version_and_the_hashes_of_the_lock(tmp_path):
    sbom = _tool("sbom")
    lock = sbom.locked((PACKAGING / "requirements-package.lock").read_text(encoding="utf-8"))
    listed, licences = sbom.write(tmp_path, {"sqlalchemy", "reportlab"}, [("zlib1g", "1.2")])
    told = json.loads(listed.read_text(encoding="utf-8"))
    parts = {one["name"]: one for one in told["components"]}
    assert told["bomFormat"] == "CycloneDX"
    assert parts["sqlalchemy"]["version"] == lock["sqlalchemy"][0]
    assert {one["content"] for one in parts["reportlab"]["hashes"]} == set(lock["reportlab"][1])
    assert parts["zlib1g"]["purl"] == "pkg:deb/debian/zlib1g@1.2"
    assert "sqlalchemy" in licences.read_text(encoding="utf-8")


def test_the_three_locks_agree():
    sbom = _tool("sbom")
    locks = [
        sbom.locked((PACKAGING / f"requirements{name}.lock").read_text(encoding="utf-8"))
        for name in ("", "-package", "-dev")
    ]
    for name in set(locks[0]) & set(locks[1]) & set(locks[2]):
        assert len({lock[name][0] for lock in locks}) == 1


def _shell(name):
    return (PACKAGING / name).read_text(encoding="utf-8")


def test_the_scripts_install_from_the_locks_by_hash_only():
    for script in ("setup.sh", "windows/build.sh", "windows/build.cmd"):
        told = _shell(script).replace("\\\n", " ")
        installs = [
            line for line in told.splitlines() if re.search(r"pip (install|download)", line)
        ]
        assert installs
        for line in installs:
            assert "--require-hashes" in line or "--no-index" in line, f"{script}: {line}"
    lock = _tool("sbom").locked(_shell("requirements-package.lock"))
    assert all(len(hashes) > 0 for _version, hashes in lock.values())
    assert re.search(r"==\S+ --hash=sha256:[0-9a-f]{64}", _shell("windows/python.lock"))


def test_the_menu_entry_and_the_file_types_are_whole(tmp_path):
    lines = _shell("linux/tcdesk.desktop").splitlines()
    assert lines[0] == "[Desktop Entry]"
    told = dict(line.split("=", 1) for line in lines[1:])
    assert told["Exec"] == "tcdesk"
    assert (ROOT / "resources" / "icon" / f"{told['Icon']}.svg").is_file()
    assert {"Name", "Comment", "Comment[sl]", "GenericName[sl]", "Categories"} <= set(told)
    kinds = ET.fromstring(_shell("linux/tcdesk.xml"))  # noqa: S314 - our own file
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [glob.get("pattern") for glob in kinds.iter(f"{space}glob")] == ["*.tcb", "*.tcu"]
    if shutil.which("desktop-file-validate"):
        path = PACKAGING / "linux" / "tcdesk.desktop"
        ran = subprocess.run(
            ["desktop-file-validate", path], check=False, capture_output=True, text=True
        )
        assert (ran.returncode, ran.stdout) == (0, "")


def test_the_manual_page_names_every_command():
    text = _shell("linux/tcdesk.1").replace("\\-", "-")
    for command in ("demo", "self-test", "update install", "update last", "update back",
                    "vault check", "vault rescue", "vault restore", "bundle verify",
                    "office import", "office report"):  # fmt: skip
        assert command in text, command
    if shutil.which("man"):
        ran = subprocess.run(
            ["man", "--warnings", "-l", PACKAGING / "linux" / "tcdesk.1"],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        )
        assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    "script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_every_script_is_one_that_the_shell_can_read(script):
    ran = subprocess.run(["sh", "-n", script], check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_release_key_is_a_minisign_public_key():
    read_public_key(ROOT / "resources" / "release" / "tcdesk.pub")


def test_a_new_release_key_can_be_read_back_and_is_never_written_over(tmp_path):
    tool, public = _tool("sign_update"), tmp_path / "tcdesk.pub"
    tool.new_key(tmp_path / "key", public)
    assert tool.read_key(tmp_path / "key").public == read_public_key(public)
    with pytest.raises(FileExistsError):
        tool.new_key(tmp_path / "key", public)


def test_the_package_of_debian_is_described():
    told = _shell("linux/build.sh").split("<< CONTROL\n")[1].split("\nCONTROL")[0]
    fields = dict(re.findall(r"^([A-Z][A-Za-z-]+): *(.*)", told, re.MULTILINE))
    assert {"Package", "Version", "Architecture", "Maintainer", "Depends", "Description"} <= set(
        fields
    )
    assert fields["Package"] == "tcdesk"
    assert not re.search(r"libreadline|libssl|python3", told)  # they are inside, or not at all
    assert _shell("linux/preinst").startswith("#!/bin/sh\n")


def test_a_package_that_was_built_here_holds_what_it_must_and_nothing_of_the_network():
    built = sorted((ROOT / "dist").glob("tcdesk_*_amd64.deb"))
    if not built or not shutil.which("dpkg-deb"):
        pytest.skip("NOT RUN: no .deb was built here (packaging/linux/build.sh, poe trial-linux)")
    ran = subprocess.run(
        ["dpkg-deb", "--contents", built[-1]], check=True, capture_output=True, text=True
    )
    sizes = {
        line.split()[5].removeprefix("./"): int(line.split()[2])
        for line in ran.stdout.splitlines()
        if line.startswith("-")
    }
    for needed in (
        "opt/tcdesk/tcdesk",
        "opt/tcdesk/_internal/sbom.cdx.json",
        "opt/tcdesk/_internal/LICENCES.txt",
        "usr/share/applications/tcdesk.desktop",
        "usr/share/mime/packages/tcdesk.xml",
        "usr/share/man/man1/tcdesk.1.gz",
        "usr/share/doc/tcdesk/copyright",
    ):
        assert needed in sizes, needed
    assert not [name for name in sizes if "readline" in name or "QtNetwork" in name]
    assert all(size < 32_000 for name, size in sizes.items() if "Qt6Network" in name)
