# Papir: listi srečanj, listi s številkami, potrdila, papirnati ključ, poročila.

paper-training = VADBA
paper-classification = Zaupno. Nadaljnje razkritje ni dovoljeno brez pravne podlage.
paper-printed = natis: { $by }, { $at } · izvod { $copy }
paper-anchor = sidro { $anchor }
paper-page = stran { $page }/{ $pages }

# List srečanja.
paper-session-sheet = List srečanja { $code }
paper-sheet-code = list { $code }
paper-session-facts = { $weekday }, { $day } · { $start }–{ $end } ({ $minutes } min)
paper-led-by = vodi: { $names }
paper-as-of = stanje na dan { $day } · { $count ->
        [one] { $count } član oz. članica
        [two] { $count } člana oz. članici
        [few] { $count } člani oz. članice
       *[other] { $count } članov oz. članic
    }
paper-no-members = Na ta dan skupina nima članov.
paper-column-member = član/-ica
paper-column-present =
    prisotnost
paper-column-late =
    zamuda
paper-column-excused =
    opravičena
    odsotnost
paper-column-unexcused =
    neopravičena
    odsotnost
paper-column-minutes =
    minute
paper-column-participation =
    sodelovanje
    0–3
paper-column-signature = podpis
paper-head-count = Število prisotnih:
paper-topic = Tema:
paper-decisions = Odločitve, dogovori:
paper-observations = Opažanja:
paper-goals = Cilji
paper-goal-rating = ocena 0–4 (obkrožite)
paper-minutes = minute:
paper-signature-participant = Podpis:

# Skupno listom in potrdilom.
paper-unit = Enota
paper-vault = Trezor
paper-code = Oznaka
paper-made-on = Izdelano

# Papirnati ključ.
paper-key = Papirnati ključ trezorja
paper-key-warning = Kdor ima ta list in datoteke trezorja, lahko prebere vse. Shranite ga v zapečateno ovojnico na varno, zaklenjeno mesto, ločeno od računalnika.
paper-key-text = Ključ, v skupinah po štiri znake (presledkov ne vpisujte)
paper-key-use = Kako ga uporabite
paper-key-step-1 = V oknu za prijavo izberite odklepanje s papirnatim ključem.
paper-key-step-2 = Vpišite znake s tega lista ali odčitajte kodo QR.
paper-key-step-3 = Določite novo geslo. Zapisi in podpisi ostanejo, kakršni so bili.
paper-key-step-4 = Če je bil list kdaj odprt brez vednosti odgovornih oseb ali je izgubljen, naj skrbnik sistema takoj zamenja ključe trezorja in natisne nov list.
paper-key-stock = Brez programa tcdesk
paper-key-stock-how = Iz datoteke vault.json vzemite vrednost dek.sealed, jo pretvorite iz zapisa base64 v datoteko dek.age, ta ključ brez presledkov shranite v key.txt in uporabite orodji age ter SQLCipher, različica 4 ali novejša:
paper-key-stock-then = Prvi ukaz izpiše vrstico, v kateri je četrta beseda ključ podatkov trezorja: 64 šestnajstiških znakov, ki jih namesto pik vpišete v zadnji ukaz. Datoteki key.txt in dek.age nato varno izbrišite.
paper-key-first = prva odgovorna oseba: ime, datum, podpis
paper-key-second = druga odgovorna oseba: ime, datum, podpis

# List s številkami ključev.
paper-digits-unit = Številke ključev enote
paper-digits-office = Številke ključev osrednjega urada
paper-digits-use = Druga stran te številke vpiše v program s tega lista. Če se ne ujemajo z datoteko, ki jo je prejela, program datoteko zavrne.
paper-digits-apart = List pošljite po drugi poti kot ključ USB: po pošti ali po osebi, ki ji zaupate. Številke lahko preberete tudi po telefonu.

# Potrdilo o svežnju.
paper-receipt = Potrdilo o svežnju
paper-file = Datoteka
paper-sender = Pošiljatelj
paper-recipient = Prejemnik
paper-level = Raven podatkov
paper-seq = Zaporedje
paper-seq-of = številka { $seq }, obdobje { $epoch }
paper-content = Vsebina
paper-handed-over = predal/-a: ime, datum, podpis
paper-taken-over = prevzel/-a: ime, datum, podpis

# Poročilo.
paper-report-as-of = Stanje na dan
paper-data-version = Različica podatkov
paper-no-rows = Ni podatkov za izbrane pogoje.

# Preglednica.
sheet-facts = Podatki o poročilu
sheet-training = Podatki so izmišljeni in namenjeni vadbi.
