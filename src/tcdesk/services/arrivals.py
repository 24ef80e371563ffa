"""Files that a stick brings, told by their names alone: a hint for people, believed by nobody."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.exchange_rows import BundleIn, Party
from tcdesk.services.own_party import believed_roster
from tcdesk.services.store import Reading

_NAME = re.compile(r"([A-Z0-9-]{1,20})-(\d{6,10})-([0-9a-f]{8})\.tcb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that may be a bundle; ``sender`` is who its name says, None if nobody we know."""

    path: Path
    size: int
    seq: int
    sender: Party | None
    taken: bool


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Looks for bundles in folders; what we wrote ourselves is left out."""

    desk: Desk

    def within(self, folders: Iterable[Path]) -> Sequence[Arrival]:
        """List the files in some folders, new ones first, by sender and number."""
        with self.desk.reading(Action.IMPORT) as facts:
            own, parties = facts.setting("unit-tag"), _by_tag(facts)
            taken = {(one.seq, one.sha256[:8]) for one in facts.find(BundleIn)}
        found = []
        for path in (path for folder in folders for path in _files(folder)):
            named = _NAME.fullmatch(path.name)
            tag, seq, start = named.groups() if named else ("", "0", "")
            size = _size(path)
            if tag != own and size is not None:
                found.append(
                    Arrival(
                        path=path,
                        size=size,
                        seq=int(seq),
                        sender=parties.get(tag),
                        taken=(int(seq), start) in taken,
                    )
                )
        return sorted(found, key=lambda one: (one.taken, _code(one), one.seq, one.path.name))


def _by_tag(facts: Reading) -> dict[str, Party]:
    """Give the parties that we have confirmed by the code that stands on file names."""
    roster = believed_roster(facts)
    known = {one.id: one for one in facts.find(Party)}
    listed = roster.parties if roster else ()
    return {one.code: known[one.party_id] for one in listed if one.party_id in known}


def _files(folder: Path) -> Sequence[Path]:
    """List the files of a folder; one that is gone has none."""
    try:
        return [path for path in folder.iterdir() if path.suffix.lower() == ".tcb"]
    except OSError:
        return []


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None  # pulled between the two looks


def _code(arrival: Arrival) -> str:
    return arrival.sender.code if arrival.sender else ""
