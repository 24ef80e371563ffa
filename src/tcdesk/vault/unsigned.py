"""Which notes are not signed: a table that triggers keep, so that a count need not ask every note.

    note added ──> in it        note signed or thrown into the bin ──> out of it

With session and author beside the id: what is counted is read from this small table alone.

It tells nothing that ``note`` and ``note_signature`` do not tell; it is derived from them, and a
rescue fills it anew.
"""

from tcdesk.vault.bookkeeping import unsigned_note

DERIVED = frozenset({unsigned_note.name})
FILL = (
    "INSERT INTO unsigned_note (id, session, author) SELECT id, session, author FROM note "
    "WHERE NOT EXISTS (SELECT 1 FROM note_signature WHERE note_signature.id = note.id)"
)
_UNSIGNED = "NOT EXISTS (SELECT 1 FROM note_signature WHERE id = NEW.id)"
_LEAVES = "DELETE FROM unsigned_note WHERE id = {row}.id"


def _keep(name: str, when: str, then: str) -> str:
    """Draw a trigger that keeps the table."""
    return f"CREATE TRIGGER {name} {when} BEGIN {then}; END"


KEPT_BY = (
    _keep(
        "note_begins_unsigned",
        f"AFTER INSERT ON note WHEN {_UNSIGNED}",
        "INSERT INTO unsigned_note (id, session, author) VALUES (NEW.id, NEW.session, NEW.author)",
    ),
    _keep(
        "note_is_moved",
        "AFTER UPDATE OF session, author ON note",
        "UPDATE unsigned_note SET session = NEW.session, author = NEW.author WHERE id = NEW.id",
    ),
    _keep("note_is_signed", "AFTER INSERT ON note_signature", _LEAVES.format(row="NEW")),
    _keep("note_is_gone", "AFTER DELETE ON note", _LEAVES.format(row="OLD")),
)
