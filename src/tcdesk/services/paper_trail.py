"""What paper has in common: who pays, who printed it, which copy it is, and the trace it leaves.

Every showing, print and saved file is an audit line for each person on it; the log is the register
of prints, and the number of a copy is counted in it.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.programmes import Funder, Operation, Programme
from tcdesk.services.audit_lines import AuditLine, AuditQuestion
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import Foot, FunderHead
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading, Work

_MOST = 10_000  # lines of one kind that are looked through for a number


class PaperKind(StrEnum):
    """Which paper; the beginning of its audit codes."""

    ATTENDANCE_LIST = "attendance-list"
    MINUTES = "minutes"
    CERTIFICATE = "certificate"
    FORM = "form"
    FILE = "file"


WAYS = ("show", "print", "pdf")
LEFT = WAYS[1:]


def funder_head(
    facts: Reading, words: Words, programme: ProgrammeId, *, operation: bool = True
) -> FunderHead:
    """Give who pays for a programme.

    Args:
        facts: The vault.
        words: The language.
        programme: Whose head.
        operation: Whether to name the operation, which may tell what a certificate must not.
    """
    paid = facts.get(Operation, facts.get(Programme, programme).operation)
    funder = facts.get(Funder, paid.funder)
    slovenian = words.language == "sl"
    name = paid.name_sl if slovenian else paid.name_en
    return FunderHead(
        eu_emblem=funder.emblem == "eu",
        statement=funder.statement_sl if slovenian else funder.statement_en,
        operation=name if operation else "",
    )


def foot_for(desk: Desk, facts: Reading, kind: PaperKind, key: str) -> Foot:
    """Give the foot of a paper about something, with the number of its next copy."""
    return replace(foot_of(desk, facts, own_party(facts)), copy=copies(facts, kind, key) + 1)


def copies(facts: Reading, kind: PaperKind, key: str) -> int:
    """Count how often a paper about something was printed or saved."""
    return sum(
        len({line.at for line in _lines(facts, f"{kind.value}.{way}") if line.key == key})
        for way in LEFT
    )


def put_on_record(
    work: Work,
    kind: PaperKind,
    way: str,
    *,
    entity: str,
    key: str,
    people: Sequence[str | None],
) -> None:
    """Put on record that a paper was shown, printed or saved, for everybody on it."""
    for person in people or [None]:
        work.audit(f"{kind.value}.{way}", entity=entity, key=key, person=person)


def _lines(facts: Reading, action: str) -> Sequence[AuditLine]:
    return facts.audit_page(AuditQuestion(action=action), limit=_MOST, before=None)
