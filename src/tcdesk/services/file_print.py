"""»Izpis mape«: a person's file on paper, in chosen parts, for those who work with the person.

Originals stand with what corrects and adds to them. Names of other participants are masked
wherever they were written, also of those whom the one at the desk may not see.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import PersonId
from tcdesk.domain.staff import Action
from tcdesk.services.access_record import RecordWriter
from tcdesk.services.desk import Desk
from tcdesk.services.paper_blocks import Block, Boxed, Facts, Heading, Text
from tcdesk.services.paper_trail import PaperKind, foot_for, put_on_record
from tcdesk.services.papers import Document, Paper, RecordNote, Section, Table
from tcdesk.services.ports import Words
from tcdesk.services.undo import Undo

NOTES, SHARED = "notes", "shared"


@dataclass(frozen=True, slots=True)
class FilePrints:
    """Draws files; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def parts(self, person: PersonId) -> Mapping[str, str]:
        """Name the parts that a file can be printed in, in their order."""
        with self.desk.reading(Action.SEE_NOTES) as facts:
            writer = RecordWriter(facts, self.words, person)
            sections = writer.file_sections(())
        return {
            **{key: section.title for key, section in sections.items()},
            NOTES: self.words("paper-access-notes"),
            SHARED: self.words("paper-file-shared"),
        }

    def draw(self, person: PersonId, parts: Collection[str]) -> bytes:
        """Draw the chosen parts.

        Raises:
            RuleBrokenError: ``file-nothing``: no part was chosen.
            NotAllowedError: The role sees no notes.
        """
        if not parts:
            raise RuleBrokenError("file-nothing")
        with (
            self.desk.reading(Action.SEE_NOTES) as facts,
            self.desk.vault.store.reading() as everybody,
        ):
            writer = RecordWriter(facts, self.words, person, everybody=everybody, staff_named=True)
            sections = writer.file_sections(Undo(self.desk).changes(person))
            document = Document(
                title=self.words("paper-file-title"),
                below=writer.person.full_name,
                running=writer.person.code,
                blocks=(
                    Facts(rows=writer.identity()),
                    Boxed(texts=(self.words("paper-file-holds"), self.words("paper-file-masked"))),
                    *self._sections([one for key, one in sections.items() if key in parts]),
                    *(self._notes("paper-access-notes", writer.notes()) if NOTES in parts else ()),
                    *(
                        self._notes("paper-file-shared", writer.shared_notes())
                        if SHARED in parts
                        else ()
                    ),
                ),
                foot=foot_for(self.desk, facts, PaperKind.FILE, person),
            )
        return self.paper.document(document)

    def left(self, person: PersonId, way: str) -> None:
        """Put on record that it was shown, printed or saved (``show``, ``print``, ``pdf``)."""
        self.desk.check(Action.SEE_NOTES)
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            put_on_record(work, PaperKind.FILE, way, entity="person", key=person, people=[person])

    @staticmethod
    def _sections(sections: Sequence[Section]) -> Sequence[Block | Table]:
        blocks: list[Block | Table] = []
        for section in sections:
            blocks.append(Heading(text=section.title))
            blocks += section.tables
        return blocks

    def _notes(self, title: str, notes: Sequence[RecordNote]) -> Sequence[Block]:
        blocks: list[Block] = [Heading(text=self.words(title))]
        if not notes:
            blocks.append(Text(text=self.words("paper-no-rows"), muted=True))
        for note in notes:
            blocks.append(Text(text=note.title, strong=True))
            blocks.append(Text(text=note.state, muted=True))
            for label, text in note.fields:
                blocks.append(Text(text=label, muted=True))
                blocks.append(Text(text=text))
        return blocks
