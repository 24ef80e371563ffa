"""Numbers and documents by which a person is known elsewhere: register number, EMŠO, passport.

All are optional. The EMŠO's checksum is checked by python-stdnum; what it tells of birth and sex
must agree with the file. Numbers that stand for one person alone are kept once in a unit.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from stdnum.exceptions import ValidationError
from stdnum.si import emso

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Sex

LONGEST_IDENTIFIER = 40
_SIGNS = re.compile(r"[^0-9a-z]")


class IdentifierKind(StrEnum):
    """What a number is; the first two stand for one person alone."""

    REGISTER = "register"
    EMSO = "emso"
    PASSPORT = "passport"
    OTHER = "other"

    @property
    def unique(self) -> bool:
        """Whether no two people have the same."""
        return self in (IdentifierKind.REGISTER, IdentifierKind.EMSO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """One number of one person, as typed; ``plain`` is what is compared and searched in."""

    id: str
    person: PersonId
    kind: IdentifierKind
    value: str = field(repr=False)
    plain: str = field(repr=False)


def plain_number(text: str) -> str:
    """Give a number as it is compared: letters and digits, folded."""
    return _SIGNS.sub("", fold(text))


def check_identifier(kind: IdentifierKind, text: str, born: date | None, sex: Sex) -> None:
    """Refuse an empty number, one that is too long, and an EMŠO that cannot be this person's.

    Raises:
        RuleBrokenError: ``identifier-missing``, ``identifier-too-long``, ``emso-wrong``,
            ``emso-birth`` or ``emso-sex``.
    """
    if not plain_number(text):
        raise RuleBrokenError("identifier-missing")
    if len(text) > LONGEST_IDENTIFIER:
        raise RuleBrokenError("identifier-too-long", most=LONGEST_IDENTIFIER)
    if kind is IdentifierKind.EMSO:
        _check_emso(text, born, sex)


def _check_emso(text: str, born: date | None, sex: Sex) -> None:
    try:
        number = emso.validate(text)
    except ValidationError:
        raise RuleBrokenError("emso-wrong") from None
    if born is not None and emso.get_birth_date(number) != born:
        raise RuleBrokenError("emso-birth")
    # A national number knows two sexes; a third one agrees with both.
    if sex is not Sex.NON_BINARY and emso.get_gender(number) != sex.value:
        raise RuleBrokenError("emso-sex")
