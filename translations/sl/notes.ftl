# Zapisi: oblike, fraze, popravki, napačna oseba, sopodpis mentorja.

note-format-crisis = krizni zapis
note-format-minutes = zapisnik
note-format-correction = popravek
note-format-moved = premestitev zapisa
note-field-event = Dogodek
note-field-statement = Kaj pove oseba
note-field-measures = Ukrepi
note-field-informed = Obveščeni
note-field-course = Potek
note-field-decisions = Sklepi
note-field-tasks = Naloge

# Popravek
note-correct = Popravi …
    .help = Podpisani zapis ostane viden; ob njem se pokaže popravek z razlogom.
note-correction = Popravek
note-correction-new = Nov popravek
note-correction-why = Navedite, zakaj popravljate in kaj je prav. Prvotni zapis ostane viden.
note-corrected = Ta zapis ima popravek; velja besedilo popravka spodaj.

# Napačna oseba
note-more = Več …
    .help = Prestavi zapis k pravi osebi ali ga odstrani.
note-move = Napačna oseba …
    .help = Zapis prestavi k pravi osebi; tu ostane sled brez besedila.
note-move-title = Zapis je pri napačni osebi
note-move-signed = Besedilo se podpiše pri pravi osebi. Tu ostane podpisana sled z razlogom, besedila pa v tej mapi ne pokaže noben pogled, izpis ali izvoz več.
note-move-unsigned = Nepodpisani zapis se prestavi k pravi osebi. Zgodovina hrani, kdo ga je prestavil in kdaj.
note-move-where = Kam sodi
note-move-where-missing = Izberite osebo in srečanje.
note-move-choose = izberite osebo in srečanje
note-move-place = { $name } · { $day }, { $activity }
note-move-reason =
    .hint = Ostane v tej mapi: brez imen.
note-move-yes = Prestavi zapis
note-move-done = Zapis je prestavljen k pravi osebi.
note-move-nowhere = V tem mesecu ni drugega srečanja, h kateremu bi zapis lahko sodil.
    .next = Načrtujte srečanje prave osebe ali jo dodajte kot gosta na to srečanje.
note-moved = Premestitev zapisa
note-moved-away = Zapis je bil pri napačni osebi; besedilo je zdaj v pravi mapi.
note-moved-here = Prenesen iz druge mape; prvič podpisan { $moment }.
paper-access-note-moved = zapis je bil vpisan pri napačni osebi in je prestavljen v drugo mapo
rule-note-moved = Ta zapis je bil prestavljen v drugo mapo.
    .next = Dopolnite ga tam, kjer stoji zdaj.
rule-note-there = Pri tej osebi že stoji vaš nepodpisani zapis istega srečanja.
    .next = Najprej ga podpišite ali odstranite.
rule-right-place = Zapis že stoji pri tej osebi.
    .next = Izberite drugo osebo ali srečanje.
rule-not-movable = Prestaviti je mogoče samo zapis o eni osebi.
    .next = Skupni zapis ali dopolnitev popravite z novo dopolnitvijo.

# Vstavljanje v besedilo
insert-search = črke za iskanje
insert-keys = Ctrl+presledek odpre fraze, @ osebe srečanja kot začetnice.
insert-phrases = Fraze
insert-phrases-link = Fraze …
insert-phrases-none = Ni fraze s temi črkami.
insert-phrases-manage = Uredi fraze …
insert-people = Omemba osebe
insert-people-none = Ni osebe s temi črkami.
mention-member = član skupine
mention-member-f = članica skupine
mention-group = skupina
mention-leader = vodja skupine
mention-relative = svojec
phrases-title = Fraze
phrases-why = Stavki, ki jih pogosto pišete. V zapisu jih vstavite s Ctrl+presledek in prvimi črkami.
phrases-short = Kratica
    .hint = nekaj črk brez presledka, na primer domnal
phrases-text = Besedilo
phrases-whose = Čigava
phrases-own = vaša
phrases-units = enote
phrases-unit = Fraza je za vso enoto
phrases-new = Nova
phrases-drop = Odstrani
phrases-none = Fraz še ni.
    .next = Vpišite kratico in besedilo ter shranite.
rule-phrase-short = Kratica ni prava.
    .next = Vpišite od 1 do { $most } znakov brez presledka.
rule-phrase-text = Besedilo fraze manjka ali je predolgo.
    .next = Vpišite največ { $most } znakov.
rule-phrase-known = Frazo s to kratico že imate.
    .next = Izberite drugo kratico ali popravite obstoječo frazo.

# Mentor in sopodpis
mentor = Mentor
mentor-button = Mentor …
mentor-title = { $name }: delo pod mentorstvom
mentor-why = Zapise, ki jih ta oseba podpiše v času usposabljanja, mora sopodpisati mentor. Pokažejo se mu na seznamu »Za sopodpis«.
mentor-nobody = brez mentorja
mentor-saved = Mentorstvo je shranjeno.
session-countersign =
    { $count ->
        [one] Sopodpiši { $count } zapis
        [two] Sopodpiši { $count } zapisa
        [few] Sopodpiši { $count } zapise
       *[other] Sopodpiši { $count } zapisov
    }
countersign-question =
    { $count ->
        [one] Ali želite sopodpisati { $count } zapis?
        [two] Ali želite sopodpisati { $count } zapisa?
        [few] Ali želite sopodpisati { $count } zapise?
       *[other] Ali želite sopodpisati { $count } zapisov?
    }
    .why = S sopodpisom potrdite, da ste kot mentor zapis prebrali in se z njim strinjate. Sopodpisa ni mogoče preklicati.
countersign-done =
    { $count ->
        [one] Sopodpisan je { $count } zapis.
        [two] Sopodpisana sta { $count } zapisa.
        [few] Sopodpisani so { $count } zapisi.
       *[other] Sopodpisanih je { $count } zapisov.
    }
note-countersigned = sopodpis: { $mentor } · { $moment }
note-awaits-mentor = čaka na sopodpis: { $mentor }
sessions-filter-to-countersign = Za sopodpis
sessions-empty-to-countersign = Noben zapis ne čaka na vaš sopodpis.
    .next = Zapisi oseb, ki jim mentorirate, se pokažejo tu, ko jih podpišejo.
error-already-countersigned = Zapis je že sopodpisan.
    .next = Osvežite seznam; sopodpis je potreben samo enkrat.
rule-not-the-mentor = Zapisa ne morete sopodpisati, ker ob podpisu niste bili mentor te osebe.
    .next = Obrnite se na mentorja, ki je naveden ob zapisu.
rule-own-mentor = Nihče ne more biti mentor samemu sebi.
    .next = Izberite drugo osebo.
rule-mentor-in-training = Izbrana oseba je tudi sama na usposabljanju.
    .next = Izberite mentorja, ki usposabljanje že ima za seboj.
rule-mentor-account = Izbrana oseba nima dejavnega računa za pisanje zapisov.
    .next = Izberite drugega mentorja ali ji uredite račun.

# Dnevnik obdelave
audit-action-note-countersign = Sopodpis zapisa
audit-action-note-move = Premestitev zapisa k pravi osebi
audit-thing-phrase = fraza
audit-thing-traineeship = mentorstvo
audit-thing-countersignature = sopodpis
