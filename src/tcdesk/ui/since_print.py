"""What has changed on a roster since the sheet in the hand was printed, in a sentence."""

from tcdesk.ui.keyed import Keyed
from tcdesk.ui.kit import Kit


def since_print(kit: Kit, keyed: Keyed) -> str:
    """Name who is on the sheet and not expected any more, and who came after it; empty if nobody.

    The numbers are those of the sheet and of the roster, which agree.
    """
    words, name = kit.words, kit.privacy.name
    numbers = {person: place for place, person in enumerate(keyed.opened.printed, start=1)}
    gone = [(numbers[one.id], one) for one in keyed.opened.gone]
    later = [(row.number, row.person) for row in keyed.rows() if row.added_later]
    told = [
        words(
            message,
            people=", ".join(f"{place} {name(one.short_name, one.code)}" for place, one in people),
        )
        for message, people in (("session-since-gone", gone), ("session-since-later", later))
        if people
    ]
    return words("session-since-print", told="; ".join(told)) if told else ""
