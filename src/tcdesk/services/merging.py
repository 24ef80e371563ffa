"""Two files of one person become one, and two again (domain.merging)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.merging import Alias, check_merge
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile:
    """A file that stands for another one, and the act by which it does."""

    alias: Alias
    name: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True)
class Merges:
    """Merges and separates; every row of both files stays as it was written."""

    desk: Desk

    def of(self, person: PersonId) -> Sequence[MergedFile]:
        """List the files that were merged into a person's."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            facts.get(Person, person)
            return [
                MergedFile(
                    alias=one,
                    name=facts.get(Person, one.person).full_name,
                    code=facts.person_code(one.person),
                )
                for one in facts.find(Alias, main=person, separated_at=None)
            ]

    def merge(self, duplicate: PersonId, main: PersonId, reason: str) -> Alias:
        """Let one file stand for another from now on.

        Raises:
            RuleBrokenError: See ``check_merge``.
            OutOfScopeError: One of the two is not in the care of the one at the desk.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            new = Alias(
                id=self.desk.ids.new(),
                person=work.get(Person, duplicate).id,
                main=work.get(Person, main).id,
                reason=reason.strip(),
                at=self.desk.moment(),
                account=self.desk.actor.account,
            )
            check_merge(new, work.find(Alias, separated_at=None))
            work.add(new)
            work.audit("person.merge", entity="person", key=main, person=main)
            return new

    def separate(self, key: str) -> None:
        """Make two files of them again.

        Raises:
            RuleBrokenError: ``merge-separated``.
        """
        with self.desk.writing(Action.EDIT_PEOPLE) as work:
            known = work.get(Alias, key)
            if not known.holds:
                raise RuleBrokenError("merge-separated")
            parted = replace(
                known, separated_at=self.desk.moment(), separated_by=self.desk.actor.account
            )
            work.change(parted, expected=work.version(Alias, key))
            work.audit("person.separate", entity="person", key=known.main, person=known.main)
