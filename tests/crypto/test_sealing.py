"""Sealing: with ourselves, with stock age, and with streams that fail."""

import io
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from tcdesk.crypto import bech32
from tcdesk.crypto.errors import IdentityTextError, RecipientTextError, SealBrokenError
from tcdesk.crypto.sealing import (
    Identity,
    check_recipient,
    open_sealed,
    open_stream,
    seal,
    seal_stream,
)
from tcdesk.crypto.secret import Secret
from tcdesk.domain.errors import WorldFailedError

MINE, YOURS, NOBODYS = Identity.generate(), Identity.generate(), Identity.generate()


class DiskFullError(WorldFailedError):
    code = "disk-full"


class FailsAt:
    """A writer that fails from its n-th call on."""

    def __init__(self, call, failure):
        self.call, self.failure, self.calls = call, failure, 0

    def write(self, data):
        self.calls += 1
        if self.calls >= self.call:
            raise self.failure
        return len(data)


class FailsToRead:
    def read(self, _size=-1):
        raise DiskFullError


class TakesLittle(io.BytesIO):
    @override
    def write(self, data):
        return super().write(data[:1000])


@given(st.binary(max_size=40), st.integers(0, 200), st.sampled_from(bech32.ALPHABET))
def test_bech32_gives_back_what_it_was_given_and_notices_one_wrong_character(data, place, letter):
    text = bech32.encode("age", data)
    assert bech32.decode("age", text) == data
    assert bech32.decode("age", text.upper()) == data
    at = 4 + place % (len(text) - 4)
    if text[at] != letter:
        with pytest.raises(ValueError, match="check sum"):
            bech32.decode("age", text[:at] + letter + text[at + 1 :])


@pytest.mark.parametrize("text", ["", "1", "age1", "agex1qqqqqq", "AGe1qqqqqq", "age1bbbbbb"])
def test_bech32_refuses_what_is_none(text):
    with pytest.raises(ValueError):  # noqa: PT011 - six different reasons
        bech32.decode("age", text)


def test_bech32_refuses_bits_that_belong_to_no_byte():
    words = [1]
    whole = words + bech32._checksum("age", words)
    with pytest.raises(ValueError, match="left over"):
        bech32.decode("age", "age1" + "".join(bech32.ALPHABET[word] for word in whole))


def test_what_is_sealed_opens_for_its_recipients_only():
    sealed = seal("šifra".encode(), [MINE.recipient, YOURS.recipient])
    assert open_sealed(sealed, [MINE]) == "šifra".encode()
    assert open_sealed(sealed, [NOBODYS, YOURS]) == "šifra".encode()
    for broken in (sealed[:-1], sealed[:60], b"", b"age", sealed + b"x"):
        with pytest.raises(SealBrokenError):
            open_sealed(broken, [MINE])
    with pytest.raises(SealBrokenError):
        open_sealed(sealed, [NOBODYS])


def test_a_paper_key_may_be_typed_in_groups_and_in_small_letters():
    text = MINE.text.reveal().decode()
    grouped = " ".join(text[at : at + 4] for at in range(0, len(text), 4))
    for typed in (text, text.lower(), grouped, f"\n{grouped.lower()}\t"):
        assert Identity.from_text(typed).raw.matches(MINE.raw)


def test_a_wrong_character_in_a_paper_key_is_noticed_and_not_repeated_in_the_error():
    text = MINE.text.reveal().decode()
    wrong = text[:40] + ("Q" if text[40] != "Q" else "P") + text[41:]
    for typed in (wrong, text[:-1], text + "Q", "", "geslo", MINE.recipient, "č" * 74):
        with pytest.raises(IdentityTextError) as caught:
            Identity.from_text(typed)
        assert caught.value.__cause__ is None
        assert str(caught.value) == "identity-text()"


def test_an_identity_has_exactly_32_bytes():
    with pytest.raises(ValueError, match="32 bytes"):
        Identity(Secret(bytes(31)))


def test_only_a_well_written_recipient_is_accepted():
    assert check_recipient(MINE.recipient) == MINE.recipient
    for wrong in ("", "age1", MINE.recipient.upper(), MINE.recipient[:-1], "ssh-ed25519 AAAA"):
        with pytest.raises(RecipientTextError):
            check_recipient(wrong)
    with pytest.raises(RecipientTextError):
        seal(b"to nobody", [])


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 1_000_000])
def test_a_stream_comes_back_whole(size):
    plain = bytes(range(256)) * (size // 256 + 1)
    sealed, opened = TakesLittle(), TakesLittle()
    seal_stream(io.BytesIO(plain[:size]), sealed, [MINE.recipient])
    open_stream(io.BytesIO(sealed.getvalue()), opened, [MINE])
    assert opened.getvalue() == plain[:size]


@pytest.mark.parametrize("size", [3, 70_000, 300_000])
def test_a_writer_that_fails_at_any_piece_is_never_taken_for_success(size):
    counted = FailsAt(10**9, OSError())
    seal_stream(io.BytesIO(bytes(size)), counted, [MINE.recipient])
    sealed = seal(bytes(size), [MINE.recipient])
    for call in range(1, counted.calls + 1):
        for failure in (OSError(28, "full"), DiskFullError()):
            with pytest.raises(type(failure)) as caught:
                seal_stream(io.BytesIO(bytes(size)), FailsAt(call, failure), [MINE.recipient])
            assert caught.value is failure
    counted = FailsAt(10**9, OSError())
    open_stream(io.BytesIO(sealed), counted, [MINE])
    for call in range(1, counted.calls + 1):
        with pytest.raises(DiskFullError):
            open_stream(io.BytesIO(sealed), FailsAt(call, DiskFullError()), [MINE])


def test_a_failing_reader_is_told_as_it_was_raised():
    with pytest.raises(DiskFullError):
        seal_stream(FailsToRead(), io.BytesIO(), [MINE.recipient])
    with pytest.raises(DiskFullError):
        open_stream(FailsToRead(), io.BytesIO(), [MINE])


def test_a_cut_stream_is_refused_at_its_end():
    sealed = seal(bytes(200_000), [MINE.recipient])
    for cut in (1, 16, 17, 65_552, len(sealed) - 21, len(sealed)):
        with pytest.raises(SealBrokenError):
            open_stream(io.BytesIO(sealed[:-cut]), io.BytesIO(), [MINE])
    with pytest.raises(SealBrokenError):
        open_stream(io.BytesIO(sealed), io.BytesIO(), [YOURS])


def test_stock_age_opens_ours_and_we_open_stock_age(tmp_path):
    age = shutil.which("age")
    assert age, "NOT RUN: install age"
    (tmp_path / "key.txt").write_bytes(MINE.text.reveal() + b"\n")
    (tmp_path / "ours.age").write_bytes(seal(b"from us", [MINE.recipient]))
    opened = subprocess.run(
        [age, "-d", "-i", tmp_path / "key.txt", tmp_path / "ours.age"],
        capture_output=True,
        check=True,
    )
    assert opened.stdout == b"from us"
    theirs = subprocess.run(
        [age, "-r", MINE.recipient], input=b"from them", capture_output=True, check=True
    )
    assert open_sealed(theirs.stdout, [MINE]) == b"from them"
