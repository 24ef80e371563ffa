"""How this installation is, and the file that may be handed to whoever helps."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tcdesk.services.diagnosis import Diagnosis, Standing
from tcdesk.ui.card import Card
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.saved_file import ask_path, save_whole
from tcdesk.ui.settings_section import Section

FACTS = ("system", "size", "free", "backups", "carried", "checked", "audit", "errors")
SHOWN_ERRORS = 5
MEGABYTE = 1_000_000


class StandingCard(Card):
    """The facts of ``services.diagnosis``, each in words."""

    def __init__(self, kit: Kit, section: Section, diagnosis: Diagnosis) -> None:
        super().__init__(kit.words("standing"))
        self._kit = kit
        self._section = section
        self._diagnosis = diagnosis
        words = kit.words
        form = Form()
        self.facts = {name: label("", wrap=True) for name in FACTS}
        for name, shown in self.facts.items():
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.add(words(f"standing-{name}"), shown)
        self.save = button(words("standing-save"))
        self.save.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        self.body.addWidget(label(words("standing-why"), "muted", wrap=True))
        self.body.addWidget(form)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Gather the facts again."""
        self._kit.jobs.run(
            self,
            self._diagnosis.standing,
            done=self._show,
            failed=self._section.tell,
            lane="reader",
        )

    def _show(self, told: Standing) -> None:
        words = self._kit.words
        errors = [
            words("standing-error", at=self._moment(one.at), code=one.code, kind=one.kind)
            for one in told.troubles[:SHOWN_ERRORS]
        ]
        for name, fact in {
            "system": told.system,
            "size": self._size(told.vault_size),
            "free": self._size(told.disk_free),
            "backups": words(
                "standing-backups-told",
                count=told.backups,
                size=self._size(told.backups_size),
                at=self._moment(told.backup_at),
            )
            if told.backups
            else self._moment(told.backup_at),
            "carried": self._moment(told.carried_at),
            "checked": self._moment(told.checked_at),
            "audit": words(
                "standing-audit-told",
                lines=words.number(told.audit_lines),
                head=told.audit_head,
            ),
            "errors": "\n".join(errors) or words("standing-no-errors"),
        }.items():
            self.facts[name].setText(fact)

    def _size(self, size: int) -> str:
        words = self._kit.words
        return words("standing-megabytes", size=words.number(size / MEGABYTE, 1))

    def _moment(self, told: str) -> str:
        words = self._kit.words
        try:
            return words.moment(datetime.fromisoformat(told))
        except ValueError:
            return words("standing-never")

    def _ask(self) -> None:
        words = self._kit.words
        path = ask_path(
            self, words("standing-save"), "tcdesk-diagnosis.json", words("standing-kind")
        )
        if path:
            self._kit.jobs.run(
                self,
                self._diagnosis.file,
                done=lambda content: self._write(path, content),
                failed=self._section.tell,
                lane="reader",
            )

    def _write(self, path: str, content: bytes) -> None:
        save_whole(path, content)
        self._section.say_done(self._kit.words("standing-saved"))
