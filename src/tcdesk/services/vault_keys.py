"""Who can open this vault: every key with its kind and day, seen by all, changed by a few.

    AskKind ─ make ─> ShowKey ─ ask_back ─> AskKey ─ add ─> Added

A recovery key is added only after it was typed back from its paper (security.md §4.8).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.bundle.roster import RecipientStatus
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.shares import split
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.key_papers import KeyShares, RecoverySheet, ShareSheet
from tcdesk.services.key_ring import KeyKind, Progress, VaultKey
from tcdesk.services.own_party import office_of
from tcdesk.services.paper_key import (
    Asked,
    SheetDiffersError,
    ask_groups,
    read_key,
    read_parts,
    with_typed,
)
from tcdesk.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A key and the person behind it."""

    key: VaultKey
    person: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AskKind:
    """One sheet, or three parts?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowKey:
    """The new key is to be put on paper; nothing has changed yet."""

    kind: KeyKind
    recipient: str
    texts: Sequence[str] = field(repr=False)  # the lines that are typed back: one, or one a part
    sheet: RecoverySheet | KeyShares = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskKey:
    """Groups of each line are to be typed from the paper."""

    shown: ShowKey
    asked: Sequence[Sequence[Asked]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The key opens the vault now."""

    key: VaultKey


State = AskKind | ShowKey | AskKey | Added


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The keys of the open vault."""

    desk: Desk

    def all(self) -> Sequence[KeyLine]:
        """List them; everybody may know who can open the vault."""
        with self.desk.reading(None) as facts:
            names = {one.account: one.short_name for one in facts.find(Staff) if one.account}
        return [
            KeyLine(key=key, person=names.get(key.account, "") if key.account else "")
            for key in self.desk.vault.keys.all()
        ]

    def make(self, kind: KeyKind) -> ShowKey:
        """Make a recovery key for paper; the vault does not know it yet."""
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            unit = facts.setting("unit-name") or ""
            training = facts.setting("training") == "yes"
        identity, today = Identity.generate(), self.desk.clock.today()
        if kind is KeyKind.SHARES:
            parts = split(identity)
            shares = KeyShares(
                vault_id=self.desk.vault.vault_id,
                unit=unit,
                made_on=today,
                training=training,
                sheets=tuple(
                    ShareSheet(
                        part=halves[0].part,
                        lines=tuple((half.other, _text(half.text.reveal())) for half in halves),
                    )
                    for halves in parts
                ),
            )
            # Part 1 for 2, 2 for 3, 3 for 1: every part is tried, and every pair but for symmetry.
            texts = [shares.line(1, 2), shares.line(2, 1), shares.line(3, 1)]
            return ShowKey(kind=kind, recipient=identity.recipient, texts=texts, sheet=shares)
        sheet = RecoverySheet(
            key=_text(identity.text.reveal()),
            vault_id=self.desk.vault.vault_id,
            unit=unit,
            made_on=today,
            training=training,
        )
        return ShowKey(
            kind=KeyKind.PAPER, recipient=identity.recipient, texts=[sheet.key], sheet=sheet
        )

    def note_paper(self, action: str) -> None:
        """Put on record that a sheet was printed or saved (never what it says)."""
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            work.audit(action)

    def ask_back(self, state: ShowKey) -> AskKey:
        """Choose which groups are to be typed back."""
        count = 1 if len(state.texts) > 1 else 2
        return AskKey(shown=state, asked=[ask_groups(text, count) for text in state.texts])

    def add(self, state: AskKey, typed: Sequence[Sequence[str]]) -> Added:
        """Try what was typed, and let the key open the vault.

        Raises:
            SheetDiffersError: It is not what the paper should say; it can be typed again.
            PersonCanMendError: There are 32 keys.
        """
        self.desk.check(Action.MANAGE_ACCOUNTS)
        shown = state.shown
        lines = [
            with_typed(text, asked, groups)
            for text, asked, groups in zip(shown.texts, state.asked, typed, strict=True)
        ]
        if not all(one == shown.recipient for one in _opens(shown, lines)):
            raise SheetDiffersError
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            key = self.desk.vault.keys.add(shown.kind, shown.recipient)
            work.audit("recovery.add", entity="slot", key=key.id)
        return Added(key=key)

    def add_office(self) -> VaultKey:
        """Let the central office's offline key open the vault too.

        Raises:
            OfficeNotConfirmedError: No office is confirmed yet.
            RuleBrokenError: ``office-key-there``.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            listed = office_of(work).recipients
            reserve = [one for one in listed if one.status is RecipientStatus.ACTIVE][-1].recipient
            if any(key.recipient == reserve for key in self.desk.vault.keys.all()):
                raise RuleBrokenError("office-key-there")
            key = self.desk.vault.keys.add(KeyKind.OFFICE, reserve)
            work.audit("recovery.add", entity="slot", key=key.id)
        return key

    def remove(self, key: VaultKey, progress: Progress) -> None:
        """Take a recovery key away: lost, seen by somebody, or no longer wanted.

        Raises:
            RuleBrokenError: ``last-recovery-key``.
            TcdeskError: No room for a second copy, or the disk failed; nothing is changed.
        """
        with self.desk.reading(Action.MANAGE_ACCOUNTS):
            pass
        recoveries = [one for one in self.desk.vault.keys.all() if one.account is None]
        if [one.id for one in recoveries] == [key.id]:
            raise RuleBrokenError("last-recovery-key")

        def record(store: Store) -> None:
            with store.writing(self.desk.actor) as work:
                work.audit("recovery.remove", entity="slot", key=key.id)

        self.desk.vault.keys.remove(key.id, record, progress)


def _opens(shown: ShowKey, lines: Sequence[str]) -> Sequence[str]:
    """Give the recipients that the typed lines make."""
    if shown.kind is KeyKind.PAPER or not isinstance(shown.sheet, KeyShares):
        return [read_key(lines[0]).recipient]
    sheet = shown.sheet
    return [
        read_parts(lines[0], lines[1]).recipient,
        read_parts(sheet.line(1, 3), lines[2]).recipient,
    ]


def _text(raw: bytes) -> str:
    return raw.decode("ascii")
