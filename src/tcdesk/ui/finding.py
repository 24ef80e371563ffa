"""Joins the search box to the vault: what was found becomes lines that open pages."""

from collections.abc import Callable, Sequence
from functools import partial

from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine, SessionLine
from tcdesk.services.search import Search
from tcdesk.ui.icons import Icon
from tcdesk.ui.kit import Kit
from tcdesk.ui.search_box import Found

OpenPage = Callable[[str, object], None]


def finder(
    kit: Kit, desk: Desk, shown: Callable[[], frozenset[str]], open_page: OpenPage
) -> Callable[[str], Sequence[Found]]:
    """Make what the search box asks, in the reader lane.

    Args:
        kit: Words for the lines.
        desk: The open vault.
        shown: The keys of the pages that this account has.
        open_page: Opens a page at a target; called on the main thread.
    """

    def person(line: PersonLine) -> Found:
        return Found(
            text=kit.privacy.name(line.name, line.code),
            detail=line.code,
            icon=Icon.PERSON,
            do=partial(open_page, "person", line.id),
        )

    def session(line: SessionLine) -> Found:
        words = kit.words
        called = line.activity_en if words.language == "en" else line.activity_sl
        day = f"{words.weekday_short(line.day)} {words.date(line.day)}"
        who = kit.privacy.name(line.who, line.who_code)
        return Found(
            text=f"{called} – {who}" if who else called,
            detail=f"{day}, {words.time(line.start)}",
            icon=Icon.SESSIONS,
            do=partial(open_page, "session", line.id),
        )

    def find(text: str) -> Sequence[Found]:
        pages = shown()
        hits = Search(desk).find(text)
        found: list[Found] = []
        if hits.sheet and "session" in pages:
            found.append(
                Found(
                    text=kit.words("find-sheet", code=text.strip().upper()),
                    icon=Icon.DOCUMENT,
                    do=partial(open_page, "session", hits.sheet),
                )
            )
        if "person" in pages:
            found += [person(line) for line in hits.people]
        if "session" in pages:
            found += [session(line) for line in hits.sessions]
        return found

    return find
