# Command line
cli-passphrase = Passphrase for { $login }
cli-check-pages =
    { $sound ->
        [true] Database pages: all are as they were written.
       *[false] Database pages: DAMAGED. Restore the last backup.
    }
cli-check-audit =
    { $broken ->
        [0] Audit log: { $lines } lines, the chain is whole.
       *[other] Audit log: the chain is BROKEN at line { $broken }.
    }
cli-check-notes =
    { $forged ->
        [0] Notes: { $notes }, signatures: { $signatures }, all genuine.
       *[other] Notes: { $notes }, signatures: { $signatures }, FORGED: { $forged }.
    }
cli-demo-building = Building the demo world
