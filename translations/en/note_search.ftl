# Searching the text of notes.

note-search = Search in notes
note-search-field = Words of notes
note-search-order = Order
note-search-newest = newest first
note-search-best = best first
note-search-do = Search
note-search-why = Finds notes that you may read and that hold every word; case and marks on letters do not matter. Closed notes are not here; look for them in the settings. The search is put on record, its words are not.
note-search-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
note-search-more = the first { $count } notes; add a word to get fewer
note-search-none = Nothing found.
    .next = Try the beginning of a word, or another word.
note-search-day = Date
note-search-who = Person or group
note-search-activity = Activity
note-search-author = Author
note-search-text = Text
finding-in-notes = Search in notes: “{ $text }”
rule-search-too-short = Type at least one word of { $least } letters.
    .next = Add to the search.
audit-action-note-search = Search in notes
