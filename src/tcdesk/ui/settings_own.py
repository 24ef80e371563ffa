"""Settings of the person at the desk: the own passphrase, and how this computer's window looks."""

from dataclasses import replace

from PySide6.QtCore import Qt

from tcdesk.domain.errors import TcdeskError
from tcdesk.services.accounts import Accounts
from tcdesk.services.desk import Desk
from tcdesk.services.workplace import Workplace
from tcdesk.ui.card import Card
from tcdesk.ui.fields import Choice, ChoiceField
from tcdesk.ui.first_run_account import new_passphrase
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import button, label
from tcdesk.ui.palettes import Look
from tcdesk.ui.passphrase import PassphraseField
from tcdesk.ui.settings_section import Section

LANGUAGES = {"sl": "Slovenščina", "en": "English"}  # each in itself, so that it is found again
WIDEST = 560


class OwnSection(Section):
    """The passphrase is changed here by its owner; look and language are kept on this computer."""

    def __init__(self, kit: Kit, desk: Desk, place: Workplace) -> None:
        super().__init__(kit, desk, place)
        self._preferences = place.preferences
        self.column.addWidget(self._look_card())
        self.column.addWidget(self._passphrase_card())
        self.column.addStretch(1)

    def _look_card(self) -> Card:
        words = self.kit.words
        card = Card(words("settings-look"))
        form = Form()
        self._look = ChoiceField(
            [Choice(code=look.value, label=words(f"look-{look.value}")) for look in Look]
        )
        self._look.set_value(self._preferences.theme)
        self._look.changed.connect(self._choose_look)
        self._language = ChoiceField(
            [Choice(code=code, label=name) for code, name in LANGUAGES.items()]
        )
        self._language.set_value(self._preferences.language)
        self._language.changed.connect(self._choose_language)
        form.add(words("settings-theme"), self._look, hint=words("settings-theme.hint"), wide=False)
        form.add(
            words("settings-language"),
            self._language,
            hint=words("settings-language.hint"),
            wide=False,
        )
        card.body.addWidget(form)
        return card

    def _passphrase_card(self) -> Card:
        words = self.kit.words
        card = Card(words("settings-passphrase"))
        self._old = PassphraseField(self.kit, name=words("settings-old-passphrase"))
        self._old.setMaximumWidth(WIDEST)
        self._passphrases = self.place.passphrases
        self._new = new_passphrase(self.kit, self._passphrases, lambda: (self.desk.vault.login,))
        self._new.setMaximumWidth(WIDEST)
        self._change = button(words("settings-change-passphrase"), "primary")
        self._change.clicked.connect(self._change_passphrase)
        self._old.changed.connect(self._offer)
        self._new.changed.connect(self._offer)
        named = label(words("settings-old-passphrase"))
        named.setBuddy(self._old)
        card.body.addWidget(label(words("settings-passphrase.why"), "muted", wrap=True))
        card.body.addWidget(named)
        card.body.addWidget(self._old)
        card.body.addWidget(self._new)
        card.body.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer()
        return card

    def _offer(self) -> None:
        self._change.setEnabled(bool(self._old.text()) and self._new.ready())

    def _change_passphrase(self) -> None:
        old, new = self._old.text(), self._new.first.text()
        self._change.setEnabled(False)
        self.kit.jobs.run(
            self,
            lambda: Accounts(self.desk, self._passphrases).change_passphrase(old, new),
            done=lambda _none: self._changed(),
            failed=self._refused,
        )

    def _changed(self) -> None:
        self._old.take()
        self._new.take()
        self.say_done(self.kit.words("settings-passphrase-changed"))

    def _refused(self, error: Exception) -> None:
        self._offer()
        self.tell(error)
        self._old.ask_again()

    def _choose_look(self) -> None:
        look = Look(self._look.value() or Look.SYSTEM)
        self.kit.theme.choose(look)
        self._preferences = replace(self._preferences, theme=look.value)
        self._keep()

    def _choose_language(self) -> None:
        self._preferences = replace(
            self._preferences, language=self._language.value() or self._preferences.language
        )
        if self._keep():
            self.say_done(self.kit.words("settings-language-kept"))

    def _keep(self) -> bool:
        try:
            self.place.keep(self._preferences)
        except TcdeskError as error:
            self.tell(error)
            return False
        return True
