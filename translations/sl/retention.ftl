# Hramba: roki, predlogi, potrditev druge osebe
settings-retention = Hramba
retention-terms = Roki hrambe
retention-terms-why = Rok teče od zadnjega izstopa. Predlagane vrednosti potrdi upravljavec podatkov; dokler je kdo vključen v program, se njegov spis hrani.
retention-class-esf = Operacija ESS+
    .why = Uredba (EU) 2021/1060, člen 82: pet let od konca leta zadnjega plačila; šteje se od konca leta, v katerem se operacija konča.
retention-class-counselling = Svetovanje in programi brez ESS+
    .why = Akt izvajalca; predlagano je pet let po izstopu.
retention-class-applicant = Oseba, ki ni vstopila v program
    .why = Predlagano je eno leto po zadnjem vpisu.
retention-years =
    { $count ->
        [one] { $count } leto
        [two] { $count } leti
        [few] { $count } leta
       *[other] { $count } let
    }
retention-kept = Rok je shranjen.
retention-due = Rok hrambe je potekel
retention-due-why = Za vsak spis predlagajte izbris ali anonimizacijo. Potrditi mora druga oseba, vodja ali skrbnik, s svojim geslom.
retention-due-none = Nobenemu spisu rok še ni potekel.
    .next = Ko poteče, bo spis tu.
retention-person = Spis
retention-class = Razred
retention-last = Zadnji izstop
retention-since = Rok potekel
retention-erase = Predlagaj izbris …
retention-anonymise = Predlagaj anonimizacijo …
retention-kind-erase = izbris
retention-kind-anonymise = anonimizacija
retention-ask-erase = Predlagate izbris tega spisa?
    .why = Izbrišejo se osebni podatki, vključitve, prisotnost, zapisi, osnutki in vse prejšnje vrednosti; številke v poročilih se zmanjšajo. Od podpisanih zapisov ostanejo le kontrolne vsote, v dnevniku obdelave le šifre.
retention-ask-anonymise = Predlagate anonimizacijo tega spisa?
    .why = Ime, dan in mesec rojstva, šifra in vsa besedila se izbrišejo; dejstva (vključitve, prisotnost, pravni statusi) ostanejo brez imena, zato ostanejo številke v poročilih enake.
retention-proposed = Predlog čaka na drugo osebo.
retention-waiting = Čaka na drugo osebo
retention-waiting-why = Kdor je predlagal, svojega predloga ne more potrditi. Potrdi vodja ali skrbnik s svojim geslom.
retention-waiting-line = { $kind }: { $who }. { $by } je predlagal/-a { $at }.
retention-confirm = Potrdi in izvedi …
retention-withdraw = Umakni predlog
retention-withdrawn = Predlog je umaknjen.
retention-confirm-ask-erase = Izbrišete spis { $who } za vedno?
retention-confirm-ask-anonymise = Anonimizirate spis { $who } za vedno?
retention-confirm-why = Trezor se prepiše v novo datoteko brez teh podatkov, kopije prejšnjih dni na tem disku pa se nadomestijo z novo. Kopij na ključih USB, natisnjenih listov in že oddanih svežnjev program ne doseže. Besedil v zapisih o drugih osebah ne spreminja. Tega ni mogoče razveljaviti.
retention-working = Trezor se prepisuje …
retention-done-erase = Spis je izbrisan, kopije so nove.
retention-done-anonymise = Spis je anonimiziran, kopije so nove.
retention-renewal = Starejše kopije na tem disku še vsebujejo izbrisane podatke.
retention-renew = Nadomesti kopije
retention-renewed = Kopije so nadomeščene.
retention-history = Doslej opravljeno
retention-history-line = { $at } · { $kind } · { $class }
today-erasures =
    { $count ->
        [one] { $count } predlog izbrisa čaka na vašo potrditev
        [two] { $count } predloga izbrisa čakata na vašo potrditev
        [few] { $count } predlogi izbrisa čakajo na vašo potrditev
       *[other] { $count } predlogov izbrisa čaka na vašo potrditev
    }
rule-retention-years = Rok je lahko od { $least } do { $most } let.
    .next = Izberite drugo število let.
rule-erasure-not-due = Temu spisu rok hrambe še ni potekel.
    .next = Preverite zadnji izstop in rok.
rule-erasure-proposed = Za ta spis predlog že čaka na drugo osebo.
    .next = Potrdite ali umaknite obstoječi predlog.
rule-erasure-unsigned = O tej osebi je še nepodpisan zapis.
    .next = Avtor naj ga podpiše ali odstrani, nato predlagajte znova.
rule-erasure-settled = O tem predlogu je že odločeno.
    .next = Osvežite seznam.
rule-erasure-not-yours = Predlog lahko umakne, kdor ga je dal, ali kdor sme potrjevati.
    .next = Obrnite se na vodjo enote.
rule-erasure-second-person = Potrditi mora druga oseba.
    .next = Naj se prijavi vodja ali skrbnik, ki predloga ni dal.
# Izpis vseh podatkov
access-record = Izpis vseh podatkov …
paper-access-title = Izpis vseh podatkov o osebi
paper-access-holds = Izpis obsega vse, kar enota hrani o vas: osebne podatke, pravne statuse, vključitve, faze, skupine, srečanja s prisotnostjo, zapise, natise, posredovanja in vpoglede v spis.
paper-access-masked = Imena drugih oseb so zakrita ([druga oseba]), zaposleni so navedeni s šifro in vlogo. Pred izročitvijo je izpis pregledal vodja.
paper-access-closed = Zaprti psihoterapevtski zapisi so le navedeni; o vpogledu v njihovo besedilo odloča avtor.
paper-access-rights = Če kaj ne drži, lahko zahtevate popravek ali dopolnitev; obrnete se lahko tudi na Informacijskega pooblaščenca.
paper-access-unit = Enota
paper-access-code = Šifra
paper-access-born = Datum rojstva
paper-access-sex = Spol
paper-access-kind = Vrsta osebe
paper-access-region = Regija
paper-access-source = Vir podatkov
    .value = Spis odprl/-a { $by } { $day }; podatke vpisujejo delavci enote.
paper-access-source-unknown = Podatke vpisujejo delavci enote.
paper-access-somebody = delavec/-ka enote
paper-access-other = druga oseba
paper-access-stays = Statusi, vključitve in skupine
paper-access-sessions = Srečanja
paper-access-given = Komu so bili podatki dani
paper-access-looks = Kdo je podatke obdeloval
paper-access-changes = Popravki
paper-access-notes = Zapisi
paper-access-shared =
    { $count ->
        [0] Skupnih zapisov srečanj, na katerih ste bili, ni.
        [one] O srečanjih, na katerih ste bili, je še { $count } skupni zapis; ta ne imenuje udeležencev in ni del izpisa.
        [two] O srečanjih, na katerih ste bili, sta še { $count } skupna zapisa; ta ne imenujeta udeležencev in nista del izpisa.
        [few] O srečanjih, na katerih ste bili, so še { $count } skupni zapisi; ti ne imenujejo udeležencev in niso del izpisa.
       *[other] O srečanjih, na katerih ste bili, je še { $count } skupnih zapisov; ti ne imenujejo udeležencev in niso del izpisa.
    }
paper-access-note = { $day } · { $activity } · { $kind } · { $by }
paper-access-note-signed = podpisan { $day }
paper-access-note-unsigned = ni podpisan
paper-access-note-closed = zaprt zapis; o vpogledu odloča avtor
paper-access-pseudonym = psevdonimizirani podatki (raven B: brez imena, datuma rojstva in besedil)
paper-access-sheet = list srečanja { $day }
paper-access-table-statuses = Pravni statusi
paper-access-table-participations = Udeležba v operacijah
paper-access-table-episodes = Vključitve v programe
paper-access-table-phases = Faze
paper-access-table-groups = Članstva v skupinah
paper-access-table-sessions = Srečanja in prisotnost
paper-access-table-exports = Posredovanja
paper-access-table-prints = Natisi, na katerih ste navedeni
paper-access-table-looks = Vpogledi, vpisi in izpisi po dnevih
paper-access-table-changes = Prejšnje vrednosti
paper-access-column-what = Kaj
paper-access-column-from = Od
paper-access-column-to = Do
paper-access-column-remark = Opomba
paper-access-column-day = Dan
paper-access-column-hour = Ura
paper-access-column-activity = Dejavnost
paper-access-column-attendance = Prisotnost
paper-access-column-minutes = Minute
paper-access-column-participation = Sodelovanje
paper-access-column-leader = Vodi
paper-access-column-recipient = Prejemnik
paper-access-column-content = Vsebina
paper-access-column-document = Dokument
paper-access-column-by = Kdo
paper-access-column-deed = Dejanje
paper-access-column-times = Št.
paper-access-column-field = Polje
paper-access-column-before = Prej
