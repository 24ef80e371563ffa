# Uvoz oseb iz preglednice.

people-import = Uvozi iz preglednice
people-import-title = Uvoz oseb iz preglednice
import-step-file = Datoteka
import-step-columns = Stolpci
import-step-check = Pregled vrstic
import-step-done = Konec

import-file-title = Katera preglednica?
import-file-lead = Datoteka XLSX ali CSV s seznamom oseb: priimek in ime, datum rojstva, spol, po potrebi pravni status in datum vstopa. Program jo samo prebere; ne spremeni je in je ne prepiše.
import-file-choose = Izberi datoteko
import-file-kind = Preglednice
import-file-none = Datoteka še ni izbrana.
import-file-missing = Izberite datoteko s seznamom oseb.
import-file-read = Preberi
import-earlier = Prejšnji uvozi
import-earlier-none = Uvoza iz preglednice še ni bilo.
import-earlier-line = { $day } · { $by } · { $added ->
    [one] { $added } nova oseba
    [two] { $added } novi osebi
    [few] { $added } nove osebe
   *[other] { $added } novih oseb
}, { $joined ->
    [one] { $joined } dopolnjena
    [two] { $joined } dopolnjeni
    [few] { $joined } dopolnjene
   *[other] { $joined } dopolnjenih
}
import-earlier-undone = razveljavljen
import-earlier-undone-stayed = razveljavljen; { $stayed ->
    [one] pri { $stayed } osebi je ostalo, kar je bilo od takrat spremenjeno ali uporabljeno
    [two] pri { $stayed } osebah je ostalo, kar je bilo od takrat spremenjeno ali uporabljeno
    [few] pri { $stayed } osebah je ostalo, kar je bilo od takrat spremenjeno ali uporabljeno
   *[other] pri { $stayed } osebah je ostalo, kar je bilo od takrat spremenjeno ali uporabljeno
}
import-undo = Razveljavi uvoz
import-undo-asked = Ali naj se ta uvoz razveljavi? Kar je bilo od takrat spremenjeno, podpisano ali uporabljeno, ostane; drugo gre v koš in tam počaka 90 dni.
import-undone-title = Uvoz je razveljavljen
import-undone-all = Vse, kar je uvoz dodal, je v košu.

import-columns-title = Kaj je v katerem stolpcu?
import-columns-lead = Priimek in ime, datum rojstva in spol so obvezni. Razpored si program zapomni za naslednjo enako datoteko.
import-columns-remembered = Razpored je tak kot pri zadnjem uvozu enake datoteke.
import-columns-nameless = { $count ->
    [one] { $count } stolpec nima glave (združene celice)
    [two] { $count } stolpca nimata glave (združene celice)
    [few] { $count } stolpci nimajo glave (združene celice)
   *[other] { $count } stolpcev nima glave (združene celice)
}; tu so imenovani po črkah.
import-column-letter = Stolpec { $letter }
import-column-none = – ni v datoteki –
import-column-example = na primer: { $text }
import-encoding = Zapis črk
import-encoding-utf-8 = UTF-8
import-encoding-utf-16 = UTF-16
import-encoding-cp1250 = Windows-1250 (srednjeevropski)
import-encoding-hint = Ugotovljeno iz datoteke. Če so črke č, š in ž videti napačne, izberite drug zapis.
import-sheet = List
import-head = Glava je v vrstici
import-programme = Program vstopa
import-programme-none = – brez vstopa –
sheet-field-family = Priimek
sheet-field-given = Ime
sheet-field-name = Priimek in ime v enem stolpcu
sheet-field-birth-date = Datum rojstva
sheet-field-sex = Spol
sheet-field-kind = Vrsta osebe
sheet-field-status = Pravni status
sheet-field-status-from = Status velja od
sheet-field-own-code = Šifra osebe
sheet-field-entry = Datum vstopa
sheet-field-exit = Datum izstopa (zadnji dan)
sheet-field-exit-code = Šifra razloga izstopa

import-check-title = Kaj bo z vsako vrstico
import-check-lead = Nič še ni zapisano. Pri vrsticah »morda znana« odločite, ali gre za isto osebo.
import-check-counts = prebranih { $rows } = novih { $new } + znanih { $known } + morda znanih { $doubt } + zavrnjenih { $refused }; praznih vrstic: { $empty }
import-filter = Pokaži
import-filter-all = vse vrstice
import-column-line = Vrstica
import-column-name = Oseba
import-column-standing = Stanje
import-column-taken = Kaj se zgodi
import-column-why = Razlog
import-check-none = Takih vrstic ni.
import-standing-new = nova
import-standing-known = znana
import-standing-doubt = morda znana
import-standing-refused = zavrnjena
import-taken-add = odpre se nova kartoteka
import-taken-join = dopolni se kartoteka
import-taken-leave = se ne uvozi
import-why-same = isto ime in datum rojstva ali ista šifra: { $code }
import-why-alike = podobna oseba: { $who }
import-decide = Odločitev za izbrano vrstico
import-decide-join = Ista oseba kot { $who }
import-decide-add = Druga oseba: odpri novo kartoteko
import-decide-leave = Ne uvozi
import-errors-save = Shrani zavrnjene vrstice (XLSX)
import-errors-name = zavrnjene-vrstice
import-errors-column = Razlog zavrnitve
import-errors-saved = Datoteka je shranjena. Popravite vrstice in jo uvozite.
import-take = Uvozi

import-done-title = Uvoz je končan
import-done-added = Nove osebe
import-done-joined = Dopolnjene kartoteke
import-done-left = Izpuščene vrstice
import-done-refused = Zavrnjene vrstice
import-done-hint = Uvoz lahko razveljavite v prvem koraku tega okna, dokler zapisov nihče ne spremeni ali uporabi.

import-trouble-formula = V celici je formula. V preglednici jo zamenjajte z vrednostjo.
import-trouble-short-row = V vrstici je ena sama celica; videti je kot naslov ali združena celica.
import-trouble-name-missing = Manjka priimek ali ime.
import-trouble-name-uncertain = Ni jasno, kaj je priimek in kaj ime. Pišite »Priimek, Ime«.
import-trouble-name-too-long = Ime je predolgo.
import-trouble-birth-missing = Manjka datum rojstva.
import-trouble-birth-impossible = Datum rojstva ni mogoč.
import-trouble-day-unreadable = To ni datum.
import-trouble-day-ambiguous = Datum ima več pomenov. Napišite ga s štirimestnim letom, dan pred mesecem: 1. 2. 2026.
import-trouble-sex-missing = Manjka spol.
import-trouble-sex-unknown = Neznana oznaka spola. Pišite M ali Ž.
import-trouble-kind-unknown = Neznana vrsta osebe.
import-trouble-status-unknown = Neznan pravni status.
import-trouble-status-before-birth = Status se začne pred rojstvom.
import-trouble-entry-before-birth = Vstop je pred rojstvom.
import-trouble-entry-missing = Izstop je brez vstopa.
import-trouble-outside-operation = Vstop je zunaj trajanja operacije.
import-trouble-exit-before-entry = Izstop je pred vstopom.
import-trouble-exit-unknown = Neznana šifra razloga izstopa.
import-trouble-code-unknown = Osebe s to šifro v tej enoti ni.
import-trouble-code-of-another = Šifra je od osebe z drugim imenom in datumom rojstva.
import-trouble-twice = Ista oseba je že v vrstici { $cell }.
import-complaint = { $column } »{ $cell }«: { $trouble }

rule-import-columns = Manjka obvezen stolpec.
    .next = Povejte, v katerem stolpcu so priimek in ime, datum rojstva in spol.
rule-import-programme = Datoteka ima datume vstopa, program pa ni izbran.
    .next = Izberite program ali povejte, da datuma vstopa v datoteki ni.
rule-import-nothing = V datoteki ni nobene vrstice, ki bi se uvozila.
    .next = Preverite, v kateri vrstici je glava, in odločite o vrsticah »morda znana«.
rule-import-whole-unit = Uvozi lahko le, kdor vidi vso enoto.
    .next = Prosite vodjo enote.
rule-import-stale = Nekdo s seznama ima od pregleda že svojo kartoteko.
    .next = Preberite datoteko znova.
rule-import-undone = Ta uvoz je že razveljavljen.
    .next = Zaprite okno in ga odprite znova.
error-sheet-unreadable = Te datoteke ni mogoče prebrati kot preglednico.
    .next = Odprite jo v programu za preglednice in jo shranite kot XLSX ali CSV.
error-sheet-old = Datoteka je stare oblike (XLS) ali zaklenjena z geslom.
    .next = Odprite jo v programu za preglednice in jo brez gesla shranite kot XLSX.
error-sheet-too-large = Datoteka je prevelika: uvozi se lahko največ { $most } vrstic naenkrat.
    .next = Razdelite jo na več datotek.
error-sheet-encoding = Črke v datoteki niso zapisane tako, kot ste izbrali.
    .next = Izberite drug zapis črk.

audit-thing-import-batch = uvoz iz preglednice
audit-thing-imported-file = vrstica uvoza iz preglednice
