# Papirji: lista prisotnosti, zapisnik, potrdilo, vprašalnik, izpis mape; dnevnik natisov.

# Lista prisotnosti.
paper-list-title = Lista prisotnosti
paper-list-period = Obdobje
paper-list-activity = Dejavnost
paper-list-leader = Vodi
paper-list-sessions = Število srečanj
paper-list-attendance = Prisotnost po srečanjih
paper-list-part = Prisotnost po srečanjih, { $part }. od { $parts } delov
paper-list-sums = Seštevek
paper-list-number = št.
paper-list-person = priimek in ime
paper-list-code = šifra
paper-list-expected = srečanj
paper-list-attended = prisotnosti
paper-list-excused = opravičene odsotnosti
paper-list-unexcused = neopravičene odsotnosti
paper-list-share = delež
paper-list-minutes = minute
paper-list-mark-present = +
paper-list-mark-late = z
paper-list-mark-left = o
paper-list-mark-excused = op
paper-list-mark-unexcused = ne
paper-list-legend = + prisotnost · z zamuda · o predčasen odhod · op opravičena odsotnost · ne neopravičena odsotnost · – ni bilo v skupini · prazno: ni vpisano
paper-list-share-defined = Delež: prisotnosti med vpisanimi srečanji; sodišče, premestitev in varnostni razlog se ne štejejo. Minute so dejanske minute prisotnosti. Odpadlih srečanj na listi ni.
paper-list-signed = vodja skupine: podpis
paper-list-day = kraj in datum

# Zapisnik.
paper-minutes-title = Zapisnik srečanja
paper-minutes-when = Čas
paper-minutes-where = Prostor
paper-minutes-present = Prisotnih
paper-minutes-present-of = { $count } od { $all }
paper-minutes-theme = Tema
paper-minutes-leader = vodja srečanja: podpis
paper-minutes-recorder = zapisnikar/-ka: podpis
paper-minutes-signed = V programu podpisano: { $by }, { $at }

# Potrdilo; besede ne povejo, kje in zakaj.
paper-certificate-title = Potrdilo o udeležbi
paper-certificate-that = Potrjujemo, da je
paper-certificate-took-part = { $sex ->
    [f] sodelovala v programu
   *[m] sodeloval v programu
}
paper-certificate-period = od { $first } do { $last }
paper-certificate-period-hours = od { $first } do { $last } v obsegu { $hours ->
    [one] { $hours } ure
   *[other] { $hours } ur
}
paper-certificate-place = { $place }, { $day }
paper-certificate-blank = Kraj: ______________________
paper-certificate-signed = podpis

# Vprašalnik na papirju.
paper-form-who = { $name } ({ $code }), datum:
paper-form-numbers = Na tem listu so samo številke vprašanj, ker licenca ne dovoljuje natisa besedila. Vprašanja so na izvirnem obrazcu.
paper-form-version = { $name }, različica opredelitve { $version }.

# Izpis mape.
paper-file-title = Izpis mape
paper-file-shared = Skupni zapisi skupinskih srečanj
paper-file-holds = Izpis je za strokovno delo z osebo. Izvirni zapisi stojijo ob popravkih in dopolnitvah; nepodpisano je označeno. Od zaprtih zapisov je navedeno le, da obstajajo.
paper-file-masked = Imena drugih oseb so prekrita.
paper-access-table-corrected = Popravki prisotnosti
paper-access-column-corrected = Popravljeno
paper-access-column-reason = Razlog

# Zavrnitve.
rule-list-period = Obdobje ni mogoče.
    .next = Zadnji dan ne more biti pred prvim, obdobje pa ne daljše od enega leta.
rule-minutes-unsigned = Zapisnika še ni mogoče natisniti.
    .next = Na papir gre samo podpisan skupni zapis srečanja. Zapis dokončajte in ga podpišite.
rule-certificate-wording = Besedilo potrdila manjka ali je predolgo.
    .next = Vpišite največ { $most } znakov.
rule-certificate-telling = Beseda »{ $word }« ne sme stati na potrdilu.
    .next = Potrdilo gre v roke drugim, zato ne sme povedati, kje je oseba bila in zakaj. Izberite nevtralno besedilo, na primer »program osebnega razvoja in socialnih veščin«.
rule-certificate-nobody = Nihče ni izbran.
    .next = Izberite vsaj eno osebo.
rule-certificate-hours = V tem obdobju ni vpisane niti ene ure udeležbe.
    .next = Preverite obdobje ali vnesite prisotnost. Potrdilo je mogoče natisniti tudi brez ur.
rule-form-not-allowed = Obrazca { $name } ni dovoljeno natisniti.
    .next = Licenca dovoljuje samo vpis točk z izvirnega obrazca.
rule-file-nothing = Izpis je prazen.
    .next = Izberite vsaj en del mape.

# Dnevnik obdelave.
audit-action-attendance-list-show = Predogled liste prisotnosti
audit-action-attendance-list-print = Natis liste prisotnosti
audit-action-attendance-list-pdf = Lista prisotnosti shranjena kot PDF
audit-action-minutes-show = Predogled zapisnika
audit-action-minutes-print = Natis zapisnika
audit-action-minutes-pdf = Zapisnik shranjen kot PDF
audit-action-certificate-show = Predogled potrdila o udeležbi
audit-action-certificate-print = Natis potrdila o udeležbi
audit-action-certificate-pdf = Potrdilo o udeležbi shranjeno kot PDF
audit-action-form-show = Predogled vprašalnika za papir
audit-action-form-print = Natis vprašalnika
audit-action-form-pdf = Vprašalnik shranjen kot PDF
audit-action-file-show = Predogled izpisa mape
audit-action-file-print = Natis izpisa mape
audit-action-file-pdf = Izpis mape shranjen kot PDF

# Okna, v katerih se papir izbere.
paper-preview = Predogled
paper-period = Obdobje
paper-period-first = prvi dan
paper-period-last = zadnji dan
paper-form-title = Vprašalnik
groups-list = Lista prisotnosti
groups-list-of = Lista prisotnosti: { $name }
groups-certificates = Potrdila o udeležbi
groups-certificates-of = Potrdila o udeležbi: { $name }
certificate-wording = V kakšnem programu
    .help = Nevtralno besedilo, s katerim se oseba strinja.
certificate-wording-usual = program osebnega razvoja in socialnih veščin
certificate-programme = Šteje udeležba v
certificate-place = Kraj
    .help = Lahko ostane prazno in se vpiše z roko.
certificate-people = Za koga
certificate-people-none = Izberite vsaj eno osebo.
certificate-with-hours = Navedi število ur (iz vpisane prisotnosti)
certificate-with-funder = Na vrhu navedi, kdo program financira
certificate-why = Potrdilo ne pove, kje je oseba bila in zakaj: program, operacija in zavod niso imenovani.
certificate-nobody-yet = Nihče še nima vpisane prisotnosti v tej skupini.
    .next = Vnesite prisotnost s srečanj, potem bo potrdila mogoče natisniti.
certificate-never-in = Oseba še ni bila v nobenem programu.
    .next = Potrdilo je mogoče natisniti po vključitvi.
person-papers = Natisni
person-paper-file = Izpis mape
    .why = Izberite, kaj naj bo na papirju. Imena drugih oseb so prekrita.
person-paper-certificate = Potrdilo o udeležbi
instrument-on-paper = Na papir
session-paper-sheet = List srečanja

# Dnevnik natisov.
settings-prints = Natisi
prints-title = Kaj je šlo na papir ali v datoteko
prints-why-own = Vaši natisi in shranjene datoteke, najnovejši zgoraj. Pozabljen list na hodniku je razkrit podatek: izvode preštejte in odvečne uničite.
prints-why-all = Natisi in shranjene datoteke cele enote, najnovejši zgoraj. Pozabljen list na hodniku je razkrit podatek: izvode preštejte in odvečne uničite.
prints-none = Ničesar še ni bilo natisnjenega.
prints-none-next = Vsak natis se tu zapiše sam.
prints-at = Kdaj
prints-what = Kaj
prints-who = Kdo
prints-about = O kom
prints-people = { $count ->
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
}
prints-waiting = { $count ->
    [one] { $count } natisnjen list še ni vnesen.
    [two] { $count } natisnjena lista še nista vnesena.
    [few] { $count } natisnjeni listi še niso vneseni.
   *[other] { $count } natisnjenih listov še ni vnesenih.
}
prints-waiting-open = Pokaži seznam

# Vnos z natisnjenega lista.
session-since-print = Po natisu lista: { $told }.
session-since-gone = ni več na seznamu { $people }
session-since-later = dodano { $people }

# Združevanje oseb, ki se ne smejo srečati, in mesta v skupini.
apart-meet = { $name } se ne sme srečati z vsemi, ki so tu.
    .why = Držati narazen: { $others }. Če osebo vseeno dodate, urnik na to opozori tudi pri vsakem srečanju.
    .yes = Vseeno dodaj
groups-places = Število mest
groups-places-of = Število mest: { $name }
groups-places-saved = Število mest je shranjeno.

# Teden iz predloge programa.
template-week = Tedenski načrt iz predloge
template-week-why = Predloga doda skupine in ponavljanja, ki jih v urniku še ni. Srečanja nastanejo v Urniku pod »Ponavljanje«, ko pregledate predogled; prostore in izvajalce uredite pozneje.
template-week-leader = Vodi
template-week-first = Od dne
template-week-offer = Tedenski načrt …
template-week-offer-named = Tedenski načrt iz predloge: { $programme }
template-week-runs = Vse iz predloge je že v urniku.
template-week-meetings = { $count ->
    [one] { $count } srečanje s temo
    [two] { $count } srečanji s temami
    [few] { $count } srečanja s temami
   *[other] { $count } srečanj s temami
}
template-week-begun = Urnik ima { $count ->
    [one] { $count } novo ponavljanje
    [two] { $count } novi ponavljanji
    [few] { $count } nova ponavljanja
   *[other] { $count } novih ponavljanj
} iz predloge. Srečanja pripravite v Urniku pod »Ponavljanje«.
