# Updating the program from a stick

update-title = Update of the program
update-why = Bring the update on a USB stick. The program checks its signature, makes a backup of the vault and replaces itself. It does not touch the vault; if need be, the new version brings it up to date at the first unlock.
update-none = There is no update on a USB stick.
update-found = ✓ Version { $version } is on the USB stick. Its signature is valid.
update-install = Install version { $version }
update-sure = Install version { $version }?
    .why = First a backup of the vault is made. Then the program locks, is replaced and opens again; this takes some minutes. Do not switch the computer off meanwhile.
update-last = Last update: from { $before } to { $after }, { $at }.
update-not-taken = Last update: from { $before } to { $after }, { $at }. The new version does not run now: it was not installed, or the previous one was put back.
update-back = Put the previous version back
update-back-sure = Put the previous version of the program back?
    .why = The program locks and opens again in its previous version. If the new version has brought the vault up to date, the previous one does not open it: then restore, at the log-in window, the backup made just before the update. What was entered later is lost by that.

audit-action-program-update = Update of the program begun
audit-action-program-back = Previous version of the program put back

cli-update-begun = The update to { $version } is verified, the vault is backed up. The program is now replaced and opened.
cli-update-back = The program goes back to the previous version and opens.
cli-update-never = Nobody has updated the program yet.
cli-self-test = tcdesk { $version }: every part of the installation is in its place.

error-update-damaged = This file is not a whole update of tcdesk.
    .next = Copy the update to the USB stick again and try once more.
error-update-forged = The publisher of the program has not signed this update.
    .next = Do not install it and tell the system's administrator.
error-update-older = Version { $version } is on the stick; this computer already has { $present }.
    .next = There is nothing to do. The previous version comes back with “Put the previous version back”.
error-update-elsewhere = The update is for another kind of installation ({ $platform }).
    .next = Bring the update for this computer; the kind of installation is part of the file's name.
error-update-failed = The new version cannot be installed ({ $step }). The program is as it was.
    .next =
        { $step ->
            [running] tcdesk is still open in another window, or another user of this computer has it open. Close it everywhere and try again.
            [unpack] Check the room on the disk and whether you may write to the program's folder, then try again.
           *[other] Try again. If it happens again, tell the system's administrator what stands in the brackets.
        }
error-no-previous-version = The previous version is no longer on this computer.
    .next = Install it with its own installer; then restore a backup of the vault.

## How the installation is
standing = State of the installation
standing-why = What tells an administrator whether all is well with the installation. The diagnostic file holds exactly this: no names, log-ins, texts or paths.
standing-system = Operating system
standing-size = Size of the vault
standing-free = Room on the disk
standing-backups = Backups
standing-backups-told = { $count } ({ $size } in all), the last one { $at }
standing-carried = Backup carried away
standing-checked = Last check
standing-audit = Audit log
standing-audit-told = lines: { $lines }, end of the chain: { $head }
standing-errors = Unforeseen errors
standing-error = { $at }: { $code } ({ $kind })
standing-no-errors = ✓ None.
standing-never = never yet
standing-megabytes = { $size } MB
standing-save = Save the diagnostic file …
standing-saved = The diagnostic file is saved.
standing-kind = Diagnosis (*.json)
