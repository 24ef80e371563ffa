"""Merging a second file of the same person into this one, and separating the two again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from tcdesk.domain.ids import PersonId
from tcdesk.services.desk import Desk
from tcdesk.services.lines import PersonLine
from tcdesk.services.merging import MergedFile, Merges
from tcdesk.ui.fields import LineField
from tcdesk.ui.file_card import Deed, FactLine, FileCard
from tcdesk.ui.form_dialog import FormDialog
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.person_picker import PersonPicker
from tcdesk.ui.small_form import SmallForm, Write

TOPICS = frozenset({"people", "sessions", "notes", "groups", "assessments"})


class MergedCard(FileCard):
    """The files that stand for this one; nothing of them is lost when they are separated."""

    saved = Signal(str)
    failed = Signal(Exception)

    def __init__(self, kit: Kit, desk: Desk, *, may_edit: bool) -> None:
        words = kit.words
        super().__init__(words("merge-title"), none=words("merge-none"))
        self._kit = kit
        self._desk = desk
        self._merges = Merges(desk)
        self._may_edit = may_edit
        self._person: PersonId | None = None
        if may_edit:
            self.offer(words("merge-ask"), self.begin)

    def show_person(self, person: PersonId) -> None:
        """Show which files were merged into a person's."""
        self._person = person

        def show(files: Sequence[MergedFile]) -> None:
            if self._person == person:
                self.show_lines([self._line(one) for one in files])

        self._kit.jobs.run(
            self,
            lambda: self._merges.of(person),
            done=show,
            failed=self.failed.emit,
            lane="reader",
        )

    def begin(self) -> None:
        """Ask which file is the same person's."""
        if self._person is not None:
            form = MergeForm(self._kit, self._desk, self._person)
            form.saved.connect(self.saved)
            FormDialog(self.window(), form, self._kit.words("merge-ask")).open()

    def _line(self, one: MergedFile) -> FactLine:
        words = self._kit.words
        who = self._kit.privacy.name(one.name, one.code)
        part = Deed(
            text=words("merge-separate"),
            name=words("merge-separate.name", who=who),
            do=lambda: self._separate(one),
        )
        return FactLine(
            text=who,
            detail=one.code,
            remark=one.alias.reason,
            deeds=(part,) if self._may_edit else (),
        )

    def _separate(self, one: MergedFile) -> None:
        def separate() -> Changed[None]:
            self._merges.separate(one.alias.id)
            return Changed(None, TOPICS)

        self._kit.jobs.run(
            self,
            separate,
            done=lambda _none: self.saved.emit(self._kit.words("merge-separated")),
            failed=self.failed.emit,
        )


class MergeForm(SmallForm):
    """Which file, and how it is known that it is the same person's."""

    def __init__(self, kit: Kit, desk: Desk, person: PersonId) -> None:
        words = kit.words
        super().__init__(kit, words("merge-ask"), done=words("merge-done"))
        self._merges = Merges(desk)
        self._person = person
        self._other: PersonId | None = None
        self.picker = PersonPicker(kit, desk, name=words("merge-which"))
        self.reason = LineField(longest=400)
        self.form.add(words("merge-which"), self.picker, hint=words("merge-which.help"))
        self.form.add(words("merge-reason"), self.reason, hint=words("merge-reason.help"))
        self.save.setText(words("merge-do"))
        self.picker.picked.connect(self._picked)

    @override
    def write(self) -> Write | None:
        words, other, reason = self.kit.words, self._other, self.reason.value()
        right = self.form.set_errors(
            {
                self.picker: "" if other else words("plan-person-missing"),
                self.reason: "" if reason.strip() else words("field-missing"),
            }
        )
        if not right or other is None:
            return None

        def save() -> Changed[None]:
            self._merges.merge(other, self._person, reason)
            return Changed(None, TOPICS)

        return save

    def _picked(self, line: PersonLine) -> None:
        self._other = line.id
        self.picker.show_name(self.kit.privacy.name(line.name, line.code))
        self.reason.setFocus()
