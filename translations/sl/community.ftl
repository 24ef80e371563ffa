### Skupnost: čakalni seznam, faze, mirovanje, vloge, dogodki.

audit-thing-waiting-stay = mesto na čakalnem seznamu
audit-thing-phase-decision = odločitev o fazi
audit-thing-suspension = mirovanje vključitve
audit-thing-role-stay = vloga v skupnosti
audit-thing-community-event = dogodek v skupnosti
audit-thing-exit-decision = odločitev o izstopu
bin-thing-held-role = vloga v skupnosti
bin-thing-event-in-community = dogodek v skupnosti

# Pravila
rule-begins-in-future = Dan je v prihodnosti.
    .next = Popravite dan.
rule-outside-stay = V tem času oseba ni v programu.
    .next = Popravite dan ali izberite drugo vključitev.
rule-waiting-unchanged = Oseba že ima ta status na čakalnem seznamu.
    .next = Izberite drug status.
rule-community-text-too-long = Besedilo je predolgo; največ { $most } znakov.
    .next = Skrajšajte ga.
rule-phase-team-missing = Ni povedano, kdo je odločil.
    .next = Vpišite, kdo je sodeloval pri odločitvi.
rule-phase-reason-missing = Manjka razlog.
    .next = Zapišite, zakaj vrnitev ali prehod brez izpolnjenih mejnikov.
rule-already-resumed = Mirovanje je že končano.
    .next = Odprite kartoteko znova.
rule-role-unknown = Te vloge program ne pozna.
    .next = Izberite vlogo s seznama.
rule-role-ended = Vloga je že končana.
    .next = Odprite kartoteko znova.
rule-event-missing = Dogodek nima besedila.
    .next = Zapišite, kaj je bilo rečeno ali dogovorjeno.
rule-event-done-before = Opravljeno ne more biti pred dnem dogodka.
    .next = Popravite dan.
rule-exit-without-release = Oseba nima načrta odpusta.
    .next = Naredite ga na zavihku »Odpust« ali zapišite, zakaj ga ni.

# Zavihek
person-tab-community = Skupnost
person-enrol-more = Vključi še v drug program
community-none = Oseba še ni vključena in ne čaka.
    .next = Vpišite jo na čakalni seznam ali vključite v program.
waiting-list = Čakalni seznam
waiting-set = Čakalni seznam …
waiting-saved = Čakalni seznam je shranjen.
waiting-status = Status
waiting-since = Od dne
waiting-reason = Razlog, opomba
waiting-status-referred = napotitev
waiting-status-screening = presejanje
waiting-status-waiting = čaka na vstop
waiting-status-entered = vstop v program
waiting-status-refused = napotitev zavrnjena
waiting-status-withdrawn = umik napotitve
phase-gate = Mejniki za prehod
phase-team = Odločitev tima
    .help = Kdo je sodeloval pri odločitvi.
phase-reason = Razlog
    .help = Obvezen pri vrnitvi in če kak mejnik ni izpolnjen.
phase-reason-wanted = Zapišite razlog za vrnitev ali za prehod brez vseh mejnikov.
phase-forward = Prehod v fazo
phase-back = Vrnitev v fazo
phase-unmet = neizpolnjeno: { $what }
phase-decided = odločili: { $team }
phase-decisions = Odločitve tima
phase-days =
    { $count ->
        [one] { $count } dan
        [two] { $count } dneva
        [few] { $count } dnevi
       *[other] { $count } dni
    }
phase-returns =
    { $count ->
        [one] { $count } vrnitev
        [two] { $count } vrnitvi
        [few] { $count } vrnitve
       *[other] { $count } vrnitev
    }
pause-list = Mirovanje vključitve
pause-begin = Mirovanje …
pause-end = Končaj mirovanje
pause-saved = Mirovanje je shranjeno.
pause-since = Od dne
pause-back = Spet v programu od
pause-reason = Razlog
pause-note = Opomba
pause-reason-hospital = bolnišnica
pause-reason-court = sodišče
pause-reason-isolation = osamitev
pause-reason-other = drugo
role-list = Vloge
role-give = Dodaj vlogo
role-end = Končaj vlogo
role-saved = Vloga je shranjena.
role-which = Vloga
role-sector = Sektor
    .help = Na primer kuhinja, čistoča, knjižnica.
role-since = Od dne
role-until = Prvi dan brez vloge
role-reason = Razlog
event-list = Pohvale, učne izkušnje in ukrepi skupnosti
event-add = Zapiši dogodek
event-edit = Uredi dogodek
event-saved = Dogodek je shranjen.
event-kind = Vrsta
event-day = Dan
event-text = Besedilo
    .help = Dejstvo, ne oznaka. Disciplinski postopek vodi zavod; sem ne sodi.
event-due = Rok
event-done = Opravljeno dne
event-kind-affirmation = pohvala
event-kind-pull-up = opozorilo sovrstnika
event-kind-learning = učna izkušnja
event-kind-contract = terapevtski dogovor
event-kind-consequence = ukrep skupnosti
exit-list = Izstop
exit-told = Izstop: { $who }
exit-decided-by = Kdo je odločil
exit-remark = Povzetek
exit-without-release = Brez načrta odpusta
    .help = Če načrta odpusta ni, zapišite zakaj.
decided-by-member = lastna odločitev osebe
decided-by-team = odločitev tima
decided-by-prison = odločitev zavoda
decided-by-others = drugi (sodišče, zdravstvo)
paper-community-what = Kaj
paper-community-from = Od
paper-community-to = Do
paper-community-text = Besedilo
