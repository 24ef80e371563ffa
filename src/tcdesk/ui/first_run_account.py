"""The first run asks for the first account and its passphrase; the settings use the parts too."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tcdesk.domain.errors import RuleBrokenError
from tcdesk.domain.staff import Role
from tcdesk.services.first_run import FIRST_ROLES, Answers
from tcdesk.services.passphrases import Passphrases
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

    def __init__(self, kit: Kit, passphrases: Passphrases, answers: Answers) -> None:
        super().__init__()
        self._new = new_passphrase(kit, passphrases, lambda: answers.known_names)
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


def new_passphrase(
    kit: Kit, passphrases: Passphrases, names: Callable[[], Collection[str]]
) -> NewPassphrase:
    """Make the fields of a new passphrase with the program's own judgement.

    Args:
        kit: What the window is built with.
        passphrases: The lists that the program ships.
        names: The log-in and names that may not stand in it, asked at every key.
    """

    def strength(typed: str) -> Strength:
        if not typed:
            return Strength(bits=0, advice=kit.words("strength-empty"), enough=False)
        judged = passphrases.judge(typed, names())
        if judged.refusal is not None:
            advice = " ".join(kit.words.error(judged.refusal))
        else:
            advice = kit.words("strength-good" if judged.good else "strength-enough")
        return Strength(bits=judged.bits, advice=advice, enough=judged.refusal is None)

    return NewPassphrase(kit, strength=strength, offer=passphrases.offer)


def role_choices(kit: Kit, roles: Sequence[Role]) -> list[Choice]:
    """Give roles to choose from, by their words."""
    return [Choice(code=role.value, label=kit.words(f"role-{role.value}")) for role in roles]
