"""The first schema, as it was released with 0.1.0; never edited again."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    (
        "CREATE TABLE account ( id TEXT NOT NULL, login TEXT NOT NULL, role TEXT NOT NULL, "
        "sign_pub TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, must_change INTEGER "
        "NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (id) ) STRICT"
    ),
    (
        "CREATE TABLE audit ( seq INTEGER NOT NULL, entry TEXT NOT NULL, hash BLOB NOT NULL, "
        "at TEXT GENERATED ALWAYS AS (json_extract(entry, '$.at')) VIRTUAL, account TEXT "
        "GENERATED ALWAYS AS (json_extract(entry, '$.user')) VIRTUAL, person TEXT GENERATED "
        "ALWAYS AS (json_extract(entry, '$.person')) VIRTUAL, action TEXT GENERATED ALWAYS AS "
        "(json_extract(entry, '$.action')) VIRTUAL, PRIMARY KEY (seq), UNIQUE (hash) ) STRICT"
    ),
    "CREATE INDEX audit_by_day ON audit (at)",
    "CREATE INDEX audit_of_account ON audit (account, at)",
    "CREATE INDEX audit_of_account_action ON audit (account, action, at)",
    "CREATE INDEX audit_of_action ON audit (action, at)",
    "CREATE INDEX audit_of_person ON audit (person, at) WHERE person IS NOT NULL",
    (
        "CREATE TABLE audit_checkpoint ( seq INTEGER NOT NULL, hash BLOB NOT NULL, account "
        "TEXT NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (seq) ) STRICT"
    ),
    (
        "CREATE TABLE bundle_in ( id TEXT NOT NULL, party TEXT NOT NULL, kind TEXT NOT NULL, "
        "level TEXT NOT NULL, epoch TEXT NOT NULL, epoch_no INTEGER NOT NULL, seq INTEGER NOT "
        "NULL, sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, lineage TEXT NOT NULL, "
        "audit_seq INTEGER NOT NULL, audit_sha256 TEXT NOT NULL, created_at TEXT NOT NULL, "
        "imported_at TEXT NOT NULL, verdict TEXT NOT NULL, counts TEXT NOT NULL, PRIMARY KEY "
        "(id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX bundle_in_by_hash ON bundle_in (sha256)",
    "CREATE INDEX bundle_in_of ON bundle_in (party, epoch, seq)",
    (
        "CREATE TABLE bundle_out ( id TEXT NOT NULL, party TEXT NOT NULL, kind TEXT NOT NULL, "
        "level TEXT NOT NULL, epoch TEXT NOT NULL, epoch_no INTEGER NOT NULL, seq INTEGER NOT "
        "NULL, sha256 TEXT NOT NULL, file_name TEXT NOT NULL, state TEXT NOT NULL, at TEXT "
        "NOT NULL, counts TEXT NOT NULL, audit_seq INTEGER NOT NULL, confirmed_at TEXT, "
        "verdict TEXT, PRIMARY KEY (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX bundle_out_of ON bundle_out (party, epoch, seq)",
    (
        "CREATE TABLE funder ( id TEXT NOT NULL, code TEXT NOT NULL, statement_sl TEXT NOT "
        "NULL, statement_en TEXT NOT NULL, emblem TEXT, PRIMARY KEY (id) ) STRICT"
    ),
    (
        "CREATE TABLE history ( seq INTEGER NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL, "
        "version INTEGER NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT "
        "NULL, PRIMARY KEY (seq) ) STRICT"
    ),
    "CREATE INDEX history_of ON history (tbl, id)",
    ("CREATE TABLE meta ( name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name) ) STRICT"),
    (
        "CREATE TABLE party ( id TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, name "
        "TEXT NOT NULL, sign_pub TEXT NOT NULL, recipients TEXT NOT NULL, confirmed_at TEXT "
        "NOT NULL, status TEXT NOT NULL, PRIMARY KEY (id) ) STRICT"
    ),
    (
        "CREATE TABLE person ( id TEXT NOT NULL, code TEXT NOT NULL, pseudonym TEXT NOT NULL, "
        "kind TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL, birth_date "
        "TEXT NOT NULL, sex TEXT NOT NULL, region TEXT, risk INTEGER NOT NULL, folded TEXT "
        "NOT NULL, alphabetical TEXT NOT NULL, PRIMARY KEY (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX person_by_code ON person (code)",
    "CREATE INDEX person_by_folded ON person (folded)",
    "CREATE INDEX person_in_order ON person (alphabetical, id)",
    (
        "CREATE TABLE quarantined ( id TEXT NOT NULL, bundle TEXT NOT NULL, party TEXT NOT "
        'NULL, tbl TEXT NOT NULL, "row" TEXT NOT NULL, reason TEXT NOT NULL, payload TEXT NOT '
        "NULL, at TEXT NOT NULL, PRIMARY KEY (id) ) STRICT"
    ),
    'CREATE INDEX quarantined_of ON quarantined (party, tbl, "row")',
    (
        "CREATE TABLE received_activity ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT "
        "NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, programme TEXT, "
        "code TEXT, kind TEXT, bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, "
        "STRICT"
    ),
    (
        "CREATE TABLE received_attendance ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT "
        "NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, session TEXT, "
        "person TEXT, status_code TEXT, minutes INTEGER, participation_level INTEGER, bundle "
        "TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE INDEX received_attendance_of ON received_attendance (session, unit, deleted, "
        "status_code, person, minutes)"
    ),
    (
        "CREATE TABLE received_audit ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, seq INTEGER, entry "
        "TEXT, hash TEXT, bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, "
        "STRICT"
    ),
    (
        "CREATE TABLE received_episode ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, person TEXT, "
        "participation TEXT, programme TEXT, entry_date TEXT, exit_date TEXT, exit_code TEXT, "
        "bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE INDEX received_episode_of ON received_episode (person, unit, programme, "
        "deleted, entry_date)"
    ),
    (
        "CREATE TABLE received_history ( seq INTEGER NOT NULL, unit TEXT NOT NULL, tbl TEXT "
        "NOT NULL, id TEXT NOT NULL, row_version INTEGER NOT NULL, bundle TEXT NOT NULL, "
        "payload TEXT NOT NULL, PRIMARY KEY (seq) ) STRICT"
    ),
    "CREATE INDEX received_history_of ON received_history (unit, tbl, id)",
    (
        "CREATE TABLE received_legal_status ( unit TEXT NOT NULL, id TEXT NOT NULL, owner "
        "TEXT NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, person TEXT, "
        "status_code TEXT, from_date TEXT, to_date TEXT, bundle TEXT NOT NULL, PRIMARY KEY "
        "(unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_participation ( unit TEXT NOT NULL, id TEXT NOT NULL, owner "
        "TEXT NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, person TEXT, "
        "operation_code TEXT, entry_date TEXT, exit_date TEXT, age_at_entry INTEGER, bundle "
        "TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_person ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, kind TEXT, sex TEXT, "
        "region TEXT, link TEXT, bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT "
        "ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_phase_stay ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT "
        "NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, episode TEXT, "
        "phase_code TEXT, from_date TEXT, to_date TEXT, bundle TEXT NOT NULL, PRIMARY KEY "
        "(unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_programme ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT "
        "NOT NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, code TEXT, "
        "operation_code TEXT, funder_code TEXT, indicator_profile TEXT, bundle TEXT NOT NULL, "
        "PRIMARY KEY (unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_session ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, programme TEXT, "
        "activity_code TEXT, date TEXT, minutes_planned INTEGER, minutes_held INTEGER, state "
        "TEXT, form TEXT, unsigned INTEGER, bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) "
        "WITHOUT ROWID, STRICT"
    ),
    "CREATE INDEX received_session_by_date ON received_session (date, unit)",
    (
        "CREATE TABLE received_staff ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, code TEXT, role TEXT, "
        "bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE received_unit ( unit TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT "
        "NULL, row_version INTEGER NOT NULL, deleted INTEGER NOT NULL, code TEXT, name_code "
        "TEXT, kind TEXT, bundle TEXT NOT NULL, PRIMARY KEY (unit, id) ) WITHOUT ROWID, "
        "STRICT"
    ),
    (
        "CREATE TABLE row_state ( tbl TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT "
        "NULL, owner TEXT, PRIMARY KEY (tbl, id) ) WITHOUT ROWID, STRICT"
    ),
    ("CREATE TABLE secret ( name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name) ) STRICT"),
    (
        "CREATE TABLE tombstone ( tbl TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT "
        "NULL, PRIMARY KEY (tbl, id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE account_key ( id TEXT NOT NULL, account TEXT NOT NULL, sign_pub TEXT "
        "NOT NULL, until TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(account) REFERENCES "
        "account (id) ) STRICT"
    ),
    "CREATE INDEX account_key_of ON account_key (account)",
    (
        "CREATE TABLE anonymous ( person TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY "
        "(person), FOREIGN KEY(person) REFERENCES person (id) ) WITHOUT ROWID, STRICT"
    ),
    (
        "CREATE TABLE apart ( id TEXT NOT NULL, person TEXT NOT NULL, other TEXT NOT NULL, "
        "reason TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(other) REFERENCES person "
        "(id) ) STRICT"
    ),
    "CREATE INDEX apart_of_other ON apart (other, from_date)",
    "CREATE INDEX apart_of_person ON apart (person, from_date)",
    (
        "CREATE TABLE compartment ( id TEXT NOT NULL, author TEXT NOT NULL, opened_at TEXT "
        "NOT NULL, ended_at TEXT, PRIMARY KEY (id), FOREIGN KEY(author) REFERENCES account "
        "(id) ) STRICT"
    ),
    "CREATE INDEX compartment_of ON compartment (author)",
    (
        "CREATE TABLE emergency_access ( id TEXT NOT NULL, account TEXT NOT NULL, person TEXT "
        "NOT NULL, reason TEXT NOT NULL, opened_at TEXT NOT NULL, until TEXT NOT NULL, "
        "ended_at TEXT, reviewed_by TEXT, reviewed_at TEXT, remark TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(account) REFERENCES account (id), FOREIGN KEY(person) REFERENCES person "
        "(id), FOREIGN KEY(reviewed_by) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX emergency_of ON emergency_access (account, person, until)",
    (
        "CREATE TABLE erasure ( id TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, "
        "rule TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, "
        "confirmed_by TEXT, done_at TEXT, withdrawn_by TEXT, withdrawn_at TEXT, PRIMARY KEY "
        "(id), FOREIGN KEY(proposed_by) REFERENCES account (id), FOREIGN KEY(confirmed_by) "
        "REFERENCES account (id), FOREIGN KEY(withdrawn_by) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX erasure_of ON erasure (subject)",
    (
        "CREATE TABLE instrument ( id TEXT NOT NULL, code TEXT NOT NULL, version INTEGER NOT "
        "NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT "
        "NULL, PRIMARY KEY (id), FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX instrument_edition ON instrument (code, version)",
    (
        "CREATE TABLE operation ( id TEXT NOT NULL, funder TEXT NOT NULL, code TEXT NOT NULL, "
        "name_sl TEXT NOT NULL, name_en TEXT NOT NULL, profile TEXT NOT NULL, from_date TEXT "
        "NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(funder) REFERENCES funder (id) "
        ") STRICT"
    ),
    (
        'CREATE TABLE removal ( id TEXT NOT NULL, thing TEXT NOT NULL, "row" TEXT NOT NULL, '
        "person TEXT, at TEXT NOT NULL, account TEXT NOT NULL, until TEXT NOT NULL, PRIMARY "
        "KEY (id), FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX removal_until ON removal (until)",
    (
        "CREATE TABLE staff ( id TEXT NOT NULL, code TEXT NOT NULL, given_name TEXT NOT NULL, "
        "family_name TEXT NOT NULL, account TEXT, PRIMARY KEY (id), FOREIGN KEY(account) "
        "REFERENCES account (id) ) STRICT"
    ),
    (
        "CREATE TABLE status_stay ( id TEXT NOT NULL, person TEXT NOT NULL, status TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(person) "
        "REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX status_stay_of ON status_stay (person, from_date)",
    (
        'CREATE TABLE binned ( tbl TEXT NOT NULL, "row" TEXT NOT NULL, removal TEXT NOT NULL, '
        "place INTEGER NOT NULL, version INTEGER, payload TEXT NOT NULL, PRIMARY KEY (tbl, "
        '"row"), FOREIGN KEY(removal) REFERENCES removal (id) ) WITHOUT ROWID, STRICT'
    ),
    "CREATE INDEX binned_by ON binned (removal, place)",
    (
        "CREATE TABLE compartment_key ( id TEXT NOT NULL, compartment TEXT NOT NULL, account "
        "TEXT, recipient TEXT NOT NULL, sealed TEXT NOT NULL, given_by TEXT NOT NULL, at TEXT "
        "NOT NULL, reason TEXT NOT NULL, proof TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(compartment) REFERENCES compartment (id), FOREIGN KEY(account) REFERENCES "
        "account (id), FOREIGN KEY(given_by) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX compartment_key_for ON compartment_key (recipient)",
    ("CREATE UNIQUE INDEX compartment_key_of ON compartment_key (compartment, recipient, reason)"),
    (
        "CREATE TABLE draft ( id TEXT NOT NULL, account TEXT NOT NULL, page TEXT NOT NULL, "
        "entity TEXT NOT NULL, base_version INTEGER NOT NULL, payload TEXT NOT NULL, cursor "
        "INTEGER NOT NULL, saved_at TEXT NOT NULL, compartment TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(account) REFERENCES account (id), FOREIGN KEY(compartment) REFERENCES "
        "compartment (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX draft_of ON draft (account, page, entity)",
    (
        "CREATE TABLE erased_note ( id TEXT NOT NULL, sha256 TEXT NOT NULL, signed_at TEXT "
        "NOT NULL, erasure TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(erasure) REFERENCES "
        "erasure (id) ) STRICT"
    ),
    (
        "CREATE TABLE key_worker ( id TEXT NOT NULL, person TEXT NOT NULL, staff TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(person) "
        "REFERENCES person (id), FOREIGN KEY(staff) REFERENCES staff (id) ) STRICT"
    ),
    "CREATE INDEX key_worker_of ON key_worker (person, from_date)",
    "CREATE INDEX key_worker_staff ON key_worker (staff)",
    (
        "CREATE TABLE participation ( id TEXT NOT NULL, person TEXT NOT NULL, operation TEXT "
        "NOT NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN "
        "KEY(person) REFERENCES person (id), FOREIGN KEY(operation) REFERENCES operation (id) "
        ") STRICT"
    ),
    "CREATE UNIQUE INDEX participation_of ON participation (person, operation)",
    (
        "CREATE TABLE programme ( id TEXT NOT NULL, operation TEXT NOT NULL, code TEXT NOT "
        "NULL, name_sl TEXT NOT NULL, name_en TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(operation) REFERENCES operation (id) ) STRICT"
    ),
    (
        "CREATE TABLE response ( id TEXT NOT NULL, person TEXT NOT NULL, edition TEXT NOT "
        "NULL, day TEXT NOT NULL, mode TEXT NOT NULL, answers TEXT NOT NULL, scores TEXT NOT "
        "NULL, account TEXT NOT NULL, at TEXT NOT NULL, supersedes TEXT, reason TEXT, PRIMARY "
        "KEY (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(edition) "
        "REFERENCES instrument (id), FOREIGN KEY(account) REFERENCES account (id), FOREIGN "
        "KEY(supersedes) REFERENCES response (id) ) STRICT"
    ),
    "CREATE INDEX response_of ON response (person, day)",
    "CREATE UNIQUE INDEX response_superseded ON response (supersedes)",
    (
        "CREATE TABLE activity ( id TEXT NOT NULL, programme TEXT NOT NULL, code TEXT NOT "
        "NULL, name_sl TEXT NOT NULL, name_en TEXT NOT NULL, form TEXT NOT NULL, minutes "
        "INTEGER NOT NULL, for_status TEXT, PRIMARY KEY (id), FOREIGN KEY(programme) "
        "REFERENCES programme (id) ) STRICT"
    ),
    (
        "CREATE TABLE due_rule ( id TEXT NOT NULL, programme TEXT NOT NULL, instrument TEXT "
        "NOT NULL, occasion TEXT NOT NULL, weeks INTEGER NOT NULL, ended_at TEXT, PRIMARY KEY "
        "(id), FOREIGN KEY(programme) REFERENCES programme (id) ) STRICT"
    ),
    "CREATE INDEX due_rule_of ON due_rule (programme)",
    (
        "CREATE TABLE episode ( id TEXT NOT NULL, person TEXT NOT NULL, participation TEXT "
        "NOT NULL, programme TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT, exit_code "
        "TEXT, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN "
        "KEY(participation) REFERENCES participation (id), FOREIGN KEY(programme) REFERENCES "
        "programme (id) ) STRICT"
    ),
    "CREATE INDEX episode_of ON episode (person, from_date)",
    (
        "CREATE TABLE phase ( id TEXT NOT NULL, programme TEXT NOT NULL, number INTEGER NOT "
        "NULL, name_sl TEXT NOT NULL, name_en TEXT NOT NULL, PRIMARY KEY (id), FOREIGN "
        "KEY(programme) REFERENCES programme (id) ) STRICT"
    ),
    (
        "CREATE TABLE safety_flow ( id TEXT NOT NULL, person TEXT NOT NULL, response TEXT, "
        "item TEXT, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL, told_whom TEXT NOT "
        'NULL, told_at TEXT NOT NULL, agreed TEXT NOT NULL, "plan" TEXT NOT NULL, review '
        "TEXT, outcome TEXT NOT NULL, closed_at TEXT, closed_by TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(response) REFERENCES "
        "response (id), FOREIGN KEY(opened_by) REFERENCES account (id), FOREIGN "
        "KEY(closed_by) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX safety_flow_of ON safety_flow (person)",
    "CREATE INDEX safety_flow_open ON safety_flow (opened_at) WHERE closed_at IS NULL",
    (
        "CREATE TABLE grp ( id TEXT NOT NULL, programme TEXT NOT NULL, activity TEXT NOT "
        "NULL, name TEXT NOT NULL, room TEXT NOT NULL, leader TEXT NOT NULL, from_date TEXT "
        "NOT NULL, to_date TEXT, capacity INTEGER, PRIMARY KEY (id), FOREIGN KEY(programme) "
        "REFERENCES programme (id), FOREIGN KEY(activity) REFERENCES activity (id), FOREIGN "
        "KEY(leader) REFERENCES staff (id) ) STRICT"
    ),
    (
        "CREATE TABLE phase_stay ( id TEXT NOT NULL, episode TEXT NOT NULL, phase TEXT NOT "
        "NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY(episode) "
        "REFERENCES episode (id), FOREIGN KEY(phase) REFERENCES phase (id) ) STRICT"
    ),
    "CREATE INDEX phase_stay_of ON phase_stay (episode, from_date)",
    (
        'CREATE TABLE membership ( id TEXT NOT NULL, "group" TEXT NOT NULL, person TEXT NOT '
        'NULL, from_date TEXT NOT NULL, to_date TEXT, PRIMARY KEY (id), FOREIGN KEY("group") '
        "REFERENCES grp (id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    'CREATE INDEX membership_of_group ON membership ("group", from_date)',
    "CREATE INDEX membership_of_person ON membership (person, from_date)",
    (
        "CREATE TABLE series ( id TEXT NOT NULL, programme TEXT NOT NULL, activity TEXT NOT "
        'NULL, "group" TEXT, person TEXT, rule TEXT NOT NULL, from_date TEXT NOT NULL, '
        "to_date TEXT, start INTEGER NOT NULL, minutes INTEGER NOT NULL, room TEXT NOT NULL, "
        "leader TEXT NOT NULL, co_leader TEXT, meetings INTEGER, themes TEXT NOT NULL, "
        "on_free_days INTEGER NOT NULL, follows TEXT, PRIMARY KEY (id), FOREIGN "
        "KEY(programme) REFERENCES programme (id), FOREIGN KEY(activity) REFERENCES activity "
        '(id), FOREIGN KEY("group") REFERENCES grp (id), FOREIGN KEY(person) REFERENCES '
        "person (id), FOREIGN KEY(leader) REFERENCES staff (id), FOREIGN KEY(co_leader) "
        "REFERENCES staff (id), FOREIGN KEY(follows) REFERENCES series (id) ) STRICT"
    ),
    'CREATE INDEX series_of_group ON series ("group")',
    "CREATE INDEX series_of_person ON series (person)",
    (
        "CREATE TABLE session ( id TEXT NOT NULL, programme TEXT NOT NULL, activity TEXT NOT "
        'NULL, "group" TEXT, person TEXT, day TEXT NOT NULL, start INTEGER NOT NULL, minutes '
        "INTEGER NOT NULL, room TEXT NOT NULL, leader TEXT NOT NULL, co_leader TEXT, state "
        "TEXT NOT NULL, cancel_reason TEXT, theme TEXT NOT NULL, code TEXT NOT NULL, series "
        "TEXT, slot_day TEXT, makes_up TEXT, stands_in_for TEXT, clash_reason TEXT NOT NULL, "
        "PRIMARY KEY (id), FOREIGN KEY(programme) REFERENCES programme (id), FOREIGN "
        'KEY(activity) REFERENCES activity (id), FOREIGN KEY("group") REFERENCES grp (id), '
        "FOREIGN KEY(person) REFERENCES person (id), FOREIGN KEY(leader) REFERENCES staff "
        "(id), FOREIGN KEY(co_leader) REFERENCES staff (id), FOREIGN KEY(series) REFERENCES "
        "series (id), FOREIGN KEY(makes_up) REFERENCES session (id), FOREIGN "
        "KEY(stands_in_for) REFERENCES staff (id) ) STRICT"
    ),
    "CREATE UNIQUE INDEX session_by_code ON session (code)",
    "CREATE INDEX session_by_day ON session (day, start)",
    "CREATE INDEX session_made_up ON session (makes_up) WHERE makes_up IS NOT NULL",
    "CREATE INDEX session_of_co_leader ON session (co_leader, day)",
    'CREATE INDEX session_of_group ON session ("group", day)',
    "CREATE INDEX session_of_leader ON session (leader, day)",
    "CREATE INDEX session_of_person ON session (person, day)",
    ("CREATE INDEX session_of_series ON session (series, slot_day) WHERE series IS NOT NULL"),
    (
        "CREATE TABLE attendance ( id TEXT NOT NULL, session TEXT NOT NULL, person TEXT NOT "
        "NULL, status TEXT NOT NULL, minutes INTEGER NOT NULL, participation INTEGER, "
        "recorded_at TEXT NOT NULL, account TEXT NOT NULL, supersedes TEXT, reason TEXT, "
        "PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES session (id), FOREIGN KEY(person) "
        "REFERENCES person (id), FOREIGN KEY(account) REFERENCES account (id), FOREIGN "
        "KEY(supersedes) REFERENCES attendance (id) ) STRICT"
    ),
    (
        "CREATE UNIQUE INDEX attendance_first ON attendance (session, person) WHERE "
        "supersedes IS NULL"
    ),
    "CREATE INDEX attendance_of_person ON attendance (person)",
    "CREATE INDEX attendance_of_session ON attendance (session)",
    "CREATE UNIQUE INDEX attendance_superseded ON attendance (supersedes)",
    (
        "CREATE TABLE guest ( id TEXT NOT NULL, session TEXT NOT NULL, person TEXT NOT NULL, "
        "added INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES session "
        "(id), FOREIGN KEY(person) REFERENCES person (id) ) STRICT"
    ),
    "CREATE INDEX guest_of ON guest (session)",
    (
        "CREATE TABLE note ( id TEXT NOT NULL, session TEXT NOT NULL, person TEXT, author "
        "TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, format TEXT NOT NULL, body TEXT "
        "NOT NULL, amends TEXT, compartment TEXT, PRIMARY KEY (id), FOREIGN KEY(session) "
        "REFERENCES session (id), FOREIGN KEY(person) REFERENCES person (id), FOREIGN "
        "KEY(author) REFERENCES account (id), FOREIGN KEY(amends) REFERENCES note (id), "
        "FOREIGN KEY(compartment) REFERENCES compartment (id) ) STRICT"
    ),
    "CREATE INDEX note_closed ON note (compartment) WHERE compartment IS NOT NULL",
    "CREATE INDEX note_of_author ON note (author)",
    "CREATE INDEX note_of_person ON note (person)",
    "CREATE INDEX note_of_session ON note (session)",
    (
        "CREATE TABLE sheet_print ( id TEXT NOT NULL, session TEXT NOT NULL, account TEXT NOT "
        "NULL, at TEXT NOT NULL, copy_number INTEGER NOT NULL, target TEXT NOT NULL, roster "
        "TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES session (id), "
        "FOREIGN KEY(account) REFERENCES account (id) ) STRICT"
    ),
    "CREATE INDEX print_of ON sheet_print (session)",
    (
        "CREATE TABLE note_signature ( id TEXT NOT NULL, account TEXT NOT NULL, sha256 TEXT "
        "NOT NULL, sign_pub TEXT NOT NULL, signature TEXT NOT NULL, at TEXT NOT NULL, late "
        "INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES note (id), FOREIGN "
        "KEY(account) REFERENCES account (id) ) STRICT"
    ),
    (
        "CREATE TRIGGER account_delete_refused BEFORE DELETE ON account WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER emergency_access_delete_refused BEFORE DELETE ON emergency_access "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER compartment_delete_refused BEFORE DELETE ON compartment WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER sheet_print_delete_refused BEFORE DELETE ON sheet_print WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER bundle_in_delete_refused BEFORE DELETE ON bundle_in WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER bundle_out_delete_refused BEFORE DELETE ON bundle_out WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER erasure_delete_refused BEFORE DELETE ON erasure WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER due_rule_delete_refused BEFORE DELETE ON due_rule WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER safety_flow_delete_refused BEFORE DELETE ON safety_flow WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER received_history_delete_refused BEFORE DELETE ON received_history "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay'); END"
    ),
    (
        "CREATE TRIGGER person_delete_refused BEFORE DELETE ON person WHEN NOT EXISTS (SELECT "
        "1 FROM binned WHERE tbl = 'person' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not "
        "in the bin'); END"
    ),
    (
        "CREATE TRIGGER status_stay_delete_refused BEFORE DELETE ON status_stay WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'status_stay' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER participation_delete_refused BEFORE DELETE ON participation WHEN NOT "
        "EXISTS (SELECT 1 FROM binned WHERE tbl = 'participation' AND row = OLD.id) BEGIN "
        "SELECT RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER episode_delete_refused BEFORE DELETE ON episode WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'episode' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER phase_stay_delete_refused BEFORE DELETE ON phase_stay WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'phase_stay' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER grp_delete_refused BEFORE DELETE ON grp WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'grp' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER membership_delete_refused BEFORE DELETE ON membership WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'membership' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER session_delete_refused BEFORE DELETE ON session WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'session' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER guest_delete_refused BEFORE DELETE ON guest WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'guest' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER note_delete_refused BEFORE DELETE ON note WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'note' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER series_delete_refused BEFORE DELETE ON series WHEN NOT EXISTS (SELECT "
        "1 FROM binned WHERE tbl = 'series' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not "
        "in the bin'); END"
    ),
    (
        "CREATE TRIGGER apart_delete_refused BEFORE DELETE ON apart WHEN NOT EXISTS (SELECT 1 "
        "FROM binned WHERE tbl = 'apart' AND row = OLD.id) BEGIN SELECT RAISE(ABORT, 'not in "
        "the bin'); END"
    ),
    (
        "CREATE TRIGGER key_worker_delete_refused BEFORE DELETE ON key_worker WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = 'key_worker' AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'not in the bin'); END"
    ),
    (
        "CREATE TRIGGER history_delete_refused BEFORE DELETE ON history WHEN NOT EXISTS "
        "(SELECT 1 FROM binned WHERE tbl = OLD.tbl AND row = OLD.id) BEGIN SELECT "
        "RAISE(ABORT, 'the row is not in the bin'); END"
    ),
    (
        "CREATE TRIGGER binned_update_refused BEFORE UPDATE ON binned WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'stays as it was'); END"
    ),
    (
        "CREATE TRIGGER binned_insert_refused BEFORE INSERT ON binned WHEN NEW.tbl = 'note' "
        "AND EXISTS (SELECT 1 FROM note_signature WHERE id = NEW.row) BEGIN SELECT "
        "RAISE(ABORT, 'the note is signed'); END"
    ),
    (
        "CREATE TRIGGER safety_flow_update_refused BEFORE UPDATE ON safety_flow WHEN "
        "OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'it is closed'); END"
    ),
    (
        "CREATE TRIGGER erasure_update_refused BEFORE UPDATE ON erasure WHEN OLD.done_at IS "
        "NOT NULL AND (NEW.subject IS NOT OLD.subject OR NEW.kind IS NOT OLD.kind OR NEW.rule "
        "IS NOT OLD.rule OR NEW.proposed_by IS NOT OLD.proposed_by OR NEW.confirmed_by IS NOT "
        "OLD.confirmed_by OR NEW.done_at IS NOT OLD.done_at) BEGIN SELECT RAISE(ABORT, 'it is "
        "done'); END"
    ),
    (
        "CREATE TRIGGER account_key_update_refused BEFORE UPDATE ON account_key WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER account_key_delete_refused BEFORE DELETE ON account_key WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER compartment_key_update_refused BEFORE UPDATE ON compartment_key WHEN "
        "1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER compartment_key_delete_refused BEFORE DELETE ON compartment_key WHEN "
        "1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_update_refused BEFORE UPDATE ON audit WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_delete_refused BEFORE DELETE ON audit WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_checkpoint_update_refused BEFORE UPDATE ON audit_checkpoint "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_checkpoint_delete_refused BEFORE DELETE ON audit_checkpoint "
        "WHEN 1 BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER note_signature_update_refused BEFORE UPDATE ON note_signature WHEN 1 "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER note_signature_delete_refused BEFORE DELETE ON note_signature WHEN 1 "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER attendance_update_refused BEFORE UPDATE ON attendance WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER attendance_delete_refused BEFORE DELETE ON attendance WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER erased_note_update_refused BEFORE UPDATE ON erased_note WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER erased_note_delete_refused BEFORE DELETE ON erased_note WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER instrument_update_refused BEFORE UPDATE ON instrument WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER instrument_delete_refused BEFORE DELETE ON instrument WHEN 1 BEGIN "
        "SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER response_update_refused BEFORE UPDATE ON response WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER response_delete_refused BEFORE DELETE ON response WHEN 1 BEGIN SELECT "
        "RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_insert_refused BEFORE INSERT ON audit WHEN NEW.seq IS NOT "
        "(SELECT COALESCE(MAX(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, "
        "'append-only'); END"
    ),
    (
        "CREATE TRIGGER note_update_refused BEFORE UPDATE ON note WHEN EXISTS (SELECT 1 FROM "
        "note_signature WHERE id = OLD.id) BEGIN SELECT RAISE(ABORT, 'the note is signed'); "
        "END"
    ),
    (
        "CREATE TRIGGER attendance_insert_refused BEFORE INSERT ON attendance WHEN "
        "NEW.supersedes IS NOT NULL AND NEW.reason IS NULL AND EXISTS (SELECT 1 FROM note "
        "JOIN note_signature ON note_signature.id = note.id WHERE note.session = NEW.session "
        "AND note.person = NEW.person) BEGIN SELECT RAISE(ABORT, 'signed attendance needs a "
        "reason'); END"
    ),
)


def upgrade() -> None:
    """Make all tables, indexes and triggers."""
    for statement in STATEMENTS:
        op.execute(statement)
