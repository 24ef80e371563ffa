# Vault: keys, passphrases, database

## Unlocking
error-wrong-passphrase = The login and the passphrase do not match.
    .next = Type the passphrase again. Mind capital letters, spaces and the keyboard language.
error-too-many-tries = The passphrase was wrong several times, so a short wait is needed before the next try.
    .next = { $seconds ->
        [one] Try again in { $seconds } second.
       *[other] Try again in { $seconds } seconds.
    }
error-vault-missing = This folder has no vault: vault.json and its copy are both missing.
    .next = Choose the right folder. If it is the right one, press “Restore from a backup”.
error-vault-exists = This folder already has a vault. Nothing was changed.
    .next = Unlock the vault that is there or choose another folder.
error-key-file-damaged = The key file (vault.json) is damaged or was changed ({ $reason }).
    .next = Delete nothing. Press “Restore from a backup”: the keys are in it too.
error-key-file-replaced = The key file (vault.json) was replaced by somebody who does not know this vault. The vault was not opened.
    .next = Tell the system administrator. Do not use this computer for tcdesk until it has been looked at.
error-older-key-file = The key file (vault.json) is older than the database: somebody put back an earlier copy. The vault was not opened.
    .next = Tell the system administrator. “Restore from a backup” brings the vault back.
error-newer-vault = A newer version of tcdesk wrote this vault. Nothing was changed.
    .next = Update tcdesk on this computer. If you put the previous version back on purpose, press “Restore from a backup” and choose the copy “before an update”.
error-database-missing = The database file that belongs to this vault is missing.
    .next = Delete nothing. Press “Restore from a backup”.
error-database-damaged = The database is damaged or belongs to another vault. The passphrase is right.
    .next = Delete nothing. Press “Restore from a backup”; the administrator may save the work after it.
error-foreign-vault = The database in the folder does not belong to this vault.
    .next = The files of two vaults have probably been mixed up. The system administrator should check the vault's folder.
error-database-busy = Another program is using the database at the moment.
    .next = Close other windows of tcdesk and any backup software, and try again.
error-database-unreachable = The system does not allow access to the database ({ $reason }).
    .next = The system administrator should check the rights of the vault's folder and the state of the disk.
error-kdf-cost-refused = The key file asks for settings of the passphrase check that are not allowed ({ $parameter }). The passphrase was not checked.
    .next = The file was probably changed. The system administrator should put it back from the last backup.
error-kdf-memory = The computer has too little free memory to check the passphrase. { $mib } MiB are needed.
    .next = Close other programs and try again.

## The paper key
error-identity-text = The paper key is not copied correctly.
    .next = Compare what you typed with the sheet, four characters at a time. The letters O, I and B do not occur in a key.
error-paper-key-foreign = The paper key is copied correctly but does not open this vault.
    .next = Check that the sheet bears the id of this vault and is the latest one.
error-recipient-text = The recipient's public key is not written correctly.
    .next = Read the key from the file again or copy it with care.

## Accounts and keys
error-login-taken = This login exists already.
    .next = Choose another login.
error-account-unfinished = Adding this account was interrupted, so it cannot log in yet.
    .next = Ask whoever keeps the accounts of the unit to add it once more.
error-slots-full = The vault already has as many accounts and paper keys as it can have.
    .next = Remove an account or a paper key that is no longer needed.
error-last-password-slot = After this change nobody could log in to the vault. Nothing was changed.
    .next = Leave at least one account with a passphrase in the vault.
error-keys-stale = The key file has changed meanwhile. Nothing was saved.
    .next = Lock the program, log in again and repeat what you did.
error-rotation-space = Changing the keys of the vault needs { $mib } MiB of disk space. Nothing was changed.
    .next = Free some disk space and try again.
error-rotation-failed = The new database could not be written and verified. The vault stays as it was.
    .next = Check the disk space and try again. If it happens again, tell the system administrator.

## Checks and backups
error-backup-failed = The backup could not be written and verified, so it was removed.
    .next = Check the disk space and try again. If it happens again, tell the system administrator.
error-damaged-page = A part of the database cannot be read. Nothing was changed.
    .next = Do not go on working. The system administrator should check the vault and restore it from the last backup.

## A new passphrase
error-passphrase-too-short = The passphrase is too short: it needs at least { $least } characters.
    .next = Choose a longer one or take the offered passphrase of five words.
error-passphrase-too-long = The passphrase is too long: it may have at most { $most } characters.
    .next = Choose a shorter one.
error-passphrase-common = This passphrase, or what it is built on, is among those that people use most.
    .next = Choose another one or take the offered passphrase of five words.
error-passphrase-holds-name = The passphrase contains the login or the name of the unit.
    .next = Choose one without that name.

## Signatures and sealed files
error-wrong-key = This key does not open the record.
    .next = Check that it is the right key. If it is, the record is damaged.
error-signature-refused = The signature does not fit the content or the signer's key.
    .next = Do not trust the content. Tell the system administrator.
error-seal-broken = The sealed file does not open: it is meant for another recipient or is damaged.
    .next = Check for whom the file is meant, and ask the sender to write it again.

## Our own mistakes
error-raw-key = The key of the vault does not have the prescribed length. The vault was not opened.
    .next = Tell the system administrator about this.
error-connection-profile = The encryption library does not keep the security setting “{ $setting }”. The vault was not opened.
    .next = Install the program again. The data in the vault is untouched.
error-migration-failed = The vault could not be brought to the new version. It is as it was before.
    .next = Delete nothing. Use the previous version of the program and tell the system administrator.
