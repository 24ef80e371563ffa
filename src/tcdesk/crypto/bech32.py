"""Bech32 (BIP 173) without its limit of 90 characters, as the age format uses it for keys."""

from collections.abc import Iterable

ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
CHECKSUM_WORDS = 6
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """Give the lower-case text of data under a lower-case prefix."""
    words = _regroup(data, 8, 5, pad=True)
    words += _checksum(prefix, words)
    return prefix + "1" + "".join(ALPHABET[word] for word in words)


def decode(prefix: str, text: str) -> bytes:
    """Give the bytes back.

    Raises:
        ValueError: Other prefix, a character outside the alphabet, mixed case, wrong check sum or
            bits left over.
    """
    if text not in {text.lower(), text.upper()}:
        raise ValueError("mixed case")
    head, _, tail = text.lower().rpartition("1")
    if head != prefix or len(tail) < CHECKSUM_WORDS:
        raise ValueError("other prefix or too short")
    words = [ALPHABET.index(letter) for letter in tail]
    if _checksum(prefix, words[:-CHECKSUM_WORDS]) != words[-CHECKSUM_WORDS:]:
        raise ValueError("the check sum does not agree")
    return bytes(_regroup(words[:-CHECKSUM_WORDS], 5, 8, pad=False))


def wrong_letter(prefix: str, text: str) -> int | None:
    """Find the place of the one letter that is mistyped; None if that cannot be told.

    The code tells any two texts of usual length apart that differ in up to five letters, so a
    single wrong letter has one place at which another letter makes the check sum agree.
    """
    head = len(prefix) + 1
    for place in range(head, len(text)):
        for letter in ALPHABET:
            try:
                decode(prefix, text[:place] + letter + text[place + 1 :])
            except ValueError:
                continue
            return place
    return None


def _checksum(prefix: str, words: list[int]) -> list[int]:
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    rest = _polymod([*spread, *words, *([0] * CHECKSUM_WORDS)]) ^ 1
    return [rest >> 5 * (CHECKSUM_WORDS - 1 - place) & 31 for place in range(CHECKSUM_WORDS)]


def _polymod(words: Iterable[int]) -> int:
    rest = 1
    for word in words:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ word
        for bit, term in enumerate(GENERATOR):
            if top >> bit & 1:
                rest ^= term
    return rest


def _regroup(groups: Iterable[int], size: int, wanted: int, *, pad: bool) -> list[int]:
    """Cut a row of groups of ``size`` bits into groups of ``wanted`` bits."""
    pool = count = 0
    out: list[int] = []
    for group in groups:
        pool = (pool << size | group) & 0xFFF
        count += size
        while count >= wanted:
            count -= wanted
            out.append(pool >> count & (1 << wanted) - 1)
    rest = pool & (1 << count) - 1
    if pad:
        return [*out, rest << wanted - count] if count else out
    if count >= size or rest:
        raise ValueError("bits left over")
    return out
