# Testi na droge in alkohol.

person-tab-tests = Testi
test-none = Testa še ni.
    .next = Vpišite ga z gumbom »Nov test«.
test-add = Nov test
test-edit = Popravi ali dopolni
test-saved = Test je shranjen.
test-day = Dan
test-purpose = Namen
    .help = Izidi terapevtskih testov niso za disciplinski postopek in se zanj nikjer ne izpišejo.
test-purpose-therapeutic = terapevtski
test-purpose-prison = zavoda
test-reason = Razlog
test-reason-entry = vstop
test-reason-random = naključno
test-reason-suspicion = sum
test-reason-after-leave = po izhodu ali obisku
test-reason-phase = prehod faze
test-reason-own-wish = na lastno željo
test-reason-before-release = pred odpustom
test-sample = Vzorec
test-sample-urine = urin
test-sample-saliva = slina
test-sample-breath = izdih (alkotest)
test-sample-other = drugo
test-seal = Številka pečata
test-by = Vzorec vzel/-a
test-witness = Priča
test-temperature = Temperatura (°C)
test-creatinine = Kreatinin (mg/dl)
test-validity = Veljavnost
test-validity-valid = veljaven
test-validity-diluted = razredčen
test-validity-adulterated = ponarejen
test-validity-invalid = neveljaven
test-validity-not-given = ni oddan v roku
test-validity-refused = odklonjen
test-refusal = Razlog odklonitve
test-all-negative = Običajni nabor negativen
test-substance = Snov
test-screening = Presejanje
test-confirmation = Potrditev
test-explained = Pojasnjeno
test-finding-negative = negativno
test-finding-positive = pozitivno
test-finding-unclear = nejasno
test-substance-amp = amfetamin
test-substance-met = metamfetamin
test-substance-mdma = MDMA (ekstazi)
test-substance-coc = kokain
test-substance-opi = opiati
test-substance-mtd = metadon
test-substance-bup = buprenorfin
test-substance-fen = fentanil
test-substance-bzd = benzodiazepini
test-substance-bar = barbiturati
test-substance-thc = kanabis (THC)
test-substance-sc = sintetični kanabinoidi
test-substance-ket = ketamin
test-substance-pgb = pregabalin
test-substance-alc = alkohol
test-substance-other = druga snov
test-medicine = Skupina zdravil
    .help = Samo skupina zdravil, ki pojasni izid; brez imena zdravila in bolezni.
test-laboratory = Laboratorij
test-method = Metoda potrditve
test-confirmed-on = Dan potrditve
test-told-on = Osebi povedano
test-day-wrong = Vpišite dan, na primer 24. 11. 2026.
test-number-wrong = Vpišite število z največ eno decimalko.
test-outcome = Izid
test-outcome-clean = negativen
test-outcome-explained = pozitiven – pojasnjen
test-outcome-unexplained = pozitiven – nepojasnjen
test-outcome-invalid = neveljaven
test-outcome-refused = odklonjen
test-found = Ugotovljeno
test-told-explained = Pojasnjeno z zdravili: { $names }.
test-told-seal = Pečat { $seal }.
test-told-by = Vzorec vzel/-a { $by }.
test-told-on-day = Osebi povedano { $day }.
test-not-told = Osebi še ni povedano.
test-abstinence = Abstinenca po testih
    .help = Niz prekineta nepojasnjen pozitiven izid in odklonitev. Neveljaven test niza ne prekine in ne podaljša. O dneh po zadnjem testu testi ne povedo ničesar.
test-run = { $count ->
    [one] { $count } test
    [two] { $count } testa
    [few] { $count } testi
   *[other] { $count } testov
} zapored brez uporabe: { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dnevi
   *[other] { $days } dni
} ({ $first } – { $last })
test-no-run = Niza testov brez uporabe zdaj ni.
test-counts = Vseh testov: { $tests }. Veljavnih: { $valid }; od tega negativnih { $clean }, pozitivnih – pojasnjenih { $explained }, pozitivnih – nepojasnjenih { $positive }. Neveljavnih: { $invalid }. Odklonjenih: { $refused }.
rule-test-day = Test je lahko le od rojstva do danes.
    .next = Popravite dan.
rule-test-nothing-found = Pri veljavnem vzorcu manjka izid.
    .next = Vpišite izid za vsaj eno snov.
rule-test-found-anyway = Vzorca ni, izid pa je vpisan.
    .next = Izbrišite izide ali popravite veljavnost.
rule-test-validity = Temperatura ali kreatinin ne govorita za veljaven vzorec.
    .next = Popravite meritev ali veljavnost.
rule-test-explained = Pojasni se lahko le pozitiven izid.
    .next = Odstranite oznako »pojasnjeno« pri snoveh, ki niso pozitivne.
rule-test-confirmation = Dan potrditve manjka ali ni mogoč.
    .next = Vpišite dan med testom in danes.
rule-test-told-before = Osebi ni moglo biti povedano takrat.
    .next = Vpišite dan med testom in danes.
audit-thing-drug-test = test na droge in alkohol
test-remark = Opombe
