"""Is a folder on another computer? A vault is never opened there (security.md V-19).

The write-ahead log needs memory that two programs share and locks that hold; over a network neither
is sure, and a vault can be damaged without anybody noticing.
"""

import re
import sys
from pathlib import Path

_REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs", "davfs"})
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")  # a space, a tab, a new line, a backslash


def on_network(folder: Path) -> bool:
    """Say whether a folder lies on a network drive; what cannot be asked is taken as local."""
    resolved = folder.resolve()
    if sys.platform == "win32":
        from tcdesk.workstation.windows import is_remote  # noqa: PLC0415 - there only

        return is_remote(resolved)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return file_system_of(resolved, mounts) in _REMOTE


def file_system_of(folder: Path, mounts: str) -> str:
    """Give the kind of file system that holds a folder, from what ``mountinfo`` lists."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, told = before.split(" "), after.split(" ")
        if len(fields) > 4:  # noqa: PLR2004 - the fifth is where it is mounted
            where = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4]))
            # of two at one place the later one covers the earlier
            if folder.is_relative_to(where) and len(where.parts) >= best:
                best, kind = len(where.parts), told[0]
    return kind
