# Ukazna vrstica
cli-passphrase = Geslo za { $login }
cli-check-pages =
    { $sound ->
        [true] Strani zbirke: vse so take, kot so bile zapisane.
       *[false] Strani zbirke: POŠKODOVANE. Obnovite zadnjo kopijo.
    }
cli-check-audit =
    { $broken ->
        [0] Revizijska sled: { $lines } vrstic, veriga je sklenjena.
       *[other] Revizijska sled: veriga je PREKINJENA pri vrstici { $broken }.
    }
cli-check-notes =
    { $forged ->
        [0] Zapisi: { $notes }, podpisov: { $signatures }, vsi so pristni.
       *[other] Zapisi: { $notes }, podpisov: { $signatures }, NEPRISTNIH: { $forged }.
    }
cli-demo-building = Pripravljam vadbeni svet
cli-verified =
    { $missing ->
        [0] { $file }: podpis, vsebina in mesto med danimi svežnji so v redu (št. { $seq }, { $rows } vrstic).
       *[other] { $file }: podpis in vsebina sta v redu (št. { $seq }, { $rows } vrstic); manjka svežnjev: { $missing }.
    }
cli-verified-alone = En sam sveženj: preverjena je njegova celovitost, ne pa zaporedje z drugimi.
cli-imported =
    { $done ->
        [yes] { $file }: uvoženo iz enote { $unit } – novih { $new }, spremenjenih { $changed }, enakih { $same }.
       *[no] { $file }: iz enote { $unit } bi prišlo novih { $new }, spremenjenih { $changed }, enakih { $same }. Nič ni spremenjeno.
    }
error-key-file-unreadable = Datoteke { $file } ni mogoče prebrati kot ključ ali sveženj.
    .next = Preverite pot do datoteke in ali je to prava datoteka.
