# Urnik, srečanja in stran srečanja.

# Vrednosti šifrantov
attendance-status-present =
    { $sex ->
        [f] prisotna
       *[m] prisoten
    }
attendance-status-late = zamuda
attendance-status-left-early = predčasni odhod
attendance-status-excused-work = opr.: delo
attendance-status-excused-court = opr.: sodišče
attendance-status-excused-doctor = opr.: zdravnik
attendance-status-excused-visit = opr.: obisk
attendance-status-excused-leave = opr.: izhod
attendance-status-excused-transfer = opr.: premestitev
attendance-status-excused-security = opr.: varnostni razlog
attendance-status-unexcused = neopravičeno
cancel-reason-staff = ni izvajalca
cancel-reason-security = varnostni razlog
cancel-reason-room = ni prostora
cancel-reason-holiday = praznik
cancel-reason-other = drug razlog
session-state-planned = načrtovano
session-state-held = vpisano
session-state-cancelled = odpadlo
note-state-none = ni zapisa
note-state-draft = osnutek
note-state-unsigned = nepodpisan
note-state-signed = podpisan
note-format = Oblika zapisa
note-format-free = prosto besedilo
note-format-soap = SOAP
note-format-dap = DAP
note-format-birp = BIRP
note-format-girp = GIRP
note-format-group = skupinski zapis
note-format-addendum = dopolnitev
note-field-text = Zapis
note-field-subjective = Subjektivno
note-field-objective = Objektivno
note-field-assessment = Ocena
note-field-plan = Načrt
note-field-data = Podatki
note-field-behaviour = Vedenje
note-field-intervention = Intervencija
note-field-response = Odziv
note-field-goal = Cilj
note-field-theme = Tema
note-field-process = Potek
note-field-agreements = Dogovori
note-field-reason = Razlog
note-assessment = osebna ocena
    .help = Osebna ocena je v zapisu označena in ločena od dejstev.

# Stran srečanja
session-title = Srečanje
session-led-by = vodi { $leaders }
session-leaders = { $leader }, soizvaja { $other }
session-sheet = list { $code }
session-print = Natisni list
session-sign-all = Podpiši
    .help = Podpiše vse vaše zapise tega srečanja ali zapise izbranih vrstic.
session-sign-chosen =
    { $count ->
        [one] Podpiši zapis { $count } osebe
        [two] Podpiši zapisa { $count } oseb
        [few] Podpiši zapise { $count } oseb
       *[other] Podpiši zapise { $count } oseb
    }
session-roster = Člani
session-sums = prisotnih { $present } od { $count } · skupaj { $minutes } min
session-all-present = Vsi prisotni
session-keys = Presledek vsi prisotni · 1–9 prisotnost, 0 vsi razlogi · ↑↓ član, ←→ stolpec · Enter zapis · Ctrl+Z razveljavi
session-column-number = #
    .help = Zaporedna številka na listu
session-column-name = Ime
    .help = Priimek in začetnica imena
session-column-status = Prisotnost
    .help = Tipke 1–9: 1 prisotnost, 2 zamuda, 3 predčasni odhod, 4 delo, 5 sodišče, 6 zdravnik, 7 obisk, 8 izhod, 9 neopravičeno; 0 odpre vse razloge
session-column-minutes = Min
    .help = Minute prisotnosti: vtipkajte število
session-column-participation = Sod.
    .help = Sodelovanje od 0 do 3
session-column-note = Zapis
    .help = Stanje zapisa o tej osebi
session-participation-0 =
    { $sex ->
        [f] ni sodelovala
       *[m] ni sodeloval
    }
session-participation-1 = delno
session-participation-2 =
    { $sex ->
        [f] sodelovala
       *[m] sodeloval
    }
session-participation-3 =
    { $sex ->
        [f] vodila ali prispevala
       *[m] vodil ali prispeval
    }
session-name-guest = { $name } (gost)
session-name-later = { $name } (ni na listu)
    .help = Te osebe na natisnjenem listu ni; dodana je bila po tiskanju.
session-guest-add = Dodaj gosta …
session-guest-who = Gost na tem srečanju
session-leave-out = Izpusti s tega srečanja
session-person-search = ime ali šifra
session-person-found = Najdene osebe
session-person-none = Ni zadetkov. Poskusite z delom priimka ali s šifro.
session-reason = Razlog popravka
session-reason-why = Zapis o tej osebi je podpisan. Popravek prisotnosti ostane viden, zato navedite razlog.
session-reason-example = na primer napačno prepisan list
session-reason-take = Popravi
session-history = Zgodovina prisotnosti: { $name }
session-history-fact = { $moment }: { $status }, { $minutes } min ({ $author })
session-history-reason = , razlog: { $reason }
session-shared-note = Skupni zapis (brez imen)
session-note-for = Zapis za: { $name }
session-kept = Osnutek shranjen { $moment }
session-settled = Vse je shranjeno
session-restored = Nadaljujete, kjer ste ostali: osnutek je obnovljen.
    .next = Preglejte ga in ga podpišite; če ga ne potrebujete, ga zavrzite.
session-restored-drop = Zavrzi osnutek
session-stale-next = Vaš vpis je ostal v obrazcu. Preglejte novo stanje in se odločite.
session-stale-mine = Vseeno shrani moj vpis
session-sign-none = Noben vaš zapis tu ne čaka na podpis.
    .next = Napišite skupni zapis ali zapis o članu in ga nato podpišite.
session-sign-question =
    { $count ->
        [one] Ali želite podpisati { $count } zapis?
        [two] Ali želite podpisati { $count } zapisa?
        [few] Ali želite podpisati { $count } zapise?
       *[other] Ali želite podpisati { $count } zapisov?
    }
    .why = Podpisanega zapisa ni več mogoče spremeniti. Kar pozneje še ugotovite, dodate kot dopolnitev.
session-signed =
    { $count ->
        [one] Podpisan je { $count } zapis.
        [two] Podpisana sta { $count } zapisa.
        [few] Podpisani so { $count } zapisi.
       *[other] Podpisanih je { $count } zapisov.
    }
session-cancelled-why = odpadlo: { $reason }

# Zapisi
note-sign-this = Podpiši ta zapis
note-add = Dopolni …
    .help = Podpisani zapis ostane, kot je; dopolnitev se doda k njemu in se tudi podpiše.
note-addendum = Dopolnitev
note-addendum-new = Nova dopolnitev
note-addendum-why = Navedite razlog in besedilo; oboje ostane ob podpisanem zapisu.
note-addendum-sign = Podpiši dopolnitev
note-addendum-drop = Zavrzi dopolnitev
note-unsigned-by = nepodpisan zapis · { $author }
note-signed-by = podpisan · { $author } · { $moment } · podpis je pristen
note-not-genuine = podpis NI pristen · { $author } · { $moment }. Zapisu ne zaupajte in obvestite skrbnika sistema.
note-late = zapisano več kot 72 ur po srečanju

# Napake in pravila
error-already-signed = Zapis je že podpisan.
    .next = Podpisanega zapisa ni mogoče spremeniti; dodajte dopolnitev.
rule-already-on-roster = Ta oseba je že na seznamu srečanja.
    .next = Poiščite jo med člani in vpišite njeno prisotnost.
rule-not-on-roster = Te osebe ni na seznamu srečanja.
    .next = Dodajte jo kot gosta in nato vpišite prisotnost.
rule-already-recorded = Prisotnost te osebe je že vpisana, zato je ni mogoče izpustiti.
    .next = Popravite njeno prisotnost.
rule-reason-missing = Razlog manjka.
    .next = Vpišite kratek razlog; ostal bo viden v zgodovini.
rule-session-cancelled = Srečanje je odpadlo, zato prisotnosti ni mogoče vpisati.
    .next = Če je vendarle bilo, v urniku prekličite odpoved.
rule-minutes-impossible = Toliko minut ni mogoče.
    .next = Minute vpišite samo prisotnim, od 0 do 720.
rule-participation-impossible = Sodelovanje se oceni od 0 do 3.
    .next = Vpišite eno od teh števil ali pustite polje prazno.
rule-sheet-code-wrong = Šifra lista ni pravilna.
    .next = Primerjajte jo z listom, znak za znakom, in jo vpišite znova.
rule-sheet-code-unknown = Srečanja s to šifro v tem trezorju ni.
    .next = Preverite, ali je list iz vaše enote.
rule-note-too-long = Besedilo je predolgo.
    .next = Skrajšajte ga na največ { $most } znakov.
rule-note-format = Zapis nima polj izbrane oblike.
    .next = Izberite obliko zapisa znova.
rule-not-signed-yet = Dopolniti je mogoče samo podpisan zapis.
    .next = Nepodpisani zapis preprosto popravite.
rule-not-the-author = Zapis lahko podpiše samo oseba, ki ga je napisala.
    .next = Prosite jo, naj ga podpiše, ali napišite svojega.
rule-note-empty = Praznega zapisa ni mogoče podpisati.
    .next = Najprej napišite besedilo.

# Seznam srečanj
sessions-title = Srečanja
sessions-filter-today = Danes
sessions-filter-week = Ta teden
sessions-filter-not-keyed = Natisnjena, ne vpisana
sessions-filter-unsigned = Nepodpisana
sessions-filter-drafted = Osnutki
session-expected =
    { $count ->
        [one] { $count } oseba na seznamu
        [two] { $count } osebi na seznamu
        [few] { $count } osebe na seznamu
       *[other] { $count } oseb na seznamu
    }
sessions-count =
    { $count ->
        [one] { $count } srečanje
        [two] { $count } srečanji
        [few] { $count } srečanja
       *[other] { $count } srečanj
    }, vpisanih { $held }
sessions-code = Šifra lista
sessions-code-example = npr. 7K4-Q2M
sessions-to-schedule = Odpri urnik
sessions-column-day = Dan
sessions-column-time = Čas
sessions-column-activity = Dejavnost
sessions-column-who = Skupina ali oseba
sessions-column-room = Prostor
sessions-column-leader = Vodi
sessions-column-state = Stanje
sessions-column-notes = Zapisi
sessions-column-code = Šifra
sessions-unsigned =
    { $count ->
        [one] { $count } nepodpisan
        [two] { $count } nepodpisana
        [few] { $count } nepodpisani
       *[other] { $count } nepodpisanih
    }
sessions-empty-today = Danes ni načrtovanih srečanj.
    .next = Srečanja načrtujete v urniku; list iz prejšnjih dni odprete s šifro.
sessions-empty-week = Ta teden ni načrtovanih srečanj.
    .next = Srečanja načrtujete v urniku.
sessions-empty-not-keyed = Vsi natisnjeni listi so vpisani.
    .next = Ko list natisnete, bo tu čakal na vpis.
sessions-empty-unsigned = Noben zapis ne čaka na podpis.
    .next = Nepodpisani zapisi se bodo pokazali tu.
sessions-empty-drafted = Osnutkov ni.
    .next = Če se program med pisanjem zaklene, vas osnutek počaka tu.

# Urnik
schedule-title = Urnik
schedule-week = Teden na koledarju
schedule-empty = V tem tednu ni načrtovanih srečanj. Novo načrtujete s tipkama Ctrl+N.
schedule-programme = Program
schedule-all-programmes = Vsi programi
schedule-previous = Prejšnji teden (Alt+Page Up)
schedule-next = Naslednji teden (Alt+Page Down)
schedule-today = Danes
schedule-plan = Načrtuj srečanje
schedule-open = Odpri srečanje
schedule-change = Premakni ali uredi …
schedule-cancel = Odpovej srečanje …
schedule-cancel-why = Razlog odpovedi
schedule-cancel-yes = Odpovej srečanje
schedule-cancel-no = Ne odpovej
schedule-restore = Prekliči odpoved
schedule-cancelled = Srečanje je odpovedano.
schedule-restored = Odpoved je preklicana, srečanje je spet načrtovano.
schedule-saved = Urnik je shranjen.
schedule-moved = Srečanje je prestavljeno na { $day } ob { $time }.
schedule-recorded =
    { $count ->
        [one] Vpisana je prisotnost { $count } osebe.
        [two] Vpisana je prisotnost { $count } oseb.
        [few] Vpisana je prisotnost { $count } oseb.
       *[other] Vpisana je prisotnost { $count } oseb.
    }
schedule-printed =
    { $count ->
        [one] List je natisnjen { $count }-krat.
        [two] List je natisnjen { $count }-krat.
        [few] List je natisnjen { $count }-krat.
       *[other] List je natisnjen { $count }-krat.
    }

# Načrt srečanja
plan-title-new = Novo srečanje
plan-title-change = Premik ali ureditev srečanja
plan-activity = Dejavnost
plan-activity-missing = Izberite dejavnost.
plan-group = Skupina
plan-group-none = izberite skupino
plan-group-missing = Izberite skupino; novo ustanovite v razdelku Skupine.
plan-person = Oseba
plan-person-missing = Poiščite in izberite osebo.
plan-day = Dan
plan-day-missing = Vpišite dan.
plan-time = Ura in trajanje
plan-minutes = minut
plan-time-missing = Vpišite uro in trajanje od 1 do { $most } minut.
plan-room = Prostor
plan-leader = Vodi
plan-leader-missing = Izberite, kdo vodi.
plan-co-leader = Soizvaja
plan-co-leader-none = nihče
plan-weeks = Tednov zapored
    .help = 1 pomeni samo to srečanje, 12 pa ob isti uri dvanajst tednov zapored.
plan-weeks-wrong = Vpišite število od 1 do { $most }.
plan-clashes = Preverite, preden shranite ({ $count }):
plan-clash-leader = { $when }: { $what } – isti izvajalec
plan-clash-co-leader = { $when }: { $what } – isti soizvajalec
plan-clash-apart = { $when }: { $who } – osebi je treba držati narazen
plan-reason = Zakaj vseeno
    .help = Razlog ostane pri srečanju, v dnevniku obdelave pa, kdo je tako odločil.
plan-reason-missing = Napišite razlog, vsaj { $least } znakov.
plan-clash-room = { $when }: { $what } – isti prostor
plan-clash-group = { $when }: { $what } – ista skupina
plan-clash-person = { $when }: { $what } – ista oseba naj bi bila na obeh
plan-clashes-more = in še { $count }
plan-save-new = Načrtuj
    .anyway = Vseeno načrtuj
plan-save-change = Shrani spremembo
    .anyway = Vseeno shrani

# Skupine
groups-title = Skupine
groups-day = Stanje na dan
groups-empty = Na ta dan ni nobene skupine. Ustanovite prvo ali izberite drug dan.
groups-line =
    { $name } · { $count ->
        [one] { $count } član/-ica
        [two] { $count } člana/-ici
        [few] { $count } člani/-ice
       *[other] { $count } članov/-ic
    }
groups-members = { $name }: člani na dan { $day }
groups-nobody = Skupina na ta dan nima članov. Dodajte jih spodaj.
groups-since = od { $day }
groups-join-who = Dodaj člana ali članico
groups-join-from = Dodaj člana ali članico od { $day }
groups-joined = { $name }: v skupini od { $day }.
groups-leave = Končaj
groups-leave-who = Končaj članstvo: { $name }
groups-leave-from = Od { $day } oseba ni več v skupini; prejšnja srečanja ostanejo.
groups-left = { $name }: od { $day } ni več v skupini.
groups-new = Nova skupina …
groups-name = Ime skupine
groups-name-missing = Vpišite ime skupine.
groups-from = Od dneva
groups-open = Ustanovi skupino
groups-opened = Skupina je ustanovljena. Dodajte ji člane.

# Pravila urnika
rule-session-day-impossible = Tega dne ni mogoče izbrati.
    .next = Vpišite dan med letoma 2000 in 2099.
rule-session-time-impossible = Te ure ni mogoče izbrati.
    .next = Vpišite uro od 0.00 do 23.59.
rule-session-length = Srečanje lahko traja od 1 do { $most } minut.
    .next = Popravite trajanje.
rule-too-many-weeks = Ponovitev je preveč.
    .next = Vpišite največ { $most }.
rule-session-recorded = Srečanje je že vpisano, zato ga ni mogoče premakniti ali odpovedati.
    .next = Odprite srečanje in popravite prisotnost.
rule-not-a-member = Te osebe na ta dan ni v skupini.
    .next = Preverite, na kateri dan gledate seznam skupine.
rule-group-not-for-status = Skupina ni za osebe s tem pravnim statusom.
    .next = Izberite drugo skupino ali preverite pravni status osebe na ta dan.
