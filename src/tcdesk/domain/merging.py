"""Two files of one person: the second one stands for the first from now on (decisions.md 1).

    duplicate ── merge ──> alias of the main file ── separate ──> two files again

No row of either is rewritten: questions about the main file take in the other's rows, and nothing
has to be sorted out when the two are separated. It is one step deep: what stands for another file
cannot itself be stood for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, PersonId

LONGEST_REASON = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """``person`` is the file that stands for ``main``, until it is separated again."""

    id: str
    person: PersonId
    main: PersonId
    reason: str = field(repr=False)
    at: str
    account: AccountId
    separated_at: str | None = None
    separated_by: AccountId | None = None

    @property
    def holds(self) -> bool:
        """Whether the two are one file."""
        return self.separated_at is None


def check_merge(new: Alias, known: Sequence[Alias]) -> None:
    """Refuse merging a file with itself, twice, or deeper than one step.

    Args:
        new: What is to be merged.
        known: Every merge that holds.

    Raises:
        RuleBrokenError: ``merge-same``, ``merge-reason``, ``merge-already``, ``merge-deep`` or
            ``text-too-long``.
    """
    if new.person == new.main:
        raise RuleBrokenError("merge-same")
    if not new.reason:
        raise RuleBrokenError("merge-reason")
    if len(new.reason) > LONGEST_REASON:
        raise RuleBrokenError("text-too-long", most=LONGEST_REASON)
    if any(one.person in (new.person, new.main) for one in known):
        raise RuleBrokenError("merge-already")
    if any(one.main == new.person for one in known):
        raise RuleBrokenError("merge-deep")
