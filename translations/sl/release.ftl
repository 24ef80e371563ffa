### Odpust: kaj je dogovorjeno za čas po njem.

audit-thing-release-plan = načrt odpusta
audit-thing-release-body = organ ali organizacija po odpustu
audit-action-letter-print = Predajno pismo natisnjeno
audit-action-letter-pdf = Predajno pismo shranjeno kot PDF
bin-thing-helping-body = organ ali organizacija po odpustu

# Pravila
rule-release-before-birth = Dan odpusta je pred rojstvom.
    .next = Popravite dan.
rule-release-in-past = Dan odpusta je že mimo.
    .next = Popravite dan.
rule-release-told-in-future = Dan pogovora o tveganju predoziranja je v prihodnosti.
    .next = Popravite dan ali ga pustite prazen.
rule-release-text-too-long = Besedilo je predolgo; največ { $most } znakov.
    .next = Skrajšajte ga.
rule-release-body-name = Organ ali organizacija nima imena.
    .next = Vpišite ime.
rule-release-answer-in-future = Dan odgovora je v prihodnosti.
    .next = Popravite dan.
rule-release-hour-without-day = Ura termina je vpisana brez dneva.
    .next = Vpišite dan ali izbrišite uro.
rule-release-closed = Ta načrt odpusta je zaključen.
    .next = Začnite novega.
rule-release-plan-exists = Oseba že ima odprt načrt odpusta.
    .next = Spremenite dan odpusta v odprtem načrtu.

# Zavihek
person-tab-release = Odpust
release-none = Načrta odpusta še ni.
    .next = Začnite ga, ko je znan predvideni dan odpusta; program opomni 120, 90 in 30 dni prej.
release-begin = Začni načrt odpusta
release-begun = Načrt odpusta je začet. Dodajte organe in organizacije.
release-edit = Uredi dogovorjeno
release-saved = Načrt odpusta je shranjen.
release-close = Zaključi načrt
release-close-ask = Zaključim načrt odpusta?
    .why = Zaključenega načrta ni mogoče spreminjati; ostane viden v kartoteki.
release-closed = Načrt odpusta je zaključen.
release-closed-on = zaključen { $day }
release-day = Dan odpusta
    .help = Predvideni dan; pozneje ga lahko spremenite.
release-housing = Bivanje
release-income = Sredstva za življenje
release-papers = Osebni dokumenti
release-health = Zdravje in OAZ
release-crisis = Ob stiski
release-overdose = Pogovor o tveganju predoziranja
    .help = Po abstinenci je nevarnost večja; tudi o naloksonu.
release-open = še ni dogovorjeno
release-on = odpust { $day }
release-in =
    { $count ->
        [one] še { $count } dan
        [two] še { $count } dneva
        [few] še { $count } dni
       *[other] še { $count } dni
    }
release-past = dan je mimo
reminder-bodies = dodajte organe in organizacije
reminder-asking = kdo še ni zaprošen
reminder-answers = manjka odgovor ali termin
reminder-over = zaključite načrt
release-body-add = Dodaj organ ali organizacijo
release-body-edit = Uredi organ ali organizacijo
release-body-saved = Shranjeno.
release-body-kind = Vrsta
release-body-name = Ime
release-body-contact = Stik
release-body-asked = Za kaj prosimo
    .help = Besedilo gre v pismo.
release-body-answer = Odgovor
release-body-answered = Dan odgovora
release-body-appointment = Termin
release-body-time = Ura termina
release-body-place = Kraj
release-time-wrong = Te ure ni mogoče prebrati.
release-appointment = Termin: { $when }
release-letter = Pismo
body-kind-social-work = center za socialno delo
body-kind-employment = zavod za zaposlovanje
body-kind-probation = probacijska enota
body-kind-addiction = program za osebe s težavami zaradi uživanja drog
body-kind-health = zdravstveni dom, zdravnik
body-kind-ngo = nevladna organizacija
body-kind-housing = bivanje
body-kind-employer = delodajalec
body-kind-other = drugo
answer-not-asked = še ni zaprošeno
answer-asked = zaprošeno
answer-accepted = sprejeto
answer-refused = odklonjeno

# Danes
today-releases =
    { $count ->
        [one] { $count } odpust potrebuje pozornost
        [two] { $count } odpusta potrebujeta pozornost
        [few] { $count } odpusti potrebujejo pozornost
       *[other] { $count } odpustov potrebuje pozornost
    }
    .title = Odpusti, pri katerih kaj manjka

# Na papirju
release-letter-title = Predajno pismo
release-letter-neutral = Prošnja za sodelovanje
release-letter-full-text = Spodaj navedeno osebo pripravljamo na odpust in prosimo za vaše sodelovanje. Navedeni so le podatki, ki jih za to potrebujete.
release-letter-neutral-text = Spodaj navedena oseba se želi dogovoriti za sodelovanje z vami. Pismo vsebuje le podatke, ki jih za to potrebujete.
release-letter-person = Priimek in ime
release-letter-born = Rojen/-a
release-letter-release = Predvideni odpust
release-letter-when = Termin
release-letter-at = { $day } ob { $time }
release-letter-where = Kraj
release-letter-asked = Prosimo za
release-letter-full-consent = S posredovanjem teh podatkov navedenemu prejemniku soglašam. Privolitev lahko kadar koli prekličem.
release-letter-neutral-consent = S posredovanjem teh podatkov navedenemu prejemniku soglašam.
release-letter-sign-person = Podpis osebe
release-letter-sign-worker = Strokovni/-a delavec/-ka
release-plans = Načrti odpusta
release-bodies = Organi in organizacije po odpustu
paper-plan-column-release = Odpust
paper-plan-column-housing = Bivanje
paper-plan-column-income = Sredstva
paper-plan-column-papers = Dokumenti
paper-plan-column-health = Zdravje
paper-plan-column-crisis = Ob stiski
paper-plan-column-overdose = O predoziranju
paper-plan-column-kind = Vrsta
paper-plan-column-name = Ime
paper-plan-column-asked = Za kaj
paper-plan-column-answer = Odgovor
paper-plan-column-appointment = Termin
