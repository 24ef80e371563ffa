"""What the frozen program holds of Qt and of the libraries: all of it is allowed by name, here.

Read by ``tcdesk.spec`` while it freezes, and by the tests, which tie it to what tcdesk imports.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path, PurePosixPath

import sbom

Entry = tuple[str, str, str]  # name in the folder, where it is now, PyInstaller's kind

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("resources", "translations")
REVISIONS = "src/tcdesk/vault/migrations/versions"

QT_MODULES = frozenset(
    {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtPdf", "QtPdfWidgets", "QtDBus"}
)
# Beyond the modules' own libraries: pictures of the style sheet, the X11 platform. Network is our
# stand-in (see no_network.py): Qt's PDF library asks for five of its names and calls none of them.
QT_LIBRARIES = frozenset({name.removeprefix("Qt") for name in QT_MODULES}) | {
    "Svg",
    "XcbQpa",
    "Network",
}
PLUGINS = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qico",
        "imageformats/qsvg",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qoffscreen",
        "platforms/qwindows",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "printsupport/cupsprintersupport",
    }
)
# Libraries of the system that must be those of the computer it runs on: the print system with its
# keys and certificates, fonts, the message bus, the base of X11.
FROM_THE_SYSTEM = re.compile(
    r"lib(cups|gnutls|krb5|krb5support|gssapi_krb5|k5crypto|com_err|keyutils|avahi-\w+|p11-kit"
    r"|nettle|hogweed|gmp|tasn1|idn2|unistring|fontconfig|freetype|dbus-1|systemd|X11|X11-xcb|Xau"
    r"|Xdmcp|gcc_s|stdc\+\+|expat|uuid|bsd|md|cap|gcrypt|gpg-error|lzma|lz4|zstd|brotli\w+|png16"
    r"|glib-2\.0|gthread-2\.0|pcre2-8)(-\w+)?\.so[.\d]*"
)
# The font of the icons; qtawesome ships eleven more.
ICON_FONT = "phosphor-"
# Dates and numbers of fluent.runtime: the two languages and what they are derived from.
LOCALES = frozenset({"root", "sl", "sl_SI", "en", "en_001", "en_GB", "en_US"})
# What libraries import for the case that somebody wants it; nobody here does.
EXCLUDED = (
    "_ssl",
    "_wmi",  # Python falls back by itself
    "ftplib",
    "greenlet",
    "http.server",
    "idlelib",
    "lib2to3",
    "numpy",
    "PIL.AvifImagePlugin",
    "PIL.ImageTk",
    "PIL.WebPImagePlugin",
    "pip",
    "pydoc",
    "readline",  # of the GPL; nobody edits a line here
    "PySide6.QtNetwork",
    "setuptools",
    "smtplib",
    "sqlite3",
    "ssl",
    "test",
    "tkinter",
    "unittest",
    "webbrowser",
    "xmlrpc",
)

# ReportLab asks for Pillow; no paper here has a picture from a file.
_NO_PICTURES = re.compile(r"_(avif|webp|imagingcms|imagingft|imagingtk|imagingmath)\b.*|libavif.*")
# Zones are those of tzdata; pictures of the README; the source of Qt's own words; where the build
# was made (inside() writes the one file of it that is read).
_NEVER_READ = re.compile(
    r"pytz/zoneinfo/|resources/pictures/|resources/qt/.*\.ts$|tcdesk-[\d.]+\.dist-info/"
)
# Every Windows has them; where the program is frozen under Wine they are stand-ins (standins.c).
_OF_WINDOWS = re.compile(r"(mscms|icuuc|bcryptprimitives|api-ms-win-[\w-]+)\.dll", re.IGNORECASE)
# Only plug-ins ask for it, and Windows looks for what they ask for beside the program's own files.
_PLACES = {"PySide6/Qt6Svg.dll": "Qt6Svg.dll"}
_QT_LIBRARY = re.compile(r"(?:lib)?Qt6(\w+?)(?:\.so[.\d]*|\.dll)")
_QT_BINDING = re.compile(r"(Qt\w+)(?:\.abi3|\.pyd|\.cp)")


def data() -> list[tuple[str, str]]:
    """List the program's own files: (from, to) as PyInstaller takes them."""
    return [(str(ROOT / name), name) for name in FOLDERS] + [
        (str(path), "tcdesk/vault/migrations/versions")
        for path in sorted((ROOT / REVISIONS).glob("*.py"))
    ]


def wanted(name: str) -> bool:
    """Say whether something that was found belongs into the program."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    if library := _QT_LIBRARY.fullmatch(path.name):
        return library[1] in QT_LIBRARIES
    if parts[0] == "PySide6":
        return _wanted_of_qt(path)
    if parts[0] in ("PIL", "pillow.libs"):
        return not _NO_PICTURES.match(path.name)
    if parts[0] == "qtawesome":
        return "fonts" not in parts or path.name.startswith(ICON_FONT)
    if "locale-data" in parts:
        return path.stem in LOCALES
    if _NEVER_READ.match(str(path)) or _OF_WINDOWS.fullmatch(path.name):
        return False
    return not (sys.platform == "linux" and FROM_THE_SYSTEM.fullmatch(path.name))


def _wanted_of_qt(path: PurePosixPath) -> bool:
    parts = path.parts
    if "plugins" in parts:
        return f"{parts[-2]}/{path.name.split('.')[0].removeprefix('lib')}" in PLUGINS
    binding = _QT_BINDING.match(path.name)
    if "translations" in parts or path.name.startswith(("opengl32sw", "d3dcompiler")):
        return False
    return binding is None or binding[1] in QT_MODULES


def chosen(found: Iterable[Entry]) -> list[Entry]:
    """Give what belongs into the program, in an order that does not depend on the disk."""
    return sorted(
        (_PLACES.get(name.replace("\\", "/"), name), source, kind)
        for name, source, kind in found
        if wanted(name)
    )


def needed(
    binaries: Iterable[Entry], libraries_of: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[Entry]:
    """Leave out libraries that only something was linked to which is left out itself.

    Args:
        binaries: What was chosen.
        libraries_of: Gives the libraries that a file is linked to: (name, place).
    """
    kept = list(binaries)
    libraries = {entry[0]: entry for entry in kept if _is_library(entry[0])}
    kept = [entry for entry in kept if entry[0] not in libraries]
    waiting = [source for _name, source, _kind in kept]
    while waiting:
        for name, _place in libraries_of(waiting.pop()):
            if name in libraries:
                entry = libraries.pop(name)
                kept.append(entry)
                waiting.append(entry[1])
    return sorted(kept)


def _is_library(name: str) -> bool:
    """Say whether it is a library beside the program; Python's own is loaded by the starter."""
    return "/" not in name and name.startswith("lib") and not name.startswith("libpython")


def inside(work: Path, modules: Iterable[str], binaries: Iterable[Entry]) -> list[Entry]:
    """Write what describes the program and belongs inside it, and list it."""
    top = {module.partition(".")[0] for module in modules} | {
        PurePosixPath(name.replace("\\", "/")).parts[0].partition(".")[0]
        for name, _source, _kind in binaries
    }
    own = metadata.distribution("tcdesk")
    told = work / "METADATA"
    told.write_text(f"Metadata-Version: 2.1\nName: tcdesk\nVersion: {own.version}\n", "utf-8")
    listed = [(f"tcdesk-{own.version}.dist-info/METADATA", str(told), "DATA")]
    made = sbom.write(work, top, system_packages(source for _name, source, _kind in binaries))
    return [*listed, *((path.name, str(path), "DATA") for path in made)]


def system_packages(sources: Iterable[str]) -> set[tuple[str, str]]:
    """Name the Debian packages that libraries are from, with their versions."""
    files = [source for source in sources if source.startswith(("/usr/lib/", "/lib/"))]
    if not files or sys.platform != "linux":
        return set()
    both = {
        *files,
        *(f"/usr{file}" for file in files),
        *(f"{Path(file).resolve()}" for file in files),
    }
    told = subprocess.run(
        ["dpkg-query", "--search", *sorted(both)], check=False, capture_output=True, text=True
    ).stdout
    names = sorted({line.split(":")[0] for line in told.splitlines() if ": " in line})
    versions = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *names],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {(name, version) for name, version in map(str.split, versions.splitlines())}


def version_resource(work: Path) -> Path:
    """Write what Windows shows as the properties of the program."""
    version = metadata.version("tcdesk")
    numbers = tuple([int(part) for part in version.split(".")] + [0])
    target = work / "version.txt"
    strings = {
        "FileDescription": "tcdesk",
        "FileVersion": version,
        "OriginalFilename": "tcdesk.exe",
        "ProductName": "tcdesk",
        "ProductVersion": version,
    }
    told = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    target.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{told}])]),"
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        "utf-8",
    )
    return target
