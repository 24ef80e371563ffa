"""Compare two builds, file by file: ``python packaging/compare.py A B`` (folders, .tar.xz or .zip).

Prints what is only in one of them and what differs; the exit code is 0 only if nothing does.
"""

import hashlib
import sys
import tarfile
import zipfile
from pathlib import Path


def contents(path: Path) -> dict[str, str]:
    """Give the SHA-256 of every file by its name within; of a link what it points to."""
    if path.is_dir():
        return {
            str(one.relative_to(path)): f"-> {one.readlink()}"
            if one.is_symlink()
            else hashlib.sha256(one.read_bytes()).hexdigest()
            for one in path.rglob("*")
            if one.is_symlink() or one.is_file()
        }
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return {
                one.filename: hashlib.sha256(archive.read(one)).hexdigest()
                for one in archive.infolist()
            }
    with tarfile.open(path) as archive:
        return {one.name: _of_tar(archive, one) for one in archive if not one.isdir()}


def _of_tar(archive: tarfile.TarFile, one: tarfile.TarInfo) -> str:
    held = archive.extractfile(one) if one.isfile() else None
    return hashlib.sha256(held.read()).hexdigest() if held else f"-> {one.linkname}"


def main(first: str, second: str) -> int:
    """Print the differences; gives the exit code."""
    one, other = contents(Path(first)), contents(Path(second))
    lines = [f"only in {first}: {name}" for name in sorted(one.keys() - other.keys())]
    lines += [f"only in {second}: {name}" for name in sorted(other.keys() - one.keys())]
    lines += [
        f"differs: {name}" for name in sorted(one.keys() & other.keys()) if one[name] != other[name]
    ]
    sys.stdout.write("\n".join([*lines, f"{len(one)} files, {len(lines)} differences", ""]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
