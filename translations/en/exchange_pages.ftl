### Pages of the exchange: joining, export, import, board of units, reports.

# The USB stick and the files on it
stick-list = USB sticks and folders
stick-none = There is no USB stick. Insert it and wait a moment; it appears by itself.
stick-again = Refresh
stick-other = Another folder …
stick-other-title = Choose a folder
stick-drive = { $name } · { $size } GB free
stick-read-only = write-protected
stick-folder = Folder { $folder }
rule-stick-not-chosen = No USB stick or folder is chosen yet.
    .next = Choose a stick in the list, or another folder.
rule-file-not-chosen = No file is chosen yet.
    .next = Choose a file in the list.
bundles-list = Bundles received
bundles-none = There are no received bundles on the stick.
    .next = Insert the stick with the bundles (files ending in .tcb), or choose a folder.
bundles-sender = Sender
bundles-seq = No.
bundles-file = File
bundles-size = Size
bundles-kilobytes = { $size } kB
bundles-state = State
bundles-unknown = unknown
bundles-taken = ✓ taken before
bundles-new = new
digits-field = Digits from the slip
digits-missing =
    { $count ->
        [one] { $count } digit is missing.
       *[other] { $count } digits are missing.
    }
digits-all = All 30 digits are typed.
digits-why = The digits are the fingerprint of the key. Because they come another way than the stick, they reveal any file that was swapped. Copy them from the slip; do not look for them in the file.
digits-slip-title = Digits of keys
on-stick-done =
    { $count ->
        [one] Success: the file { $file } is on the stick and was read back.
       *[other] Success: the files { $file } are on the stick and were read back.
    }
on-stick-released =
    { $count ->
        [one] Success: the file { $file } is on the stick. You may remove the stick.
       *[other] Success: the files { $file } are on the stick. You may remove the stick.
    }
on-stick-folder = Folder: { $folder }
on-stick-release = Before you pull the stick, press “Remove the stick safely”.
on-stick-no-release = If the folder is on a USB stick, remove it safely in the operating system before you pull it.
on-stick-eject = Remove the stick safely
sending-step-stick = USB stick
sending-step-done = Written and verified
sending-write = Write
sending-done = Written
sending-pulled = You may remove the stick

# What goes to a stick in one step
errand-card = The office's card to a stick
    .lead = The card is no secret. Give it to the new unit on a stick, and send the slip with the digits separately.
    .hint = Print the slip with the digits and send it to the unit another way: by post or by a person you trust. You can also read the digits out on the telephone.
errand-request = Request to join, to a stick
    .lead = The public keys of this unit go to the stick, sealed to the office. There is nothing about participants in the file.
    .hint = Print the slip with the digits of the unit and send it to the office another way. Give the stick to the office, then wait for its roster.
errand-roster = Roster for { $unit } to a stick
    .lead = The newest roster of the exchange, sealed to this unit.
    .hint = Give the stick to the unit; it chooses “Take in a reply” in its program.
errand-receipt = Receipt for { $unit } to a stick
    .lead = The receipt lists every imported bundle of this unit; the newest roster goes along.
    .hint = Give the stick to the unit; it chooses “Take in a reply” in its program.

# The page of a unit
exchange-title = Exchange
exchange-export = Export to a stick …
    .help = Writes pseudonymised data for the central office to a USB stick.
exchange-restored = Report a restore from a backup …
exchange-restored-ask = Was this vault restored from a backup?
    .why = A new epoch of bundles will begin. The office is warned at the next import and asks whether you really restored the vault. Choose this only after a restore.
    .yes = Begin a new epoch
exchange-restored-done = A new epoch has begun. Tell the office that you have restored the vault.
joining-title = Joining the exchange
joining-show = Show the steps
joining-hide = Hide the steps
joining-summary = Central office confirmed { $at } · roster version { $version }
joining-at = done { $at }
joining-card = Card of the central office
    .how = Insert the stick that the office sent; it holds roster.json and roster.json.minisig.
joining-digits = Digits from the office's slip
    .how = You copy them from the printed slip, which came another way than the stick.
joining-request = Request on a stick, and the slip with this unit's digits
    .how = You give the stick to the office and send it the slip with the digits separately.
joining-roster = Roster that the office returns
    .how = The office takes the unit in and returns the roster of the exchange.
joining-ready = Ready to export
    .how = From now on you export to a stick at the end of every month.
joining-read-card = Read the card …
joining-write = Write the request …
joining-again = Write it again …
joining-print = Print the slip with the digits
joining-take = Take in the roster …
card-title = Card of the central office
card-step-folder = Card
card-step-digits = Digits from paper
card-folder = Where is the office's card?
    .lead = Insert the stick that the office sent. It is only read.
card-read = Read the card
card-digits = What does the office's slip say?
    .lead = Type the six groups of five digits from the office's printed slip.
card-confirm = Confirm the office
outbox-title = Bundles sent
outbox-never = There has been no export yet.
outbox-last =
    { $count ->
        [0] The last export was today.
        [one] The last export was { $count } day ago.
       *[other] The last export was { $count } days ago.
    }
outbox-none = Nothing has been sent yet.
    .next = At the end of the month, export to a USB stick and give it to the office.
outbox-seq = No.
outbox-epoch = { $seq } (epoch { $epoch })
outbox-at = Written
outbox-file = File
outbox-state = State
outbox-receipt = Receipt
outbox-confirmed = confirmed { $at }
outbox-waits =
    { $count ->
        [0] waiting since today
        [one] waiting { $count } day
       *[other] waiting { $count } days
    }
outbox-overdue =
    { $count ->
        [one] missing for { $count } day
       *[other] missing for { $count } days
    }
out-state-planned = prepared, not written
out-state-written = on the stick
out-state-aborted = aborted

# Export
export-title = Export for the central office
export-step-what = What leaves
export-step-whom = To whom
export-step-stick = USB stick
export-step-write = Writing and verifying
export-step-release = Remove the stick
export-what = What leaves?
    .lead = Level B: pseudonymised records. Look at what leaves and what never does.
export-leaves = Leaves
export-stays = Never leaves
export-whole = Every export holds everything as it stands now; the office tells the new from the known by itself.
export-whom = To whom?
    .lead = Only this receiver can open the bundle.
export-confirmed = The key's fingerprint was confirmed by the digits from paper { $at }.
export-only-office = The file is signed by this unit and sealed to the office. Whoever finds the stick cannot read it.
export-first = This will be the first export of this unit.
export-last = Last export: number { $seq }, { $at }.
export-stick = To which stick?
    .lead = One file is added to the stick; nothing else on it changes.
export-write = Writing and verifying
    .lead = Do not pull the stick before it is verified.
export-phase-prepare = preparing and signing
export-phase-writing = writing
export-phase-reading = reading back from the stick
export-phase-checking = verifying
export-done = The bundle is on the stick
    .lead = It was written whole, then read back and compared.
export-released = Remove the stick
    .lead = The system has released the stick.
export-next = Print the receipt of the bundle and give it to the office with the stick. When the office has imported the bundle, it returns a receipt on a stick.
export-slip = Print the receipt
export-slip-title = Receipt of a bundle
export-not-released = The bundle is on the stick, but the stick was not removed safely.
    .next = Remove it safely in the operating system before you pull it.

# Reply of the office
reply-title = Take in a reply …
reply-step-file = File
reply-step-taken = What it brought
reply-file = Which file did the office return?
    .lead = Insert the stick that the office returned. Receipts and rosters end in .tcb.
reply-take = Take in
reply-taken = The reply is taken in
reply-roster = ✓  New roster of the exchange, version { $version }.
reply-line = Bundle number { $seq }: { $meaning }
reply-nothing = There was nothing new in the reply.
reply-alarm = The office knows bundles that this vault never wrote, or that are different here.
    .next = This may be a copied computer or an unannounced restore. Do not export before the system administrator knows what has happened.
ack-confirmed = the office has it
ack-older = confirmed before
ack-unknown = this vault never wrote this number
ack-different = the office has another bundle under this number
agree-title = Your judgement is needed
agree-yes = I have called the sender, who confirms it

# The page of the office
office-found-title = Setting up the office
office-found-key = First the office gets a root key. It signs the roster of the exchange, so keep it on a USB stick in a safe, apart from this computer.
office-found-reserve = A reserve key is made on paper along with it. It can read the bundles of units if this computer fails.
office-found-card = Then you send the office's card to the units and take each of them in.
office-found = Set up the office …
office-card = Card of the office
    .why = Every new unit gets the card on a USB stick and these digits on paper, another way.
office-digits = Digits of the office's key
    .why = Units type these digits from the printed slip when they confirm the office.
office-write-card = Write the card to a stick …
office-print-digits = Print the slip with the digits
office-units = Units in the exchange
office-units-none = No unit is in the exchange yet.
    .next = Send a unit the card and the slip with the digits. When it returns its request, take it in.
office-unit-name = Name
office-unit-confirmed = Taken in
office-send-roster = Write the roster to a stick …
found-title = Setting up the office
found-step-folder = Where the key goes
found-step-passphrase = Passphrase of the key
found-step-paper = Reserve key
found-folder = Where is the root key to go?
    .lead = Best to a USB stick that will be in a safe and serve nothing else.
found-folder-safe = The file is called tcdesk-root-key.json, and only the passphrase of the next step opens it. Make a second copy too and keep it elsewhere.
found-passphrase = Passphrase of the root key
    .lead = Not the one you log in with. Keep it written and sealed, apart from the key.
found-make = Make the key
found-paper = The reserve key on paper
    .lead = The reserve key is on this sheet only. It cannot be printed later.
found-reserve = Reserve key of the office
    .why = Put the sheet into a sealed envelope, apart from the computer and the root key.
found-print-reserve = Print the reserve key
found-kept = The sheet with the reserve key is printed and put away.
found-finish = Finish
rule-reserve-not-kept = The reserve key is not on paper yet.
    .next = Print it, check the sheet and say that it is put away.
admit-title = Take a unit in …
admit-step-file = Request
admit-step-digits = Digits from paper
admit-step-name = Name and code
admit-step-key = Root key
admit-step-roster = Roster for the unit
admit-file = Which request?
    .lead = Insert the stick that the unit sent. Only files of unknown senders are shown.
admit-digits = What does the unit's slip say?
    .lead = Type the six groups of five digits from this unit's printed slip.
admit-name = What is the unit called?
    .lead = The name is for people, the code for tables and reports.
admit-unit-name = Name of the unit
    .hint = For example: Dob prison, therapeutic community.
admit-unit-code = Code
    .hint = 2 to 6 plain letters or digits, for example DOB.
admit-key = Root key of the office
    .lead = It signs the next roster of the exchange. Insert the stick from the safe and choose it.
admit-passphrase = Passphrase of the root key
    .hint = This is not the passphrase you log in with.
admit-do = Take the unit in
admit-roster = The unit is in. Where is its roster to go?
    .lead = Without the roster the unit cannot export yet. Put the root key back into the safe and insert the stick that goes to the unit.
admit-done = The unit is in and its roster is on the stick
    .hint = Give the stick to the unit; it chooses “Take in the roster” in its program.

# Import
imports-title = Import
imports-look = Look
imports-take = Import
imports-next = Look at the next
imports-choose-first = Choose a file
imports-look-first = The file has not been looked at yet
imports-how = A look checks the signature, the receiver and the place in the sequence, and counts what the import would bring. Nothing changes before you press “Import”.
imports-looking = Looking at { $file } …
imports-taking = Importing { $file } …
imports-headline = { $unit } · bundle { $seq } · made { $at }
imports-dry = A look only: nothing has changed yet.
imports-taken = Imported.
imports-taken-aside =
    { $count ->
        [one] Imported, but { $count } record is in quarantine. Look at it on the page Units.
       *[other] Imported, but { $count } records are in quarantine. Look at them on the page Units.
    }
imports-refused = The bundle is not accepted
imports-nothing-to-do = No import is needed
imports-alarm = Alarm: the bundle is not accepted
imports-missing =
    { $count ->
        [one] Bundle number { $numbers } before it is missing.
       *[other] Bundles number { $numbers } before it are missing.
    } The data of this bundle are whole all the same; let the unit bring what is missing, if it has it.
imports-base-known = The unit was restored from a state that the office knows.
imports-base-unknown = The office does not know the state that the unit was restored from.
imports-kind = Kind
imports-empty = The bundle brings no records.
imports-tallies-defined = Older: the office has a newer version already. In conflict: the same version with other content. In quarantine: a record of another unit. Unpaired: the office has it, the restored unit does not any more.
imports-state-taken = imported
imports-state-refused = refused
imports-state-new = new
tally-new = new
tally-changed = changed
tally-same = same
tally-stale = older
tally-conflicts = in conflict
tally-quarantined = in quarantine
tally-lost = unpaired
verdict-accept = The next in this unit's sequence.
verdict-late = Late: a newer one has been imported. Older data do not overwrite newer ones.
verdict-duplicate = This bundle has been imported.
verdict-gap-unverifiable = So many are missing before it that the link cannot be verified; you have allowed the import.
verdict-late-unverifiable = Older than the known ones, and none names it.
verdict-new-epoch = New epoch: the unit has restored its vault or set it up anew; you have allowed the import.
verdict-fork = Two different histories of one unit.
verdict-history-rewritten = The unit's processing log does not match the one signed before.

# Units
units-title = Units
units-none = No unit is in the exchange yet.
    .next = Set up the office and take the first unit in on the page Exchange.
units-to-exchange = Open Exchange
units-unit = Unit
units-last = Last
units-gaps = Gaps
units-gaps-count =
    { $count ->
        [0] no gaps
        [one] { $count } gap
       *[other] { $count } gaps
    }
units-quarantine = Quarantine
units-aside-count =
    { $count ->
        [one] { $count } record in quarantine
       *[other] { $count } records in quarantine
    }
units-age = Age
units-days =
    { $count ->
        [0] today
        [one] { $count } day
       *[other] { $count } days
    }
units-never = never yet
units-act = Action
units-receipt = Write a receipt …
    .help = Writes a receipt for the imported bundles of the chosen unit to a USB stick.
units-receipt-due = receipt
units-legend = ● complete: a bundle made after the month's end has arrived   ◐ partly: the last one that arrived is of this month   ○ missing   · not in the exchange yet   ▲ the last bundle is older than 35 days
units-month = { $month }: { $state }
month-state-complete = complete
month-state-partly = partly
month-state-missing = missing
month-state-before = the unit was not in the exchange yet
units-gaps-none = There are no gaps in the sequence.
units-gaps-told =
    { $count ->
        [one] Bundle { $numbers } has not arrived.
       *[other] Bundles { $numbers } have not arrived.
    } Ask the unit whether writing to the stick succeeded or was aborted.
units-epoch = Epoch { $epoch }: the unit has restored its vault from a backup.
units-aside = Quarantine
units-aside-none = There are no records in quarantine.
units-aside-at = Arrived
units-aside-kind = Kind
units-aside-row = Record
units-aside-reason = Reason
aside-foreign-owner = the record belongs to another unit
aside-row-conflict = the same version of a record with other content

# Reports
reports-title = Reports
reports-from = From
reports-to = To
reports-as-of = as of { $day }
reports-data = data version { $version }
reports-no-rows = There are no data in this period.
reports-print = Print …
reports-save = Save XLSX …
    .help = The spreadsheet leaves the vault unencrypted.
reports-save-ask = Do you want to save the report as a spreadsheet?
    .why = The file leaves the vault unencrypted: whoever gets it can read it. This is written to the processing log.
    .yes = Save the spreadsheet

# The reserve key on paper
paper-party = Id of the office
paper-reserve = Reserve key of the office
paper-reserve-warning = Whoever has this sheet and the files that units sent to the office can read them. Keep it in a sealed envelope in a safe, locked place, apart from the computer and from the root key.
paper-reserve-step-1 = You need this sheet only if the office's computer fails and the vault cannot be restored from a backup.
paper-reserve-step-2 = Let the units export their data again, or use their older files ending in .tcb.
paper-reserve-step-3 = If the sheet was ever opened without the knowledge of those responsible, or is lost, tell the system administrator at once.
paper-reserve-stock-how = Save the key without spaces to a file key.txt and use the tool age:
paper-reserve-stock-then = The resulting folder holds the data as compressed lines of JSON. Then delete key.txt and all opened data safely.
