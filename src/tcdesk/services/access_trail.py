"""The trace of a person's record: to whom it was given, who looked at it, what was changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Session
from tcdesk.domain.sheets import Print
from tcdesk.services.access_tables import day_of, record_table
from tcdesk.services.audit_actions import action_words
from tcdesk.services.audit_lines import AuditLine, AuditQuestion
from tcdesk.services.exchange_rows import BundleOut, OutState, Party
from tcdesk.services.file_words import field_word, thing_word, told_word
from tcdesk.services.papers import ColumnKind, Section, Table
from tcdesk.services.ports import Words
from tcdesk.services.store import Reading
from tcdesk.services.undo import Change

PAGE = 5000  # audit lines at a time
_TEXT, _DATE, _NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPart:
    """Tells it; ``name`` says who an account is."""

    facts: Reading
    words: Words
    person: Person
    name: Callable[[str], str]

    def given(self, sessions: Iterable[Session]) -> Section:
        """Tell what went out of the unit and what was printed."""
        return Section(
            title=self.words("paper-access-given"),
            tables=(self._exports(), self._prints(sessions)),
        )

    def looks(self, log: Sequence[AuditLine]) -> Section:
        """Tell who looked, a day and deed a line."""
        words = self.words
        counted = Counter((day_of(one.at), one.account, one.action) for one in log)
        rows = [
            (day, self.name(account), action_words(words, action), number)
            for (day, account, action), number in sorted(counted.items())
        ]
        columns = (("day", _DATE), ("by", _TEXT), ("deed", _TEXT), ("times", _NUMBER))
        return Section(
            title=words("paper-access-looks"),
            tables=(record_table(words, "looks", columns, rows),),
        )

    def changes(self, changes: Sequence[Change]) -> Section:
        """Tell what was changed and what it was before."""
        words, sex = self.words, self.person.sex
        rows = [
            (
                day_of(change.at),
                thing_word(words, change),
                field_word(words, one.name),
                told_word(words, one.before, sex, one.name),
                self.name(change.account),
            )
            for change in reversed(changes)
            for one in change.fields
        ]
        columns = (
            ("day", _DATE),
            ("what", _TEXT),
            ("field", _TEXT),
            ("before", _TEXT),
            ("by", _TEXT),
        )
        return Section(
            title=words("paper-access-changes"),
            tables=(record_table(words, "changes", columns, rows),),
        )

    def log(self) -> Sequence[AuditLine]:
        """Give every audit line about the person, newest first."""
        question, found, before = AuditQuestion(person=self.person.id), list[AuditLine](), None
        while page := self.facts.audit_page(question, limit=PAGE, before=before):
            found += page
            before = page[-1].place
        return found

    def log_of(self, action: str) -> Sequence[AuditLine]:
        """Give the audit lines of one action about the person."""
        question = AuditQuestion(person=self.person.id, action=action)
        return self.facts.audit_page(question, limit=PAGE, before=None)

    def _exports(self) -> Table:
        facts, words = self.facts, self.words
        since = min((one.at for one in self.log_of("person.add")), default="")
        sent = [
            one
            for one in facts.find(BundleOut, kind="export", state=OutState.WRITTEN)
            if one.at >= since
        ]
        names = {one.id: one.name for one in facts.find(Party)}
        return record_table(
            words,
            "exports",
            (("day", _DATE), ("recipient", _TEXT), ("content", _TEXT)),
            [
                (day_of(one.at), names.get(one.party, ""), words("paper-access-pseudonym"))
                for one in sorted(sent, key=lambda bundle: bundle.at)
            ],
        )

    def _prints(self, sessions: Iterable[Session]) -> Table:
        words, key = self.words, self.person.id
        rows = [
            (day_of(one.at), words("paper-access-sheet", day=session.day), self.name(one.account))
            for session in sessions
            for one in self.facts.find(Print, session=session.id)
            if key in one.roster
        ]
        columns = (("day", _DATE), ("document", _TEXT), ("by", _TEXT))
        return record_table(words, "prints", columns, rows)
