"""The codes of what the audit log knows, and their words.

A code is ``<table>.`` and add, change, remove or restore, written by the unit of work, or one of
``DEEDS``, written by a service. Codes are fixed for ever; words are ``audit-action-…``.
"""

from collections.abc import Sequence

from tcdesk.domain.removal import Thing
from tcdesk.services.ports import Words

DEEDS = (
    "vault.create",
    "bin.empty",
    "retention.set",
    "erasure.propose",
    "erasure.withdraw",
    "erasure.erase",
    "erasure.anonymise",
    "access.make",
    "access.print",
    "access.pdf",
    "login",
    "login.failed",
    "lock",
    "person.open",
    "person.leave",
    "session.open",
    "sheet.preview",
    "sheet.printer",
    "sheet.file",
    "note.sign",
    "note.search",
    "note.countersign",
    "note.move",
    "closed.name",
    "closed.stop",
    "closed.handover",
    "closed.search",
    "closed.recovery",
    "closed.print",
    "closed.save",
    "closed.opened",
    "closed.recovered",
    "passphrase.change",
    "account.remove",
    "user.key_replaced",
    "recovery.add",
    "recovery.remove",
    "recovery.used",
    "secret.set",
    "recovery.proved",
    "recovery.print",
    "recovery.save",
    "reserve.print",
    "reserve.pdf",
    "report.print",
    "report.pdf",
    "report.xlsx",
    "audit.print",
    "audit.pdf",
    "audit.verify",
    "audit.broken",
    "vault.check",
    "vault.rescue",
    "clock.jump",
    "clock.confirm",
    "account.disable",
    "account.enable",
    "emergency.open",
    "emergency.end",
    "emergency.review",
    "caseload.hand_over",
    "backup",
    "backup.renew",
    "backup.carry",
    "backup.prove",
    "backup.drop",
    "vault.restore",
    "vault.drill",
    "epoch.begin",
    "office.confirm",
    "office.found",
    "unit.admit",
    "roster.believe",
    "import",
    "export.written",
    "export.aborted",
    "receipt.import",
    "receipt.written",
    "receipt.aborted",
    "receipt.alarm",
    "roster.import",
    "roster.written",
    "roster.aborted",
    "enrol.written",
    "enrol.aborted",
    "safety.put-off",
    "program.update",
    "program.back",
    "session.insist",
    "free-days.set",
    "plan.print",
    "plan.pdf",
    "movement.print",
    "movement.pdf",
    "calendar.file",
    "goals.print",
    "goals.pdf",
    "attendance-list.show",
    "attendance-list.print",
    "attendance-list.pdf",
    "minutes.show",
    "minutes.print",
    "minutes.pdf",
    "certificate.show",
    "certificate.print",
    "certificate.pdf",
    "form.show",
    "form.print",
    "form.pdf",
    "file.show",
    "file.print",
    "file.pdf",
    "letter.print",
    "letter.pdf",
)
# What a person changes by hand; the rest of the tables only changes together with these.
THINGS = (
    "account",
    "staff",
    "programme",
    "person",
    "status_stay",
    "key_worker",
    "emergency_access",
    "participation",
    "episode",
    "phase_stay",
    "grp",
    "membership",
    "session",
    "series",
    "apart",
    "guest",
    "attendance",
    "note",
    "compartment",
    "compartment_key",
    "party",
    "erasure",
    "instrument",
    "response",
    "due_rule",
    "safety_flow",
    "phrase",
    "traineeship",
    "countersignature",
    "plan",
    "goal",
    "goal_step",
    "goal_rating",
    "import_batch",
    "drug_test",
    "imported_file",
    "release_plan",
    "release_body",
    "head_count",
    "waiting_stay",
    "phase_decision",
    "suspension",
    "role_stay",
    "community_event",
    "exit_decision",
    "intake",
    "drug_use",
)


def known_actions() -> Sequence[str]:
    """List the codes that can be asked for."""
    return [
        *DEEDS,
        *(f"{thing}.{verb}" for thing in THINGS for verb in ("add", "change")),
        *(f"{thing.table}.{verb}" for thing in Thing for verb in ("remove", "restore")),
    ]


def action_words(words: Words, code: str) -> str:
    """Say what an action is; a code of a later program is shown as it is."""
    if code in DEEDS:
        return words(f"audit-action-{_dashed(code)}")
    thing, _, verb = code.rpartition(".")
    if verb in ("add", "change", "remove", "restore"):
        return words(f"audit-action-{verb}", what=thing_words(words, thing))
    return code


def thing_words(words: Words, thing: str) -> str:
    """Say what a table holds."""
    return words(f"audit-thing-{_dashed(thing)}")


def _dashed(code: str) -> str:
    return code.replace(".", "-").replace("_", "-")
