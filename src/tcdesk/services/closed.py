"""Closed notes: who can read whose, naming a reader, handing over, and looking for a text in them.

    writing begins ── name ──> a supervisor reads what is there and what comes
                   ── stop ──> another compartment: what comes is not theirs, what they had stays
                   ── hand_over ──> a successor reads everything that the account holds

Who can open what is a list that every role may see; the texts are nobody's but the readers'.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tcdesk.domain.closed import Compartment, CompartmentKey, KeyReason
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.folding import fold, needles
from tcdesk.domain.ids import AccountId, NoteId, SessionId
from tcdesk.domain.notes import Note
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Session
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.closed_text import Opener
from tcdesk.services.compartments import (
    RECOVERY,
    begin,
    for_writing,
    give,
    held,
    may_read,
    recipients,
    supervisors,
)
from tcdesk.services.desk import Desk
from tcdesk.services.excerpt import excerpt
from tcdesk.services.note_views import moved_away
from tcdesk.services.store import Reading

SHORTEST = 2  # letters; one alone would find everything
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who can open an author's closed notes: how many of them, why and since when.

    ``account`` is None for the recovery parts. ``goes_on``: also what the author writes from now
    on. ``lost``: the account has other keys today, or none, and opens nothing any more.
    """

    account: AccountId | None
    name: str = field(repr=False)
    reason: KeyReason
    since: str
    notes: int
    goes_on: bool
    lost: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFile:
    """The closed notes of one author, without their texts."""

    author: AccountId
    name: str = field(repr=False)
    notes: int
    readers: Sequence[Reader]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who can be named as a reader or successor."""

    account: AccountId
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedHit:
    """A closed note in which a text was found."""

    note: NoteId
    session: SessionId
    day: date
    who: str = field(repr=False)
    who_code: str
    author: str = field(repr=False)
    excerpt: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtStake:
    """What happens to the closed notes that an account can open when it loses its keys.

    ``shared`` are read by somebody else too, ``recoverable`` by nobody else but two of the three
    recovery parts, ``lost`` by nobody for ever.
    """

    shared: int = 0
    recoverable: int = 0
    lost: int = 0

    @property
    def all(self) -> int:
        """Give all of them."""
        return self.shared + self.recoverable + self.lost


@dataclass(frozen=True, slots=True)
class Closed:
    """The closed notes of this vault, as far as they are the business of the one at the desk."""

    desk: Desk

    def files(self) -> Sequence[ClosedFile]:
        """List whose closed notes there are and who can open them; everybody may know."""
        with self.desk.reading(None) as facts:
            counts, names = facts.closed_counts(), names_of(facts)
            present = recipients(self.desk.vault)
            authors: dict[AccountId, list[Compartment]] = {}
            for one in facts.find(Compartment):
                authors.setdefault(one.author, []).append(one)
            return [
                ClosedFile(
                    author=author,
                    name=names.get(author, ""),
                    notes=sum(counts.get(one.id, 0) for one in theirs),
                    readers=[
                        reader
                        for reader in _readers(facts, theirs, counts, names, present)
                        if reader.account != author or reader.lost
                    ],
                )
                for author, theirs in authors.items()
            ]

    def colleagues(self) -> Sequence[Colleague]:
        """List the accounts that can be given closed notes, by name; never the own one."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            return colleagues(self.desk, facts, besides=self.desk.actor.account)

    def name(self, reader: AccountId) -> None:
        """Let somebody read the own closed notes: those that are there and those that come.

        Raises:
            RuleBrokenError: ``closed-reader``: the account is closed, writes no notes, is the own.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            self._check(work, reader)
            for_writing(self.desk, work)  # so that there is one before the first note
            opener = Opener(self.desk.vault, work)
            for one in work.find(Compartment, author=self.desk.actor.account):
                key = opener.key(one.id)
                if key is not None:
                    give(self.desk, work, one.id, key, reader, KeyReason.SUPERVISOR)
            work.audit("closed.name", entity="account", key=reader)

    def stop(self, reader: AccountId) -> None:
        """Write from now on where somebody does not read; what they could read stays readable.

        Raises:
            RuleBrokenError: ``closed-no-reader``: the account does not read on anyway.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            compartment, key = for_writing(self.desk, work)
            named = supervisors(self.desk, work, compartment, key)
            reads = {one.account for one in work.find(CompartmentKey, compartment=compartment)}
            if reader not in reads or reader == self.desk.actor.account:
                raise RuleBrokenError("closed-no-reader")
            begin(self.desk, work, [one for one in named if one != reader])
            work.audit("closed.stop", entity="account", key=reader)

    def hand_over(self, successor: AccountId) -> int:
        """Give a successor every closed note that the account holds; gives how many notes.

        Raises:
            RuleBrokenError: ``closed-reader``, see ``name``; ``closed-none``: there are none.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            self._check(work, successor)
            opener, counts, given = Opener(self.desk.vault, work), work.closed_counts(), 0
            for compartment in held(self.desk, work):
                key = opener.key(compartment)
                if key is not None:
                    give(self.desk, work, compartment, key, successor, KeyReason.SUCCESSOR)
                    given += counts.get(compartment, 0)
            if not given:
                raise RuleBrokenError("closed-none")
            detail = {"notes": given}
            work.audit("closed.handover", entity="account", key=successor, detail=detail)
        return given

    def search(self, typed: str) -> Sequence[ClosedHit]:
        """Find words in the closed notes that the account can open, newest first.

        Every note is opened for it; nothing of them is kept, and no index is made.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            work.audit("closed.search")
        words = [needles(word) for word in typed.split() if len(word) >= SHORTEST]
        if not words:
            return ()
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            found = list(self._found(facts, words))
        return sorted(found, key=lambda hit: (hit.day, hit.note), reverse=True)[:MOST]

    def at_stake(self, account: AccountId) -> AtStake:
        """Count what would become of closed notes if an account lost its keys."""
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            present, counts = recipients(self.desk.vault), facts.closed_counts()
            own = facts.find(CompartmentKey, account=account, recipient=present.get(account))
            found = {"shared": 0, "recoverable": 0, "lost": 0}
            for compartment in {one.compartment for one in own}:
                others = [
                    one
                    for one in facts.find(CompartmentKey, compartment=compartment)
                    if one.account != account
                ]
                found[_fate(others, present)] += counts.get(compartment, 0)
        return AtStake(**found)

    def _check(self, facts: Reading, reader: AccountId) -> None:
        if reader == self.desk.actor.account or reader not in may_read(self.desk, facts):
            raise RuleBrokenError("closed-reader")

    def _found(self, facts: Reading, words: Sequence[Sequence[str]]) -> Sequence[ClosedHit]:
        opener, names = Opener(self.desk.vault, facts), names_of(facts)
        mine = facts.find(CompartmentKey, recipient=self.desk.vault.recipient)
        hits = []
        for compartment in dict.fromkeys(one.compartment for one in mine):
            for note in facts.find(Note, compartment=compartment):
                if moved_away(facts, note.id):
                    continue  # it stands where it belongs
                fields = opener.fields(note) or {}
                text = "\n".join(fields.values())
                folded = fold(text)
                if all(any(one in folded for one in spellings) for spellings in words):
                    hits.append(_hit(facts, note, text, words, names))
        return hits


def names_of(facts: Reading) -> dict[AccountId, str]:
    """Give the short names of the people behind accounts."""
    return {one.account: one.short_name for one in facts.find(Staff) if one.account is not None}


def colleagues(
    desk: Desk, facts: Reading, *, besides: AccountId | None = None
) -> Sequence[Colleague]:
    """List the accounts that can be given closed notes, by name."""
    names = names_of(facts)
    accounts = (one for one in may_read(desk, facts) if one != besides)
    return sorted(
        (Colleague(account=one, name=names.get(one, "")) for one in accounts),
        key=lambda one: one.name,
    )


def _fate(others: Sequence[CompartmentKey], present: Mapping[AccountId, str]) -> str:
    """Say who else could open a compartment."""
    if any(one.account and present.get(one.account) == one.recipient for one in others):
        return "shared"
    return "recoverable" if any(one.account is None for one in others) else "lost"


def _readers(
    facts: Reading,
    compartments: Sequence[Compartment],
    counts: Mapping[str, int],
    names: Mapping[AccountId, str],
    present: Mapping[AccountId, str],
) -> Sequence[Reader]:
    """Put together what each reader was given of one author's compartments."""
    keys: dict[tuple[AccountId | None, str], list[tuple[CompartmentKey, Compartment]]] = {}
    for compartment in compartments:
        for key in facts.find(CompartmentKey, compartment=compartment.id):
            keys.setdefault((key.account, key.recipient), []).append((key, compartment))
    recovery = facts.setting(RECOVERY)
    return [
        Reader(
            account=account,
            name=names.get(account, "") if account else "",
            reason=given[-1][0].reason,
            since=min(key.at for key, _ in given),
            notes=sum(counts.get(one, 0) for one in {compartment.id for _, compartment in given}),
            goes_on=any(compartment.ended_at is None for _, compartment in given),
            lost=recipient != (present.get(account) if account else recovery),
        )
        for (account, recipient), given in keys.items()
    ]


def _hit(
    facts: Reading,
    note: Note,
    text: str,
    words: Sequence[Sequence[str]],
    names: Mapping[AccountId, str],
) -> ClosedHit:
    session = facts.get(Session, note.session)
    person = facts.get(Person, note.person) if note.person else None
    return ClosedHit(
        note=note.id,
        session=note.session,
        day=session.day,
        who=person.short_name if person else "",
        who_code=person.code if person else "",
        author=names.get(note.author, ""),
        excerpt=excerpt(text, words[0]),
    )
