# Trezor: ključi, gesla, podatki

## Odklepanje
error-wrong-passphrase = Uporabniško ime in geslo se ne ujemata.
    .next = Geslo vpišite znova. Pazite na velike črke, presledke in izbrani jezik tipkovnice.
error-too-many-tries = Geslo je bilo večkrat napačno, zato je pred novim poskusom treba malo počakati.
    .next = { $seconds ->
        [one] Poskusite znova čez { $seconds } sekundo.
        [two] Poskusite znova čez { $seconds } sekundi.
        [few] Poskusite znova čez { $seconds } sekunde.
       *[other] Poskusite znova čez { $seconds } sekund.
    }
error-vault-missing = V tej mapi ni trezorja: manjkata datoteka vault.json in njena kopija.
    .next = Izberite pravo mapo. Če je mapa prava, pritisnite »Obnovi iz varnostne kopije«.
error-vault-exists = V tej mapi trezor že obstaja. Nič ni bilo spremenjeno.
    .next = Odklenite obstoječi trezor ali izberite drugo mapo.
error-key-file-damaged = Datoteka s ključi (vault.json) je poškodovana ali spremenjena ({ $reason }).
    .next = Nič ne brišite. Pritisnite »Obnovi iz varnostne kopije«: ključi so tudi v njej.
error-key-file-replaced = Datoteko s ključi (vault.json) je zamenjal nekdo, ki tega trezorja ne pozna. Trezor ni bil odprt.
    .next = Obvestite skrbnika sistema. Računalnika do pregleda ne uporabljajte za delo s tcdesk.
error-older-key-file = Datoteka s ključi (vault.json) je starejša od podatkov v trezorju: nekdo je vrnil njeno prejšnjo kopijo. Trezor ni bil odprt.
    .next = Obvestite skrbnika sistema. Trezor vrne »Obnovi iz varnostne kopije«.
error-newer-vault = Trezor je zapisala novejša različica programa tcdesk. Nič ni bilo spremenjeno.
    .next = Na tem računalniku posodobite tcdesk. Če ste prejšnjo različico vrnili namenoma, pritisnite »Obnovi iz varnostne kopije« in izberite kopijo »pred posodobitvijo«.
error-database-missing = Manjka datoteka s podatki, ki pripada temu trezorju.
    .next = Nič ne brišite. Pritisnite »Obnovi iz varnostne kopije«.
error-database-damaged = Datoteka s podatki je poškodovana ali pripada drugemu trezorju. Geslo je pravilno.
    .next = Nič ne brišite. Pritisnite »Obnovi iz varnostne kopije«; delo po njej lahko reši skrbnik sistema.
error-foreign-vault = Datoteka s podatki v mapi ne pripada temu trezorju.
    .next = Datoteke dveh trezorjev so se verjetno pomešale. Skrbnik sistema naj preveri mapo trezorja.
error-database-busy = Trezor trenutno uporablja drug program.
    .next = Zaprite druga okna programa tcdesk in morebitno varnostno kopiranje ter poskusite znova.
error-database-unreachable = Sistem ne dovoli dostopa do trezorja ({ $reason }).
    .next = Skrbnik sistema naj preveri pravice do mape trezorja in stanje diska.
error-kdf-cost-refused = Datoteka s ključi zahteva nedovoljene nastavitve za preverjanje gesla ({ $parameter }). Geslo ni bilo preverjeno.
    .next = Datoteka je verjetno spremenjena. Skrbnik sistema naj jo vrne iz zadnje varnostne kopije.
error-kdf-memory = Računalnik nima dovolj prostega pomnilnika za preverjanje gesla. Potrebnih je { $mib } MiB.
    .next = Zaprite druge programe in poskusite znova.

## Papirnati ključ
error-identity-text = Papirnati ključ ni pravilno prepisan.
    .next = Primerjajte vpisano z listom po skupinah štirih znakov. Črk O, I in B v ključu ni.
error-paper-key-foreign = Papirnati ključ je pravilno prepisan, vendar tega trezorja ne odpre.
    .next = Preverite, ali je na listu oznaka tega trezorja in ali je list najnovejši.
error-recipient-text = Javni ključ prejemnika ni pravilno zapisan.
    .next = Ključ znova preberite iz datoteke ali ga pazljivo prepišite.

## Računi in ključi
error-login-taken = To uporabniško ime že obstaja.
    .next = Izberite drugo uporabniško ime.
error-account-unfinished = Dodajanje tega računa je bilo prekinjeno, zato se z njim še ni mogoče prijaviti.
    .next = Račun naj doda še enkrat oseba, ki v enoti ureja račune.
error-slots-full = Trezor ima že največje dovoljeno število računov in papirnatih ključev.
    .next = Odstranite račun ali papirnati ključ, ki ga ne potrebujete več.
error-last-password-slot = Po tej spremembi se v trezor ne bi mogel prijaviti nihče več. Nič ni bilo spremenjeno.
    .next = Pustite vsaj en račun z geslom.
error-keys-stale = Datoteka s ključi se je medtem spremenila. Nič ni bilo shranjeno.
    .next = Zaklenite program, znova se prijavite in dejanje ponovite.
error-rotation-space = Za zamenjavo ključev trezorja je potrebnih { $mib } MiB prostora na disku. Nič ni bilo spremenjeno.
    .next = Sprostite prostor na disku in poskusite znova.
error-rotation-failed = Trezorja z novimi ključi ni bilo mogoče zapisati in preveriti. Ostal je tak, kot je bil.
    .next = Preverite prostor na disku in poskusite znova. Če se ponovi, obvestite skrbnika sistema.

## Preverjanje in varnostne kopije
error-backup-failed = Varnostne kopije ni bilo mogoče zapisati in preveriti, zato je bila odstranjena.
    .next = Preverite prostor na disku in poskusite znova. Če se ponovi, obvestite skrbnika sistema.
error-damaged-page = Dela podatkov v trezorju ni mogoče prebrati. Nič ni bilo spremenjeno.
    .next = Ne delajte naprej. Skrbnik sistema naj preveri trezor in ga obnovi iz zadnje varnostne kopije.

## Novo geslo
error-passphrase-too-short = Geslo je prekratko: imeti mora najmanj { $least } znakov.
    .next = Izberite daljše geslo ali sprejmite predlagano geslo iz petih besed.
error-passphrase-too-long = Geslo je predolgo: ima lahko največ { $most } znakov.
    .next = Izberite krajše geslo.
error-passphrase-common = To geslo ali njegova osnova je na seznamu gesel, ki jih ljudje najpogosteje uporabljajo.
    .next = Izberite drugo geslo ali sprejmite predlagano geslo iz petih besed.
error-passphrase-holds-name = Geslo vsebuje uporabniško ime ali ime enote.
    .next = Izberite geslo brez tega imena.

## Podpisi in zapečatene datoteke
error-wrong-key = S tem ključem zapisa ni mogoče odpreti.
    .next = Preverite, ali uporabljate pravi ključ. Če je pravi, je zapis poškodovan.
error-signature-refused = Podpis se ne ujema z vsebino ali s ključem podpisnika.
    .next = Vsebini ne zaupajte. Obvestite skrbnika sistema.
error-seal-broken = Zapečatene datoteke ni mogoče odpreti: namenjena je drugemu prejemniku ali je poškodovana.
    .next = Preverite, komu je datoteka namenjena, in pošiljatelja prosite, naj jo zapiše znova.

## Naše napake
error-raw-key = Ključ trezorja nima predpisane dolžine. Trezor ni bil odprt.
    .next = O tem obvestite skrbnika sistema.
error-connection-profile = Programska knjižnica za šifriranje ne upošteva varnostne nastavitve »{ $setting }«. Trezor ni bil odprt.
    .next = Program znova namestite. Podatki v trezorju ostanejo nedotaknjeni.
error-migration-failed = Trezorja ni bilo mogoče posodobiti na novo različico. Ostal je tak, kot je bil.
    .next = Nič ne brišite. Uporabite prejšnjo različico programa in obvestite skrbnika sistema.
