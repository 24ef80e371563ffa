"""Reading the audit log: by person, account, day and action; and verifying the whole of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Account, Action, Staff
from tcdesk.services.audit_actions import action_words
from tcdesk.services.audit_lines import AuditLine, AuditPlace, AuditQuestion
from tcdesk.services.chain_watch import Chain, keep_broken
from tcdesk.services.checks import Progress, follow_all
from tcdesk.services.desk import Desk
from tcdesk.services.own_party import own_party
from tcdesk.services.papers import Column, Report, Section, Table
from tcdesk.services.participants import question as people_question
from tcdesk.services.ports import Words
from tcdesk.services.slips import foot_of
from tcdesk.services.store import Reading

REPORT_LENGTH = 1000  # lines; more is a search, not a paper
_HERE = ZoneInfo("Europe/Ljubljana")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An account as the log shows it: its log-in, and the code of the person behind it."""

    login: str
    code: str

    @property
    def shown(self) -> str:
        """Log-in and code."""
        return f"{self.login} ({self.code})" if self.code else self.login


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """A line with what its ids stand for; ``name`` only for whoever may see people."""

    line: AuditLine
    who: str
    code: str
    name: str = field(default="", repr=False)

    @property
    def moment(self) -> datetime:
        """When it was written, by the clock of the computer."""
        return datetime.fromisoformat(self.line.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asks the log for; days are local and both included."""

    person: str = field(default="", repr=False)
    account: str | None = None
    action: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AuditLog:
    """The audit log, for whoever may see it."""

    desk: Desk

    def ask(self, wanted: Wanted) -> AuditQuestion:
        """Turn what was typed into a question.

        Raises:
            RuleBrokenError: ``audit-person-unknown`` or ``audit-person-many``.
        """
        self.desk.check(Action.SEE_AUDIT)
        return AuditQuestion(
            person=self._person(wanted.person.strip()) if wanted.person.strip() else None,
            account=wanted.account,
            action=wanted.action,
            since=_midnight(wanted.first) if wanted.first else None,
            until=_midnight(wanted.last + timedelta(days=1)) if wanted.last else None,
        )

    def page(
        self, question: AuditQuestion, *, limit: int, before: AuditPlace | None = None
    ) -> Sequence[LogLine]:
        """List lines, newest first; the next page begins before the last line's place."""
        names = self.desk.may(Action.SEE_PEOPLE)
        with self.desk.reading(Action.SEE_AUDIT) as facts:
            accounts = _accounts(facts)
            people: dict[str, Person | None] = {}
            told = []
            for line in facts.audit_page(question, limit=limit, before=before):
                if line.person and line.person not in people:
                    people[line.person] = next(iter(facts.find(Person, id=line.person)), None)
                person = people.get(line.person or "")
                code = facts.person_code(PersonId(line.person)) if line.person else ""
                who = accounts.get(line.account)
                told.append(
                    LogLine(
                        line=line,
                        who=who.shown if who else "",
                        code=code,
                        name=person.full_name if person and names else "",
                    )
                )
            return told

    def accounts(self) -> Mapping[str, Who]:
        """Give every account that the vault has or had, by id."""
        with self.desk.reading(Action.SEE_AUDIT) as facts:
            return _accounts(facts)

    def verify(self, progress: Progress) -> Chain:
        """Read the whole chain from its first line; reads only."""
        with self.desk.reading(Action.SEE_AUDIT):
            return follow_all(self.desk.vault.store, progress)

    def verified(self, chain: Chain) -> None:
        """Put on record that the whole chain was read, and what was found."""
        with self.desk.writing(Action.SEE_AUDIT) as work:
            if chain.broken_at is not None:
                keep_broken(work, chain.broken_at)
            work.audit("audit.verify", detail={"seq": chain.seq})

    def report(self, question: AuditQuestion, words: Words) -> Report:
        """Put the newest lines of a question on paper; people by their codes only."""
        lines = self.page(question, limit=REPORT_LENGTH)
        who = self.accounts().get(question.account or "")
        filters = [
            (words("audit-account"), who.shown if who else words("audit-account-all")),
            (words("audit-report-limit"), words.number(len(lines))),
        ]
        if question.person is not None:
            code = next((one.code for one in lines if one.code), "")
            filters.append((words("audit-person"), code))
        if question.action is not None:
            filters.append((words("audit-action"), action_words(words, question.action)))
        with self.desk.reading(Action.SEE_AUDIT) as facts:
            return Report(
                title=words("audit-title"),
                filters=tuple(filters),
                sections=(Section(title="", tables=(_table(lines, words),)),),
                as_of=self.desk.clock.today(),
                data_version=facts.audit_head().sha256[:10],
                foot=foot_of(self.desk, facts, own_party(facts)),
            )

    def left(self, way: str) -> None:
        """Put on record that a list of lines has left the vault: ``print`` or ``pdf``."""
        with self.desk.writing(Action.SEE_AUDIT) as work:
            work.audit(f"audit.{way}")

    def _person(self, typed: str) -> str:
        with self.desk.reading(Action.SEE_AUDIT) as facts:
            known = facts.coded(typed.upper())
            if known is None and self.desk.may(Action.SEE_PEOPLE):
                question = people_question(typed, day=self.desk.clock.today())
                found = facts.people(question, limit=2)
                if len(found) > 1:
                    raise RuleBrokenError("audit-person-many")
                if found:
                    return found[0].id
        if known is None:
            raise RuleBrokenError("audit-person-unknown")
        return known


def _accounts(facts: Reading) -> Mapping[str, Who]:
    codes = {one.account: one.code for one in facts.find(Staff)}
    return {one.id: Who(login=one.login, code=codes.get(one.id, "")) for one in facts.find(Account)}


def _midnight(day: date) -> str:
    """Give the moment when a day begins here, as moments are stored."""
    begins = datetime.combine(day, time(), tzinfo=_HERE)
    return begins.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _table(lines: Sequence[LogLine], words: Words) -> Table:
    return Table(
        title=words("audit-title"),
        columns=tuple(
            Column(title=words(f"audit-column-{name}"))
            for name in ("at", "account", "action", "person")
        ),
        rows=tuple(
            (
                words.moment(one.moment),
                one.who or words("audit-system"),
                action_words(words, one.line.action),
                one.code,
            )
            for one in lines
        ),
    )
