### Pošiljke: kar pove branje paketa, seznama podpisnikov ali ključne datoteke.

error-not-canonical = Vsebina datoteke ni v obliki, ki jo program zapisuje; datoteka je poškodovana ali jo je spremenil drug program.
    .next = Vzemite drugo kopijo datoteke ali jo izdelajte znova.
