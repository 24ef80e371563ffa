### Načrt in cilji udeleženca.

# Dnevnik obdelave
audit-thing-plan = načrt
audit-thing-goal = cilj
audit-thing-goal-step = korak k cilju
audit-thing-goal-rating = ocena cilja
audit-action-goals-print = Načrt s cilji natisnjen
audit-action-goals-pdf = Načrt s cilji shranjen kot PDF
bin-thing-plan-goal = cilj
bin-thing-plan-step = korak k cilju

# Pravila
rule-attainment-off-scale = Ocena cilja je od −2 do +2.
    .next = Izberite eno od petih ocen.
rule-weight-off-scale = Pomembnost cilja je 1, 2 ali 3.
    .next = Izberite eno od treh stopenj.
rule-goal-words-missing = Cilj nima besed udeleženca.
    .next = Zapišite, kako cilj pove sam.
rule-goal-expected-missing = Pri cilju ni povedano, kaj se pričakuje.
    .next = Opišite izid, ki bo pomenil oceno 0.
rule-plan-text-too-long = Besedilo je predolgo; največ { $most } znakov.
    .next = Skrajšajte ga, da bo šlo na list.
rule-step-missing = Korak nima besedila.
    .next = Zapišite, kaj bo storjeno.
rule-done-before-plan = Dan, ko je korak opravljen, je pred začetkom te različice načrta.
    .next = Popravite dan.
rule-done-in-future = Dan, ko je korak opravljen, je v prihodnosti.
    .next = Popravite dan ali ga pustite prazen.
rule-plan-closed = Ta različica načrta je s pregledom zaključena.
    .next = Odprite veljavno različico.
rule-plan-exists = Ta vključitev že ima veljaven načrt.
    .next = Odprite ga na zavihku »Načrt in cilji«.
rule-review-before-plan = Dan pregleda je pred začetkom te različice načrta.
    .next = Popravite dan.
rule-review-in-future = Dan pregleda je v prihodnosti.
    .next = Popravite dan.
rule-next-review-before = Naslednji pregled mora biti pozneje.
    .next = Izberite poznejši dan.
rule-review-without-scores = Pri pregledu mora biti ocenjen vsak cilj.
    .next = Izberite oceno pri vseh ciljih.
rule-rated-before-plan = Dan ocene je pred začetkom te različice načrta.
    .next = Popravite dan.
rule-rated-in-future = Dan ocene je v prihodnosti.
    .next = Popravite dan.
rule-too-many-goals = V načrtu je lahko največ { $most } ciljev.
    .next = Ob pregledu zaključite kakšnega ali ga združite s podobnim.
rule-area-unknown = Tega področja program ne pozna.
    .next = Izberite področje s seznama.
rule-programme-without-plans = Za ta program ni povedano, na katerih področjih se postavljajo cilji.
    .next = Obrnite se na osrednji urad.
rule-remove-goal-rated = Cilj je že ocenjen ali prenesen iz prejšnje različice, zato ga ni mogoče odstraniti.
    .next = Zaključite ga ob pregledu načrta.

# Lestvica
attainment-minus-2 = precej manj od pričakovanega
attainment-minus-1 = nekoliko manj od pričakovanega
attainment-expected = pričakovani izid
attainment-plus-1 = nekoliko več od pričakovanega
attainment-plus-2 = precej več od pričakovanega

# Zavihek
person-tab-plan = Načrt in cilji
plan-version = Različica načrta
plan-version-line = različica { $number }, od { $day }
plan-print = Natisni
plan-review = Pregled načrta
plan-goal-add = Dodaj cilj
plan-goal-edit = Uredi cilj
plan-goal-saved = Cilj je shranjen.
plan-step-add = Dodaj korak
plan-step-edit = Uredi korak
plan-step-saved = Korak je shranjen.
plan-rate = Oceni
plan-rated = Ocena je shranjena.
plan-reviewed = Pregled je shranjen, različica je zaključena.
plan-begin = Začni načrt
plan-begun = Načrt je začet. Dodajte prvi cilj.
plan-edit = Uredi
plan-area = Področje
plan-own-words = Z besedami udeleženca
    .help = Kako cilj pove sam, v prvi osebi.
plan-expected = Pričakovani izid
    .help = Kaj se bo videlo, če bo šlo po pričakovanju (ocena 0).
plan-expected-told = Pričakovani izid: { $text }
plan-owner = Nosilec
plan-owner-told = nosilec: { $name }
plan-due = Rok
plan-weight = Pomembnost
plan-weight-1 = običajna pomembnost
plan-weight-2 = večja pomembnost (2)
plan-weight-3 = največja pomembnost (3)
plan-step = Korak
plan-step-done = Opravljen dne
plan-step-done-on = opravljeno { $day }
plan-by = do { $day }
plan-rated-on = Dan
plan-attainment = Ocena
plan-attainment-of = Ocena cilja { $number }
plan-ends = Naprej
plan-ends-of = Kako naprej s ciljem { $number }
goal-goes-on = cilj gre naprej
goal-end-reached = dosežen
goal-end-dropped = opuščen
plan-review-day = Dan pregleda
plan-conclusion = Ugotovitve pregleda
plan-next-review = Naslednji pregled
plan-over = Načrt se s tem pregledom konča
plan-review-by = pregled do { $day }
plan-review-late = pregled zamuja, rok { $day }
plan-closed = zaključena { $day }
plan-score = T = { $score }
    .help = Skupna ocena ciljev (Kiresuk in Sherman): 50 pomeni, da je doseženo, kar se je pričakovalo; 10 točk je en standardni odklon.
plan-none = Ta vključitev še nima načrta.
    .due = Načrt naj bo narejen do { $day }.
plan-no-stay = Načrt se naredi za vključitev v program.
    .next = Osebo najprej vključite v program.
plan-no-goals = Načrt še nima ciljev.
    .next = Začnite s ciljem, ki je udeležencu najpomembnejši.

# Danes
today-care = Načrti in odpusti
today-plans =
    { $count ->
        [one] { $count } načrt čaka
        [two] { $count } načrta čakata
        [few] { $count } načrti čakajo
       *[other] { $count } načrtov čaka
    }
    .title = Načrti, ki jih je treba narediti ali pregledati
today-plan-first = Prvi načrt: { $programme }
today-plan-review = Pregled načrta: { $programme }

# Na papirju
paper-plan-title = Individualni načrt in cilji
paper-plan-version = različica { $number }, od { $day }
paper-plan-review = pregled do { $day }
paper-plan-closed = pregled opravljen { $day }
paper-plan-score = skupna ocena ciljev T = { $score }
paper-plan-expected = Pričakovani izid: { $text }
paper-plan-reached = ocena { $score }
paper-plan-owner = Nosilec: { $name }
paper-plan-conclusion = Ugotovitve pregleda
paper-plan-agreed = Načrt smo naredili skupaj. Ocene so od −2 (precej manj od pričakovanega) prek 0 (pričakovani izid) do +2 (precej več od pričakovanega).
paper-plan-sign-member = Udeleženec/-ka
paper-plan-sign-worker = Nosilec/-ka primera
paper-plan-sign-day = Datum
plan-versions = Različice načrta
plan-goals = Cilji
plan-ratings = Ocene ciljev
paper-plan-column-number = Različica
paper-plan-column-from = Od
paper-plan-column-closed = Zaključena
paper-plan-column-conclusion = Ugotovitve
paper-plan-column-by = Vpisal/-a
paper-plan-column-area = Področje
paper-plan-column-words = Z besedami udeleženca
paper-plan-column-expected = Pričakovani izid
paper-plan-column-steps = Koraki
paper-plan-column-due = Rok
paper-plan-column-day = Dan
paper-plan-column-score = Ocena
