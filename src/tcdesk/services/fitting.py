"""Keeping stays side by side when one of them goes, comes back or gets other dates.

Removing and putting back are exact opposites: what removing joined up is cut again.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tcdesk.domain.custody import HousingStay, RegimeStay
from tcdesk.domain.dated import check_no_overlap, check_period
from tcdesk.domain.enrolments import Episode, Participation, PhaseStay
from tcdesk.domain.ids import ParticipationId
from tcdesk.domain.people import StatusStay
from tcdesk.domain.sessions import Membership
from tcdesk.services.store import Record, Work

S = TypeVar("S", StatusStay, PhaseStay, RegimeStay, HousingStay)


def succeed(work: Work, kind: type[S], new: S, stays: Sequence[S]) -> None:
    """Let a stay begin; what is open ends on that day (two stays, where files were merged).

    Raises:
        RuleBrokenError: ``overlap`` or ``end-before-start``.
    """
    kept = []
    for one in stays:
        if one.to_date is None:
            ended = replace(one, to_date=new.from_date)
            check_period(ended.from_date, ended.to_date)
            work.change(ended, expected=work.version(kind, one.id))
            kept.append(ended)
        else:
            kept.append(one)
    check_no_overlap(new, kept)
    work.add(new)


def join_up(work: Work, kind: type[S], gone: S, stays: Sequence[S]) -> None:
    """Let the stay that ended where the removed one began go on to its end."""
    before = next((one for one in stays if one.to_date == gone.from_date), None)
    if before is not None:
        longer = replace(before, to_date=gone.to_date)
        work.change(longer, expected=work.version(kind, before.id))


def cut(work: Work, kind: type[S], back: S, others: Sequence[S]) -> None:
    """Give a stay that was put back its time: one that was joined up ends where it begins.

    Raises:
        RuleBrokenError: ``overlap``.
    """
    kept = []
    for one in others:
        if one.from_date < back.from_date and one.to_date == back.to_date:
            shorter = replace(one, to_date=back.from_date)
            work.change(shorter, expected=work.version(kind, one.id))
            kept.append(shorter)
        else:
            kept.append(one)
    check_no_overlap(back, kept)


def fit_in(work: Work, value: Record) -> None:
    """Join a value that was put back to what has stayed."""
    match value:
        case StatusStay():
            stays = work.find(StatusStay, person=value.person)
            cut(work, StatusStay, value, [one for one in stays if one.id != value.id])
        case PhaseStay():
            phases = work.find(PhaseStay, episode=value.episode)
            cut(work, PhaseStay, value, [one for one in phases if one.id != value.id])
        case RegimeStay():
            regimes = work.find(RegimeStay, person=value.person)
            cut(work, RegimeStay, value, [one for one in regimes if one.id != value.id])
        case HousingStay():
            places = work.find(HousingStay, person=value.person)
            cut(work, HousingStay, value, [one for one in places if one.id != value.id])
        case _:
            check_fits(work, value)


def check_fits(work: Work, value: Record) -> None:
    """Refuse a stay that overlaps another of its kind; settle the participation of an episode.

    Raises:
        RuleBrokenError: ``overlap`` or ``end-before-start``.
    """
    same: Sequence[StatusStay | PhaseStay | RegimeStay | HousingStay | Membership | Episode]
    match value:
        case StatusStay():
            same = work.find(StatusStay, person=value.person)
        case PhaseStay():
            same = work.find(PhaseStay, episode=value.episode)
        case RegimeStay():
            same = work.find(RegimeStay, person=value.person)
        case HousingStay():
            same = work.find(HousingStay, person=value.person)
        case Membership():
            same = work.find(Membership, group=value.group, person=value.person)
        case Episode():
            same = work.find(Episode, person=value.person, programme=value.programme)
        case _:
            return
    check_no_overlap(value, [one for one in same if one.id != value.id])
    if isinstance(value, Episode):
        settle(work, value.participation)


def settle(work: Work, participation: ParticipationId) -> None:
    """Let a participation begin with its first episode and end with its last."""
    episodes = work.find(Episode, participation=participation)
    if not episodes:
        return
    known = work.get(Participation, participation)
    ends = [one.to_date for one in episodes]
    right = replace(
        known,
        from_date=min(one.from_date for one in episodes),
        to_date=None if None in ends else max(day for day in ends if day is not None),
    )
    if right != known:
        work.change(right, expected=work.version(Participation, participation))
