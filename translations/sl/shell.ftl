### Okvir okna: vse, kar je skupno vsem stranem.

shell-program = tcdesk
shell-training = VADBA – izmišljeni podatki
shell-unexpected = V programu je prišlo do napake ({ $code }).
    .next = Kar ste vpisali, je ostalo. Poskusite znova; če se ponovi, obvestite skrbnika sistema in mu povejte oznako v oklepaju.

# Deli okna
shell-navigation = Strani programa
shell-place-count =
    { $title }, { $count ->
        [one] { $count } čaka
        [two] { $count } čakata
        [few] { $count } čakajo
       *[other] { $count } čaka
    }
shell-search = Išči osebe, srečanja, šifre …
    .help = Išče osebe, srečanja, šifre listov, strani in ukaze (Ctrl+K).
shell-search-none = Ni zadetkov. Poskusite z delom imena ali s šifro.
shell-search-results = Zadetki iskanja
shell-account = Račun: { $login }
    .help = Vaš račun in zapiranje programa
shell-lock = Zakleni
    .help = Zakleni (Ctrl+L). Kar ste vpisali, ostane shranjeno.
shell-quit = Zapri program
shell-back = Nazaj
    .help = Nazaj na prejšnjo stran (Alt+levo)
shell-message-close = Skrij sporočilo
shell-help = Pomoč
shell-help-close = Zapri pomoč
shell-help-none = Za to stran še ni pomoči. Več piše v uporabniškem priročniku.

# Gumbi in polja
shell-cancel = Prekliči
shell-close = Zapri
shell-try-again = Poskusi znova
shell-day-example = dan. mesec. leto
shell-day-calendar = Odpri koledar
shell-day =
    .help = Na primer 5. 11. 1984, 05111984 ali 1984-11-05. Puščici gor in dol premakneta za en dan.
shell-time-example = ura.minuta
shell-time =
    .help = Na primer 8.05, 08:05 ali 805. Puščici gor in dol premakneta za pet minut.

# Gesla in podpis
shell-passphrase = Geslo
shell-passphrase-show = Pokaži geslo
shell-passphrase-hide = Skrij geslo
shell-passphrase-new = Novo geslo
shell-passphrase-again = Novo geslo še enkrat
shell-passphrase-strength = Moč gesla
shell-passphrase-offer = Predlagaj geslo iz besed
shell-passphrase-differs = Gesli se razlikujeta.
shell-sign = Podpiši
shell-signing = Podpisovanje …

# Prijava
shell-login = Uporabniško ime
shell-unlock = Odkleni
shell-wait =
    { $count ->
        [one] Počakajte { $count } sekundo
        [two] Počakajte { $count } sekundi
        [few] Počakajte { $count } sekunde
       *[other] Počakajte { $count } sekund
    }
shell-first-run = Na tem računalniku še ni podatkov. Pripravite novo namestitev ali odprite mapo, v kateri podatki že so.
shell-new-installation = Nova namestitev
shell-other-folder = Odpri drugo mapo …
shell-demo-accounts = Vadbeni računi. Izberite enega in odklenite.
shell-demo-account = { $login }: { $phrase }
    .help = Vpiše uporabniško ime in geslo vadbenega računa.

# Čarovnik
shell-step-past = { $title }, opravljeno
shell-step-now = { $title }, trenutni korak
shell-step-coming = { $title }, še pred vami
shell-step-forward = Naprej
shell-step-back = Nazaj
shell-progress = Potek opravila
shell-percent = { $count } %

# Predogled in tiskanje
shell-page-of = Stran { $page } od { $count }
shell-page-previous = Prejšnja stran
shell-page-next = Naslednja stran
shell-zoom-in = Povečaj
shell-zoom-out = Pomanjšaj
shell-zoom-width = Prilagodi širini
shell-zoom-page = Pokaži celo stran
shell-print = Natisni …
shell-print-anyway = Vseeno natisni
shell-print-file = Izbrani tiskalnik ne tiska na papir, temveč shrani datoteko. Ali jo res želite?
    .why = Datoteka ni šifrirana: prebere jo vsak, ki pride do nje. Dejanje se zapiše v dnevnik obdelave.
shell-print-remote = Izbrani tiskalnik ni priključen na ta računalnik. Ali želite tiskati nanj?
    .why = List potuje prek drugega računalnika in bo morda v drugem prostoru. Poskrbite, da ga takoj prevzame nekdo, ki ga sme videti. Dejanje se zapiše v dnevnik obdelave.
shell-printed =
    { $pages ->
        [one] Poslana { $pages } stran
        [two] Poslani { $pages } strani
        [few] Poslane { $pages } strani
       *[other] Poslanih { $pages } strani
    } v tiskanje, { $copies ->
        [one] { $copies } izvod
        [two] { $copies } izvoda
        [few] { $copies } izvodi
       *[other] { $copies } izvodov
    }.
shell-save-pdf = Shrani kot PDF …
shell-save-ask = Ali želite dokument shraniti v datoteko?
    .why = Datoteka ni šifrirana: prebere jo vsak, ki pride do nje. Dejanje se zapiše v dnevnik obdelave.
    .yes = Shrani v datoteko
shell-saved = Datoteka je shranjena. Ko je ne potrebujete več, jo izbrišite.
shell-pdf-files = Dokumenti PDF

# Napake okna
error-job-cancelled = Opravilo ste preklicali.
    .next = Od njega ni ostalo nič. Začnete ga lahko znova.
error-jobs-closed = Program se zaklepa ali zapira.
    .next = Odklenite program in dejanje ponovite.
error-print-failed = Tiskalnik strani ni sprejel.
    .next = Preverite, ali je prižgan in ima papir, nato tiskajte znova.
error-pdf-unreadable = Dokumenta ni mogoče prikazati.
    .next = Odprite ga znova. Če se ponovi, obvestite skrbnika sistema.
error-save-failed = Datoteke ni bilo mogoče shraniti.
    .next = Izberite drugo mapo ali sprostite prostor na disku.
