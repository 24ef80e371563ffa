# Schedule, sessions and the page of a session.

# Values of code lists
attendance-status-present = present
attendance-status-late = late
attendance-status-left-early = left early
attendance-status-excused-work = exc.: work
attendance-status-excused-court = exc.: court
attendance-status-excused-doctor = exc.: doctor
attendance-status-excused-visit = exc.: visit
attendance-status-excused-leave = exc.: leave
attendance-status-excused-transfer = exc.: transfer
attendance-status-excused-security = exc.: security
attendance-status-unexcused = unexcused
cancel-reason-staff = no leader
cancel-reason-security = security reason
cancel-reason-room = no room
cancel-reason-holiday = holiday
cancel-reason-other = another reason
session-state-planned = planned
session-state-held = recorded
session-state-cancelled = cancelled
note-state-none = no note
note-state-draft = draft
note-state-unsigned = unsigned
note-state-signed = signed
note-format = Format of the note
note-format-free = free text
note-format-soap = S-O-A-P
note-format-dap = D-A-P
note-format-birp = B-I-R-P
note-format-girp = G-I-R-P
note-format-group = group note
note-format-addendum = addendum
note-field-text = Note
note-field-subjective = Subjective
note-field-objective = Objective
note-field-assessment = Assessment
note-field-plan = The plan
note-field-data = Data
note-field-behaviour = Behaviour
note-field-intervention = Intervention
note-field-response = Response
note-field-goal = Goal
note-field-theme = Theme
note-field-process = Process
note-field-agreements = Agreements
note-field-reason = Reason
note-assessment = personal assessment
    .help = A personal assessment is kept apart from facts and marked in the note.

# The page of a session
session-title = Session
session-led-by = led by { $leaders }
session-leaders = { $leader }, with { $other }
session-sheet = sheet { $code }
session-print = Print the sheet
session-sign-all = Sign
    .help = Signs all your notes of this session, or those of the chosen rows.
session-sign-chosen =
    { $count ->
        [one] Sign the note about { $count } person
       *[other] Sign the notes about { $count } people
    }
session-roster = Members
session-sums = present { $present } of { $count } · { $minutes } min altogether
session-all-present = All present
session-keys = Space all present · 1–9 attendance, 0 all reasons · ↑↓ member, ←→ column · Enter note · Ctrl+Z undo
session-column-number = No.
    .help = Number on the sheet
session-column-name = Name
    .help = Family name and initial
session-column-status = Attendance
    .help = Keys 1–9: 1 present, 2 late, 3 left early, 4 work, 5 court, 6 doctor, 7 visit, 8 leave, 9 unexcused; 0 opens all reasons
session-column-minutes = Mins
    .help = Minutes attended: type the number
session-column-participation = Part.
    .help = Participation from 0 to 3
session-column-note = Note
    .help = State of the note about this person
session-participation-0 = took no part
session-participation-1 = partly
session-participation-2 = took part
session-participation-3 = led, contributed
session-name-guest = { $name } (guest)
session-name-later = { $name } (not on the sheet)
    .help = This person is not on the printed sheet; they were added after it was printed.
session-guest-add = Add a guest …
session-guest-who = Guest of this session
session-leave-out = Leave out of this session
session-person-search = name or code
session-person-found = People found
session-person-none = Nobody found. Try a part of the family name, or the code.
session-reason = Reason of the correction
session-reason-why = The note about this person is signed. A corrected attendance stays visible, so give the reason.
session-reason-example = for instance: sheet copied wrongly
session-reason-take = Correct
session-history = History of attendance: { $name }
session-history-fact = { $moment }: { $status }, { $minutes } min ({ $author })
session-history-reason = , reason: { $reason }
session-shared-note = Shared note (no names)
session-note-for = Note about: { $name }
session-kept = Draft saved { $moment }
session-settled = Everything is saved
session-restored = You go on where you stopped: the draft is back.
    .next = Look it over and sign it; if you do not need it, discard it.
session-restored-drop = Discard the draft
session-stale-next = Your entry stayed in the form. Look at the new state and decide.
session-stale-mine = Save my entry anyway
session-sign-none = No note of yours waits for a signature here.
    .next = Write the shared note or a note about a member, then sign it.
session-sign-question =
    { $count ->
        [one] Do you want to sign { $count } note?
       *[other] Do you want to sign { $count } notes?
    }
    .why = A signed note can no longer be changed. What you find out later you add as an addendum.
session-signed =
    { $count ->
        [one] { $count } note is signed.
       *[other] { $count } notes are signed.
    }
session-cancelled-why = cancelled: { $reason }

# Notes
note-sign-this = Sign this note
note-add = Add …
    .help = The signed note stays as it is; the addendum is put beside it and signed too.
note-addendum = Addendum
note-addendum-new = New addendum
note-addendum-why = Give the reason and the text; both stay beside the signed note.
note-addendum-sign = Sign the addendum
note-addendum-drop = Discard the addendum
note-unsigned-by = unsigned note · { $author }
note-signed-by = signed · { $author } · { $moment } · the signature is genuine
note-not-genuine = the signature is NOT genuine · { $author } · { $moment }. Do not trust the note and tell the system administrator.
note-late = written more than 72 hours after the session

# Errors and rules
error-already-signed = The note is signed already.
    .next = A signed note cannot be changed; write an addendum.
rule-already-on-roster = This person is on the session's roster already.
    .next = Find them among the members and record their attendance.
rule-not-on-roster = This person is not on the session's roster.
    .next = Add them as a guest, then record the attendance.
rule-already-recorded = This person's attendance is recorded, so they cannot be left out.
    .next = Correct their attendance.
rule-reason-missing = The reason is missing.
    .next = Write a short reason; it stays visible in the history.
rule-session-cancelled = The session was cancelled, so attendance cannot be recorded.
    .next = If it was held after all, take the cancellation back in the schedule.
rule-minutes-impossible = So many minutes are not possible.
    .next = Give minutes only to those who attended, from 0 to 720.
rule-participation-impossible = Participation is from 0 to 3.
    .next = Type one of these numbers or leave it empty.
rule-sheet-code-wrong = The sheet code is not right.
    .next = Compare it with the sheet, one character at a time, and type it again.
rule-sheet-code-unknown = There is no session with this code in this vault.
    .next = Check whether the sheet is from your unit.
rule-note-too-long = The text is too long.
    .next = Shorten it to { $most } characters at the most.
rule-note-format = The note does not have the fields of the chosen format.
    .next = Choose the format again.
rule-not-signed-yet = Only a signed note can be added to.
    .next = Simply correct the unsigned note.
rule-not-the-author = Only the person who wrote a note can sign it.
    .next = Ask them to sign it, or write your own.
rule-note-empty = An empty note cannot be signed.
    .next = Write the text first.

# List of sessions
sessions-title = Sessions
sessions-filter-today = Today
sessions-filter-week = This week
sessions-filter-not-keyed = Printed, not keyed in
sessions-filter-unsigned = Unsigned
sessions-filter-drafted = Drafts
session-expected =
    { $count ->
        [one] { $count } person on the list
       *[other] { $count } people on the list
    }
sessions-count =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }, { $held } recorded
sessions-code = Sheet code
sessions-code-example = e.g. 7K4-Q2M
sessions-to-schedule = Open the schedule
sessions-column-day = Day
sessions-column-time = Time
sessions-column-activity = Activity
sessions-column-who = Group or person
sessions-column-room = Room
sessions-column-leader = Led by
sessions-column-state = State
sessions-column-notes = Notes
sessions-column-code = Code
sessions-unsigned = { $count } unsigned
sessions-empty-today = No sessions are planned today.
    .next = Sessions are planned in the schedule; a sheet of an earlier day is opened by its code.
sessions-empty-week = No sessions are planned this week.
    .next = Sessions are planned in the schedule.
sessions-empty-not-keyed = All printed sheets are keyed in.
    .next = When you print a sheet it waits here to be keyed in.
sessions-empty-unsigned = No note waits for a signature.
    .next = Unsigned notes will be shown here.
sessions-empty-drafted = There are no drafts.
    .next = If the program locks while you write, your draft waits here.

# Schedule
schedule-title = Schedule
schedule-week = The week on a calendar
schedule-empty = No sessions are planned in this week. Ctrl+N plans a new one.
schedule-programme = Programme
schedule-all-programmes = All programmes
schedule-previous = Previous week (Alt+Page Up)
schedule-next = Next week (Alt+Page Down)
schedule-today = Today
schedule-plan = Plan a session
schedule-open = Open the session
schedule-change = Move or edit …
schedule-cancel = Cancel the session …
schedule-cancel-why = Reason of the cancellation
schedule-cancel-yes = Cancel the session
schedule-cancel-no = Do not cancel
schedule-restore = Take the cancellation back
schedule-cancelled = The session is cancelled.
schedule-restored = The cancellation is taken back; the session is planned again.
schedule-saved = The schedule is saved.
schedule-moved = The session is moved to { $day } at { $time }.
schedule-recorded =
    { $count ->
        [one] Attendance of { $count } person is recorded.
       *[other] Attendance of { $count } people is recorded.
    }
schedule-printed =
    { $count ->
        [one] The sheet was printed once.
       *[other] The sheet was printed { $count } times.
    }

# Plan of a session
plan-title-new = New session
plan-title-change = Move or edit the session
plan-activity = Activity
plan-activity-missing = Choose an activity.
plan-group = Group
plan-group-none = choose a group
plan-group-missing = Choose a group; a new one is begun in the part Groups.
plan-person = Person
plan-person-missing = Find and choose a person.
plan-day = Day
plan-day-missing = Give a day.
plan-time = Time and length
plan-minutes = minutes
plan-time-missing = Give a time, and a length from 1 to { $most } minutes.
plan-room = Room
plan-leader = Led by
plan-leader-missing = Choose who leads.
plan-co-leader = Together with
plan-co-leader-none = nobody
plan-weeks = Weeks in a row
    .help = 1 means this session alone; 12 the same time in twelve weeks in a row.
plan-weeks-wrong = Give a number from 1 to { $most }.
plan-clashes = Check before you save ({ $count }):
plan-clash-leader = { $when }: { $what } – the same leader
plan-clash-co-leader = { $when }: { $what } – the same co-leader
plan-clash-apart = { $when }: { $who } – the two must be kept apart
plan-reason = Why all the same
    .help = The reason stays with the session; who decided so stands in the audit log.
plan-reason-missing = Give a reason of at least { $least } characters.
plan-clash-room = { $when }: { $what } – the same room
plan-clash-group = { $when }: { $what } – the same group
plan-clash-person = { $when }: { $what } – the same person is expected at both
plan-clashes-more = and { $count } more
plan-save-new = Plan
    .anyway = Plan anyway
plan-save-change = Save the change
    .anyway = Save anyway

# Groups
groups-title = Groups
groups-day = As of
groups-empty = No group runs on this day. Begin the first one, or choose another day.
groups-line =
    { $name } · { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
groups-members = { $name }: members on { $day }
groups-nobody = The group has no members on this day. Add them below.
groups-since = since { $day }
groups-join-who = Add a member
groups-join-from = Add a member from { $day }
groups-joined = { $name }: in the group from { $day }.
groups-leave = End
groups-leave-who = End the membership: { $name }
groups-leave-from = From { $day } no longer in the group; earlier sessions stay.
groups-left = { $name }: no longer in the group from { $day }.
groups-new = New group …
groups-name = Name of the group
groups-name-missing = Give the group a name.
groups-from = From the day
groups-open = Begin the group
groups-opened = The group has begun. Add its members.

# Rules of the schedule
rule-session-day-impossible = This day cannot be chosen.
    .next = Give a day between the years 2000 and 2099.
rule-session-time-impossible = This time cannot be chosen.
    .next = Give a time from 0:00 to 23:59.
rule-session-length = A session may take from 1 to { $most } minutes.
    .next = Correct the length.
rule-too-many-weeks = These are too many repetitions.
    .next = Give at most { $most }.
rule-session-recorded = The session is recorded, so it can no longer be moved or cancelled.
    .next = Open the session and correct the attendance.
rule-not-a-member = This person is not in the group on this day.
    .next = Check the day as of which you see the list of the group.
rule-group-not-for-status = The group is not for people with this legal status.
    .next = Choose another group, or check the person's legal status on this day.
