"""People whom the programmes serve, and their legal status over time."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId

NAME_LENGTH = 60
OLDEST = 120


class Sex(StrEnum):
    """Sex as the indicators count it; ``N`` only where national law knows it (Reg. 2021/1057)."""

    FEMALE = "F"
    MALE = "M"
    NON_BINARY = "N"


class PersonKind(StrEnum):
    """What a person is to the programme; each has its own minimal file."""

    CUSTODY = "custody"
    CHILD = "child"
    RELATIVE = "relative"
    EXTERNAL = "external"
    STAFF = "staff"


class LegalStatus(StrEnum):
    """Legal status of a person in custody (domain dossier §3.7)."""

    REMAND = "remand"
    SENTENCED = "sentenced"
    JUVENILE_PRISON = "juvenile-prison"
    JUVENILE_HOME = "juvenile-home"
    SUBSTITUTE = "substitute"
    COERCIVE = "coercive"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant's identity; ``code`` is for other eyes, ``pseudonym`` leaves the unit.

    ``birth_date`` is None where the kind does not ask for one. ``risk`` is the mark of the first
    schema, kept as it was; what holds is told by ``domain.flags``.
    """

    id: PersonId
    code: str
    pseudonym: str
    kind: PersonKind
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    sex: Sex
    region: str | None = None
    risk: bool = False

    @property
    def full_name(self) -> str:
        """Family name first, as lists are sorted here."""
        return f"{self.family_name} {self.given_name}".rstrip()

    @property
    def short_name(self) -> str:
        """Family name and initial: what stands on a sheet."""
        return self.full_name if self.anonymous else f"{self.family_name} {self.given_name[:1]}."

    @property
    def born(self) -> date:
        """The birth date, where one is needed: whoever entered a programme has one.

        Raises:
            RuleBrokenError: ``birth-date-missing``.
        """
        if self.birth_date is None:
            raise RuleBrokenError("birth-date-missing")
        return self.birth_date

    @property
    def anonymous(self) -> bool:
        """Whether the name was taken away; the code stands in its place."""
        return not self.given_name


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStay:
    """One legal status of one person for a time."""

    id: str
    person: PersonId
    status: LegalStatus
    from_date: date
    to_date: date | None


def age_on(birth: date, day: date) -> int:
    """Count completed years of age on a day; born on 29 February ages on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def asks_birth(kind: PersonKind) -> bool:
    """Say whether a file of a kind must hold a birth date.

    Those in custody and children are counted by age; of the others it is not needed, and what is
    not needed is not asked for (GDPR, Article 5(1)(c)).
    """
    return kind in (PersonKind.CUSTODY, PersonKind.CHILD)


def check_person(person: Person, today: date) -> None:
    """Refuse an impossible identity.

    Raises:
        RuleBrokenError: ``name-missing``, ``name-too-long``, ``birth-date-missing`` or
            ``birth-date-impossible``.
    """
    for name in (person.given_name, person.family_name):
        if not name.strip():
            raise RuleBrokenError("name-missing")
        if len(name) > NAME_LENGTH:
            raise RuleBrokenError("name-too-long", most=NAME_LENGTH)
    if person.birth_date is None:
        if asks_birth(person.kind):
            raise RuleBrokenError("birth-date-missing")
    elif not 0 <= age_on(person.birth_date, today) <= OLDEST:
        raise RuleBrokenError("birth-date-impossible")
