"""Phrases that are inserted into notes: one's own and the unit's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tcdesk.domain.errors import NotAllowedError, RuleBrokenError
from tcdesk.domain.folding import fold
from tcdesk.domain.notes import clean
from tcdesk.domain.phrases import Phrase, check_phrase
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading


@dataclass(frozen=True, slots=True)
class Phrases:
    """Own phrases are everybody's to keep; the unit's are kept by who manages the unit."""

    desk: Desk

    def all(self) -> Sequence[Phrase]:
        """List the own phrases and the unit's, by their letters."""
        with self.desk.reading(Action.WRITE_NOTES) as facts:
            return known_phrases(facts, self.desk.actor.account)

    def save(self, phrase: str | None, short: str, text: str, *, unit: bool) -> Phrase:
        """Keep a new phrase, or another wording of a known one.

        Args:
            phrase: Which one; None for a new one.
            short: The letters that it is found by.
            text: What is inserted.
            unit: It is everybody's.

        Raises:
            RuleBrokenError: ``phrase-short``, ``phrase-text`` or ``phrase-known``.
            NotAllowedError: It is the unit's, or another's.
        """
        short, text = short.strip(), clean(text).strip()
        check_phrase(short, text)
        with self.desk.writing(Action.WRITE_NOTES) as work:
            owner = None if unit else self.desk.actor.account
            if unit:
                self.desk.check(Action.MANAGE_UNIT)
            for other in known_phrases(work, self.desk.actor.account):
                same = other.account == owner and fold(other.short) == fold(short)
                if same and other.id != phrase:
                    raise RuleBrokenError("phrase-known")
            if phrase is None:
                new = Phrase(id=self.desk.ids.new(), account=owner, short=short, text=text)
                work.add(new)
                return new
            known = self._own(work, phrase)
            changed = replace(known, account=owner, short=short, text=text)
            work.change(changed, expected=work.version(Phrase, phrase))
            return changed

    def drop(self, phrase: str) -> None:
        """Offer a phrase no more.

        Raises:
            NotAllowedError: It is the unit's, or another's.
        """
        with self.desk.writing(Action.WRITE_NOTES) as work:
            known = self._own(work, phrase)
            work.change(replace(known, gone=True), expected=work.version(Phrase, phrase))

    def _own(self, facts: Reading, phrase: str) -> Phrase:
        known = facts.get(Phrase, phrase)
        if known.account is None:
            self.desk.check(Action.MANAGE_UNIT)
        elif known.account != self.desk.actor.account:
            raise NotAllowedError(action=Action.WRITE_NOTES.value)
        return known


def known_phrases(facts: Reading, account: str) -> Sequence[Phrase]:
    """List an account's own phrases and the unit's, by their letters."""
    found = [
        *facts.find(Phrase, account=account, gone=False),
        *facts.find(Phrase, account=None, gone=False),
    ]
    return sorted(found, key=lambda one: (fold(one.short), one.account is None))
