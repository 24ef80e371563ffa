"""Short codes that people read aloud and type, with a check character (Crockford's without Z).

``7K4-Q2M``: five random characters and one that detects any single wrong character and any swap of
neighbours (weighted sum modulo 31, a prime).
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
_READ = {"O": "0", "I": "1", "L": "1", "U": "V"}
_PRIME = len(ALPHABET)  # 31, so that every weight can be inverted
LENGTH = 6


def _check(body: str) -> str:
    total = sum(ALPHABET.index(char) * (place + 2) for place, char in enumerate(body))
    return ALPHABET[total % _PRIME]


def make_code(random: bytes) -> str:
    """Make a six-character code from five random bytes (31 values a place)."""
    body = "".join(ALPHABET[byte % _PRIME] for byte in random[: LENGTH - 1])
    return body + _check(body)


def read_code(typed: str) -> str | None:
    """Read what a person typed; spaces and dashes do not matter. None when the check fails."""
    text = "".join(_READ.get(char, char) for char in typed.upper() if char not in " -–")
    if len(text) != LENGTH or any(char not in ALPHABET for char in text):
        return None
    return text if _check(text[:-1]) == text[-1] else None


def show_code(code: str) -> str:
    """Group a code for the eye: ``7K4-Q2M``."""
    return f"{code[:3]}-{code[3:]}"
