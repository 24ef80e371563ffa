"""Numbers and documents of a person; what is wrong with one is said at the field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.identifiers import Identifier, IdentifierKind, check_identifier
from tcdesk.domain.people import Person
from tcdesk.domain.removal import Thing
from tcdesk.services.identifiers import Identifiers
from tcdesk.services.participants import PersonFile
from tcdesk.services.removals import Removals
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.file_card import Deed, FactLine, FileCard
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.small_form import SmallForm, Write

TOPICS = frozenset({"people"})


class NumbersCard(FileCard):
    """Numbers tell who somebody is: privacy mode hides them."""

    saved = Signal(str)
    removeAsked = Signal(object)

    def __init__(self, kit: Kit, identifiers: Identifiers, *, may_edit: bool) -> None:
        words = kit.words
        super().__init__(words("numbers-title"), none=words("numbers-none"))
        self._kit = kit
        self._identifiers = identifiers
        self._removals = Removals(identifiers.desk)
        self._may_edit = may_edit
        self._person: Person | None = None
        if may_edit:
            self.offer(words("number-add"), self.begin)

    def show_file(self, file: PersonFile) -> None:
        """Show the numbers of a person."""
        self._person = file.person
        words, order = self._kit.words, list(IdentifierKind)
        self.show_lines(
            [
                FactLine(
                    text=words(f"identifier-kind-{one.kind.value}"),
                    detail=self._kit.privacy.fact(one.value),
                    deeds=self._deeds(one),
                )
                for one in sorted(file.identifiers, key=lambda one: order.index(one.kind))
            ]
        )

    def begin(self) -> None:
        """Ask for a new number."""
        if self._person is not None:
            form = NumberForm(self._kit, self._identifiers, self._person)
            form.saved.connect(self.saved)
            FormDialog(self.window(), form, self._kit.words("number-add")).open()

    def _deeds(self, number: Identifier) -> Sequence[Deed]:
        if not self._may_edit:
            return ()
        words = self._kit.words
        what = words(f"identifier-kind-{number.kind.value}")
        return (
            Deed(
                text=words("remove"),
                name=words("file-remove-named", what=what),
                do=lambda: self.removeAsked.emit(
                    lambda: self._removals.entry(Thing.IDENTIFIER, number.id)
                ),
            ),
        )


class NumberForm(SmallForm):
    """What kind of number, and the number."""

    def __init__(self, kit: Kit, identifiers: Identifiers, person: Person) -> None:
        words = kit.words
        super().__init__(kit, words("number-add"), done=words("number-saved"))
        self._identifiers = identifiers
        self._person = person
        self.kind = ChoiceField(
            [
                Choice(code=one.value, label=words(f"identifier-kind-{one.value}"))
                for one in IdentifierKind
            ]
        )
        self.number = LineField(longest=40)
        self.form.add(words("number-kind"), self.kind, wide=False)
        self.form.add(words("number"), self.number)

    @override
    def write(self) -> Write | None:
        kind, number = IdentifierKind(self.kind.value() or IdentifierKind.REGISTER), self.number
        text, person = number.value(), self._person
        if not self.form.set_errors({number: number_error(self.kit, kind, text, person)}):
            return None

        def save() -> Changed[None]:
            self._identifiers.add(person.id, kind, text)
            return Changed(None, TOPICS)

        return save


def number_error(kit: Kit, kind: IdentifierKind, text: str, person: Person) -> str:
    """Say what is wrong with a number; nothing when it can be this person's."""
    try:
        check_identifier(kind, text, person.birth_date, person.sex)
    except RuleBrokenError as error:
        return " ".join(kit.trouble.tell(error))
    return ""
