"""Asks whether today's date is right, when the clock of the computer has jumped."""

from collections.abc import Callable

from tcdesk.services.desk import Desk
from tcdesk.services.timekeeping import Timekeeping
from tcdesk.ui.decision import decide
from tcdesk.ui.jobs import Changed
from tcdesk.ui.page import Page


def confirm_date(page: Page, desk: Desk, then: Callable[[], None]) -> None:
    """Go on at once if the clock is believed, else after the person has confirmed the date."""
    kit, time = page.kit, Timekeeping(desk)

    def confirm() -> Changed[None]:
        time.confirm()
        return Changed(None, frozenset({"health"}))

    def ask(doubted: bool) -> None:  # noqa: FBT001 - a job's result
        if not doubted:
            then()
            return
        words = kit.words
        decide(
            kit,
            page,
            lambda: kit.jobs.run(page, confirm, done=lambda _none: then(), failed=page.tell),
            question=words("clock-ask", moment=words.moment(kit.clock.now())),
            explanation=words("clock-ask.why"),
            yes=words("clock-ask.yes"),
            no=words("clock-ask.no"),
            danger=True,
        )

    kit.jobs.run(page, time.in_doubt, done=ask, failed=page.tell, lane="reader")
