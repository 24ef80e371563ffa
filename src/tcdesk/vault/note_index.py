"""Full text of open notes, inside the encrypted file: an index that triggers keep.

    open note added ──> note_place (its number) and note_text (its words)
    changed         ──> the old words out, the new ones in; none while it is closed
    gone            ──> words and number out

``note_text`` is an FTS5 table without content: it holds folded words and numbers only, and removes
words for good (``secure-delete``). Closed notes never enter it. It is derived from ``note``; a
rescue fills it anew. Words are cut by ``unicode61``, which drops the marks; letters that it does
not take apart are folded here as in ``domain.folding``.
"""

from tcdesk.vault.bookkeeping import note_place

DERIVED = frozenset({note_place.name})
INDEX = (
    (
        "CREATE VIRTUAL TABLE note_text USING fts5(words, content='', prefix='3', "
        "tokenize='unicode61 remove_diacritics 2')"
    ),
    "INSERT INTO note_text(note_text, rank) VALUES('secure-delete', 1)",
)
_WHOLE_LETTERS = (("đ", "d"), ("Đ", "d"), ("ł", "l"), ("Ł", "l"), ("ø", "o"), ("Ø", "o"))


def words_of(row: str) -> str:
    """Give the SQL of the words of an open note's fields."""
    told = f"(SELECT group_concat(value, ' ') FROM json_each({row}.body, '$.fields'))"  # noqa: S608 - own names
    for letter, plain in _WHOLE_LETTERS:
        told = f"replace({told}, '{letter}', '{plain}')"
    return told


_PLACE = "(SELECT n FROM note_place WHERE note = {row}.id)"
_IN = (
    "INSERT INTO note_place(note) VALUES (NEW.id); "  # noqa: S608 - own names
    f"INSERT INTO note_text(rowid, words) VALUES ({_PLACE.format(row='NEW')}, {words_of('NEW')})"
)
_OUT = (
    "INSERT INTO note_text(note_text, rowid, words) "  # noqa: S608 - own names
    f"VALUES ('delete', {_PLACE.format(row='OLD')}, {words_of('OLD')}); "
    "DELETE FROM note_place WHERE note = OLD.id"
)
KEPT_BY = (
    (
        "CREATE TRIGGER note_is_told AFTER INSERT ON note WHEN NEW.compartment IS NULL "
        f"BEGIN {_IN}; END"
    ),
    (
        "CREATE TRIGGER note_was_told BEFORE UPDATE OF body, compartment ON note "
        f"WHEN OLD.compartment IS NULL BEGIN {_OUT}; END"
    ),
    (
        "CREATE TRIGGER note_is_told_anew AFTER UPDATE OF body, compartment ON note "
        f"WHEN NEW.compartment IS NULL BEGIN {_IN}; END"
    ),
    (
        "CREATE TRIGGER note_is_told_no_more BEFORE DELETE ON note WHEN OLD.compartment IS NULL "
        f"BEGIN {_OUT}; END"
    ),
)
FILL = (
    "INSERT INTO note_place(note) SELECT id FROM note WHERE compartment IS NULL ORDER BY id",
    (
        f"INSERT INTO note_text(rowid, words) SELECT n, {words_of('note')} "  # noqa: S608 - own names
        "FROM note_place JOIN note ON note.id = note_place.note ORDER BY n"
    ),
)
FORGET = (
    f"INSERT INTO note_text(note_text, rowid, words) SELECT 'delete', n, {words_of('note')} "  # noqa: S608 - own names
    "FROM note_place JOIN note ON note.id = note_place.note WHERE note.id = ?"
)
