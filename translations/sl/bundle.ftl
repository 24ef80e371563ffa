### Pošiljke med enotami in osrednjim uradom: zakaj česa ni mogoče sprejeti ali izdelati.

error-bundle-refused = Pošiljke ni mogoče sprejeti. Nič ni bilo spremenjeno.
    .next = Prosite pošiljatelja, naj jo izdela znova.
error-bundle-too-large = Podatkov je preveč za eno pošiljko.
    .next = Obrnite se na skrbnika sistema; pri tem navedite velikost { $size } bajtov.
error-not-canonical = Vsebina datoteke ni zapisana tako, kot jo zapisuje program; datoteka je poškodovana ali jo je spremenil drug program.
    .next = Vzemite drugo kopijo datoteke ali jo izdelajte znova.
error-snapshot-changed = Pošiljka se med pisanjem ni ujemala s podatki, prebranimi tik pred tem; zapisana datoteka ni uporabna.
    .next = Izvoz ponovite. Če se to ponovi, obvestite skrbnika sistema.
error-unfit-for-bundle = Program je med podatki našel nekaj, česar pošiljka ne sme vsebovati ({ $detail }), zato ni bila izdelana.
    .next = Obvestite skrbnika sistema in mu povejte oznako v oklepaju.
error-wrong-shape = Zapis nima dogovorjene oblike ({ $at }).
    .next = Vzemite drugo kopijo datoteke ali jo izdelajte znova.

# Datoteka sama.
refusal-not-a-bundle = Datoteka ni pošiljka programa tcdesk ali pa je njen začetek uničen.
    .next = Preverite, ali ste izbrali pravo datoteko s končnico .tcb; če ste, prosite pošiljatelja za novo kopijo.
refusal-damaged = Pošiljka je poškodovana: del manjka ali je spremenjen. Nič ni bilo sprejeto.
    .next = Kopirajte jo še enkrat s ključka; če je tudi ta kopija poškodovana, naj jo pošiljatelj izdela znova.
refusal-changed-meanwhile = Datoteka se je med branjem spremenila. Nič ni bilo sprejeto.
    .next = Uvoz začnite znova; če se to ponovi, preverite ključek in računalnik.
refusal-too-large = Pošiljka presega dovoljeno velikost, zato je program ne odpre.
    .next = Preverite, od kod je datoteka; če je od znanega pošiljatelja, obvestite skrbnika sistema.
refusal-malformed = Pošiljka je podpisana, vendar ni sestavljena po dogovoru. Nič ni bilo sprejeto.
    .next = Obvestite pošiljatelja in skrbnika sistema; povejte jima oznako { $detail }.
refusal-newer-program = Pošiljka je iz novejše različice programa, ki je ta program še ne zna brati.
    .next = Posodobite tcdesk in uvoz ponovite.

# Komu in od koga.
refusal-not-for-us = Nobeden od ključev te namestitve ne odpre pošiljke; namenjena je drugemu prejemniku ali pa je njen začetek poškodovan.
    .next = Izročite jo pravemu prejemniku; če bi morali prejemnik biti vi, naj jo pošiljatelj izdela znova po najnovejšem seznamu udeležencev izmenjave.
refusal-forwarded = Pošiljka je bila podpisana za drugega prejemnika in nato predana naprej. Nič ni bilo sprejeto.
    .next = Ne uporabljajte je; o tem obvestite pošiljatelja in osrednji urad.
refusal-another-kind = To je pošiljka druge vrste in ne sodi na to mesto.
    .next = Odprite jo tam, kamor sodi: izvoz enote pri uvozu, prijavo enote pri vključitvi enot, potrdilo in seznam pri izmenjavi.
refusal-unknown-sender = Pošiljatelj ni na seznamu udeležencev izmenjave.
    .next = Najprej ga vključite s prijavo in številkami z njegovega lista ali uvozite novejši seznam.
refusal-wrong-sender = Pošiljko je podpisal nekdo drug, kot v njej piše. Nič ni bilo sprejeto.
    .next = Ne uporabljajte je; o tem obvestite osrednji urad.
refusal-wrong-signature = Podpis ne velja: pošiljka je spremenjena ali ponarejena. Nič ni bilo sprejeto.
    .next = Prosite pošiljatelja za novo kopijo; če tudi ta nima veljavnega podpisa, obvestite osrednji urad.
refusal-key-revoked = Ključ pošiljatelja je bil preklican, zato novih pošiljk s tem podpisom ni mogoče sprejeti.
    .next = Pošiljatelj naj se z novim ključem znova prijavi osrednjemu uradu.
refusal-key-retired = Pošiljka je novejša od zadnje, ki jo je pošiljatelj smel podpisati s tem ključem.
    .next = Pošiljatelj naj jo izdela znova s svojim sedanjim ključem.
refusal-wrong-digits = Vpisane številke se ne ujemajo s ključem v datoteki.
    .next = Preverite vpis. Če je pravilen, datoteke ne uporabite in pokličite pošiljatelja na znano telefonsko številko.

# Seznam udeležencev izmenjave.
refusal-roster-not-newer = Ta seznam udeležencev izmenjave ni novejši od tistega, ki ga že imate.
    .next = Ni treba storiti ničesar; velja seznam, ki ga imate.
refusal-roster-wrong-root = Seznama ni podpisal osrednji urad s ključem, ki ga poznate.
    .next = Če je urad zamenjal ključ, najprej uvozite vmesne sezname; sicer datoteke ne uporabite in obvestite urad.

# Mesto v zaporedju pošiljk.
refusal-duplicate = Ta pošiljka je že uvožena. Nič se ni spremenilo.
    .next = Ni treba storiti ničesar.
refusal-gap-unverifiable = Pred to pošiljko jih manjka toliko, da povezave z zadnjo znano ni mogoče preveriti.
    .next = Pokličite pošiljatelja; če potrdi številko pošiljke, uvoz izrecno dovolite.
refusal-late-unverifiable = Pošiljka je starejša od zadnje uvožene in nobena znana pošiljka je ne omenja.
    .next = Shranite jo; ko prispe sosednja pošiljka, uvoz ponovite.
refusal-new-epoch = Pošiljatelj je svoj računalnik obnovil iz varnostne kopije ali ga postavil na novo.
    .next = Pokličite pošiljatelja; če to potrdi, uvoz izrecno dovolite.
refusal-fork = Isti pošiljatelj ima dve različni zgodovini: na istem mestu je bila znana drugačna pošiljka. Nič ni bilo sprejeto.
    .next = To je lahko kopija računalnika, nenapovedana obnovitev ali ponaredek; takoj obvestite skrbnika sistema in pošiljatelja.
refusal-history-rewritten = Revizijska sled pošiljatelja se ne ujema s prej podpisano. Nič ni bilo sprejeto.
    .next = Pošiljko shranite in takoj obvestite skrbnika sistema in vodjo enote.
