"""Which questionnaires there are, and when a programme asks for them.

Definitions are files: some ship with the program (``resources/instruments``), others are loaded by
the unit. The vault keeps the text of every one that was loaded or answered (``Edition``), so that
an answer can be read with its own version for ever. Of two versions the higher one is offered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tcdesk.crypto.digests import sha256
from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import ProgrammeId
from tcdesk.domain.instrument_due import DueRule, Occasion, check_rule
from tcdesk.domain.instrument_file import read_definition
from tcdesk.domain.instruments import Definition, Edition
from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A definition with the digest of its file; ``edition`` is its row if the vault keeps it."""

    definition: Definition
    sha256: str
    text: str
    edition: str | None


@dataclass(frozen=True, slots=True)
class Instruments:
    """The questionnaires of an installation; ``folder`` holds those that ship."""

    desk: Desk
    folder: Path

    def all(self) -> Sequence[Known]:
        """List what can be answered, each in its newest version; they are nobody's data."""
        with self.desk.reading(None) as facts:
            return list(offered(facts, self.folder).values())

    def load(self, content: bytes) -> Known:
        """Take a definition file into the vault; the same file twice is one.

        Raises:
            InstrumentRefusedError: The file is wrong; line and reason are told.
            RuleBrokenError: ``instrument-version-taken`` or ``instrument-older``.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            definition = read_definition(content)
            digest = sha256(content).hex()
            known = offered(work, self.folder).get(definition.code)
            if known is not None:
                if definition.version < known.definition.version:
                    raise RuleBrokenError("instrument-older", version=known.definition.version)
                if definition.version == known.definition.version and digest != known.sha256:
                    raise RuleBrokenError(
                        "instrument-version-taken", version=known.definition.version
                    )
            new = Known(
                definition=definition, sha256=digest, text=content.decode("utf-8"), edition=None
            )
            return replace(new, edition=keep_edition(self.desk, work, known or new, new))

    def rules(self) -> Sequence[DueRule]:
        """List the rules that hold, of all programmes."""
        with self.desk.reading(Action.MANAGE_UNIT) as facts:
            return facts.find(DueRule, ended_at=None)

    def add_rule(
        self, programme: ProgrammeId, instrument: str, occasion: Occasion, weeks: int
    ) -> DueRule:
        """Ask for a questionnaire in a programme.

        Raises:
            RuleBrokenError: ``due-weeks`` or ``due-rule-exists``.
        """
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            rule = DueRule(
                id=self.desk.ids.new(),
                programme=programme,
                instrument=instrument,
                occasion=occasion,
                weeks=weeks,
            )
            check_rule(rule)
            if work.find(
                DueRule,
                programme=programme,
                instrument=instrument,
                occasion=occasion.value,
                ended_at=None,
            ):
                raise RuleBrokenError("due-rule-exists")
            work.add(rule)
            return rule

    def end_rule(self, key: str) -> None:
        """No longer ask for it; the rule stays on record."""
        with self.desk.writing(Action.MANAGE_UNIT) as work:
            rule = work.get(DueRule, key)
            work.change(
                replace(rule, ended_at=self.desk.moment()), expected=work.version(DueRule, key)
            )


def offered(facts: Reading, folder: Path) -> Mapping[str, Known]:
    """Give what can be answered by code, sorted by name: of each the newest version."""
    found = dict(_shipped(folder))
    for edition in facts.find(Edition):
        shipped = found.get(edition.code)
        if shipped is None or shipped.definition.version <= edition.version:
            found[edition.code] = kept(edition)
    return dict(sorted(found.items(), key=lambda one: one[1].definition.short))


def kept(edition: Edition) -> Known:
    """Read a definition that the vault keeps."""
    return Known(
        definition=_read(edition.text),
        sha256=edition.sha256,
        text=edition.text,
        edition=edition.id,
    )


def keep_edition(desk: Desk, work: Work, known: Known, new: Known) -> str:
    """Give the row of a definition; keeps its text if the vault does not have it yet."""
    if known.sha256 == new.sha256 and known.edition is not None:
        return known.edition
    edition = Edition(
        id=desk.ids.new(),
        code=new.definition.code,
        version=new.definition.version,
        sha256=new.sha256,
        text=new.text,
        at=desk.moment(),
        account=desk.actor.account,
    )
    work.add(edition)
    return edition.id


@lru_cache(maxsize=4)
def _shipped(folder: Path) -> Mapping[str, Known]:
    """Read the definitions that ship; they do not change while the program runs."""
    found = {}
    for path in sorted(folder.rglob("*.json")):
        content = path.read_bytes()
        definition = read_definition(content)
        found[definition.code] = Known(
            definition=definition,
            sha256=sha256(content).hex(),
            text=content.decode("utf-8"),
            edition=None,
        )
    return found


@lru_cache(maxsize=128)
def _read(text: str) -> Definition:
    return read_definition(text.encode("utf-8"))
