# Posodobitev programa s ključa USB

update-title = Posodobitev programa
update-why = Posodobitev prinesete na ključu USB. Program preveri njen podpis, naredi varnostno kopijo trezorja in se zamenja sam. V trezor ne posega; če je treba, ga nova različica prenovi ob prvem odklepanju.
update-none = Na ključu USB ni posodobitve.
update-found = ✓ Na ključu USB je različica { $version }. Podpis je veljaven.
update-install = Namesti različico { $version }
update-sure = Namestim različico { $version }?
    .why = Najprej nastane varnostna kopija trezorja. Nato se program zaklene, zamenja in znova odpre; to traja nekaj minut. Računalnika medtem ne ugašajte.
update-last = Zadnja posodobitev: z { $before } na { $after }, { $at }.
update-not-taken = Zadnja posodobitev: z { $before } na { $after }, { $at }. Nova različica zdaj ne teče: ni bila nameščena ali pa je bila vrnjena prejšnja.
update-back = Vrni prejšnjo različico
update-back-sure = Vrnem prejšnjo različico programa?
    .why = Program se zaklene in znova odpre v prejšnji različici. Če je nova različica trezor že prenovila, ga prejšnja ne odpre: tedaj ob prijavi obnovite varnostno kopijo, ki je nastala tik pred posodobitvijo. Kar je bilo vpisano pozneje, se s tem izgubi.

audit-action-program-update = Posodobitev programa začeta
audit-action-program-back = Vrnjena prejšnja različica programa

cli-update-begun = Posodobitev na { $version } je preverjena, kopija trezorja je narejena. Program se zdaj zamenja in odpre.
cli-update-back = Program se vrne v prejšnjo različico in odpre.
cli-update-never = Programa še ni posodobil nihče.
cli-self-test = tcdesk { $version }: vsi deli namestitve so na svojem mestu.

error-update-damaged = Ta datoteka ni cela posodobitev programa tcdesk.
    .next = Posodobitev znova prenesite na ključ USB in poskusite še enkrat.
error-update-forged = Posodobitve ni podpisal izdajatelj programa.
    .next = Ne nameščajte je in o tem obvestite skrbnika sistema.
error-update-older = Na ključu je različica { $version }, na tem računalniku pa je že { $present }.
    .next = Nič ni treba storiti. Prejšnjo različico vrnete z gumbom »Vrni prejšnjo različico«.
error-update-elsewhere = Posodobitev je za drugačno namestitev ({ $platform }).
    .next = Prinesite posodobitev za ta računalnik; vrsta namestitve je del imena datoteke.
error-update-failed = Nove različice ni mogoče namestiti ({ $step }). Program je ostal, kakršen je bil.
    .next =
        { $step ->
            [running] tcdesk je odprt še v drugem oknu ali pri drugem uporabniku tega računalnika. Zaprite ga povsod in poskusite znova.
            [unpack] Preverite prostor na disku in ali smete pisati v mapo programa, nato poskusite znova.
           *[other] Poskusite znova. Če se ponovi, obvestite skrbnika sistema in mu povejte, kar piše v oklepaju.
        }
error-no-previous-version = Prejšnje različice ni več na tem računalniku.
    .next = Namestite jo z njenim namestitvenim programom; nato obnovite varnostno kopijo trezorja.

## Stanje namestitve
standing = Stanje namestitve
standing-why = Kar pove skrbniku sistema, ali je z namestitvijo vse v redu. V diagnostični datoteki je natanko to: brez imen, uporabniških imen, besedil in poti.
standing-system = Operacijski sistem
standing-size = Velikost trezorja
standing-free = Prostor na disku
standing-backups = Varnostne kopije
standing-backups-told = { $count } (skupaj { $size }), zadnja: { $at }
standing-carried = Odnesena kopija
standing-checked = Zadnje preverjanje
standing-audit = Dnevnik obdelave
standing-audit-told = vrstic: { $lines }, konec verige: { $head }
standing-errors = Nepredvidene napake
standing-error = { $at }: { $code } ({ $kind })
standing-no-errors = ✓ Nobene.
standing-never = še nikoli
standing-megabytes = { $size } MB
standing-save = Shrani diagnostično datoteko …
standing-saved = Diagnostična datoteka je shranjena.
standing-kind = Diagnostika (*.json)
