"""Who can open this vault: every key, seen by everybody; recovery keys are changed by a few."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from tcdesk.domain.staff import Action
from tcdesk.services.desk import Desk
from tcdesk.services.key_ring import KeyKind
from tcdesk.services.vault_keys import KeyLine, VaultKeys
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.decision import decide
from tcdesk.ui.jobs import JobCancelledError, Progress
from tcdesk.ui.key_wizards import new_key_wizard
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table


class KeysSection(Section):
    """The list of keys, and the ways to a new recovery key."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._keys = VaultKeys(desk)
        self._may = desk.may(Action.MANAGE_ACCOUNTS)
        self._rows: Rows[KeyLine] = Rows(
            (
                Column(key="kind", title=words("keys-kind"), text=self._kind),
                Column(key="label", title=words("keys-label"), text=_label, stretch=True),
                Column(key="made", title=words("keys-made"), text=self._made),
            ),
            words,
            self,
        )
        self._table = Table(self._rows, name=words("settings-keys"), empty=words("keys-none"))
        self._table.setMinimumHeight(180)
        self._table.chosen.connect(self._choose)
        card = Card(words("keys-title"))
        card.body.addWidget(label(words("keys-why"), "muted", wrap=True))
        card.body.addWidget(self._table, 1)
        self._remove = button(words("keys-remove"))
        self._remove.clicked.connect(self._ask_removal)
        paper, shares = button(words("keys-new-paper")), button(words("keys-new-shares"))
        office = button(words("keys-new-office"))
        paper.clicked.connect(lambda: self._new(KeyKind.PAPER))
        shares.clicked.connect(lambda: self._new(KeyKind.SHARES))
        office.clicked.connect(self._add_office)
        row = QHBoxLayout()
        for press in (self._remove, office, shares, paper):
            press.setVisible(self._may)
            row.addWidget(press)
            if press is self._remove:
                row.addStretch(1)
        card.body.addLayout(row)
        self._choose(None)
        self.column.addWidget(card, 1)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @override
    def refresh(self) -> None:
        self.kit.jobs.run(self, self._keys.all, done=self._rows.show, lane="reader")

    def _kind(self, line: KeyLine) -> str:
        return self.kit.words(f"key-kind-{line.key.kind.value}")

    def _made(self, line: KeyLine) -> str:
        return self.kit.words.date(line.key.made_at.date())

    def _choose(self, line: KeyLine | None) -> None:
        self._remove.setEnabled(line is not None and line.key.account is None)

    def _new(self, kind: KeyKind) -> None:
        wizard = new_key_wizard(self.kit, self.window(), self.place, self._keys, kind)
        wizard.ended.connect(lambda _state: self.say_done(self.kit.words("keys-added")))
        wizard.finished.connect(lambda _code: self.refresh())
        wizard.open()

    def _add_office(self) -> None:
        self.kit.jobs.run(
            self, self._keys.add_office, done=lambda _key: self._added(), failed=self.tell
        )

    def _added(self) -> None:
        self.say_done(self.kit.words("keys-added"))
        self.refresh()

    def _ask_removal(self) -> None:
        line = self._table.current
        if line is None:
            return
        words, keys, key = self.kit.words, self._keys, line.key

        def remove(progress: Progress) -> None:
            keys.remove(key, progress)

        def start() -> None:
            self.kit.jobs.run_long(
                self, remove, done=lambda _none: self._removed(), failed=self._refused
            )

        decide(
            self.kit,
            self.window(),
            start,
            question=words("keys-remove-ask", kind=self._kind(line), label=_label(line)),
            explanation=words("keys-remove-ask.why"),
            yes=words("keys-remove"),
            danger=True,
        )

    def _removed(self) -> None:
        self.say_done(self.kit.words("keys-removed"))
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, JobCancelledError):
            self.tell(error)


def _label(line: KeyLine) -> str:
    """Name an account with its person; tell keys on paper apart by their number."""
    if line.key.account is not None:
        return f"{line.key.label} – {line.person}" if line.person else line.key.label
    return line.key.label.rpartition("-")[2] if line.key.kind is not KeyKind.OFFICE else ""
