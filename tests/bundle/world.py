"""A simulated unit and office with real keys, and every way to build a bundle wrongly."""

import base64
import gzip
import io
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from tcdesk.bundle import manifest, minisig, tar, writing
from tcdesk.bundle.canonical import encode
from tcdesk.bundle.manifest import (
    AuditHead,
    Base,
    FileEntry,
    Kind,
    Manifest,
    Profile,
    Receiver,
    Schema,
    Sender,
    Stream,
)
from tcdesk.bundle.reading import Complete, Sealed, Trust
from tcdesk.bundle.records import RECORDS, Record, Row
from tcdesk.bundle.roster import (
    KeyStatus,
    LastGood,
    Party,
    PartyKind,
    RecipientStatus,
    RootKey,
    Roster,
    SealKey,
    SignKey,
    written,
)
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.sealing import Identity, open_sealed, seal
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import SigningKey

UNIT = "018f3a10-0000-7000-8000-000000000001"
OTHER_UNIT = "018f3a10-0000-7000-8000-000000000002"
OFFICE = "018f3a10-0000-7000-8000-0000000000ff"
EPOCH = "018f3a10-0000-4000-8000-00000000e001"
SECOND_EPOCH = "018f3a10-0000-4000-8000-00000000e002"
NOW = "2026-11-21T20:00:00Z"


def dice(seed: int) -> random.Random:
    return random.Random(seed)


def seed(number: int) -> Secret:
    return Secret(sha256(b"seed %d" % number))


@cache
def signing_key(number: int) -> SigningKey:
    return SigningKey(seed(number))


@cache
def identity(number: int) -> Identity:
    return Identity(seed(number))


UNIT_KEY, OTHER_KEY, OFFICE_KEY, ROOT_KEY, STRANGER_KEY = map(signing_key, range(1, 6))
WORKING, RESERVE, UNIT_IDENTITY, OTHER_IDENTITY, STRANGER = map(identity, range(11, 16))


def key_entry(
    key: SigningKey, status: KeyStatus = KeyStatus.ACTIVE, last_good: LastGood | None = None
) -> SignKey:
    return SignKey(
        key_id=key.public.key_id.hex(),
        pub=written(key.public),
        status=status,
        from_=NOW,
        last_good=last_good,
    )


def root_entry(key: SigningKey) -> RootKey:
    return RootKey(key_id=key.public.key_id.hex(), pub=written(key.public))


def party(
    party_id: str,
    kind: PartyKind,
    code: str,
    keys: Iterable[SignKey],
    identities: Iterable[Identity],
) -> Party:
    return Party(
        party_id=party_id,
        kind=kind,
        code=code,
        sign_keys=tuple(keys),
        recipients=tuple(
            SealKey(recipient=one.recipient, status=RecipientStatus.ACTIVE) for one in identities
        ),
        epoch_no_max=1,
    )


def roster(version: int = 1, *, unit_key: SignKey | None = None) -> Roster:
    return Roster(
        version=version,
        issued_at=NOW,
        root_keys=(root_entry(ROOT_KEY),),
        parties=(
            party(UNIT, PartyKind.UNIT, "K3M9", [unit_key or key_entry(UNIT_KEY)], [UNIT_IDENTITY]),
            party(OTHER_UNIT, PartyKind.UNIT, "P7Q2", [key_entry(OTHER_KEY)], [OTHER_IDENTITY]),
            party(OFFICE, PartyKind.OFFICE, "GU", [key_entry(OFFICE_KEY)], [WORKING, RESERVE]),
        ),
    )


def trust(**changes: object) -> Trust:
    usual = Trust(
        me=OFFICE,
        identities=(WORKING,),
        senders=roster(),
        kinds=frozenset({Kind.EXPORT}),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


def copy_of(data: bytes) -> Callable[[], io.BytesIO]:
    return lambda: io.BytesIO(data)


def stream(seq: int = 1, ancestors: tuple[str, ...] = (), **changes: object) -> Stream:
    usual = Stream(
        epoch=EPOCH,
        epoch_no=1,
        base=None,
        seq=seq,
        prev=ancestors[0] if ancestors else manifest.NO_PREVIOUS,
        ancestors=ancestors[:256],
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


def manifest_of(files: Iterable[FileEntry], **changes: object) -> Manifest:
    recipients = tuple(sorted([WORKING.recipient, RESERVE.recipient]))
    usual = Manifest(
        kind=Kind.EXPORT,
        bundle_id="018f3a10-1111-7000-8000-000000000001",
        created_at=NOW,
        from_=Sender(unit_id=UNIT, sign_key=UNIT_KEY.public.key_id.hex()),
        to=Receiver(party_id=OFFICE, recipients=recipients),
        stream=stream(),
        schema=Schema(),
        profile=Profile.PSEUDONYM,
        period=None,
        audit_head=AuditHead(seq=0, sha256=manifest.NO_PREVIOUS),
        files=tuple(files),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


def value(name: str) -> object:
    """Give some value that fits a column."""
    chosen: dict[str, object] = {
        "owner": UNIT,
        "row_version": 2**32 + 1,
        "deleted": False,
        "age_at_entry": 31,
        "minutes_planned": 60,
        "minutes_held": None,
        "minutes": 60,
        "participation_level": 2,
        "unsigned": 0,
        "seq": 1,
        "at": NOW,
        "hash": "ab" * 32,
        "entry": '{"seq":1}',
        "link": None,
        "sex": "f",
        "date": "2026-11-21",
    }
    if name in chosen:
        return chosen[name]
    if name.endswith("_date"):
        return "2026-11-21"
    return f"{name.replace('_', '-')}-1"


def record(kind: type[Record], id_: str, **changes: object) -> Record:
    fields = {name: value(name) for name in kind.__dataclass_fields__ if name != "id"}
    return kind(id=id_, **{**fields, **changes})  # type: ignore[arg-type]  # see value()


def rows_of(*rows: Row) -> writing.Rows:
    return lambda: iter(rows)


def some_parts(count: int = 5) -> writing.Parts:
    tables = {
        table: rows_of(
            *(record(kind, f"{table.replace('_', '-')}-{at:04d}") for at in range(count))
        )
        for table, kind in RECORDS.items()
    }
    return writing.Parts(tables=tables)


def write(signed: writing.SignedManifest, parts: writing.Parts) -> bytes:
    out = io.BytesIO()
    writing.write(signed, parts, out)
    return out.getvalue()


def bundle(parts: writing.Parts | None = None, *, key: SigningKey = UNIT_KEY, **changes) -> bytes:
    """Write a bundle as the program does; changes are of the manifest."""
    parts = parts or some_parts()
    whole = manifest_of((), **changes)
    files = writing.plan(whole.kind, whole.profile, parts)
    return write(writing.sign(replace(whole, files=files), key), parts)


def read(sealed: bytes, **changes: object) -> tuple[Complete, list[tuple[str, Row]]]:
    """Climb the whole ladder; give the last rung and what was delivered."""
    complete = Sealed(open_copy=copy_of(sealed)).open(trust(**changes)).fresh(()).rehearse(ignore)
    rows: list[tuple[str, Row]] = []
    complete.deliver(lambda table, row: rows.append((table, row)))
    return complete, rows


def ignore(_: str, __: Row) -> None:
    """Roll back."""


@dataclass
class Loom:
    """Builds a bundle from raw pieces, each of which a test can spoil.

    ``manifest`` is a JSON value; hashes and sizes are worked out from ``files`` unless told.
    """

    value: dict[str, object] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    key: SigningKey = UNIT_KEY
    change_bytes: Callable[[bytes], bytes] = bytes
    change_signature: Callable[[bytes], bytes] = bytes
    change_tar: Callable[[bytes], bytes] = bytes
    recipients: tuple[str, ...] = (WORKING.recipient,)

    def manifest_bytes(self) -> bytes:
        return self.change_bytes(encode(self.value))  # type: ignore[arg-type]  # built as JSON

    def inner(self) -> bytes:
        data = self.manifest_bytes()
        comment = f"tcdesk-bundle-v1 unit={UNIT} epoch={EPOCH} seq=1 sha256={sha256(data).hex()}"
        signature = self.change_signature(
            minisig.sign(self.key, data, untrusted=minisig.BUNDLE, trusted=comment)
        )
        entries = {"manifest.json": data, "manifest.json.minisig": signature, **self.files}
        return self.change_tar(tar_of(entries.items()))

    def sealed(self) -> bytes:
        return seal(self.inner(), self.recipients)


def tar_of(entries: Iterable[tuple[str, bytes]]) -> bytes:
    body = b"".join(
        tar.tar_header(name, len(data)) + data + bytes(-len(data) % 512) for name, data in entries
    )
    length = len(body) + 1024
    return body + bytes(length + -length % 65536 - len(body))


def packed(content: bytes) -> bytes:
    return gzip.compress(content, 1, mtime=0)


def file_entry(path: str, stored: bytes, content: bytes, rows: int) -> dict[str, object]:
    return {
        "path": path,
        "rows": rows,
        "sha256": sha256(stored).hex(),
        "size": len(stored),
        "usize": len(content),
    }


def staff_row(number: int = 1, **changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": f"staff-{number:04d}",
        "owner": UNIT,
        "row_version": 4294967297,
        "deleted": False,
        "code": "T1",
        "role": "therapist",
    }
    return {**row, **changes}


def lines(*rows: dict[str, object]) -> bytes:
    return b"".join(encode(row) + b"\n" for row in rows)  # type: ignore[arg-type]  # JSON


def loom(
    content: bytes | None = None, *, rows: int = 1, stored: bytes | None = None, **changes: object
) -> Loom:
    """Give a loom for a bundle with one file of staff rows; changes are of the manifest."""
    content = lines(staff_row()) if content is None else content
    stored = packed(content) if stored is None else stored
    path = "data/staff.ndjson.gz"
    entry = file_entry(path, stored, content, rows)
    plain: dict[str, object] = {
        "format": "tcdesk-bundle",
        "version": 1,
        "kind": "export",
        "bundle_id": "018f3a10-1111-7000-8000-000000000001",
        "created_at": NOW,
        "from": {"unit_id": UNIT, "sign_key": UNIT_KEY.public.key_id.hex()},
        "to": {
            "party_id": OFFICE,
            "recipients": sorted([WORKING.recipient, RESERVE.recipient]),
        },
        "stream": {
            "epoch": EPOCH,
            "epoch_no": 1,
            "base": None,
            "seq": 1,
            "prev": "0" * 64,
            "ancestors": [],
        },
        "schema": {"name": "tcdesk", "version": 1, "min_reader": 1},
        "profile": "pseudonym",
        "period": None,
        "snapshot": "full",
        "audit_head": {"seq": 0, "sha256": "0" * 64},
        "files": [entry],
    }
    named = {name.rstrip("_"): change for name, change in changes.items()}
    return Loom(value={**plain, **named}, files={path: stored})


def inner_of(sealed: bytes) -> bytes:
    return open_sealed(sealed, [WORKING])


def reseal(inner: bytes) -> bytes:
    return seal(inner, [WORKING.recipient])


def base(epoch: str, seq: int, sha256_hex: str) -> Base:
    return Base(epoch=epoch, seq=seq, sha256=sha256_hex)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
