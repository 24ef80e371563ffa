"""Coming in and going out: first run, unlock, lock.

folder without a vault → create → Desk
folder with a vault    → unlock → Desk → lock → (the process ends, a fresh one shows the log-in)
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.sealing import Identity
from tcdesk.crypto.signing import SigningKey
from tcdesk.domain.codes import make_code
from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId, StaffId
from tcdesk.domain.staff import Account, Role, Scope, Staff, check_scope, scopes_of
from tcdesk.services.chain_watch import keep_verified, verify_new_lines
from tcdesk.services.compartments import seal_for_recovery
from tcdesk.services.desk import Desk
from tcdesk.services.emergency import settle_emergencies
from tcdesk.services.ids import IdMaker
from tcdesk.services.key_ring import Login
from tcdesk.services.ports import Clock
from tcdesk.services.store import Actor, Store, Work
from tcdesk.services.timekeeping import notice_clock
from tcdesk.services.vaults import OpenVault, Vaults

TAG_LENGTH = 4


class Installation(StrEnum):
    """What this installation is."""

    UNIT = "unit"
    OFFICE = "office"


class AccountEndedError(PersonCanMendError):
    """The account was disabled; its slot goes with the next key change."""

    code = "account-ended"


class AccountUnfinishedError(PersonCanMendError):
    """The keys of the account are there, the account is not: adding it was interrupted."""

    code = "account-unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """A new account and the person behind it."""

    login: str
    passphrase: str = field(repr=False)
    role: Role
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    scope: Scope | None = None  # None: as is usual for the role


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the first run asks: the installation, its names, the first account."""

    installation: Installation
    unit_name: str
    unit_code: str
    first: NewAccount
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """What this installation is and is called."""

    installation: Installation
    unit_id: str
    unit_name: str
    unit_code: str
    training: bool


@dataclass(frozen=True, slots=True)
class Access:
    """Creating, unlocking and locking vaults."""

    vaults: Vaults
    clock: Clock
    ids: IdMaker

    def create(self, folder: Path, setup: Setup, paper: Identity) -> Desk:
        """Make a vault with its first account, its own keys and a recovery key, and sit down.

        Raises:
            RuleBrokenError: ``unit-code`` (2 to 6 letters or digits) or ``login-missing``.
            PersonCanMendError: The folder holds a vault, or refuses writing.
        """
        code = unit_code(setup.unit_code)
        check_login(setup.first.login)
        actor = Actor(
            account=AccountId(self.ids.new()), role=setup.first.role, login_id=self.ids.new()
        )
        login = Login(
            account=actor.account, login=setup.first.login, passphrase=setup.first.passphrase
        )
        vault = self.vaults.create(folder, login, paper, partial(self._begin, setup, code, actor))
        return Desk(vault=vault, actor=actor, clock=self.clock, ids=self.ids)

    def _begin(self, setup: Setup, code: str, actor: Actor, store: Store, sign_pub: str) -> None:
        """Write what a vault begins with."""
        with store.writing(actor) as work:
            work.audit("vault.create")
            notice_clock(work, self.clock.now())
            for name, value in (
                ("installation", setup.installation.value),
                ("unit-id", self.ids.new()),
                ("unit-name", setup.unit_name.strip()),
                ("unit-code", code),
                ("unit-tag", make_code(random_bytes(5))[:TAG_LENGTH]),
                ("training", "yes" if setup.training else "no"),
                ("epoch-no", "1"),
            ):
                work.set_setting(name, value)
            work.set_secret("sign", SigningKey.generate().seed.reveal())
            work.set_secret("box", Identity.generate().raw.reveal())
            store_account(work, self.ids, self.clock, actor.account, setup.first, sign_pub)
            work.audit("login", entity="account", key=actor.account)

    def unlock(self, folder: Path, login: str, passphrase: str) -> Desk:
        """Open the vault of a folder and sit down; failed tries go on record.

        Raises:
            TcdeskError: See ``Vaults.unlock``; ``AccountEndedError``, ``AccountUnfinishedError``.
        """
        vault = self.vaults.unlock(folder, login, passphrase)
        try:
            with vault.store.reading() as facts:
                found = facts.find(Account, id=vault.account)
            if not found:
                raise AccountUnfinishedError
            (account,) = found
            if account.to_date is not None and account.to_date <= self.clock.today():
                raise AccountEndedError
            desk = self._sit_down(vault, account)
            chain = verify_new_lines(vault.store)
            with vault.store.writing(desk.actor) as work:
                keep_verified(work, chain)
                notice_clock(work, self.clock.now())
                settle_emergencies(work, desk.moment())
                for moment, tried in vault.failed_tries():
                    # The log-in may be a name; only the account's id may leave the unit.
                    known = work.find(Account, login=tried)
                    work.audit(
                        "login.failed",
                        entity="account" if known else None,
                        key=known[0].id if known else None,
                        detail={"at": moment},
                    )
                work.audit("login", entity="account", key=account.id)
                seal_for_recovery(desk, work)
            vault.settle_tries()
        except BaseException:
            vault.close()
            raise
        return desk

    def lock(self, desk: Desk) -> None:
        """Put the lock on record and close the vault; asks nothing, so that nothing waits.

        Raises:
            TcdeskError: The disk refused; the vault is closed all the same.
        """
        try:
            with desk.vault.store.writing(desk.actor) as work:
                notice_clock(work, self.clock.now())
                work.audit("lock", entity="account", key=desk.actor.account)
        finally:
            desk.vault.close()

    def _sit_down(self, vault: OpenVault, account: Account) -> Desk:
        actor = Actor(
            account=account.id, role=account.role, login_id=self.ids.new(), scope=account.scope
        )
        return Desk(vault=vault, actor=actor, clock=self.clock, ids=self.ids)


def store_account(
    work: Work,
    ids: IdMaker,
    clock: Clock,
    account_id: AccountId,
    new: NewAccount,
    sign_pub: str,
    *,
    must_change: bool = False,
) -> Account:
    """Keep an account and the person behind it.

    Raises:
        RuleBrokenError: ``scope-not-for-role``.
    """
    scope = new.scope or scopes_of(new.role)[0]
    check_scope(new.role, scope)
    account = Account(
        id=account_id,
        login=new.login,
        role=new.role,
        sign_pub=sign_pub,
        from_date=clock.today(),
        to_date=None,
        must_change=must_change,
        scope=scope,
    )
    work.add(account)
    work.add(
        Staff(
            id=StaffId(ids.new()),
            code=ids.code(),
            given_name=new.given_name.strip(),
            family_name=new.family_name.strip(),
            account=account_id,
        )
    )
    return account


def unit_code(typed: str) -> str:
    """Give the code of a unit as it is stored.

    Raises:
        RuleBrokenError: ``unit-code``.
    """
    code = typed.strip().upper()
    if not (code.isascii() and code.isalnum() and 2 <= len(code) <= 6):  # noqa: PLR2004 - said in the rule
        raise RuleBrokenError("unit-code")
    return code


def check_login(login: str) -> None:
    """Refuse a log-in that is empty or not neutral letters, digits, dot or dash.

    Raises:
        RuleBrokenError: ``login-shape``.
    """
    plain = login.replace(".", "").replace("-", "")
    if not (plain.isalnum() and login == login.strip() and len(login) <= 32):  # noqa: PLR2004 - said in the rule
        raise RuleBrokenError("login-shape")


def identification(desk: Desk) -> Identification:
    """Tell what this installation is and is called."""
    with desk.vault.store.reading() as facts:
        return Identification(
            installation=Installation(facts.setting("installation") or "unit"),
            unit_id=facts.setting("unit-id") or "",
            unit_name=facts.setting("unit-name") or "",
            unit_code=facts.setting("unit-code") or "",
            training=facts.setting("training") == "yes",
        )
