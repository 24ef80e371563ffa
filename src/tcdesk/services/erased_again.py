"""Who was erased since a backup was made: a restore must not bring them back (decisions.md 3).

The present vault knows every erasure that two people decided on; the backup, or a copy of it on a
stick, may be from before. Whom it still holds is left out again, with the same commit point as the
restore itself: there is no moment at which the restored vault holds them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tcdesk.domain.ids import AccountId
from tcdesk.domain.people import Person
from tcdesk.domain.removal import Removal
from tcdesk.domain.retention import Erasure, ErasureKind
from tcdesk.domain.staff import Account
from tcdesk.services.key_ring import Omission
from tcdesk.services.ports import Clock
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What is done again after a restore.

    ``omissions``: whom the backup still holds. ``decided``: every erasure that it does not know as
    done, also of those who came later. ``accounts``: who had a hand in them, by their ids.
    """

    omissions: Sequence[Omission]
    decided: Sequence[Erasure]
    accounts: Mapping[AccountId, Account]

    def count(self, kind: ErasureKind) -> int:
        """Count the people whom the backup still holds."""
        return sum(one.kind is kind for one in self.omissions)


def erased_again(present: Reading, then: Reading) -> Again:
    """Compare the erasures of today with a backup."""
    known = {one.id for one in then.find(Erasure) if one.done_at is not None}
    decided = [
        one for one in present.find(Erasure) if one.done_at is not None and one.id not in known
    ]
    hands = {
        account for one in decided for account in (one.proposed_by, one.confirmed_by) if account
    }
    return Again(
        omissions=[_omission(present, one) for one in decided if _holds(then, one)],
        decided=decided,
        accounts={account: present.get(Account, account) for account in hands},
    )


def carry_over(work: Work, again: Again, clock: Clock) -> None:
    """Write the erasures of today into the restored vault, before anybody is left out of it."""
    for key, account in again.accounts.items():
        if not work.find(Account, id=key):
            # Who decided stays known; the account itself came later and does not log in.
            work.add(replace(account, to_date=account.to_date or clock.today()))
    left_out = {one.erasure for one in again.omissions}
    for one in again.decided:
        if work.find(Erasure, id=one.id):
            work.change(one, expected=work.version(Erasure, one.id))
        else:
            work.add(one)
        if one.id in left_out:
            work.audit(
                f"erasure.{one.kind.value}",
                entity="erasure",
                key=one.id,
                person=one.subject,
                detail={"rule": one.rule.value, "proposed_by": one.proposed_by, "again": 1},
            )


def _omission(present: Reading, erasure: Erasure) -> Omission:
    """Give who stays anonymous the names of today; the office knows them by these."""
    named = next(iter(present.find(Person, id=erasure.subject)), None)
    return Omission(
        person=erasure.subject,
        kind=erasure.kind,
        erasure=erasure.id,
        code=named.code if named else "",
        pseudonym=named.pseudonym if named else "",
    )


def _holds(then: Reading, erasure: Erasure) -> bool:
    """Say whether a backup holds somebody, as a file or in the bin."""
    return bool(
        then.find(Person, id=erasure.subject)
        or (erasure.kind is ErasureKind.ERASE and then.find(Removal, person=erasure.subject))
    )
