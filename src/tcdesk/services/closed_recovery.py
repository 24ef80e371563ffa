"""The closed-notes recovery: three parts on paper, any two of which open closed notes.

    AskShares ─ make ─> ShowParts ─ ask_back ─> AskParts ─ store ─> Stored
    AskTwo ─ open ─> AskWhose ─ give ─> Given

It is apart from the vault's recovery keys (decisions 13): those open the vault and no closed note,
these open closed notes and no vault. The parts are made once and kept by three people; afterwards
the program knows the public half only, and every author's compartments are sealed to it when the
author logs in or writes. Parts that were used are known to those who typed them: after their use
new notes are sealed to none of them, and new parts are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.crypto.sealing import Identity, open_sealed
from tcdesk.crypto.shares import split
from tcdesk.domain.closed import ClosedNoteError, Compartment, CompartmentKey, KeyReason
from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Action
from tcdesk.services.closed import Colleague, colleagues, names_of
from tcdesk.services.closed_text import unseal_key
from tcdesk.services.compartments import RECOVERY, give, may_read, recipients
from tcdesk.services.desk import Desk
from tcdesk.services.key_papers import KeyShares, ShareSheet, ShareUse
from tcdesk.services.paper_key import Asked, SheetDiffersError, ask_groups, read_parts, with_typed
from tcdesk.services.store import Reading

MADE = "closed-recovery-made"  # setting: "<moment> <account>" of the present parts
TRIED = ((1, 2), (2, 1))  # the lines that are typed back: two parts, as they would be used


class PartsForeignError(PersonCanMendError):
    """The two parts belong together, but no closed note of this vault is sealed to them."""

    code = "parts-foreign"


@dataclass(frozen=True, slots=True)
class AskShares:
    """Make the three parts?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowParts:
    """The parts are to be put on paper; nothing has changed yet."""

    recipient: str
    texts: Sequence[str] = field(repr=False)  # the lines that are typed back
    sheet: KeyShares = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskParts:
    """Groups of two parts are to be typed from their sheets."""

    shown: ShowParts
    asked: Sequence[Sequence[Asked]]


@dataclass(frozen=True, slots=True)
class Stored:
    """Closed notes are sealed to the parts from now on."""


Making = AskShares | ShowParts | AskParts | Stored


@dataclass(frozen=True, slots=True)
class AskTwo:
    """Two holders are to type a line of their parts each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """An author whose closed notes can be given, and how many there are."""

    author: AccountId
    name: str = field(repr=False)
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhose:
    """The parts open; whose notes, and for whom?"""

    identity: Identity = field(repr=False)
    authors: Sequence[Whose]
    receivers: Sequence[Colleague]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """So many closed notes can be read by another account now; new parts are asked for."""

    notes: int


Using = AskTwo | AskWhose | Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether there are parts, made when and by whom; ``made_at`` is empty if there are none."""

    made_at: str
    made_by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClosedRecovery:
    """Makes the parts, and uses them."""

    desk: Desk

    def standing(self) -> Standing:
        """Say whether closed notes could be recovered; everybody may know."""
        with self.desk.reading(None) as facts:
            made_at, _, made_by = (facts.setting(MADE) or "").partition(" ")
            there = bool(facts.setting(RECOVERY))
            name = names_of(facts).get(AccountId(made_by), "")
        return Standing(made_at=made_at if there else "", made_by=name if there else "")

    def make(self) -> ShowParts:
        """Make a key in three parts; the vault does not know it yet."""
        with self.desk.reading(Action.MANAGE_CLOSED) as facts:
            unit, training = facts.setting("unit-name") or "", facts.setting("training") == "yes"
        identity = Identity.generate()
        sheet = KeyShares(
            vault_id=self.desk.vault.vault_id,
            unit=unit,
            made_on=self.desk.clock.today(),
            training=training,
            use=ShareUse.CLOSED,
            sheets=tuple(
                ShareSheet(
                    part=halves[0].part,
                    lines=tuple(
                        (half.other, half.text.reveal().decode("ascii")) for half in halves
                    ),
                )
                for halves in split(identity)
            ),
        )
        texts = [sheet.line(part, other) for part, other in TRIED]
        return ShowParts(recipient=identity.recipient, texts=texts, sheet=sheet)

    def note_paper(self, *, saved: bool) -> None:
        """Put on record that the sheets were printed, or saved (never what they say)."""
        with self.desk.writing(Action.MANAGE_CLOSED) as work:
            work.audit("closed.save" if saved else "closed.print")

    def ask_back(self, state: ShowParts) -> AskParts:
        """Choose which groups are to be typed back."""
        return AskParts(shown=state, asked=[ask_groups(text, 1) for text in state.texts])

    def store(self, state: AskParts, typed: Sequence[Sequence[str]]) -> Stored:
        """Try what was typed; from now on closed notes are sealed to the parts too.

        Raises:
            SheetDiffersError: It is not what the sheets should say; it can be typed again.
        """
        with self.desk.reading(Action.MANAGE_CLOSED):
            pass
        shown = state.shown
        first, second = (
            with_typed(text, asked, groups)
            for text, asked, groups in zip(shown.texts, state.asked, typed, strict=True)
        )
        if read_parts(first, second).recipient != shown.recipient:
            raise SheetDiffersError
        with self.desk.writing(Action.MANAGE_CLOSED) as work:
            work.set_setting(RECOVERY, shown.recipient)
            work.set_setting(MADE, f"{self.desk.moment()} {self.desk.actor.account}")
            work.audit("closed.recovery")
        return Stored()

    def open(self, _state: AskTwo, first: str, second: str) -> AskWhose:
        """Put two parts together; says whose notes they open.

        Raises:
            PersonCanMendError: A slip, told by its group; the lines do not belong together, or
                open no closed note of this vault.
        """
        with self.desk.reading(Action.MANAGE_CLOSED):
            pass
        identity = read_parts(first, second)
        with self.desk.writing(Action.MANAGE_CLOSED) as work:
            sealed = work.find(CompartmentKey, recipient=identity.recipient)
            if not sealed:
                raise PartsForeignError
            work.audit("closed.opened")
            counts, names, present = (
                work.closed_counts(),
                names_of(work),
                recipients(self.desk.vault),
            )
            notes: dict[AccountId, int] = {}
            for one in sealed:
                author = work.get(Compartment, one.compartment).author
                if not _can_open(work, author, one.compartment, present.get(author)):
                    notes[author] = notes.get(author, 0) + counts.get(one.compartment, 0)
            return AskWhose(
                identity=identity,
                authors=[
                    Whose(author=author, name=names.get(author, ""), notes=count)
                    for author, count in notes.items()
                    if count
                ],
                receivers=colleagues(self.desk, work),
            )

    def give(self, state: AskWhose, author: AccountId, receiver: AccountId) -> Given:
        """Give the closed notes of somebody who cannot open them any more to an account.

        Raises:
            RuleBrokenError: ``closed-author-there``: the author opens them and can hand over;
                ``closed-reader``: the account is closed or writes no notes.
            ClosedNoteError: The parts open none of them.
        """
        desk = self.desk
        with desk.writing(Action.MANAGE_CLOSED) as work:
            if receiver not in may_read(desk, work):
                raise RuleBrokenError("closed-reader")
            if author not in {one.author for one in state.authors}:
                raise RuleBrokenError("closed-author-there")
            counts, notes, theirs = work.closed_counts(), 0, recipients(desk.vault).get(author)
            for compartment in work.find(Compartment, author=author):
                if _can_open(work, author, compartment.id, theirs):
                    continue
                key = unseal_key(
                    desk.vault.vault_id,
                    work.find(
                        CompartmentKey,
                        compartment=compartment.id,
                        recipient=state.identity.recipient,
                    ),
                    lambda sealed: open_sealed(sealed, [state.identity]),
                )
                if key is not None:
                    give(desk, work, compartment.id, key, receiver, KeyReason.RECOVERED)
                    notes += counts.get(compartment.id, 0)
            if not notes:
                raise ClosedNoteError
            if work.setting(RECOVERY) == state.identity.recipient:
                work.set_setting(RECOVERY, "")
            work.audit(
                "closed.recovered",
                entity="account",
                key=author,
                detail={"receiver": receiver, "notes": notes},
            )
        return Given(notes=notes)


def _can_open(facts: Reading, author: AccountId, compartment: str, recipient: str | None) -> bool:
    """Say whether the author's present key opens a compartment."""
    return recipient is not None and bool(
        facts.find(CompartmentKey, compartment=compartment, account=author, recipient=recipient)
    )
