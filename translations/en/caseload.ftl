### In whose care somebody is: scope of an account, key workers, emergency access, handing over.

# Scope
account-scope = Scope
    .hint = The own caseload: people whose key worker they are, members of their groups, and people of their sessions.
scope-own = own caseload
scope-unit = whole unit
error-out-of-scope = This person or session is not in your care.
    .next = If it is urgent, open the file in an emergency on the page »Participants«; otherwise ask the head to assign the person to you.
error-passphrase-due = Set a passphrase of your own first.
    .next = Lock the program and log in again; it will ask you for a new passphrase.
rule-scope-not-for-role = This role cannot have that scope.
    .next = Choose another scope or another role.
rule-person-known-elsewhere = The unit already has a file of this person, who is not in your care.
    .next = Ask the head to assign the person to you.

# Accounts
account-role-change = Change role …
account-role-ask = Role of the account { $login }
account-role-changed = The role is changed. It holds from the next log-in on.
account-disable = Disable
account-enable = Enable
account-disable-ask = Disable the account { $login }?
    .why = Nobody will be able to log in with this account. Its key stays in the vault until the account is removed; you can enable it again at any time.
account-was-disabled = The account is disabled.
account-was-enabled = The account is enabled again.
account-disabled-on = disabled on { $day }
rule-account-removed = This account is removed; its key is no longer in the vault.
    .next = Choose another account or add a new one.

# Key worker
people-mine = My people
    .help = Only people in your care
key-worker = Key worker
key-worker-ask = Key worker …
key-worker-change = Key worker
key-worker-since = From
key-worker-nobody = nobody
key-worker-saved = The key worker is recorded.
key-worker-head = key worker: { $name }
rule-key-worker-account = This person has no open account that writes notes.
    .next = Choose somebody else.

# Emergency access
emergency-ask = Open in an emergency …
emergency-title = Open the file of a person who is not in your care
emergency-why = It will be open for { $minutes } minutes. The opening, its reason and everything you look at goes into the audit log; the head will review it.
emergency-who = Code or whole name
    .hint = Exactly as it is recorded.
emergency-reason = Reason
    .hint = At least 10 characters. Nothing that the reason does not need.
emergency-open = Open in an emergency
emergency-band = The file of { $code } is open in an emergency, for { $minutes ->
        [one] { $minutes } more minute
       *[other] { $minutes } more minutes
    }. Every look is recorded.
emergency-end = End
    .of = End the emergency access to { $code }
finding-beyond = { $code } is not in your care
rule-emergency-reason = The reason is too short: write at least { $least } characters.
    .next = Say what has happened and why you need the file now.
rule-emergency-not-needed = You need no emergency for this person.
    .next = Open the file on the page »Participants«.
rule-emergency-nobody = There is no such person beyond your care.
    .next = Check the code or the name; a person in your care is opened on the page »Participants«.
rule-emergency-many = Several people have this name: { $codes }.
    .next = Type the code of the right one.
rule-emergency-ended = This emergency access has ended already.
    .next = Nothing needs to be done.

# Review of emergency access
settings-emergencies = Emergency access
emergencies-why = Who opened the file of a person not in their care, why, and what they looked at. People are named by their codes. The head reviews, the auditor may read.
emergency-none = Nobody has opened a file in an emergency yet.
emergency-opened = Opened
emergency-worker = Who
emergency-code = Person
emergency-state = State
emergency-state-open = still open
emergency-state-waiting = waits for review
emergency-state-reviewed = reviewed
emergency-chosen = Chosen access
emergency-because = Reason: { $reason }
emergency-lasted = Ended: { $end }
emergency-remark = Finding of the review
emergency-reviewed = Reviewed
emergency-review-by = Review: { $who }, { $moment }
emergency-review-remark = Finding: { $remark }
emergency-was-reviewed = The review is on record.
rule-emergency-remark = The finding is missing.
    .next = Write whether the access was justified.
rule-emergency-open = This access has not ended yet.
    .next = Wait until it ends; it lasts an hour at most.
rule-emergency-reviewed = This access is reviewed already.
    .next = Nothing needs to be done.
rule-emergency-own = You cannot review your own access.
    .next = Let another head review it.
today-emergencies = { $count ->
        [one] { $count } emergency access waits for review
       *[other] { $count } emergency accesses wait for review
    }

# Handing over
hand-over-button = Hand over …
hand-over-title = Handing over the caseload: { $name }
hand-over-why = People, groups and planned sessions from today on. Choose single lines or all; a part can go to one person and the rest to another.
hand-over-kind = Kind
hand-over-what = What
hand-over-when = When
handed-case = person
handed-group = group
handed-meeting = session
hand-over-none = Nothing is in this person's charge.
hand-over-all = Choose all
hand-over-to = Taken over by
hand-over-choose = Choose who takes over.
hand-over-give = Hand over the chosen
hand-over-done = { $count ->
        [one] { $count } line was handed over.
       *[other] { $count } lines were handed over.
    }
rule-successor-account = This person has no open account that writes notes.
    .next = Choose somebody else.
rule-nothing-chosen = Nothing is chosen.
    .next = Choose the lines to hand over, or »Choose all«.
may-hand-over = hands a caseload over
may-see-emergencies = sees emergency accesses
may-review-emergencies = reviews emergency accesses

# Audit log
audit-action-account-disable = Account disabled
audit-action-account-enable = Account enabled again
audit-action-emergency-open = File opened in an emergency
audit-action-emergency-end = Emergency access ended
audit-action-emergency-review = Emergency access reviewed
audit-action-caseload-hand-over = Caseload handed over
audit-thing-key-worker = key worker
audit-thing-emergency-access = emergency access
