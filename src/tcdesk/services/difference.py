"""What a restore would lose: what the present's audit log tells after the backup's last line.

    backup   1 … c … b          c: the last line that both have
    present  1 … c ……… p        lost: everything after c, by day, person and kind; no texts

A backup of this very history ends on its line c; one from before an earlier restore has lines of
its own after c, which come back.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tcdesk.domain.ids import AccountId
from tcdesk.domain.notes import Draft
from tcdesk.domain.staff import Staff
from tcdesk.services.store import Store

DRAFTS = "draft"
VERBS = frozenset({"add", "change", "remove", "restore", "merge"})
NO_WORK = frozenset({"vault", "backup", "passphrase"})  # those of today stay in force
DEEDS = frozenset(
    {
        "note.sign",
        "user.key_replaced",
        "import",
        "receipt.import",
        "export.written",
    }
)
"""Audit actions that are somebody's work besides; to look at something is no loss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What one person did on one day: an audit action (or ``draft``) and how often."""

    day: str
    account: AccountId
    who: str = field(repr=False)
    what: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The present against a backup.

    ``lines`` are audit lines that would be lost, ``returning`` those that only the backup has.
    """

    lines: int
    returning: int
    lost: Sequence[Lost]

    @property
    def totals(self) -> Mapping[str, int]:
        """Count by kind, the most frequent first."""
        counted: Counter[str] = Counter()
        for one in self.lost:
            counted[one.what] += one.count
        return dict(counted.most_common())


def difference(present: Store, backup: Store, made_at: str) -> Difference:
    """Compare the present with a backup.

    Args:
        present: The vault as it is.
        backup: The vault as it was.
        made_at: When the backup was made; drafts are not audited and count from then on.

    Raises:
        WorldFailedError: The present cannot be read.
    """
    with present.reading() as facts, backup.reading() as then:
        here, there = facts.audit_head().seq, then.audit_head().seq
        names = {one.account: one.short_name for one in facts.find(Staff) if one.account}
        drafts = [one for one in facts.find(Draft) if one.saved_at > made_at]
    common = _common(present, backup, min(here, there))
    counted: Counter[tuple[str, str, str]] = Counter()
    with present.audit_lines(common) as lines:
        for _seq, entry, _sha256 in lines:
            told: Mapping[str, str] = json.loads(entry)
            if _is_work(told["action"]):
                counted[told["at"][:10], told["user"], told["action"]] += 1
    counted.update((one.saved_at[:10], one.account, DRAFTS) for one in drafts)
    return Difference(
        lines=here - common,
        returning=there - common,
        lost=[
            Lost(
                day=day,
                account=AccountId(user),
                who=names.get(AccountId(user), ""),
                what=what,
                count=count,
            )
            for (day, user, what), count in sorted(counted.items(), reverse=True)
        ],
    )


def _is_work(action: str) -> bool:
    thing, _, verb = action.rpartition(".")
    return action in DEEDS or (verb in VERBS and thing not in NO_WORK)


def _common(one: Store, other: Store, most: int) -> int:
    """Find the last line that both have: two chains that have parted never meet again."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if _hash(one, middle) == _hash(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _hash(store: Store, seq: int) -> str:
    with store.audit_lines(seq - 1) as lines:
        line = next(lines, None)
    return line[2] if line and line[0] == seq else ""
