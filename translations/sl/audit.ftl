### Dnevnik obdelave, celovitost trezorja, ura računalnika.

# Napake
error-older-database = Datoteka s podatki je starejša, kot je bil trezor ob zadnjem zapiranju: nekdo je vrnil njeno prejšnjo kopijo. Nič ni bilo spremenjeno.
    .next = Nič ne brišite. Skrbnik sistema naj vrne pravo datoteko ali trezor namenoma obnovi iz varnostne kopije.
error-clock-doubt = Ura računalnika je bila premaknjena, zato datum podpisa ni zanesljiv. Nič ni bilo podpisano.
    .next = Zaprite to okno in znova izberite »Podpiši«; program vas bo vprašal, ali je današnji datum pravi.

# Celovitost trezorja
about-wrong-heads = ✗ Podpisani zaključki dnevnika obdelave se ne ujemajo z njegovo vsebino.
cli-check-heads =
    { $forged ->
        [0] Podpisani zaključki dnevnika obdelave: vsi se ujemajo.
       *[other] Podpisani zaključki dnevnika obdelave: NEUJEMANJ: { $forged }.
    }

# Ura računalnika
clock-jumped = Ura računalnika je bila premaknjena. To je zapisano v dnevniku obdelave.
    .next = Preverite datum in uro v spodnjem kotu zaslona. Pred naslednjim podpisom vas bo program vprašal, ali je datum pravi.
clock-ask = Ali je zdaj res { $moment }?
    .why = Ura računalnika je bila premaknjena. Če datum ni pravi, ga najprej popravite v nastavitvah računalnika, saj ostane v podpisu za vedno.
    .yes = Datum je pravi
    .no = Ne podpiši

# Stran
audit-title = Dnevnik obdelave
audit-person = Oseba (šifra)
audit-person-name = Oseba (šifra ali ime)
audit-account = Račun
audit-account-all = vsi računi
audit-action = Dejanje
audit-action-all = vsa dejanja
audit-from = Od dne
audit-to = Do dne
audit-clear = Počisti pogoje
audit-column-at = Kdaj
audit-column-account = Kdo
audit-column-action = Kaj
audit-column-person = O kom
audit-details = Podrobnosti
audit-details-none = Izberite vrstico na seznamu.
audit-empty = V dnevniku obdelave za te pogoje ni vrstic.
    .next = Razširite obdobje ali počistite pogoje.
audit-detail-seq = Vrstica
audit-detail-at = Čas
audit-detail-account = Račun
audit-detail-login = Prijava
audit-detail-thing = Zapis
audit-detail-key = Oznaka zapisa
audit-detail-person = Oseba
audit-detail-code = Koda dejanja
audit-detail-fields = Spremenjena polja
audit-detail-seconds = Trajanje (s)
audit-detail-moment = Čas poskusa
audit-detail-other = Drugo
audit-system = neznan račun
audit-print = Natisni seznam
audit-report-limit = Najnovejše vrstice
audit-verify = Preveri celoten dnevnik
    .help = Prebere vse vrstice od prve naprej in preveri, ali sledijo druga iz druge.
audit-verified = Dnevnik obdelave je tak, kot je bil zapisan. Preverjenih vrstic: { $lines }.
audit-verified-broken = Dnevnik obdelave ni tak, kot je bil zapisan: razlikuje se od vrstice { $seq } naprej.
    .next = Nič ne brišite in o tem takoj obvestite skrbnika sistema in vodjo enote.
rule-audit-person-unknown = Osebe s to šifro ni.
    .next = Preverite šifro ali polje izpraznite.
rule-audit-person-many = Temu vpisu ustreza več oseb.
    .next = Vpišite celotno šifro osebe.

# Dejanja
audit-action-add = Novo: { $what }
audit-action-change = Sprememba: { $what }
audit-action-vault-create = Trezor ustvarjen
audit-action-login = Prijava
audit-action-login-failed = Neuspela prijava
audit-action-lock = Zaklep
audit-action-person-open = Odprtje kartoteke
audit-action-person-leave = Zaprtje kartoteke
audit-action-session-open = Odprtje srečanja
audit-action-sheet-preview = Ogled lista srečanja
audit-action-sheet-printer = Natis lista srečanja
audit-action-sheet-file = List srečanja shranjen v datoteko
audit-action-note-sign = Podpis zapisa
audit-action-passphrase-change = Zamenjava lastnega gesla
audit-action-secret-set = Nov ključ namestitve
audit-action-recovery-proved = Papirnati ključ preizkušen
audit-action-recovery-print = Papirnati ključ natisnjen
audit-action-recovery-save = Papirnati ključ shranjen
audit-action-reserve-print = Rezervni ključ natisnjen
audit-action-reserve-pdf = Rezervni ključ shranjen
audit-action-report-print = Natis poročila
audit-action-report-pdf = Poročilo shranjeno kot PDF
audit-action-report-xlsx = Poročilo shranjeno kot preglednica
audit-action-audit-print = Natis dnevnika obdelave
audit-action-audit-pdf = Dnevnik obdelave shranjen kot PDF
audit-action-audit-verify = Preverjanje celotnega dnevnika
audit-action-audit-broken = Dnevnik ni tak, kot je bil zapisan
audit-action-vault-check = Preverjanje trezorja
audit-action-vault-rescue = Reševanje poškodovanega trezorja
audit-action-clock-jump = Ura računalnika premaknjena
audit-action-clock-confirm = Datum potrjen
audit-action-backup = Varnostna kopija
audit-action-epoch-begin = Novo obdobje izmenjave
audit-action-office-confirm = Potrditev osrednjega urada
audit-action-office-found = Vzpostavitev osrednjega urada
audit-action-unit-admit = Sprejem enote
audit-action-roster-believe = Nov imenik izmenjave
audit-action-import = Uvoz svežnja
audit-action-export-written = Izvoz zapisan
audit-action-export-aborted = Izvoz ni uspel
audit-action-receipt-import = Potrdilo prevzeto
audit-action-receipt-written = Potrdilo zapisano
audit-action-receipt-aborted = Potrdilo ni zapisano
audit-action-receipt-alarm = Potrdilo se ne ujema
audit-action-roster-import = Imenik izmenjave prevzet
audit-action-roster-written = Imenik izmenjave zapisan
audit-action-roster-aborted = Imenik izmenjave ni zapisan
audit-action-account-remove = Račun odstranjen
audit-action-user-key-replaced = Geslo in ključa računa ponastavljena
audit-action-recovery-add = Nov obnovitveni ključ
audit-action-recovery-remove = Obnovitveni ključ odstranjen
audit-action-recovery-used = Uporaba obnovitvenega ključa
audit-action-backup-renew = Varnostne kopije narejene na novo
audit-action-backup-carry = Varnostna kopija odnesena na ključ USB
audit-action-backup-prove = Varnostne kopije znova preverjene
audit-action-backup-drop = Pokvarjena varnostna kopija odstranjena
audit-action-vault-restore = OBNOVA iz varnostne kopije
audit-action-vault-drill = Preizkus obnove
audit-thing-account = račun
audit-thing-account-key = prejšnji podpisni ključ
audit-thing-staff = sodelavec/-ka
audit-thing-funder = financer
audit-thing-operation = operacija
audit-thing-programme = program
audit-thing-activity = dejavnost
audit-thing-phase = faza
audit-thing-person = oseba
audit-thing-status-stay = pravni status
audit-thing-participation = sodelovanje v operaciji
audit-thing-episode = vključitev
audit-thing-phase-stay = bivanje v fazi
audit-thing-grp = skupina
audit-thing-membership = članstvo v skupini
audit-action-session-insist = Srečanje načrtovano kljub prekrivanju
audit-action-free-days-set = Dela prosti dan enote
audit-action-plan-print = Natis tedenskega načrta
audit-action-plan-pdf = Tedenski načrt shranjen kot PDF
audit-action-movement-print = Natis seznama gibanja
audit-action-movement-pdf = Seznam gibanja shranjen kot PDF
audit-action-calendar-file = Urnik shranjen kot datoteka koledarja
audit-thing-series = ponavljanje v urniku
audit-thing-apart = ločevanje oseb
audit-thing-session = srečanje
audit-thing-guest = sprememba seznama srečanja
audit-thing-attendance = prisotnost
audit-thing-note = zapis
audit-thing-note-signature = podpis zapisa
audit-thing-draft = osnutek
audit-thing-sheet-print = natis lista
audit-thing-party = enota ali urad v izmenjavi
audit-thing-bundle-out = poslani sveženj
audit-thing-bundle-in = prejeti sveženj
audit-thing-quarantined = zapis v karanteni
audit-action-enrol-written = Prošnja za vključitev zapisana
audit-action-enrol-aborted = Prošnja za vključitev ni zapisana

# Reševanje poškodovanega trezorja
cli-rescuing = Rešujem trezor
cli-rescued = Rešenih vrstic: { $count }.
cli-rescued-lost = Neberljivo ({ $what }): { $count }.
cli-rescued-loose = Brez zapisa, na katerega se nanaša; shranjeno v zgodovini ({ $what }): { $count }.
cli-rescued-next = Vse je rešeno. Nov trezor odprete z istimi gesli; poškodovanega shranite.
cli-rescued-check = Nov trezor odprete z istimi gesli. Manjkajoče primerjajte z zadnjo varnostno kopijo; poškodovanega trezorja ne brišite.
