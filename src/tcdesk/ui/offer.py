"""What can be chosen when something is planned, and how a clash is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.domain.programmes import Activity
from tcdesk.domain.staff import Staff
from tcdesk.services.clashes import Clash
from tcdesk.services.lines import GroupLine
from tcdesk.services.ports import Words
from tcdesk.services.programmes import ProgrammeFile
from tcdesk.ui.fields import Choice
from tcdesk.ui.kit import Kit
from tcdesk.ui.session_words import activity_name, day_text, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be chosen in the form."""

    programmes: Sequence[ProgrammeFile]
    groups: Sequence[GroupLine]
    staff: Sequence[Staff]

    def activities(self, words: Words) -> Sequence[Choice]:
        """Give every activity of every programme as a choice."""
        return [
            Choice(
                code=activity.id,
                label=f"{file.programme.code} · {activity_name(words, activity)}",
            )
            for file in self.programmes
            for activity in file.activities
        ]

    def activity(self, code: str | None) -> Activity | None:
        """Give a chosen activity."""
        every = (one for file in self.programmes for one in file.activities)
        return next((one for one in every if one.id == code), None)

    def groups_of(self, activity: Activity) -> Sequence[GroupLine]:
        """Give the groups in which an activity takes place."""
        programme = next(
            one.programme.code for one in self.programmes if one.programme.id == activity.programme
        )
        return [
            one
            for one in self.groups
            if (one.programme, one.activity) == (programme, activity.code)
        ]


def clash_text(kit: Kit, clash: Clash) -> str:
    """Say what a plan shares with what, or who must not meet."""
    words = kit.words
    return words(
        f"plan-clash-{clash.shared}",
        when=f"{day_text(words, clash.day)}, {span(words, clash.start, clash.minutes)}",
        what=activity_name(words, clash.activity),
        who=kit.privacy.name(clash.names, clash.codes),
    )


def seen_as(clash: Clash) -> tuple[object, ...]:
    """Give what makes a clash the same as one that has been on the screen."""
    return clash.shared, clash.session, clash.day, clash.start, clash.codes
