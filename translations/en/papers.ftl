# Papers: attendance list, minutes, certificate, questionnaire, print of a file; the log of prints.

# Attendance list.
paper-list-title = Attendance list
paper-list-period = Period
paper-list-activity = Activity
paper-list-leader = Led by
paper-list-sessions = Number of sessions
paper-list-attendance = Attendance by session
paper-list-part = Attendance by session, part { $part } of { $parts }
paper-list-sums = Sums
paper-list-number = no.
paper-list-person = name
paper-list-code = code
paper-list-expected = sessions
paper-list-attended = attended
paper-list-excused = excused
paper-list-unexcused = unexcused
paper-list-share = share
paper-list-minutes = minutes
paper-list-mark-present = +
paper-list-mark-late = l
paper-list-mark-left = e
paper-list-mark-excused = ex
paper-list-mark-unexcused = un
paper-list-legend = + attended · l late · e left early · ex excused · un unexcused · – not in the group · empty: not recorded
paper-list-share-defined = Share: attended of the recorded sessions; court, transfer and security are left out. Minutes are the real minutes attended. Cancelled sessions are not on the list.
paper-list-signed = leader of the group: signature
paper-list-day = place and date

# Minutes.
paper-minutes-title = Minutes of the session
paper-minutes-when = Time
paper-minutes-where = Room
paper-minutes-present = Present
paper-minutes-present-of = { $count } of { $all }
paper-minutes-theme = Theme
paper-minutes-leader = leader of the session: signature
paper-minutes-recorder = minute-taker: signature
paper-minutes-signed = Signed in the program: { $by }, { $at }

# Certificate; its words tell neither where nor why.
paper-certificate-title = Certificate of participation
paper-certificate-that = This is to confirm that
paper-certificate-took-part = { $sex ->
    [f] took part in the programme
   *[m] took part in the programme
}
paper-certificate-period = from { $first } to { $last }
paper-certificate-period-hours = from { $first } to { $last }, { $hours ->
    [one] { $hours } hour in all
   *[other] { $hours } hours in all
}
paper-certificate-place = { $place }, { $day }
paper-certificate-blank = Place: ______________________
paper-certificate-signed = signature

# A questionnaire on paper.
paper-form-who = { $name } ({ $code }), date:
paper-form-numbers = This sheet holds only the numbers of the items, because the licence does not let their text be printed. The questions are on the original form.
paper-form-version = { $name }, definition version { $version }.

# Print of a file.
paper-file-title = Print of the file
paper-file-shared = Shared notes of group sessions
paper-file-holds = This print is for professional work with the person. Original notes stand with their corrections and addenda; what is unsigned is marked. Of closed notes it is only told that they exist.
paper-file-masked = Names of other people are covered.
paper-access-table-corrected = Corrections of attendance
paper-access-column-corrected = Corrected
paper-access-column-reason = Reason

# Refusals.
rule-list-period = This period is not possible.
    .next = The last day cannot be before the first, and the period not longer than a year.
rule-minutes-unsigned = The minutes cannot be printed yet.
    .next = Only a signed shared note goes onto paper. Finish the note and sign it.
rule-certificate-wording = The wording is missing or too long.
    .next = Type at most { $most } characters.
rule-certificate-telling = The word “{ $word }” must not stand on a certificate.
    .next = Others will see it, so it must not tell where the person was and why. Choose a neutral wording, such as “programme of personal growth and social skills”.
rule-certificate-nobody = Nobody is chosen.
    .next = Choose at least one person.
rule-certificate-hours = Not a single hour of attendance is recorded in this period.
    .next = Check the period or key in the attendance. A certificate can also be printed without hours.
rule-form-not-allowed = The form { $name } may not be printed.
    .next = Its licence only lets scores be entered from the original form.
rule-file-nothing = The print would be empty.
    .next = Choose at least one part of the file.

# Processing log.
audit-action-attendance-list-show = Preview of an attendance list
audit-action-attendance-list-print = Print of an attendance list
audit-action-attendance-list-pdf = Attendance list saved as PDF
audit-action-minutes-show = Preview of minutes
audit-action-minutes-print = Print of minutes
audit-action-minutes-pdf = Minutes saved as PDF
audit-action-certificate-show = Preview of a certificate
audit-action-certificate-print = Print of a certificate
audit-action-certificate-pdf = Certificate saved as PDF
audit-action-form-show = Preview of a questionnaire for paper
audit-action-form-print = Print of a questionnaire
audit-action-form-pdf = Questionnaire saved as PDF
audit-action-file-show = Preview of a file's print
audit-action-file-print = Print of a file
audit-action-file-pdf = File saved as PDF

# Windows in which a paper is chosen.
paper-preview = Preview
paper-period = Period
paper-period-first = first day
paper-period-last = last day
paper-form-title = Questionnaire
groups-list = Attendance list
groups-list-of = Attendance list: { $name }
groups-certificates = Certificates
groups-certificates-of = Certificates of participation: { $name }
certificate-wording = Which programme
    .help = A neutral wording that the person agrees with.
certificate-wording-usual = programme of personal growth and social skills
certificate-programme = Attendance counts in
certificate-place = Place
    .help = May stay empty, to be written by hand.
certificate-people = For whom
certificate-people-none = Choose at least one person.
certificate-with-hours = Tell the number of hours (from recorded attendance)
certificate-with-funder = Tell at the top who pays for the programme
certificate-why = A certificate tells neither where the person was nor why: programme, operation and prison are not named.
certificate-nobody-yet = Nobody has recorded attendance in this group yet.
    .next = Key in the attendance of its sessions; then certificates can be printed.
certificate-never-in = The person has not been in any programme yet.
    .next = A certificate can be printed after an entry.
person-papers = Print
person-paper-file = Print of the file
    .why = Choose what is to stand on paper. Names of other people are covered.
person-paper-certificate = Certificate of participation
instrument-on-paper = On paper
session-paper-sheet = Session sheet

# The log of prints.
settings-prints = Prints
prints-title = What went onto paper or into a file
prints-why-own = Your prints and saved files, the newest first. A sheet forgotten in a corridor is a disclosure: count the copies and destroy what is left over.
prints-why-all = Prints and saved files of the whole unit, the newest first. A sheet forgotten in a corridor is a disclosure: count the copies and destroy what is left over.
prints-none = Nothing has been printed yet.
prints-none-next = Every print is written down here by itself.
prints-at = When
prints-what = What
prints-who = Who
prints-about = About whom
prints-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
prints-waiting = { $count ->
    [one] { $count } printed sheet is not keyed in yet.
   *[other] { $count } printed sheets are not keyed in yet.
}
prints-waiting-open = Show the list

# Keying in from the printed sheet.
session-since-print = Since the sheet was printed: { $told }.
session-since-gone = no longer on the roster { $people }
session-since-later = added { $people }

# Bringing people together who must not meet, and places in a group.
apart-meet = { $name } must not meet everybody who is here.
    .why = Keep apart from: { $others }. If you add the person all the same, the schedule will warn at every session too.
    .yes = Add all the same
groups-places = Places
groups-places-of = Places: { $name }
groups-places-saved = The number of places is saved.

# The week of a programme's template.
template-week = Week plan of the template
template-week-why = The template adds groups and repetitions that the schedule does not have yet. Sessions are made in the Schedule under “Repetition”, once you have seen the preview; rooms and leaders are changed later.
template-week-leader = Led by
template-week-first = From
template-week-offer = Week plan …
template-week-offer-named = Week plan of the template: { $programme }
template-week-runs = The schedule has everything of the template already.
template-week-meetings = { $count ->
    [one] { $count } session with a theme
   *[other] { $count } sessions with themes
}
template-week-begun = The schedule has { $count ->
    [one] { $count } new repetition
   *[other] { $count } new repetitions
} of the template. Make the sessions in the Schedule under “Repetition”.
