"""How sessions, attendance and notes are told: icon and words, never by colour alone."""

from datetime import date

from tcdesk.domain.notes import NoteFormat
from tcdesk.domain.people import Sex
from tcdesk.domain.programmes import Activity
from tcdesk.domain.sessions import AttendanceStatus, SessionState
from tcdesk.services.lines import SessionLine
from tcdesk.services.ports import Words
from tcdesk.ui import people_words
from tcdesk.ui.icons import Icon

STATE_ICONS = {
    SessionState.PLANNED: Icon.CLOCK,
    SessionState.HELD: Icon.SUCCESS,
    SessionState.CANCELLED: Icon.ERROR,
}
STATE_TONES = {
    SessionState.PLANNED: "info",
    SessionState.HELD: "success",
    SessionState.CANCELLED: "error",
}

# The keys 1 to 9, in the order in which a sheet is keyed in; the rest is chosen from the list.
KEYS = (
    AttendanceStatus.PRESENT,
    AttendanceStatus.LATE,
    AttendanceStatus.LEFT_EARLY,
    AttendanceStatus.EXCUSED_WORK,
    AttendanceStatus.EXCUSED_COURT,
    AttendanceStatus.EXCUSED_DOCTOR,
    AttendanceStatus.EXCUSED_VISIT,
    AttendanceStatus.EXCUSED_LEAVE,
    AttendanceStatus.UNEXCUSED,
)

# What a person may choose for a note about one person, and for the note of the whole group.
MEMBER_FORMATS = (
    NoteFormat.FREE,
    NoteFormat.SOAP,
    NoteFormat.DAP,
    NoteFormat.BIRP,
    NoteFormat.GIRP,
    NoteFormat.CRISIS,
)
SHARED_FORMATS = (NoteFormat.GROUP, NoteFormat.MINUTES)


def attendance_icon(status: AttendanceStatus) -> tuple[Icon, str]:
    """Give the icon of an attendance status and the colour that repeats it."""
    match status:
        case AttendanceStatus.PRESENT:
            return Icon.SUCCESS, "success"
        case AttendanceStatus.LATE | AttendanceStatus.LEFT_EARLY:
            return Icon.CLOCK, "warn"
        case AttendanceStatus.UNEXCUSED:
            return Icon.ERROR, "error"
        case _:
            return Icon.INFO, "info"


def attendance_text(words: Words, status: AttendanceStatus, sex: Sex) -> str:
    """Give the words of an attendance status, in the person's gender."""
    return words(f"attendance-status-{status.value}", sex=sex.value.lower())


def participation_text(words: Words, value: int, sex: Sex) -> str:
    """Give the words of a participation from 0 to 3, in the person's gender."""
    return words(f"session-participation-{value}", sex=sex.value.lower())


def activity_name(words: Words, activity: Activity | SessionLine) -> str:
    """Give the name of an activity in the reader's language, as it begins a line."""
    if isinstance(activity, Activity):
        name = people_words.activity_name(words, activity.name_sl, activity.name_en)
    else:
        name = people_words.activity_name(words, activity.activity_sl, activity.activity_en)
    return name[:1].upper() + name[1:]


def span(words: Words, start: int, minutes: int) -> str:
    """Give a time from – to: ``10.00–11.30``."""
    return f"{words.time(start)}–{words.time((start + minutes) % (24 * 60))}"


def day_text(words: Words, day: date) -> str:
    """Give a day with its short weekday: ``tor 24. 11. 2026``."""
    return f"{words.weekday_short(day)} {words.date(day)}"


def state_text(words: Words, line: SessionLine) -> str:
    """Give the state of a session in a list; a cancelled one with its reason."""
    if line.state is SessionState.CANCELLED and line.cancel_reason is not None:
        return words("session-cancelled-why", reason=words(f"cancel-reason-{line.cancel_reason}"))
    return words(f"session-state-{line.state.value}")
