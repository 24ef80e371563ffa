# Okvir programa: koledar, skupne napake, napake tega računalnika.

month-1 = januar
month-2 = februar
month-3 = marec
month-4 = april
month-5 = maj
month-6 = junij
month-7 = julij
month-8 = avgust
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

weekday-1 = ponedeljek
    .short = pon
weekday-2 = torek
    .short = tor
weekday-3 = sreda
    .short = sre
weekday-4 = četrtek
    .short = čet
weekday-5 = petek
    .short = pet
weekday-6 = sobota
    .short = sob
weekday-7 = nedelja
    .short = ned

moment = { $day } ob { $time }
quarter = { $quarter }. četrtletje { $year }

# Splošni stavki, kadar napaka nima svojega.
error-person = Tega zdaj ni mogoče narediti.
    .next = Preverite vpisano in poskusite znova.
error-world = Računalnik ali naprava dejanja ni izvedla.
    .next = Poskusite znova. Če se ponovi, obvestite skrbnika sistema.
error-we = V programu je prišlo do napake. Nič ni bilo shranjeno.
    .next = Poskusite znova. Če se ponovi, obvestite skrbnika sistema in povejte, kaj ste delali.

# Napake, skupne vsemu programu.
error-rule-broken = Vpis ni v skladu s pravili programa.
    .next = Popravite vpisano in poskusite znova.
error-stale-row = Zapis je medtem spremenil nekdo drug.
    .next = Zapis znova odprite, preglejte spremembo in svojo vpišite še enkrat.
error-missing-row = Zapisa, ki bi moral obstajati, ni. Nič ni bilo spremenjeno.
    .next = O tem obvestite skrbnika sistema.
error-not-allowed = Vaša vloga tega dejanja ne vključuje.
    .next = Če ga pri svojem delu potrebujete, se obrnite na vodjo enote.

# Ta računalnik.
error-disk-full = Na disku ni dovolj prostora. Nič ni bilo spremenjeno.
    .next = Sprostite prostor na disku in poskusite znova.
error-folder-on-network = Ta mapa je na drugem računalniku (omrežni pogon).
    .next = Trezor naj bo na disku tega računalnika: na omrežnem pogonu bi se lahko neopazno poškodoval. Za drugo kopijo uporabite ključ USB.
error-folder-not-writable = V izbrano mapo ni mogoče pisati.
    .next = Izberite drugo mapo ali prosite skrbnika sistema za dovoljenje za pisanje.
error-disk-failed = Disk je javil napako (številka { $errno }).
    .next = Preverite, ali imate novo varnostno kopijo, in obvestite skrbnika sistema.
error-read-back-differs = Disk ni vrnil tega, kar je bilo zapisano. Prejšnja datoteka je ostala nespremenjena.
    .next = Disk je verjetno v okvari. Obvestite skrbnika sistema.
error-no-data-folder = Sistem ne pove, kam sme program shranjevati podatke.
    .next = Skrbnik sistema naj preveri uporabniški račun tega računalnika.
error-vault-open-elsewhere = Trezor je že odprt: račun { $login }, od { $since }.
    .next = Zaprite tcdesk v drugem oknu ali v drugi prijavi v računalnik in poskusite znova.
error-settings-damaged = Datoteka z nastavitvami ni veljavna, zato veljajo privzete nastavitve.
    .next = Nastavitve izberite znova; datoteka bo zapisana na novo.
error-parts-missing = Programu manjka njegova mapa »{ $part }«.
    .next = Program znova namestite. Podatki v trezorju ostanejo nedotaknjeni.

# Ključ USB.
error-stick-missing = Ključa USB ali izbrane mape ni mogoče najti.
    .next = Vstavite ključ, počakajte, da ga računalnik prepozna, in poskusite znova.
error-stick-write-protected = Ključ USB je zaščiten pred pisanjem.
    .next = Izklopite zaščito na ključu ali uporabite drug ključ.
error-stick-full = Na ključu USB ni dovolj prostora.
    .next = Sprostite prostor na ključu ali uporabite drug ključ.
error-stick-vanished = Ključ USB je bil med zapisovanjem odstranjen ali zamenjan. Izvoz ni uspel.
    .next = Ključ znova vstavite in izvoz ponovite; nedokončano datoteko s končnico .part lahko izbrišete.
error-stick-damaged = Ključ USB je javil napako (številka { $errno }).
    .next = Uporabite drug ključ; tega ne uporabljajte več.
error-stick-read-back = Ključ USB ni vrnil tega, kar je bilo zapisano. Izvoz ni uspel.
    .next = Ključ je verjetno v okvari. Uporabite drug ključ.
error-stick-busy = Računalnik ključa USB še ne more sprostiti.
    .next = Zaprite okna in programe, ki uporabljajo ključ, in poskusite znova.
error-file-exists-on-stick = Datoteka s tem imenom je na ključu USB že zapisana; program je ne bo prepisal.
    .next = Izberite drugo mapo ali drug ključ.
