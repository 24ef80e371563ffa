"""»Napačna oseba«: where a note belongs, how it came elsewhere, the passphrase if it is signed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tcdesk.domain.ids import NoteId
from tcdesk.services.desk import Desk
from tcdesk.services.misplaced import Misplaced, RightPlace
from tcdesk.services.note_views import NoteView
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.message import Message, Tone
from tcdesk.ui.page import Page
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.people_words import activity_name
from tcdesk.ui.small_form import SmallForm, Write

CHANGED = frozenset({"sessions", "notes", "people"})


class MoveForm(SmallForm):
    """Chooses the right place; nobody is chosen to begin with."""

    def __init__(
        self, kit: Kit, desk: Desk, note: NoteId, places: Sequence[RightPlace], *, signed: bool
    ) -> None:
        words = kit.words
        super().__init__(kit, words("note-move-title"), done=words("note-move-done"))
        self._misplaced, self._note, self._places, self._signed = (
            Misplaced(desk),
            note,
            places,
            signed,
        )
        self.where = ChoiceField(
            [Choice(code=str(number), label=self._told(one)) for number, one in enumerate(places)],
            blank=words("note-move-choose"),
        )
        self.reason = LineField()
        self.passphrase = PassphraseField(kit, name=words("shell-passphrase"))
        why = words("note-move-signed" if signed else "note-move-unsigned")
        self.form.add_whole(label(why, "muted", wrap=True))
        self.form.add(words("note-move-where"), self.where)
        self.form.add(words("note-field-reason"), self.reason, hint=words("note-move-reason.hint"))
        self.form.add(words("shell-passphrase"), self.passphrase)
        self.form.set_shown(self.passphrase, shown=signed)
        self.save.setText(words("note-move-yes"))

    @override
    def write(self) -> Write | None:
        words, code = self.kit.words, self.where.value()
        passphrase, reason = self.passphrase.text(), self.reason.value()
        errors: dict[QWidget, str] = {
            self.where: "" if code else words("note-move-where-missing"),
            self.reason: "" if reason else words("field-missing"),
            self.passphrase: "" if passphrase or not self._signed else words("field-missing"),
        }
        if not self.form.set_errors(errors) or code is None:
            return None
        place = self._places[int(code)]

        def move() -> Changed[None]:
            self._misplaced.move(self._note, place.session, place.person, reason, passphrase)
            return Changed(None, CHANGED)

        return move

    def _told(self, place: RightPlace) -> str:
        words = self.kit.words
        return words(
            "note-move-place",
            name=self.kit.privacy.name(place.name, place.code),
            day=words.date(place.day),
            activity=activity_name(words, place.activity_sl, place.activity_en),
        )


def ask_to_move(page: Page, desk: Desk, view: NoteView) -> None:
    """Ask where a note belongs, and move it there."""
    page.kit.jobs.run(
        page,
        lambda: Misplaced(desk).places(view.note.id),
        done=partial(_ask, page, desk, view),
        failed=page.tell,
        lane="reader",
    )


def _ask(page: Page, desk: Desk, view: NoteView, places: Sequence[RightPlace]) -> None:
    words = page.kit.words
    if not places:
        text, next_step = words("note-move-nowhere"), words("note-move-nowhere.next")
        page.say(Message(text=text, next_step=next_step))
        return
    signed = view.signature is not None
    form = MoveForm(page.kit, desk, view.note.id, places, signed=signed)
    form.saved.connect(lambda text: page.say(Message(text=text, tone=Tone.SUCCESS)))
    FormDialog(page.window(), form, words("note-move-title")).open()
