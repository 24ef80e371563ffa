# Retention: terms, proposals, confirmation by a second person
settings-retention = Retention
retention-terms = Retention periods
retention-terms-why = A period runs from the last exit. The controller confirms the proposed values; as long as somebody is in a programme, the file is kept.
retention-class-esf = ESF+ operation
    .why = Regulation (EU) 2021/1060, Article 82: five years from the end of the year of the last payment; counted from the end of the year in which the operation ends.
retention-class-counselling = Counselling and programmes without ESF+
    .why = The provider's own act; five years after the exit are proposed.
retention-class-applicant = Somebody who never entered a programme
    .why = One year after the last entry is proposed.
retention-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
retention-kept = The period is saved.
retention-due = The retention period is over
retention-due-why = Propose erasure or anonymisation for each file. A second person, head or administrator, must confirm with their own passphrase.
retention-due-none = No file has reached the end of its period.
    .next = When one does, it will be here.
retention-person = File
retention-class = Class
retention-last = Last exit
retention-since = Over since
retention-erase = Propose erasure …
retention-anonymise = Propose anonymisation …
retention-kind-erase = erasure
retention-kind-anonymise = anonymisation
retention-ask-erase = Do you propose to erase this file?
    .why = Identity, stays, attendance, notes, drafts and all former values are erased; figures in reports get smaller. Of signed notes only checksums stay, in the audit log only codes.
retention-ask-anonymise = Do you propose to anonymise this file?
    .why = Name, day and month of birth, code and all texts are erased; the facts (stays, attendance, legal statuses) stay without a name, so figures in reports stay the same.
retention-proposed = The proposal waits for a second person.
retention-waiting = Waits for a second person
retention-waiting-why = Nobody confirms their own proposal. The head or the administrator confirms with their passphrase.
retention-waiting-line = { $kind }: { $who }. Proposed by { $by } { $at }.
retention-confirm = Confirm and carry out …
retention-withdraw = Withdraw the proposal
retention-withdrawn = The proposal is withdrawn.
retention-confirm-ask-erase = Erase the file { $who } for ever?
retention-confirm-ask-anonymise = Anonymise the file { $who } for ever?
retention-confirm-why = The vault is written into a new file without these data, and the backups of earlier days on this disk are replaced by a new one. Backups on USB sticks, printed sheets and bundles already handed over are out of the program's reach. Texts in notes about other people are not changed. This cannot be undone.
retention-working = The vault is being rewritten …
retention-done-erase = The file is erased, the backups are new.
retention-done-anonymise = The file is anonymised, the backups are new.
retention-renewal = Older backups on this disk still hold what was erased.
retention-renew = Replace the backups
retention-renewed = The backups are replaced.
retention-history = Done so far
retention-history-line = { $at } · { $kind } · { $class }
today-erasures =
    { $count ->
        [one] { $count } proposal of erasure waits for your confirmation
       *[other] { $count } proposals of erasure wait for your confirmation
    }
rule-retention-years = A period can be from { $least } to { $most } years.
    .next = Choose another number of years.
rule-erasure-not-due = The retention period of this file is not over.
    .next = Check the last exit and the period.
rule-erasure-proposed = A proposal for this file is waiting for a second person already.
    .next = Confirm or withdraw that one.
rule-erasure-unsigned = There is an unsigned note about this person.
    .next = Its author should sign or remove it; then propose again.
rule-erasure-settled = This proposal has been decided already.
    .next = Refresh the list.
rule-erasure-not-yours = A proposal is withdrawn by whoever made it or may confirm it.
    .next = Ask the head of the unit.
rule-erasure-second-person = Another person must confirm.
    .next = Let a head or an administrator who did not propose it log in.
# Record of all data
access-record = Record of all data …
paper-access-title = Record of all data about a person
paper-access-holds = This record holds everything that the unit keeps about you: identity, legal statuses, stays, phases, groups, sessions with attendance, notes, prints, disclosures and looks at the file.
paper-access-masked = Names of other people are masked ([another person]); those who work here stand by code and role. The head looked through the record before it was handed over.
paper-access-closed = Closed psychotherapy notes are only named; their author decides about access to their text.
paper-access-rights = If something is wrong you can ask for correction or completion; you can also turn to the Information Commissioner.
paper-access-unit = Unit
paper-access-code = Code
paper-access-born = Date of birth
paper-access-sex = Sex
paper-access-kind = Kind of person
paper-access-region = Region
paper-access-source = Source of the data
    .value = File opened by { $by } on { $day }; the unit's staff enter the data.
paper-access-source-unknown = The unit's staff enter the data.
paper-access-somebody = a worker of the unit
paper-access-other = another person
paper-access-stays = Statuses, stays and groups
paper-access-sessions = Sessions
paper-access-given = To whom the data were given
paper-access-looks = Who processed the data
paper-access-changes = Corrections
paper-access-notes = Notes
paper-access-shared =
    { $count ->
        [0] There are no shared notes of sessions that you attended.
        [one] There is { $count } shared note of sessions that you attended; it names no participants and is not part of the record.
       *[other] There are { $count } shared notes of sessions that you attended; they name no participants and are not part of the record.
    }
paper-access-note = { $day } · { $activity } · { $kind } · { $by }
paper-access-note-signed = signed { $day }
paper-access-note-unsigned = not signed
paper-access-note-closed = closed note; its author decides about access
paper-access-pseudonym = pseudonymised data (level B: no name, no date of birth, no texts)
paper-access-sheet = sheet of the session of { $day }
paper-access-table-statuses = Legal statuses
paper-access-table-participations = Participation in operations
paper-access-table-episodes = Stays in programmes
paper-access-table-phases = Phases
paper-access-table-groups = Memberships of groups
paper-access-table-sessions = Sessions and attendance
paper-access-table-exports = Disclosures
paper-access-table-prints = Prints that name you
paper-access-table-looks = Looks, entries and prints by day
paper-access-table-changes = Former values
paper-access-column-what = What
paper-access-column-from = From
paper-access-column-to = To
paper-access-column-remark = Remark
paper-access-column-day = Day
paper-access-column-hour = Time
paper-access-column-activity = Activity
paper-access-column-attendance = Attendance
paper-access-column-minutes = Minutes
paper-access-column-participation = Participation
paper-access-column-leader = Led by
paper-access-column-recipient = Recipient
paper-access-column-content = Content
paper-access-column-document = Document
paper-access-column-by = Who
paper-access-column-deed = Deed
paper-access-column-times = No.
paper-access-column-field = Field
paper-access-column-before = Before
