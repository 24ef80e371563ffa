### Strani izmenjave: vključitev, izvoz, uvoz, pregled enot, poročila.

# Ključ USB in datoteke na njem
stick-list = Ključi USB in mape
stick-none = Ključa USB ni. Vstavite ga in počakajte trenutek; na seznamu se pojavi sam.
stick-again = Osveži
stick-other = Druga mapa …
stick-other-title = Izberite mapo
stick-drive = { $name } · prosto { $size } GB
stick-read-only = zaščiten pred pisanjem
stick-folder = Mapa { $folder }
rule-stick-not-chosen = Ključ USB ali mapa še ni izbrana.
    .next = Izberite ključ na seznamu ali drugo mapo.
rule-file-not-chosen = Datoteka še ni izbrana.
    .next = Izberite datoteko na seznamu.
bundles-list = Prejete pošiljke
bundles-none = Na ključu USB ni prejetih pošiljk.
    .next = Vstavite ključ s pošiljkami (datoteke s končnico .tcb) ali izberite mapo.
bundles-sender = Pošiljatelj
bundles-seq = Št.
bundles-file = Datoteka
bundles-size = Velikost
bundles-kilobytes = { $size } kB
bundles-state = Stanje
bundles-unknown = neznan
bundles-taken = ✓ že prevzeta
bundles-new = nova
digits-field = Številke z lista
digits-missing =
    { $count ->
        [one] Manjka še { $count } števka.
        [two] Manjkata še { $count } števki.
        [few] Manjkajo še { $count } števke.
       *[other] Manjka še { $count } števk.
    }
digits-all = Vpisanih je vseh 30 števk.
digits-why = Številke so prstni odtis ključa. Ker pridejo po drugi poti kot ključ USB, izdajo vsako zamenjano datoteko. Prepišite jih z lista; v datoteki jih ne iščite.
digits-slip-title = Številke ključev
on-stick-done =
    { $count ->
        [one] Uspešno: datoteka { $file } je na ključu in prebrana nazaj.
        [two] Uspešno: datoteki { $file } sta na ključu in prebrani nazaj.
       *[other] Uspešno: datoteke { $file } so na ključu in prebrane nazaj.
    }
on-stick-released =
    { $count ->
        [one] Uspešno: datoteka { $file } je na ključu. Ključ lahko izvlečete.
        [two] Uspešno: datoteki { $file } sta na ključu. Ključ lahko izvlečete.
       *[other] Uspešno: datoteke { $file } so na ključu. Ključ lahko izvlečete.
    }
on-stick-folder = Mapa: { $folder }
on-stick-release = Preden ključ izvlečete, pritisnite »Varno odstrani ključ«.
on-stick-no-release = Če je mapa na ključu USB, ga pred odstranitvijo varno odstranite v operacijskem sistemu.
on-stick-eject = Varno odstrani ključ
sending-step-stick = Ključ USB
sending-step-done = Zapisano in preverjeno
sending-write = Zapiši
sending-done = Zapisano
sending-pulled = Ključ lahko izvlečete

# Kaj gre na ključ v enem koraku
errand-card = Kartica urada na ključ
    .lead = Kartica ni tajna. Novi enoti jo predajte na ključu, list s številkami pa pošljite posebej.
    .hint = Natisnite list s številkami in ga enoti pošljite po drugi poti: po pošti, s sodelavcem ali številke preberite po telefonu.
errand-request = Prošnja za vključitev na ključ
    .lead = Na ključ gresta javna ključa te enote, šifrirana za urad. O udeležencih v datoteki ni ničesar.
    .hint = Natisnite list s številkami enote in ga uradu pošljite po drugi poti. Ključ USB predajte uradu, nato počakajte na njegov seznam.
errand-roster = Seznam za { $unit } na ključ
    .lead = Najnovejši seznam udeležencev izmenjave, šifriran za to enoto.
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi odgovor«.
errand-receipt = Potrdilo za { $unit } na ključ
    .lead = Potrdilo našteje vse uvožene pošiljke te enote; zraven je najnovejši seznam udeležencev izmenjave.
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi odgovor«.

# Stran enote
exchange-title = Izmenjava
exchange-export = Izvoz na ključ …
    .help = Zapiše podatke pod šifro za osrednji urad na ključ USB.
exchange-restored = Trezor je bil obnovljen iz kopije …
exchange-restored-ask = Ali je bil ta trezor obnovljen iz varnostne kopije?
    .why = Začelo se bo novo obdobje pošiljk. Urad bo ob naslednjem izvozu opozorjen in bo vprašal, ali je bila obnovitev resnična. To izberite samo po obnovitvi iz kopije.
    .yes = Začni novo obdobje
exchange-restored-done = Novo obdobje se je začelo. Uradu sporočite, da ste trezor obnovili.
joining-title = Vključitev v izmenjavo
joining-show = Pokaži korake
joining-hide = Skrij korake
joining-summary = Osrednji urad potrjen { $at } · seznam udeležencev izmenjave, različica { $version }
joining-at = opravljeno { $at }
joining-card = Kartica osrednjega urada
    .how = Vstavite ključ USB, ki ga je poslal urad; na njem sta datoteki roster.json in roster.json.minisig.
joining-digits = Številke z lista urada
    .how = Prepišete jih z natisnjenega lista, ki je prišel po drugi poti kot ključ.
joining-request = Prošnja na ključ in list s številkami te enote
    .how = Ključ predate uradu, list s številkami mu pošljete posebej.
joining-roster = Seznam, ki ga vrne urad
    .how = Urad enoto sprejme in vrne seznam udeležencev izmenjave.
joining-ready = Pripravljeni na izvoz
    .how = Odslej konec vsakega meseca izvozite podatke na ključ.
joining-read-card = Preberi kartico …
joining-write = Zapiši prošnjo …
joining-again = Zapiši znova …
joining-print = List s številkami
joining-take = Prevzemi seznam …
card-title = Kartica osrednjega urada
card-step-folder = Kartica
card-step-digits = Številke z lista
card-folder = Kje je kartica urada?
    .lead = Vstavite ključ, ki ga je poslal urad. S ključa se samo bere.
card-read = Preberi kartico
card-digits = Kaj piše na listu urada?
    .lead = Vpišite šest skupin po pet števk z natisnjenega lista urada.
card-confirm = Potrdi urad
outbox-title = Odposlano
outbox-never = Izvoza še ni bilo.
outbox-last =
    { $count ->
        [0] Zadnji izvoz je današnji.
        [one] Zadnji izvoz pred { $count } dnevom.
        [two] Zadnji izvoz pred { $count } dnevoma.
       *[other] Zadnji izvoz pred { $count } dnevi.
    }
outbox-none = Odposlano še ni bilo nič.
    .next = Ob koncu meseca izvozite podatke na ključ USB in ga predajte uradu.
outbox-seq = Št.
outbox-epoch = { $seq } (obd. { $epoch })
outbox-at = Zapisano
outbox-file = Datoteka
outbox-state = Stanje
outbox-receipt = Potrdilo urada
outbox-confirmed = potrjeno { $at }
outbox-waits =
    { $count ->
        [0] čaka od danes
        [one] čaka { $count } dan
        [two] čaka { $count } dneva
        [few] čaka { $count } dni
       *[other] čaka { $count } dni
    }
outbox-overdue =
    { $count ->
        [one] ni ga že { $count } dan
        [two] ni ga že { $count } dneva
       *[other] ni ga že { $count } dni
    }
out-state-planned = pripravljena, ni zapisana
out-state-written = na ključu
out-state-aborted = prekinjena

# Izvoz
export-title = Izvoz za osrednji urad
export-step-what = Kaj gre ven
export-step-whom = Komu
export-step-stick = Ključ USB
export-step-write = Zapisovanje in preverjanje
export-step-release = Odstranite ključ
export-what = Kaj gre ven?
    .lead = Raven B: podatki pod šifro. Preglejte, kaj odide in kaj nikoli ne odide.
export-leaves = Odide
export-stays = Nikoli ne odide
export-whole = Vsak izvoz je celoten, kot je zdaj; urad sam loči novo od znanega.
export-whom = Komu?
    .lead = Pošiljko lahko odpre samo ta prejemnik.
export-confirmed = Prstni odtis ključa je bil s številkami z lista potrjen { $at }.
export-only-office = Datoteka je podpisana s ključem te enote in šifrirana za urad. Kdor najde ključ USB, je ne more prebrati.
export-first = To bo prvi izvoz te enote.
export-last = Zadnji izvoz: številka { $seq }, { $at }.
export-stick = Na kateri ključ?
    .lead = Na ključ se doda ena datoteka; nič drugega na njem se ne spremeni.
export-write = Zapisovanje in preverjanje
    .lead = Ključa ne izvlecite, dokler ni preverjeno.
export-phase-prepare = priprava in podpis
export-phase-writing = zapisovanje
export-phase-reading = branje nazaj s ključa
export-phase-checking = preverjanje
export-done = Pošiljka je na ključu
    .lead = Zapisana je bila v celoti, nato prebrana nazaj in primerjana.
export-released = Odstranite ključ
    .lead = Sistem je ključ sprostil.
export-next = Natisnite potrdilo o pošiljki in ga s ključem predajte uradu. Ko urad pošiljko uvozi, vrne potrdilo na ključu.
export-slip = Natisni potrdilo
export-slip-title = Potrdilo o pošiljki
export-not-released = Pošiljka je na ključu, ključ pa še ni bil varno odstranjen.
    .next = Pred odstranitvijo ga varno odstranite v operacijskem sistemu.

# Odgovor urada
reply-title = Prevzemi odgovor …
reply-step-file = Datoteka
reply-step-taken = Kaj je prineslo
reply-file = Katero datoteko je vrnil urad?
    .lead = Vstavite ključ, ki ga je vrnil urad. Potrdilo in seznam imata končnico .tcb.
reply-take = Prevzemi
reply-taken = Odgovor je prevzet
reply-roster = ✓  Nov seznam udeležencev izmenjave, različica { $version }.
reply-line = Pošiljka številka { $seq }: { $meaning }
reply-nothing = V odgovoru ni bilo nič novega.
reply-alarm = Urad pozna pošiljke, ki jih ta trezor ne pozna ali so drugačne.
    .next = To je lahko kopija računalnika ali nenapovedana obnovitev iz varnostne kopije. Ne izvažajte, dokler skrbnik sistema ne pojasni, kaj se je zgodilo.
ack-confirmed = urad jo ima
ack-older = že prej potrjena
ack-unknown = te številke ta trezor ni nikoli zapisal
ack-different = urad ima pod to številko drugačno pošiljko
agree-title = Potrebna je vaša presoja
agree-yes = Poklical(-a) sem pošiljatelja; potrjuje

# Stran urada
office-found-title = Postavitev urada
office-found-key = Urad najprej dobi korenski ključ. Z njim podpisuje seznam udeležencev izmenjave, zato ga hranite na ključu USB v sefu, ločeno od tega računalnika.
office-found-reserve = Zraven nastane rezervni ključ na papirju. Z njim je mogoče prebrati pošiljke enot, če ta računalnik odpove.
office-found-card = Nato boste enotam poslali kartico urada in jih vsako posebej sprejeli.
office-found = Postavi urad …
office-card = Kartica urada
    .why = Vsaka nova enota dobi kartico na ključu USB in te številke na papirju, po drugi poti.
office-digits = Številke ključa urada
    .why = Te številke enote vpišejo z natisnjenega lista, ko potrjujejo urad.
office-write-card = Kartica na ključ …
office-print-digits = Natisni list s številkami
office-units = Enote v izmenjavi
office-units-none = V izmenjavi še ni nobene enote.
    .next = Enoti pošljite kartico in list s številkami. Ko vrne prošnjo, jo sprejmite.
office-unit-name = Ime
office-unit-confirmed = Sprejeta
office-send-roster = Seznam na ključ …
found-title = Postavitev urada
found-step-folder = Kam s ključem
found-step-passphrase = Geslo ključa
found-step-paper = Rezervni ključ
found-folder = Kam naj gre korenski ključ?
    .lead = Najbolje na ključ USB, ki bo v sefu in za nič drugega.
found-folder-safe = Datoteka se imenuje tcdesk-root-key.json in jo odpre samo geslo, ki ga določite v naslednjem koraku. Naredite tudi drugo kopijo in jo hranite drugje.
found-passphrase = Geslo korenskega ključa
    .lead = Naj ne bo isto kot geslo za prijavo. Zapisano in zapečateno ga hranite ločeno od ključa.
found-make = Ustvari ključ
found-paper = Rezervni ključ na papir
    .lead = Rezervni ključ je samo na tem listu. Pozneje ga ni mogoče natisniti.
found-reserve = Rezervni ključ urada
    .why = List spravite v zapečateno ovojnico, ločeno od računalnika in od korenskega ključa.
found-print-reserve = Natisni rezervni ključ
found-kept = List z rezervnim ključem je natisnjen in spravljen.
found-finish = Končaj
rule-reserve-not-kept = Rezervni ključ še ni na papirju.
    .next = Natisnite ga, preverite list in potrdite, da je spravljen.
admit-title = Sprejmi enoto …
admit-step-file = Prošnja
admit-step-digits = Številke z lista
admit-step-name = Ime in oznaka
admit-step-key = Korenski ključ
admit-step-roster = Seznam za enoto
admit-file = Katera prošnja?
    .lead = Vstavite ključ, ki ga je poslala enota. Prikazane so samo datoteke neznanih pošiljateljev.
admit-digits = Kaj piše na listu enote?
    .lead = Vpišite šest skupin po pet števk z natisnjenega lista te enote.
admit-name = Kako se enota imenuje?
    .lead = Ime je za ljudi, oznaka za razpredelnice in poročila.
admit-unit-name = Ime enote
    .hint = Na primer: Zavod Dob, terapevtska skupnost.
admit-unit-code = Oznaka
    .hint = Od 2 do 6 črk ali števk brez šumnikov, na primer DOB.
admit-key = Korenski ključ urada
    .lead = Z njim se podpiše novi seznam udeležencev izmenjave. Vstavite ključ USB iz sefa in ga izberite.
admit-passphrase = Geslo korenskega ključa
    .hint = To ni vaše geslo za prijavo.
admit-do = Sprejmi enoto
admit-roster = Enota je sprejeta. Kam naj gre seznam?
    .lead = Brez seznama enota še ne more izvažati. Korenski ključ vrnite v sef in vstavite ključ, ki ga boste predali enoti.
admit-done = Enota je sprejeta, seznam je na ključu
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi seznam«.

# Uvoz
imports-title = Uvoz
imports-look = Preglej
imports-take = Uvozi
imports-next = Naslednja
imports-choose-first = Izberite datoteko
imports-look-first = Datoteka še ni pregledana
imports-how = Pregled preveri podpis, prejemnika in mesto v zaporedju ter prešteje, kaj bi uvoz prinesel. Dokler ne izberete »Uvozi«, se nič ne spremeni.
imports-looking = Pregled datoteke { $file } …
imports-taking = Uvoz datoteke { $file } …
imports-headline = { $unit } · pošiljka { $seq } · narejena { $at }
imports-dry = Poskusno branje: nič še ni spremenjeno.
imports-taken = Uvoženo.
imports-taken-aside =
    { $count ->
        [one] Uvoženo, { $count } zapis pa je v karanteni. Preglejte ga na strani Enote.
        [two] Uvoženo, { $count } zapisa pa sta v karanteni. Preglejte ju na strani Enote.
        [few] Uvoženo, { $count } zapisi pa so v karanteni. Preglejte jih na strani Enote.
       *[other] Uvoženo, { $count } zapisov pa je v karanteni. Preglejte jih na strani Enote.
    }
imports-refused = Pošiljka ni sprejeta
imports-nothing-to-do = Uvoz ni potreben
imports-alarm = Alarm: pošiljka ni sprejeta
imports-missing =
    { $count ->
        [one] Pred njo manjka pošiljka številka { $numbers }.
        [two] Pred njo manjkata pošiljki številka { $numbers }.
        [few] Pred njo manjkajo pošiljke številka { $numbers }.
       *[other] Pred njo manjkajo pošiljke številka { $numbers }.
    } Podatki te pošiljke so vseeno celotni; manjkajoče naj enota prinese, če jih ima.
imports-base-known = Obnovljena je bila iz stanja, ki ga urad pozna.
imports-base-unknown = Stanja, iz katerega je bila obnovljena, urad ne pozna.
imports-kind = Vrsta
imports-empty = Pošiljka ne prinaša nobenega zapisa.
imports-tallies-defined = Starejši: urad že ima novejšo različico. V sporu: ista različica z drugo vsebino. V karanteni: zapis druge enote. Brez para: urad ga ima, obnovljena enota pa ne več.
imports-state-taken = uvožena
imports-state-refused = zavrnjena
imports-state-new = nova
tally-new = novi
tally-changed = spremenjeni
tally-same = enaki
tally-stale = starejši
tally-conflicts = v sporu
tally-quarantined = v karanteni
tally-lost = brez para
verdict-accept = Naslednja v zaporedju te enote.
verdict-late = Zapoznela: novejša je že uvožena. Starejši podatki novejših ne prepišejo.
verdict-duplicate = Ta pošiljka je že uvožena.
verdict-gap-unverifiable = Pred njo jih manjka toliko, da povezave ni mogoče preveriti; uvoz ste dovolili vi.
verdict-late-unverifiable = Starejša od znanih, nobena je ne omenja.
verdict-new-epoch = Novo obdobje: enota je svoj trezor obnovila ali postavila na novo; uvoz ste dovolili vi.
verdict-fork = Dve različni zgodovini iste enote.
verdict-history-rewritten = Revizijska sled enote se ne ujema s prej podpisano.

# Enote
units-title = Enote
units-none = V izmenjavi še ni nobene enote.
    .next = Na strani Izmenjava postavite urad in sprejmite prvo enoto.
units-to-exchange = Odpri Izmenjavo
units-unit = Enota
units-last = Zadnja
units-gaps = Vrzeli
units-gaps-count =
    { $count ->
        [0] brez vrzeli
        [one] { $count } vrzel
        [two] { $count } vrzeli
        [few] { $count } vrzeli
       *[other] { $count } vrzeli
    }
units-quarantine = Karantena
units-aside-count =
    { $count ->
        [one] { $count } zapis v karanteni
        [two] { $count } zapisa v karanteni
        [few] { $count } zapisi v karanteni
       *[other] { $count } zapisov v karanteni
    }
units-age = Starost
units-days =
    { $count ->
        [0] danes
        [one] { $count } dan
        [two] { $count } dneva
       *[other] { $count } dni
    }
units-never = še ni
units-act = Dejanje
units-receipt = Potrdilo …
    .help = Zapiše potrdilo o uvoženih pošiljkah izbrane enote na ključ USB.
units-receipt-due = potrdilo čaka
units-legend = ● popolno: prispela je pošiljka, narejena po koncu meseca   ◐ delno: zadnja prispela je iz tega meseca   ○ manjka   · še ni v izmenjavi   ▲ zadnja pošiljka je stara več kot 35 dni
units-month = { $month }: { $state }
month-state-complete = popolno
month-state-partly = delno
month-state-missing = manjka
month-state-before = enota še ni bila v izmenjavi
units-gaps-none = V zaporedju ni vrzeli.
units-gaps-told =
    { $count ->
        [one] Ni prispela pošiljka { $numbers }.
        [two] Nista prispeli pošiljki { $numbers }.
       *[other] Niso prispele pošiljke { $numbers }.
    } Vprašajte enoto, ali jo je zapisala na ključ ali je bilo zapisovanje prekinjeno.
units-epoch = Obdobje { $epoch }: enota je svoj trezor obnovila iz varnostne kopije.
units-aside = Karantena
units-aside-none = V karanteni ni zapisov.
units-aside-at = Prispelo
units-aside-kind = Vrsta
units-aside-row = Oznaka zapisa
units-aside-reason = Razlog
aside-foreign-owner = zapis pripada drugi enoti
aside-row-conflict = ista različica zapisa z drugo vsebino

# Poročila
reports-title = Poročila
reports-from = Od
reports-to = Do
reports-as-of = stanje na dan { $day }
reports-data = različica podatkov { $version }
reports-no-rows = V tem obdobju ni podatkov.
reports-print = Natisni …
reports-save = Shrani XLSX …
    .help = Preglednica zapusti trezor nešifrirana.
reports-save-ask = Ali želite poročilo shraniti kot preglednico?
    .why = Datoteka zapusti trezor nešifrirana: prebere jo vsak, ki pride do nje. Dejanje se zapiše v revizijsko sled.
    .yes = Shrani preglednico

# Rezervni ključ na papirju
paper-party = Oznaka urada
paper-reserve = Rezervni ključ urada
paper-reserve-warning = Kdor ima ta list in datoteke, ki so jih uradu poslale enote, jih lahko prebere. Shranite ga v zapečateno ovojnico na varno, zaklenjeno mesto, ločeno od računalnika in od korenskega ključa.
paper-reserve-step-1 = List potrebujete samo, če računalnik urada odpove in trezorja ni mogoče obnoviti iz varnostne kopije.
paper-reserve-step-2 = Enote naj svoje podatke izvozijo znova ali pa uporabite njihove stare datoteke s končnico .tcb.
paper-reserve-step-3 = Če je bil list kdaj odprt brez vednosti odgovornih oseb ali je izgubljen, o tem takoj obvestite skrbnika sistema.
paper-reserve-stock-how = Ključ brez presledkov shranite v datoteko key.txt in uporabite orodje age:
paper-reserve-stock-then = Nastala mapa vsebuje podatke kot stisnjene vrstice JSON. Datoteko key.txt in vse odprte podatke nato varno izbrišite.
