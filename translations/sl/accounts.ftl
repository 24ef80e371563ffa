### Računi, ključi trezorja, vloge, obnova dostopa s papirnatim ključem.

# Računi
account-show-ended = Pokaži tudi odstranjene račune
account-must-change = čaka na novo geslo
account-typed-by-owner = Geslo je vpisala oseba, ki ji je račun namenjen
account-remove-button = Odstrani račun …
account-reset-button = Ponastavi geslo …
account-removing = Odstranitev računa
account-removing-key = Nov ključ trezorja
account-removing-backups = Varnostne kopije
account-remove-ask = Ali želite odstraniti račun { $login }?
account-remove-why = Trezor bo dobil nov ključ in se bo v celoti prepisal. Geslo odstranjenega računa potem ne odpre ničesar več, niti s staro datoteko s ključi, če jo je kdo shranil. Postopek lahko prekličete; dokler ni končan, ostane vse po starem.
account-remove-signed = Podpisi in zapisi te osebe ostanejo veljavni. Odstranjenega računa ni mogoče vrniti; oseba lahko dobi nov račun.
account-remove-sticks = Program bo nato naredil novo varnostno kopijo in izbrisal starejše na tem disku, ker jih staro geslo še odpira. Kopije na ključih USB zamenjajte sami.
account-remove = Odstrani račun
account-renewing = Nova varnostna kopija
    .lead = Račun je odstranjen.
account-renewing-why = Starejše kopije bodo izbrisane šele, ko bo nova preverjena.
account-renewing-leave = Pusti starejše kopije
account-was-removed = Račun je odstranjen, varnostna kopija je nova. Zamenjajte še kopije na ključih USB.
account-removed-backups-stay = Račun je odstranjen. Starejše varnostne kopije so ostale; geslo odstranjenega računa jih še odpira.
account-reset = Ponastavi geslo
account-reset-ask = Novo geslo za račun { $login }
account-reset-why = Staro geslo po tem ne velja več. Podpisani zapisi ostanejo veljavni. Če geslo vpisujete vi, ga bo oseba morala ob prvi prijavi zamenjati.
account-reset-closed = Pozor: zaprtih zapisov te osebe novo geslo ne odpre. Zanje je potrebna posebna obnova zaprtih zapisov.
account-was-reset = Geslo je ponastavljeno.

# Prva prijava
first-change = Določite svoje geslo
first-change-window = Novo geslo
first-change-why = Geslo, s katerim ste se prijavili, pozna še nekdo. Preden začnete delati, določite svoje in ga ne povejte nikomur.
first-change-left = Geslo ni bilo zamenjano, zato je trezor zaprt.

# Kaj je narobe
rule-account-closed = Ta račun je že odstranjen.
    .next = Izberite drug račun.
rule-passphrase-same = To geslo pozna še nekdo.
    .next = Določite drugo geslo.
rule-passphrase-not-due = Gesla ob tej prijavi ni treba zamenjati.
    .next = Zamenjate ga lahko v nastavitvah.

# Ključ, prepisan s papirja
error-key-group-wrong = { $place }. skupina v { $line }. vrstici ni enaka kot na listu.
    .next = Primerjajte jo z listom, znak za znakom, in jo popravite. Črk b, i in o v ključu ni, števka 1 pa je samo na njegovem začetku.
error-key-length-wrong =
    Število znakov v ključu ni pravo: biti jih mora { $wanted }, vpisanih je { $typed }.
    .next = Preverite, ali katera skupina manjka ali je vpisana dvakrat.
error-key-typed-wrong = Napačnih je več znakov, zato program ne more povedati, v kateri skupini so.
    .next = Primerjajte z listom vse skupine po vrsti.
error-shares-differ = Vpisani vrstici ne sodita skupaj.
    .next = Z vsakega dela prepišite vrstico, ki je namenjena drugemu od obeh delov.

# Ključ v treh delih, na papirju
paper-shares = Ključ trezorja v treh delih
paper-share = Ključ trezorja, { $part }. del od treh
paper-share-warning = Dva od treh delov skupaj odpreta vse podatke. En sam del ne pove ničesar.
paper-share-with = Vrstica za { $part }. del
paper-share-step-1 = Vsak del vložite v svojo ovojnico in jo zapečatite. Vsako ovojnico naj hrani druga oseba na drugem kraju.
paper-share-step-2 = Za obnovo dostopa so potrebni dve ovojnici in dve osebi.
paper-share-step-3 = V oknu za prijavo izberite »Papirnati ključ« in z vsakega dela prepišite vrstico za drugega.

# Ključi trezorja
rule-office-key-there = Ključ osrednjega urada trezor že odpira.
    .next = Ni treba storiti ničesar.
rule-last-recovery-key = To je edini papirnati ključ, zato ga ni mogoče odstraniti.
    .next = Najprej natisnite in preizkusite nov papirnati ključ, nato odstranite tega.
rule-login-known = To uporabniško ime že ima drug račun.
    .next = Izberite drugo ime ali se vrnite in izberite ta račun.

# Obnova dostopa
recovery = Obnova dostopa
recovery-link = Pozabljeno geslo ali ključ na papirju …
recovery-step-paper = Ključ s papirja
recovery-step-who = Račun
recovery-step-passphrase = Novo geslo
recovery-step-sheet = Nov ključ
recovery-step-tried = Preizkus ključa
recovery-paper = Prepišite ključ s papirja
    .lead = Uporaba ključa se vpiše v dnevnik obdelave. Če vas je v enoti več, lahko geslo ponastavi tudi skrbnik sistema, brez ključa.
recovery-by = Kaj imate pred seboj
recovery-by-paper = list s celim ključem
recovery-by-parts = dva od treh delov
recovery-key = Ključ ali vrstica s prvega dela
    .hint = Od leve proti desni, vrstica za vrstico. Presledki in velikost črk niso pomembni.
recovery-second = Vrstica z drugega dela
    .hint = Z vsakega dela prepišite vrstico, namenjeno drugemu delu.
recovery-who = Kdo naj dobi dostop?
    .lead = Ključ odpira trezor. Izbrani račun bo dobil novo geslo, drugi ostanejo, kot so.
recovery-account = Račun
recovery-new = nov račun skrbnika sistema
recovery-passphrase = Določite novo geslo
    .lead = Vpiše naj ga oseba, ki ji je račun namenjen. Zaprtih zapisov tega računa novo geslo ne odpre.
recovery-sheet = Natisnite nov papirnati ključ
    .lead = Uporabljeni ključ po obnovi ne bo odpiral ničesar več. Nadomesti ga ta.
recovery-tried = Preizkusite nov list
    .lead = Ko potrdite, bo trezor dobil nov ključ in se prepisal. Do konca dela ostane vse po starem.
recovery-renew = Obnovi dostop
recovery-done = Dostop je obnovljen. Nov list vložite v ovojnico in jo zapečatite, starega uničite.
    .next = Prijavite se z novim geslom. Starejše varnostne kopije odpira še stari ključ; naredite novo.
recovery-left = Dostop ni bil obnovljen; trezor je ostal, kakršen je bil. Če ste nov list že natisnili, ga uničite.

# Kdo lahko odpre trezor
settings-keys = Kdo lahko odpre trezor
keys-title = Ključi trezorja
keys-why = Seznam vidijo vsi računi. Vsak od teh ključev odpre vse podatke; zaprte zapise odprejo samo ključi njihovih avtorjev.
keys-kind = Vrsta
keys-label = Oznaka
keys-made = Od dne
keys-none = Ključev ni.
key-kind-passphrase = geslo računa
key-kind-paper = ključ na papirju
key-kind-shares = ključ v treh delih
key-kind-office = ključ osrednjega urada
keys-new = Nov ključ za obnovo
keys-new-paper = Nov ključ na papirju …
keys-new-shares = Ključ v treh delih …
keys-new-office = Dodaj ključ urada
key-paper-new = Natisnite ključ na papirju
key-paper-lead = Sam odpre ves trezor. Dodan bo šele, ko ga preizkusite.
key-shares-new = Natisnite ključ v treh delih
key-shares-lead = Trezor odpreta katera koli dva dela skupaj. Na zaslonu je le prva vrstica prvega dela; natisnite vse tri liste.
keys-part = Prva vrstica na listu { $part }. dela
keys-tried = Preizkusite ključ
keys-add = Dodaj ključ
keys-added = Ključ je dodan.
keys-remove = Odstrani ključ
keys-remove-ask = Odstranite izbrani ključ ({ $kind } { $label })?
    .why = Trezor bo dobil nov ključ in se prepisal; odstranjeni ključ ne bo odpiral ničesar več, razen starejših varnostnih kopij.
keys-removed = Ključ je odstranjen. Starejše varnostne kopije še odpira.

# Vloge
settings-roles = Vloge in pravice
matrix = Kaj sme katera vloga
matrix-action = Dejanje
matrix-yes = da
matrix-no = –
matrix-scope = Čigave podatke lahko doseže (obseg, določi se pri računu)
matrix-print = Predogled in tiskanje …
matrix-enforced = Pravice uveljavlja program. Kdor lahko odpre trezor, bi lahko s tehničnim znanjem in posebnimi orodji prebral vse razen zaprtih zapisov.
may-see-people = vidi osebe in njihove podatke
may-edit-people = vpisuje in spreminja osebe
may-see-schedule = vidi urnik in število udeležencev
may-edit-schedule = načrtuje srečanja in skupine
may-see-notes = bere zapise
may-write-notes = piše in podpisuje zapise
may-print-sheets = tiska liste srečanj
may-see-reports = vidi poročila
may-export = izvaža podatke
may-import = uvaža podatke
may-manage-accounts = ureja račune in ključe
may-manage-unit = ureja enoto in programe
may-backup = dela varnostne kopije
may-restore = obnavlja trezor iz varnostne kopije in preizkuša obnovo
may-see-audit = vidi dnevnik obdelave
