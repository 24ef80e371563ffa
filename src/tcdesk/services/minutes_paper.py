"""»Zapisnik«: the shared record of a group's session on paper, with its signatures and addenda.

Only what is signed goes onto paper. The people are a number; the text names nobody, and whoever
slipped into it in spite of that is masked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.ids import AccountId, SessionId
from tcdesk.domain.notes import FIELDS
from tcdesk.domain.people import Person
from tcdesk.domain.staff import Action, Staff
from tcdesk.services.desk import Desk
from tcdesk.services.masking import Mask, mask
from tcdesk.services.note_views import NoteView
from tcdesk.services.notes import Notes
from tcdesk.services.paper_blocks import Block, Facts, Heading, Signatures, Text
from tcdesk.services.paper_trail import PaperKind, foot_for, funder_head, put_on_record
from tcdesk.services.papers import Document, Paper
from tcdesk.services.ports import Words
from tcdesk.services.sessions import SessionFile, session_file

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class MinutesPapers:
    """Draws the minutes of a session; nothing touches a disk."""

    desk: Desk
    words: Words
    paper: Paper

    def draw(self, session: SessionId) -> bytes:
        """Draw the minutes.

        Raises:
            RuleBrokenError: ``minutes-unsigned``: there is no signed shared record.
        """
        words = self.words
        with self.desk.reading(Action.PRINT_SHEETS) as facts:
            file = session_file(facts, session)
            signed = [
                one
                for one in Notes(self.desk).of_session(session)
                if one.note.person is None and one.signature is not None
            ]
            if file.session.person is not None or not signed:
                raise RuleBrokenError("minutes-unsigned")
            names = {one.account: one.short_name for one in facts.find(Staff) if one.account}
            slovenian = words.language == "sl"
            activity = file.activity.name_sl if slovenian else file.activity.name_en
            document = Document(
                title=words("paper-minutes-title"),
                below=activity[:1].upper() + activity[1:]
                if file.group is None
                else file.group.name,
                running=words.date(file.session.day),
                funder=funder_head(facts, words, file.session.programme),
                blocks=(
                    Facts(rows=self._facts(file)),
                    *(block for one in signed for block in self._note(one, names, self._over())),
                    Signatures(
                        labels=(words("paper-minutes-leader"), words("paper-minutes-recorder"))
                    ),
                ),
                foot=foot_for(self.desk, facts, PaperKind.MINUTES, session),
            )
        return self.paper.document(document)

    def left(self, session: SessionId, way: str) -> None:
        """Put on record that they were shown, printed or saved (``show``, ``print``, ``pdf``)."""
        with self.desk.writing(Action.PRINT_SHEETS) as work:
            put_on_record(
                work, PaperKind.MINUTES, way, entity="session", key=session, people=[None]
            )

    def _over(self) -> Mask:
        """Hide everybody's name, whether the one at the desk may see them or not."""
        with self.desk.vault.store.reading() as everybody:
            names = [
                name for one in everybody.find(Person) for name in (one.family_name, one.full_name)
            ]
        return mask(names, (), f"[{self.words('paper-access-other')}]")

    def _facts(self, file: SessionFile) -> tuple[tuple[str, str], ...]:
        words, session = self.words, file.session
        end = words.time(session.end % DAY_MINUTES)
        day = f"{words.weekday(session.day)}, {words.date(session.day)}"
        leaders = [file.leader, *([file.co_leader] if file.co_leader else [])]
        attended = sum(line.fact is not None and line.fact.status.attended for line in file.roster)
        told = [
            (words("paper-minutes-when"), f"{day}, {words.time(session.start)}–{end}"),
            (words("paper-minutes-where"), session.room),
            (words("paper-list-leader"), ", ".join(one.short_name for one in leaders)),
            (
                words("paper-minutes-present"),
                words("paper-minutes-present-of", count=attended, all=file.expected),
            ),
            (words("paper-minutes-theme"), session.theme),
        ]
        return tuple((label, value) for label, value in told if value)

    def _note(self, view: NoteView, names: Mapping[AccountId, str], over: Mask) -> Sequence[Block]:
        words = self.words
        blocks: list[Block] = []
        for name in FIELDS[view.note.format]:
            if text := view.fields.get(name, "").strip():
                blocks.append(Heading(text=words(f"note-field-{name}"), level=1))
                blocks.append(Text(text=over.over(text)))
        blocks.append(Text(text=self._signed(view, names), muted=True))
        for one in view.addenda:
            if one.signature is None:
                continue
            told = words(f"note-format-{one.note.format.value}")
            blocks.append(Heading(text=told[:1].upper() + told[1:], level=1))
            texts = [over.over(one.fields.get(name, "")) for name in FIELDS[one.note.format]]
            blocks += [Text(text=text) for text in texts if text.strip()]
            blocks.append(Text(text=self._signed(one, names), muted=True))
        return blocks

    def _signed(self, view: NoteView, names: Mapping[AccountId, str]) -> str:
        if view.signature is None:
            return self.words("paper-access-note-unsigned")
        return self.words(
            "paper-minutes-signed",
            by=names.get(view.note.author, ""),
            at=datetime.fromisoformat(view.signature.at),
        )
