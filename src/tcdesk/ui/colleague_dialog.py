"""Choosing a colleague to whom closed notes are opened: a reader, or a successor."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tcdesk.domain.ids import AccountId
from tcdesk.services.closed import Colleague
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label


class ColleagueDialog(QDialog):
    """Asks who; nobody is chosen beforehand, because a key that was given stays given."""

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        *,
        title: str,
        why: str,
        do: str,
        colleagues: Sequence[Colleague],
        then: Callable[[AccountId], None],
    ) -> None:
        super().__init__(parent)
        words = kit.words
        self.setWindowTitle(words("shell-program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        self.setMaximumWidth(600)
        self.who = ChoiceField(
            [Choice(code=one.account, label=one.name) for one in colleagues],
            blank=words("closed-choose" if colleagues else "closed-no-colleague"),
        )
        self.yes, self.no = button(do, "primary"), button(words("shell-cancel"))
        form = Form(labels=104)
        form.add(words("closed-colleague"), self.who)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(label(why, wrap=True))
        column.addWidget(form)
        column.addSpacing(8)
        column.addLayout(row)
        self.who.changed.connect(self._offer)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(lambda: then(AccountId(self.who.value() or "")))
        self._offer()
        self.who.setFocus()

    def _offer(self) -> None:
        self.yes.setEnabled(self.who.value() is not None)
