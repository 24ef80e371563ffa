### Bundles between units and the central office: why something cannot be taken or made.

error-bundle-refused = The bundle cannot be taken. Nothing was changed.
    .next = Ask the sender to make it again.
error-bundle-too-large = There is too much data for one bundle.
    .next = Ask the system administrator and tell them the size: { $size } bytes.
error-not-canonical = The content of the file is not written the way this program writes it; the file is damaged or another program has changed it.
    .next = Take another copy of the file or make it again.
error-snapshot-changed = While it was written, the bundle did not agree with the data read just before; the written file is of no use.
    .next = Repeat the export. If it happens again, tell the system administrator.
error-unfit-for-bundle = The program found something in the data that a bundle must not contain ({ $detail }), so no bundle was made.
    .next = Tell the system administrator, with the mark in brackets.
error-wrong-shape = A record does not have the agreed shape ({ $at }).
    .next = Take another copy of the file or make it again.

# The file itself.
refusal-not-a-bundle = The file is not a tcdesk bundle, or its beginning is destroyed.
    .next = Check that you chose the right file ending in .tcb; if you did, ask the sender for a new copy.
refusal-damaged = The bundle is damaged: a part is missing or changed. Nothing was taken.
    .next = Copy it from the stick once more; if that copy is damaged too, the sender should make it again.
refusal-changed-meanwhile = The file changed while it was being read. Nothing was taken.
    .next = Start the import again; if it happens again, check the stick and the computer.
refusal-too-large = The bundle is larger than allowed, so the program does not open it.
    .next = Check where the file comes from; if it is from a known sender, tell the system administrator.
refusal-malformed = The bundle is signed, but it is not put together as agreed. Nothing was taken.
    .next = Tell the sender and the system administrator; give them the mark { $detail }.
refusal-newer-program = The bundle comes from a newer version of the program, which this one cannot read yet.
    .next = Update tcdesk and repeat the import.

# For whom and from whom.
refusal-not-for-us = None of the keys of this installation opens the bundle; it is meant for another receiver, or its beginning is damaged.
    .next = Hand it to the right receiver; if that should be you, the sender should make it again with the newest roster.
refusal-forwarded = The bundle was signed for another receiver and then passed on. Nothing was taken.
    .next = Do not use it; tell the sender and the central office.
refusal-another-kind = This is a bundle of another kind and does not belong here.
    .next = Open it where it belongs: a unit's export under import, a unit's request where units are taken in, a receipt or a roster on the page Exchange.
refusal-unknown-sender = The sender is not in the roster.
    .next = Take the sender in first, with their request and the digits from their slip, or take in a newer roster.
refusal-wrong-sender = The bundle was signed by somebody other than the sender it states. Nothing was taken.
    .next = Do not use it; tell the central office.
refusal-wrong-signature = The signature does not hold: the bundle was changed or forged. Nothing was taken.
    .next = Ask the sender for a new copy; if its signature does not hold either, tell the central office.
refusal-key-revoked = The sender's key was revoked, so new bundles signed with it cannot be taken.
    .next = The sender should give the central office a new request with a new key.
refusal-key-retired = The bundle is newer than the last one the sender was allowed to sign with this key.
    .next = The sender should make it again with the present key.
refusal-wrong-digits = The digits you typed do not agree with the key in the file.
    .next = Check what you typed. If it is right, do not use the file and call the sender on a telephone number you know.

# The roster.
refusal-roster-not-newer = This roster is not newer than the one you have.
    .next = There is nothing to do; the roster you have is in force.
refusal-roster-wrong-root = The roster is not signed by the central office with a key that you know.
    .next = If the office changed its key, take in the rosters in between first; otherwise do not use the file and tell the office.

# The place in the stream.
refusal-duplicate = This bundle has been imported already. Nothing has changed.
    .next = There is nothing to do.
refusal-gap-unverifiable = So many bundles are missing before this one that its link with the last known one cannot be checked.
    .next = Call the sender; if they confirm the number of the bundle, allow the import explicitly.
refusal-late-unverifiable = The bundle is older than the last one imported, and no known bundle names it.
    .next = Keep it; when a neighbouring bundle arrives, repeat the import.
refusal-new-epoch = The sender restored their computer from a backup or set it up anew.
    .next = Call the sender; if they confirm it, allow the import explicitly.
refusal-fork = The same sender has two different histories: another bundle was known in the same place. Nothing was taken.
    .next = It may be a copied computer, an undeclared restore or a forgery; tell the system administrator and the sender at once.
refusal-history-rewritten = The sender's processing log does not agree with the one signed earlier. Nothing was taken.
    .next = Keep the bundle and tell the system administrator and the unit head at once.
