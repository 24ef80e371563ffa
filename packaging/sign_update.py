"""Make an update package of an installer or an archive, signed with the release key.

    python packaging/sign_update.py new-key KEY          a new release key; its public half goes to
                                                         resources/release/tcdesk.pub (or --public)
    python packaging/sign_update.py sign KEY PAYLOAD…    dist/tcdesk-VERSION-PLATFORM.tcu for each

The key file is the only secret of a release: keep it on a medium that is in no computer otherwise.
The platform follows from the payload's name: ``…-setup.exe`` windows, ``…-linux.tar.xz`` linux,
``….deb`` linux-deb.
"""

import argparse
import base64
import os
import sys
from pathlib import Path

from tcdesk.bundle import minisig
from tcdesk.bundle.updates import Payload, Update, head_bytes, tail_bytes
from tcdesk.crypto.digests import sha256_hasher
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey

ROOT = Path(__file__).resolve().parents[1]
PUBLIC = ROOT / "resources" / "release" / "tcdesk.pub"
ENDINGS = {"-setup.exe": "windows", "-linux.tar.xz": "linux", ".deb": "linux-deb"}
BLOCK = 1 << 20


def new_key(path: Path, public: Path = PUBLIC) -> None:
    """Make a release key; never over another one."""
    key = SigningKey.generate()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(base64.b64encode(key.seed.reveal()) + b"\n")
    public.parent.mkdir(exist_ok=True)
    public.write_bytes(minisig.public_key_file(key.public, "tcdesk release key"))


def read_key(path: Path) -> SigningKey:
    """Read a release key."""
    return SigningKey(Secret(base64.b64decode(path.read_bytes().strip(), validate=True)))


def platform_of(payload: Path) -> str:
    """Give the kind of installation that a payload is for.

    Raises:
        ValueError: Its name does not say.
    """
    for ending, platform in ENDINGS.items():
        if payload.name.endswith(ending):
            return platform
    raise ValueError(f"{payload.name}: not an installer of tcdesk")


def sign(key: SigningKey, payload: Path, version: str, folder: Path) -> Path:
    """Write the package beside the others; gives its path."""
    digest = sha256_hasher()
    with payload.open("rb") as source:
        while block := source.read(BLOCK):
            digest.update(block)
    update = Update(
        version=version,
        platform=platform_of(payload),
        payload=Payload(name=payload.name, size=payload.stat().st_size, sha256=digest.hexdigest()),
    )
    head = head_bytes(update, key)
    target = folder / f"tcdesk-{version}-{update.platform}.tcu"
    with payload.open("rb") as source, target.open("wb") as out:
        out.write(head)
        while block := source.read(BLOCK):
            out.write(block)
        out.write(tail_bytes(len(head), update))
    return target


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("new-key")
    making.add_argument("key", type=Path)
    making.add_argument("--public", type=Path, default=PUBLIC)
    signing = commands.add_parser("sign")
    signing.add_argument("key", type=Path)
    signing.add_argument("payload", type=Path, nargs="+")
    signing.add_argument("--version", required=True)
    signing.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    if options.command == "new-key":
        new_key(options.key, options.public)
        return 0
    key = read_key(options.key)
    for payload in options.payload:
        sys.stdout.write(f"{sign(key, payload, options.version, options.out)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
