### Accounts, keys of the vault, roles, recovery by the paper key.

# Accounts
account-show-ended = Show removed accounts too
account-must-change = waits for a new passphrase
account-typed-by-owner = The passphrase was typed here by the person the account is for
account-remove-button = Remove account …
account-reset-button = Reset passphrase …
account-removing = Removing an account
account-removing-key = New key of the vault
account-removing-backups = Backups
account-remove-ask = Remove the account { $login }?
account-remove-why = The vault gets a new key and is written anew. The passphrase of the removed account then opens nothing, not even with an old key file that was kept. You can cancel it; until it is done everything stays as it was.
account-remove-signed = What this person signed stays valid. A removed account cannot be brought back; the person can get a new one.
account-remove-sticks = The program then makes a new backup and deletes the older ones on this disk, because the old passphrase still opens them. Replace copies on USB sticks yourself.
account-remove = Remove account
account-renewing = New backup
    .lead = The account is removed.
account-renewing-why = The older copies are deleted only when the new one has been verified.
account-renewing-leave = Leave the older copies
account-was-removed = The account is removed and the backup is new. Replace the copies on USB sticks too.
account-removed-backups-stay = The account is removed. The older backups stayed; its passphrase still opens them.
account-reset = Reset passphrase
account-reset-ask = New passphrase for the account { $login }
account-reset-why = The old passphrase is no longer valid after this. Signed notes stay valid. If it is you who types it, the person must change it at the first log-in.
account-reset-closed = Note: the new passphrase does not open this person's closed notes. They need the recovery of closed notes.
account-was-reset = The passphrase is reset.

# First log-in
first-change = Choose a passphrase of your own
first-change-window = New passphrase
first-change-why = Somebody else knows the passphrase that you came in by. Before you begin, choose your own; tell it to nobody.
first-change-left = The passphrase was not changed, so the vault is closed.

# What is wrong
rule-account-closed = This account is removed already.
    .next = Choose another account.
rule-passphrase-same = This is the passphrase that somebody else knows.
    .next = Choose another one.
rule-passphrase-not-due = The passphrase need not be changed at this log-in.
    .next = You can change it in the settings.

# A key typed from paper
error-key-group-wrong = Group { $place } in line { $line } is not as on the sheet.
    .next = Compare it with the sheet, character by character. The key has no letters b, i and o, and the digit 1 only at its beginning.
error-key-length-wrong = The number of characters is not right: the key has { $wanted }, { $typed } were typed.
    .next = See whether a group is missing or typed twice.
error-key-typed-wrong = More than one character is wrong, so the group cannot be told.
    .next = Compare all groups with the sheet, one after another.
error-shares-differ = The two lines do not belong together.
    .next = From each part copy the line that is meant for the other one.

# A key in three parts, on paper
paper-shares = Vault key in three parts
paper-share = Vault key, part { $part } of three
paper-share-warning = Any two of the three parts open all data together. One part alone tells nothing.
paper-share-with = Line for part { $part }
paper-share-step-1 = Put each part into an envelope of its own and seal it. Each should be kept by another person, in another place.
paper-share-step-2 = Recovery takes two envelopes and two people.
paper-share-step-3 = In the log-in window choose “Paper key” and copy from each part the line for the other.

# Keys of the vault
rule-office-key-there = The central office's key opens the vault already.
    .next = There is nothing to do.
rule-last-recovery-key = This is the only paper key, so it cannot be removed.
    .next = First print and try a new paper key, then remove this one.
rule-login-known = Another account has this login.
    .next = Choose another name, or go back and choose that account.

# Recovery
recovery = Recovery
recovery-link = Forgotten passphrase or key on paper …
recovery-step-paper = Key from paper
recovery-step-who = Account
recovery-step-passphrase = New passphrase
recovery-step-sheet = New key
recovery-step-tried = Trying the key
recovery-paper = Type the key from its paper
    .lead = Using the key is written into the audit log. If there are more of you, an administrator can reset the passphrase without the key.
recovery-by = What you have before you
recovery-by-paper = the sheet with the whole key
recovery-by-parts = two of three parts
recovery-key = Key, or line of the first part
    .hint = From left to right, line by line. Spaces and capitals do not matter.
recovery-second = Line of the second part
    .hint = From each part copy the line that is meant for the other one.
recovery-who = Who is to get in?
    .lead = The key opens the vault. The chosen account gets a new passphrase, the others stay as they are.
recovery-account = Account
recovery-new = a new administrator's account
recovery-passphrase = Choose a new passphrase
    .lead = It should be typed by the person the account is for. It does not open the closed notes of this account.
recovery-sheet = Print the new paper key
    .lead = After recovery the used key opens nothing any more. This one takes its place.
recovery-tried = Try the new sheet
    .lead = When you confirm, the vault gets a new key and is written anew. Until that is done everything stays as it was.
recovery-renew = Recover
recovery-done = You can get in again. Put the new sheet into an envelope and seal it, destroy the old one.
    .next = Log in with the new passphrase. The old key still opens older backups; make a new one.
recovery-left = Nothing was recovered; the vault is as it was. If you have printed the new sheet, destroy it.

# Who can open the vault
settings-keys = Who can open the vault
keys-title = Keys of the vault
keys-why = Every account sees this list. Each of these keys opens all data; closed notes open only with the keys of their authors.
keys-kind = Kind
keys-label = Label
keys-made = Since
keys-none = There are no keys.
key-kind-passphrase = passphrase of an account
key-kind-paper = key on paper
key-kind-shares = key in three parts
key-kind-office = key of the central office
keys-new = New recovery key
keys-new-paper = New key on paper …
keys-new-shares = Key in three parts …
keys-new-office = Add the office's key
key-paper-new = Print the key on paper
key-paper-lead = It opens the whole vault by itself. It is added only after you have tried it.
key-shares-new = Print the key in three parts
key-shares-lead = Any two parts together open the vault. The screen shows only the first line of the first part; print all three sheets.
keys-part = First line on the sheet of part { $part }
keys-tried = Try the key
keys-add = Add key
keys-added = The key is added.
keys-remove = Remove key
keys-remove-ask = Remove the chosen key ({ $kind } { $label })?
    .why = The vault gets a new key and is written anew; the removed key opens nothing any more except older backups.
keys-removed = The key is removed. It still opens older backups.

# Roles
settings-roles = Roles and rights
matrix = What each role may do
matrix-action = Action
matrix-yes = yes
matrix-no = no
matrix-scope = Whose data it can reach (scope, set with the account)
matrix-print = Preview and print …
matrix-enforced = The program enforces these rights. Whoever can open the vault could, with technical skill and special tools, read everything except closed notes.
may-see-people = sees people and their data
may-edit-people = enters and changes people
may-see-schedule = sees the schedule and how many take part
may-edit-schedule = plans sessions and groups
may-see-notes = reads notes
may-write-notes = writes and signs notes
may-print-sheets = prints session sheets
may-see-reports = sees reports
may-export = exports data
may-import = imports data
may-manage-accounts = keeps accounts and keys
may-manage-unit = keeps the unit and its programmes
may-backup = makes backups
may-restore = restores the vault from a backup and tries restoring
may-see-audit = sees the audit log
