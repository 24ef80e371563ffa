"""The accounts of a vault: who gets in, by which passphrase, and how somebody is kept out again.

Removing an account, and resetting a forgotten passphrase, is a rotation (security.md §4.7): the key
file and the database change at one commit point, so that after any interruption both are the old
ones or both the new ones, and an old passphrase opens nothing afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tcdesk.domain.errors import PersonCanMendError, RuleBrokenError
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Account, AccountKey, Action, Role, Scope, Staff, check_scope
from tcdesk.services.access import NewAccount, check_login, store_account
from tcdesk.services.backups import settle_renewal
from tcdesk.services.desk import Desk
from tcdesk.services.ids import IdMaker
from tcdesk.services.key_ring import Login, Progress
from tcdesk.services.passphrases import Passphrases
from tcdesk.services.store import Reading, Store, Work


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of this vault; every new passphrase is judged here, whatever the window did."""

    desk: Desk
    passphrases: Passphrases

    def all(self) -> Sequence[tuple[Account, Staff | None]]:
        """List accounts with the person behind each."""
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            staff = {one.account: one for one in facts.find(Staff)}
            return [(one, staff.get(one.id)) for one in facts.find(Account)]

    def add(self, new: NewAccount, *, must_change: bool = False) -> Account:
        """Add an account.

        Args:
            new: Who it is for, and its passphrase.
            must_change: Somebody else knows the passphrase: the first log-in asks for a new one.

        Raises:
            PersonCanMendError: The passphrase is weak, the log-in is taken or none, or there is no
                room for another.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            check_login(new.login)
            names = (new.login, new.given_name, new.family_name, work.setting("unit-name") or "")
            self.passphrases.check(new.passphrase, names)
            account = AccountId(self.desk.ids.new())
            sign_pub = self.desk.vault.add_login(
                Login(account=account, login=new.login, passphrase=new.passphrase)
            )
            desk = self.desk
            return store_account(
                work, desk.ids, desk.clock, account, new, sign_pub, must_change=must_change
            )

    def reset(
        self,
        account_id: AccountId,
        passphrase: str,
        progress: Progress,
        *,
        must_change: bool = True,
    ) -> None:
        """Let another account in by a new passphrase, without knowing the old one.

        The account gets new keys. What it signed stays valid by the old public key; its closed
        notes need their own recovery.

        Args:
            account_id: Whose passphrase was forgotten.
            passphrase: The new one.
            progress: Told parts of one; what it raises cancels.
            must_change: Somebody else knows it: the first log-in asks for a new one.

        Raises:
            RuleBrokenError: ``own-account`` or ``account-closed``.
            TcdeskError: The passphrase is weak, or the disk failed; nothing is changed.
        """
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            account = self._other(facts, account_id)
            self.passphrases.check(passphrase, known_names(facts, account))
        login = Login(account=account.id, login=account.login, passphrase=passphrase)

        def record(store: Store, sign_pub: str) -> None:
            with store.writing(self.desk.actor) as work:
                replace_key(
                    work,
                    self.desk.ids,
                    account.id,
                    sign_pub,
                    moment=self.desk.moment(),
                    must_change=must_change,
                )

        self.desk.vault.keys.reset(login, record, progress)

    def change_role(self, account_id: AccountId, role: Role, scope: Scope) -> None:
        """Give another account another role or scope; it holds from its next log-in on.

        Raises:
            RuleBrokenError: ``own-account``, ``account-closed`` or ``scope-not-for-role``.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            check_scope(role, scope)
            account = self._other(work, account_id)
            changed = replace(account, role=role, scope=scope)
            work.change(changed, expected=work.version(Account, account.id))

    def disable(self, account_id: AccountId) -> None:
        """Let another account no longer log in; its key stays until it is removed.

        Raises:
            RuleBrokenError: ``own-account`` or ``account-closed``.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            account = self._other(work, account_id)
            ended = replace(account, to_date=self.desk.clock.today())
            work.change(ended, expected=work.version(Account, account.id))
            work.audit("account.disable", entity="account", key=account.id)

    def enable(self, account_id: AccountId) -> None:
        """Let a disabled account log in again.

        Raises:
            RuleBrokenError: ``account-removed``: its key is gone.
        """
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            account = work.get(Account, account_id)
            if account.id not in self._keyed():
                raise RuleBrokenError("account-removed")
            work.change(replace(account, to_date=None), expected=work.version(Account, account.id))
            work.audit("account.enable", entity="account", key=account.id)

    def keyed(self) -> frozenset[AccountId]:
        """Give the accounts whose key opens the vault: open ones, and those that are disabled."""
        with self.desk.reading(Action.MANAGE_ACCOUNTS):
            return self._keyed()

    def _keyed(self) -> frozenset[AccountId]:
        return frozenset(key.account for key in self.desk.vault.keys.all() if key.account)

    def remove(self, account_id: AccountId, progress: Progress) -> None:
        """Take an account's key away for good; what it signed stays valid.

        Raises:
            RuleBrokenError: ``own-account`` or ``account-removed``.
            TcdeskError: No room for a second copy, or the disk failed; nothing is changed.
        """
        with self.desk.reading(Action.MANAGE_ACCOUNTS) as facts:
            if account_id == self.desk.actor.account:
                raise RuleBrokenError("own-account")
            account = facts.get(Account, account_id)
            if account.id not in self._keyed():
                raise RuleBrokenError("account-removed")

        def record(store: Store) -> None:
            with store.writing(self.desk.actor) as work:
                ended = replace(account, to_date=account.to_date or self.desk.clock.today())
                work.change(ended, expected=work.version(Account, account.id))
                work.audit("account.remove", entity="account", key=account.id)

        slot = next(key for key in self.desk.vault.keys.all() if key.account == account.id)
        self.desk.vault.keys.remove(slot.id, record, progress)

    def renew_backups(self, progress: Progress) -> None:
        """Make a backup that only today's accounts open, and delete the older ones on this disk.

        Raises:
            WorldFailedError: The disk failed; the older ones stay.
        """
        with self.desk.reading(Action.MANAGE_ACCOUNTS):
            pass
        self.desk.vault.keys.renew_backups(progress)
        with self.desk.writing(Action.MANAGE_ACCOUNTS) as work:
            settle_renewal(work)

    def change_passphrase(self, old: str, new: str) -> None:
        """Change the own passphrase; every account may.

        Raises:
            PersonCanMendError: The old one is wrong, or the new one is weak.
        """
        self._check_own(new)
        self.desk.vault.change_passphrase(old, new)
        self._note_change()

    def change_first(self, new: str) -> None:
        """Put an own passphrase in the place of the one that was handed over at this log-in.

        Raises:
            RuleBrokenError: ``passphrase-same`` or ``passphrase-not-due``.
            PersonCanMendError: It is weak.
        """
        if not must_change(self.desk):
            raise RuleBrokenError("passphrase-not-due")
        self._check_own(new)
        try:
            self.desk.vault.signing_key(new)
        except PersonCanMendError:
            self.desk.vault.keys.set_passphrase(new)
        else:
            raise RuleBrokenError("passphrase-same")
        self._note_change()

    def _check_own(self, new: str) -> None:
        with self.desk.vault.store.reading() as facts:
            own = facts.get(Account, self.desk.actor.account)
            self.passphrases.check(new, known_names(facts, own))

    def _note_change(self) -> None:
        with self.desk.vault.store.writing(self.desk.actor) as work:
            own = work.get(Account, self.desk.actor.account)
            if own.must_change:
                version = work.version(Account, own.id)
                work.change(replace(own, must_change=False), expected=version)
            work.audit("passphrase.change", entity="account", key=own.id)

    def _other(self, facts: Reading, account_id: AccountId) -> Account:
        if account_id == self.desk.actor.account:
            raise RuleBrokenError("own-account")
        account = facts.get(Account, account_id)
        if account.to_date is not None:
            raise RuleBrokenError("account-closed")
        return account


def must_change(desk: Desk) -> bool:
    """Say whether the account at the desk came in by a passphrase that somebody else knows."""
    with desk.vault.store.reading() as facts:
        return facts.get(Account, desk.actor.account).must_change


def known_names(facts: Reading, account: Account) -> Sequence[str]:
    """Give what may not stand in an account's passphrase."""
    people = facts.find(Staff, account=account.id)
    names = [name for one in people for name in (one.given_name, one.family_name)]
    return (account.login, facts.setting("unit-name") or "", *names)


def replace_key(
    work: Work,
    ids: IdMaker,
    account_id: AccountId,
    sign_pub: str,
    *,
    moment: str,
    must_change: bool,
) -> None:
    """Keep that an account has a new key; the old public one stays, to verify what it signed."""
    account = work.get(Account, account_id)
    work.add(AccountKey(id=ids.new(), account=account.id, sign_pub=account.sign_pub, until=moment))
    changed = replace(account, sign_pub=sign_pub, must_change=must_change)
    work.change(changed, expected=work.version(Account, account.id))
    work.audit("user.key_replaced", entity="account", key=account.id)
