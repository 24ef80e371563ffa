"""The roles and what they include: one table, to read and to print."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from tcdesk.services.desk import Desk
from tcdesk.services.papers import Table
from tcdesk.services.role_matrix import RoleMatrix
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.preview import Preview
from tcdesk.ui.settings_section import Section


class RolesSection(Section):
    """Everybody sees what every role may do."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._matrix = RoleMatrix(desk, kit.words)
        self._card = Card(kit.words("matrix"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        look = button(kit.words("matrix-print"))
        look.clicked.connect(self._print)
        self._card.body.addLayout(self._grid)
        self._card.body.addWidget(label(kit.words("matrix-enforced"), "muted", wrap=True))
        self._card.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._card)
        self.column.addStretch(1)

    @override
    def refresh(self) -> None:
        if not self._grid.count():
            self.kit.jobs.run(self, self._matrix.table, done=self._show, lane="reader")

    def _show(self, table: Table) -> None:
        for place, column in enumerate(table.columns):
            self._grid.addWidget(label(column.title, "muted", wrap=True), 0, place)
            self._grid.setColumnStretch(place, 3 if place == 0 else 1)
        for line, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(row):
                self._grid.addWidget(label(str(cell), wrap=True), line, place)

    def _print(self) -> None:
        matrix, paper = self._matrix, self.place.paper
        self.kit.jobs.run(
            self, lambda: paper.report(matrix.report()), done=self._preview, lane="reader"
        )

    def _preview(self, content: bytes) -> None:
        Preview(self.kit, self.window(), content=content, title=self.kit.words("matrix")).open()
