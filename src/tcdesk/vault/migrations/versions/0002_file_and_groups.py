"""The second schema: the participant's whole file, groups and papers."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    (
        "CREATE TABLE phrase ( id TEXT NOT NULL, account TEXT, short TEXT NOT NULL, text TEXT "
        "NOT NULL, gone INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(account) REFERENCES "
        "account (id) ) STRICT"
    ),
    "CREATE INDEX phrase_of ON phrase (account)",
    (
        "CREATE TABLE traineeship ( id TEXT NOT NULL, staff TEXT NOT NULL, mentor TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(staff) "
        "REFERENCES staff (id), FOREIGN KEY(mentor) REFERENCES staff (id) ) STRICT"
    ),
    "CREATE INDEX traineeship_of ON traineeship (staff, from_date)",
    "CREATE INDEX traineeship_under ON traineeship (mentor)",
    "CREATE INDEX note_signature_of ON note_signature (account)",
    (
        "CREATE TABLE unsigned_note ( id TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) "
        "REFERENCES note (id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE countersignature ( id TEXT NOT NULL, account TEXT NOT NULL, sha256 TEXT "
        "NOT NULL, sign_pub TEXT NOT NULL, signature TEXT NOT NULL, at TEXT NOT NULL, PRIMARY "
        "KEY (id), FOREIGN KEY(id) REFERENCES note_signature (id), FOREIGN KEY(account) "
        "REFERENCES account (id) ) STRICT"
    ),
    (
        "CREATE TRIGGER phrase_delete_refused BEFORE DELETE ON phrase WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER traineeship_delete_refused BEFORE DELETE ON traineeship WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER countersignature_update_refused BEFORE UPDATE ON countersignature "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER countersignature_delete_refused BEFORE DELETE ON countersignature "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
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
