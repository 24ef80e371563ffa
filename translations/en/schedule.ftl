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

# Views of the schedule
schedule-mode-day = Day
schedule-mode-week = Week
schedule-mode-agenda = List
schedule-agenda = Sessions of the next four weeks
schedule-agenda-empty = No sessions are planned in these four weeks.
schedule-agenda-time = Time
schedule-agenda-who = Group or person
schedule-agenda-state = State
schedule-agenda-chosen =
    { $count ->
        [0] Choose sessions; with Ctrl or Shift several at once.
        [one] { $count } session chosen
       *[other] { $count } sessions chosen
    }
schedule-cancel-many = Cancel the chosen
schedule-restore-many = Take cancelling back
schedule-cancelled-many =
    { $count ->
        [one] { $count } session is cancelled.
       *[other] { $count } sessions are cancelled.
    }
schedule-restored-many =
    { $count ->
        [one] { $count } session is planned again.
       *[other] { $count } sessions are planned again.
    }
schedule-copy = Copy …
schedule-copied = The session is copied to { $day } at { $time }.
schedule-make-up = Make up for …
schedule-stand-in = Led instead by
schedule-stand-in-none = the regular leader
schedule-stand-in-save = Save
schedule-stood-in = The stand-in is entered.
schedule-given-back = The regular leader leads the session again.
plan-title-copy = Copy of a session
plan-title-make-up = Make-up session
plan-following = Holds for all following sessions of this repetition too

# Repetition
series-title = Repetition
series-none = Nothing repeats. Begin a repetition, then look at the preview before making sessions.
series-new = New repetition …
series-every = How often
series-every-1 = every week
series-every-2 = every other week
series-every-month = the same place in every month
series-days-missing = Choose at least one day of the week.
series-first = From
series-last = To
series-until-stopped = until stopped
series-meetings = Number of meetings
    .help = So many take place; holidays and cancelled ones do not count. Empty: without an end.
series-themes = Themes
    .help = One a line, in the order of the meetings; modules too.
series-on-free-days = On holidays and work-free days too
series-begin = Begin the repetition
series-begun = The repetition is entered. Look at the sessions that would be made.
series-stop = Stop
series-stop-which = Stop the repetition: { $what }
series-stop-ask = Stop the repetition »{ $what }«?
    .why = Coming sessions without entries go into the bin. What has passed, is recorded or printed stays.
    .yes = Stop the repetition
series-stopped = The repetition is stopped. Sessions in the bin: { $count }.
series-make-title = Making sessions
series-look = Preview
series-preview = Sessions that would be made, and those that would not
series-preview-empty = Nothing repeats in this period.
series-outcome = Outcome
series-made-new = is made
series-why-exists = exists
series-why-past = has passed
series-why-free-day = work-free
series-why-no-such-hour = no such hour that day
series-why-no-group = the group has ended
series-why-clash = clashes
series-told = Would be made: { $made }. Left out: { $left }.
series-clashing = Clashing: { $count }. Without a reason these are left out.
series-reason = The reason, if clashing ones are to be made all the same
series-make =
    { $count ->
        [one] Make { $count } session
       *[other] Make { $count } sessions
    }
series-generated =
    { $count ->
        [one] { $count } session is made.
       *[other] { $count } sessions are made.
    }

# What leaves the schedule
schedule-papers = Print …
schedule-paper-week = Plan of the week on one A4 …
schedule-paper-movement = Movement list for { $day } …
schedule-calendar = My sessions as a calendar file …
schedule-calendar-codes = My sessions as a calendar file, with codes …
schedule-calendar-ask = Save the schedule into a file that is not encrypted?
    .why = The file holds activities, times and rooms of the next six months, and no names. Saving it stands in the audit log.
    .yes = Save the file

# Work-free days
settings-free-days = Work-free days
free-days-own = Days set by the unit
    .why = No sessions are made from a repetition on work-free days. The state's holidays are known already.
free-days-none = The unit has set no day.
free-days-name = Name of the day
free-days-works = This holiday is a working day here
free-days-works-short = working day
free-days-add = Add the day
free-days-remove = Remove: { $what }
free-days-saved = The work-free days are saved.
free-days-coming = Work-free days until the end of next year

# Keeping people apart
apart-ask = Keep apart …
apart-title = Whom the person must not meet
apart-why = The schedule says so before it brings the two together in a group or a session.
apart-none = Nobody is entered.
apart-who = The other person
apart-reason = Reason
    .help = In short; seen by whoever may see one of the two files.
apart-since = Holds from
apart-save = Keep apart
apart-close = Close
apart-end = End
apart-end-who = End keeping apart: { $name }
apart-remove-who = Remove keeping apart: { $name }
apart-saved = Keeping people apart is saved.
groups-capacity = Number of places
    .help = Empty: without a limit.
