"""Paper as the people at both ends read it: with their eyes, here with poppler."""

import re
import subprocess
from pathlib import Path

_KEY = re.compile(r"AGE-\s+SECR\s+ET-K\s+EY-1(?:\s+[A-Z0-9]{2,4})+")
_DIGITS = re.compile(r"\b\d{5}\b")
GROUPS_IN_LINE = 7


def text(pdf: Path) -> str:
    """Read a paper."""
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout


def key_groups(pdf: Path) -> list[str]:
    """Read the groups of a key, line by line."""
    found = _KEY.search(text(pdf))
    assert found, "there is no key on the paper"
    return found.group().split()


def digits(pdf: Path) -> str:
    """Read the six groups of five digits."""
    groups = _DIGITS.findall(text(pdf))
    assert len(groups) == 6, groups
    return " ".join(groups)


def picture(pdf: Path) -> Path:
    """Look at the first page of a paper."""
    made = pdf.with_suffix(".png")
    subprocess.run(
        ["pdftoppm", "-png", "-r", "50", "-singlefile", pdf, made.with_suffix("")], check=True
    )
    return made
