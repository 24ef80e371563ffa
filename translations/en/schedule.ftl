# The schedule: repetition, work-free days, cancelling and people kept apart

# Rules
rule-apart-same = Nobody can be kept apart from themselves.
    .next = Find the other person.
rule-apart-reason = People are not kept apart without a reason.
    .next = Say in short why the two must not meet.
rule-free-day-name = The day needs a name of at most { $most } characters.
    .next = For example »institution day«.
rule-free-day-known = This day is on the list already.
    .next = Remove it first, then enter it anew.
rule-series-rule = The rule of repetition cannot be read.
    .next = Choose days of the week or a place in the month.
rule-series-meetings = This number of meetings is not possible.
    .next = Enter a number from 1 to { $most }, or leave it empty.
rule-series-shift = Such a repetition cannot be moved to another day.
    .next = Move only this session, or stop the repetition and begin a new one.
rule-series-none = The session does not repeat.
    .next = Change only this session.
rule-series-past = What has passed stays as it is.
    .next = Choose a session from today on.
rule-plan-period = This period is not possible.
    .next = The last day must not be before the first; at most { $most } days.
rule-clash-reason = The plan clashes with something and there is no reason ({ $count }).
    .next = Choose another time, or give a reason of at least { $least } characters.
rule-session-made-up = Another session stands in place of this one already.
    .next = Cancel the make-up session first.
rule-make-up-not-cancelled = Only a cancelled session can be made up for.
    .next = Cancel the session with a reason first.
rule-stand-in-same = This person leads the session already.
    .next = Choose somebody else.
rule-group-capacity = This number of places is not possible.
    .next = Enter a number from 1 to { $most }, or leave it empty.
rule-group-full = The group has no place left (places: { $most }).
    .next = Wait until somebody ends, or raise the number of places.

# On paper
paper-week-title = Plan of the week { $first } – { $last }
paper-week-more = and { $count } more
paper-week-cancelled = cancelled: { $reason }
paper-movement-title = Movement list
paper-movement-table = Who is expected where
paper-movement-unit = Institution
paper-movement-day = Day
paper-movement-time = Time
paper-movement-room = Room
paper-movement-no-room = not set
paper-movement-person = Person
paper-movement-code = Code
paper-movement-leader = Received by
paper-movement-left = Left
paper-movement-back = Back
paper-movement-more =
    { $count ->
        [one] and { $count } more person
       *[other] and { $count } more people
    }
paper-movement-defined = The list says only who is expected when and where. Cancelled sessions are not on it.
