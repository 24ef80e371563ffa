"""Qt's PDF library without Qt's network library.

``Qt6Pdf`` is linked to ``Qt6Network`` for one question, whether the device that a document is read
from is a network reply. It never is here, and the network library is not shipped: a stand-in of
the same name offers the handful of names that are asked for. The class's meta object is sixty-four
zero bytes, which is nobody's, so the answer is no; the functions return 0 and are never called.
"""

import re
import struct
import subprocess
from pathlib import Path

from frozen import Entry

ELF_NAME, PE_NAME = "libQt6Network.so.6", "Qt6Network.dll"
_ASKED = re.compile(r"_ZNK?\d+QNetwork\w+")
_DATA_BYTES = 64  # a QMetaObject has 56


def put_in(binaries: list[Entry], work: Path) -> list[Entry]:
    """Give the same binaries with the stand-in in the place of the network library.

    Raises:
        LookupError: There is no PDF library, or it asks for something else than ``QNetworkReply``.
    """
    done = []
    for name, source, kind in binaries:
        last = Path(name.replace("\\", "/")).name
        place = source
        if last == ELF_NAME:
            place = str(_elf(_beside(source, "libQt6Pdf.so.6"), work / ELF_NAME))
        elif last == PE_NAME:
            place = str(_pe(_beside(source, "Qt6Pdf.dll"), work / PE_NAME))
        done.append((name, place, kind))
    return done


def _beside(source: str, name: str) -> Path:
    return Path(source).with_name(name)


def _is_data(name: str) -> bool:
    return "staticMetaObject" in name


def _checked(names: list[str]) -> list[str]:
    if not names or not all("QNetworkReply" in name for name in names):
        raise LookupError(f"the PDF library asks for {names}")
    return sorted(names)


def _elf(asker: Path, target: Path) -> Path:
    """Compile the stand-in for Linux."""
    told = subprocess.run(
        ["nm", "--dynamic", "--undefined-only", str(asker)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    names = _checked(_ASKED.findall(told))
    lines = []
    for number, name in enumerate(names):
        if _is_data(name):
            lines.append(f'char d{number}[{_DATA_BYTES}] __asm__("{name}");')
        else:
            lines.append(f'long f{number}(void) __asm__("{name}");')
            lines.append(f"long f{number}(void) {{ return 0; }}")
    source, versions = target.with_suffix(".c"), target.with_suffix(".map")
    source.write_text("\n".join(lines) + "\n", encoding="ascii")
    versions.write_text(f"Qt_6 {{ global: {'; '.join(names)}; local: *; }};\n", encoding="ascii")
    subprocess.run(
        [
            *("cc", "-shared", "-fPIC", "-O1", "-s", "-nostdlib", "-o", target.name, source.name),
            *(f"-Wl,-soname,{ELF_NAME}", f"-Wl,--version-script={versions.name}"),
            *("-Wl,--build-id=none", "-Wl,-z,relro,-z,now,-z,noexecstack"),
        ],
        check=True,
        cwd=target.parent,
    )
    return target


def _pe(asker: Path, target: Path) -> Path:
    """Write the stand-in for Windows."""
    import pefile  # noqa: PLC0415 - comes with PyInstaller on Windows only

    with pefile.PE(str(asker), fast_load=True) as read:
        read.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        names = [
            asked.name.decode("ascii")
            for library in read.DIRECTORY_ENTRY_IMPORT
            if library.dll.decode("ascii").lower() == PE_NAME.lower()
            for asked in library.imports
        ]
    target.write_bytes(dll(PE_NAME, _checked(names)))
    return target


def dll(name: str, exports: list[str]) -> bytes:
    """Give a 64-bit DLL whose functions return 0 and whose objects are zero bytes.

        0x1000 .text   xor eax, eax; ret
        0x2000 .rdata  the table of exports, sorted by name as the loader wants it
        0x3000 .data   zeros

    It refers to no absolute address, so that it needs no table of relocations.
    """
    text, table, zeros, page, block = 0x1000, 0x2000, 0x3000, 0x1000, 0x200
    count = len(exports)
    addresses, pointers = table + 40, table + 40 + 4 * count
    ordinals = pointers + 4 * count
    at = ordinals + 2 * count
    strings, starts = b"", []
    for one in (name, *exports):
        starts.append(at + len(strings))
        strings += one.encode("ascii") + b"\0"
    directory = struct.pack(
        "<IIHHIIIIIII", 0, 0, 0, 0, starts[0], 1, count, count, addresses, pointers, ordinals
    )
    directory += b"".join(struct.pack("<I", zeros if _is_data(one) else text) for one in exports)
    directory += b"".join(struct.pack("<I", start) for start in starts[1:])
    directory += b"".join(struct.pack("<H", number) for number in range(count)) + strings
    bodies = (b"\x31\xc0\xc3", directory, bytes(_DATA_BYTES))
    kinds = ((b".text", 0x60000020), (b".rdata", 0x40000040), (b".data", 0xC0000040))

    headers, sections, offset = b"", b"", block
    for index, ((label, flags), body) in enumerate(zip(kinds, bodies, strict=True)):
        padded = body + bytes(-len(body) % block)
        headers += struct.pack(
            "<8sIIIIIIHHI",
            label, len(body), page * (index + 1), len(padded), offset, 0, 0, 0, 0, flags,
        )  # fmt: skip
        sections += padded
        offset += len(padded)
    # Machine AMD64; executable, large addresses, a DLL.
    coff = struct.pack("<HHIIIHH", 0x8664, len(kinds), 0, 0, 0, 240, 0x2022)
    optional = struct.pack(
        "<HBBIIIIIQIIHHHHHHIIIIHHQQQQII",
        0x20B, 14, 0, block, 2 * block, 0, 0, text,
        0x180000000, page, block, 6, 0, 0, 0, 6, 0, 0, page * 4, block, 0,
        3, 0x160,  # no window of its own; any address, high too, no code in data
        0x100000, 0x1000, 0x100000, 0x1000, 0, 16,
    )  # fmt: skip
    optional += struct.pack("<II", table, len(directory)) + bytes(15 * 8)
    dos = b"MZ" + bytes(58) + struct.pack("<I", 64)
    head = dos + b"PE\0\0" + coff + optional + headers
    return head + bytes(block - len(head)) + sections
