"""The second schema: the participant's whole file, groups and papers."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    (
        "CREATE TABLE alias ( id TEXT NOT NULL, person TEXT NOT NULL, main TEXT NOT NULL, "
        "reason TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL, separated_at TEXT, "
        "separated_by TEXT, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id), "
        "FOREIGN KEY(main) REFERENCES person (id), FOREIGN KEY(account) REFERENCES account "
        "(id), FOREIGN KEY(separated_by) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX alias_of ON alias (main) WHERE separated_at IS NULL",
    "CREATE UNIQUE INDEX alias_once ON alias (person) WHERE separated_at IS NULL",
    (
        "CREATE TABLE consent ( id TEXT NOT NULL, person TEXT NOT NULL, purpose TEXT NOT "
        "NULL, recipient TEXT NOT NULL, given INTEGER NOT NULL, from_date TEXT NOT NULL, "
        "to_date TEXT, remark TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES "
        "person (id) ) STRICT"
    ),
    "CREATE INDEX consent_of ON consent (person, purpose, from_date)",
    (
        "CREATE TABLE contact ( id TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, "
        "role TEXT NOT NULL, reached_at TEXT NOT NULL, support TEXT NOT NULL, leave TEXT NOT "
        "NULL, leave_on TEXT, remark TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, "
        "PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX contact_of ON contact (person, from_date)",
    (
        "CREATE TABLE flag ( id TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, "
        "reason TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX flag_of ON flag (person, from_date)",
    (
        "CREATE TABLE housing_stay ( id TEXT NOT NULL, person TEXT NOT NULL, place TEXT NOT "
        "NULL, wing TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX housing_stay_of ON housing_stay (person, from_date)",
    (
        "CREATE TABLE identifier ( id TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT "
        "NULL, value TEXT NOT NULL, plain TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX identifier_by_plain ON identifier (plain)",
    "CREATE INDEX identifier_of ON identifier (person)",
    (
        "CREATE UNIQUE INDEX identifier_once ON identifier (kind, plain) WHERE kind IN "
        "('register', 'emso')"
    ),
    (
        "CREATE TABLE import_batch ( id TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT "
        "NULL, rows INTEGER NOT NULL, added INTEGER NOT NULL, joined INTEGER NOT NULL, "
        "left_out INTEGER NOT NULL, refused INTEGER NOT NULL, undone_at TEXT, undone_by TEXT, "
        "stayed INTEGER, PRIMARY KEY (id), FOREIGN KEY(account) REFERENCES account (id), "
        "FOREIGN KEY(undone_by) REFERENCES account (id) ) STRICT"
    ),
    (
        "CREATE TABLE phrase ( id TEXT NOT NULL, account TEXT, short TEXT NOT NULL, text TEXT "
        "NOT NULL, gone INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(account) REFERENCES "
        "account (id) ) STRICT"
    ),
    "CREATE INDEX phrase_of ON phrase (account)",
    (
        "CREATE TABLE regime_stay ( id TEXT NOT NULL, person TEXT NOT NULL, regime TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(person) "
        "REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX regime_stay_of ON regime_stay (person, from_date)",
    (
        "CREATE TABLE release_plan ( id TEXT NOT NULL, person TEXT NOT NULL, release_on TEXT "
        "NOT NULL, housing TEXT NOT NULL, income TEXT NOT NULL, papers TEXT NOT NULL, health "
        "TEXT NOT NULL, crisis TEXT NOT NULL, told_overdose TEXT, account TEXT NOT NULL, "
        "closed_on TEXT, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id), "
        "FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX release_plan_of ON release_plan (person)",
    "CREATE INDEX release_plan_open ON release_plan (release_on) WHERE closed_on IS NULL",
    (
        "CREATE TABLE tie ( id TEXT NOT NULL, person TEXT NOT NULL, other TEXT NOT NULL, kind "
        "TEXT NOT NULL, remark TEXT NOT NULL, from_date TEXT, to_date TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(other) REFERENCES person "
        "(id) ) STRICT"
    ),
    "CREATE INDEX tie_of_other ON tie (other)",
    "CREATE INDEX tie_of_person ON tie (person)",
    (
        "CREATE TABLE drug_test ( id TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL, "
        "purpose TEXT NOT NULL, reason TEXT NOT NULL, sample TEXT NOT NULL, seal TEXT NOT "
        "NULL, collected_by TEXT, witness TEXT NOT NULL, temperature INTEGER, creatinine "
        "INTEGER, validity TEXT NOT NULL, refusal TEXT NOT NULL, screening TEXT NOT NULL, "
        "explained TEXT NOT NULL, medicine TEXT NOT NULL, laboratory TEXT NOT NULL, method "
        "TEXT NOT NULL, confirmed_on TEXT, confirmation TEXT NOT NULL, told_on TEXT, account "
        "TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES "
        "person (id), FOREIGN KEY(collected_by) REFERENCES staff (id), FOREIGN KEY(account) "
        "REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX drug_test_of ON drug_test (person, day)",
    (
        "CREATE TABLE imported_file ( id TEXT NOT NULL, batch TEXT NOT NULL, person TEXT NOT "
        "NULL, is_new INTEGER NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(batch) REFERENCES import_batch (id) ) STRICT"
    ),
    "CREATE INDEX imported_file_of ON imported_file (batch)",
    "CREATE INDEX imported_file_person ON imported_file (person)",
    (
        'CREATE TABLE release_body ( id TEXT NOT NULL, "plan" TEXT NOT NULL, person TEXT NOT '
        "NULL, kind TEXT NOT NULL, name TEXT NOT NULL, contact TEXT NOT NULL, asked_for TEXT "
        "NOT NULL, answer TEXT NOT NULL, answered_on TEXT, appointment TEXT, start INTEGER, "
        'place TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY("plan") REFERENCES release_plan '
        "(id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    'CREATE INDEX release_body_in ON release_body ("plan")',
    "CREATE INDEX release_body_of ON release_body (person)",
    (
        "CREATE TABLE traineeship ( id TEXT NOT NULL, staff TEXT NOT NULL, mentor TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(staff) "
        "REFERENCES staff (id), FOREIGN KEY(mentor) REFERENCES staff (id) ) STRICT"
    ),
    "CREATE INDEX traineeship_of ON traineeship (staff, from_date)",
    "CREATE INDEX traineeship_under ON traineeship (mentor)",
    (
        "CREATE TABLE waiting_stay ( id TEXT NOT NULL, person TEXT NOT NULL, programme TEXT "
        "NOT NULL, status TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, reason TEXT "
        "NOT NULL, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN "
        "KEY(programme) REFERENCES programme (id) ) STRICT"
    ),
    "CREATE INDEX waiting_stay_of ON waiting_stay (person, from_date)",
    (
        "CREATE TABLE community_event ( id TEXT NOT NULL, episode TEXT NOT NULL, person TEXT "
        "NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, text TEXT NOT NULL, due TEXT, "
        "done_on TEXT, PRIMARY KEY (id), FOREIGN KEY(episode) REFERENCES episode (id), "
        "FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX community_event_in ON community_event (episode)",
    "CREATE INDEX community_event_of ON community_event (person, day)",
    (
        "CREATE TABLE exit_decision ( id TEXT NOT NULL, episode TEXT NOT NULL, person TEXT "
        "NOT NULL, phase TEXT, decided_by TEXT NOT NULL, remark TEXT NOT NULL, "
        "without_release TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(episode) REFERENCES "
        "episode (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(phase) "
        "REFERENCES phase (id) ) STRICT"
    ),
    "CREATE INDEX exit_decision_in ON exit_decision (episode)",
    "CREATE INDEX exit_decision_of ON exit_decision (person)",
    (
        "CREATE TABLE intake ( id TEXT NOT NULL, person TEXT NOT NULL, episode TEXT NOT NULL, "
        "day TEXT NOT NULL, account TEXT NOT NULL, previous TEXT, referral TEXT, living_with "
        "TEXT, children TEXT, living_where TEXT, isced INTEGER, labour TEXT, injecting TEXT, "
        "first_injection INTEGER, polydrug TEXT, hiv_test TEXT, hcv_test TEXT, sharing TEXT, "
        "opioid TEXT, opioid_year INTEGER, need_health INTEGER, need_mind INTEGER, "
        "need_substances INTEGER, need_family INTEGER, need_housing INTEGER, need_work "
        "INTEGER, need_money INTEGER, need_law INTEGER, told TEXT NOT NULL, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(episode) REFERENCES episode "
        "(id), FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX intake_in ON intake (episode)",
    "CREATE INDEX intake_of ON intake (person)",
    (
        'CREATE TABLE "plan" ( id TEXT NOT NULL, person TEXT NOT NULL, episode TEXT NOT NULL, '
        "number INTEGER NOT NULL, from_date TEXT NOT NULL, review_by TEXT NOT NULL, account "
        "TEXT NOT NULL, closed_on TEXT, conclusion TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(person) REFERENCES person (id), FOREIGN KEY(episode) REFERENCES episode (id), "
        "FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    'CREATE INDEX plan_of ON "plan" (person)',
    'CREATE INDEX plan_open ON "plan" (review_by) WHERE closed_on IS NULL',
    'CREATE UNIQUE INDEX plan_version ON "plan" (episode, number)',
    (
        "CREATE TABLE role_stay ( id TEXT NOT NULL, episode TEXT NOT NULL, person TEXT NOT "
        "NULL, role TEXT NOT NULL, role_sl TEXT NOT NULL, role_en TEXT NOT NULL, sector TEXT "
        "NOT NULL, reason TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY "
        "(id), FOREIGN KEY(episode) REFERENCES episode (id), FOREIGN KEY(person) REFERENCES "
        "person (id) ) STRICT"
    ),
    "CREATE INDEX role_stay_in ON role_stay (episode, from_date)",
    "CREATE INDEX role_stay_of ON role_stay (person)",
    (
        "CREATE TABLE suspension ( id TEXT NOT NULL, episode TEXT NOT NULL, person TEXT NOT "
        "NULL, reason TEXT NOT NULL, note TEXT NOT NULL, from_date TEXT NOT NULL, to_date "
        "TEXT, PRIMARY KEY (id), FOREIGN KEY(episode) REFERENCES episode (id), FOREIGN "
        "KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX suspension_in ON suspension (episode, from_date)",
    "CREATE INDEX suspension_of ON suspension (person)",
    (
        "CREATE TABLE drug_use ( id TEXT NOT NULL, intake TEXT NOT NULL, person TEXT NOT "
        "NULL, rank INTEGER NOT NULL, drug TEXT NOT NULL, route TEXT, before_entry TEXT, "
        "before_custody TEXT, first_age INTEGER, PRIMARY KEY (id), FOREIGN KEY(intake) "
        "REFERENCES intake (id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX drug_use_in ON drug_use (intake, rank)",
    "CREATE INDEX drug_use_of ON drug_use (person)",
    (
        'CREATE TABLE goal ( id TEXT NOT NULL, "plan" TEXT NOT NULL, person TEXT NOT NULL, '
        "root TEXT NOT NULL, number INTEGER NOT NULL, area TEXT NOT NULL, area_sl TEXT NOT "
        "NULL, area_en TEXT NOT NULL, own_words TEXT NOT NULL, expected TEXT NOT NULL, owner "
        "TEXT NOT NULL, due TEXT, weight INTEGER NOT NULL, ended TEXT, PRIMARY KEY (id), "
        'FOREIGN KEY("plan") REFERENCES "plan" (id), FOREIGN KEY(person) REFERENCES person '
        "(id) ) STRICT"
    ),
    "CREATE INDEX goal_of ON goal (person)",
    'CREATE INDEX goal_of_plan ON goal ("plan")',
    (
        "CREATE TABLE phase_decision ( id TEXT NOT NULL, stay TEXT NOT NULL, person TEXT NOT "
        "NULL, direction TEXT NOT NULL, team TEXT NOT NULL, reason TEXT NOT NULL, met TEXT "
        "NOT NULL, unmet TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(stay) REFERENCES "
        "phase_stay (id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX phase_decision_for ON phase_decision (stay)",
    "CREATE INDEX phase_decision_of ON phase_decision (person)",
    (
        "CREATE TABLE goal_step ( id TEXT NOT NULL, goal TEXT NOT NULL, person TEXT NOT NULL, "
        "text TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, done_on TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(goal) REFERENCES goal (id), FOREIGN KEY(person) REFERENCES person (id) ) "
        "STRICT"
    ),
    "CREATE INDEX goal_step_of ON goal_step (person)",
    "CREATE INDEX goal_step_of_goal ON goal_step (goal)",
    "CREATE INDEX session_day_of ON session (id, day)",
    (
        "CREATE TABLE goal_rating ( id TEXT NOT NULL, goal TEXT NOT NULL, person TEXT NOT "
        "NULL, root TEXT NOT NULL, day TEXT NOT NULL, score INTEGER NOT NULL, account TEXT "
        "NOT NULL, at TEXT NOT NULL, session TEXT, PRIMARY KEY (id), FOREIGN KEY(goal) "
        "REFERENCES goal (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN "
        "KEY(account) REFERENCES account (id), FOREIGN KEY(session) REFERENCES session (id) ) "
        "STRICT"
    ),
    "CREATE INDEX goal_rating_at ON goal_rating (session) WHERE session IS NOT NULL",
    "CREATE INDEX goal_rating_of ON goal_rating (person, day)",
    "CREATE INDEX goal_rating_of_goal ON goal_rating (goal)",
    (
        "CREATE TABLE head_count ( id TEXT NOT NULL, session TEXT NOT NULL, band TEXT NOT "
        "NULL, number INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES "
        "session (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX head_count_of ON head_count (session, band)",
    (
        "CREATE TABLE note_place ( n INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (n), "
        "FOREIGN KEY(note) REFERENCES note (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX note_place_of ON note_place (note)",
    "CREATE INDEX note_signature_of ON note_signature (account)",
    (
        "CREATE TABLE unsigned_note ( id TEXT NOT NULL, session TEXT NOT NULL, author TEXT "
        "NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES note (id) ) WITHOUT ROWID, "
        "STRICT"
    ),
    (
        "CREATE TABLE countersignature ( id TEXT NOT NULL, account TEXT NOT NULL, sha256 TEXT "
        "NOT NULL, sign_pub TEXT NOT NULL, signature TEXT NOT NULL, at TEXT NOT NULL, PRIMARY "
        "KEY (id), FOREIGN KEY(id) REFERENCES note_signature (id), FOREIGN KEY(account) "
        "REFERENCES account (id) ) STRICT"
    ),
    (
        "CREATE VIRTUAL TABLE note_text USING fts5(words, content='', prefix='3', "
        "tokenize='unicode61 remove_diacritics 2')"
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
        "CREATE TRIGGER import_batch_delete_refused BEFORE DELETE ON import_batch WHEN 1 "
        "BEGIN SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER drug_test_delete_refused BEFORE DELETE ON drug_test WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER head_count_delete_refused BEFORE DELETE ON head_count WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER alias_delete_refused BEFORE DELETE ON alias WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER goal_delete_refused BEFORE DELETE ON goal WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'goal' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER goal_step_delete_refused BEFORE DELETE ON goal_step WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'goal_step' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER release_body_delete_refused BEFORE DELETE ON release_body WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'release_body' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER role_stay_delete_refused BEFORE DELETE ON role_stay WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'role_stay' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER drug_use_delete_refused BEFORE DELETE ON drug_use WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'drug_use' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER community_event_delete_refused BEFORE DELETE ON community_event WHEN "
        "NOT EXISTS (SELECT 1 FROM binned WHERE tbl = 'community_event' AND row = OLD.id) "
        "BEGIN SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER identifier_delete_refused BEFORE DELETE ON identifier WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'identifier' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER regime_stay_delete_refused BEFORE DELETE ON regime_stay WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'regime_stay' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER housing_stay_delete_refused BEFORE DELETE ON housing_stay WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'housing_stay' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER tie_delete_refused BEFORE DELETE ON tie WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'tie' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER contact_delete_refused BEFORE DELETE ON contact WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'contact' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER consent_delete_refused BEFORE DELETE ON consent WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'consent' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER flag_delete_refused BEFORE DELETE ON flag WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'flag' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER plan_delete_refused BEFORE DELETE ON plan WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'plan' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER goal_rating_delete_refused BEFORE DELETE ON goal_rating WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'goal_rating' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER release_plan_delete_refused BEFORE DELETE ON release_plan WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'release_plan' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER waiting_stay_delete_refused BEFORE DELETE ON waiting_stay WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'waiting_stay' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER phase_decision_delete_refused BEFORE DELETE ON phase_decision WHEN "
        "NOT EXISTS (SELECT 1 FROM binned WHERE tbl = 'phase_decision' AND row = OLD.id) "
        "BEGIN SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER suspension_delete_refused BEFORE DELETE ON suspension WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'suspension' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER exit_decision_delete_refused BEFORE DELETE ON exit_decision WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'exit_decision' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER intake_delete_refused BEFORE DELETE ON intake WHEN NOT EXISTS (SELECT "
        "1 FROM binned WHERE tbl = 'intake' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not "
        "in the bin'); END"
    ),
    (
        "CREATE TRIGGER plan_update_refused BEFORE UPDATE ON plan WHEN OLD.closed_on IS NOT "
        "NULL BEGIN SELECT RAISE(ABORT, 'it is closed'); END"
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
        "CREATE TRIGGER imported_file_update_refused BEFORE UPDATE ON imported_file WHEN 1 "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER imported_file_delete_refused BEFORE DELETE ON imported_file WHEN 1 "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER note_begins_unsigned AFTER INSERT ON note WHEN NOT EXISTS (SELECT 1 "
        "FROM note_signature WHERE id = NEW.id) BEGIN INSERT INTO unsigned_note (id, session, "
        "author) VALUES (NEW.id, NEW.session, NEW.author); END"
    ),
    (
        "CREATE TRIGGER note_is_moved AFTER UPDATE OF session, author ON note BEGIN UPDATE "
        "unsigned_note SET session = NEW.session, author = NEW.author WHERE id = NEW.id; END"
    ),
    (
        "CREATE TRIGGER note_is_signed AFTER INSERT ON note_signature BEGIN DELETE FROM "
        "unsigned_note WHERE id = NEW.id; END"
    ),
    (
        "CREATE TRIGGER note_is_gone AFTER DELETE ON note BEGIN DELETE FROM unsigned_note "
        "WHERE id = OLD.id; END"
    ),
    (
        "CREATE TRIGGER note_is_told AFTER INSERT ON note WHEN NEW.compartment IS NULL BEGIN "
        "INSERT INTO note_place(note) VALUES (NEW.id); INSERT INTO note_text(rowid, words) "
        "VALUES ((SELECT n FROM note_place WHERE note = NEW.id), "
        "replace(replace(replace(replace(replace(replace((SELECT group_concat(value, ' ') "
        "FROM json_each(NEW.body, '$.fields')), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), "
        "'ø', 'o'), 'Ø', 'o')); END"
    ),
    (
        "CREATE TRIGGER note_was_told BEFORE UPDATE OF body, compartment ON note WHEN "
        "OLD.compartment IS NULL BEGIN INSERT INTO note_text(note_text, rowid, words) VALUES "
        "('delete', (SELECT n FROM note_place WHERE note = OLD.id), "
        "replace(replace(replace(replace(replace(replace((SELECT group_concat(value, ' ') "
        "FROM json_each(OLD.body, '$.fields')), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), "
        "'ø', 'o'), 'Ø', 'o')); DELETE FROM note_place WHERE note = OLD.id; END"
    ),
    (
        "CREATE TRIGGER note_is_told_anew AFTER UPDATE OF body, compartment ON note WHEN "
        "NEW.compartment IS NULL BEGIN INSERT INTO note_place(note) VALUES (NEW.id); INSERT "
        "INTO note_text(rowid, words) VALUES ((SELECT n FROM note_place WHERE note = NEW.id), "
        "replace(replace(replace(replace(replace(replace((SELECT group_concat(value, ' ') "
        "FROM json_each(NEW.body, '$.fields')), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), "
        "'ø', 'o'), 'Ø', 'o')); END"
    ),
    (
        "CREATE TRIGGER note_is_told_no_more BEFORE DELETE ON note WHEN OLD.compartment IS "
        "NULL BEGIN INSERT INTO note_text(note_text, rowid, words) VALUES ('delete', (SELECT "
        "n FROM note_place WHERE note = OLD.id), "
        "replace(replace(replace(replace(replace(replace((SELECT group_concat(value, ' ') "
        "FROM json_each(OLD.body, '$.fields')), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), "
        "'ø', 'o'), 'Ø', 'o')); DELETE FROM note_place WHERE note = OLD.id; END"
    ),
)
# What older rows need, once the tables stand.
EXTRA: tuple[str, ...] = (
    (
        "INSERT INTO unsigned_note (id, session, author) SELECT id, session, author FROM note "
        "WHERE NOT EXISTS "
        "(SELECT 1 FROM note_signature WHERE note_signature.id = note.id)"
    ),
    ("INSERT INTO note_text(note_text, rank) VALUES('secure-delete', 1)"),
    ("INSERT INTO note_place(note) SELECT id FROM note WHERE compartment IS NULL ORDER BY id"),
    (
        "INSERT INTO note_text(rowid, words) SELECT n, "
        "replace(replace(replace(replace(replace(replace((SELECT group_concat(value, ' ') "
        "FROM json_each(note.body, '$.fields')), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', "
        "'l'), 'ø', 'o'), 'Ø', 'o') FROM note_place JOIN note ON note.id = "
        "note_place.note ORDER BY n"
    ),
)


def upgrade() -> None:
    """Add what is new; nothing that was there is changed."""
    for statement in (*STATEMENTS, *EXTRA):
        op.execute(statement)
