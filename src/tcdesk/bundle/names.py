"""The closed list of names inside a bundle, and the name of the bundle file itself.

    data/<table>.ndjson.gz   blob/<sha256>
    meta/roster.json   meta/roster.json.minisig   meta/vault.json

A reader looks names up; it never creates files from them.
"""

import re

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.minisig"
ROSTER = "meta/roster.json"
ROSTER_SIGNATURE = "meta/roster.json.minisig"
VAULT = "meta/vault.json"
META = frozenset({ROSTER, ROSTER_SIGNATURE, VAULT})

_DATA = re.compile(r"data/([a-z][a-z0-9_]{0,40})\.ndjson\.gz")
_BLOB = re.compile(r"blob/([0-9a-f]{64})")
_CODE = re.compile(r"[A-Z0-9-]{1,20}")

LONGEST_FILE_NAME = 40


def data_path(table: str) -> str:
    """Give the name of a table's rows."""
    return f"data/{table}.ndjson.gz"


def table_of(path: str) -> str | None:
    """Give the table whose rows a name stands for, if it stands for rows."""
    found = _DATA.fullmatch(path)
    return found[1] if found else None


def blob_of(path: str) -> str | None:
    """Give the SHA-256 that a blob's name states, if it is a blob's name."""
    found = _BLOB.fullmatch(path)
    return found[1] if found else None


def is_name(text: str) -> bool:
    """Tell whether a text is one of the names a bundle may hold."""
    return text in META or table_of(text) is not None or blob_of(text) is not None


def file_name(code: str, seq: int, manifest_sha256: str) -> str:
    """Give the name of a bundle on a stick: the party's random code, number, start of the hash.

    Raises:
        ValueError: The code is not one that a roster would list.
    """
    if not _CODE.fullmatch(code):
        raise ValueError("a bundle's name takes the party's code from the roster")
    name = f"{code}-{seq:06d}-{manifest_sha256[:8]}.tcb"
    if len(name) > LONGEST_FILE_NAME:
        # only a code of full length with a number beyond ten digits comes here
        raise ValueError("the name of the bundle would be too long")
    return name
