# Urnik: ponavljanje, dela prosti dnevi, odpovedi in ločevanje oseb

# Pravila
rule-apart-same = Osebe ni mogoče držati narazen od nje same.
    .next = Poiščite drugo osebo.
rule-apart-reason = Brez razloga oseb ni mogoče držati narazen.
    .next = Na kratko napišite, zakaj se ne smeta srečati.
rule-free-day-name = Dan potrebuje ime z največ { $most } znaki.
    .next = Napišite na primer »dan zavoda«.
rule-free-day-known = Ta dan je že vpisan.
    .next = Najprej ga odstranite, nato vpišite na novo.
rule-series-rule = Pravila ponavljanja ni mogoče prebrati.
    .next = Izberite dneve v tednu ali mesto v mesecu.
rule-series-meetings = Število srečanj ni mogoče.
    .next = Vpišite število od 1 do { $most } ali pustite polje prazno.
rule-series-shift = Takega ponavljanja ni mogoče premakniti na drug dan.
    .next = Premaknite samo to srečanje ali pa ponavljanje ustavite in začnite novo.
rule-series-none = Srečanje se ne ponavlja.
    .next = Spremenite samo to srečanje.
rule-series-past = Kar je že minilo, ostane, kot je.
    .next = Izberite srečanje od danes naprej.
rule-plan-period = Obdobje ni mogoče.
    .next = Zadnji dan naj ne bo pred prvim; obdobje naj ima največ { $most } dni.
rule-clash-reason = Načrt se z nečim prekriva, razloga pa ni ({ $count }).
    .next = Izberite drug čas ali napišite razlog, vsaj { $least } znakov.
rule-session-made-up = Srečanje se že nadomešča z drugim.
    .next = Najprej odpovejte nadomestno srečanje.
rule-make-up-not-cancelled = Nadomesti se lahko samo odpovedano srečanje.
    .next = Srečanje najprej odpovejte z razlogom.
rule-stand-in-same = Srečanje že vodi ta oseba.
    .next = Izberite nekoga drugega.
rule-group-capacity = Število mest v skupini ni mogoče.
    .next = Vpišite število od 1 do { $most } ali pustite polje prazno.
rule-group-full = V skupini ni več prostega mesta (mest: { $most }).
    .next = Počakajte, da kdo konča, ali povečajte število mest.

# Na papirju
paper-week-title = Tedenski načrt { $first } – { $last }
paper-week-more = in še { $count }
paper-week-cancelled = odpade: { $reason }
paper-movement-title = Seznam gibanja
paper-movement-table = Koga kje pričakujejo
paper-movement-unit = Zavod
paper-movement-day = Dan
paper-movement-time = Ura
paper-movement-room = Prostor
paper-movement-no-room = ni določen
paper-movement-person = Oseba
paper-movement-code = Šifra
paper-movement-leader = Prevzame
paper-movement-left = Odhod
paper-movement-back = Vrnitev
paper-movement-more =
    { $count ->
        [one] in še { $count } oseba
        [two] in še { $count } osebi
        [few] in še { $count } osebe
       *[other] in še { $count } oseb
    }
paper-movement-defined = Seznam pove samo, kdo je kdaj in kje pričakovan. Odpovedanih srečanj na njem ni.

# Pogledi urnika
schedule-mode-day = Dan
schedule-mode-week = Teden
schedule-mode-agenda = Seznam
schedule-agenda = Srečanja naslednjih štirih tednov
schedule-agenda-empty = V teh štirih tednih ni načrtovanih srečanj.
schedule-agenda-time = Ura
schedule-agenda-who = Skupina ali oseba
schedule-agenda-state = Stanje
schedule-agenda-chosen =
    { $count ->
        [0] Izberite srečanja; več jih izberete s tipko Ctrl ali Shift.
        [one] Izbrano { $count } srečanje
        [two] Izbrani { $count } srečanji
        [few] Izbrana { $count } srečanja
       *[other] Izbranih { $count } srečanj
    }
schedule-cancel-many = Odpovej izbrana
schedule-restore-many = Prekliči odpovedi
schedule-cancelled-many =
    { $count ->
        [one] Odpovedano je { $count } srečanje.
        [two] Odpovedani sta { $count } srečanji.
        [few] Odpovedana so { $count } srečanja.
       *[other] Odpovedanih je { $count } srečanj.
    }
schedule-restored-many =
    { $count ->
        [one] Odpoved je preklicana pri { $count } srečanju.
        [two] Odpoved je preklicana pri { $count } srečanjih.
        [few] Odpoved je preklicana pri { $count } srečanjih.
       *[other] Odpoved je preklicana pri { $count } srečanjih.
    }
schedule-copy = Kopiraj …
schedule-copied = Srečanje je kopirano na { $day } ob { $time }.
schedule-make-up = Nadomesti …
schedule-stand-in = Namesto izvajalca vodi
schedule-stand-in-none = redni izvajalec
schedule-stand-in-save = Shrani
schedule-stood-in = Nadomestni izvajalec je vpisan.
schedule-given-back = Srečanje spet vodi redni izvajalec.
plan-title-copy = Kopija srečanja
plan-title-make-up = Nadomestno srečanje
plan-following = Velja tudi za vsa naslednja srečanja tega ponavljanja

# Ponavljanje
series-title = Ponavljanje
series-none = Nič se ne ponavlja. Začnite ponavljanje, nato pred ustvarjanjem srečanj preglejte predogled.
series-new = Novo ponavljanje …
series-every = Kako pogosto
series-every-1 = vsak teden
series-every-2 = vsak drugi teden
series-every-month = vsak mesec na isto mesto
series-days-missing = Izberite vsaj en dan v tednu.
series-first = Od
series-last = Do
series-until-stopped = do ustavitve
series-meetings = Število srečanj
    .help = Toliko se jih zares zgodi; prazniki in odpovedi se ne štejejo. Prazno pomeni brez konca.
series-themes = Teme
    .help = Ena na vrstico, po vrsti srečanj; tudi moduli.
series-on-free-days = Tudi ob praznikih in dela prostih dneh
series-begin = Začni ponavljanje
series-begun = Ponavljanje je vpisano. Preglejte, katera srečanja bi nastala.
series-stop = Ustavi
series-stop-which = Ustavi ponavljanje: { $what }
series-stop-ask = Ustavim ponavljanje »{ $what }«?
    .why = Prihodnja srečanja brez vpisov gredo v koš. Kar je minilo, vpisano ali natisnjeno, ostane.
    .yes = Ustavi ponavljanje
series-stopped = Ponavljanje je ustavljeno. Srečanj v košu: { $count }.
series-make-title = Ustvarjanje srečanj
series-look = Predogled
series-preview = Srečanja, ki bi nastala, in tista, ki ne bi
series-preview-empty = V tem obdobju se nič ne ponavlja.
series-outcome = Izid
series-made-new = nastane
series-why-exists = že obstaja
series-why-past = je minilo
series-why-free-day = dela prosto
series-why-no-such-hour = te ure ta dan ni
series-why-no-group = skupine ni več
series-why-clash = se prekriva
series-told = Nastalo bi: { $made }. Izpuščeno: { $left }.
series-clashing = Prekriva se: { $count }. Brez razloga se ta srečanja izpustijo.
series-reason = Razlog, če naj vseeno nastanejo tudi prekrivajoča se
series-make =
    { $count ->
        [one] Ustvari { $count } srečanje
        [two] Ustvari { $count } srečanji
        [few] Ustvari { $count } srečanja
       *[other] Ustvari { $count } srečanj
    }
series-generated =
    { $count ->
        [one] Ustvarjeno je { $count } srečanje.
        [two] Ustvarjeni sta { $count } srečanji.
        [few] Ustvarjena so { $count } srečanja.
       *[other] Ustvarjenih je { $count } srečanj.
    }

# Kar gre iz urnika
schedule-papers = Natisni …
schedule-paper-week = Tedenski načrt na enem listu A4 …
schedule-paper-movement = Seznam gibanja za { $day } …
schedule-calendar = Moja srečanja kot datoteka koledarja …
schedule-calendar-codes = Moja srečanja kot datoteka koledarja, s šiframi …
schedule-calendar-ask = Shranim urnik v nešifrirano datoteko?
    .why = V datoteki so dejavnosti, ure in prostori naslednjih šestih mesecev, imen v njej ni. Shranjevanje se zapiše v dnevnik obdelave.
    .yes = Shrani datoteko

# Dela prosti dnevi
settings-free-days = Dela prosti dnevi
free-days-own = Dnevi, ki jih določi enota
    .why = Ob dela prostih dneh se srečanja iz ponavljanja ne ustvarijo. Državni prazniki so že upoštevani.
free-days-none = Enota ni določila nobenega dne.
free-days-name = Ime dneva
free-days-works = Ta praznik je pri nas delovni dan
free-days-works-short = delovni dan
free-days-add = Dodaj dan
free-days-remove = Odstrani: { $what }
free-days-saved = Dela prosti dnevi so shranjeni.
free-days-coming = Dela prosti dnevi do konca prihodnjega leta

# Ločevanje oseb
apart-ask = Ločevanje …
apart-title = S kom se oseba ne sme srečati
apart-why = Urnik na to opozori, preden osebi združi v skupini ali na srečanju.
apart-none = Ni vpisane nobene osebe.
apart-who = Druga oseba
apart-reason = Razlog
    .help = Na kratko; vidi ga, kdor sme videti eno od obeh kartotek.
apart-since = Velja od
apart-save = Drži narazen
apart-close = Zapri
apart-end = Končaj
apart-end-who = Končaj ločevanje: { $name }
apart-remove-who = Odstrani ločevanje: { $name }
apart-saved = Ločevanje oseb je shranjeno.
groups-capacity = Število mest
    .help = Prazno pomeni, da omejitve ni.
