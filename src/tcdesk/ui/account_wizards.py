"""Draws removing an account, resetting its passphrase, and the change at a first log-in."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tcdesk.domain.staff import Account
from tcdesk.services.accounts import Accounts
from tcdesk.services.closed import AtStake
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.ports import Words
from tcdesk.services.removing import AskRemoval, Removed, Removing, Renewed, State
from tcdesk.ui.first_run_account import new_passphrase
from tcdesk.ui.jobs import Progress
from tcdesk.ui.kit import Kit
from tcdesk.ui.labels import label
from tcdesk.ui.wizard import Step, Wizard

WIDEST = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPassphrase:
    """A new passphrase is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSet:
    """It is set."""


Setting = AskPassphrase | PassphraseSet


class PassphraseStep(QWidget):
    """What it is about, and the fields of a new passphrase."""

    def __init__(
        self,
        kit: Kit,
        passphrases: Passphrases,
        names: Callable[[], Collection[str]],
        *,
        why: list[str],
        own: bool,
    ) -> None:
        """Make the step; ``own`` is False where another person may be typing."""
        super().__init__()
        self._new = new_passphrase(kit, passphrases, names)
        self._new.setMaximumWidth(WIDEST)
        self.typed_by_owner = QCheckBox(kit.words("account-typed-by-owner"))
        self.typed_by_owner.setVisible(not own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for text in why:
            column.addWidget(label(text, wrap=True))
        column.addWidget(self._new)
        column.addWidget(self.typed_by_owner)
        column.addStretch(1)
        self.setFocusProxy(self._new)

    def passphrase(self) -> str | None:
        """Give the passphrase; None (and the focus) if it is weak or not typed twice alike."""
        if not self._new.ready():
            self._new.setFocus()
            return None
        return self._new.first.text()


def removal_wizard(kit: Kit, parent: QWidget, flow: Removing, first: AskRemoval) -> Wizard[State]:
    """Make the window that removes an account."""
    words = kit.words

    def draw(state: State) -> Step[State] | None:
        match state:
            case AskRemoval():
                return Step[State](
                    place=0,
                    title=words("account-remove-ask", login=state.account.login),
                    lead=state.person,
                    widget=_texts(
                        *stake_told(words, state.stake),
                        words("account-remove-why"),
                        words("account-remove-signed"),
                        words("account-remove-sticks"),
                    ),
                    take=lambda: lambda progress: flow.remove(state, progress),
                    forward=words("account-remove"),
                )
            case Removed():
                return Step[State](
                    place=1,
                    title=words("account-renewing"),
                    lead=words("account-renewing.lead"),
                    widget=_texts(words("account-renewing-why")),
                    take=lambda: lambda progress: flow.renew(state, progress),
                    at_once=True,
                    cancel=words("account-renewing-leave"),
                )
            case Renewed():
                return None
            case _:
                assert_never(state)

    return Wizard[State](
        kit,
        parent,
        title=words("account-removing"),
        steps=[words("account-removing-key"), words("account-removing-backups")],
        first=first,
        draw=draw,
    )


def reset_wizard(
    kit: Kit,
    parent: QWidget,
    accounts: Accounts,
    account: Account,
    *,
    names: Collection[str],
    stake: AtStake,
) -> Wizard[Setting]:
    """Make the window that lets another account in by a new passphrase.

    Args:
        kit: What the window is built with.
        parent: Where it stands.
        accounts: The service.
        account: Whose passphrase was forgotten.
        names: What may not stand in the new one.
        stake: The closed notes that the account can open until then.
    """
    words = kit.words
    closed = [words("account-reset-closed"), *stake_told(words, stake)] if stake.all else []
    step = PassphraseStep(
        kit,
        accounts.passphrases,
        lambda: names,
        why=[*closed, words("account-reset-why")],
        own=False,
    )

    def take() -> Callable[[Progress], Setting] | None:
        passphrase = step.passphrase()
        if passphrase is None:
            return None
        handed_over = not step.typed_by_owner.isChecked()

        def reset(progress: Progress) -> Setting:
            accounts.reset(account.id, passphrase, progress, must_change=handed_over)
            return PassphraseSet()

        return reset

    return _one_step(
        kit,
        parent,
        step,
        title=words("account-reset-ask", login=account.login),
        window=words("account-reset"),
        forward=words("account-reset"),
        take=take,
    )


def first_change_wizard(kit: Kit, accounts: Accounts, names: Collection[str]) -> Wizard[Setting]:
    """Make the window in which a person replaces the passphrase that was handed over."""
    words = kit.words
    step = PassphraseStep(
        kit, accounts.passphrases, lambda: names, why=[words("first-change-why")], own=True
    )

    def take() -> Callable[[Progress], Setting] | None:
        passphrase = step.passphrase()
        if passphrase is None:
            return None

        def change(_progress: Progress) -> Setting:
            accounts.change_first(passphrase)
            return PassphraseSet()

        return change

    return _one_step(
        kit,
        None,
        step,
        title=words("first-change"),
        window=words("first-change-window"),
        forward=words("settings-change-passphrase"),
        take=take,
    )


def _one_step(
    kit: Kit,
    parent: QWidget | None,
    widget: QWidget,
    *,
    title: str,
    window: str,
    forward: str,
    take: Callable[[], Callable[[Progress], Setting] | None],
) -> Wizard[Setting]:
    def draw(state: Setting) -> Step[Setting] | None:
        if isinstance(state, PassphraseSet):
            return None
        return Step[Setting](place=0, title=title, widget=widget, take=take, forward=forward)

    return Wizard[Setting](
        kit, parent, title=window, steps=[window], first=AskPassphrase(), draw=draw
    )


def stake_told(words: Words, stake: AtStake) -> list[str]:
    """Say what becomes of an account's closed notes, the worst first; nothing if it has none."""
    counts = {"lost": stake.lost, "recoverable": stake.recoverable, "shared": stake.shared}
    return [words(f"closed-stake-{fate}", count=count) for fate, count in counts.items() if count]


def _texts(*texts: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for one in texts:
        column.addWidget(label(one, wrap=True))
    column.addStretch(1)
    return holder
