### Danes, udeleženci in njihove kartoteke.

# Šifranti
legal-status-remand =
    { $sex ->
        [f] pripornica
       *[m] pripornik
    }
legal-status-sentenced =
    { $sex ->
        [f] obsojenka
       *[m] obsojenec
    }
legal-status-juvenile-prison = mladoletniški zapor
legal-status-juvenile-home =
    { $sex ->
        [f] mladoletnica
       *[m] mladoletnik
    } v prevzgojnem domu
legal-status-substitute = nadomestni zapor
legal-status-coercive = uklonilni zapor
legal-status-released =
    { $sex ->
        [f] odpuščena
       *[m] odpuščen
    }
person-kind-custody = zaprta oseba
person-kind-child = otrok
person-kind-relative = svojec
person-kind-external =
    { $sex ->
        [f] zunanja udeleženka
       *[m] zunanji udeleženec
    }
sex-f = ženski
sex-m = moški
sex-n = nebinarni
exit-code-z1 =
    { $sex ->
        [f] zaključila
       *[m] zaključil
    } program
exit-code-z2 =
    { $sex ->
        [f] zaključila fazo in prešla
       *[m] zaključil fazo in prešel
    } v nadaljevalni program
exit-code-n1 = odpust ali pogojni odpust pred zaključkom
exit-code-n2 = premestitev v drug zavod ali oddelek
exit-code-n3 = prekinitev kazni, konec pripora, pravnomočnost
exit-code-n4 = zdravstveni razlog
exit-code-n5 = smrt
exit-code-n6 = program ukinjen, organizacijski razlog
exit-code-d1 = lastna odločitev: izguba motivacije
exit-code-d2 = lastna odločitev: odnosi v skupini
exit-code-d3 = lastna odločitev: drugo ali brez navedbe
exit-code-d4 = neopravičeno neudeleževanje
exit-code-i1 = izključitev: ponovna uporaba drog
exit-code-i2 = izključitev: nasilje ali grožnje
exit-code-i3 = izključitev: druga kršitev temeljnih pravil
exit-code-i4 = ukrep zavoda
exit-code-u = neznano

# Pravila
rule-name-missing = Ime manjka.
    .next = Vpišite ga in poskusite znova.
rule-overlap = To obdobje se prekriva z že vpisanim.
    .next = Preverite datum ali najprej zaključite prejšnje obdobje.
rule-end-before-start = Konec obdobja mora biti po njegovem začetku.
    .next = Preverite datum; biti mora poznejši od začetka prejšnjega obdobja.
rule-birth-date-impossible = Datum rojstva ni mogoč.
    .next = Preverite dan, mesec in leto; datum ne sme biti v prihodnosti.
rule-name-too-long = Ime ali priimek je predolg; dovoljenih je { $most } znakov.
    .next = Skrajšajte ga.
rule-status-before-birth = Pravni status ne more veljati pred rojstvom.
    .next = Popravite datum, od katerega velja.
rule-entry-before-birth = Vključitev ne more biti pred rojstvom.
    .next = Preverite datum vključitve in datum rojstva.
rule-outside-operation = Datum vključitve je zunaj obdobja, v katerem program poteka.
    .next = Preverite datum vključitve.
rule-already-left = Ta vključitev je že zaključena.
    .next = Če se je oseba vrnila, jo vključite znova; kartoteka ostane ista.
rule-same-phase = Oseba je že v tej fazi.
    .next = Izberite drugo fazo.

# Danes
today-title = Danes
today-title-day = Danes, { $weekday }, { $day }
today-sheet-title = List srečanja
today-sessions = Srečanja
today-sessions-count =
    { $count ->
        [one] { $count } srečanje danes
        [two] { $count } srečanji danes
        [few] { $count } srečanja danes
       *[other] { $count } srečanj danes
    }
today-sessions-none = Danes ni srečanj.
    .next = Srečanja načrtujete na strani Urnik.
today-open-schedule = Odpri urnik
today-sheet = List
    .help = Predogled in tiskanje lista srečanja
    .name = List: { $what }
today-open = Odpri
    .name = Odpri: { $what }
today-state-unsigned =
    { $count ->
        [one] { $count } nepodpisan zapis
        [two] { $count } nepodpisana zapisa
        [few] { $count } nepodpisani zapisi
       *[other] { $count } nepodpisanih zapisov
    }
today-state-recorded = vpisano
today-state-printed = list natisnjen
today-state-cancelled = odpadlo
today-waiting = Čaka
today-waiting-none = Nič ne čaka.
today-unsigned =
    { $count ->
        [one] { $count } nepodpisan zapis
        [two] { $count } nepodpisana zapisa
        [few] { $count } nepodpisani zapisi
       *[other] { $count } nepodpisanih zapisov
    }
    .title = Nepodpisani zapisi
today-drafts =
    { $count ->
        [one] { $count } osnutek
        [two] { $count } osnutka
        [few] { $count } osnutki
       *[other] { $count } osnutkov
    }
    .title = Osnutki
today-keying =
    { $count ->
        [one] { $count } natisnjen list ni vpisan
        [two] { $count } natisnjena lista nista vpisana
        [few] { $count } natisnjeni listi niso vpisani
       *[other] { $count } natisnjenih listov ni vpisanih
    }
    .title = Natisnjeni listi, ki niso vpisani
today-oldest = najstarejši { $ago }
today-newest = zadnji { $ago }
today-ago =
    { $days ->
        [0] danes
        [1] včeraj
        [one] pred { $days } dnevom
        [two] pred { $days } dnevoma
        [few] pred { $days } dnevi
       *[other] pred { $days } dnevi
    }
today-alerts = Opozorila
    .title = Opozorila
today-alerts-all = Pokaži vsa opozorila ({ $count })
today-alerts-none = Ni opozoril.
today-alert-risk = označeno je tveganje
today-alert-released =
    { $sex ->
        [f] odpuščena
       *[m] odpuščen
    }, vključitev v program je še odprta
today-alert-no-status = v programu brez vpisanega pravnega statusa
today-state = Stanje
today-backup = Varnostna kopija
today-export = Izvoz
today-never = še nikoli
today-backup-late = Čas je za varnostno kopijo.
today-export-late = Čas je za izvoz osrednjemu uradu.
today-go-backup = Naredi kopijo …
today-go-export = Pripravi izvoz …
today-back = Nazaj na srečanja
today-list-what = Kaj
today-list-who = Kdo
today-list-when = Kdaj
today-list-empty = Nič več ne čaka.
today-draft-other = Obrazec

# Udeleženci
people-title = Udeleženci
people-search = Išči po imenu, šifri ali datumu rojstva
people-in-programme = V programu
    .help = Pokaže samo osebe, ki so danes vključene v program.
people-count =
    { $count ->
        [one] { $count } oseba
        [two] { $count } osebi
        [few] { $count } osebe
       *[other] { $count } oseb
    }
people-list = Seznam udeležencev
people-name = Priimek in ime
people-code = Šifra
people-birth = Rojen/-a
people-status = Pravni status
people-programme = Program
people-programme-phase = { $programme }, faza { $phase }
people-born = { $day } ({ $age ->
        [one] { $age } leto
        [two] { $age } leti
        [few] { $age } leta
       *[other] { $age } let
    })
people-none = Ni zadetkov.
    .next = Preverite črkovanje, izklopite »V programu« ali vpišite novo osebo.
people-new = Vpiši novo osebo
people-open = Odpri kartoteko
people-choose = Izberite osebo na seznamu.
    .next = Tu se pokaže njen povzetek. Tipka Enter odpre kartoteko.

# Nova oseba
people-new-family = &Priimek
people-new-given = &Ime
people-new-birth = &Datum rojstva
people-new-sex = &Spol
people-new-kind = &Vrsta
people-new-status = Pravni s&tatus
people-new-since = Velja &od
people-new-choose = izberite
people-new-save = Vpiši
    .other = To je druga oseba, vpiši
    .help = Vpiše osebo (Enter)
people-new-similar = Morda je že vpisana
people-new-similar-none = Podobne osebe na seznamu ni.
    .next = Ko vpišete ime in datum rojstva, program poišče osebe, ki so morda iste.
people-new-similar-found =
    { $count ->
        [one] Vpisana je že { $count } podobna oseba. Preverite, ali je ista.
        [two] Vpisani sta že { $count } podobni osebi. Preverite, ali je katera ista.
        [few] Vpisane so že { $count } podobne osebe. Preverite, ali je katera ista.
       *[other] Vpisanih je že { $count } podobnih oseb. Preverite, ali je katera ista.
    }
people-new-saved =
    { $sex ->
        [f] Udeleženka je vpisana
       *[m] Udeleženec je vpisan
    } s šifro { $code }.
    .next = Zdaj { $sex ->
        [f] jo
       *[m] ga
    } lahko vključite v program.
people-new-restored = Nadaljujete osnutek. Kar ste vpisali, je ostalo.
people-new-discard = Zavrzi osnutek
people-new-left = Vpis je opuščen.
people-new-keep = Ohrani osnutek

# Polja obrazcev
field-missing = To polje je obvezno.
field-day-wrong = Datum napišite na primer 5. 11. 1984.
field-day-future = Datum je v prihodnosti.
form-save = Shrani

# Kartoteka
person-title = Kartoteka
person-as-of = Stanje na dan
person-as-of-other = Prikazano je stanje na dan { $day }.
    .back = Pokaži današnje
person-no-status = brez pravnega statusa
person-not-in = ni v programu
person-phase-days = { $phase } ({ $days }. dan)
person-tab-timeline = Časovnica
person-tab-enrolments = Vključitve in faze
person-tab-identity = Osebni podatki
person-timeline-status = pravni status: { $status }
person-timeline-entry = vključitev v program { $programme }
person-timeline-exit = izstop iz programa { $programme }: { $reason }
person-timeline-phase = prehod v fazo: { $phase }
person-timeline-attendance = { $activity }: { $status }{ $minutes ->
        [0] { "" }
       *[other] , { $minutes } min
    }
person-timeline-note = { $kind ->
        [addendum] dopolnitev zapisa
        [correction] popravek zapisa
        [moved] zapis, prestavljen k drugi osebi
       *[other] zapis
    }: { $activity }
person-timeline-signed = podpisano
person-timeline-unsigned = ni podpisano
person-filter-all = Vse
person-filter-sessions = Srečanja
person-filter-notes = Zapisi
person-filter-legal = Status in program
person-timeline-search = Išči po časovnici
person-timeline-none = Na časovnici ni dogodkov.
    .next = Status, vključitve, faze, srečanja in zapisi se tu pokažejo sami.
person-timeline-day = Dan
person-timeline-what = Dogodek
person-timeline-state = Zapis
person-summary = Povzetek
person-summary-attendance = Prisotnost
    .value = { $share } % (n = { $count })
    .none = še ni vpisana
person-summary-minutes = Skupaj obravnave
    .value = { $hours } h
person-summary-next = Naslednje srečanje
    .value = { $weekday } { $day } ob { $time }, { $activity }
    .none = ni načrtovano
person-summary-unsigned = Nepodpisani zapisi
person-enrol = Vključi v program
    .again = Vključi znova
person-move = Zapiši prehod v fazo
person-leave = Zapiši izstop iz programa
person-programme = &Program
person-phase = &Faza
person-day-in = Datum &vključitve
person-day-move = &Od dne
person-day-out = &Zadnji dan v programu
person-exit-reason = &Razlog
person-exit-told = Izstop: { $reason }
person-no-programmes = V tej enoti še ni programov.
    .next = Program vklopi vodja enote na strani Nastavitve.
person-enrolments-none = Oseba še ni bila v programu.
    .next = Vključite jo; prva faza se začne z dnem vključitve.
person-episode-open = od { $from }
person-episode-closed = { $from } – { $to }
person-phase-line = { $number }. { $name }
person-status-history = Pravni status skozi čas
person-status-change = Spremeni pravni status
person-status-new = Novi &status
person-status-since = Velja &od
person-status-now = velja
person-status-none = Pravni status še ni vpisan.
person-identity-edit = Popravi podatke
person-identity-family = Priimek
person-identity-given = Ime
person-identity-birth = Datum rojstva
person-identity-sex = Spol
person-identity-kind = Vrsta
person-identity-code = Šifra
person-identity-reload = Pokaži shranjeno
person-saved-status = Pravni status je zapisan.
person-saved-entry = Vključitev je zapisana.
person-saved-phase = Prehod v fazo je zapisan.
person-saved-exit = Izstop je zapisan. Faza in članstva v skupinah tega programa so zaključeni.
person-saved-identity = Podatki so popravljeni; prejšnji so ostali zapisani v zgodovini.

# Iskanje
finding-born = { $code } · { $day }
finding-session = List { $code }: { $activity }
