# Izmenjava med enotami in osrednjim uradom: potrditev ključev, izvoz, uvoz, potrdila.

party-office = Osrednji urad

export-level = raven { $level }

bundle-table-activity = dejavnosti
bundle-table-attendance = vpisi prisotnosti
bundle-table-audit = vpisi v dnevnik obdelave
bundle-table-episode = vključitve v programe
bundle-table-legal_status = pravni statusi
bundle-table-participation = sodelovanja v operacijah
bundle-table-person = osebe pod šifro
bundle-table-phase_stay = bivanja v fazah
bundle-table-programme = programi
bundle-table-session = srečanja
bundle-table-staff = sodelavci pod šifro
bundle-table-unit = enota
bundle-table-party = ključi enote
bundle-table-ack = potrjeni svežnji

stays-names = imena in priimki udeležencev
stays-birth-dates = datumi rojstva (odide le starost ob vstopu)
stays-texts = besedila zapisov, tem in razlogov
stays-staff-names = imena sodelavcev

# Potrditev ključev.
error-copy-unreadable = Disk tega računalnika ne vrne kopije svežnja. Nič ni bilo uvoženo.
    .next = Sveženj uvozite znova s ključka. Če se ponovi, obvestite skrbnika sistema.
error-card-missing = V izbrani mapi ni kartice osrednjega urada.
    .next = Izberite mapo, v kateri sta datoteki roster.json in roster.json.minisig, ali prosite urad za novo kartico.
error-office-not-confirmed = Ključi osrednjega urada v tej enoti še niso potrjeni.
    .next = Najprej s ključa USB preberite kartico urada in vpišite številke z njegovega lista.
error-not-enrolled = Osrednji urad te enote še ni sprejel v izmenjavo ali pa njegovega odgovora še niste prevzeli.
    .next = Uradu predajte prošnjo in list s številkami, nato prevzemite imenik, ki ga vrne.
error-office-not-founded = Ta urad še nima korenskega ključa in imenika izmenjave.
    .next = Najprej ustvarite korenski ključ.
error-root-key-missing = Na izbranem mestu ni datoteke s korenskim ključem.
    .next = Vstavite ključ USB, na katerem to datoteko hranite, in jo izberite.
error-root-key-damaged = Izbrana datoteka ni uporaben korenski ključ ali pa ključ v mapi že obstaja.
    .next = Izberite pravo datoteko ali njeno drugo kopijo; obstoječega korenskega ključa program ne prepiše.
error-root-key-foreign = To je korenski ključ drugega urada.
    .next = Izberite ključ, ki je bil ustvarjen ob vzpostavitvi tega urada.
error-root-passphrase = Geslo ne odpre korenskega ključa.
    .next = Vpišite geslo korenskega ključa; ni isto kot vaše geslo za prijavo.
error-dry-run-differs = Uvoz je dal drugačne številke kot pregled pred njim. Nič ni bilo sprejeto.
    .next = Uvoz ponovite; če se napaka ponovi, obvestite skrbnika sistema.

rule-office-confirmed = Ta enota je osrednji urad že potrdila.
    .next = Novejši imenik izmenjave prevzemite kot odgovor urada.
rule-office-founded = Korenski ključ tega urada že obstaja.
    .next = Uporabite obstoječega; drugega ne ustvarjajte.
rule-unit-enrolled = Ta enota je že v imeniku izmenjave.
    .next = Enoti znova izdajte imenik; nova prošnja ni potrebna.
rule-unit-code-taken = To oznako že ima druga enota.
    .next = Izberite drugo oznako.
rule-unit-unknown = Te enote ni v imeniku izmenjave.
    .next = Enoto najprej sprejmite v izmenjavo.

# Branje datoteke.
error-file-gone = Datoteke ni ali je ni mogoče prebrati.
    .next = Vstavite ključ USB in datoteko izberite znova.
error-file-not-ordinary = To ni navadna datoteka, temveč mapa, povezava ali naprava.
    .next = Izberite datoteko s končnico .tcb.
error-file-too-large = Datoteka presega velikost, ki jo sveženj sme imeti.
    .next = Preverite, ali ste izbrali pravo datoteko.
error-source-failed = Naprava, s katere se datoteka bere, je javila napako (številka { $errno }).
    .next = Prosite za datoteko na drugem ključu USB.
