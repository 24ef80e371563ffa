"""The right half of a session's page: the shared note above, the chosen member's note below."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tcdesk.domain.ids import NoteId
from tcdesk.domain.people import Person
from tcdesk.services.countersigning import Countersigning
from tcdesk.services.desk import Desk
from tcdesk.services.notes import Notes
from tcdesk.ui.insert_list import Insertion, Insertions
from tcdesk.ui.jobs import Changed
from tcdesk.ui.keyed import Keyed
from tcdesk.ui.kit import Kit
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.note_card import NoteCard
from tcdesk.ui.page import Page
from tcdesk.ui.phrases_dialog import PhrasesDialog
from tcdesk.ui.roster_panel import RosterPanel
from tcdesk.ui.sign_dialog import SignDialog

TITLE_ROOM = 64  # logical pixels above a field, so that its frame's title is seen too
CHANGED = frozenset({"sessions", "notes", "drafts"})
ROLES = (
    "mention-member",
    "mention-member-f",
    "mention-group",
    "mention-leader",
    "mention-relative",
)


class NotesColumn(QScrollArea):
    """Both notes, one above the other; the field that is written in is always seen."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.shared = NoteCard(kit, shared=True)
        self.member = NoteCard(kit, shared=False)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.shared, 3)
        column.addWidget(self.member, 4)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.setMinimumSize(328, 300)
        for card in (self.shared, self.member):
            card.entered.connect(self._bring_up)

    def order_tabs(self, panel: RosterPanel, heads: Sequence[QWidget]) -> None:
        """Let Tab go from the roster to the shared note, the person's note, then to buttons."""
        stops = [
            panel.roster,
            *heads,
            *self.shared.texts(),
            *self.member.texts(),
            *self.member.buttons(),
            *self.shared.buttons(),
            *panel.tab_stops_after(),
        ]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def where(self) -> tuple[str, int]:
        """Tell which field is written in, and where in it; ``roster`` if none."""
        for name, card in (("shared", self.shared), ("member", self.member)):
            inside = card.focused()
            if inside is not None:
                return f"{name}.{inside[0]}", inside[1]
        return "roster", 0

    def _bring_up(self, field: QWidget) -> None:
        """Let the field that is written in be seen, with the frame that says whose it is."""
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, TITLE_ROOM))


def insertions(
    page: Page, desk: Desk, keyed: Callable[[], Keyed | None], changed: Callable[[], None]
) -> Insertions:
    """Give what the notes of a session offer at the cursor.

    Args:
        page: The session's page.
        desk: Whose phrases.
        keyed: What is shown at the moment.
        changed: Told when phrases have been changed.
    """
    words = page.kit.words

    def phrases() -> Sequence[Insertion]:
        shown = keyed()
        known = shown.opened.phrases if shown else ()
        return [Insertion(shown=f"{one.short} – {one.text}", text=one.text) for one in known]

    def people() -> Sequence[Insertion]:
        shown = keyed()
        rows = shown.rows() if shown else ()
        roles = [Insertion(shown=words(one), text=words(one)) for one in ROLES]
        return [
            *(
                Insertion(
                    shown=page.kit.privacy.name(row.person.full_name, row.person.code),
                    text=initials(row.person),
                )
                for row in rows
            ),
            *roles,
        ]

    def manage() -> None:
        dialog = PhrasesDialog(page.kit, page.window(), desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(changed)
        dialog.open()

    return Insertions(phrases=phrases, people=people, manage=manage)


def initials(person: Person) -> str:
    """Give the letters that stand for somebody in another's file: ``S. Đ.``."""
    return f"{person.given_name[:1]}. {person.family_name[:1]}."


def ask_to_countersign(page: Page, desk: Desk, notes: Sequence[NoteId]) -> None:
    """Ask a mentor for the passphrase, and countersign."""
    words, service = page.kit.words, Countersigning(desk)
    dialog: SignDialog[object] = SignDialog(
        page.kit,
        page,
        question=words("countersign-question", count=len(notes)),
        explanation=words("countersign-question.why"),
        sign=lambda passphrase: Changed(service.sign(notes, passphrase), CHANGED),
    )
    done = words("countersign-done", count=len(notes))
    dialog.signed.connect(lambda _made: page.say(Message(text=done, tone=Tone.SUCCESS)))
    dialog.open()


def ask_to_sign(page: Page, desk: Desk, notes: Sequence[NoteId]) -> None:
    """Ask for the passphrase and sign; what there is to sign was settled before."""
    words = page.kit.words
    if not notes:
        page.say(
            Message(text=words("session-sign-none"), next_step=words("session-sign-none.next"))
        )
        return
    service = Notes(desk)
    dialog: SignDialog[object] = SignDialog(
        page.kit,
        page,
        question=words("session-sign-question", count=len(notes)),
        explanation=words("session-sign-question.why"),
        sign=lambda passphrase: Changed(service.sign(notes, passphrase), CHANGED),
    )
    dialog.signed.connect(
        lambda _signatures: page.say(
            Message(text=words("session-signed", count=len(notes)), tone=Tone.SUCCESS)
        )
    )
    dialog.open()
