"""The lists behind the numbers of Danes: what waits, line by line; a line opens where it waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import Signal

from tcdesk.domain.ids import PersonId
from tcdesk.services.lines import AlertLine, DraftLine, NoteLine, SessionLine
from tcdesk.ui.card import Card
from tcdesk.ui.instrument_entry import PAGE as RESPONSES
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.person_target import PersonAt
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: when, what, who, and the page with the target that settle it."""

    day: date | None
    when: str
    what: str
    who: str = field(repr=False)
    page: str
    target: object = field(default=None, repr=False)


def of_notes(kit: Kit, lines: Sequence[NoteLine]) -> Sequence[Waiting]:
    """Say which notes wait for a signature."""
    return [
        Waiting(
            day=line.day,
            when=kit.words.date(line.day),
            what=activity_name(kit.words, line.activity_sl, line.activity_en),
            who=kit.privacy.name(line.who, line.who_code),
            page="session",
            target=line.session,
        )
        for line in lines
    ]


def of_sessions(kit: Kit, lines: Sequence[SessionLine]) -> Sequence[Waiting]:
    """Say which sessions wait to be keyed in."""
    return [
        Waiting(
            day=line.day,
            when=f"{kit.words.date(line.day)}, {kit.words.time(line.start)}",
            what=activity_name(kit.words, line.activity_sl, line.activity_en),
            who=kit.privacy.name(line.who, line.who_code),
            page="session",
            target=line.id,
        )
        for line in lines
    ]


def of_drafts(kit: Kit, lines: Sequence[DraftLine]) -> Sequence[Waiting]:
    """Say which forms hold something that is not saved."""
    return [_of_draft(kit, line) for line in lines]


def of_alerts(kit: Kit, lines: Sequence[AlertLine]) -> Sequence[Waiting]:
    """Say which people need a look."""
    return [
        Waiting(
            day=None,
            when="",
            what=kit.words(f"today-alert-{line.kind.value}", sex=line.sex.value.lower()),
            who=kit.privacy.name(line.name, line.code),
            page="person",
            target=line.person,
        )
        for line in lines
    ]


def _of_draft(kit: Kit, line: DraftLine) -> Waiting:
    saved = datetime.fromisoformat(line.saved_at)
    page, target = line.page, cast("object", line.session)
    if line.session is not None:
        what = activity_name(kit.words, line.activity_sl, line.activity_en)
    elif line.page == RESPONSES:
        what = kit.words("person-tab-instruments")
        page, target = "person", PersonAt(person=PersonId(line.entity), tab="instruments")
    elif line.page == "people":
        what, target = kit.words("people-new"), PeopleTarget(new=True)
    else:
        what = kit.words("today-draft-other")
    return Waiting(
        day=saved.date(),
        when=kit.words.moment(saved),
        what=what,
        who=kit.privacy.name(line.who, line.who_code),
        page=page,
        target=target,
    )


class WaitingList(Card):
    """One of the lists, with a way back to the sessions."""

    backAsked = Signal()
    openAsked = Signal(object)  # Waiting

    def __init__(self, kit: Kit) -> None:
        words = kit.words
        back = button(words("today-back"), "link")
        super().__init__("", beside=back)
        back.clicked.connect(self.backAsked)
        columns = (
            Column[Waiting](key="who", title=words("today-list-who"), text=lambda one: one.who),
            Column[Waiting](
                key="what", title=words("today-list-what"), text=lambda one: one.what, stretch=True
            ),
            Column[Waiting](
                key="when",
                title=words("today-list-when"),
                text=lambda one: one.when,
                order=lambda one: one.day or date.max,
            ),
        )
        self._rows: Rows[Waiting] = Rows(columns, words, self)
        self.table: Table[Waiting] = Table(
            self._rows, name=words("today-waiting"), empty=words("today-list-empty")
        )
        self.table.openAsked.connect(self.openAsked)
        self.body.addWidget(self.table)

    def show_list(self, title: str, rows: Sequence[Waiting]) -> None:
        """Show one list under its title."""
        self.set_title(title)
        self.table.setAccessibleName(title)
        self._rows.show(rows)

    @property
    def shown(self) -> Sequence[Waiting]:
        """Give what the list holds."""
        return self._rows.values()
