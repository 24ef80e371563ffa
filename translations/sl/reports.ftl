# Poročila: naslovi, stolpci in opredelitve številk.

report-consolidated = Združeno poročilo enot
report-unit = Poročilo enote
report-period = Obdobje
report-units = Enote
report-no-units = nobena enota še ni poslala podatkov
report-unit-column = enota
report-programme = program
report-quarter = četrtletje
report-total = skupaj
report-everybody = vsi

report-movement = Gibanje udeležencev
report-movement-table = Vstopi, izstopi in aktivni udeleženci
report-at-start = na začetku
report-entered = vstopi
report-entered-again = od tega ponovni
report-left = izstopi
report-active-at-end = aktivni na koncu
report-movement-defined = Vstop in izstop se štejeta v četrtletju, v katerem je prvi oziroma zadnji dan v programu. Aktiven na koncu je, kdor je vstopil do zadnjega dne četrtletja in tega dne ali prej ni izstopil. Na začetku + vstopi − izstopi = aktivni na koncu.
report-again-defined = Ponovni vstop je vstop osebe, ki je bila v istem programu iste enote že prej.

report-volume = Obseg obravnave
report-volume-table = Srečanja in udeleženske ure po enotah, programih in četrtletjih
report-sessions = srečanja
report-group-sessions = skupinska
report-individual-sessions = individualna
report-hours = udeleženske ure
report-group-hours = ure v skupini
report-individual-hours = individualne ure
report-unsigned = nepodpisani zapisi
report-sessions-defined = Šteje vsako izvedeno srečanje razen izobraževanj in sestankov zaposlenih; med vsemi so tudi dogodki, ki niso ne skupinski ne individualni.
report-hours-defined = Udeleženske ure so vsota minut prisotnosti vseh udeležencev, deljena s 60 in zaokrožena na eno decimalko. Šteje vsa vpisana prisotnost, tudi kadar zapis o srečanju še ni podpisan.
report-unsigned-defined = Nepodpisani zapisi so zapisi o izvedenih srečanjih tega obdobja, ki še čakajo na podpis.

report-by-sex = Udeleženci, srečanja in ure po spolu
report-sex = spol
report-sex-f = ženske
report-sex-m = moški
report-sex-n = nebinarne osebe
report-participants = udeleženci
report-participants-defined = Udeleženci so različne osebe, ki so bile v obdobju vsaj en dan v katerem od programov enote.
report-sessions-by-sex-defined = Srečanje se pri spolu šteje, če se ga je udeležila vsaj ena oseba tega spola; vsota po spolu je zato lahko večja od števila srečanj.

report-indicators = Kazalniki učinka ESS+
report-indicators-table = Operacija { $operation }
indicator-eeco01 = vsi udeleženci
indicator-eeco06 = mlajši od 18 let
indicator-eeco07 = stari od 18 do 29 let
indicator-eeco08 = stari 55 let ali več
report-indicators-defined = Različne osebe s prvim vstopom v operacijo do { $day }, kumulativno od začetka operacije; starost na dan vstopa. Programi operacij brez kazalnikov tu niso navedeni.
report-twice-defined = Oseba, ki je bila v isti operaciji v dveh enotah, je šteta v vsaki od njiju.
