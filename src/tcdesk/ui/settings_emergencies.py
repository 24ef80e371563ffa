"""Files opened in an emergency: the head reviews each, the auditor reads."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tcdesk.domain.staff import Action
from tcdesk.services.audit_actions import action_words
from tcdesk.services.audit_lines import AuditLine
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import EmergencyLine, EmergencyReview
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card, clear
from tcdesk.ui.fields import LineField
from tcdesk.ui.jobs import Changed
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.rows import Column, Rows
from tcdesk.ui.settings_section import Section
from tcdesk.ui.table import Table

TOPICS = frozenset({"emergencies"})


class EmergenciesSection(Section):
    """The list, and below it the one that is chosen: why, what was looked at, its review."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        words = kit.words
        self._review = EmergencyReview(desk)
        self._may = desk.may(Action.REVIEW_EMERGENCIES)
        self._shown: EmergencyLine | None = None
        self._rows: Rows[EmergencyLine] = Rows(
            (
                Column(
                    key="opened",
                    title=words("emergency-opened"),
                    text=lambda one: words.moment(one.opened),
                ),
                Column(
                    key="worker",
                    title=words("emergency-worker"),
                    text=lambda one: f"{one.login} – {one.worker}" if one.worker else one.login,
                    stretch=True,
                ),
                Column(key="code", title=words("emergency-code"), text=lambda one: one.code),
                Column(key="state", title=words("emergency-state"), text=self._state),
            ),
            words,
            self,
        )
        self.table = Table(
            self._rows, name=words("settings-emergencies"), empty=words("emergency-none")
        )
        self.table.setMinimumHeight(160)
        self.table.chosen.connect(self._choose)
        card = Card(words("settings-emergencies"))
        card.body.addWidget(label(words("emergencies-why"), "muted", wrap=True))
        card.body.addWidget(self.table, 1)
        self.details = Card(words("emergency-chosen"))
        self.remark = LineField(longest=300)
        self.remark.setAccessibleName(words("emergency-remark"))
        self.remark.setPlaceholderText(words("emergency-remark"))
        self.done = button(words("emergency-reviewed"), "primary")
        self.done.clicked.connect(self._keep)
        self._form = QWidget()
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.remark, 1)
        row.addWidget(self.done)
        self._told = Card()
        self._told.setProperty("role", "page")
        self.details.body.addWidget(self._told)
        self.details.body.addWidget(self._form)
        self.column.addWidget(card, 1)
        self.column.addWidget(self.details)
        self.details.hide()

    @override
    def refresh(self) -> None:
        self.kit.jobs.run(self, self._review.all, done=self._show, failed=self.tell, lane="reader")

    def _show(self, lines: Sequence[EmergencyLine]) -> None:
        kept = self._shown.access.id if self._shown else None
        self._rows.show(lines)
        if not self.table.select_value(lambda one: one.access.id == kept):
            self._choose(None)

    def _state(self, line: EmergencyLine) -> str:
        words, access = self.kit.words, line.access
        if access.reviewed_at is not None:
            return words("emergency-state-reviewed")
        return words("emergency-state-waiting" if access.ended_at else "emergency-state-open")

    def _choose(self, line: EmergencyLine | None) -> None:
        if line is None or self._shown is None or line.access.id != self._shown.access.id:
            self.remark.set_value("")
        self._shown = line
        self.details.setVisible(line is not None)
        if line is None:
            return
        review, key = self._review, line.access.id
        self.kit.jobs.run(
            self,
            lambda: review.looks(key),
            done=lambda looks: self._tell(line, looks),
            failed=self.tell,
            lane="reader",
        )

    def _tell(self, line: EmergencyLine, looks: Sequence[AuditLine]) -> None:
        if self._shown is not line:
            return
        words, access = self.kit.words, line.access
        clear(self._told.body)
        told = [words("emergency-because", reason=access.reason)]
        if access.ended_at is not None:
            told.append(words("emergency-lasted", end=datetime.fromisoformat(access.ended_at)))
        told += [
            f"{words.moment(datetime.fromisoformat(one.at))}   {action_words(words, one.action)}"
            for one in looks
        ]
        if access.reviewed_at is not None:
            moment = words.moment(datetime.fromisoformat(access.reviewed_at))
            told.append(words("emergency-review-by", who=line.reviewer, moment=moment))
            told.append(words("emergency-review-remark", remark=access.remark or ""))
        for text in told:
            self._told.body.addWidget(label(text, wrap=True))
        self._form.setVisible(
            self._may and access.ended_at is not None and access.reviewed_at is None
        )

    def _keep(self) -> None:
        line, review, remark = self._shown, self._review, self.remark.value()
        if line is None:
            return

        def keep() -> Changed[None]:
            review.review(line.access.id, remark)
            return Changed(None, TOPICS)

        self.kit.jobs.run(self, keep, done=lambda _none: self._kept(), failed=self.tell)

    def _kept(self) -> None:
        self.say_done(self.kit.words("emergency-was-reviewed"))
        self.refresh()
