### Zaprti zapisi: kdo jih bere, predaja, iskanje, obnova z dvema deloma od treh.

# Na kartici zapisa
closed-switch = Zaprti zapis
    .help = Besedilo zapre ključ, ki ga imate samo vi in tisti, ki ste jih določili. Izberite, preden začnete pisati; shranjenega zapisa ni mogoče obrniti.
closed-who-open = Zapis bodo lahko brali vsi, ki v enoti berejo zapise.
closed-who-me = Berete ga samo vi.
closed-who-recovery = Berete ga samo vi; v sili ga odpreta dva od treh delov ključa na papirju.
closed-who-others = Berete ga vi in { $names }.
closed-who-others-recovery = Berete ga vi in { $names }; v sili ga odpreta dva od treh delov ključa na papirju.
closed-line = Zaprti zapis · { $author } · { $day } · { $state }
closed-state-signed = podpisano
closed-state-unsigned = ni podpisano
closed-line-late = { $line } · pozno
closed-line-false = { $line } · podpis se ne ujema
closed-locked = Besedilo odpre samo ključ avtorja in tistih, ki jih je določil.
person-timeline-closed = { $kind ->
        [addendum-closed] zaprta dopolnitev zapisa
       *[other] zaprti zapis
    }: { $activity } · { $author }
closed-addendum = Dopolnilo je zaprto kot zapis sam.
closed-locked-draft = Osnutka zaprtega zapisa ni mogoče odpreti, ker ima račun nove ključe.
    .next = Vrne ga obnova zaprtih zapisov z dvema deloma ključa. Če začnete pisati, ga bo novi osnutek nadomestil.

# V nastavitvah
settings-closed = Zaprti zapisi
closed-title = Kdo lahko odpre zaprte zapise
closed-why = Besedilo zaprtega zapisa odpre samo ključ avtorja in tistih, ki jih je določil. Ne odpre ga vodja, skrbnik sistema ali kdor ima ključ trezorja. Ta seznam vidijo vsi.
closed-author = Avtor/-ica
closed-reader = Bere
closed-reason = Zakaj
closed-count = Zapisov
closed-since = Od dne
closed-none = Zaprtih zapisov ni.
closed-none-next = Zapis zaprete na kartici zapisa, preden začnete pisati.
closed-nobody = nihče drug
closed-reason-author = avtor/-ica
closed-reason-supervisor = določen/-a bralec/-ka
closed-reason-successor = predaja
closed-reason-recovery = trije deli na papirju
closed-reason-recovered = obnova
closed-reader-past = { $reason }, samo starejši zapisi
closed-reader-lost = { $reason }, ključ je izgubljen
closed-parts = dva od treh delov
closed-name-button = Določi bralca/-ko …
closed-stop-button = Naslednjih ne bere več …
closed-hand-over-button = Predaj zapise …
closed-name-title = Kdo naj bere vaše zaprte zapise?
closed-name-why = Na primer supervizor/-ka. Bral/-a bo vse vaše zaprte zapise, dosedanje in prihodnje. Že danega ključa ni mogoče vzeti nazaj.
closed-name-do = Določi
closed-named = Bralec/-ka je določen/-a. To je vpisano v dnevnik obdelave.
closed-colleague = Sodelavec/-ka
closed-choose = izberite …
closed-no-colleague = V enoti ni drugega računa, ki bi lahko bral zaprte zapise.
closed-stop-ask = Ali naj { $name } prihodnjih zaprtih zapisov ne bere več?
    .why = Zapise, ki jih je lahko bral/-a doslej, bo lahko bral/-a še naprej, ker ključ že ima. Vse, kar boste napisali od zdaj, bo zanj/-o zaprto.
closed-stop-do = Naslednjih naj ne bere
closed-stopped = Vaše prihodnje zaprte zapise bere en bralec manj.
closed-hand-over-title = Komu predajate svoje zaprte zapise?
closed-hand-over-why = Naslednik/-ca bo bral/-a vse zaprte zapise, ki jih odpirate vi. Podpisi ostanejo vaši. Predaja je vpisana v dnevnik obdelave in je ni mogoče preklicati.
closed-hand-over-do = Predaj
closed-handed-over =
    { $count ->
        [one] Predan je { $count } zaprti zapis.
        [two] Predana sta { $count } zaprta zapisa.
        [few] Predani so { $count } zaprti zapisi.
       *[other] Predanih je { $count } zaprtih zapisov.
    }

# Iskanje
closed-search = Iskanje po zaprtih zapisih
closed-search-why = Zapisi, ki jih lahko odprete, se odprejo samo za to iskanje; iskanje je vpisano v dnevnik, iskano besedilo ne.
closed-search-field = Besede v zaprtih zapisih
closed-search-do = Poišči
closed-search-none = Ni zadetkov.
closed-search-none-next = Iščejo se samo zaprti zapisi, ki jih lahko odprete vi.
closed-hit-day = Dan
closed-hit-who = Oseba
closed-hit-author = Avtor/-ica
closed-hit-text = Besedilo

# Obnova
closed-recovery = Obnova zaprtih zapisov
closed-recovery-why = Če avtor/-ica pozabi geslo ali odide brez predaje, zaprte zapise odpreta le še dva od treh delov ključa na papirju. Hranijo jih trije ljudje; nihče sam ne odpre ničesar.
closed-recovery-there = Trije deli so bili narejeni { $day } ({ $name }).
closed-recovery-missing = Delov ni. Brez njih so zaprti zapisi ob izgubi gesla izgubljeni za vedno.
closed-recovery-make = Naredi tri dele …
closed-recovery-again = Naredi nove dele …
closed-recovery-use = Obnovi z dvema deloma …
closed-making = Deli ključa zaprtih zapisov
closed-making-parts = Natisnite tri dele
    .lead = Vsak list naj takoj prevzame druga oseba. Vi ne hranite nobenega. Na zaslonu je le prva vrstica prvega dela; natisnite vse tri liste.
closed-making-tried = Preizkusite dva dela
    .lead = Vpišite skupino iz prve vrstice 1. in 2. dela. Šele nato deli veljajo.
closed-making-store = Deli veljajo
closed-made = Deli veljajo. Zapisi vsakega avtorja se zanje zaprejo ob njegovi naslednji prijavi ali naslednjem zapisu.
closed-using = Obnova zaprtih zapisov
closed-using-two = Dva dela
closed-using-whose = Čigavi, komu
closed-using-two-title = Vsak imetnik vpiše vrstico svojega dela
    .lead = Obnova se vpiše v dnevnik obdelave in jo vidijo vsi, ki dnevnik pregledujejo.
closed-using-first = Vrstica s prvega dela
    .hint = Z vsakega dela prepišite vrstico, namenjeno drugemu delu.
closed-using-second = Vrstica z drugega dela
closed-using-whose-title = Čigave zaprte zapise kdo dobi?
    .lead = Na seznamu so avtorji, ki svojih zapisov ne morejo več odpreti. Po uporabi dela ne veljata več za nove zapise; naredite nove.
closed-using-author = Zapisi
closed-using-author-line =
    { $count ->
        [one] { $name } – { $count } zapis
        [two] { $name } – { $count } zapisa
        [few] { $name } – { $count } zapisi
       *[other] { $name } – { $count } zapisov
    }
closed-using-nobody = vsi avtorji svoje zapise lahko odprejo
closed-using-receiver = Dobi jih
closed-using-do = Daj zapise
closed-given =
    { $count ->
        [one] Obnovljen je { $count } zaprti zapis.
        [two] Obnovljena sta { $count } zaprta zapisa.
        [few] Obnovljeni so { $count } zaprti zapisi.
       *[other] Obnovljenih je { $count } zaprtih zapisov.
    }
    .next = Uporabljeni deli so znani, zato zdaj naredite nove.

# Pri odstranitvi računa in ponastavitvi gesla
closed-stake-shared =
    { $count ->
        [one] { $count } zaprti zapis tega računa bo odprl še drug račun.
        [two] { $count } zaprta zapisa tega računa bo odprl še drug račun.
        [few] { $count } zaprte zapise tega računa bo odprl še drug račun.
       *[other] { $count } zaprtih zapisov tega računa bo odprl še drug račun.
    }
closed-stake-recoverable =
    { $count ->
        [one] Pozor: { $count } zaprti zapis bosta odprla samo še dva od treh delov ključa na papirju. Če je oseba še tu, naj zapis najprej preda (Nastavitve, Zaprti zapisi).
        [two] Pozor: { $count } zaprta zapisa bosta odprla samo še dva od treh delov ključa na papirju. Če je oseba še tu, naj zapisa najprej preda (Nastavitve, Zaprti zapisi).
        [few] Pozor: { $count } zaprte zapise bosta odprla samo še dva od treh delov ključa na papirju. Če je oseba še tu, naj zapise najprej preda (Nastavitve, Zaprti zapisi).
       *[other] Pozor: { $count } zaprtih zapisov bosta odprla samo še dva od treh delov ključa na papirju. Če je oseba še tu, naj zapise najprej preda (Nastavitve, Zaprti zapisi).
    }
closed-stake-lost =
    { $count ->
        [one] Pozor: { $count } zaprtega zapisa po tem ne bo mogel odpreti nihče več. Najprej naj ga avtor/-ica preda ali pa naj vodja naredi tri dele ključa in se avtor/-ica enkrat prijavi.
        [two] Pozor: { $count } zaprtih zapisov po tem ne bo mogel odpreti nihče več. Najprej naj ju avtor/-ica preda ali pa naj vodja naredi tri dele ključa in se avtor/-ica enkrat prijavi.
       *[other] Pozor: { $count } zaprtih zapisov po tem ne bo mogel odpreti nihče več. Najprej naj jih avtor/-ica preda ali pa naj vodja naredi tri dele ključa in se avtor/-ica enkrat prijavi.
    }

# Na papirju
paper-closed-shares = Ključ zaprtih zapisov v treh delih
paper-closed-share = Ključ zaprtih zapisov, { $part }. del od treh
paper-closed-share-warning = Dva od treh delov skupaj odpreta zaprte zapise te enote. En sam del ne pove ničesar. Trezorja ti deli ne odprejo.
paper-closed-share-step-1 = Vsak del vložite v svojo ovojnico in jo zapečatite. Vsako ovojnico naj hrani druga oseba na drugem kraju, nobene oseba, ki jih je natisnila.
paper-closed-share-step-2 = Za obnovo zaprtih zapisov so potrebni dve ovojnici in dve osebi.
paper-closed-share-step-3 = Vodja v nastavitvah, v razdelku »Zaprti zapisi«, izbere »Obnovi z dvema deloma«; vsak imetnik vpiše vrstico svojega dela za drugega.

# Kaj je narobe
error-closed-note = Ta zapis je zaprt in tega računa ni med tistimi, ki ga lahko odprejo.
    .next = Prosite avtorja/-ico, da vas določi za bralca/-ko.
error-parts-foreign = Dela sodita skupaj, zaprtih zapisov tega trezorja pa ne odpreta.
    .next = Preverite, ali imate dela za zaprte zapise te enote in ne dela ključa trezorja.
rule-closed-shared = Skupni zapis skupine ne more biti zaprt.
    .next = Zaprto vsebino zapišite v zapis ene osebe.
rule-saved-open = Zapis je že shranjen kot odprt; njegovo besedilo ostane v zgodovini, zato ga ni mogoče zapreti.
    .next = Pustite ga odprtega in ga podpišite, zaprto vsebino pa napišite v zaprto dopolnilo.
rule-saved-closed = Zapis je shranjen kot zaprt in tak ostane.
    .next = Kar naj berejo tudi drugi, napišite v drug zapis.
rule-closed-reader = Temu računu zaprtih zapisov ni mogoče dati.
    .next = Izberite odprt račun osebe, ki piše zapise; ne svojega.
rule-closed-no-reader = Ta račun vaših prihodnjih zaprtih zapisov tako ali tako ne bere.
    .next = Ni treba storiti ničesar.
rule-closed-none = Zaprtih zapisov, ki bi jih lahko predali, ni.
    .next = Ni treba storiti ničesar.
rule-closed-author-there = Avtor/-ica svoje zaprte zapise lahko odpre.
    .next = Zapise naj preda sam/-a v nastavitvah, v razdelku »Zaprti zapisi«.

# V matriki in dnevniku
may-manage-closed = dela in uporablja obnovo zaprtih zapisov
audit-action-closed-name = Določen bralec zaprtih zapisov
audit-action-closed-stop = Bralec ne bere prihodnjih zaprtih zapisov
audit-action-closed-handover = Predaja zaprtih zapisov
audit-action-closed-search = Iskanje po zaprtih zapisih
audit-action-closed-recovery = Novi deli ključa zaprtih zapisov
audit-action-closed-print = Deli ključa zaprtih zapisov natisnjeni
audit-action-closed-save = Deli ključa zaprtih zapisov shranjeni
audit-action-closed-opened = Dva dela ključa zaprtih zapisov sestavljena
audit-action-closed-recovered = Obnova zaprtih zapisov z dvema deloma
audit-thing-compartment = predal zaprtih zapisov
audit-thing-compartment-key = ključ zaprtih zapisov
