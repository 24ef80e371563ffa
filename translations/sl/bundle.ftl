### Svežnji med enotami in osrednjim uradom: zakaj česa ni mogoče sprejeti ali izdelati.

error-bundle-refused = Svežnja ni mogoče sprejeti. Nič ni bilo spremenjeno.
    .next = Prosite pošiljatelja, naj ga izdela znova.
error-bundle-too-large = Podatkov je preveč za en sveženj.
    .next = Obrnite se na skrbnika sistema in navedite velikost: { $size } bajtov.
error-not-canonical = Vsebina datoteke ni zapisana tako, kot jo zapisuje program; datoteka je poškodovana ali jo je spremenil drug program.
    .next = Uporabite drugo kopijo datoteke ali jo izdelajte znova.
error-snapshot-changed = Sveženj se med pisanjem ni ujemal s podatki, prebranimi tik pred tem; zapisana datoteka ni uporabna.
    .next = Izvoz ponovite. Če se to ponovi, obvestite skrbnika sistema.
error-unfit-for-bundle = Program je med podatki našel nekaj, česar sveženj ne sme vsebovati ({ $detail }), zato ga ni izdelal.
    .next = Obvestite skrbnika sistema in mu povejte oznako v oklepaju.
error-wrong-shape = Zapis nima dogovorjene oblike ({ $at }).
    .next = Uporabite drugo kopijo datoteke ali jo izdelajte znova.

# Datoteka sama.
refusal-not-a-bundle = Datoteka ni sveženj programa tcdesk ali pa je njen začetek uničen.
    .next = Preverite, ali ste izbrali pravo datoteko s končnico .tcb; če ste, prosite pošiljatelja za novo kopijo.
refusal-damaged = Sveženj je poškodovan: del manjka ali je spremenjen. Nič ni bilo sprejeto.
    .next = Še enkrat ga preberite s ključa USB; če je tudi ta kopija poškodovana, naj ga pošiljatelj izdela znova.
refusal-changed-meanwhile = Datoteka se je med branjem spremenila. Nič ni bilo sprejeto.
    .next = Uvoz začnite znova; če se to ponovi, preverite ključ USB in računalnik.
refusal-too-large = Sveženj presega dovoljeno velikost, zato ga program ne odpre.
    .next = Preverite, od kod je datoteka; če je od znanega pošiljatelja, obvestite skrbnika sistema.
refusal-malformed = Sveženj je podpisan, vendar ni sestavljen po dogovoru. Nič ni bilo sprejeto.
    .next = Obvestite pošiljatelja in skrbnika sistema; povejte jima oznako { $detail }.
refusal-newer-program = Sveženj je iz novejše različice programa, ki je ta program še ne zna brati.
    .next = Posodobite tcdesk in uvoz ponovite.

# Komu in od koga.
refusal-not-for-us = Svežnja ne odpre noben ključ te namestitve; namenjen je drugemu prejemniku ali pa je njegov začetek poškodovan.
    .next = Izročite ga pravemu prejemniku; če bi morali prejemnik biti vi, naj ga pošiljatelj izdela znova po najnovejšem imeniku izmenjave.
refusal-forwarded = Sveženj je bil podpisan za drugega prejemnika in nato predan naprej. Nič ni bilo sprejeto.
    .next = Ne uporabljajte ga; o tem obvestite pošiljatelja in osrednji urad.
refusal-another-kind = To je sveženj druge vrste in ne sodi na to mesto.
    .next = Odprite ga tam, kamor sodi: izvoz enote pri uvozu, prošnjo enote pri sprejemu enot, potrdilo in imenik na strani Izmenjava.
refusal-unknown-sender = Pošiljatelja ni v imeniku izmenjave.
    .next = Najprej ga sprejmite z njegovo prošnjo in številkami z njegovega lista ali prevzemite novejši imenik.
refusal-wrong-sender = Svežnja ni podpisal pošiljatelj, ki je v njem naveden. Nič ni bilo sprejeto.
    .next = Ne uporabljajte ga; o tem obvestite osrednji urad.
refusal-wrong-signature = Podpis ne velja: sveženj je spremenjen ali ponarejen. Nič ni bilo sprejeto.
    .next = Prosite pošiljatelja za novo kopijo; če tudi ta nima veljavnega podpisa, obvestite osrednji urad.
refusal-key-revoked = Ključ pošiljatelja je bil preklican, zato novih svežnjev s tem podpisom ni mogoče sprejeti.
    .next = Pošiljatelj naj osrednjemu uradu preda novo prošnjo z novim ključem.
refusal-key-retired = Sveženj je novejši od zadnjega, ki ga je pošiljatelj smel podpisati s tem ključem.
    .next = Pošiljatelj naj ga izdela znova s svojim sedanjim ključem.
refusal-wrong-digits = Vpisane številke se ne ujemajo s ključem v datoteki.
    .next = Preverite vpis. Če je pravilen, datoteke ne uporabite in pokličite pošiljatelja na znano telefonsko številko.

# Imenik izmenjave.
refusal-roster-not-newer = Ta imenik izmenjave ni novejši od tistega, ki ga že imate.
    .next = Ni treba storiti ničesar; velja imenik, ki ga imate.
refusal-roster-wrong-root = Imenika izmenjave ni podpisal osrednji urad s ključem, ki ga poznate.
    .next = Če je urad zamenjal ključ, najprej prevzemite vmesne imenike; sicer datoteke ne uporabite in obvestite urad.

# Mesto v zaporedju svežnjev.
refusal-duplicate = Ta sveženj je že uvožen. Nič se ni spremenilo.
    .next = Ni treba storiti ničesar.
refusal-gap-unverifiable = Pred tem svežnjem jih manjka toliko, da povezave z zadnjim znanim ni mogoče preveriti.
    .next = Pokličite pošiljatelja; če potrdi številko svežnja, uvoz izrecno dovolite.
refusal-late-unverifiable = Sveženj je starejši od zadnjega uvoženega in noben znani sveženj ga ne omenja.
    .next = Shranite ga; ko prispe sosednji sveženj, uvoz ponovite.
refusal-new-epoch = Pošiljatelj je svoj računalnik obnovil iz varnostne kopije ali ga vzpostavil na novo.
    .next = Pokličite pošiljatelja; če to potrdi, uvoz izrecno dovolite.
refusal-fork = Isti pošiljatelj ima dve različni zgodovini: na istem mestu je bil znan drugačen sveženj. Nič ni bilo sprejeto.
    .next = To je lahko kopija računalnika, nenapovedana obnovitev ali ponaredek; takoj obvestite skrbnika sistema in pošiljatelja.
refusal-history-rewritten = Dnevnik obdelave pošiljatelja se ne ujema s prej podpisanim. Nič ni bilo sprejeto.
    .next = Sveženj shranite in takoj obvestite skrbnika sistema in vodjo enote.
