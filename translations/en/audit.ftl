### Processing log, integrity of the vault, clock of the computer.

# Errors
error-older-database = The data file is older than the vault was when it was last closed: somebody put back an earlier copy. Nothing was changed.
    .next = Delete nothing. The system administrator should put the right file back or restore a backup on purpose.
error-clock-doubt = The clock of the computer was moved, so the date of a signature cannot be relied on. Nothing was signed.
    .next = Close this window and choose to sign again; the program will ask whether today's date is right.

# Integrity of the vault
about-wrong-heads = ✗ Signed heads of the processing log do not fit its content.
cli-check-heads =
    { $forged ->
        [0] Signed heads of the processing log: all fit.
       *[other] Signed heads of the processing log: { $forged } do NOT fit.
    }

# Clock of the computer
clock-jumped = The clock of the computer was moved. The processing log has it on record.
    .next = Check date and time in the corner of the screen. Before the next signature the program will ask whether the date is right.
clock-ask = Is it really { $moment }?
    .why = The clock of the computer was moved. If the date is wrong, set it right in the system first: a signature keeps it for ever.
    .yes = The date is right
    .no = Do not sign

# The page
audit-title = Processing log
audit-person = Person (code)
audit-person-name = Person (code or name)
audit-account = Account
audit-account-all = all accounts
audit-action = Action
audit-action-all = all actions
audit-from = From
audit-to = To
audit-clear = Clear the filters
audit-column-at = When
audit-column-account = Who
audit-column-action = What
audit-column-person = About whom
audit-details = Details
audit-details-none = Choose a line in the list.
audit-empty = The processing log has no lines for these filters.
    .next = Widen the period or clear the filters.
audit-detail-seq = Line
audit-detail-at = Time
audit-detail-account = Account
audit-detail-login = Log-in
audit-detail-thing = Record
audit-detail-key = Id of the record
audit-detail-person = Person
audit-detail-code = Code of the action
audit-detail-fields = Changed fields
audit-detail-seconds = Duration (s)
audit-detail-moment = Time of the try
audit-detail-other = Other
audit-system = unknown account
audit-print = Print the list
audit-report-limit = Newest lines
audit-verify = Verify the whole log
    .help = Reads all lines from the first one and checks that each follows from the one before.
audit-verified = The processing log is whole: { $lines } lines were verified.
audit-verified-broken = The processing log is not as it was written: it differs from line { $seq } onwards.
    .next = Delete nothing, and tell the system administrator and the head of the unit at once.
rule-audit-person-unknown = There is nobody with this code.
    .next = Check the code or leave the field empty.
rule-audit-person-many = More than one person fits.
    .next = Type the whole code of the person.

# Actions
audit-action-add = New: { $what }
audit-action-change = Change: { $what }
audit-action-vault-create = Vault created
audit-action-login = Log-in
audit-action-login-failed = Failed log-in
audit-action-lock = Lock
audit-action-person-open = Personal file opened
audit-action-person-leave = Personal file left
audit-action-session-open = Session opened
audit-action-sheet-preview = Session sheet previewed
audit-action-sheet-printer = Session sheet printed
audit-action-sheet-file = Session sheet saved to a file
audit-action-note-sign = Note signed
audit-action-passphrase-change = Own passphrase changed
audit-action-secret-set = New key of the installation
audit-action-recovery-proved = Paper key tried
audit-action-recovery-print = Paper key printed
audit-action-recovery-save = Paper key saved
audit-action-reserve-print = Reserve key printed
audit-action-reserve-pdf = Reserve key saved
audit-action-report-print = Report printed
audit-action-report-pdf = Report saved as PDF
audit-action-report-xlsx = Report saved as a spreadsheet
audit-action-audit-print = Processing log printed
audit-action-audit-pdf = Processing log saved as PDF
audit-action-audit-verify = Whole log verified
audit-action-audit-broken = Log not as it was written
audit-action-vault-check = Vault checked
audit-action-vault-rescue = Damaged vault rescued
audit-action-clock-jump = Clock moved
audit-action-clock-confirm = Date confirmed
audit-action-backup = Backup
audit-action-epoch-begin = New exchange epoch
audit-action-office-confirm = Office confirmed
audit-action-office-found = Central office set up
audit-action-unit-admit = Unit admitted
audit-action-roster-believe = New roster
audit-action-import = Bundle imported
audit-action-export-written = Export written
audit-action-export-aborted = Export failed
audit-action-receipt-import = Receipt taken in
audit-action-receipt-written = Receipt written
audit-action-receipt-aborted = Receipt not written
audit-action-receipt-alarm = Receipt does not fit
audit-action-roster-import = Roster taken in
audit-action-roster-written = Roster written
audit-action-roster-aborted = Roster not written
audit-action-account-remove = Account removed
audit-action-user-key-replaced = Passphrase and keys of an account reset
audit-action-recovery-add = New recovery key
audit-action-recovery-remove = Recovery key removed
audit-action-recovery-used = Recovery key used
audit-action-backup-renew = Backups made anew
audit-action-backup-carry = Backup carried to a USB stick
audit-action-backup-prove = Backups read and checked again
audit-action-backup-drop = Spoilt backup removed
audit-action-vault-restore = RESTORE from a backup
audit-action-vault-drill = Restore drill
audit-thing-account = account
audit-thing-account-key = earlier signing key
audit-thing-staff = member of staff
audit-thing-funder = funder
audit-thing-operation = operation
audit-thing-programme = programme
audit-thing-activity = activity
audit-thing-phase = phase
audit-thing-person = person
audit-thing-status-stay = legal status
audit-thing-participation = participation
audit-thing-episode = stay in a programme
audit-thing-phase-stay = phase of a person
audit-thing-grp = group
audit-thing-membership = group membership
audit-action-session-insist = Session planned in spite of a clash
audit-action-free-days-set = Work-free day of the unit
audit-action-plan-print = Weekly plan printed
audit-action-plan-pdf = Weekly plan saved as PDF
audit-action-movement-print = Movement list printed
audit-action-movement-pdf = Movement list saved as PDF
audit-action-calendar-file = Schedule saved as a calendar file
audit-thing-series = repetition in the schedule
audit-thing-apart = keeping people apart
audit-thing-session = session
audit-thing-guest = change of a roster
audit-thing-attendance = attendance
audit-thing-note = note
audit-thing-note-signature = signature of a note
audit-thing-draft = draft
audit-thing-sheet-print = print of a sheet
audit-thing-party = party of the exchange
audit-thing-bundle-out = bundle sent
audit-thing-bundle-in = bundle received
audit-thing-quarantined = record in quarantine
audit-action-enrol-written = Request to join written
audit-action-enrol-aborted = Request to join not written

# Rescue of a damaged vault
cli-rescuing = Rescuing the vault
cli-rescued = Rows saved: { $count }.
cli-rescued-lost = Unreadable ({ $what }): { $count }.
cli-rescued-loose = Without the record it refers to; kept in history ({ $what }): { $count }.
cli-rescued-next = Everything was saved. The same passphrases open the new vault; keep the damaged one.
cli-rescued-check = The same passphrases open the new vault. Compare what is missing with the last backup; do not delete the damaged vault.
