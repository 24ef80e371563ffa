"""What the page of a session says of drafts: restored, lost with its key, overtaken by another."""

from collections.abc import Callable

from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Page


def say_locked_draft(page: Page) -> None:
    """Say that a draft is sealed with a key that the account has lost."""
    words = page.kit.words
    lost, next_step = words("closed-locked-draft"), words("closed-locked-draft.next")
    page.say(Message(text=lost, next_step=next_step, tone=Tone.WARN))


def say_restored(page: Page, forget: Callable[[], None]) -> None:
    """Say that a draft was restored, and offer to throw it away."""
    words = page.kit.words
    page.say(
        Message(
            text=words("session-restored"),
            next_step=words("session-restored.next"),
            action=words("session-restored-drop"),
            act=forget,
        )
    )


def say_stale(page: Page, error: Exception, insist: Callable[[], None]) -> None:
    """Say that something has changed meanwhile, and offer to save what was typed all the same."""
    words = page.kit.words
    text, _next = page.kit.trouble.tell(error)
    page.say(
        Message(
            text=text,
            next_step=words("session-stale-next"),
            tone=Tone.WARN,
            action=words("session-stale-mine"),
            act=insist,
        )
    )
