"""Before two who are kept apart are brought together: their names, and a decision."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from tcdesk.domain.people import Person
from tcdesk.ui.decision import decide
from tcdesk.ui.kit import Kit


def ask_about_apart(
    kit: Kit,
    owner: QWidget,
    find: Callable[[], Sequence[Person]],
    *,
    name: str,
    then: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Go on at once where nobody must be kept away, else only after a yes.

    Args:
        kit: What the window is built with.
        owner: Who asks.
        find: Gives those whom the person must not meet; runs in the reader lane.
        name: The person, as shown.
        then: What brings them together.
        failed: Is told what went wrong.
    """

    def answered(found: Sequence[Person]) -> None:
        if not found:
            then()
            return
        words = kit.words
        others = ", ".join(kit.privacy.name(one.full_name, one.code) for one in found)
        decide(
            kit,
            owner.window(),
            then,
            question=words("apart-meet", name=name),
            explanation=words("apart-meet.why", others=others),
            yes=words("apart-meet.yes"),
            danger=True,
        )

    kit.jobs.run(owner, find, done=answered, failed=failed, lane="reader")
