"""Undo of what is saved and not signed: the newest deed as a whole, or one change out of a history.

Undoing is a change like any other: it is audited, keeps what it replaces, and is refused when the
row has been changed meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from tcdesk.domain.apart import Apart
from tcdesk.domain.community import CommunityEvent, RoleStay
from tcdesk.domain.consents import Consent
from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.errors import StaleRowError
from tcdesk.domain.flags import Flag
from tcdesk.domain.identifiers import Identifier
from tcdesk.domain.ids import AccountId, PersonId
from tcdesk.domain.intake import DrugUse
from tcdesk.domain.network import Contact, Tie
from tcdesk.domain.notes import Note
from tcdesk.domain.people import Person, StatusStay, check_person
from tcdesk.domain.plans import Goal, GoalStep
from tcdesk.domain.programmes import Phase, Programme
from tcdesk.domain.recurrence import Series
from tcdesk.domain.release import ReleaseBody
from tcdesk.domain.removal import Removal, Thing, last_day
from tcdesk.domain.sessions import Group, Guest, Membership, Session
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.fitting import check_fits
from tcdesk.services.removals import ASKS
from tcdesk.services.store import Added, Deed, Reading, Record, Removed, Replaced, Step

THINGS: dict[type, Thing] = {
    Person: Thing.PERSON,
    StatusStay: Thing.STATUS,
    Participation: Thing.PARTICIPATION,
    Episode: Thing.EPISODE,
    PhaseStay: Thing.PHASE,
    Group: Thing.GROUP,
    Membership: Thing.MEMBERSHIP,
    Session: Thing.SESSION,
    Guest: Thing.GUEST,
    Note: Thing.NOTE,
    Series: Thing.SERIES,
    Apart: Thing.APART,
    Goal: Thing.GOAL,
    GoalStep: Thing.STEP,
    ReleaseBody: Thing.BODY,
    RoleStay: Thing.ROLE,
    DrugUse: Thing.DRUG,
    CommunityEvent: Thing.EVENT,
    Identifier: Thing.IDENTIFIER,
    RegimeStay: Thing.REGIME,
    HousingStay: Thing.HOUSING,
    Tie: Thing.TIE,
    Contact: Thing.CONTACT,
    Consent: Thing.CONSENT,
    Flag: Thing.FLAG,
}
TOLD: dict[type, tuple[str, ...]] = {
    Person: ("family_name", "given_name", "birth_date", "sex", "kind", "region", "risk"),
    StatusStay: ("status", "from_date", "to_date"),
    Episode: ("from_date", "to_date", "exit_code"),
    PhaseStay: ("from_date", "to_date"),
    Membership: ("from_date", "to_date"),
    Identifier: ("kind", "value"),
    RegimeStay: ("regime", "from_date", "to_date"),
    HousingStay: ("place", "wing", "from_date", "to_date"),
    Tie: ("kind", "remark", "from_date", "to_date"),
    Contact: (
        "name",
        "role",
        "reached_at",
        "support",
        "leave",
        "leave_on",
        "remark",
        "from_date",
        "to_date",
    ),
    Consent: ("purpose", "recipient", "given", "from_date", "to_date", "remark"),
    Flag: ("kind", "reason", "from_date", "to_date"),
}
"""The fields of a person's file whose changes are told, in the order in which they are read."""

FILE: tuple[type[Record], ...] = (
    Identifier,
    RegimeStay,
    HousingStay,
    Tie,
    Contact,
    Consent,
    Flag,
)

Told = str | bool | date | StrEnum | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after."""

    name: str
    before: Told = field(repr=False)
    after: Told = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one row: who, when, which fields.

    ``value`` is the row as it is now; ``about`` names what it is about (programme, phase, group).
    ``can_undo``: every field still is what this change made of it.
    """

    value: Record
    about: str
    about_en: str
    at: str
    account: AccountId
    by: str = field(repr=False)
    fields: Sequence[FieldChange]
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back."""

    desk: Desk

    def latest(self) -> Deed | None:
        """Give the newest deed if the one at the desk may take it back."""
        self.desk.check(None)
        deed = self.desk.vault.store.latest
        if deed is None or not all(self.desk.may(one) for one in _asked(deed)):
            return None
        return deed if _asked(deed) else None

    def undo(self, deed: Deed) -> None:
        """Take a whole deed back; what it added goes into the bin.

        Raises:
            NotAllowedError: The role may not do such things.
            StaleRowError: Something of it has been changed meanwhile.
            DependedOnError: Something that was added later needs it.
        """
        desk = self.desk
        asked = _asked(deed)
        with desk.writing(asked[0]) as work:
            for action in asked[1:]:
                with desk.reading(action):
                    pass
            added = []
            for step in reversed(deed.steps):
                match step:
                    case Replaced():
                        work.change(step.former, expected=step.version)
                    case Removed():
                        work.put_back(step.removal.id)
                    case Added():
                        if work.version(type(step.value), step.value.id) != step.version:
                            raise StaleRowError(table=THINGS[type(step.value)].table)
                        added.append(step.value)
            if added:
                main = added[-1]
                person = main.id if isinstance(main, Person) else getattr(main, "person", None)
                work.remove(
                    Removal(
                        id=desk.ids.new(),
                        thing=THINGS[type(main)],
                        row=main.id,
                        person=person,
                        at=desk.moment(),
                        account=desk.actor.account,
                        until=last_day(desk.clock.today()),
                    ),
                    added,
                )

    def changes(self, person: PersonId) -> Sequence[Change]:
        """List every change in a person's file, newest first."""
        with self.desk.reading(Action.SEE_PEOPLE) as facts:
            episodes = facts.find(Episode, person=person)
            rows: list[Record] = [
                facts.get(Person, person),
                *facts.find(StatusStay, person=person),
                *episodes,
                *(one for stay in episodes for one in facts.find(PhaseStay, episode=stay.id)),
                *facts.find(Membership, person=person),
                *(row for kind in FILE for row in facts.find(kind, person=person)),
            ]
            found = [change for row in rows for change in _changes(facts, row)]
        return sorted(found, key=lambda one: one.at, reverse=True)

    def take_back(self, change: Change) -> None:
        """Write what the fields of one change were before.

        Raises:
            NotAllowedError: The role may not change such things.
            StaleRowError: A field has been changed since.
            RuleBrokenError: What was before no longer fits the rest.
        """
        kind = type(change.value)
        with self.desk.writing(ASKS[THINGS[kind]]) as work:
            now = work.get(kind, change.value.id)
            if any(getattr(now, one.name) != one.after for one in change.fields):
                raise StaleRowError(table=THINGS[kind].table)
            former = replace(now, **{one.name: one.before for one in change.fields})  # type: ignore[type-var]  # every kind of TOLD is a dataclass
            if isinstance(former, Person):
                check_person(former, self.desk.clock.today())
            work.change(former, expected=work.version(kind, now.id))
            check_fits(work, former)


def _asked(deed: Deed) -> Sequence[Action]:
    """List what one must be allowed, to take a deed back; nothing if nobody may."""
    asked = []
    for step in deed.steps:
        thing = _thing(step)
        if thing is None:
            return ()
        if ASKS[thing] not in asked:
            asked.append(ASKS[thing])
    return asked


def _thing(step: Step) -> Thing | None:
    match step:
        case Removed():
            return step.removal.thing
        case Replaced():
            return THINGS.get(type(step.former))
        case Added():
            return THINGS.get(type(step.value))


def _changes(facts: Reading, row: Record) -> Sequence[Change]:
    before = facts.superseded(type(row), row.id)
    states = [*(value for value, _when in before), row]
    names = TOLD[type(row)]
    found = []
    for (former, when), after in zip(before, states[1:], strict=True):
        different = [
            FieldChange(name=name, before=getattr(former, name), after=getattr(after, name))
            for name in names
            if getattr(former, name) != getattr(after, name)
        ]
        if not different:
            continue
        about = _about(facts, row)
        by = next(iter(facts.find(Staff, account=when.account)), None)
        found.append(
            Change(
                value=row,
                about=about[0],
                about_en=about[1],
                at=when.at,
                account=when.account,
                by=by.short_name if by else "",
                fields=different,
                can_undo=all(getattr(row, one.name) == one.after for one in different),
            )
        )
    return found


def _about(facts: Reading, row: Record) -> tuple[str, str]:
    """Name what a row is about, in both languages; a person and a status are their own names."""
    match row:
        case Episode():
            programme = facts.get(Programme, row.programme)
            return programme.name_sl, programme.name_en
        case PhaseStay():
            phase = facts.get(Phase, row.phase)
            return phase.name_sl, phase.name_en
        case Membership():
            name = facts.get(Group, row.group).name
            return name, name
        case _:
            return "", ""
