# Ukazna vrstica
cli-passphrase = Geslo za { $login }
cli-check-pages =
    { $sound ->
        [true] Strani trezorja: vse so take, kot so bile zapisane.
       *[false] Strani trezorja: POŠKODOVANE. Obnovite ga iz zadnje kopije.
    }
cli-check-audit =
    { $broken ->
        [0] Dnevnik obdelave: veriga je sklenjena (vrstic: { $lines }).
       *[other] Dnevnik obdelave: veriga je PREKINJENA pri vrstici { $broken }.
    }
cli-check-notes =
    { $forged ->
        [0] Zapisov: { $notes }, podpisov: { $signatures }, vsi so pristni.
       *[other] Zapisov: { $notes }, podpisov: { $signatures }, NEPRISTNIH: { $forged }.
    }
cli-demo-building = Pripravljam vadbeni svet
cli-verified =
    { $missing ->
        [0] { $file }: podpis, vsebina in mesto med danimi svežnji so v redu (št. { $seq }, vrstic: { $rows }).
       *[other] { $file }: podpis in vsebina sta v redu (št. { $seq }, vrstic: { $rows }); manjkajočih svežnjev: { $missing }.
    }
cli-verified-alone = En sam sveženj: preverjena je njegova celovitost, ne pa njegovo mesto v zaporedju.
cli-imported =
    { $done ->
        [yes] { $file }: uvoženo iz enote { $unit } – novih: { $new }, spremenjenih: { $changed }, enakih: { $same }.
       *[no] { $file }: iz enote { $unit } bi prišlo novih: { $new }, spremenjenih: { $changed }, enakih: { $same }. Nič ni spremenjeno.
    }
error-key-file-unreadable = Datoteke { $file } ni mogoče prebrati kot ključ ali sveženj.
    .next = Preverite pot do datoteke in ali ste izbrali pravo.
