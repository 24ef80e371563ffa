# The frame of the program: calendar, errors that all share, errors of this computer.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

weekday-1 = Monday
    .short = Mon
weekday-2 = Tuesday
    .short = Tue
weekday-3 = Wednesday
    .short = Wed
weekday-4 = Thursday
    .short = Thu
weekday-5 = Friday
    .short = Fri
weekday-6 = Saturday
    .short = Sat
weekday-7 = Sunday
    .short = Sun

moment = { $day } at { $time }
quarter = Q{ $quarter } { $year }

# General sentences for an error without its own.
error-person = This cannot be done as things stand.
    .next = Check what was entered and try again.
error-world = The computer or a device did not carry out the action.
    .next = Try again. If it happens again, tell the system administrator.
error-we = Something went wrong in the program. Nothing was saved.
    .next = Try again. If it happens again, tell the system administrator what you were doing.

# Errors that the whole program shares.
error-rule-broken = The entry does not follow the rules of the program.
    .next = Correct the entry and try again.
error-stale-row = Somebody else has changed the record meanwhile.
    .next = Open the record again, look at the change and enter yours once more.
error-missing-row = A record that should exist is not there. Nothing was changed.
    .next = Tell the system administrator.
error-not-allowed = Your role does not include this action.
    .next = If you need it for your work, ask the head of the unit.

# This computer.
error-disk-full = There is not enough room on the disk. Nothing was changed.
    .next = Free some space on the disk and try again.
error-folder-on-network = This folder is on another computer (a network drive).
    .next = Keep the vault on this computer's disk: on a network drive it could be damaged without anybody noticing. For a second copy use a stick.
error-folder-not-writable = The chosen folder cannot be written to.
    .next = Choose another folder or ask the system administrator for permission to write.
error-disk-failed = The disk reported a failure (number { $errno }).
    .next = Make sure that you have a recent backup and tell the system administrator.
error-read-back-differs = The disk did not give back what was written. The previous file is unchanged.
    .next = The disk is probably failing. Tell the system administrator.
error-no-data-folder = The system does not say where a program may keep its data.
    .next = The system administrator should check the user account on this computer.
error-vault-open-elsewhere = The vault is already open: account { $login }, since { $since }.
    .next = Close tcdesk in the other window or the other log-in to this computer and try again.
error-settings-damaged = The settings file is not valid, so the default settings apply.
    .next = Choose the settings again; the file will be written anew.
error-parts-missing = The program lacks its folder “{ $part }”.
    .next = Install the program again. The data in the vault remain untouched.

# The USB stick.
error-stick-missing = The USB stick or the chosen folder is not there.
    .next = Insert the stick, wait until the computer recognises it and try again.
error-stick-write-protected = The USB stick is write-protected.
    .next = Release the protection on the stick or use another stick.
error-stick-full = There is not enough room on the USB stick.
    .next = Free some space on the stick or use another stick.
error-stick-vanished = The USB stick was removed or exchanged during writing. The export did not succeed.
    .next = Insert the stick again and repeat the export; you may delete the unfinished file ending in .part.
error-stick-damaged = The USB stick reported a failure (number { $errno }).
    .next = Use another stick; do not use this one any more.
error-stick-read-back = The USB stick did not give back what was written. The export did not succeed.
    .next = The stick is probably failing. Use another stick.
error-stick-busy = The computer cannot release the USB stick yet.
    .next = Close the windows and programs that use the stick and try again.
error-file-exists-on-stick = A file of this name is on the USB stick already and the program will not overwrite it.
    .next = Choose another folder or another stick.
