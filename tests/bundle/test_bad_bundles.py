"""Named bad bundles: each is refused for its own reason, and no row is ever delivered.

The numbers (B-01 …) are those of the project's list of bad inputs.
"""

import base64
import gzip
from dataclasses import replace
from operator import itemgetter

import pytest
from tests.bundle.world import (
    EPOCH,
    NOW,
    OFFICE,
    OTHER_KEY,
    OTHER_UNIT,
    RESERVE,
    STRANGER,
    STRANGER_KEY,
    UNIT,
    UNIT_KEY,
    WORKING,
    Loom,
    bundle,
    dice,
    file_entry,
    inner_of,
    key_entry,
    lines,
    loom,
    packed,
    read,
    reseal,
    roster,
    staff_row,
    stream,
)

from tcdesk.bundle import minisig, tar
from tcdesk.bundle.errors import BundleRefusedError, Refusal
from tcdesk.bundle.manifest import Kind, Profile, Receiver
from tcdesk.bundle.roster import KeyStatus, LastGood
from tcdesk.crypto.digests import sha256
from tcdesk.crypto.sealing import open_sealed, seal

GOOD = bundle()
INNER = inner_of(GOOD)
HEADER_END = GOOD.index(b"\n--- ") + 5 + 43 + 1


def refused(sealed: bytes, **trust_changes) -> BundleRefusedError:
    with pytest.raises(BundleRefusedError) as told:
        read(sealed, **trust_changes)
    return told.value


def check(sealed: bytes, reason: Refusal, detail: str, **trust_changes) -> None:
    error = refused(sealed, **trust_changes)
    assert (error.reason, error.detail) == (reason, detail)


def test_the_loom_weaves_a_good_bundle():
    _, rows = read(loom().sealed())
    assert [table for table, _ in rows] == ["staff"]


# --- outside: the age file


@pytest.mark.parametrize(
    ("sealed", "detail"),
    [
        pytest.param(b"", "age-magic", id="B-01 empty"),
        pytest.param(dice(1).randbytes(4096), "age-magic", id="B-02 random"),
        pytest.param(GOOD.replace(b"/v1\n", b"/v2\n", 1), "age-magic", id="B-03 v2"),
        pytest.param(b"-----BEGIN AGE ENCRYPTED FILE-----\n", "age-magic", id="B-04 armour"),
        pytest.param(GOOD[:1], "age-magic", id="B-05 cut 1"),
        pytest.param(GOOD[:21], "age-end", id="B-05 cut 21"),
        pytest.param(GOOD[:22], "age-body", id="B-05 cut 22"),
        pytest.param(GOOD[:30], "age-body", id="B-05 cut 30"),
        pytest.param(
            b"age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 18\n"
            + b"A" * 43
            + b"\n--- "
            + b"A" * 43
            + b"\n",
            "age-recipient",
            id="B-10 scrypt",
        ),
        pytest.param(
            b"age-encryption.org/v1\n-> X25519 " + b"A" * 1_000_000, "age-body", id="B-12 line"
        ),
        pytest.param(GOOD.replace(b"-> X25519 ", b"-> X25519  ", 1), "age-stanza", id="two spaces"),
        pytest.param(
            GOOD.replace(b"-> X25519 ", b"-> X25519 x ", 1), "age-stanza", id="argument too many"
        ),
        pytest.param(GOOD.replace(b"\n", b"\r\n", 1), "age-magic", id="CRLF"),
        pytest.param(
            b"age-encryption.org/v1\n-> x-grease\n\n" + GOOD[HEADER_END - 48 :],
            "age-recipient",
            id="grease only",
        ),
        pytest.param(GOOD.replace(b"-> X25519 ", b"-> ssh-rsa ", 2), "age-recipient", id="ssh"),
        pytest.param(GOOD.replace(b"-> X25519 ", b"-> ssh-rsa ", 1), "age-recipient", id="mixed"),
        pytest.param(GOOD[: HEADER_END - 2] + b"=\n", "age-mac", id="mac padded"),
        pytest.param(GOOD[: HEADER_END - 1], "age-mac", id="mac without end of line"),
    ],
)
def test_what_is_no_bundle_on_the_outside_is_refused_before_any_key(sealed, detail):
    check(sealed, Refusal.NOT_A_BUNDLE, detail, identities=())


def test_forty_stanzas_are_refused():
    stanza = GOOD[GOOD.index(b"-> X25519") : GOOD.index(b"-> X25519") + 54 + 44]
    many = b"age-encryption.org/v1\n" + stanza * 40 + GOOD[HEADER_END - 48 :]
    check(many, Refusal.TOO_LARGE, "age-stanzas")  # B-11


@pytest.mark.parametrize("cut", [200, 300, 33_000, -1, -16, -17])
def test_a_cut_file_is_refused(cut):
    assert refused(GOOD[:cut]).reason in {Refusal.NOT_A_BUNDLE, Refusal.DAMAGED}  # B-05


def test_a_cut_right_behind_the_header_is_damage():
    for more in (0, 15, 31):
        check(GOOD[: HEADER_END + more], Refusal.DAMAGED, "age-payload")


def test_a_cut_at_every_edge_of_a_chunk_is_refused():
    rows = [staff_row(number, code=f"T{number}") for number in range(1, 9000)]
    shuffled = dice(4)
    for row in rows:
        row["role"] = "r" + shuffled.randbytes(15).hex()
    big = loom(lines(*rows), rows=len(rows)).sealed()
    header = big.index(b"\n--- ") + 5 + 43 + 1
    edges = range(header + 16 + 65_552, len(big), 65_552)
    assert len(edges) >= 2
    for edge in edges:
        assert refused(big[:edge]).reason is Refusal.DAMAGED  # B-06


@pytest.mark.parametrize("more", [b"\0", b"x", GOOD], ids=["NUL", "x", "a bundle"])
def test_what_follows_the_end_is_refused(more):
    check(GOOD + more, Refusal.DAMAGED, "age-payload")  # B-07, B-08


def test_a_bundle_for_another_key_is_not_for_us():
    check(seal(INNER, [STRANGER.recipient]), Refusal.NOT_FOR_US, "age-identity")  # B-09


def test_random_flips_of_the_sealed_file_are_refused():
    chance = dice(13)
    for _ in range(300):
        spoilt = bytearray(GOOD)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        if bytes(spoilt) != GOOD:
            refused(bytes(spoilt))  # B-13


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("tcdesk.bundle.limits.FILE", len(GOOD) - 1)
    check(GOOD, Refusal.TOO_LARGE, "file-size")  # B-15


# --- the tar


def test_random_flips_inside_resealed_are_refused():
    chance = dice(20)
    used = INNER.rstrip(b"\0")
    for _ in range(300):
        spoilt = bytearray(INNER)
        spoilt[chance.randrange(len(used))] ^= 1 << chance.randrange(8)
        refused(reseal(bytes(spoilt)))  # B-20


def test_a_cut_at_every_block_resealed_is_refused():
    for cut in range(0, len(INNER), 512):
        assert refused(reseal(INNER[:cut])).detail == "tar-cut"  # B-21


@pytest.mark.parametrize("more", [bytes(65_536), b"x", bytes(1)])
def test_what_follows_the_tar_is_refused(more):
    check(reseal(INNER + more), Refusal.MALFORMED, "tar-trailing")  # B-22, B-23


def with_header(change) -> bytes:
    header = bytearray(INNER[:512])
    change(header)
    header[148:156] = b"        "
    header[148:156] = b"%06o\0 " % sum(header)
    return reseal(bytes(header) + INNER[512:])


def field(at: int, value: bytes):
    def change(header: bytearray) -> None:
        header[at : at + len(value)] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        *(
            pytest.param(field(156, flag), id=f"B-24 type {flag!r}")
            for flag in b"1 2 3 5 6 L x g S".split()
        ),
        pytest.param(field(156, b"\0"), id="B-24 type NUL"),
        pytest.param(field(124, b"\x80" + bytes(10) + b"\x20"), id="B-25 base-256"),
        pytest.param(field(136, b"00000000001\0"), id="B-29 mtime"),
        pytest.param(field(108, b"0001750\0"), id="B-29 uid"),
        pytest.param(field(100, b"0000755\0"), id="mode"),
        pytest.param(field(157, b"link"), id="link name"),
        pytest.param(field(257, b"ustar  \0"), id="GNU magic"),
        pytest.param(field(265, b"root"), id="uname"),
        pytest.param(field(345, b"prefix"), id="prefix"),
        pytest.param(field(500, b"x"), id="tail"),
        pytest.param(field(0, b"Manifest"), id="name"),
    ],
)
def test_any_other_header_is_refused(change):
    check(with_header(change), Refusal.MALFORMED, "tar-header")


def test_a_wrong_checksum_is_refused():
    spoilt = INNER[:148] + b"000000\0 " + INNER[156:]
    check(reseal(spoilt), Refusal.MALFORMED, "tar-header")  # B-29


def test_a_manifest_that_states_five_megabytes_is_refused_at_its_header():
    header = tar.tar_header("manifest.json", 5 * 1024 * 1024)
    check(reseal(header + bytes(512)), Refusal.TOO_LARGE, "tar-entry")  # B-26


def test_padding_that_is_not_zero_is_refused():
    size = tar.stated_size(INNER[:512]) or 0
    at = 512 + size
    spoilt = INNER[:at] + b"\1" + INNER[at + 1 :]
    check(reseal(spoilt), Refusal.MALFORMED, "tar-padding")  # B-28
    check(reseal(INNER[:-1] + b"\1"), Refusal.MALFORMED, "tar-padding")


def two_files() -> Loom:
    content = lines(staff_row())
    stored = packed(content)
    paths = ["data/staff.ndjson.gz", "data/unit.ndjson.gz"]
    unit = packed(b"")
    entries = [file_entry(paths[0], stored, content, 1), file_entry(paths[1], unit, b"", 0)]
    return replace(loom(files=entries), files={paths[0]: stored, paths[1]: unit})


def test_entries_in_another_order_missing_or_extra_are_refused():
    whole = two_files()
    read(whole.sealed())
    swapped = replace(whole, files=dict(reversed(whole.files.items())))
    missing = replace(whole, files=dict(list(whole.files.items())[:1]))
    check(swapped.sealed(), Refusal.MALFORMED, "tar-header")  # B-27
    check(missing.sealed(), Refusal.MALFORMED, "tar-header")
    extra = replace(whole, files={**whole.files, "data/zoo.ndjson.gz": b"x"})
    check(extra.sealed(), Refusal.MALFORMED, "tar-padding")


def test_the_signature_before_the_manifest_is_refused():
    size = tar.stated_size(INNER[:512]) or 0
    first = 512 + size + (-size % 512)
    swapped = INNER[first : first + 1024] + INNER[:first] + INNER[first + 1024 :]
    check(reseal(swapped), Refusal.MALFORMED, "tar-header")  # B-27


# --- signature and binding


def signature(change) -> bytes:
    return replace(loom(), change_signature=change).sealed()


def test_an_unknown_key_is_an_unknown_sender():
    made = replace(loom(), key=STRANGER_KEY).sealed()
    check(made, Refusal.UNKNOWN_SENDER, "sender-key")  # B-30


def test_a_strangers_signature_under_a_stolen_key_id_is_wrong():
    def steal(signature: bytes) -> bytes:
        (own,) = minisig.parse(signature, untrusted=minisig.BUNDLE)
        forged = minisig.sign(
            STRANGER_KEY, b"", untrusted=minisig.BUNDLE, trusted=own.trusted_comment
        )
        first, _, comment, tail = forged.split(b"\n")[:4]
        body = base64.b64encode(b"ED" + own.key_id + b"\0" * 64)
        return b"\n".join([first, body, comment, tail, b""])

    check(signature(steal), Refusal.WRONG_SIGNATURE, "minisig-signature")  # B-31


def test_the_signature_of_another_manifest_is_wrong():
    made = replace(loom(), change_signature=lambda _: sign_other()).sealed()
    check(made, Refusal.WRONG_SIGNATURE, "minisig-signature")  # B-32


def sign_other() -> bytes:
    comment = f"tcdesk-bundle-v1 unit={UNIT} epoch={EPOCH} seq=1 sha256={'0' * 64}"
    return minisig.sign(UNIT_KEY, b"{}", untrusted=minisig.BUNDLE, trusted=comment)


def resigned(trusted: str) -> bytes:
    data = loom().manifest_bytes()
    made = minisig.sign(UNIT_KEY, data, untrusted=minisig.BUNDLE, trusted=trusted)
    return replace(loom(), change_signature=lambda _: made).sealed()


def test_a_comment_that_states_something_else_is_wrong_even_if_signed():
    check(resigned("tcdesk-bundle-v1 unit=x"), Refusal.WRONG_SIGNATURE, "minisig-comment")


def swap(old: bytes, new: bytes):
    def change(signature: bytes) -> bytes:
        assert old in signature
        return signature.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        pytest.param(swap(b"\nRU", b"\nRW"), "minisig-algorithm", id="B-33 legacy"),
        pytest.param(swap(b" seq=1 ", b" seq=2 "), "minisig-signature", id="B-34 comment"),
        pytest.param(lambda _: b"x", "minisig-grammar", id="B-35 short"),
        pytest.param(swap(b"\n", b"\r\n"), "minisig-grammar", id="B-35 CRLF"),
        pytest.param(lambda s: s + b"\n", "minisig-grammar", id="B-35 line more"),
        pytest.param(lambda s: s[:-1], "minisig-grammar", id="B-35 line feed missing"),
        pytest.param(lambda s: s[:-2] + b"\n", "minisig-base64", id="B-35 padding cut"),
        pytest.param(lambda s: s[:-3] + b"\n", "minisig-base64", id="B-35 padding gone"),
        pytest.param(lambda s: s[:-2] + b"==\n", "minisig-base64", id="B-35 padding odd"),
        pytest.param(swap(b"\nRU", b"\nR\xff"), "minisig-grammar", id="B-35 not ASCII"),
        pytest.param(swap(b"tcdesk bundle", b"tcdesk roster"), "minisig-grammar", id="untrusted"),
        pytest.param(lambda s: s + s, "minisig-grammar", id="two blocks"),
    ],
)
def test_a_signature_of_another_grammar_is_wrong(change, detail):
    check(signature(change), Refusal.WRONG_SIGNATURE, detail)


def test_an_empty_signature_is_refused():
    check(signature(lambda _: b""), Refusal.MALFORMED, "tar-empty")  # B-35


def test_a_signature_of_over_four_kib_is_refused():
    check(signature(lambda s: s * 20), Refusal.TOO_LARGE, "tar-entry")


def test_the_key_of_another_unit_is_the_wrong_sender():
    check(replace(loom(), key=OTHER_KEY).sealed(), Refusal.WRONG_SENDER, "manifest-sender")
    named = {"unit_id": UNIT, "sign_key": OTHER_KEY.public.key_id.hex()}
    made = replace(loom(from_=named), key=OTHER_KEY).sealed()
    check(made, Refusal.WRONG_SENDER, "manifest-sender")  # B-36, X-12


def test_a_revoked_key_shows_only_what_was_imported():
    withdrawn = key_entry(UNIT_KEY, KeyStatus.REVOKED, LastGood(epoch_no=1, seq=9))
    senders = roster(unit_key=withdrawn)
    check(loom().sealed(), Refusal.KEY_REVOKED, "sender-key", senders=senders)  # B-37
    digest = sha256(loom().manifest_bytes()).hex()
    read(loom().sealed(), senders=senders, imported={digest})


def test_a_retired_key_verifies_its_old_bundles_and_no_new_one():
    retired = key_entry(UNIT_KEY, KeyStatus.RETIRED, LastGood(epoch_no=1, seq=1))
    senders = roster(unit_key=retired)
    old = bundle()
    new = bundle(stream=stream(2, ("1" * 64,)))
    read(old, senders=senders)
    check(new, Refusal.KEY_RETIRED, "sender-key", senders=senders)  # B-40


def test_a_bundle_for_another_party_is_forwarded():
    to = Receiver(party_id=OTHER_UNIT, recipients=(WORKING.recipient,))
    check(bundle(to=to), Refusal.FORWARDED, "manifest-party")  # B-38


def test_a_bundle_resealed_to_an_unlisted_key_of_ours_is_forwarded():
    to = Receiver(party_id=OFFICE, recipients=(RESERVE.recipient,))
    inner = inner_of_reserve(bundle(to=to))
    both = (WORKING, RESERVE)
    check(reseal(inner), Refusal.FORWARDED, "manifest-recipient", identities=both)  # B-39


def inner_of_reserve(sealed: bytes) -> bytes:
    return open_sealed(sealed, [RESERVE])


# --- the manifest


def spelled(old: bytes, new: bytes) -> bytes:
    return replace(loom(), change_bytes=lambda data: data.replace(old, new, 1)).sealed()


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        (b'},"version":1}', b'},"version":true}', "manifest-value"),  # B-41
        (b'},"version":1}', b'},"version":0}', "manifest-value"),
        (b'"format":"tcdesk-bundle"', b'"format":"tcdesk-parcel"', "manifest-format"),
        (b'{"audit_head"', b'{"aaa":1,"audit_head"', "manifest-members"),  # B-42
        (b'"snapshot":"full",', b"", "manifest-members"),
        (b'"kind":"export"', b'"kind":"gift"', "manifest-value"),  # B-43
        (b'"kind":"export"', b'"kind":1', "manifest-type"),
        (b'"seq":1}', b'"seq":1.0}', "manifest-not-json"),  # B-44
        (b'"seq":1}', b'"seq":NaN}', "manifest-not-json"),
        (b'"seq":1}', b'"seq":-Infinity}', "manifest-not-json"),
        (b'"seq":1}', b'"seq":1e999}', "manifest-not-json"),
        (b'"seq":1}', b'"seq":-0}', "manifest-spelling"),
        (b'"seq":1}', b'"seq":1' + b"0" * 30 + b"}", "manifest-number"),
        (b'"seq":1}', b'"seq":' + b"9" * 5000 + b"}", "manifest-not-json"),
        (
            b'"prev":"' + b"0" * 64 + b'","seq":1',
            b'"prev":"' + b"0" * 64 + b'","seq":0',
            "manifest-value",
        ),
        (
            b'"prev":"' + b"0" * 64 + b'","seq":1',
            b'"prev":"' + b"0" * 64 + b'","seq":-1',
            "manifest-value",
        ),
        (
            b'"prev":"' + b"0" * 64 + b'","seq":1',
            b'"prev":"' + b"0" * 64 + b'","seq":2',
            "manifest-ancestors",
        ),
        (b'"prev":"0', b'"prev":"1', "manifest-prev"),
        (b'"kind":', b'"kind":"export","kind":', "manifest-spelling"),  # B-46
        (b'"kind":', b'"kind": ', "manifest-spelling"),  # B-47
        (b'"kind"', b'"k\\u0069nd"', "manifest-spelling"),
        (
            b'"profile":"pseudonym","schema"',
            b'"profile":"pseudonym" ,"schema"',
            "manifest-spelling",
        ),
        (b"{", b"\xef\xbb\xbf{", "manifest-not-json"),  # B-48
        (b"export", b"exp\xff", "manifest-not-text"),
        (b"export", b"exp\\ud800", "manifest-not-text"),
        (b"export", b"exp\0", "manifest-not-json"),
        (
            b'"period":null',
            b'"period":' + b"[" * 100_000 + b"]" * 100_000,
            "manifest-depth",
        ),  # B-49
        (NOW.encode(), b"2026-13-45T20:00:00Z", "manifest-value"),  # B-51
        (NOW.encode(), b"0000-01-01T00:00:00Z", "manifest-value"),
        (NOW.encode(), b"9999-01-01T00:00:00Z", "manifest-value"),
        (NOW.encode(), b"2026-11-21T20:00:00+01", "manifest-value"),
        (NOW.encode(), "2026-11-2١T20:00:00Z".encode(), "manifest-value"),
        (b'"period":null', b'"period":{"from":"2026-02-30","to":"2026-03-01"}', "manifest-value"),
        (b'"period":null', b'"period":{"from":"2026-03-01","to":"2026-03-01"}', "manifest-period"),
        (b'"min_reader":1', b'"min_reader":2', "manifest-schema"),
        (b'"epoch_no":1', b'"epoch_no":2', "manifest-base"),
        (b'"epoch_no":1', b'"epoch_no":8192', "manifest-value"),
        (b"018f3a10-1111-7000", b"018f3a10-1111-4000", "manifest-value"),
        (b'"recipients":["', b'"recipients":["age1' + b"q" * 58 + b'","age1', "manifest-value"),
    ],
)
def test_a_manifest_against_the_format_is_refused_although_signed(old, new, detail):
    assert old in loom().manifest_bytes()
    check(spelled(old, new), Refusal.MALFORMED, detail)


@pytest.mark.parametrize("data", [b"{", b"[]", b"null", b'"x"', b"1"])
def test_a_manifest_that_is_no_object_is_refused(data):
    made = replace(loom(), change_bytes=lambda _: data).sealed()
    assert refused(made).reason is Refusal.MALFORMED  # B-50


def test_a_cut_manifest_is_refused():
    whole = loom().manifest_bytes()
    for cut in range(1, len(whole), 97):
        made = replace(loom(), change_bytes=itemgetter(slice(cut))).sealed()
        assert refused(made).reason is Refusal.MALFORMED  # B-50


def test_an_utf_16_manifest_is_refused():
    made = replace(loom(), change_bytes=lambda data: data.decode().encode("utf-16")).sealed()
    check(made, Refusal.MALFORMED, "manifest-not-text")  # B-48


@pytest.mark.parametrize("version", [2, 3, 2**53 - 1])
def test_a_newer_format_asks_for_a_newer_program(version):
    check(loom(version=version).sealed(), Refusal.NEWER_PROGRAM, "manifest-version")  # B-41


def test_a_newer_schema_asks_for_a_newer_program():
    schema = {"name": "tcdesk", "version": 3, "min_reader": 2}
    check(loom(schema=schema).sealed(), Refusal.NEWER_PROGRAM, "manifest-schema")  # B-55


def test_a_schema_that_is_newer_but_readable_is_read():
    read(loom(schema={"name": "tcdesk", "version": 3, "min_reader": 1}).sealed())


def listing(*paths: str) -> bytes:
    content = lines(staff_row())
    stored = packed(content)
    return loom(files=[file_entry(path, stored, content, 1) for path in paths]).sealed()


@pytest.mark.parametrize(
    "path",
    [
        "../data/staff.ndjson.gz",
        "/data/staff.ndjson.gz",
        "data/../staff.ndjson.gz",
        "C:\\staff.ndjson.gz",
        "data\\staff.ndjson.gz",
        "\\\\server\\staff.ndjson.gz",
        "~/staff.ndjson.gz",
        "data/staff.ndjson.gz:stream",
        "data/Staff.ndjson.gz",
        "data/štaff.ndjson.gz",
        "con",
        "data/" + "s" * 60 + ".ndjson.gz",
        "",
        "manifest.json",
        "data/staff.ndjson.gz\n",
        "meta/other.json",
        "blob/" + "A" * 64,
    ],
)
def test_evil_paths_are_refused(path):
    check(listing(path), Refusal.MALFORMED, "manifest-value")  # B-52


def test_paths_twice_or_out_of_order_are_refused():
    staff, unit = "data/staff.ndjson.gz", "data/unit.ndjson.gz"
    for paths in [(staff, staff), (unit, staff)]:
        check(listing(*paths), Refusal.MALFORMED, "manifest-files-order")  # B-53


def test_recipients_out_of_order_are_refused():
    recipients = sorted([WORKING.recipient, RESERVE.recipient], reverse=True)
    made = loom(to={"party_id": OFFICE, "recipients": recipients}).sealed()
    check(made, Refusal.MALFORMED, "manifest-recipients-order")


def test_a_blob_under_a_name_that_is_not_its_hash_is_refused():
    entry = {"path": "blob/" + "0" * 64, "rows": 0, "sha256": "1" * 64, "size": 1, "usize": 1}
    check(loom(files=[entry]).sealed(), Refusal.MALFORMED, "manifest-blob")  # B-54


def test_ten_thousand_and_one_files_are_refused():
    entries = [
        {"path": f"blob/{at:064x}", "rows": 0, "sha256": f"{at:064x}", "size": 0, "usize": 0}
        for at in range(10_001)
    ]
    check(loom(files=entries).sealed(), Refusal.MALFORMED, "manifest-value")  # B-56


def test_files_that_promise_too_much_are_refused():
    huge = {"path": "data/staff.ndjson.gz", "rows": 1, "sha256": "0" * 64, "size": 10**6}
    check(
        loom(files=[{**huge, "usize": 200 * 10**6 + 1}]).sealed(),
        Refusal.TOO_LARGE,
        "manifest-ratio",
    )
    each = [
        {**huge, "path": f"data/{name}.ndjson.gz", "size": 10**9, "usize": 4 * 2**30}
        for name in ("a", "b", "c")
    ]
    check(loom(files=each).sealed(), Refusal.TOO_LARGE, "manifest-contents")


# --- kinds and profiles


def test_a_profile_holds_only_its_own_tables():
    made = loom(profile="stat").sealed()
    check(made, Refusal.MALFORMED, "contents-table")
    note = listing("data/note.ndjson.gz")
    check(note, Refusal.MALFORMED, "contents-table")  # B-67
    check(loom(profile="full").sealed(), Refusal.MALFORMED, "contents-profile")


def test_another_kind_than_belongs_here_is_refused():
    made = loom(kind="receipt", profile="stat", files=[]).sealed()
    check(made, Refusal.ANOTHER_KIND, "manifest-kind")


def test_a_transfer_asks_for_a_newer_program():
    made = loom(kind="transfer", profile="full").sealed()
    kinds = frozenset({Kind.TRANSFER})
    check(made, Refusal.NEWER_PROGRAM, "contents-kind", kinds=kinds)


def test_a_file_that_does_not_belong_to_the_kind_is_refused():
    content = b"{}"
    entry = file_entry("meta/roster.json", content, content, 0)
    made = replace(loom(files=[entry]), files={"meta/roster.json": content}).sealed()
    check(made, Refusal.MALFORMED, "contents-file")


def test_a_copy_of_a_key_header_beyond_a_mebibyte_is_refused():
    size = 2**20 + 1
    entry = {"path": "meta/vault.json", "rows": 0, "sha256": "0" * 64, "size": size, "usize": size}
    check(loom(files=[entry]).sealed(), Refusal.TOO_LARGE, "contents-file")


def test_rows_are_not_promised_of_a_plain_file():
    entry = {"path": "meta/vault.json", "rows": 1, "sha256": "0" * 64, "size": 1, "usize": 1}
    check(loom(files=[entry]).sealed(), Refusal.MALFORMED, "manifest-plain-file")


# --- compression


def stored(data: bytes, content: bytes | None = None) -> bytes:
    return loom(content, stored=data).sealed()


ROW = lines(staff_row())


def test_a_bomb_is_refused_at_its_promise_or_at_its_first_byte_too_many():
    bomb = packed(bytes(300 * 2**20))
    honest = loom(stored=bomb)
    entry = {**file_entry("data/staff.ndjson.gz", bomb, b"", 1), "usize": 300 * 2**20}
    check(
        replace(honest, value={**honest.value, "files": [entry]}).sealed(),
        Refusal.TOO_LARGE,
        "manifest-ratio",
    )  # B-60
    check(stored(bomb), Refusal.MALFORMED, "gzip-longer")


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        pytest.param(packed(ROW) + b"x", "gzip-trailing", id="B-61 garbage"),
        pytest.param(packed(ROW) + packed(b""), "gzip-trailing", id="B-61 two members"),
        pytest.param(packed(ROW)[:-9], "gzip-cut", id="B-61 cut"),
        pytest.param(packed(ROW)[:-1], "gzip-cut", id="B-61 cut at the end"),
        pytest.param(packed(ROW)[:5], "gzip-cut", id="B-61 cut in the header"),
        pytest.param(packed(ROW)[:-8] + b"\0\0\0\0" + packed(ROW)[-4:], "gzip-damaged", id="crc"),
        pytest.param(packed(ROW)[:-4] + b"\0\0\0\0", "gzip-damaged", id="B-61 size"),
        pytest.param(ROW, "gzip-header", id="B-61 not gzip"),
        pytest.param(gzip.compress(ROW, 1, mtime=1), "gzip-header", id="time"),
        pytest.param(b"\x1f\x8b\x08\x08" + packed(ROW)[4:], "gzip-header", id="name"),
    ],
)
def test_other_than_one_plain_gzip_member_is_refused(data, detail):
    check(stored(data), Refusal.MALFORMED, detail)


def first_file(made: Loom) -> dict[str, object]:
    entries = made.value["files"]
    assert isinstance(entries, list)
    return dict(entries[0])


@pytest.mark.parametrize(("more", "detail"), [(1, "gzip-shorter"), (-1, "gzip-longer")])
def test_another_size_than_promised_is_refused(more, detail):
    made = loom()
    entry = {**first_file(made), "usize": len(ROW) + more}
    check(
        replace(made, value={**made.value, "files": [entry]}).sealed(), Refusal.MALFORMED, detail
    )  # B-62


def test_another_hash_than_promised_is_damage():
    made = loom()
    entry = {**first_file(made), "sha256": "0" * 64}
    check(
        replace(made, value={**made.value, "files": [entry]}).sealed(),
        Refusal.DAMAGED,
        "file-hash",
    )  # B-63


# --- rows


def one_row(**changes) -> bytes:
    return lines(staff_row(**changes))


@pytest.mark.parametrize(
    ("content", "rows", "detail"),
    [
        pytest.param(lines(staff_row(1), staff_row(1)), 2, "row-order", id="B-64 twice"),
        pytest.param(lines(staff_row(2), staff_row(1)), 2, "row-order", id="B-64 unsorted"),
        pytest.param(ROW.replace(b'"id":"staff-0001",', b""), 1, "row-members", id="B-64 missing"),
        pytest.param(one_row(id=1), 1, "row-type", id="B-64 numeric"),
        pytest.param(one_row(id=""), 1, "row-value", id="B-64 empty"),
        pytest.param(b"[]\n", 1, "row-type", id="B-65 array"),
        pytest.param(ROW.replace(b"4294967297", b"1.5"), 1, "row-not-json", id="B-65 float"),
        pytest.param(
            ROW.replace(b"4294967297", b"9007199254740992"), 1, "row-number", id="B-65 2^53"
        ),
        pytest.param(ROW.replace(b"T1", b"T\xff"), 1, "row-not-text", id="B-65 UTF-8"),
        pytest.param(ROW.replace(b"T1", b"\\udc00"), 1, "row-not-text", id="B-65 surrogate"),
        pytest.param(ROW.replace(b"\n", b"\r\n"), 1, "row-spelling", id="B-65 CRLF"),
        pytest.param(ROW + b"\n", 1, "row-not-json", id="B-65 empty line"),
        pytest.param(ROW[:-1], 1, "row-unended", id="B-65 no LF"),
        pytest.param(ROW.replace(b'"code"', b'"Code"'), 1, "row-key", id="B-65 upper key"),
        pytest.param(ROW.replace(b'"code"', b'"__proto__"'), 1, "row-key", id="B-65 proto"),
        pytest.param(
            ROW.replace(b'"T1"', b"[" * 20 + b"]" * 20), 1, "row-depth", id="B-65 20 deep"
        ),
        pytest.param(ROW, 2, "row-count", id="B-66 +1"),
        pytest.param(ROW, 0, "row-count", id="B-66 -1"),
        pytest.param(one_row(name="x"), 1, "row-members", id="B-67 unknown column"),
        pytest.param(ROW.replace(b'"code":"T1",', b""), 1, "row-members", id="B-67 missing column"),
        pytest.param(one_row(code=1), 1, "row-type", id="B-67 type"),
        pytest.param(one_row(code=True), 1, "row-type", id="B-67 bool"),
        pytest.param(one_row(row_version=True), 1, "row-type", id="B-67 bool for number"),
        pytest.param(one_row(code=None), 1, "row-type", id="B-67 null"),
        pytest.param(one_row(code="a" + "\u0301" * 500_000), 1, "row-value", id="B-67 marks"),
        pytest.param(one_row(code="\u202egpj"), 1, "row-value", id="B-67 right to left"),
        pytest.param(one_row(code="=cmd|' /C calc'!A0"), 1, "row-value", id="B-67 formula"),
        pytest.param(one_row(code="+1"), 1, "row-value", id="B-67 formula plus"),
        pytest.param(one_row(code="Ana Novak"), 1, "row-value", id="a name is no code"),
        pytest.param(one_row(owner="x"), 1, "row-value", id="owner"),
        pytest.param(one_row(row_version=0), 1, "row-value", id="version"),
        pytest.param(one_row(deleted=True), 1, "row-members", id="tombstone with content"),
        pytest.param(one_row(deleted=0), 1, "row-value", id="deleted is a number"),
    ],
)
def test_a_row_against_the_agreement_is_refused(content, rows, detail):
    check(loom(content, rows=rows).sealed(), Refusal.MALFORMED, detail)


def test_a_line_beyond_four_mebibytes_is_refused():
    noise = dice(5).randbytes(5 * 2**19).hex()
    for content in (one_row(code=noise), noise.encode()):
        check(loom(content).sealed(), Refusal.TOO_LARGE, "row-line")  # B-65


def test_a_line_just_beyond_four_mebibytes_is_refused_although_it_ends():
    noise = dice(6).randbytes(2**21).hex().encode() + b"x" * 10 + b"\n"
    check(loom(noise).sealed(), Refusal.TOO_LARGE, "row-line")


def test_a_refused_row_is_named_by_table_and_number_only():
    error = refused(loom(lines(staff_row(1), staff_row(2, code="Ana Novak")), rows=2).sealed())
    assert error.facts["table"] == "staff"
    assert error.facts["row"] == 2
    assert error.facts["at"] == "code"
    assert "Novak" not in str(error)


def test_profile_of_the_vector_is_for_a_newer_program():
    schema = {"name": "tcdesk", "version": 3, "min_reader": 2}
    made = loom(schema=schema, profile=Profile.FULL.value).sealed()
    assert refused(made).reason is Refusal.NEWER_PROGRAM
