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
