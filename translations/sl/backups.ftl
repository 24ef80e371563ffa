# Varnostne kopije in obnova

## Zakaj je kopija nastala
backup-why = Povod
backup-why-asked = na zahtevo
backup-why-closing = ob zapiranju
backup-why-daily = dnevna
backup-why-migration = pred posodobitvijo
backup-why-import = pred uvozom
backup-why-rotation = pred zamenjavo ključev
backup-why-renewal = po zamenjavi ključev
backup-why-restore = pred obnovo

## Stanje kopije
backup-state-good = ✓ preverjena
backup-state-spoilt = ✗ pokvarjena
backup-state-foreign = ✗ drugega trezorja
backup-state-newer = ✗ novejše različice

backup-spoilt-here =
    { $count ->
        [one] { $count } kopija je pokvarjena in je ni mogoče uporabiti.
        [two] { $count } kopiji sta pokvarjeni in ju ni mogoče uporabiti.
        [few] { $count } kopije so pokvarjene in jih ni mogoče uporabiti.
       *[other] { $count } kopij je pokvarjenih in jih ni mogoče uporabiti.
    } Naredite novo kopijo; če se to ponovi, naj skrbnik sistema preveri disk.
backup-drop-spoilt = Odstrani pokvarjene
backup-dropped = Pokvarjene kopije so odstranjene.
backup-room = Kopije na tem disku zasedejo { $used }. Dovoljeno:
backup-budget = Dovoljeni prostor za varnostne kopije
backup-gigabytes = { $size } GB
backup-budget-kept = Dovoljeni prostor je shranjen. Upošteva se ob naslednji kopiji.
backup-over = Kopije zasedejo več, kot je dovoljeno, a nobene ni varno odstraniti: ohraniti je treba zadnjo dobro kopijo in po eno iz vsakega meseca.
rule-backup-budget = Dovoljeni prostor mora biti med { $least } in { $most } GB.
    .next = Izberite drugo vrednost.

backup-trouble-spoilt = Ena od varnostnih kopij je pokvarjena.
    .next = V nastavitvah, v razdelku Varnostne kopije, naredite novo. Če se ponovi, naj skrbnik sistema preveri disk.
backup-trouble-budget = Varnostne kopije zasedejo več prostora, kot je dovoljeno, a nobene ni varno odstraniti.
    .next = V nastavitvah, v razdelku Varnostne kopije, povečajte dovoljeni prostor ali uredite večji disk.
backup-drive-protected = { $name }, zaščiten pred pisanjem

## Danes
today-carried = Kopija na ključu
today-carried-late = Kopijo odnesite še na ključ USB.
today-go-carried = Na ključ …

## Obnova: vstop
restore-card = Obnova
    .why = Obnova vrne trezor v stanje izbrane kopije. Pred tem se sedanje stanje shrani. Preizkus naredi isto do zadnjega koraka, na skritem mestu, in ne spremeni ničesar.
restore-begin = Obnovi iz kopije …
restore-drill = Preizkusi obnovo …
restore-drilled-never = Obnova še ni bila preizkušena. Preizkusite jo vsako četrtletje.
restore-drilled =
    Obnova je bila nazadnje preizkušena { $at } ({ $count ->
        [0] danes
        [one] pred { $count } dnevom
        [two] pred { $count } dnevoma
        [few] pred { $count } dnevi
       *[other] pred { $count } dnevi
    }).
restore-help = Pomoč pri obnovi
restore-from-backup = Obnovi iz varnostne kopije

## Obnova: koraki
restore = Obnova iz varnostne kopije
drill = Preizkus obnove
restore-step-choose = Kopija
restore-step-prove = Preverjanje
restore-step-lose = Kaj bi izgubili
restore-step-confirm = Potrditev
restore-step-drill = Preizkus

restore-choose = Katero kopijo želite obnoviti?
    .lead = Na voljo so samo kopije, ki so bile po izdelavi znova odprte in preštete.
drill-choose = Katero kopijo želite preizkusiti?
    .lead = Izberite kopijo na tem disku ali na ključu USB. Trezor ostane tak, kot je.
restore-here = Na tem disku
restore-elsewhere = V mapi { $folder }
restore-other-folder = Druga mapa ali ključ USB …
restore-this-disk = Kopije na tem disku
restore-none-here = Na tem disku ni varnostnih kopij.
    .next = Vstavite ključ USB s kopijo in izberite njegovo mapo.
restore-folder-title = Mapa z varnostnimi kopijami
rule-restore-none-chosen = Kopija ni izbrana.
    .next = Na seznamu izberite kopijo.

restore-who = Kdo odpira kopijo?
    .lead = Kopijo z dne { $at } odpre račun, ki je takrat obstajal.
restore-who-login = Račun tistega dne
restore-who-passphrase = Geslo
    .hint = Geslo, ki je veljalo tistega dne. Če račun še obstaja, velja tudi njegovo današnje geslo.

restore-prove = Kopija je cela
    .lead = Kopija z dne { $at } je bila odprta in prebrana v celoti.
restore-check-pages = ✓ Vse strani podatkov so take, kot so bile zapisane.
restore-check-counts = ✓ Število zapisov se ujema: { $count }.
restore-check-audit =
    ✓ Dnevnik je neprekinjen: { $count ->
        [one] { $count } vrstica
        [two] { $count } vrstici
        [few] { $count } vrstice
       *[other] { $count } vrstic
    }.
restore-check-signatures =
    ✓ { $count ->
        [0] Podpisanih zapisov v kopiji ni.
        [one] Velja podpis pod { $count } zapisom.
        [two] Veljata podpisa pod { $count } zapisoma.
        [few] Veljajo podpisi pod { $count } zapisi.
       *[other] Velja podpis pod { $count } zapisi.
    }
restore-holds = Kaj je v kopiji
restore-people = Kdo se bo lahko prijavil
restore-person = { $login } – { $name }, { $role }
restore-passphrases-today = Z današnjimi gesli.
restore-passphrases-then = Z gesli tistega dne.
restore-absent = Po obnovi se ne bodo mogli prijaviti, ker jih tistega dne še ni bilo: { $logins }. Dodati jih bo treba znova.
restore-gone = Odstranjeni ostanejo: { $logins }.

restore-lose = Kaj bi izgubili
    .lead = To je bilo narejeno po kopiji z dne { $at } in ga po obnovi ne bo več.
restore-lose-nothing = Po tej kopiji ni bilo narejeno nič, kar bi se z obnovo izgubilo.
restore-lose-unknown = Sedanjih podatkov ni mogoče prebrati, zato ni mogoče povedati, kaj natanko bi se izgubilo.
restore-lose-lines =
    V dnevnik { $count ->
        [one] je bila po kopiji zapisana še { $count } vrstica
        [two] sta bili po kopiji zapisani še { $count } vrstici
        [few] so bile po kopiji zapisane še { $count } vrstice
       *[other] je bilo po kopiji zapisanih še { $count } vrstic
    }.
restore-lose-empty = V tej mapi še ni trezorja, zato se ne izgubi nič.
restore-lose-what = { $what }: { $count }
restore-lose-day = Dan
restore-lose-who = Oseba
restore-lose-kind = Kaj
restore-lose-count = Koliko
restore-lose-draft = Osnutek
restore-returning =
    V kopiji { $count ->
        [one] je { $count } vrstica dnevnika, ki je
        [two] sta { $count } vrstici dnevnika, ki ju
        [few] so { $count } vrstice dnevnika, ki jih
       *[other] je { $count } vrstic dnevnika, ki jih
    } v sedanjem trezorju ni: nastale so pred prejšnjo obnovo in se zdaj vrnejo.

# Erased since the backup
restore-erase-again =
    V tej kopiji { $count ->
        [one] je še { $count } oseba, katere spis je bil
        [two] sta še { $count } osebi, katerih spisa sta bila
        [few] so še { $count } osebe, katerih spisi so bili
       *[other] je še { $count } oseb, katerih spisi so bili
    } po dnevu kopije { $count ->
        [one] izbrisan. Obnova ga izbriše znova.
        [two] izbrisana. Obnova ju izbriše znova.
       *[other] izbrisani. Obnova jih izbriše znova.
    }
restore-anonymise-again =
    V tej kopiji { $count ->
        [one] je še z imenom { $count } oseba, katere spis je bil
        [two] sta še z imenom { $count } osebi, katerih spisa sta bila
        [few] so še z imenom { $count } osebe, katerih spisi so bili
       *[other] je še z imenom { $count } oseb, katerih spisi so bili
    } po dnevu kopije { $count ->
        [one] anonimiziran. Obnova ga anonimizira znova.
        [two] anonimizirana. Obnova ju anonimizira znova.
       *[other] anonimizirani. Obnova jih anonimizira znova.
    }
restore-again-copy = Kopija sama te podatke hrani še naprej. Ko je ne potrebujete več, jo izbrišite, tudi s ključa USB.
restore-again-done =
    Znova { $count ->
        [one] je bil izbrisan ali anonimiziran { $count } spis
        [two] sta bila izbrisana ali anonimizirana { $count } spisa
        [few] so bili izbrisani ali anonimizirani { $count } spisi
       *[other] je bilo izbrisanih ali anonimiziranih { $count } spisov
    }, kakor je bilo odločeno po dnevu kopije.
restore-erased-unknown = Sedanjega trezorja ni mogoče prebrati, zato ni mogoče preveriti, ali je bil po dnevu kopije kateri spis izbrisan ali anonimiziran. Tak spis se z obnovo vrne: po obnovi ga predlagajte za izbris znova (Nastavitve, Hramba).
restore-erased-alone = Na tem računalniku ni trezorja, s katerim bi kopijo primerjali, zato ni mogoče preveriti, ali je bil po dnevu kopije kateri spis izbrisan ali anonimiziran. Tak spis se z obnovo vrne: po obnovi ga predlagajte za izbris znova (Nastavitve, Hramba).

restore-confirm = Obnovi trezor
    .lead = Trezor bo vrnjen v stanje z dne { $at }.
restore-confirm-kept = Pred obnovo se sedanje stanje shrani: kot varnostna kopija, če ga je mogoče prebrati, sicer se datoteke nespremenjene odložijo v posebno mapo. Obnovo je zato mogoče razveljaviti z novo obnovo.
restore-confirm-office = Osrednjemu uradu bo ob naslednjem izvozu povedano, da je bil trezor obnovljen; nekdo tam mora to potrditi.
restore-confirm-end = Ko bo obnova končana, se odpre prijavno okno.
restore-confirm-passphrase = Vaše geslo
    .hint = Z geslom potrdite, da je obnova vaša odločitev.
restore-now = Obnovi trezor
restore-done = Trezor je obnovljen. Prijavite se z računom { $login }.
    .next = Preglejte, ali je v njem to, kar pričakujete. Prejšnje stanje je shranjeno.
restore-finished = Obnova je končana
restore-to-log-in = Na prijavno okno
restore-kept-aside = Prejšnje datoteke so nespremenjene v mapi { $folder }.
restore-kept-backup = Prejšnje stanje je varnostna kopija z dne { $at }.
restore-left = Obnova je bila opuščena. Nič ni bilo spremenjeno.

drill-now = Preizkusi
drill-done = Obnova deluje
    .lead = Kopija z dne { $at } je bila obnovljena na skritem mestu, prebrana in odstranjena. Trezor je nespremenjen.
drill-seconds =
    Preizkus je trajal { $count ->
        [one] { $count } sekundo
        [two] { $count } sekundi
        [few] { $count } sekunde
       *[other] { $count } sekund
    }.
drill-report = Natisni zapisnik …
drill-end = Končaj
drill-kept = Preizkus obnove je uspel in je zapisan v dnevnik.

## Zapisnik o preizkusu obnove
paper-drill = Zapisnik o preizkusu obnove
paper-drill-unit = Enota
paper-drill-at = Čas preizkusa
paper-drill-by = Preizkus je opravil
paper-drill-copy = Varnostna kopija z dne
paper-drill-why = Povod kopije
paper-drill-size = Velikost kopije
paper-drill-file = Datoteka
paper-drill-took = Trajanje preizkusa
paper-drill-seconds = { $count } s
paper-drill-result = Izid
paper-drill-worked = Obnova deluje. Trezor pri preizkusu ni bil spremenjen.
paper-drill-failed = Obnova NE deluje v celoti. Obvestite skrbnika sistema.
paper-drill-held = v redu
paper-drill-not-held = NI V REDU
paper-drill-checks = Preverjanja
paper-drill-contents = Vsebina kopije
paper-drill-signed-by = Preizkus opravil: podpis
paper-drill-seen-by = Seznanjen vodja: podpis
drill-check-opened = Kopija se odpre z računom svojega dne.
drill-check-pages = Vse strani podatkov so take, kot so bile zapisane.
drill-check-counts = Število zapisov v vsaki tabeli se ujema z opisom kopije.
drill-check-laid = Podatki so bili prepisani pod novim ključem in prebrani v celoti.
drill-check-audit = Dnevnik je neprekinjen od prve vrstice.
drill-check-heads = Podpisi računov pod dnevnikom veljajo.
drill-check-signatures = Podpisi zapisov veljajo.
drill-check-gone = Začasni podatki preizkusa so odstranjeni.

## Tabele z besedami
holds-person = osebe
holds-status_stay = pravni statusi
holds-phase_stay = faze obravnav
holds-guest = gostje na srečanjih
holds-participation = vključitve v operacije
holds-episode = obravnave
holds-grp = skupine
holds-membership = članstva v skupinah
holds-session = srečanja
holds-attendance = zapisi prisotnosti
holds-note = zapisi o srečanjih
holds-note_signature = podpisi zapisov
holds-draft = osnutki
holds-sheet_print = natisi listov
holds-account = računi
holds-staff = zaposleni in sodelavci
holds-programme = programi
holds-bundle_out = oddani izvozi
holds-bundle_in = prevzeti uvozi
holds-audit = vrstice dnevnika
holds-other = drugo

## Napake
error-backup-spoilt = Ta varnostna kopija ni več taka, kot je bila zapisana, zato je ni mogoče uporabiti.
    .next = Izberite drugo kopijo, na tem disku ali na ključu USB. Če je pokvarjenih več kopij, naj skrbnik sistema preveri disk.
error-backup-unsound = Varnostna kopija se odpre, vendar dnevnik ali podpisi v njej ne veljajo.
    .next = Izberite drugo kopijo in obvestite skrbnika sistema.
error-backup-login-needed = Vašega računa na dan te kopije še ni bilo ali je imel druge ključe.
    .next = Kopijo naj odpre račun, ki je takrat obstajal, s svojim geslom tistega dne.
error-backup-foreign = Ta varnostna kopija je iz drugega trezorja.
    .next = Izberite kopijo tega trezorja. Nič ni bilo spremenjeno.
error-account-not-of-today = S tem računom se danes v trezor ni več mogoče prijaviti, zato ga tudi obnoviti ne more.
    .next = Obnovo naj opravi oseba, katere račun še velja.
error-not-set-aside = Sedanjih datotek trezorja ni bilo mogoče shraniti, zato obnova ni bila izvedena. Nič ni bilo spremenjeno.
    .next = Sprostite prostor na disku in poskusite znova. Če se ponovi, obvestite skrbnika sistema.
rule-backup-spoilt = Ta kopija je pokvarjena in je ni mogoče obnoviti.
    .next = Izberite drugo kopijo.
rule-backup-foreign = Ta kopija je iz drugega trezorja.
    .next = Izberite kopijo tega trezorja.
rule-backup-newer = To kopijo je naredila novejša različica programa tcdesk.
    .next = Na tem računalniku najprej posodobite tcdesk.
rule-no-backups-there = V tej mapi ni varnostnih kopij.
    .next = Izberite mapo »tcdesk-backups« na ključu USB ali mapo »backups« v mapi trezorja.
rule-nobody-could-log-in = Po tej obnovi se v trezor ne bi mogel prijaviti nihče: noben današnji račun na dan kopije še ni obstajal.
    .next = Izberite novejšo kopijo. Nič ni bilo spremenjeno.
