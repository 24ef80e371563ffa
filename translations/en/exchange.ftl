# The exchange between units and the office: confirming keys, export, import, receipts.

party-office = Central office

export-level = level { $level }

bundle-table-activity = activities
bundle-table-attendance = attendance entries
bundle-table-audit = entries of the processing log
bundle-table-episode = stays in programmes
bundle-table-legal_status = legal statuses
bundle-table-participation = participations in operations
bundle-table-person = people under a code
bundle-table-phase_stay = stays in phases
bundle-table-programme = programmes
bundle-table-session = sessions
bundle-table-staff = staff under a code
bundle-table-unit = unit
bundle-table-party = keys of the unit
bundle-table-ack = confirmed bundles

stays-names = names of participants
stays-birth-dates = dates of birth (only the age at entry leaves)
stays-texts = texts of notes, themes and reasons
stays-staff-names = names of staff

# Confirming keys.
error-copy-unreadable = The disk of this computer does not give back the copy of the bundle. Nothing was imported.
    .next = Import the bundle from the stick again. If it happens again, tell the system administrator.
error-card-missing = There is no card of the central office in this folder.
    .next = Choose the folder with the files roster.json and roster.json.minisig, or ask the office for a new card.
error-office-not-confirmed = The keys of the central office have not been confirmed in this unit yet.
    .next = Read the office's card from the stick first and type the digits from its slip.
error-not-enrolled = The central office has not taken this unit into the exchange yet, or you have not taken in its reply.
    .next = Hand the office your request and the slip with the digits, then take in the roster that comes back.
error-office-not-founded = This office has no root key and no roster yet.
    .next = Make the root key first.
error-root-key-missing = There is no root key file in this place.
    .next = Plug in the stick on which you keep it and choose it.
error-root-key-damaged = This file is not a usable root key, or the folder holds a root key already.
    .next = Choose the right file or another copy of it; an existing root key is never overwritten.
error-root-key-foreign = This is another office's root key.
    .next = Choose the key that was made when this office was set up.
error-root-passphrase = The passphrase does not open the root key.
    .next = Type the root key's own passphrase; it is not the one you log in with.
error-dry-run-differs = The import counted other numbers than the look before it. Nothing was taken in.
    .next = Import again; if it happens again, tell the system administrator.

rule-office-confirmed = This unit has confirmed the central office already.
    .next = Take in a newer roster as a reply of the office.
rule-office-founded = This office has a root key already.
    .next = Use the one that exists; do not make another.
rule-unit-enrolled = This unit is in the roster already.
    .next = Issue the roster to the unit again; a new request is not needed.
rule-unit-code-taken = Another unit has this code.
    .next = Choose another code.
rule-unit-unknown = This unit is not in the roster.
    .next = Take the unit into the exchange first.

# Reading a file.
error-file-gone = The file is not there or cannot be read.
    .next = Plug in the stick and choose the file again.
error-file-not-ordinary = This is a folder, a link or a device, not an ordinary file.
    .next = Choose a file that ends in .tcb.
error-file-too-large = The file is larger than a bundle may be.
    .next = Check that you chose the right file.
error-source-failed = The device that the file is read from reported a failure (number { $errno }).
    .next = Ask for the file on another stick.
