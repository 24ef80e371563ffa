"""Recovery by a key on paper, as a step machine without widgets (security.md §4.8).

    AskPaper ─ open ─> AskWho ─ choose ─> AskNew ─ show ─> ShowNew ─ ask_back ─> AskNewBack
    AskNewBack ─ renew ─> Renewed

Until ``renew`` nothing has changed. It is one rotation: the account gets new keys under its new
passphrase, the used key opens nothing any more, and a new paper key, already tried, takes its
place.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tcdesk.crypto.sealing import Identity
from tcdesk.domain.errors import RuleBrokenError, TcdeskError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Account, Role, Staff
from tcdesk.services.access import (
    Access,
    NewAccount,
    check_login,
    store_account,
)
from tcdesk.services.accounts import replace_key
from tcdesk.services.backups import settle_renewal
from tcdesk.services.key_papers import RecoverySheet
from tcdesk.services.key_ring import Login, Progress, RecoveringVault
from tcdesk.services.paper_key import (
    Asked,
    SheetDiffersError,
    ask_groups,
    read_key,
    read_parts,
    with_typed,
)
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.store import Actor, Store


@dataclass(frozen=True, slots=True)
class AskPaper:
    """The key is to be typed from its paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Whom recovery lets in: an account that there is, or the new one of an administrator."""

    login: str
    role: Role
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    account: AccountId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWho:
    """The key has opened the vault; who is to get in?"""

    vault: RecoveringVault
    unit: str
    training: bool
    accounts: Sequence[Who]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNew:
    """A new passphrase for the chosen account."""

    asked: AskWho
    who: Who

    @property
    def known_names(self) -> Sequence[str]:
        """Give what may not stand in the passphrase."""
        who = self.who
        return (who.login, who.given_name, who.family_name, self.asked.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNew:
    """The key that will replace the used one is to be put on paper."""

    before: AskNew
    passphrase: str = field(repr=False)
    sheet: RecoverySheet = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNewBack:
    """Eight characters of the new key are to be typed from the paper."""

    shown: ShowNew
    asked: Sequence[Asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """The vault is closed; the account gets in by its new passphrase."""

    login: str


State = AskPaper | AskWho | AskNew | ShowNew | AskNewBack | Renewed


@dataclass(frozen=True, slots=True)
class Recovery:
    """Makes the states; every method gives the next one or says in place what must be mended."""

    access: Access
    folder: Path
    passphrases: Passphrases

    def open(self, _state: AskPaper, typed: str) -> AskWho:
        """Open the vault with a whole key.

        Raises:
            PersonCanMendError: A slip, told by its group; or it is no key of this vault.
            TcdeskError: As for unlocking.
        """
        return self._open(read_key(typed))

    def open_with_parts(self, _state: AskPaper, first: str, second: str) -> AskWho:
        """Open the vault with one line of each of two parts.

        Raises:
            TcdeskError: As for ``open``.
        """
        return self._open(read_parts(first, second))

    def choose(self, state: AskWho, login: str) -> AskNew:
        """Choose an account that there is."""
        return AskNew(asked=state, who=next(one for one in state.accounts if one.login == login))

    def introduce(self, state: AskWho, *, login: str, given_name: str, family_name: str) -> AskNew:
        """Say who becomes a new administrator.

        Raises:
            RuleBrokenError: ``names-missing``, ``login-shape`` or ``login-known``.
        """
        if not (given_name.strip() and family_name.strip()):
            raise RuleBrokenError("names-missing")
        check_login(login)
        if login in self.access.vaults.logins(self.folder):
            raise RuleBrokenError("login-known")
        who = Who(
            login=login,
            role=Role.ADMINISTRATOR,
            given_name=given_name.strip(),
            family_name=family_name.strip(),
        )
        return AskNew(asked=state, who=who)

    def show(self, state: AskNew, passphrase: str) -> ShowNew:
        """Take the passphrase and make the new paper key.

        Raises:
            PersonCanMendError: The passphrase is weak.
        """
        self.passphrases.check(passphrase, state.known_names)
        sheet = RecoverySheet(
            key=Identity.generate().text.reveal().decode("ascii"),
            vault_id=state.asked.vault.vault_id,
            unit=state.asked.unit,
            made_on=self.access.clock.today(),
            training=state.asked.training,
        )
        return ShowNew(before=state, passphrase=passphrase, sheet=sheet)

    def ask_back(self, state: ShowNew) -> AskNewBack:
        """Choose which groups of the new key are to be typed back."""
        return AskNewBack(shown=state, asked=ask_groups(state.sheet.key))

    def renew(self, state: AskNewBack, typed: Sequence[str], progress: Progress) -> Renewed:
        """Prove the new paper, then let the account in and put the used key out of use.

        Raises:
            SheetDiffersError: What was typed is not the new key; nothing has changed.
            TcdeskError: No room for a second copy, or the disk failed; nothing has changed.
        """
        shown, before = state.shown, state.shown.before
        vault, who = before.asked.vault, before.who
        new = read_key(with_typed(shown.sheet.key, state.asked, typed))
        if new.recipient != Identity.from_text(shown.sheet.key).recipient:
            raise SheetDiffersError
        account = who.account or AccountId(self.access.ids.new())
        actor = Actor(account=account, role=who.role, login_id=self.access.ids.new())

        def record(store: Store, sign_pub: str) -> None:
            with store.writing(actor) as work:
                detail = {"kind": vault.used.kind.value}
                work.audit("recovery.used", entity="slot", key=vault.used.id, detail=detail)
                if who.account is None:
                    added = NewAccount(
                        login=who.login,
                        passphrase="",
                        role=who.role,
                        given_name=who.given_name,
                        family_name=who.family_name,
                    )
                    store_account(
                        work, self.access.ids, self.access.clock, account, added, sign_pub
                    )
                else:
                    moment = self.access.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
                    replace_key(
                        work, self.access.ids, account, sign_pub, moment=moment, must_change=False
                    )

        login = Login(account=account, login=who.login, passphrase=shown.passphrase)
        vault.renew(login, new.recipient, record, lambda part: progress(0.7 * part))
        with suppress(TcdeskError):  # the old backups open with the used key; else the next unlock
            vault.renew_backups(lambda part: progress(0.7 + 0.3 * part))
            with vault.store.writing(actor) as work:
                settle_renewal(work)
        vault.close()
        return Renewed(login=who.login)

    def leave(self, state: State) -> None:
        """Leave without finishing: the vault is closed as it was."""
        match state:
            case AskWho():
                state.vault.close()
            case AskNew():
                state.asked.vault.close()
            case ShowNew():
                state.before.asked.vault.close()
            case AskNewBack():
                state.shown.before.asked.vault.close()
            case _:
                pass

    def _open(self, identity: Identity) -> AskWho:
        vault = self.access.vaults.recover(self.folder, identity.text.reveal().decode("ascii"))
        try:
            with vault.store.reading() as facts:
                staff = {one.account: one for one in facts.find(Staff)}
                return AskWho(
                    vault=vault,
                    unit=facts.setting("unit-name") or "",
                    training=facts.setting("training") == "yes",
                    accounts=[
                        _who(account, staff.get(account.id))
                        for account in facts.find(Account)
                        if account.to_date is None
                    ],
                )
        except BaseException:
            vault.close()
            raise


def _who(account: Account, staff: Staff | None) -> Who:
    return Who(
        login=account.login,
        role=account.role,
        given_name=staff.given_name if staff else "",
        family_name=staff.family_name if staff else "",
        account=account.id,
    )
