# Command line
cli-passphrase = Passphrase for { $login }
cli-check-pages =
    { $sound ->
        [true] Database pages: all are as they were written.
       *[false] Database pages: DAMAGED. Restore the last backup.
    }
cli-check-audit =
    { $broken ->
        [0] Processing log: { $lines } lines, the chain is whole.
       *[other] Processing log: the chain is BROKEN at line { $broken }.
    }
cli-check-notes =
    { $forged ->
        [0] Notes: { $notes }, signatures: { $signatures }, all genuine.
       *[other] Notes: { $notes }, signatures: { $signatures }, FORGED: { $forged }.
    }
cli-demo-building = Building the demo world
cli-verified =
    { $missing ->
        [0] { $file }: signature, content and place among the files given are right (no. { $seq }, { $rows } rows).
       *[other] { $file }: signature and content are right (no. { $seq }, { $rows } rows); bundles missing: { $missing }.
    }
cli-verified-alone = A single bundle: it is whole in itself; its place among others was not checked.
cli-imported =
    { $done ->
        [yes] { $file }: imported from unit { $unit } – { $new } new, { $changed } changed, { $same } same.
       *[no] { $file }: unit { $unit } would bring { $new } new, { $changed } changed, { $same } same. Nothing was changed.
    }
error-key-file-unreadable = The file { $file } cannot be read as a key or a bundle.
    .next = Check the path of the file and whether it is the right one.
