"""Phrases that are written again and again: a few letters that stand for a sentence."""

from dataclasses import dataclass, field

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId

LONGEST_SHORT = 24
LONGEST_PHRASE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of one account, or of the unit (``account`` None); ``gone`` when it was dropped."""

    id: str
    account: AccountId | None
    short: str
    text: str = field(repr=False)
    gone: bool = False


def check_phrase(short: str, text: str) -> None:
    """Refuse a phrase that could not be found or is none.

    Raises:
        RuleBrokenError: ``phrase-short`` or ``phrase-text``.
    """
    if not short.strip() or len(short) > LONGEST_SHORT or any(letter.isspace() for letter in short):
        raise RuleBrokenError("phrase-short", most=LONGEST_SHORT)
    if not text.strip() or len(text) > LONGEST_PHRASE:
        raise RuleBrokenError("phrase-text", most=LONGEST_PHRASE)
