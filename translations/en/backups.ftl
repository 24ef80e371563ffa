# Backups and restoring

## Why a backup was made
backup-why = Reason
backup-why-asked = asked for
backup-why-closing = at closing
backup-why-daily = daily
backup-why-migration = before an update
backup-why-import = before an import
backup-why-rotation = before a change of keys
backup-why-renewal = after a change of keys
backup-why-restore = before a restore

## State of a backup
backup-state-good = ✓ verified
backup-state-spoilt = ✗ spoilt
backup-state-foreign = ✗ of another vault
backup-state-newer = ✗ of a newer version

backup-spoilt-here =
    { $count ->
        [one] { $count } backup is spoilt and cannot be used.
       *[other] { $count } backups are spoilt and cannot be used.
    } Make a new one; if this happens again, have the disk checked.
backup-drop-spoilt = Remove spoilt ones
backup-dropped = The spoilt backups are removed.
backup-room = Backups on this disk take { $used }. Allowed:
backup-budget = Room allowed for backups
backup-gigabytes = { $size } GB
backup-budget-kept = The allowed room is saved. The next backup keeps to it.
backup-over = The backups take more room than allowed, but none of them can safely go: the last good one and one of each month must stay.
rule-backup-budget = The allowed room must be between { $least } and { $most } GB.
    .next = Choose another value.

backup-trouble-spoilt = One of the backups is spoilt.
    .next = Make a new one in Settings, Backups. If this happens again, have the disk checked.
backup-trouble-budget = The backups take more room than allowed, but none of them can safely go.
    .next = Allow more room in Settings, Backups, or get a larger disk.
backup-drive-protected = { $name }, write-protected

## Today
today-carried = Copy on a stick
today-carried-late = Carry a copy to a USB stick as well.
today-go-carried = To a stick …

## Restoring: the way in
restore-card = Restoring
    .why = A restore brings the vault back to the state of the chosen backup. The present state is kept first. A drill does the same up to the last step, in a hidden place, and changes nothing.
restore-begin = Restore from a backup …
restore-drill = Try restoring …
restore-drilled-never = Restoring has not been tried yet. Try it every quarter.
restore-drilled =
    Restoring was last tried on { $at } ({ $count ->
        [0] today
        [one] { $count } day ago
       *[other] { $count } days ago
    }).
restore-help = Help with restoring
restore-from-backup = Restore from a backup

## Restoring: the steps
restore = Restore from a backup
drill = Restore drill
restore-step-choose = Backup
restore-step-prove = Check
restore-step-lose = What would be lost
restore-step-confirm = Confirmation
restore-step-drill = Drill

restore-choose = Which backup do you want to restore?
    .lead = Only backups that were opened again and counted after they were made are offered.
drill-choose = Which backup do you want to try?
    .lead = Choose one on this disk or on a USB stick. The vault stays as it is.
restore-here = On this disk
restore-elsewhere = In the folder { $folder }
restore-other-folder = Another folder or stick …
restore-this-disk = Backups on this disk
restore-none-here = There are no backups on this disk.
    .next = Put in a USB stick with a copy and choose its folder.
restore-folder-title = Folder with backups
rule-restore-none-chosen = No backup is chosen.
    .next = Choose one in the list.

restore-who = Who opens the backup?
    .lead = The backup of { $at } is opened by an account that existed then.
restore-who-login = Account of that day
restore-who-passphrase = Passphrase
    .hint = The one of that day. If the account still exists, its passphrase of today will do as well.

restore-prove = The backup is whole
    .lead = The backup of { $at } was opened and all of it was read.
restore-check-pages = ✓ All pages are as they were written.
restore-check-counts = ✓ The number of records agrees: { $count }.
restore-check-audit =
    ✓ The audit log is unbroken: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }.
restore-check-signatures =
    ✓ { $count ->
        [0] There are no signed notes in the backup.
        [one] The signature of { $count } note holds.
       *[other] The signatures of { $count } notes hold.
    }
restore-holds = What it holds
restore-people = Who will be able to log in
restore-person = { $login } – { $name }, { $role }
restore-passphrases-today = With the passphrases of today.
restore-passphrases-then = With the passphrases of that day.
restore-absent = Will not be able to log in after the restore, because they did not exist that day: { $logins }. They must be added again.
restore-gone = Stay removed: { $logins }.

restore-lose = What would be lost
    .lead = This was done after the backup of { $at } and will be gone after the restore.
restore-lose-nothing = Nothing was done after this backup that a restore would lose.
restore-lose-unknown = The present data cannot be read, so it cannot be told exactly what would be lost.
restore-lose-lines =
    { $count ->
        [one] { $count } more line was
       *[other] { $count } more lines were
    } written to the audit log after the backup.
restore-lose-empty = There is no vault in this folder yet, so nothing is lost.
restore-lose-what = { $what }: { $count }
restore-lose-day = Day
restore-lose-who = Person
restore-lose-kind = What
restore-lose-count = How many
restore-lose-draft = Draft
restore-returning =
    { $count ->
        [one] { $count } line of the backup's audit log is
       *[other] { $count } lines of the backup's audit log are
    } not in the present vault: from before an earlier restore; now they return.

# Erased since the backup
restore-erase-again =
    This backup still holds { $count ->
        [one] { $count } person whose file was
       *[other] { $count } people whose files were
    } erased after its day. The restore erases { $count ->
        [one] it
       *[other] them
    } again.
restore-anonymise-again =
    This backup still holds by name { $count ->
        [one] { $count } person whose file was
       *[other] { $count } people whose files were
    } made anonymous after its day. The restore makes { $count ->
        [one] it
       *[other] them
    } anonymous again.
restore-again-copy = The backup itself goes on holding these data. When you need it no more, delete it, also from the stick.
restore-again-done =
    { $count ->
        [one] { $count } file was
       *[other] { $count } files were
    } erased or made anonymous again, as was decided after the backup's day.
restore-erased-unknown = The present vault cannot be read, so it cannot be checked whether a file was erased or made anonymous after the backup's day. Such a file comes back with the restore: propose it for erasure again afterwards (Settings, Retention).
restore-erased-alone = There is no vault on this computer to compare the backup with, so it cannot be checked whether a file was erased or made anonymous after the backup's day. Such a file comes back with the restore: propose it for erasure again afterwards (Settings, Retention).

restore-confirm = Restore the vault
    .lead = The vault will be brought back to the state of { $at }.
restore-confirm-kept = The present state is kept first: as a backup if it can be read, else its files are put aside unchanged in a folder of their own. So a restore can be undone by another one.
restore-confirm-office = The central office will be told with the next export that the vault was restored; somebody there must agree.
restore-confirm-end = When it is done the log-in window opens.
restore-confirm-passphrase = Your passphrase
    .hint = It confirms that the restore is your decision.
restore-now = Restore the vault
restore-done = The vault is restored. Log in with the account { $login }.
    .next = See whether it holds what you expect. The state before is kept.
restore-finished = The restore is complete
restore-to-log-in = To the log-in window
restore-kept-aside = The files of before are unchanged in the folder { $folder }.
restore-kept-backup = The state of before is the backup of { $at }.
restore-left = The restore was given up. Nothing was changed.

drill-now = Try it
drill-done = Restoring works
    .lead = The backup of { $at } was restored in a hidden place, read and removed. The vault is unchanged.
drill-seconds =
    The drill took { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }.
drill-report = Print the report …
drill-end = Finish
drill-kept = The drill succeeded and is in the audit log.

## Drill report
paper-drill = Report of a restore drill
paper-drill-unit = Unit
paper-drill-at = Time of the drill
paper-drill-by = Carried out by
paper-drill-copy = Backup of
paper-drill-why = Reason of the backup
paper-drill-size = Size of the backup
paper-drill-file = File
paper-drill-took = Time needed
paper-drill-seconds = { $count } sec
paper-drill-result = Result
paper-drill-worked = Restoring works. The drill did not change the vault.
paper-drill-failed = Restoring does NOT work completely. Tell the system administrator.
paper-drill-held = holds
paper-drill-not-held = DOES NOT HOLD
paper-drill-checks = Checks
paper-drill-contents = Contents of the backup
paper-drill-signed-by = Carried out by: signature
paper-drill-seen-by = Seen by the head: signature
drill-check-opened = The backup opens with an account of its day.
drill-check-pages = All pages are as they were written.
drill-check-counts = The rows of every table agree with the backup's description.
drill-check-laid = The data were copied under a new key and read back completely.
drill-check-audit = The audit log is unbroken from its first line.
drill-check-heads = The accounts' signatures under the audit log hold.
drill-check-signatures = The signatures of notes hold.
drill-check-gone = The temporary data of the drill are removed.

## Tables in words
holds-person = people
holds-status_stay = legal statuses
holds-phase_stay = treatment phases
holds-guest = guests of sessions
holds-participation = participations in operations
holds-episode = treatment episodes
holds-grp = groups
holds-membership = group memberships
holds-session = sessions
holds-attendance = attendance records
holds-note = session notes
holds-note_signature = note signatures
holds-draft = drafts
holds-sheet_print = printed sheets
holds-account = accounts
holds-staff = staff and volunteers
holds-programme = programmes
holds-bundle_out = exports sent
holds-bundle_in = imports received
holds-audit = audit lines
holds-other = other records

## Errors
error-backup-spoilt = This backup is no longer what was written, so it cannot be used.
    .next = Choose another one, on this disk or on a USB stick. If several are spoilt, have the disk checked.
error-backup-unsound = The backup opens, but its audit log or its signatures do not hold.
    .next = Choose another one and tell the system administrator.
error-backup-login-needed = Your account did not exist on the day of this backup, or had other keys.
    .next = Let an account that existed then open it, with its passphrase of that day.
error-backup-foreign = This backup is of another vault.
    .next = Choose one of this vault. Nothing was changed.
error-account-not-of-today = This account cannot log in to the vault any more, so it cannot restore it either.
    .next = Let somebody restore whose account is still valid.
error-not-set-aside = The present files of the vault could not be kept, so nothing was restored. Nothing was changed.
    .next = Make room on the disk and try again. If it happens again, tell the system administrator.
rule-backup-spoilt = This backup is spoilt and cannot be restored.
    .next = Choose another one.
rule-backup-foreign = This backup is of another vault.
    .next = Choose one of this vault.
rule-backup-newer = A newer version of tcdesk made this backup.
    .next = Update tcdesk on this computer first.
rule-no-backups-there = There are no backups in this folder.
    .next = Choose the folder “tcdesk-backups” on the stick, or “backups” in the vault's folder.
rule-nobody-could-log-in = After this restore nobody could log in to the vault: no account of today existed on the backup's day.
    .next = Choose a newer backup. Nothing was changed.
