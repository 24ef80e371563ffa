"""About this program and the health of its vault."""

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar
from typing_extensions import override

from tcdesk.domain.staff import Action
from tcdesk.services.access import Identification, identification
from tcdesk.services.checks import Findings
from tcdesk.services.desk import Desk
from tcdesk.services.diagnosis import Diagnosis
from tcdesk.services.health import HealthCheck
from tcdesk.services.updates import Updates
from tcdesk.services.verifying import read_public_key
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.forms import Form
from tcdesk.ui.health_watch import keep_findings
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label, restyle
from tcdesk.ui.settings_section import Section
from tcdesk.ui.settings_standing import StandingCard
from tcdesk.ui.settings_update import UpdateCard

FACTS = ("version", "installation", "unit", "folder", "vault", "account")


class AboutSection(Section):
    """What runs here, where the data are, and a full check that changes nothing."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._health = HealthCheck(desk)
        words = kit.words
        about = Card(words("about-program"))
        form = Form()
        self._facts = {name: label("", wrap=True) for name in FACTS}
        for name, shown in self._facts.items():
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.add(words(f"about-{name}"), shown)
        about.body.addWidget(form)
        self.column.addWidget(about)
        self.column.addWidget(self._health_card())
        self._update = self._update_card()
        self._standing = self._standing_card()
        self.column.addStretch(1)

    @override
    def refresh(self) -> None:
        desk = self.desk
        self.kit.jobs.run(self, lambda: identification(desk), done=self._show, lane="reader")
        for card in (self._update, self._standing):
            if card is not None:
                card.refresh()

    def _standing_card(self) -> StandingCard | None:
        """Give the card with the facts of this installation, for whoever looks after it."""
        if not self.desk.may(Action.MANAGE_UNIT):
            return None
        diagnosis = Diagnosis(self.desk, self.place.installer, self.place.data)
        card = StandingCard(self.kit, self, diagnosis)
        self.column.addWidget(card)
        return card

    def _update_card(self) -> UpdateCard | None:
        """Give the card for whoever looks after the unit, where the program updates itself."""
        place = self.place
        if place.installer.platform is None or not self.desk.may(Action.MANAGE_UNIT):
            return None
        key = read_public_key(place.resources / "release" / "tcdesk.pub")
        updates = Updates(self.desk, place.installer, key, place.data / "updates")
        card = UpdateCard(self.kit, self, updates, place)
        self.column.addWidget(card)
        return card

    def _health_card(self) -> Card:
        words = self.kit.words
        card = Card(words("about-health"))
        self._found = label("", wrap=True)
        self._found.hide()
        self._measure = QProgressBar()
        self._measure.setRange(0, 1000)
        self._measure.setTextVisible(False)
        self._measure.setAccessibleName(words("shell-progress"))
        self._measure.hide()
        self._check = button(words("about-check"))
        self._check.clicked.connect(self._begin)
        row = QHBoxLayout()
        row.addWidget(self._check)
        row.addWidget(self._measure, 1)
        row.addStretch(1)
        card.body.addWidget(label(words("about-health.why"), "muted", wrap=True))
        card.body.addWidget(self._found)
        card.body.addLayout(row)
        return card

    def _show(self, told: Identification) -> None:
        words = self.kit.words
        vault = self.desk.vault
        for name, fact in {
            "version": f"tcdesk {metadata.version('tcdesk')}",
            "installation": words(f"installation-{told.installation.value}"),
            "unit": f"{told.unit_name} ({told.unit_code})",
            "folder": str(vault.folder),
            "vault": vault.vault_id,
            "account": f"{vault.login} – {words(f'role-{self.desk.actor.role.value}')}",
        }.items():
            self._facts[name].setText(fact)

    def _begin(self) -> None:
        self._check.setEnabled(False)
        self._found.hide()
        self._measure.setValue(0)
        self._measure.show()

        self.kit.jobs.run_long(
            self,
            self._health.run,
            done=self._tell_findings,
            failed=self._failed,
            measured=lambda part: self._measure.setValue(round(part * 1000)),
            lane="reader",
        )

    def _end(self) -> None:
        self._check.setEnabled(True)
        self._measure.hide()

    def _failed(self, error: Exception) -> None:
        self._end()
        self.tell(error)

    def _tell_findings(self, found: Findings) -> None:
        self._end()
        keep_findings(self.kit, self, self._health, found)
        words = self.kit.words
        if found.sound:
            text = words(
                "about-sound",
                lines=words.number(found.audit_lines),
                signatures=words.number(found.signatures),
            )
        else:
            wrong = [words(f"about-wrong-{name}") for name in found.wrong]
            text = " ".join([*wrong, words("about-wrong-next")])
        self._found.setText(text)
        self._found.setProperty("role", "strong" if found.sound else "error")
        restyle(self._found)
        self._found.show()
