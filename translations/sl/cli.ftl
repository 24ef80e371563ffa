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
