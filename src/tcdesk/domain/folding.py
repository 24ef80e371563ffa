"""How a written name is compared with a typed one, and how names are put in order.

Compared: case and diacritics do not matter. People type »djuric«, »duric« or »Đurić« and mean the
same person. ``fold`` makes the text that is searched in; ``needles`` makes the texts that are
searched for.

In order: by the Slovenian alphabet, where č follows c and is not the same. ``alphabetical`` makes
the key.
"""

import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i"})

# Slovenian alphabet with the foreign letters of our people's names in their usual places.
_ALPHABET = "abcčćdđefghijklmnopqrsštuvwxyzž"
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}


def fold(text: str) -> str:
    """Fold a text for comparison: case folded, diacritics stripped, đ as d.

    Args:
        text: Any text, in any normal form.

    Returns:
        The folded text; folding it again changes nothing.
    """
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return bare.translate(_WHOLE_LETTERS)


def needles(text: str) -> tuple[str, ...]:
    """Give the folded spellings to search for; a hit of any of them is a hit.

    »dj« is the usual way to write »đ« without the letter, in both directions: »djuric« finds
    »Đurić«, and »Đurić« finds »Djurić«.

    Args:
        text: What was typed.

    Returns:
        One to three different folded texts, the literal one first.
    """
    literal = fold(text)
    spelled = fold(text.replace("đ", "dj").replace("Đ", "dj"))
    return tuple(dict.fromkeys((literal, literal.replace("dj", "d"), spelled)))


def alphabetical(text: str) -> str:
    """Give the key that sorts by Slovenian rules (c č ć d đ … s š … z ž), case aside.

    Letters of other alphabets with marks sort as their base letter.
    """
    return "".join(_rank(letter) for letter in unicodedata.normalize("NFC", text).casefold())


def _rank(letter: str) -> str:
    if letter in _RANK:
        return _RANK[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    if base in _RANK:
        return _RANK[base]
    return base if base.isalnum() else " "
