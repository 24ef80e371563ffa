"""What a restored vault is told of itself: where it came from, and what follows from that."""

from dataclasses import dataclass, replace

from tcdesk.domain.staff import Account
from tcdesk.services.accounts import replace_key
from tcdesk.services.backup_made import RENEWAL_DUE
from tcdesk.services.backups import RESTORED_AT
from tcdesk.services.erased_again import carry_over
from tcdesk.services.ids import IdMaker
from tcdesk.services.own_party import ROSTER_SEEN, newest_roster
from tcdesk.services.ports import Clock
from tcdesk.services.restore_states import Weighed
from tcdesk.services.restorer import Kept, Proven
from tcdesk.services.store import Actor, Store, Work
from tcdesk.services.streams import EPOCH_NO_SEEN, begin_epochs

UNKNOWN_ROSTERS = 100  # more than an office gives out between a backup and the loss of its vault


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreRecord:
    """Writes into the new database, before anybody uses it.

    ``actor``: who sits at the open vault; None at the log-in window. ``epoch_seen``: the greatest
    epoch of the exchange that anything here remembers. ``roster_seen``: the version of the present
    roster; None where the present cannot be asked.
    """

    ids: IdMaker
    clock: Clock
    actor: Actor | None
    epoch_seen: int
    roster_seen: int | None

    def write(self, store: Store, state: Weighed, kept: Kept) -> None:
        """Write the audit line, begin new epochs, settle accounts and erasures."""
        proven = state.proved.proven
        actor = self.actor or Actor(
            account=proven.account,
            role=next(role for login, _, role in state.proved.people if login == proven.login),
            login_id=self.ids.new(),
        )
        moment = self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        with store.writing(actor) as work:
            work.audit("vault.restore", detail=_detail(state, kept))
            work.set_setting(RESTORED_AT, moment)
            work.set_setting(RENEWAL_DUE, "")
            seen = max(self.epoch_seen, int(work.setting(EPOCH_NO_SEEN) or 1))
            work.set_setting(EPOCH_NO_SEEN, str(seen))
            begin_epochs(work, self.ids)
            self._outrun_roster(work)
            self._settle_accounts(work, proven, moment)
            if state.again is not None:
                carry_over(work, state.again, self.clock)

    def _outrun_roster(self, work: Work) -> None:
        """Let an office's next roster be newer than any that its units may have by now."""
        known = newest_roster(work)
        if known:
            seen = known + UNKNOWN_ROSTERS if self.roster_seen is None else self.roster_seen
            work.set_setting(ROSTER_SEEN, str(max(known, seen)))

    def _settle_accounts(self, work: Work, proven: Proven, moment: str) -> None:
        """Bring the accounts of that day in line with the keys of today."""
        returning = proven.returning
        for account in work.find(Account):
            sign_pub = returning.get(account.id)
            if sign_pub is None and account.to_date is None:
                ended = replace(account, to_date=self.clock.today())
                work.change(ended, expected=work.version(Account, account.id))
                work.audit("account.remove", entity="account", key=account.id)
            elif sign_pub is not None and sign_pub != account.sign_pub:
                # Whether the passphrase that came with the new key was changed since is not known.
                replace_key(work, self.ids, account.id, sign_pub, moment=moment, must_change=True)


def _detail(state: Weighed, kept: Kept) -> dict[str, str | int | list[str]]:
    made = state.proved.proven.made
    detail: dict[str, str | int | list[str]] = {
        "at": made.at,
        "from_seq": made.audit_seq,
        "from_sha256": made.audit_sha256,
        "kept": "backup" if kept.backup else "aside",
    }
    if state.lines is not None:
        detail["lost"] = state.lines
    if kept.backup is not None:
        detail["present_seq"] = kept.backup.audit_seq
        detail["present_sha256"] = kept.backup.audit_sha256
    if state.again is not None and state.again.omissions:
        detail["erased_again"] = len(state.again.omissions)
    return detail
