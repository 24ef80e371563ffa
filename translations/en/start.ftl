### First run, log-in, settings, backups, closing the program.

# Log-in
start-other-account = Change account (locks)
start-names = Hide or show names (F9)
start-names-hidden = Names are hidden
    .help = People stand under their codes. A click or F9 shows the names again.
start-choose-folder = Choose the folder with the vault
start-new-folder = Choose an empty folder for the new vault
start-no-vault-there = There is no vault in the chosen folder.
    .next = Choose the folder with the file vault.json, or prepare a new installation.
start-made = The installation is ready. Seal the sheet with the paper key in an envelope.
    .next = Log in with the passphrase that you have just chosen.
start-left = The new installation was not finished; nothing of it is left on the disk.
    .next = If you have printed the sheet with the paper key, destroy it: it opens nothing.

# First run
first-run = New installation
first-run-leave = Leave the installation
first-run-step-kind = Kind of installation
first-run-step-names = Name and programmes
first-run-step-account = First account
first-run-step-passphrase = Passphrase
first-run-step-sheet = Paper key
first-run-step-tried = Trying the key
first-run-kind = What will this installation be?
    .lead = The kind cannot be changed later. There is one installation on a computer.
installation-unit = Unit
    .why = For work with participants in a prison: people, schedule, sessions, notes, sheets and export.
installation-office = Central office
    .why = For gathering the units' data: import, board of units and consolidated reports. No names, no notes.
first-run-names = What is the unit called?
    .lead = Name and code stand on printed sheets and in exports.
first-run-office-names = What is the office called?
    .lead = Name and code stand on reports and on receipts for the units.
first-run-unit-name = Name
    .hint = For example: Dob, therapeutic community
first-run-unit-code = Code
    .hint = Two to six plain letters or digits, for example DOB. People's codes begin with it.
first-run-programmes = Programmes
    .hint = The chosen ones are taken from templates; others can be switched on later in the settings.
first-run-account = Who is the first account for?
    .lead = This person will add the accounts of the others.
account-given-name = Given name
account-family-name = Family name
account-name = Family and given name
account-login =
    .hint = Short and neutral: letters, digits, dot or dash. It can be seen before unlocking.
account-role = Role
account-first-role =
    .hint = Accounts with other roles are added later in the settings, one for each person.
first-run-passphrase = Choose a passphrase
    .lead = The passphrase guards all data. It is chosen by the person the account is for, and told to nobody.
passphrase-advice = Five random words are best: easy to remember and next to impossible to guess. The program never asks for a change every few months.
first-run-create = Make the vault
first-run-sheet = Print the paper key
    .lead = If all passphrases are forgotten, only this key opens the data. The program does not keep it and will not show it again.
first-run-key = Key of the vault
    .hint = The same key stands on the sheet, in lines and groups of four. Without a printer copy it onto paper.
first-run-line = Line { $line }
first-run-print = Preview and print …
first-run-paper = Paper key
first-run-sheet-envelope = Put the sheet in an envelope and seal it; let two people sign it.
first-run-sheet-place = Keep the envelope locked away, apart from the computer.
first-run-sheet-last-way = In the next step you will copy a part of the key from the sheet, so have it with you.
first-run-have-sheet = I have the sheet before me
first-run-tried = Try the sheet
    .lead = Type the two groups that the program asks for from the sheet. The program will try to open the vault with the key put together from them.
first-run-asked = Line { $line }, group { $place }
first-run-asked-hint = Capital and small letters are alike. The groups asked for have no 1, b, i or o.
first-run-try = Try the key
first-run-placing = The vault goes to its place
    .lead = The paper key opens the vault.
    .wait = The vault is being stored …

# Strength of passphrases
strength-empty = At least 14 characters, or the five words offered.
strength-enough = Enough. One more random word would make it much stronger.
strength-good = A good passphrase.

# Roles
role-therapist = treatment professional
role-external = external provider
role-head = head of unit
role-officer = prison officer
role-administrator = system administrator
role-analyst = analyst of the central office
role-auditor = auditor

# Settings
settings = Settings
settings-sections = Sections of the settings
settings-own = Look and passphrase
settings-accounts = Accounts
settings-unit = Unit and programmes
settings-backups = Backups
settings-about = About
settings-look = Look
settings-theme = Colours
    .hint = Changed at once, and only on this computer.
look-system = as the computer's
look-light = light
look-dark = dark
look-contrast = high contrast
settings-language = Language
    .hint = Changes when the program is next unlocked.
settings-language-kept = The language is kept. It will change when the program is next unlocked.
settings-passphrase = Your passphrase
    .why = Change it if you think that somebody else knows it. Signed notes stay valid.
settings-old-passphrase = Present passphrase
settings-change-passphrase = Change the passphrase
settings-passphrase-changed = The passphrase is changed. From now on only the new one counts.
settings-programmes = Programmes
    .why = A programme is taken over from its template, with activities, phases and funder. Once on, it cannot be switched off, since data depend on it.
settings-programme-runs = switched on
settings-programme-take = Switch on
settings-programme-take-named = Switch on the programme { $programme }
settings-programme-taken = The programme is switched on.
settings-safety = Locking
settings-lock = Lock by itself
    .hint = For all accounts. The program also locks when the computer locks or goes to sleep.
settings-minutes =
    after { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } without a touch
settings-lock-kept =
    The program will lock after { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } without a touch.

# Accounts
account-state = State
account-active = in use
account-yours = your account
account-ended-on = removed { $day }
account-none = There are no accounts.
account-add = Add an account
account-new = New account
account-types-own = Let the person the account is for type the passphrase, at this computer.
account-save = Save the account
account-added = The account is added. The person can log in at once.
account-name-wanted = Type given and family name.

# Backups
backup-carry = Copy on a USB stick
    .hint = The copy is encrypted. Keep the stick locked away, in another room than the computer.
backup-never-carried = No copy has been made on a USB stick yet. If the disk fails, the copies on it are lost too.
backup-carried =
    The last one: { $at }, { $count ->
        [0] today
        [one] { $count } day ago
       *[other] { $count } days ago
    }.
backup-drive = USB stick for the copy
backup-no-drive = insert a USB stick
backup-drive-free = { $name }, { $size } GB free
backup-carry-now = Copy to the stick
backup-carried-now = The copy is on the stick and was verified. You can take the stick out.
backup-kept = Copies on this disk are made by themselves: once a day, at closing, before an import and before a change of keys. 14 daily, 8 weekly and 24 monthly ones are kept; every week two of them are read again.
backup-at = Made
backup-size = Size
backup-megabytes = { $size } MB
backup-rows = Records
backup-state = Verified
backup-none = There is no copy yet.
    .next = Make one now; it takes some seconds.
backup-now = Make a copy now
backup-made = The copy is made and verified.
closing-backup = A backup is being made before closing
    .why = The last good one is older than a day. When the new one is made, the program closes by itself.
closing-stay = Back to the program
closing-without = Close without a copy

# About
about-program = About the program
about-version = Version
about-installation = Installation
about-unit = Name and code
about-folder = Folder of the vault
about-vault = Id of the vault
about-account = Account
about-health = Integrity of the data
    .why = The check reads the whole vault, the processing log and the signatures of notes. It changes nothing.
about-check = Check the data
about-sound = ✓ Everything is as it was written. Lines of the processing log: { $lines }, valid signatures: { $signatures }.
about-wrong-pages = ✗ The vault on the disk is damaged.
about-wrong-audit = ✗ The processing log is not as it was written.
about-wrong-signatures = ✗ The signature of at least one note does not fit its text.
about-wrong-next = Do not go on using the program and tell the system administrator at once. Do not delete backups.

# Rules
rule-unit-code = A code has two to six plain letters or digits.
    .next = Correct the code.
rule-unit-name-missing = The name is missing.
    .next = Type the name of the unit or office.
rule-names-missing = The given or the family name is missing.
    .next = Type both; the person stands under this name on sheets.
rule-login-shape = A login has at most 32 characters: letters, digits, dot or dash.
    .next = Choose another, for example the family name without spaces.
rule-first-role = This role cannot come first, since it cannot add other accounts.
    .next = Choose a role from the list.
rule-own-account = You cannot remove your own account.
    .next = Let another person who manages accounts do it.
rule-passphrase-not-ready = The passphrase is not strong enough yet, or was typed differently.
    .next = Follow the advice under the field and type it twice alike.
rule-lock-minutes = The program can lock by itself after { $least } to { $most } minutes.
    .next = Choose a time from the list.
rule-programme-exists = The programme { $programme } is switched on in this unit already.
    .next = Nothing needs to be done.

# Errors
error-account-ended = This account is removed.
    .next = Log in with another account, or turn to the person who manages accounts.
error-folder-taken = There is something in the chosen folder already.
    .next = Choose an empty folder.
error-sheet-differs = The key typed in this way does not open the vault.
    .next = Compare the characters with the sheet, one by one, and type them again. If need be, go back a step and print the sheet again.
error-vault-not-placed = The vault could not be moved to its place, because another program uses the folder.
    .next = Close the windows that show this folder and try again.
