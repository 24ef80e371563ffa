"""Every print and saved file as the audit log knows it: the register of what left the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcdesk.domain.ids import AccountId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.audit_actions import DEEDS
from tcdesk.services.audit_lines import AuditLine, AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading

_ENDS = (".print", ".pdf", ".printer", ".file", ".xlsx", ".save")
LEAVES = tuple(deed for deed in DEEDS if deed.endswith(_ENDS))
MOST = 300  # audit lines of one kind; one print may have a line for each person on it


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLine:
    """One print or saved file; ``code`` is the person's if it is about one who may be seen."""

    at: str
    action: str
    account: AccountId
    by: str
    key: str | None
    code: str
    people: int


@dataclass(frozen=True, slots=True)
class PrintLog:
    """The register: of the whole unit for who sees its reports, else one's own."""

    desk: Desk

    @property
    def whole_unit(self) -> bool:
        """Whether everybody's prints are told."""
        return self.desk.may(Action.SEE_REPORTS)

    def newest(self) -> Sequence[PrintLine]:
        """List what was printed or saved, the newest first."""
        own = None if self.whole_unit else self.desk.actor.account
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            acts: dict[tuple[str, str, str, str | None], list[AuditLine]] = {}
            for action in LEAVES:
                question = AuditQuestion(action=action, account=own)
                for line in facts.audit_page(question, limit=MOST, before=None):
                    acts.setdefault((line.at, action, line.account, line.key), []).append(line)
            names = {one.account: one.short_name for one in facts.find(Staff) if one.account}
            lines = [
                PrintLine(
                    at=at,
                    action=action,
                    account=AccountId(account),
                    by=names.get(AccountId(account), ""),
                    key=key,
                    code=_code(facts, told),
                    people=len({one.person for one in told if one.person}),
                )
                for (at, action, account, key), told in acts.items()
            ]
        return sorted(lines, key=lambda one: (one.at, one.action), reverse=True)


def _code(facts: Reading, told: Sequence[AuditLine]) -> str:
    people = {one.person for one in told if one.person}
    if len(people) != 1:
        return ""
    known = facts.find(Person, id=people.pop())
    return known[0].code if known else ""
