"""The session sheet: what stands on it, and the log of every print."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.domain.ids import SessionId
from tcdesk.domain.programmes import Funder, Operation
from tcdesk.domain.sheets import Print, PrintTarget
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.sessions import SessionFile, session_file

ANCHOR_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that stands on a session sheet."""

    file: SessionFile
    operation: Operation
    funder: Funder
    printed_by: str
    printed_at: str
    copy_number: int
    anchor: str
    training: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets that go into the group room."""

    desk: Desk

    def prepare(self, session: SessionId) -> Sheet:
        """Gather what stands on the sheet of a session, with the next copy number."""
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            file = session_file(facts, session)
            operation = facts.get(Operation, file.programme.operation)
            staff = facts.find(Staff, account=self.desk.actor.account)
            return Sheet(
                file=file,
                operation=operation,
                funder=facts.get(Funder, operation.funder),
                printed_by=staff[0].short_name if staff else self.desk.vault.login,
                printed_at=self.desk.moment(),
                copy_number=len(facts.find(Print, session=session)) + 1,
                anchor=facts.audit_head().sha256[:ANCHOR_DIGITS],
                training=facts.setting("training") == "yes",
            )

    def printed(self, sheet: Sheet, target: PrintTarget) -> None:
        """Put a print on record, with the roster in its printed order."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            work.add(
                Print(
                    id=self.desk.ids.new(),
                    session=sheet.file.session.id,
                    account=self.desk.actor.account,
                    at=self.desk.moment(),
                    copy_number=sheet.copy_number,
                    target=target,
                    roster=json.dumps([line.person.id for line in sheet.file.roster]),
                )
            )

    def prints(self, session: SessionId) -> Sequence[Print]:
        """List the prints of a session's sheet."""
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            return facts.find(Print, session=session)
