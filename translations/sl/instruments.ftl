### Vprašalniki, njihovi izidi in varnostni postopek.

# Dnevnik obdelave
audit-thing-instrument = definicija vprašalnika
audit-thing-response = izid vprašalnika
audit-thing-due-rule = pravilo o roku vprašalnika
audit-thing-safety-flow = varnostni postopek
audit-action-safety-put-off = Varnostni postopek odložen

# Napake
error-instrument-refused =
    Definicije ni mogoče naložiti. Vrstica { $line }: { $reason ->
        [too-large] datoteka je prevelika (največ 256 kB)
        [not-utf8] besedilo ni v kodiranju UTF-8
        [not-json] tu ni veljaven zapis JSON
        [too-deep] podatki so vgnezdeni pregloboko
        [twice] »{ $what }« je navedeno dvakrat
        [unknown-key] podatek »{ $what }« ni znan
        [missing-key] manjka podatek »{ $what }«
        [unknown-word] »{ $what }« ni ena od dovoljenih vrednosti
        [unknown-language] jezik »{ $what }« ni podprt
        [unknown-responses] nabor odgovorov »{ $what }« ne obstaja
        [unknown-item] vprašanje »{ $what }« ne obstaja
        [unknown-score] izid »{ $what }« ne obstaja
        [cycle] izid »{ $what }« je izračunan iz samega sebe
        [too-many] seznam »{ $what }« je predolg
        [empty] »{ $what }« je prazno
        [not-text] »{ $what }« mora biti besedilo, ne daljše od 2000 znakov
        [not-code] »{ $what }« sme imeti le male črke, števke in vezaje
        [not-number] »{ $what }« ni število v dovoljenem razponu
        [not-yes-no] »{ $what }« mora biti true ali false
        [not-list] »{ $what }« mora biti seznam
        [not-object] tu mora biti objekt v zavitih oklepajih
        [out-of-range] meja »{ $what }« je zunaj razpona izida
        [choices-or-range] nabor odgovorov potrebuje bodisi choices bodisi least in most
        [method-members] podatek »{ $what }« se ne ujema z načinom izračuna
        [method-entered] izid se vnaša le pri definiciji brez vprašanj
        [licence-scores-only] licenca dovoljuje samo vnos izidov, definicija pa ima vprašanja
        [licence-no-text] licenca ne dovoljuje prikaza besedila vprašanj, definicija pa ga ima
        [no-items] definicija nima vprašanj
        [text-missing] vprašanju manjka besedilo v jeziku »{ $what }«
        [translation-missing] za jezik »{ $what }« ni povedano, od kod je besedilo
       *[other] { $reason }
    }.
    .next = Popravite datoteko v navedeni vrstici in jo naložite znova. V trezorju se ni nič spremenilo.
rule-instrument-version-taken = Različica { $version } tega vprašalnika že obstaja z drugo vsebino.
    .next = V datoteki povečajte številko različice in jo naložite znova.
rule-instrument-older = V rabi je že novejša različica ({ $version }).
    .next = Naložite različico z višjo številko.
rule-instrument-unknown = Tega vprašalnika ni več na voljo.
    .next = Izberite drugega ali v nastavitvah naložite njegovo definicijo.
rule-due-weeks = Število tednov mora biti od 1 do { $most }.
    .next = Popravite število.
rule-due-rule-exists = Za ta vprašalnik in to priložnost pravilo že velja.
    .next = Najprej prekličite veljavno pravilo.
rule-score-cycle = Izid je izračunan iz samega sebe.
    .next = Popravite definicijo vprašalnika.
rule-answer-unknown = Vprašanja { $item } v tem vprašalniku ni.
    .next = Odprite vprašalnik znova.
rule-answer-out-of-range = Odgovor na vprašanje { $item } ni mogoč.
    .next = Izberite enega od ponujenih odgovorov.
rule-score-out-of-range = Izid mora biti od { $least } do { $most }.
    .next = Preverite seštevek na papirnatem obrazcu.
rule-response-day = Dan izpolnjevanja ni mogoč.
    .next = Vpišite dan, ki ni v prihodnosti in ni pred rojstvom.
rule-response-empty = Ni še nobenega odgovora.
    .next = Odgovorite vsaj na eno vprašanje.
rule-correction-reason = Popravek potrebuje razlog.
    .next = Na kratko zapišite, kaj je bilo narobe.
rule-already-corrected = Ta izid je že popravljen.
    .next = Popravite novejšega.
rule-safety-closed = Varnostni postopek je zaključen in ga ni mogoče več spreminjati.
    .next = Če je treba, odprite novega.
rule-safety-told-missing = Manjka, kdo je bil obveščen in kdaj.
    .next = Vpišite osebo ali službo ter dan in uro.
rule-safety-agreed-missing = Manjka, kaj je bilo dogovorjeno.
    .next = Zapišite dogovor z osebo in z obveščenimi.
rule-safety-plan-missing = Manjka varnostni načrt.
    .next = Zapišite ga, ali zapišite, zakaj ni potreben.
rule-safety-outcome-missing = Manjka zaključek.
    .next = Zapišite, kako se je postopek končal.

# Kartoteka: Vprašalniki
person-tab-instruments = Vprašalniki
instrument-name = { $short } – { $topic }
instrument-item = Vprašanje { $number }
instrument-choose = Vprašalnik
instrument-fill = Izpolni
instrument-none = Ni še izpolnjenih vprašalnikov.
    .next = Zgoraj izberite vprašalnik in pritisnite Izpolni.
instrument-column-name = Vprašalnik
instrument-column-last = Zadnji izid
instrument-column-due = Rok
instrument-due = do { $day }
instrument-due-late = zamuja, rok { $day }
instrument-begun = Začet: { $name }, odgovorov { $count } od { $all }
instrument-go-on = Nadaljuj
instrument-results = Izidi
instrument-results-none = Za ta vprašalnik še ni izida.
    .next = Ko ga izpolnite, se tu pokažeta graf in tabela.
instrument-scale = Lestvica
instrument-chart = Graf sprememb: { $score }
instrument-chart-told = Prvi izid { $first } ({ $begun }), zadnji { $last } ({ $day }). Sprememba: { $change }.
instrument-column-day = Dan
instrument-column-score = Izid
instrument-column-change = Od prvega
instrument-column-author = Vnesel/-la
instrument-superseded = popravljeno: { $score }
instrument-correct = Popravi izid
instrument-answers = Odgovori
instrument-credit = Vir: { $text }
instrument-credit-source = { $credit } { $source } Različica { $version }, odtis { $digest }.
instrument-shown-numbers = Besedila vprašanj v programu ni. Uporabite papirnati obrazec; tu vnesete številke odgovorov.
    .short = le številke
instrument-shown-scores = Licenca dovoljuje le vnos izida z izpolnjenega licenčnega obrazca.
    .short = le izid
instrument-shown-text = Besedilo vprašanj je v programu.
    .short = besedilo
instrument-text-original = Besedilo je v izvirnem jeziku; uradnega slovenskega prevoda v programu ni.
text-status-original = Besedilo je izvirno ({ $source }).
text-status-official = Besedilo je uradni prevod ({ $source }).
text-status-validated = Besedilo je preverjen prevod ({ $source }).
text-status-local = Besedilo je lokalni prevod, ki ni uradno potrjen ({ $source }).
score-change-improved = zanesljivo bolje
score-change-worsened = zanesljivo slabše
score-change-within = v mejah napake merjenja
response-mode-self = izpolni oseba sama
response-mode-interview = pogovor
response-mode-paper = prepis s papirja
instrument-correcting = Popravek: { $name }
instrument-day = Dan izpolnjevanja
instrument-mode = Način
instrument-reason = Razlog popravka
instrument-keys = Števka izbere odgovor · Enter naprej · Shift+Enter nazaj · Delete izbriše odgovor
instrument-range = od { $least } ({ $low }) do { $most } ({ $high })
instrument-range-wrong = Ta številka ni mogoča.
instrument-score-range = od { $least } do { $most }
instrument-progress =
    Odgovorov { $count } od { $all }
instrument-lock = Zakleni izid
instrument-later = Nadaljuj pozneje
    .help = Odgovori ostanejo shranjeni; vidite jih samo vi.
instrument-drop = Zavrzi
instrument-drop-ask = Zavržem odgovore?
    .why = Odgovori na ta vprašalnik se izbrišejo. Tega ni mogoče razveljaviti.
instrument-lock-ask = Zaklenem izid vprašalnika { $name }?
    .why = Zaklenjenega izida ni mogoče spremeniti. Napako popravite z novim vnosom in razlogom; prvotni izid ostane viden.
instrument-lacking =
    { $count ->
        [one] Brez odgovora je { $count } vprašanje.
        [two] Brez odgovora sta { $count } vprašanji.
        [few] Brez odgovora so { $count } vprašanja.
       *[other] Brez odgovora je { $count } vprašanj.
    } Če jih manjka preveč, izida ni mogoče izračunati.
instrument-unreadable = Preverite dan in številke.
instrument-kept = Odgovori so shranjeni. Nadaljujete lahko kadar koli.
instrument-dropped = Odgovori so zavrženi.
instrument-locked = Izid je zaklenjen.
instrument-recorded = { $day }, { $mode }; zapis { $author }, { $moment }
instrument-corrected-why = Razlog popravka: { $reason }
instrument-superseded-told = Ta izid je popravljen; velja novejši.
instrument-no-answer = brez odgovora
instrument-close = Zapri

# Varnostni postopek
safety-title = Varnostni postopek
safety-flows = Varnostni postopki
safety-none = Ni odprtih varnostnih postopkov.
safety-new = Odpri varnostni postopek
    .help = Kadar oseba kaj pove ali stori, kar vzbuja skrb za njeno varnost.
safety-open = Odpri
safety-line-open = Odprt od { $day }
safety-line-closed = Zaključen, odprt { $day }
safety-band =
    { $count ->
        [one] Odprt varnostni postopek od { $day }.
        [two] Odprta { $count } varnostna postopka, prvi od { $day }.
        [few] Odprti { $count } varnostni postopki, prvi od { $day }.
       *[other] Odprtih { $count } varnostnih postopkov, prvi od { $day }.
    }
safety-band-review = Pregled načrta: { $day }.
safety-why-item = Odgovor na vprašanje { $item } ({ $moment }) lahko pomeni, da je oseba v nevarnosti.
safety-why-hand = Postopek je odprl delavec ali delavka ({ $moment }).
safety-advice = Osebe ne puščajte same, dokler se o tem ne pogovorite. Obvestite tiste, ki jih določa hišni red, in zapišite spodnje podatke. Postopek ostane viden na strani Danes in v kartoteki, dokler ga ne zaključite.
safety-whom = Kdo je bil obveščen
    .hint = Ime ali služba; lahko jih je več.
safety-when = Kdaj
safety-when-day = Dan obvestila
safety-when-time = Ura obvestila
safety-agreed = Kaj je dogovorjeno
safety-plan = Varnostni načrt
    .hint = Opozorilni znaki, kaj pomaga, na koga se oseba obrne, kako je okolje varnejše.
safety-review = Pregled načrta
safety-outcome = Zaključek
    .hint = Izpolnite, ko postopek zaključujete.
safety-save = Shrani
safety-close = Zaključi postopek
    .help = Ko je vse zapisano in je nevarnost minila ali jo je prevzela druga služba.
safety-put-off = Pusti odprto
safety-back = Nazaj
safety-saved = Varnostni postopek je shranjen in ostaja odprt.
safety-closed = Varnostni postopek je zaključen.
safety-closed-at = Zaključen { $moment }.
safety-close-ask = Zaključim varnostni postopek?
    .why = Zaključenega postopka ni mogoče spremeniti. Zapisano ostane v kartoteki.
safety-put-off-ask = Pustim varnostni postopek odprt?
    .why = Da ste ga pustili odprtega, se zapiše v dnevnik obdelave. Postopek ostane na strani Danes in v kartoteki, dokler ga kdo ne zaključi.

# Danes
today-due =
    { $count ->
        [one] { $count } oseba ima vprašalnike na vrsti
        [two] { $count } osebi imata vprašalnike na vrsti
        [few] { $count } osebe imajo vprašalnike na vrsti
       *[other] { $count } oseb ima vprašalnike na vrsti
    }
    .title = Vprašalniki na vrsti
today-due-late = zamuja: { $count }

# Nastavitve
settings-instruments = Vprašalniki
    .why = Vprašalnik je podatkovna datoteka: vprašanja, točkovanje, licenca in izvor besedila. Program prevodov ne izmišlja; kjer uradnega ni, pokaže izvirnik.
settings-instrument-load = Naloži definicijo …
settings-instrument-shown = Prikaz
settings-instrument-version = Različica
settings-instrument-about = Imetnik: { $holder }. Pogoji: { $terms } Navedba: { $credit } { $source } Odtis datoteke: { $digest }
settings-instrument-loaded = Naložena je različica { $version } vprašalnika { $name }.
settings-due = Kdaj je vprašalnik na vrsti
    .why = Pravila veljajo za vse vključitve v program. Prihajajo s predlogo programa; tu jih dodajate in končate.
settings-due-none = Ni pravil.
settings-due-line =
    { $programme }: { $name } – { $occasion }, { $count ->
        [one] { $count } teden
        [two] { $count } tedna
        [few] { $count } tedni
       *[other] { $count } tednov
    }
settings-due-end = Končaj
settings-due-programme = Program
settings-due-instrument = Vprašalnik
settings-due-occasion = Priložnost
settings-due-weeks = Tednov
    .hint = Ob vstopu in izstopu: koliko časa je na voljo. Redno: na koliko tednov. Po izstopu: koliko tednov pozneje.
settings-due-add = Dodaj pravilo
settings-due-added = Pravilo velja.
settings-due-ended = Pravilo je končano.
due-occasion-entry = ob vstopu
due-occasion-every = redno
due-occasion-exit = ob izstopu
due-occasion-follow-up = po izstopu
error-file-unreadable = Datoteke ni mogoče prebrati.
    .next = Preverite, ali je ključ USB še vstavljen, in izberite datoteko znova.

# Izpis vseh podatkov
paper-answers-day = Dan
paper-answers-name = Vprašalnik
paper-answers-score = Izid
paper-answers-answers = Odgovori
paper-answers-by = Zapis
paper-answers-whom = Obveščeni
paper-answers-agreed = Dogovor
paper-answers-plan = Varnostni načrt
paper-answers-outcome = Zaključek

# Časovnica
person-timeline-response = Vprašalnik { $name }: { $score }
person-timeline-safety-open = Varnostni postopek, odprt
person-timeline-safety-closed = Varnostni postopek, zaključen
person-filter-responses = Vprašalniki
