"""What stands below a page after saving and removing: what happened, and the way back."""

from collections.abc import Callable

from tcdesk.domain.removal import Removal
from tcdesk.services.bin import Bin
from tcdesk.services.desk import Desk
from tcdesk.services.undo import Undo
from tcdesk.ui.jobs import Changed
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Page

TOPICS = frozenset({"people", "sessions", "notes", "groups", "drafts", "bin"})
KEY = "Ctrl+Z"


def say_saved(page: Page, desk: Desk, text: str) -> None:
    """Say that something was saved; what can be taken back has »Razveljavi«."""
    deed = Undo(desk).latest()
    if deed is None:
        page.say(Message(text=text, tone=Tone.SUCCESS))
        return

    def undo() -> Changed[None]:
        Undo(desk).undo(deed)
        return Changed(None, TOPICS)

    _say(page, text, undo)


def remove(
    page: Page, desk: Desk, job: Callable[[], Removal], then: Callable[[], None] = lambda: None
) -> None:
    """Remove something in the writer lane, and say how to have it back.

    Args:
        page: Where it was asked for; what forbids it is told there.
        desk: Where it is put back.
        job: Removes.
        then: What the page does once it is gone.
    """

    def done(removal: Removal) -> None:
        def put_back() -> Changed[None]:
            Bin(desk).put_back(removal.id)
            return Changed(None, TOPICS)

        then()
        _say(page, page.kit.words("remove-done", until=removal.until), put_back)

    page.kit.jobs.run(page, lambda: Changed(job(), TOPICS), done=done, failed=page.tell)


def _say(page: Page, text: str, back: Callable[[], Changed[None]]) -> None:
    words = page.kit.words

    def undone(_none: None) -> None:
        page.say(Message(text=words("undo-done"), tone=Tone.SUCCESS))

    page.say(
        Message(
            text=text,
            tone=Tone.SUCCESS,
            action=words("undo"),
            act=lambda: page.kit.jobs.run(page, back, done=undone, failed=page.tell),
            shortcut=KEY,
        )
    )
