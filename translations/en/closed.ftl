### Closed notes: who reads them, handing over, search, recovery by two parts of three.

# On a note's card
closed-switch = Closed note
    .help = The text is locked with a key that only you and those you have named hold. Choose before you begin to write; a saved note cannot be turned round.
closed-who-open = Everybody who reads notes in the unit will be able to read it.
closed-who-me = Only you read it.
closed-who-recovery = Only you read it; in need, two of three parts of a key on paper open it.
closed-who-others = You and { $names } read it.
closed-who-others-recovery = You and { $names } read it; in need, two of three parts of a key on paper open it.
closed-line = Closed note · { $author } · { $day } · { $state }
closed-state-signed = signed
closed-state-unsigned = not signed
closed-line-late = { $line } · late
closed-line-false = { $line } · the signature does not hold
closed-locked = Only the keys of the author and of those the author has named open the text.
person-timeline-closed = { $kind ->
        [addendum-closed] closed addendum to a note
       *[other] closed note
    }: { $activity } · { $author }
closed-addendum = The addendum is closed like the note itself.
closed-locked-draft = The draft of a closed note cannot be opened, because the account has new keys.
    .next = Recovery of closed notes by two parts of the key gives it back. If you begin to write, the new draft takes its place.

# In the settings
settings-closed = Closed notes
closed-title = Who can open closed notes
closed-why = Only the keys of the author and of those the author has named open the text of a closed note. The head, the administrator and whoever holds the vault's key do not. Everybody sees this list.
closed-author = Author
closed-reader = Reader
closed-reason = Why
closed-count = Notes
closed-since = Since
closed-none = There are no closed notes.
closed-none-next = You close a note on its card, before you begin to write.
closed-nobody = nobody else
closed-reason-author = author
closed-reason-supervisor = named reader
closed-reason-successor = handed over
closed-reason-recovery = three parts on paper
closed-reason-recovered = recovery
closed-reader-past = { $reason }, older notes only
closed-reader-lost = { $reason }, the key is lost
closed-parts = two of three parts
closed-name-button = Name a reader …
closed-stop-button = No longer reads the next ones …
closed-hand-over-button = Hand notes over …
closed-name-title = Who may read your closed notes?
closed-name-why = A supervisor, for example. They will read all your closed notes, those there are and those to come. A key that was given cannot be taken back.
closed-name-do = Name
closed-named = The reader is named. This is in the audit log.
closed-colleague = Colleague
closed-choose = choose …
closed-no-colleague = No other account in the unit could read closed notes.
closed-stop-ask = Shall { $name } no longer read your closed notes to come?
    .why = What they could read so far they can go on reading, because they have the key. Everything you write from now on is closed to them.
closed-stop-do = Close the next ones
closed-stopped = Your closed notes to come have one reader less.
closed-hand-over-title = To whom do you hand your closed notes over?
closed-hand-over-why = The successor will read every closed note that you can open. The signatures stay yours. Handing over is in the audit log and cannot be undone.
closed-hand-over-do = Hand over
closed-handed-over =
    { $count ->
        [one] { $count } closed note is handed over.
       *[other] { $count } closed notes are handed over.
    }

# Search
closed-search = Search in closed notes
closed-search-why = Notes that you can open are opened for this search only; the search is in the audit log, what you look for is not.
closed-search-field = Words in closed notes
closed-search-do = Search
closed-search-none = Nothing was found.
closed-search-none-next = Only closed notes that you can open are searched.
closed-hit-day = Day
closed-hit-who = Person
closed-hit-author = Author
closed-hit-text = Text

# Recovery
closed-recovery = Recovery of closed notes
closed-recovery-why = When an author forgets the passphrase, or leaves without handing over, only two of three parts of a key on paper open the closed notes. Three people keep them; nobody alone opens anything.
closed-recovery-there = Three parts were made on { $day } ({ $name }).
closed-recovery-missing = There are no parts. Without them closed notes are lost for ever when a passphrase is lost.
closed-recovery-make = Make three parts …
closed-recovery-again = Make new parts …
closed-recovery-use = Recover with two parts …
closed-making = Parts of the closed notes’ key
closed-making-parts = Print the three parts
    .lead = Another person takes each sheet at once. You keep none. The screen shows only the first line of the first part; print all three sheets.
closed-making-tried = Try two of the parts
    .lead = Type a group from the first line of part 1 and of part 2. Only then do the parts count.
closed-making-store = The parts count
closed-made = The parts count. Each author’s notes are closed to them at the author’s next log-in or next note.
closed-using = Recovery of closed notes
closed-using-two = Two parts
closed-using-whose = Whose, for whom
closed-using-two-title = Each holder types a line of their part
    .lead = The recovery goes into the audit log, where everybody who reviews it sees it.
closed-using-first = Line of the first part
    .hint = From each part type the line that is meant for the other.
closed-using-second = Line of the second part
closed-using-whose-title = Whose closed notes, and for whom?
    .lead = Listed are authors who cannot open their notes any more. After their use the parts do not count for new notes; make new ones.
closed-using-author = Notes of
closed-using-author-line =
    { $count ->
        [one] { $name } – { $count } note
       *[other] { $name } – { $count } notes
    }
closed-using-nobody = every author can open their notes
closed-using-receiver = Given to
closed-using-do = Give the notes
closed-given =
    { $count ->
        [one] { $count } closed note is recovered.
       *[other] { $count } closed notes are recovered.
    }
    .next = The used parts are known now, so make new ones.

# Removing an account, resetting a passphrase
closed-stake-shared =
    { $count ->
        [one] { $count } closed note of this account will be opened by another account too.
       *[other] { $count } closed notes of this account will be opened by another account too.
    }
closed-stake-recoverable =
    { $count ->
        [one] Careful: { $count } closed note will be opened by two of three parts of a key on paper only. If the person is still here, let them hand it over first (Settings, Closed notes).
       *[other] Careful: { $count } closed notes will be opened by two of three parts of a key on paper only. If the person is still here, let them hand them over first (Settings, Closed notes).
    }
closed-stake-lost =
    { $count ->
        [one] Careful: nobody will ever open { $count } closed note again. Let the author hand it over first, or let the head make three parts of a key and the author log in once.
       *[other] Careful: nobody will ever open { $count } closed notes again. Let the author hand them over first, or let the head make three parts of a key and the author log in once.
    }

# On paper
paper-closed-shares = The closed notes’ key in three parts
paper-closed-share = The closed notes’ key, part { $part } of three
paper-closed-share-warning = Any two of the three parts together open this unit’s closed notes. One part alone tells nothing. They do not open the vault.
paper-closed-share-step-1 = Put each part into an envelope of its own and seal it. Let a different person keep each in a different place, none of them the one who printed them.
paper-closed-share-step-2 = Recovering closed notes takes two envelopes and two people.
paper-closed-share-step-3 = In the settings, section »Closed notes«, the head chooses »Recover with two parts«; each holder types the line of their part for the other.

# What is wrong
error-closed-note = This note is closed, and this account is not among those who can open it.
    .next = Ask the author to name you as a reader.
error-parts-foreign = The parts belong together, but they open no closed note of this vault.
    .next = See whether you have the parts for this unit’s closed notes, and not parts of the vault’s key.
rule-closed-shared = The shared note of a group cannot be closed.
    .next = Write what is closed into the note of one person.
rule-saved-open = The note is saved open already; its text stays in the history, so it cannot be closed.
    .next = Leave it open and sign it, and write what is closed into a closed addendum.
rule-saved-closed = The note is saved closed and stays so.
    .next = What others may read, write into another note.
rule-closed-reader = Closed notes cannot be given to this account.
    .next = Choose the open account of somebody who writes notes; not your own.
rule-closed-no-reader = This account does not read your closed notes to come anyway.
    .next = There is nothing to do.
rule-closed-none = There are no closed notes to hand over.
    .next = There is nothing to do.
rule-closed-author-there = The author can open their closed notes.
    .next = Let them hand the notes over themselves in the settings, section »Closed notes«.

# In the matrix and the log
may-manage-closed = makes and uses the recovery of closed notes
audit-action-closed-name = Reader of closed notes named
audit-action-closed-stop = Reader of closed notes stopped
audit-action-closed-handover = Closed notes handed over
audit-action-closed-search = Search in closed notes
audit-action-closed-recovery = New parts of the closed notes’ key
audit-action-closed-print = Parts of the closed notes’ key printed
audit-action-closed-save = Parts of the closed notes’ key saved
audit-action-closed-opened = Two parts of the closed notes’ key put together
audit-action-closed-recovered = Closed notes recovered with two parts
audit-thing-compartment = compartment of closed notes
audit-thing-compartment-key = key of closed notes
