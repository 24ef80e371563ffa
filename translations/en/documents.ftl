# Paper: session sheets, slips, receipts, the paper key, reports.

paper-training = TRAINING
paper-classification = Confidential. Further disclosure is not permitted without a legal basis.
paper-printed = printed by { $by }, { $at } · copy { $copy }
paper-anchor = anchor { $anchor }
paper-page = page { $page }/{ $pages }

# Session sheet.
paper-session-sheet = Session sheet { $code }
paper-sheet-code = sheet { $code }
paper-session-facts = { $weekday }, { $day } · { $start }–{ $end } ({ $minutes } min)
paper-led-by = led by { $names }
paper-as-of = as of { $day } · { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
paper-no-members = The group has no members on this day.
paper-column-member = member
paper-column-present =
    present
paper-column-late =
    late
paper-column-excused =
    excused
    absence
paper-column-unexcused =
    unexcused
    absence
paper-column-minutes =
    minutes
paper-column-participation =
    participation
    0–3
paper-column-signature = signature
paper-head-count = Head count:
paper-topic = Topic:
paper-decisions = Decisions, agreements:
paper-observations = Observations:
paper-goals = Goals
paper-goal-rating = rating 0–4 (circle)
paper-minutes = minutes:
paper-signature-participant = Signature:

# Shared by slips and receipts.
paper-unit = Unit
paper-vault = Vault
paper-code = Code
paper-made-on = Made on

# The paper key.
paper-key = Paper key of the vault
paper-key-warning = Whoever has this sheet and the files of the vault can read everything. Keep it in a sealed envelope in a safe, locked place, apart from the computer.
paper-key-text = The key, in groups of four characters (do not type the spaces)
paper-key-use = How to use it
paper-key-step-1 = At the log-in window choose to unlock with the paper key.
paper-key-step-2 = Type the characters from this sheet or scan the QR code.
paper-key-step-3 = Choose a new passphrase. Notes and signatures stay as they were.
paper-key-step-4 = If the sheet was ever opened without the knowledge of those responsible, or is lost, the system administrator should change the keys of the vault at once and print a new sheet.
paper-key-stock = Without tcdesk
paper-key-stock-how = Take the value dek.sealed from the file vault.json, convert it from base64 into the file dek.age, save this key without spaces as key.txt and use the tools age and SQLCipher, version 4 or newer:
paper-key-stock-then = The first command prints a line whose fourth word is the key of the vault's data: 64 hexadecimal characters, which take the place of the dots in the last command. Then delete the files key.txt and dek.age securely.
paper-key-first = first responsible person: name, date, signature
paper-key-second = second responsible person: name, date, signature

# The slip with the digits of keys.
paper-digits-unit = Digits of the unit's keys
paper-digits-office = Digits of the central office's keys
paper-digits-use = The other side types these digits into the program from this sheet. If they do not match the file that it received, the program refuses the file.
paper-digits-apart = Send the sheet another way than the USB stick: by post or by a person you trust. You can also read the digits out on the telephone.

# Receipt of a file.
paper-receipt = Receipt of a bundle
paper-file = File
paper-sender = Sender
paper-recipient = Recipient
paper-level = Level of data
paper-seq = Sequence
paper-seq-of = number { $seq }, epoch { $epoch }
paper-content = Content
paper-handed-over = handed over by: name, date, signature
paper-taken-over = received by: name, date, signature

# Report.
paper-report-as-of = As of
paper-data-version = Data version
paper-no-rows = No data for the chosen conditions.

# Spreadsheet.
sheet-facts = About the report
sheet-training = The data are invented, for training.
