"""The session sheet: what stands on it, and the log of every print."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from tcdesk.domain.caseload import OutOfScopeError
from tcdesk.domain.codes import show_code
from tcdesk.domain.ids import SessionId
from tcdesk.domain.people import Person
from tcdesk.domain.sheets import Print, PrintTarget
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.paper_trail import funder_head
from tcdesk.services.papers import Foot, GroupSheet, IndividualSheet, Paper, SheetHead, SheetMember
from tcdesk.services.ports import Words
from tcdesk.services.sessions import SessionFile, session_file
from tcdesk.services.store import Reading, Work

ANCHOR_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A drawn sheet, not yet printed: its PDF and the roster in the order drawn."""

    session: SessionId
    pdf: bytes = field(repr=False)
    copy_number: int
    roster: Sequence[Person] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets that go into the group room."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, session: SessionId) -> Sheet:
        """Draw the sheet of a session with the next copy number; nothing touches a disk."""
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            file = session_file(facts, session)
            if not facts.runs(session):  # the sheet of a part of the group would mislead
                raise OutOfScopeError
            copy_number = len(facts.find(Print, session=session)) + 1
            head = self._head(facts, file, copy_number)
        marked = {line.person.id for line in file.roster if line.marks}
        roster = sorted(
            (line.person for line in file.roster),
            key=lambda person: self.words.sort_key(person.full_name),
        )
        members = tuple(
            SheetMember(name=one.full_name, code=one.code, risk=one.id in marked) for one in roster
        )
        if file.session.person is not None and members:
            pdf = self.paper.individual_sheet(IndividualSheet(head=head, member=members[0]))
        else:
            pdf = self.paper.group_sheet(
                GroupSheet(head=head, as_of=file.session.day, members=members)
            )
        return Sheet(session=session, pdf=pdf, copy_number=copy_number, roster=roster)

    def printed(self, sheet: Sheet, target: PrintTarget) -> None:
        """Put a print on record, with the roster in its printed order."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            work.add(
                Print(
                    id=self.desk.ids.new(),
                    session=sheet.session,
                    account=self.desk.actor.account,
                    at=self.desk.moment(),
                    copy_number=sheet.copy_number,
                    target=target,
                    roster=json.dumps([person.id for person in sheet.roster]),
                )
            )
            self._record(work, sheet, f"sheet.{target.value}")

    def seen(self, sheet: Sheet) -> None:
        """Put on record that a drawn sheet was shown: a look at everybody on it."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            self._record(work, sheet, "sheet.preview")

    def _record(self, work: Work, sheet: Sheet, action: str) -> None:
        for person in sheet.roster:
            work.audit(action, entity="session", key=sheet.session, person=person.id)

    def prints(self, session: SessionId) -> Sequence[Print]:
        """List the prints of a session's sheet, the oldest first."""
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            return facts.find(Print, session=session)

    def _head(self, facts: Reading, file: SessionFile, copy_number: int) -> SheetHead:
        title = file.activity.name_sl if self.words.language == "sl" else file.activity.name_en
        staff = facts.find(Staff, account=self.desk.actor.account)
        leaders = [file.leader, *([file.co_leader] if file.co_leader else [])]
        return SheetHead(
            funder=funder_head(facts, self.words, file.session.programme),
            title=title,
            day=file.session.day,
            start=file.session.start,
            minutes=file.session.minutes,
            room=file.session.room,
            leaders=tuple(leader.short_name for leader in leaders),
            code=show_code(file.session.code),
            foot=Foot(
                printed_by=staff[0].short_name if staff else self.desk.vault.login,
                printed_at=self.desk.clock.now(),
                copy=copy_number,
                anchor=facts.audit_head().sha256[:ANCHOR_DIGITS],
                training=facts.setting("training") == "yes",
            ),
        )
