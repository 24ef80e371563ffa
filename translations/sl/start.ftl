### Prvi zagon, prijava, nastavitve, varnostne kopije, zapiranje programa.

# Prijava
start-other-account = Zamenjaj račun (zaklene)
start-names = Skrij ali pokaži imena (F9)
start-names-hidden = Imena so skrita
    .help = Osebe so prikazane s šiframi. Klik ali F9 spet pokaže imena.
start-choose-folder = Izberite mapo, v kateri je trezor
start-new-folder = Izberite prazno mapo za nov trezor
start-no-vault-there = V izbrani mapi ni trezorja.
    .next = Izberite mapo, v kateri je datoteka vault.json, ali pripravite novo namestitev.
start-made = Namestitev je pripravljena. List s papirnatim ključem shranite v zapečateno ovojnico.
    .next = Prijavite se z geslom, ki ste ga pravkar določili.
start-left = Nova namestitev ni bila dokončana; na disku od nje ni ostalo nič.
    .next = Če ste že natisnili list s papirnatim ključem, ga uničite: ne odpira ničesar.

# Prvi zagon
first-run = Nova namestitev
first-run-leave = Opusti namestitev
first-run-step-kind = Vrsta namestitve
first-run-step-names = Ime in programi
first-run-step-account = Prvi račun
first-run-step-passphrase = Geslo
first-run-step-sheet = Papirnati ključ
first-run-step-tried = Preizkus ključa
first-run-kind = Kaj bo ta namestitev?
    .lead = Vrste pozneje ni mogoče zamenjati. Na vsakem računalniku je ena namestitev.
installation-unit = Enota
    .why = Za delo z udeleženci v zavodu: osebe, urnik, srečanja, zapisi, listi in izvoz.
installation-office = Osrednji urad
    .why = Za zbiranje podatkov enot: uvoz, pregled enot in skupna poročila. Brez imen in zapisov.
first-run-names = Kako se imenuje enota?
    .lead = Ime in oznaka stojita na natisnjenih listih in v izvozu.
first-run-office-names = Kako se imenuje urad?
    .lead = Ime in oznaka stojita na poročilih in potrdilih za enote.
first-run-unit-name = Ime
    .hint = Na primer: Dob, terapevtska skupnost
first-run-unit-code = Oznaka
    .hint = Od dva do šest znakov, črke brez strešic ali števke, na primer DOB. Z njo se začnejo šifre oseb.
first-run-programmes = Programi
    .hint = Izbrani se prevzamejo iz predlog; druge lahko vklopite pozneje v nastavitvah.
first-run-account = Komu je namenjen prvi račun?
    .lead = Ta oseba bo dodala račune drugih.
account-given-name = Ime
account-family-name = Priimek
account-name = Priimek in ime
account-login =
    .hint = Kratko in nevtralno: črke, števke, pika ali vezaj. Vidno je že pred odklepanjem.
account-role = Vloga
account-first-role =
    .hint = Račune z drugimi vlogami dodate pozneje v nastavitvah, vsaki osebi svojega.
first-run-passphrase = Določite geslo
    .lead = Geslo varuje vse podatke. Izbere ga oseba, ki ji je račun namenjen, in ga ne pove nikomur.
passphrase-advice = Najboljše je geslo iz petih naključnih besed: lahko si ga je zapomniti, uganiti pa skoraj nemogoče. Program ne zahteva, da ga menjate vsakih nekaj mesecev.
first-run-create = Ustvari trezor
first-run-sheet = Natisnite papirnati ključ
    .lead = Če bodo vsa gesla pozabljena, bo podatke odprl samo ta ključ. Program ga ne shrani in ga ne bo več pokazal.
first-run-key = Ključ trezorja
    .hint = Isti ključ je na listu, v vrsticah in skupinah po štiri znake. Če nimate tiskalnika, ga prepišite na papir.
first-run-line = { $line }. vrstica
first-run-print = Predogled in tiskanje …
first-run-paper = Papirnati ključ
first-run-sheet-envelope = List vložite v ovojnico in jo zapečatite; podpišeta naj jo dve osebi.
first-run-sheet-place = Ovojnico shranite na zaklenjeno mesto, ločeno od računalnika.
first-run-sheet-last-way = V naslednjem koraku boste del ključa prepisali z lista; zato ga imejte pri sebi.
first-run-have-sheet = List imam pred seboj
first-run-tried = Preizkusite list
    .lead = Z lista vpišite skupini, po katerih vpraša program. S tako sestavljenim ključem bo poskusil odpreti trezor.
first-run-asked = { $line }. vrstica, { $place }. skupina
first-run-asked-hint = Velike in male črke so enakovredne. Znakov 1, b, i in o v teh skupinah ni.
first-run-try = Preizkusi ključ
first-run-placing = Trezor gre na svoje mesto
    .lead = Papirnati ključ odpre trezor.
    .wait = Program shranjuje trezor …

# Moč gesla
strength-empty = Vsaj 14 znakov ali pet predlaganih besed.
strength-enough = Zadostuje. Še ena naključna beseda bi ga precej okrepila.
strength-good = Dobro geslo.

# Vloge
role-therapist = strokovni delavec / strokovna delavka
role-external = zunanji izvajalec / zunanja izvajalka
role-head = vodja enote
role-officer = pravosodni policist / pravosodna policistka
role-administrator = skrbnik / skrbnica sistema
role-analyst = analitik / analitičarka osrednjega urada
role-auditor = nadzor

# Nastavitve
settings = Nastavitve
settings-sections = Razdelki nastavitev
settings-own = Videz in geslo
settings-accounts = Računi
settings-unit = Enota in programi
settings-backups = Varnostne kopije
settings-about = O programu
settings-look = Videz
settings-theme = Barve
    .hint = Zamenjajo se takoj in samo na tem računalniku.
look-system = kot v računalniku
look-light = svetle
look-dark = temne
look-contrast = visok kontrast
settings-language = Jezik
    .hint = Zamenja se, ko se program naslednjič odklene.
settings-language-kept = Jezik je shranjen. Zamenjal se bo po naslednjem odklepanju.
settings-passphrase = Vaše geslo
    .why = Zamenjajte ga, če mislite, da ga pozna še kdo. Podpisani zapisi ostanejo veljavni.
settings-old-passphrase = Sedanje geslo
settings-change-passphrase = Zamenjaj geslo
settings-passphrase-changed = Geslo je zamenjano. Od zdaj velja samo novo.
settings-programmes = Programi
    .why = Program prevzamete iz predloge: z dejavnostmi, fazami in financerjem. Vklopljenega ni mogoče izklopiti, saj so nanj vezani podatki.
settings-programme-runs = vklopljen
settings-programme-take = Vklopi
settings-programme-take-named = Vklopi program { $programme }
settings-programme-taken = Program je vklopljen.
settings-safety = Zaklepanje
settings-lock = Samodejno zakleni
    .hint = Velja za vse račune. Program se zaklene tudi, ko se zaklene ali zaspi računalnik.
settings-minutes =
    po { $count ->
        [one] { $count } minuti
       *[other] { $count } minutah
    } mirovanja
settings-lock-kept =
    Program se bo zaklenil po { $count ->
        [one] { $count } minuti
       *[other] { $count } minutah
    } mirovanja.

# Računi
account-state = Stanje
account-active = v rabi
account-yours = vaš račun
account-ended-on = odstranjen { $day }
account-none = Računov ni.
account-add = Dodaj račun
account-new = Nov račun
account-types-own = Geslo naj vpiše oseba, ki ji je račun namenjen, ob tem računalniku.
account-save = Shrani račun
account-added = Račun je dodan. Oseba se lahko prijavi takoj.
account-name-wanted = Vpišite ime in priimek.

# Varnostne kopije
backup-carry = Kopija na ključu USB
    .hint = Kopija je šifrirana. Ključ hranite zaklenjen, v drugem prostoru kot računalnik.
backup-never-carried = Na ključu USB še ni nobene kopije. Če odpove disk, so izgubljene tudi kopije na njem.
backup-carried =
    Zadnja: { $at }, { $count ->
        [0] danes
        [one] pred { $count } dnevom
        [two] pred { $count } dnevoma
        [few] pred { $count } dnevi
       *[other] pred { $count } dnevi
    }.
backup-drive = Ključ USB za kopijo
backup-no-drive = vstavite ključ USB
backup-drive-free = { $name }, prosto { $size } GB
backup-carry-now = Naredi kopijo na ključ
backup-carried-now = Kopija je na ključu in je bila preverjena. Ključ lahko odstranite.
backup-kept = Kopije na tem disku nastajajo same: enkrat na dan, ob zapiranju, pred uvozom in pred zamenjavo ključev. Ohrani se 14 dnevnih, 8 tedenskih in 24 mesečnih; vsak teden sta dve znova prebrani.
backup-at = Narejena
backup-size = Velikost
backup-megabytes = { $size } MB
backup-rows = Zapisov
backup-state = Preverjena
backup-none = Kopije še ni.
    .next = Naredite jo zdaj; trajala bo nekaj sekund.
backup-now = Naredi kopijo zdaj
backup-made = Kopija je narejena in preverjena.
closing-backup = Pred zapiranjem nastaja varnostna kopija
    .why = Zadnja dobra kopija je starejša od enega dne. Ko bo nova narejena, se bo program zaprl sam.
closing-stay = Nazaj v program
closing-without = Zapri brez kopije

# O programu
about-program = O programu
about-version = Različica
about-installation = Namestitev
about-unit = Ime in oznaka
about-folder = Mapa trezorja
about-vault = Oznaka trezorja
about-account = Prijavljeni račun
about-health = Celovitost podatkov
    .why = Preverjanje prebere ves trezor, dnevnik obdelave in podpise zapisov. Ničesar ne spremeni.
about-check = Preveri podatke
about-sound = ✓ Vse je tako, kot je bilo zapisano. Vrstic v dnevniku obdelave: { $lines }, veljavnih podpisov: { $signatures }.
about-wrong-pages = ✗ Trezor na disku je poškodovan.
about-wrong-audit = ✗ Dnevnik obdelave ni tak, kot je bil zapisan.
about-wrong-signatures = ✗ Podpis vsaj enega zapisa se ne ujema z njegovim besedilom.
about-wrong-next = Programa ne uporabljajte naprej in o tem takoj obvestite skrbnika sistema. Varnostnih kopij ne brišite.

# Pravila
rule-unit-code = Oznaka naj ima od dva do šest znakov: črke brez strešic ali števke.
    .next = Popravite oznako.
rule-unit-name-missing = Ime manjka.
    .next = Vpišite ime enote ali urada.
rule-names-missing = Manjka ime ali priimek.
    .next = Vpišite oboje; pod tem imenom oseba stoji na listih.
rule-login-shape = Uporabniško ime naj ima največ 32 znakov: črke, števke, piko ali vezaj.
    .next = Izberite drugo, na primer priimek brez presledkov.
rule-first-role = Ta vloga ne more biti prva, ker ne more dodati drugih računov.
    .next = Izberite vlogo s seznama.
rule-own-account = Svojega računa ne morete odstraniti.
    .next = To naj stori druga oseba, ki upravlja račune.
rule-passphrase-not-ready = Geslo še ni dovolj močno ali pa se vpisa razlikujeta.
    .next = Upoštevajte nasvet pod poljem in geslo dvakrat enako vpišite.
rule-lock-minutes = Samodejno zaklepanje je mogoče po najmanj { $least } in največ { $most } min.
    .next = Izberite čas s seznama.
rule-programme-exists = Program { $programme } je v tej enoti že vklopljen.
    .next = Ni treba storiti ničesar.

# Napake
error-account-ended = Ta račun je odstranjen.
    .next = Prijavite se z drugim računom ali se obrnite na osebo, ki upravlja račune.
error-folder-taken = V izbrani mapi že nekaj je.
    .next = Izberite prazno mapo.
error-sheet-differs = Tako vpisani ključ trezorja ne odpre.
    .next = Primerjajte znake z listom, enega za drugim, in jih vpišite še enkrat. Po potrebi se vrnite korak nazaj in list natisnite znova.
error-vault-not-placed = Trezorja ni bilo mogoče prestaviti na njegovo mesto, ker mapo uporablja drug program.
    .next = Zaprite okna, ki kažejo to mapo, in poskusite znova.
