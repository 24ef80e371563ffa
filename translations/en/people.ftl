### Today, participants and their files.

# Code lists
legal-status-remand = on remand
legal-status-sentenced = sentenced
legal-status-juvenile-prison = juvenile prison
legal-status-juvenile-home = in a juvenile correctional home
legal-status-substitute = substitute imprisonment
legal-status-coercive = coercive detention
legal-status-released = released
person-kind-custody = person in custody
person-kind-child = child
person-kind-relative = relative
person-kind-external = external participant
sex-f = female
sex-m = male
sex-n = non-binary
exit-code-z1 = completed the programme
exit-code-z2 = completed the phase and moved on to the continuation programme
exit-code-n1 = release or conditional release before completion
exit-code-n2 = transfer to another prison or department
exit-code-n3 = interruption of sentence, end of remand, finality
exit-code-n4 = health reason
exit-code-n5 = death
exit-code-n6 = programme ended, organisational reason
exit-code-d1 = own decision: lost motivation
exit-code-d2 = own decision: relations in the group
exit-code-d3 = own decision: other or not told
exit-code-d4 = unexcused non-attendance
exit-code-i1 = discharged: drug use again
exit-code-i2 = discharged: violence or threats
exit-code-i3 = discharged: other breach of the cardinal rules
exit-code-i4 = measure of the prison
exit-code-u = unknown

# Rules
rule-name-missing = A name is missing.
    .next = Enter it and try again.
rule-overlap = This period overlaps with one that is entered already.
    .next = Check the day, or end the former period first.
rule-end-before-start = The end must come after the beginning.
    .next = Check the day; it must be later than the beginning of the former period.
rule-birth-date-impossible = This birth date is not possible.
    .next = Check the day, month and year; it may not be in the future.
rule-name-too-long = The name is too long; { $most } characters are allowed.
    .next = Shorten it.
rule-status-before-birth = A legal status cannot begin before birth.
    .next = Correct the day from which it holds.
rule-entry-before-birth = The entry cannot be before birth.
    .next = Check the day of entry and the birth date.
rule-outside-operation = The day of entry is outside the time in which the programme runs.
    .next = Check the day of entry.
rule-already-left = This stay has ended already.
    .next = If the person has come back, enrol them again; the file stays the same.
rule-same-phase = The person is in this phase already.
    .next = Choose another phase.

# Today
today-title = Today
today-title-day = Today, { $weekday }, { $day }
today-sheet-title = Session sheet
today-sessions = Sessions
today-sessions-count =
    { $count ->
        [one] { $count } session today
       *[other] { $count } sessions today
    }
today-sessions-none = There are no sessions today.
    .next = Sessions are planned on the page Schedule.
today-open-schedule = Open the schedule
today-sheet = Sheet
    .help = Preview and print the session sheet
    .name = Sheet: { $what }
today-open = Open
    .name = Open: { $what }
today-state-unsigned =
    { $count ->
        [one] { $count } unsigned note
       *[other] { $count } unsigned notes
    }
today-state-recorded = keyed in
today-state-printed = sheet printed
today-state-cancelled = cancelled
today-waiting = Waiting
today-waiting-none = Nothing waits.
today-unsigned =
    { $count ->
        [one] { $count } unsigned note
       *[other] { $count } unsigned notes
    }
    .title = Unsigned notes
today-drafts =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
    .title = Drafts
today-keying =
    { $count ->
        [one] { $count } printed sheet is not keyed in
       *[other] { $count } printed sheets are not keyed in
    }
    .title = Printed sheets that are not keyed in
today-oldest = the oldest { $ago }
today-newest = the last { $ago }
today-ago =
    { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }
today-alerts = Alerts
    .title = Alerts
today-alerts-all = Show all alerts ({ $count })
today-alerts-none = No alerts.
today-alert-risk = risk is flagged
today-alert-released = released, but the stay in the programme is still open
today-alert-no-status = in a programme without a legal status
today-state = State
today-backup = Backup
today-export = Export
today-never = never yet
today-backup-late = It is time for a backup.
today-export-late = It is time for an export to the central office.
today-go-backup = Make a backup …
today-go-export = Prepare an export …
today-back = Back to the sessions
today-list-what = What
today-list-who = Who
today-list-when = When
today-list-empty = Nothing waits any more.
today-draft-other = Form

# Participants
people-title = Participants
people-search = Search by name, code or birth date
people-in-programme = In a programme
    .help = Shows only people who are in a programme today.
people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
people-list = List of participants
people-name = Name
people-code = Code
people-birth = Born
people-status = Legal status
people-programme = Programme
people-programme-phase = { $programme }, phase { $phase }
people-born = { $day } ({ $age ->
        [one] { $age } year
       *[other] { $age } years
    })
people-none = Nothing found.
    .next = Check the spelling, switch off “In a programme”, or enter a new person.
people-new = Enter a new person
people-open = Open the file
people-choose = Choose a person in the list.
    .next = Their summary is shown here. Enter opens the file.

# A new person
people-new-family = &Family name
people-new-given = &Given name
people-new-birth = Birth &date
people-new-sex = &Sex
people-new-kind = &Kind
people-new-status = Legal s&tatus
people-new-since = Valid fr&om
people-new-choose = choose
people-new-save = Enter
    .other = It is somebody else, enter
    .help = Enters the person (Enter)
people-new-similar = Perhaps entered already
people-new-similar-none = There is no similar person in the list.
    .next = Once name and birth date are typed, the program looks for people who may be the same.
people-new-similar-found =
    { $count ->
        [one] { $count } similar person is entered already. Check whether it is the same one.
       *[other] { $count } similar people are entered already. Check whether one of them is the same.
    }
people-new-saved = The participant is entered under the code { $code }.
    .next = They can now be enrolled into a programme.
people-new-restored = You go on with a draft. What you typed is still here.
people-new-discard = Discard the draft
people-new-left = The entry was abandoned.
people-new-keep = Keep the draft

# Fields of forms
field-missing = This field is required.
field-day-wrong = Write the date for example as 5. 11. 1984.
field-day-future = The date is in the future.
form-save = Save

# File
person-title = File
person-as-of = As of
person-as-of-other = Shown as of { $day }.
    .back = Show today
person-no-status = no legal status
person-not-in = not in a programme
person-phase-days = { $phase } (day { $days })
person-tab-timeline = Timeline
person-tab-enrolments = Stays and phases
person-tab-identity = Personal data
person-timeline-status = legal status: { $status }
person-timeline-entry = entry into the programme { $programme }
person-timeline-exit = exit from the programme { $programme }: { $reason }
person-timeline-phase = move to phase: { $phase }
person-timeline-attendance = { $activity }: { $status }{ $minutes ->
        [0] { "" }
       *[other] , { $minutes } min
    }
person-timeline-note = { $kind ->
        [addendum] addendum to a note
        [correction] correction of a note
        [moved] note moved to another person
       *[other] note
    }: { $activity }
person-timeline-signed = signed
person-timeline-unsigned = not signed
person-filter-all = All
person-filter-sessions = Sessions
person-filter-notes = Notes
person-filter-legal = Status and programme
person-timeline-search = Search the timeline
person-timeline-none = There is nothing on the timeline yet.
    .next = Status, stays, phases, sessions and notes are shown here by themselves.
person-timeline-day = Day
person-timeline-what = Event
person-timeline-state = Note
person-summary = Summary
person-summary-attendance = Attendance
    .value = { $share } % (n = { $count })
    .none = not recorded yet
person-summary-minutes = Treatment altogether
    .value = { $hours } h
person-summary-next = Next session
    .value = { $weekday } { $day } at { $time }, { $activity }
    .none = none planned
person-summary-unsigned = Unsigned notes
person-enrol = Enrol into a programme
    .again = Enrol again
person-move = Record a move to a phase
person-leave = Record the exit
person-programme = &Programme
person-phase = P&hase
person-day-in = Day of &entry
person-day-move = &From
person-day-out = &Last day in the programme
person-exit-reason = &Reason
person-exit-told = Exit: { $reason }
person-no-programmes = This unit has no programmes yet.
    .next = The head of the unit switches a programme on, on the page Settings.
person-enrolments-none = The person has not been in a programme yet.
    .next = Enrol them; the first phase begins on the day of entry.
person-episode-open = since { $from }
person-episode-closed = { $from } – { $to }
person-phase-line = { $number }. { $name }
person-status-history = Legal status over time
person-status-change = Change the legal status
person-status-new = New &status
person-status-since = Valid &from
person-status-now = holds
person-status-none = No legal status is entered yet.
person-identity-edit = Correct the data
person-identity-family = Family name
person-identity-given = Given name
person-identity-birth = Birth date
person-identity-sex = Sex
person-identity-kind = Kind
person-identity-code = Code
person-identity-reload = Show what is saved
person-saved-status = The legal status is recorded.
person-saved-entry = The entry is recorded.
person-saved-phase = The move is recorded.
person-saved-exit = The exit is recorded. The phase and the memberships in groups of this programme have ended.
person-saved-identity = The data are corrected; the former ones stay in the history.

# Search
finding-born = { $code } · { $day }
finding-session = Sheet { $code }: { $activity }
