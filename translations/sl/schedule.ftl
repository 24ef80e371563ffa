# Urnik: ponavljanje, dela prosti dnevi, odpovedi in ločevanje oseb

# Pravila
rule-apart-same = Osebe ni mogoče držati narazen od nje same.
    .next = Poiščite drugo osebo.
rule-apart-reason = Brez razloga oseb ni mogoče držati narazen.
    .next = Na kratko napišite, zakaj se ne smeta srečati.
rule-free-day-name = Dan potrebuje ime z največ { $most } znaki.
    .next = Napišite na primer »dan zavoda«.
rule-free-day-known = Ta dan je že vpisan.
    .next = Najprej ga odstranite, nato vpišite na novo.
rule-series-rule = Pravila ponavljanja ni mogoče prebrati.
    .next = Izberite dneve v tednu ali mesto v mesecu.
rule-series-meetings = Število srečanj ni mogoče.
    .next = Vpišite število od 1 do { $most } ali pustite polje prazno.
rule-series-shift = Takega ponavljanja ni mogoče premakniti na drug dan.
    .next = Premaknite samo to srečanje ali pa ponavljanje ustavite in začnite novo.
rule-series-none = Srečanje se ne ponavlja.
    .next = Spremenite samo to srečanje.
rule-series-past = Kar je že minilo, ostane, kot je.
    .next = Izberite srečanje od danes naprej.
rule-plan-period = Obdobje ni mogoče.
    .next = Zadnji dan naj ne bo pred prvim; obdobje naj ima največ { $most } dni.
rule-clash-reason = Načrt se z nečim prekriva, razloga pa ni ({ $count }).
    .next = Izberite drug čas ali napišite razlog, vsaj { $least } znakov.
rule-session-made-up = Srečanje se že nadomešča z drugim.
    .next = Najprej odpovejte nadomestno srečanje.
rule-make-up-not-cancelled = Nadomesti se lahko samo odpovedano srečanje.
    .next = Srečanje najprej odpovejte z razlogom.
rule-stand-in-same = Srečanje že vodi ta oseba.
    .next = Izberite nekoga drugega.
rule-group-capacity = Število mest v skupini ni mogoče.
    .next = Vpišite število od 1 do { $most } ali pustite polje prazno.
rule-group-full = V skupini ni več prostega mesta (mest: { $most }).
    .next = Počakajte, da kdo konča, ali povečajte število mest.

# Na papirju
paper-week-title = Tedenski načrt { $first } – { $last }
paper-week-more = in še { $count }
paper-week-cancelled = odpade: { $reason }
paper-movement-title = Seznam gibanja
paper-movement-table = Koga kje pričakujejo
paper-movement-unit = Zavod
paper-movement-day = Dan
paper-movement-time = Ura
paper-movement-room = Prostor
paper-movement-no-room = ni določen
paper-movement-person = Oseba
paper-movement-code = Šifra
paper-movement-leader = Prevzame
paper-movement-left = Odhod
paper-movement-back = Vrnitev
paper-movement-more =
    { $count ->
        [one] in še { $count } oseba
        [two] in še { $count } osebi
        [few] in še { $count } osebe
       *[other] in še { $count } oseb
    }
paper-movement-defined = Seznam pove samo, kdo je kdaj in kje pričakovan. Odpovedanih srečanj na njem ni.
