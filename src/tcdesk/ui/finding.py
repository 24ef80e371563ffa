"""What the search box finds in the vault: people, the session of a sheet code, a new participant.

Pages and actions by name are found by the box itself; here is what needs the vault.
"""

from collections.abc import Callable, Sequence
from functools import partial

from tcdesk.domain.codes import show_code
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import Beyond, Emergency
from tcdesk.services.lines import PersonLine, SessionLine
from tcdesk.services.note_search import spelled
from tcdesk.services.search import Search
from tcdesk.ui.asked import asked
from tcdesk.ui.flag_words import marked
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.note_search import WordsAsked
from tcdesk.ui.people_target import PeopleTarget
from tcdesk.ui.people_words import activity_name, line_status, programme_word
from tcdesk.ui.search_box import Found, folded

OpenPage = Callable[[str, object], None]


class Finding:
    """Finds in the reader lane; what is chosen opens on the main thread."""

    def __init__(self, kit: Kit, desk: Desk, open_page: OpenPage) -> None:
        """Take what opens a page at a target (``Frame.open_page``)."""
        self._kit = kit
        self._search = Search(desk)
        self._emergency = Emergency(desk) if desk.may(Action.SEE_PEOPLE) else None
        self._may_read = desk.may(Action.SEE_NOTES)
        self._may_edit = desk.may(Action.EDIT_PEOPLE)
        self._open = open_page

    def __call__(self, text: str) -> Sequence[Found]:
        """Find what was typed: a session first, its code is exact; then people, commands, notes."""
        words, born = asked(text)
        hits = self._search.find(words, born=born)
        found = [self._session(hits.session)] if hits.session else []
        found += [self._person(line) for line in hits.people]
        found += [self._session(line) for line in hits.that_day]
        if not hits.people and not hits.that_day:
            found += self._beyond_care(text)
        return [*found, *self._commands(text), *self._in_notes(words)]

    def _in_notes(self, typed: str) -> list[Found]:
        """Offer the search in notes; it is done, and put on record, only when chosen."""
        if not self._may_read or not spelled(typed):
            return []
        return [
            Found(
                text=self._kit.words("finding-in-notes", text=typed),
                icon=Icon.NOTE,
                do=partial(self._open, "search", WordsAsked(text=typed)),
            )
        ]

    def _beyond_care(self, text: str) -> list[Found]:
        if self._emergency is None:
            return []
        return [self._beyond(one) for one in self._emergency.look_for(text)]

    def _beyond(self, one: Beyond) -> Found:
        words = self._kit.words
        return Found(
            text=words("finding-beyond", code=one.code),
            detail=words("emergency-ask"),
            icon=Icon.WARN,
            do=partial(self._open, "people", PeopleTarget(emergency=one.code)),
        )

    def _person(self, line: PersonLine) -> Found:
        kit = self._kit
        state = programme_word(kit.words, line.programme, line.phase) or line_status(
            kit.words, line
        )
        born = kit.words.date(line.birth_date) if line.birth_date else ""
        name = kit.privacy.name(line.name, line.code)
        told = () if kit.privacy.on else (born, line.code)
        return Found(
            text=marked(name, line.marks),
            detail=" · ".join(part for part in (state, *told) if part),
            icon=Icon.PERSON,
            do=partial(self._open, "person", line.id),
        )

    def _session(self, line: SessionLine) -> Found:
        kit = self._kit
        activity = activity_name(kit.words, line.activity_sl, line.activity_en)
        when = f"{kit.words.date(line.day)}, {kit.words.time(line.start)}"
        who = kit.privacy.name(line.who, line.who_code)
        return Found(
            text=kit.words("finding-session", code=show_code(line.code), activity=activity),
            detail=" · ".join(part for part in (who, when) if part),
            icon=Icon.SESSIONS,
            do=partial(self._open, "session", line.id),
        )

    def _commands(self, text: str) -> list[Found]:
        name = self._kit.words("people-new")
        if not self._may_edit or folded(text.strip()) not in folded(name):
            return []
        return [
            Found(
                text=name,
                icon=Icon.ADD_PERSON,
                do=partial(self._open, "people", PeopleTarget(new=True)),
            )
        ]
