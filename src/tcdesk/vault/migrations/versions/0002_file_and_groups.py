"""The second schema: the participant's whole file, groups and papers."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    (
        "CREATE TABLE unsigned_note ( id TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) "
        "REFERENCES note (id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TRIGGER note_begins_unsigned AFTER INSERT ON note WHEN NOT EXISTS (SELECT 1 "
        "FROM note_signature WHERE id = NEW.id) BEGIN INSERT INTO unsigned_note (id) VALUES "
        "(NEW.id); END"
    ),
    (
        "CREATE TRIGGER note_is_signed AFTER INSERT ON note_signature BEGIN DELETE FROM "
        "unsigned_note WHERE id = NEW.id; END"
    ),
    (
        "CREATE TRIGGER note_is_gone AFTER DELETE ON note BEGIN DELETE FROM unsigned_note "
        "WHERE id = OLD.id; END"
    ),
)
# What older rows need, once the tables stand.
EXTRA: tuple[str, ...] = (
    (
        "INSERT INTO unsigned_note (id) SELECT id FROM note WHERE NOT EXISTS "
        "(SELECT 1 FROM note_signature WHERE note_signature.id = note.id)"
    ),
)


def upgrade() -> None:
    """Add what is new; nothing that was there is changed."""
    for statement in (*STATEMENTS, *EXTRA):
        op.execute(statement)
