### Strani izmenjave: vključitev, izvoz, uvoz, pregled enot, poročila.

# Ključ USB in datoteke na njem
stick-list = Ključi USB in mape
stick-none = Ključa USB ni. Vstavite ga in počakajte trenutek; na seznamu se pokaže sam.
stick-again = Osveži
stick-other = Druga mapa …
stick-other-title = Izberite mapo
stick-drive = { $name } · prosto { $size } GB
stick-read-only = zaščiten pred pisanjem
stick-folder = Mapa { $folder }
rule-stick-not-chosen = Niste še izbrali ključa USB ali mape.
    .next = Izberite ključ na seznamu ali drugo mapo.
rule-file-not-chosen = Niste še izbrali datoteke.
    .next = Izberite datoteko na seznamu.
bundles-list = Prejeti svežnji
bundles-none = Na ključu USB ni prejetih svežnjev.
    .next = Vstavite ključ s svežnji (datoteke s končnico .tcb) ali izberite mapo.
bundles-sender = Pošiljatelj
bundles-seq = Št.
bundles-file = Datoteka
bundles-size = Velikost
bundles-kilobytes = { $size } kB
bundles-state = Stanje
bundles-unknown = neznan
bundles-taken = ✓ že prevzet
bundles-new = nov
digits-field = Številke z lista
digits-missing =
    { $count ->
        [one] Manjka še { $count } števka.
        [two] Manjkata še { $count } števki.
        [few] Manjkajo še { $count } števke.
       *[other] Manjka še { $count } števk.
    }
digits-all = Vpisanih je vseh 30 števk.
digits-why = Številke so prstni odtis ključa. Ker pridejo po drugi poti kot ključ USB, razkrijejo vsako zamenjano datoteko. Prepišite jih z lista; v datoteki jih ne iščite.
digits-slip-title = Številke ključev
on-stick-done =
    { $count ->
        [one] Uspešno: datoteka { $file } je na ključu in prebrana nazaj.
        [two] Uspešno: datoteki { $file } sta na ključu in prebrani nazaj.
        [few] Uspešno: datoteke { $file } so na ključu in prebrane nazaj.
       *[other] Uspešno: datoteke { $file } so na ključu in prebrane nazaj.
    }
on-stick-released =
    { $count ->
        [one] Uspešno: datoteka { $file } je na ključu. Ključ lahko odstranite.
        [two] Uspešno: datoteki { $file } sta na ključu. Ključ lahko odstranite.
        [few] Uspešno: datoteke { $file } so na ključu. Ključ lahko odstranite.
       *[other] Uspešno: datoteke { $file } so na ključu. Ključ lahko odstranite.
    }
on-stick-folder = Mapa: { $folder }
on-stick-release = Preden ključ izvlečete, pritisnite »Varno odstrani ključ«.
on-stick-no-release = Če je mapa na ključu USB, ga varno odstranite v operacijskem sistemu, preden ga izvlečete.
on-stick-eject = Varno odstrani ključ
sending-step-stick = Ključ USB
sending-step-done = Zapisano in preverjeno
sending-write = Zapiši
sending-done = Zapisano
sending-pulled = Ključ lahko odstranite

# Kaj gre na ključ v enem koraku
errand-card = Kartica urada na ključ USB
    .lead = Kartica ni tajna. Novi enoti jo predajte na ključu, list s številkami pa pošljite posebej.
    .hint = Natisnite list s številkami in ga enoti pošljite po drugi poti: po pošti ali po osebi, ki ji zaupate. Številke lahko preberete tudi po telefonu.
errand-request = Prošnja za vključitev na ključ USB
    .lead = Na ključ gresta javna ključa te enote, šifrirana za urad. O udeležencih v datoteki ni ničesar.
    .hint = Natisnite list s številkami enote in ga uradu pošljite po drugi poti. Ključ USB predajte uradu, nato počakajte na njegov imenik.
errand-roster = Imenik za { $unit } na ključ USB
    .lead = Najnovejši imenik izmenjave, šifriran za to enoto.
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi odgovor«.
errand-receipt = Potrdilo za { $unit } na ključ USB
    .lead = Potrdilo našteje vse uvožene svežnje te enote; zraven je najnovejši imenik izmenjave.
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi odgovor«.

# Stran enote
exchange-title = Izmenjava
exchange-export = Izvozi na ključ …
    .help = Zapiše podatke pod šifro za osrednji urad na ključ USB.
exchange-restored = Sporoči obnovitev iz kopije …
exchange-restored-ask = Ali je bil ta trezor obnovljen iz varnostne kopije?
    .why = Začelo se bo novo obdobje svežnjev. Urad bo ob naslednjem uvozu opozorjen in bo vprašal, ali ste trezor res obnovili. To izberite samo po obnovitvi iz kopije.
    .yes = Začni novo obdobje
exchange-restored-done = Novo obdobje se je začelo. Uradu sporočite, da ste trezor obnovili.
joining-title = Vključitev v izmenjavo
joining-show = Pokaži korake
joining-hide = Skrij korake
joining-summary = Osrednji urad potrjen { $at } · imenik izmenjave, različica { $version }
joining-at = opravljeno { $at }
joining-card = Kartica osrednjega urada
    .how = Vstavite ključ USB, ki ga je poslal urad; na njem sta datoteki roster.json in roster.json.minisig.
joining-digits = Številke z lista urada
    .how = Prepišete jih z natisnjenega lista, ki je prišel po drugi poti kot ključ.
joining-request = Prošnja na ključ USB in list s številkami te enote
    .how = Ključ predate uradu, list s številkami mu pošljete posebej.
joining-roster = Imenik, ki ga vrne urad
    .how = Urad enoto sprejme in vrne imenik izmenjave.
joining-ready = Pripravljeni na izvoz
    .how = Odslej ob koncu vsakega meseca izvozite podatke na ključ.
joining-read-card = Preberi kartico …
joining-write = Zapiši prošnjo …
joining-again = Zapiši znova …
joining-print = Natisni list s številkami
joining-take = Prevzemi imenik …
card-title = Kartica osrednjega urada
card-step-folder = Kartica
card-step-digits = Številke z lista
card-folder = Kje je kartica urada?
    .lead = Vstavite ključ, ki ga je poslal urad. Program s ključa samo bere.
card-read = Preberi kartico
card-digits = Kaj piše na listu urada?
    .lead = Vpišite šest skupin po pet števk z natisnjenega lista urada.
card-confirm = Potrdi urad
outbox-title = Odposlani svežnji
outbox-never = Izvoza še ni bilo.
outbox-last =
    { $count ->
        [0] Zadnji izvoz je bil danes.
        [one] Zadnji izvoz je bil pred { $count } dnevom.
        [two] Zadnji izvoz je bil pred { $count } dnevoma.
        [few] Zadnji izvoz je bil pred { $count } dnevi.
       *[other] Zadnji izvoz je bil pred { $count } dnevi.
    }
outbox-none = Odposlali še niste ničesar.
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
        [few] ni ga že { $count } dni
       *[other] ni ga že { $count } dni
    }
out-state-planned = pripravljen, ni zapisan
out-state-written = na ključu
out-state-aborted = prekinjen

# Izvoz
export-title = Izvoz za osrednji urad
export-step-what = Kaj gre ven
export-step-whom = Komu
export-step-stick = Ključ USB
export-step-write = Zapisovanje in preverjanje
export-step-release = Odstranite ključ
export-what = Kaj gre ven?
    .lead = Raven B: podatki pod šifro. Preglejte, kaj gre ven in kaj nikoli ne gre.
export-leaves = Gre ven
export-stays = Nikoli ne gre ven
export-whole = Vsak izvoz zajame celotno stanje, kakršno je zdaj; urad sam loči novo od že znanega.
export-whom = Komu?
    .lead = Sveženj lahko odpre samo ta prejemnik.
export-confirmed = Prstni odtis ključa je bil s številkami z lista potrjen { $at }.
export-only-office = Datoteka je podpisana s ključem te enote in šifrirana za urad. Kdor najde ključ USB, je ne more prebrati.
export-first = To bo prvi izvoz te enote.
export-last = Zadnji izvoz: številka { $seq }, { $at }.
export-stick = Na kateri ključ?
    .lead = Na ključ se doda ena datoteka; nič drugega na njem se ne spremeni.
export-write = Zapisovanje in preverjanje
    .lead = Ključa ne izvlecite, dokler preverjanje ni končano.
export-phase-prepare = priprava in podpis
export-phase-writing = zapisovanje
export-phase-reading = branje nazaj s ključa
export-phase-checking = preverjanje
export-done = Sveženj je na ključu
    .lead = Zapisan je bil v celoti, nato prebran nazaj in primerjan.
export-released = Odstranite ključ
    .lead = Sistem je ključ sprostil.
export-next = Natisnite potrdilo o svežnju in ga s ključem predajte uradu. Ko urad sveženj uvozi, vrne svoje potrdilo na ključu.
export-slip = Natisni potrdilo
export-slip-title = Potrdilo o svežnju
export-not-released = Sveženj je na ključu, ključ pa še ni bil varno odstranjen.
    .next = Varno ga odstranite v operacijskem sistemu, preden ga izvlečete.

# Odgovor urada
reply-title = Prevzemi odgovor …
reply-step-file = Datoteka
reply-step-taken = Kaj je prinesel
reply-file = Katero datoteko je vrnil urad?
    .lead = Vstavite ključ, ki ga je vrnil urad. Potrdilo in imenik imata končnico .tcb.
reply-take = Prevzemi
reply-taken = Odgovor je prevzet
reply-roster = ✓  Nov imenik izmenjave, različica { $version }.
reply-line = Sveženj številka { $seq }: { $meaning }
reply-nothing = V odgovoru ni bilo nič novega.
reply-alarm = Urad pozna svežnje, ki jih ta trezor ni zapisal ali so pri njem drugačni.
    .next = To je lahko kopija računalnika ali nenapovedana obnovitev iz varnostne kopije. Ne izvažajte, dokler skrbnik sistema ne pojasni, kaj se je zgodilo.
ack-confirmed = urad ga ima
ack-older = že prej potrjen
ack-unknown = svežnja s to številko ta trezor ni nikoli zapisal
ack-different = urad ima pod to številko drugačen sveženj
agree-title = Potrebna je vaša presoja
agree-yes = Poklical/-a sem pošiljatelja; potrjuje

# Stran urada
office-found-title = Vzpostavitev urada
office-found-key = Urad najprej dobi korenski ključ. Z njim podpisuje imenik izmenjave, zato ga hranite na ključu USB v sefu, ločeno od tega računalnika.
office-found-reserve = Zraven nastane rezervni ključ na papirju. Z njim je mogoče prebrati svežnje enot, če ta računalnik odpove.
office-found-card = Nato boste enotam poslali kartico urada in vsako posebej sprejeli.
office-found = Vzpostavi urad …
office-card = Kartica urada
    .why = Vsaka nova enota dobi kartico na ključu USB in te številke na papirju, po drugi poti.
office-digits = Številke ključa urada
    .why = Te številke enote vpišejo z natisnjenega lista, ko potrjujejo urad.
office-write-card = Zapiši kartico na ključ …
office-print-digits = Natisni list s številkami
office-units = Enote v izmenjavi
office-units-none = V izmenjavi še ni nobene enote.
    .next = Enoti pošljite kartico in list s številkami. Ko vrne prošnjo, jo sprejmite.
office-unit-name = Ime
office-unit-confirmed = Sprejeta
office-send-roster = Zapiši imenik na ključ …
found-title = Vzpostavitev urada
found-step-folder = Kam s ključem
found-step-passphrase = Geslo ključa
found-step-paper = Rezervni ključ
found-folder = Kam naj gre korenski ključ?
    .lead = Najbolje na ključ USB, ki bo v sefu in ga ne boste uporabljali za nič drugega.
found-folder-safe = Datoteka se imenuje tcdesk-root-key.json in jo odpre samo geslo, ki ga določite v naslednjem koraku. Naredite tudi drugo kopijo in jo hranite drugje.
found-passphrase = Geslo korenskega ključa
    .lead = Naj se razlikuje od gesla za prijavo. Zapisano in zapečateno ga hranite ločeno od ključa.
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
admit-step-roster = Imenik za enoto
admit-file = Katera prošnja?
    .lead = Vstavite ključ, ki ga je poslala enota. Prikazane so samo datoteke neznanih pošiljateljev.
admit-digits = Kaj piše na listu enote?
    .lead = Vpišite šest skupin po pet števk z natisnjenega lista te enote.
admit-name = Kako se enota imenuje?
    .lead = Ime je za ljudi, oznaka za razpredelnice in poročila.
admit-unit-name = Ime enote
    .hint = Na primer: Zavod Dob, terapevtska skupnost.
admit-unit-code = Oznaka
    .hint = Od dva do šest znakov, črke brez strešic ali števke, na primer DOB.
admit-key = Korenski ključ urada
    .lead = Z njim se podpiše novi imenik izmenjave. Vstavite ključ USB iz sefa in ga izberite.
admit-passphrase = Geslo korenskega ključa
    .hint = To ni vaše geslo za prijavo.
admit-do = Sprejmi enoto
admit-roster = Enota je sprejeta. Kam naj gre imenik?
    .lead = Brez imenika enota še ne more izvažati. Korenski ključ vrnite v sef in vstavite ključ, ki ga boste predali enoti.
admit-done = Enota je sprejeta, imenik je na ključu
    .hint = Ključ predajte enoti; v programu naj izbere »Prevzemi imenik«.

# Uvoz
imports-title = Uvoz
imports-look = Preglej
imports-take = Uvozi
imports-next = Preglej naslednjo
imports-choose-first = Izberite datoteko
imports-look-first = Datoteka še ni pregledana
imports-how = Pregled preveri podpis, prejemnika in mesto v zaporedju ter prešteje, kaj bi uvoz prinesel. Dokler ne pritisnete »Uvozi«, se nič ne spremeni.
imports-looking = Pregled datoteke { $file } …
imports-taking = Uvoz datoteke { $file } …
imports-headline = { $unit } · sveženj { $seq } · narejen { $at }
imports-dry = Samo pregled: nič še ni spremenjeno.
imports-taken = Uvoženo.
imports-taken-aside =
    { $count ->
        [one] Uvoženo, { $count } zapis pa je v karanteni. Preglejte ga na strani Enote.
        [two] Uvoženo, { $count } zapisa pa sta v karanteni. Preglejte ju na strani Enote.
        [few] Uvoženo, { $count } zapisi pa so v karanteni. Preglejte jih na strani Enote.
       *[other] Uvoženo, { $count } zapisov pa je v karanteni. Preglejte jih na strani Enote.
    }
imports-refused = Sveženj ni sprejet
imports-nothing-to-do = Uvoz ni potreben
imports-alarm = Alarm: sveženj ni sprejet
imports-missing =
    { $count ->
        [one] Pred njim manjka sveženj številka { $numbers }.
        [two] Pred njim manjkata svežnja s številkama { $numbers }.
        [few] Pred njim manjkajo svežnji s številkami { $numbers }.
       *[other] Pred njim manjkajo svežnji s številkami { $numbers }.
    } Podatki tega svežnja so kljub temu celotni; kar manjka, naj enota prinese, če še ima.
imports-base-known = Enota je bila obnovljena iz stanja, ki ga urad pozna.
imports-base-unknown = Stanja, iz katerega je bila enota obnovljena, urad ne pozna.
imports-kind = Vrsta
imports-empty = Sveženj ne prinaša nobenega zapisa.
imports-tallies-defined = Starejši: urad že ima novejšo različico. V sporu: ista različica z drugo vsebino. V karanteni: zapis druge enote. Brez para: urad ga ima, obnovljena enota pa ne več.
imports-state-taken = uvožen
imports-state-refused = zavrnjen
imports-state-new = nov
tally-new = novi
tally-changed = spremenjeni
tally-same = enaki
tally-stale = starejši
tally-conflicts = v sporu
tally-quarantined = v karanteni
tally-lost = brez para
verdict-accept = Naslednji v zaporedju te enote.
verdict-late = Zapoznel: novejši je že uvožen. Starejši podatki novejših ne prepišejo.
verdict-duplicate = Ta sveženj je že uvožen.
verdict-gap-unverifiable = Pred njim jih manjka toliko, da povezave ni mogoče preveriti; uvoz ste dovolili vi.
verdict-late-unverifiable = Starejši od znanih in noben ga ne omenja.
verdict-new-epoch = Novo obdobje: enota je svoj trezor obnovila ali ga vzpostavila na novo; uvoz ste dovolili vi.
verdict-fork = Dve različni zgodovini iste enote.
verdict-history-rewritten = Dnevnik obdelave te enote se ne ujema s prej podpisanim.

# Enote
units-title = Enote
units-none = V izmenjavi še ni nobene enote.
    .next = Na strani Izmenjava vzpostavite urad in sprejmite prvo enoto.
units-to-exchange = Odpri Izmenjavo
units-unit = Enota
units-last = Zadnji
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
        [few] { $count } dni
       *[other] { $count } dni
    }
units-never = še nikoli
units-act = Dejanje
units-receipt = Zapiši potrdilo …
    .help = Na ključ USB zapiše potrdilo o uvoženih svežnjih izbrane enote.
units-receipt-due = potrdilo
units-legend = ● popolno: prispel je sveženj, narejen po koncu meseca   ◐ delno: zadnji prispeli je iz tega meseca   ○ manjka   · še ni v izmenjavi   ▲ zadnji sveženj je star več kot 35 dni
units-month = { $month }: { $state }
month-state-complete = popolno
month-state-partly = delno
month-state-missing = manjka
month-state-before = enota še ni bila v izmenjavi
units-gaps-none = V zaporedju ni vrzeli.
units-gaps-told =
    { $count ->
        [one] Ni prispel sveženj številka { $numbers }.
        [two] Nista prispela svežnja s številkama { $numbers }.
        [few] Niso prispeli svežnji s številkami { $numbers }.
       *[other] Niso prispeli svežnji s številkami { $numbers }.
    } Vprašajte enoto, ali je zapisovanje na ključ uspelo ali je bilo prekinjeno.
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
    .why = Datoteka zapusti trezor nešifrirana: prebere jo vsak, ki pride do nje. Dejanje se zapiše v dnevnik obdelave.
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
