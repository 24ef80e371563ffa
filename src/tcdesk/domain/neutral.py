"""Words that must not stand on what a participant shows to others.

A certificate is carried out of the prison: it may not tell that its holder was in one, nor that
they have or had an addiction (Regulation (EU) 2016/679, Articles 9 and 10).
"""

import re

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold

LONGEST_WORDING = 160

# Stems, folded; Slovenian, then English.
_TELLING = (
    "zapor", "zaprt", "kazen", "kazn", "obsoj", "pripor", "zpkz", "ursiks", "prestop", "odpust",
    "probacij", "odvisn", "zasvoj", "drog", "alkohol", "abstin", "terap", "zdravlj", "rehabilit",
    "psihi", "psihol", "dusevn", "uzivanj", "snovi",
    "prison", "inmate", "convict", "sentence", "remand", "custody", "offend", "crim", "jail",
    "addict", "drug", "alcohol", "sobriet", "therap", "treatment", "rehab", "psych", "mental",
    "substance",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def telling_word(text: str) -> str | None:
    """Give the first word of a text that tells what must not be told."""
    for found in _WORD.finditer(text):
        if fold(found[0]).startswith(_TELLING):
            return found[0]
    return None


def check_neutral(text: str) -> None:
    """Refuse an empty or long wording, and one that tells where or why.

    Raises:
        RuleBrokenError: ``certificate-wording`` or ``certificate-telling`` with the word.
    """
    if not 1 <= len(text.strip()) <= LONGEST_WORDING:
        raise RuleBrokenError("certificate-wording", most=LONGEST_WORDING)
    word = telling_word(text)
    if word is not None:
        raise RuleBrokenError("certificate-telling", word=word)
