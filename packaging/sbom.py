"""What is inside the frozen program: a CycloneDX list of parts, and their licences in one text.

Versions and hashes are those of the lock; which parts are inside is what freezing has found. A part
without the text of its licence stops the build.
"""

import json
import os
import platform
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements-package.lock"
TEXTS = ROOT / "packaging" / "licences"
SBOM, LICENCES = "sbom.cdx.json", "LICENCES.txt"
# Fonts and word lists that are files of the program, with the file that tells their licence.
OWN_PARTS = (
    ("Inter", "OFL-1.1", "resources/fonts/inter/OFL.txt"),
    ("Liberation Sans", "OFL-1.1", "resources/fonts/LICENSE-LiberationSans.txt"),
)
# What packages say of themselves in words that are no expression of SPDX, or do not say.
STATED = {
    "fluent-runtime": "Apache-2.0",
    "fluent-syntax": "Apache-2.0",
    "pyrage": "MIT",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
# Packages that bring no text of their licence, or not all of it.
ALSO = {
    "cryptography": ("Apache-2.0.txt",),
    "fluent-runtime": ("Apache-2.0.txt",),
    "fluent-syntax": ("Apache-2.0.txt",),
    "pyside6-essentials": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-pdf": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "sqlcipher3": ("SQLCipher.txt", "Apache-2.0.txt"),
}
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+(?: (?:OR|AND|WITH) [A-Za-z0-9.+-]+)*")
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_TEXT = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)


def write(folder: Path, modules: Iterable[str], system: Iterable[tuple[str, str]]) -> list[Path]:
    """Write both files.

    Args:
        folder: Where to.
        modules: Names of the top-level modules that are inside.
        system: Name and version of the operating system's packages whose libraries are inside.
    """
    parts = distributions(modules)
    hashes = locked(LOCK.read_text(encoding="utf-8"))
    told = [_component(parts[name], hashes) for name in sorted(parts)]
    told.append(
        {
            "type": "application",
            "name": "CPython",
            "version": platform.python_version(),
            "licenses": [{"license": {"id": "PSF-2.0"}}],
        }
    )
    told += [
        {"type": "file", "name": name, "licenses": [{"license": {"id": licence}}]}
        for name, licence, _file in OWN_PARTS
    ]
    told += [
        {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:deb/debian/{name}@{version}",
        }
        for name, version in sorted(set(system))
    ]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": _moment(),
            "component": {
                "type": "application",
                "name": "tcdesk",
                "version": metadata.version("tcdesk"),
            },
        },
        "components": told,
    }
    sbom, licences = folder / SBOM, folder / LICENCES
    sbom.write_text(
        json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    licences.write_text(_licences(parts, system), encoding="utf-8", newline="\n")
    return [sbom, licences]


def distributions(modules: Iterable[str]) -> Mapping[str, metadata.Distribution]:
    """Give the installed packages that these modules are from, by their names in the lock."""
    owners = metadata.packages_distributions()
    names = {_name(owner) for module in modules for owner in owners.get(module, ())}
    return {name: metadata.distribution(name) for name in names - {"tcdesk", "pyinstaller"}}


def locked(text: str) -> Mapping[str, tuple[str, list[str]]]:
    """Read a lock: version and hashes of every package by its name."""
    found: dict[str, tuple[str, list[str]]] = {}
    name = ""
    for line in text.splitlines():
        if pinned := _PINNED.match(line):
            name = _name(pinned[1])
            found[name] = (pinned[2], [])
        elif hashed := _HASH.search(line):
            found[name][1].append(hashed[1])
    return found


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _moment() -> str:
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _licence(part: metadata.Distribution) -> str:
    """Give an expression if the package states one, else its words."""
    told = part.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    first, *_ = (told.get("License") or "").strip().splitlines() or [""]
    return (
        STATED.get(_name(told["Name"]))
        or told.get("License-Expression")
        or first
        or ", ".join(classified)
    )


def _component(
    part: metadata.Distribution, hashes: Mapping[str, tuple[str, list[str]]]
) -> dict[str, object]:
    name = _name(part.metadata["Name"])
    if name not in hashes or hashes[name][0] != part.version:
        raise LookupError(f"{name} {part.version} is not what the lock says")
    told = _licence(part)
    licence = {"expression": told} if _EXPRESSION.fullmatch(told) else {"license": {"name": told}}
    return {
        "type": "library",
        "name": name,
        "version": part.version,
        "purl": f"pkg:pypi/{name}@{part.version}",
        "licenses": [licence],
        "hashes": [{"alg": "SHA-256", "content": one} for one in sorted(hashes[name][1])],
        "components": _within_wheel(part),
    }


def _within_wheel(part: metadata.Distribution) -> list[dict[str, object]]:
    """List what was compiled into a package, as its makers or the library itself tell."""
    if _name(part.metadata["Name"]) == "sqlcipher3":
        return _within_sqlcipher()
    found = {}
    for path in sorted(part.files or (), key=str):
        if "/sboms/" in str(path) and path.suffix == ".json":
            for one in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
                kept = ("type", "name", "version", "purl", "licenses", "hashes")
                told = {key: one[key] for key in kept if key in one}
                found[str(one["name"]), str(one.get("version"))] = told
    return [found[key] for key in sorted(found)]


def _within_sqlcipher() -> list[dict[str, object]]:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - only where the program is frozen

    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA key = 'any'")
    asked = [
        ("SQLCipher", "PRAGMA cipher_version", "BSD-3-Clause"),
        ("SQLite", "SELECT sqlite_version()", "blessing"),
        ("OpenSSL", "PRAGMA cipher_provider_version", "Apache-2.0"),
    ]
    told = [
        (name, _VERSION.findall(connection.execute(query).fetchone()[0])[0], one)
        for name, query, one in asked
    ]
    connection.close()
    return [
        {
            "type": "library",
            "name": name,
            "version": version,
            "licenses": [{"license": {"id": one}}],
        }
        for name, version, one in told
    ]


def _licences(parts: Mapping[str, metadata.Distribution], system: Iterable[tuple[str, str]]) -> str:
    """Give one text: the list first, then every licence as its owner wrote it."""
    listed, texts = ["tcdesk is made with these parts.", ""], []
    for name in sorted(parts):
        part = parts[name]
        listed.append(f"{name} {part.version}: {_licence(part)}")
        listed += [f"    within: {told}" for told in _told_within(part)]
        texts += licence_texts(part)
    listed.append(f"CPython {platform.python_version()}: PSF-2.0")
    texts.append(("CPython", _python_licence()))
    for name, licence, file in OWN_PARTS:
        listed.append(f"{name}: {licence}")
        texts.append((name, (ROOT / file).read_text(encoding="utf-8")))
    for name, version in sorted(set(system)):
        listed.append(f"{name} {version}: a library of Debian")
        told = Path("/usr/share/doc", name, "copyright")
        if told.is_file():  # some images of Debian leave the documents out
            texts.append((name, told.read_text(encoding="utf-8", errors="replace")))
    titles: dict[str, list[str]] = {}  # a text that several parts share stands once
    for title, text in texts:
        titles.setdefault(text.strip(), []).append(title)
    for text, of in titles.items():
        listed += ["", "=" * 72, *of, "=" * 72, "", text]
    return "\n".join(listed) + "\n"


def licence_texts(part: metadata.Distribution) -> list[tuple[str, str]]:
    """Give the texts of a package's licence with their titles.

    Raises:
        LookupError: There is none, so that the package must not be shipped.
    """
    name = _name(part.metadata["Name"])
    texts = [
        (f"{name}: {path.name}", part.read_text(_within(path)) or "")
        for path in sorted(part.files or (), key=str)
        if _TEXT.search(str(path)) and "dist-info" in str(path)
    ]
    texts += [
        (f"{name}: {file}", (TEXTS / file).read_text(encoding="utf-8"))
        for file in ALSO.get(name, ())
    ]
    if not texts or not all(text.strip() for _title, text in texts) or not _licence(part):
        raise LookupError(f"{name}: no text of its licence")
    return texts


def _told_within(part: metadata.Distribution) -> list[str]:
    told = []
    for one in _within_wheel(part):
        licences = one.get("licenses") or [{}]
        first = licences[0] if isinstance(licences, list) else {}
        stated = first.get("expression") or first.get("license", {}).get("id", "")
        told.append(f"{one['name']} {one.get('version', '')}: {stated}".strip(": "))
    return told


def _within(path: metadata.PackagePath) -> str:
    return "/".join(path.parts[1:])


def _python_licence() -> str:
    import builtins  # noqa: PLC0415 - site adds the text to it

    for folder in (Path(sys.base_prefix), Path(os.__file__).parent):
        if (folder / "LICENSE.txt").is_file():
            return (folder / "LICENSE.txt").read_text(encoding="utf-8")
    return str(getattr(builtins, "license", "Python Software Foundation License, version 2"))
