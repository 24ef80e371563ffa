"""The first run asks what this installation is, and what it is called."""

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from tcdesk.services.access import Installation
from tcdesk.services.first_run import Answers
from tcdesk.services.programmes import Template
from tcdesk.ui.fields import LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label

_INDENT = 26  # under the words of a radio button


class InstallationChoice(QWidget):
    """A unit or the office, each with a sentence on what it is for."""

    def __init__(self, kit: Kit, chosen: Installation) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._kinds: dict[QRadioButton, Installation] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for kind in Installation:
            choice = QRadioButton(kit.words(f"installation-{kind.value}"))
            explained = kit.words(f"installation-{kind.value}.why")
            choice.setAccessibleDescription(explained)
            choice.setChecked(kind is chosen)
            self._group.addButton(choice)
            self._kinds[choice] = kind
            why = label(explained, "muted", wrap=True)
            why.setContentsMargins(_INDENT, 0, 0, 12)
            column.addWidget(choice)
            column.addWidget(why)
            if kind is chosen:
                self.setFocusProxy(choice)
        column.addStretch(1)

    def value(self) -> Installation:
        """Give what is chosen."""
        return next(kind for choice, kind in self._kinds.items() if choice.isChecked())


class NamesForm(Form):
    """Name and code; for a unit also the programmes that begin switched on."""

    def __init__(self, kit: Kit, answers: Answers, templates: Mapping[str, Template]) -> None:
        super().__init__()
        words = kit.words
        self._called = LineField(answers.unit_name, longest=80)
        self._code = LineField(answers.unit_code, longest=6)
        self._code.setMaximumWidth(120)
        self._boxes: dict[str, QCheckBox] = {}
        self.add(words("first-run-unit-name"), self._called, hint=words("first-run-unit-name.hint"))
        self.add(
            words("first-run-unit-code"),
            self._code,
            hint=words("first-run-unit-code.hint"),
            wide=False,
        )
        if answers.installation is Installation.UNIT:
            self._add_programmes(kit, answers, templates)
        self.setFocusProxy(self._called)

    def name(self) -> str:
        """Give the name."""
        return self._called.value()

    def code(self) -> str:
        """Give the code."""
        return self._code.value()

    def programmes(self) -> frozenset[str]:
        """Give the codes of the programmes that are switched on."""
        return frozenset(code for code, box in self._boxes.items() if box.isChecked())

    def _add_programmes(
        self, kit: Kit, answers: Answers, templates: Mapping[str, Template]
    ) -> None:
        self.add_whole(label(kit.words("first-run-programmes"), "section"))
        self.add_whole(label(kit.words("first-run-programmes.hint"), "muted", wrap=True))
        english = kit.words.language == "en"
        for code, template in templates.items():
            box = QCheckBox(template["name"]["en" if english else "sl"])
            box.setChecked(code in answers.programmes)
            self._boxes[code] = box
            self.add_whole(box)
