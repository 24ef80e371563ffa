# Iskanje po besedilu zapisov.

note-search = Iskanje po zapisih
note-search-field = Besede iz zapisov
note-search-order = Vrstni red
note-search-newest = najprej najnovejši
note-search-best = najprej najbolj ustrezni
note-search-do = Poišči
note-search-why = Najde zapise, ki jih smete brati in imajo vse vpisane besede; velikost črk in strešice niso pomembne. Zaprtih zapisov tu ni; iščete jih v Nastavitvah. Iskanje se zabeleži, besede ne.
note-search-count = { $count ->
    [one] { $count } zapis
    [two] { $count } zapisa
    [few] { $count } zapisi
   *[other] { $count } zapisov
}
note-search-more = prvih { $count } zapisov; za manj zadetkov dodajte besedo
note-search-none = Zadetkov ni.
    .next = Poskusite z začetkom besede ali z drugo besedo.
note-search-day = Datum
note-search-who = Oseba ali skupina
note-search-activity = Dejavnost
note-search-author = Avtor
note-search-text = Besedilo
finding-in-notes = Išči v zapisih: »{ $text }«
rule-search-too-short = Vpišite vsaj eno besedo z najmanj { $least } črkama.
    .next = Dopolnite iskanje.
audit-action-note-search = Iskanje po zapisih
