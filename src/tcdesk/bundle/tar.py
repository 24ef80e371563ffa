"""The one tar we write and read: POSIX ustar, every header byte fixed, zeros between.

    header(512) data zeros-to-512  …  zeros to the smallest multiple of 64 KiB ≥ entries + 1 024

The padding at the end hides small differences of size. A reader compares whole headers with the
one that ``tar_header`` gives, so nothing is left to interpret.
"""

from collections.abc import Iterable

BLOCK = 512
WHOLE = 65_536
END = 1024
LONGEST_NAME = 100
LARGEST = 8**11 - 1

_SIZE = slice(124, 136)
_SUM = slice(148, 156)


def tar_header(name: str, size: int) -> bytes:
    """Give the 512 bytes that stand before an entry.

    Raises:
        ValueError: The name is not ASCII of at most 100 characters or the size has over 11 digits.
    """
    ascii_name = name.encode("ascii")
    if not 0 < len(ascii_name) <= LONGEST_NAME or not 0 <= size <= LARGEST:
        raise ValueError("this name and size have no header")
    header = bytearray(BLOCK)
    header[0 : len(ascii_name)] = ascii_name
    header[100:108] = b"0000644\0"
    header[108:116] = header[116:124] = b"0000000\0"  # uid, gid
    header[_SIZE] = b"%011o\0" % size
    header[136:148] = b"00000000000\0"  # mtime
    header[_SUM] = b"        "  # counted as spaces, then written
    header[156:157] = b"0"  # an ordinary file
    header[257:265] = b"ustar\x0000"
    header[329:337] = header[337:345] = b"0000000\0"  # device
    header[_SUM] = b"%06o\0 " % sum(header)
    return bytes(header)


def stated_size(header: bytes) -> int | None:
    """Give the size that a header states, if it is spelled as we spell it."""
    digits = header[_SIZE]
    if digits[-1:] != b"\0" or not all(b"0"[0] <= digit <= b"7"[0] for digit in digits[:-1]):
        return None
    return int(digits[:-1], 8)


def padding(size: int) -> bytes:
    """Give the zeros that fill an entry's last block."""
    return bytes(-size % BLOCK)


def total_length(sizes: Iterable[int]) -> int:
    """Give the length of a whole tar with entries of these sizes."""
    used = sum(BLOCK + size + len(padding(size)) for size in sizes) + END
    return used + -used % WHOLE
