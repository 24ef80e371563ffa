"""The bin (»Koš«): what was removed, for ninety days, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from tcdesk.domain.enrolments import Episode, PhaseStay
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.notes import Note
from tcdesk.domain.people import Person
from tcdesk.domain.programmes import Activity, Programme
from tcdesk.domain.removal import Removal, Thing
from tcdesk.domain.sessions import Group, Guest, Session
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import fit_in
from tcdesk.services.removals import ASKS
from tcdesk.services.store import Reading, Record

V = TypeVar("V", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class BinLine:
    """What lies in the bin: the thing as it was, with what is needed to name it.

    ``person`` is None when nobody is concerned, ``group`` and ``activity`` likewise.
    """

    removal: Removal
    value: Record
    days_left: int
    by: str = field(repr=False)
    person: Person | None
    group: Group | None
    activity: Activity | None
    programme: Programme | None
    session: Session | None


@dataclass(frozen=True, slots=True)
class Bin:
    """What can be put back."""

    desk: Desk

    def put_back(self, removal: str) -> Removal:
        """Put back what an act removed.

        Raises:
            NotAllowedError: The role may not do such things.
            RuleBrokenError: ``overlap``: something else has been entered for that time.
            DependedOnError: What it belongs to is not there any more.
        """
        with self.desk.vault.store.reading() as facts:
            found = facts.get(Removal, removal)
        with self.desk.writing(ASKS[found.thing]) as work:
            if not self._concerns(found):
                raise RuleBrokenError("not-the-remover")
            for value in work.put_back(removal):
                fit_in(work, value)
            return found

    def lying(self) -> Sequence[BinLine]:
        """List what can be put back, newest first: what one removed oneself; the head sees all."""
        with self.desk.reading(Action.EDIT_SCHEDULE) as facts:
            today = self.desk.clock.today()
            lines = [
                _line(facts, removal, today)
                for removal in facts.find(Removal)
                if removal.until >= today
                and self.desk.may(ASKS[removal.thing])
                and self._concerns(removal)
            ]
            return sorted(lines, key=lambda one: one.removal.at, reverse=True)

    def _concerns(self, removal: Removal) -> bool:
        """Say whether it is one's own act, or one is in charge of the unit."""
        own = removal.account == self.desk.actor.account
        return own or (removal.thing is not Thing.NOTE and self.desk.may(Action.MANAGE_UNIT))


def _line(facts: Reading, removal: Removal, today: date) -> BinLine:
    """Name a thing in the bin; what it belongs to may lie there too."""
    rows = facts.in_bin(removal.id)
    value = next((one for one in rows if one.id == removal.row), rows[-1])
    near = {one.id: one for one in rows}

    def told(kind: type[V], key: str | None) -> V | None:
        if key is None:
            return None
        if key in near:
            return cast("V", near[key])
        return next(iter(facts.find(kind, id=key)), None)

    session = told(Session, value.session if isinstance(value, Note | Guest) else None)
    if isinstance(value, Session):
        session = value
    group_key = getattr(session or value, "group", None)
    group = value if isinstance(value, Group) else told(Group, group_key)
    episode = value if isinstance(value, Episode) else None
    if isinstance(value, PhaseStay):
        episode = told(Episode, value.episode)
    by = next(iter(facts.find(Staff, account=removal.account)), None)
    return BinLine(
        removal=removal,
        value=value,
        days_left=(removal.until - today).days,
        by=by.short_name if by else "",
        person=told(Person, removal.person),
        group=group,
        activity=told(Activity, getattr(session or group, "activity", None)),
        programme=told(Programme, episode.programme if episode else None),
        session=session,
    )
