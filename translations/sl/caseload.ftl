### V čigavi skrbi je kdo: obseg računa, nosilci primera, dostop v sili, predaja skrbi.

# Obseg
account-scope = Obseg
    .hint = Osebe v lastni skrbi so tiste, katerim je nosilec ali nosilka primera, člani njegovih skupin in osebe z njegovih srečanj.
scope-own = osebe v lastni skrbi
scope-unit = vsa enota
error-out-of-scope = Ta oseba ali srečanje ni v vaši skrbi.
    .next = Če je nujno, dokumentacijo odprite v sili na strani »Udeleženci«; sicer prosite vodjo, naj vam osebo dodeli.
error-passphrase-due = Najprej določite svoje geslo.
    .next = Zaklenite program in se znova prijavite; program vas bo vprašal za novo geslo.
rule-scope-not-for-role = Tega obsega ta vloga ne more imeti.
    .next = Izberite drug obseg ali drugo vlogo.
rule-person-known-elsewhere = Dokumentacija te osebe v enoti že obstaja, oseba pa ni v vaši skrbi.
    .next = Prosite vodjo, naj vam osebo dodeli.

# Računi
account-role-change = Spremeni vlogo …
account-role-ask = Vloga računa { $login }
account-role-changed = Vloga je spremenjena. Velja od naslednje prijave.
account-disable = Onemogoči
account-enable = Omogoči
account-disable-ask = Ali želite onemogočiti račun { $login }?
    .why = Oseba se s tem računom ne bo mogla več prijaviti. Ključ računa ostane v trezorju, dokler računa ne odstranite; račun lahko kadar koli znova omogočite.
account-was-disabled = Račun je onemogočen.
account-was-enabled = Račun je znova omogočen.
account-disabled-on = onemogočen { $day }
rule-account-removed = Ta račun je odstranjen, njegovega ključa v trezorju ni več.
    .next = Izberite drug račun ali dodajte novega.

# Nosilec primera
people-mine = Moje osebe
    .help = Samo osebe v vaši skrbi
key-worker = Nosilec ali nosilka primera
key-worker-ask = Nosilec primera …
key-worker-change = Nosilec ali nosilka primera
key-worker-since = Od dne
key-worker-nobody = nihče
key-worker-saved = Kdo nosi primer, je zdaj vpisano.
key-worker-head = primer nosi { $name }
rule-key-worker-account = Ta oseba nima odprtega računa, s katerim bi pisala zapise.
    .next = Izberite drugo osebo.

# Dostop v sili
emergency-ask = Odpri v sili …
emergency-title = Odprite dokumentacijo osebe, ki ni v vaši skrbi
emergency-why = Odprta bo { $minutes } minut. Odprtje, razlog in vse, kar boste pogledali, se vpiše v dnevnik obdelave; vodja bo dostop pregledal.
emergency-who = Šifra ali celotno ime
    .hint = Natanko tako, kot je vpisano.
emergency-reason = Razlog
    .hint = Vsaj 10 znakov. Brez podatkov, ki za razlog niso potrebni.
emergency-open = Odpri v sili
emergency-band = Dokumentacija osebe { $code } je odprta v sili, še { $minutes ->
        [one] { $minutes } minuto
        [two] { $minutes } minuti
        [few] { $minutes } minute
       *[other] { $minutes } minut
    }. Vsak vpogled se beleži.
emergency-end = Končaj
    .of = Končaj dostop v sili do osebe { $code }
finding-beyond = Oseba { $code } ni v vaši skrbi
rule-emergency-reason = Razlog je prekratek: napišite vsaj { $least } znakov.
    .next = Povejte, kaj se je zgodilo in zakaj dokumentacijo potrebujete zdaj.
rule-emergency-not-needed = Te osebe vam ni treba odpirati v sili.
    .next = Odprete jo lahko na strani »Udeleženci«.
rule-emergency-nobody = Take osebe zunaj vaše skrbi ni.
    .next = Preverite šifro ali ime; če je oseba v vaši skrbi, jo odprite na strani »Udeleženci«.
rule-emergency-many = Tako ime ima več oseb: { $codes }.
    .next = Vpišite šifro prave.
rule-emergency-ended = Ta dostop v sili je že končan.
    .next = Ni treba storiti ničesar.

# Pregled dostopov v sili
settings-emergencies = Dostop v sili
emergencies-why = Kdo je odprl dokumentacijo osebe, ki ni v njegovi skrbi, zakaj in kaj je pogledal. Osebe so navedene s šifro. Pregleda jih vodja, nadzor jih lahko bere.
emergency-none = Dokumentacije ni v sili odprl še nihče.
emergency-opened = Odprto
emergency-worker = Kdo
emergency-code = Oseba
emergency-state = Stanje
emergency-state-open = še odprto
emergency-state-waiting = čaka na pregled
emergency-state-reviewed = pregledano
emergency-chosen = Izbrani dostop
emergency-because = Razlog: { $reason }
emergency-lasted = Končano: { $end }
emergency-remark = Ugotovitev ob pregledu
emergency-reviewed = Pregledano
emergency-review-by = Pregled: { $who }, { $moment }
emergency-review-remark = Ugotovitev: { $remark }
emergency-was-reviewed = Pregled je zabeležen.
rule-emergency-remark = Ugotovitev manjka.
    .next = Napišite, ali je bil dostop utemeljen.
rule-emergency-open = Ta dostop še ni končan.
    .next = Počakajte, da se konča; traja največ eno uro.
rule-emergency-reviewed = Ta dostop je že pregledan.
    .next = Ni treba storiti ničesar.
rule-emergency-own = Svojega dostopa ne morete pregledati sami.
    .next = Pregleda naj ga druga oseba z vlogo vodje.
today-emergencies = { $count ->
        [one] { $count } dostop v sili čaka na pregled
        [two] { $count } dostopa v sili čakata na pregled
        [few] { $count } dostopi v sili čakajo na pregled
       *[other] { $count } dostopov v sili čaka na pregled
    }

# Predaja skrbi
hand-over-button = Predaj skrb …
hand-over-title = Predaja skrbi: { $name }
hand-over-why = Osebe, skupine in načrtovana srečanja od danes naprej. Izberite posamezne vrstice ali vse; del lahko predate eni osebi, ostalo drugi.
hand-over-kind = Vrsta
hand-over-what = Kaj
hand-over-when = Kdaj
handed-case = oseba
handed-group = skupina
handed-meeting = srečanje
hand-over-none = V skrbi te osebe ni ničesar.
hand-over-all = Izberi vse
hand-over-to = Prevzame
hand-over-choose = Izberite, kdo prevzame.
hand-over-give = Predaj izbrano
hand-over-done = { $count ->
        [one] Predana je { $count } vrstica.
        [two] Predani sta { $count } vrstici.
        [few] Predane so { $count } vrstice.
       *[other] Predanih je { $count } vrstic.
    }
rule-successor-account = Ta oseba nima odprtega računa, s katerim bi pisala zapise.
    .next = Izberite drugo osebo.
rule-nothing-chosen = Nič ni izbrano.
    .next = Izberite vrstice, ki jih želite predati, ali »Izberi vse«.
may-hand-over = predaja skrb drugemu
may-see-emergencies = vidi dostope v sili
may-review-emergencies = pregleduje dostope v sili

# Dnevnik obdelave
audit-action-account-disable = Račun onemogočen
audit-action-account-enable = Račun znova omogočen
audit-action-emergency-open = Dokumentacija odprta v sili
audit-action-emergency-end = Dostop v sili končan
audit-action-emergency-review = Dostop v sili pregledan
audit-action-caseload-hand-over = Skrb predana
audit-thing-key-worker = nosilec primera
audit-thing-emergency-access = dostop v sili
