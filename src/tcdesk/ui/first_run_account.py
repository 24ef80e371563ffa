"""The first run asks for the first account and its passphrase; the settings use the parts too."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Role
from tcdesk.services.first_run import FIRST_ROLES, Answers
from tcdesk.services.passphrases import Judge
from tcdesk.ui.fields import Choice, ChoiceField, LineField
from tcdesk.ui.forms import Form
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.passphrase import NewPassphrase, Strength


class AccountForm(Form):
    """Who the first account is for."""

    def __init__(self, kit: Kit, answers: Answers) -> None:
        super().__init__()
        words = kit.words
        self._answers = answers
        self._given = LineField(answers.given_name, longest=60)
        self._family = LineField(answers.family_name, longest=60)
        self._login = LineField(answers.login, longest=32)
        self._role = ChoiceField(role_choices(kit, FIRST_ROLES[answers.installation]))
        self._role.set_value(answers.role.value)
        self.add(words("account-given-name"), self._given)
        self.add(words("account-family-name"), self._family)
        self.add(words("shell-login"), self._login, hint=words("account-login.hint"))
        self.add(words("account-role"), self._role, hint=words("account-first-role.hint"))
        self.setFocusProxy(self._given)

    def answers(self) -> Answers:
        """Give the answers with what is typed here."""
        return replace(
            self._answers,
            given_name=self._given.value(),
            family_name=self._family.value(),
            login=self._login.value(),
            role=Role(self._role.value() or ""),
        )


class PassphraseForm(QWidget):
    """The passphrase of the first account."""

    def __init__(self, kit: Kit, judge: Judge, answers: Answers) -> None:
        super().__init__()
        known = (answers.login, answers.given_name, answers.family_name, answers.unit_name)
        self._new = new_passphrase(kit, judge, lambda: known)
        self._new.setMaximumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._new)
        column.addWidget(label(kit.words("passphrase-advice"), "small", wrap=True))
        column.addStretch(1)
        self.setFocusProxy(self._new)

    def check(self) -> None:
        """Refuse a passphrase that is weak or not typed twice alike.

        Raises:
            RuleBrokenError: ``passphrase-not-ready``.
        """
        if not self._new.ready():
            raise RuleBrokenError("passphrase-not-ready")

    def passphrase(self) -> str:
        """Give the passphrase; it stays in the fields in case the disk refuses the vault."""
        return self._new.first.text()


def new_passphrase(kit: Kit, judge: Judge, personal: Callable[[], Sequence[str]]) -> NewPassphrase:
    """Make the fields of a new passphrase with the program's own judgement.

    Args:
        kit: What the window is built with.
        judge: The lists that the program ships.
        personal: What an attacker knows of the person, asked at every key.
    """

    def strength(typed: str) -> Strength:
        judged = judge.judge(typed, personal())
        return Strength(
            bits=judged.bits if typed else 0.0,
            advice=kit.words(f"strength-{judged.verdict.value}"),
            enough=judged.accepted,
        )

    return NewPassphrase(kit, strength=strength, offer=judge.offer)


def role_choices(kit: Kit, roles: Sequence[Role]) -> list[Choice]:
    """Give roles to choose from, by their words."""
    return [Choice(code=role.value, label=kit.words(f"role-{role.value}")) for role in roles]
