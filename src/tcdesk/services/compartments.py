"""The compartments of closed notes: which one an author writes into, and who gets its key.

Everything here happens inside a unit of work of a service that has asked the matrix.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tcdesk.bundle.canonical import encode
from tcdesk.crypto.digests import random_bytes
from tcdesk.crypto.errors import SignatureRefusedError
from tcdesk.crypto.sealing import seal
from tcdesk.crypto.secret import Secret
from tcdesk.crypto.signing import reader_message
from tcdesk.domain.closed import Compartment, CompartmentKey, KeyReason, may_read_closed
from tcdesk.domain.ids import AccountId
from tcdesk.domain.staff import Account
from tcdesk.services.closed_text import KEY_BYTES, Opener, key_plain
from tcdesk.services.desk import Desk
from tcdesk.services.store import Reading, Work
from tcdesk.services.vaults import OpenVault

RECOVERY = "closed-recovery-recipient"  # setting: the public key of the recovery parts; "" for none


def recipients(vault: OpenVault) -> Mapping[AccountId, str]:
    """Give the present public key of every account that gets in."""
    return {key.account: key.recipient for key in vault.keys.all() if key.account is not None}


def may_read(desk: Desk, facts: Reading) -> Mapping[AccountId, str]:
    """Give the present public key of every account that can be given closed notes."""
    present = recipients(desk.vault)
    return {
        one.id: present[one.id]
        for one in facts.find(Account, to_date=None)
        if may_read_closed(one.role) and one.id in present
    }


def for_writing(desk: Desk, work: Work) -> tuple[str, Secret]:
    """Give the compartment that the account writes into now, and its key.

    It is another one than before if somebody has its key who may not read on: an account that was
    removed or has new keys or another role, a recovery key that was replaced or used. Readers whom
    the author named and who are still there go along.
    """
    opener, named = Opener(desk.vault, work), []
    for known in reversed(work.find(Compartment, author=desk.actor.account, ended_at=None)):
        key = opener.key(known.id)
        if key is None or not _is_own(desk, work, known.id, key):
            continue
        if _all_there(desk, work, known.id):
            return known.id, key
        named += supervisors(desk, work, known.id, key)
    return begin(desk, work, named)


def for_adding(desk: Desk, work: Work, author: AccountId) -> tuple[str, Secret]:
    """Give the compartment for adding to a note: its author's if its key was given, else the own.

    What a supervisor adds to a note its author must be able to read.
    """
    if author != desk.actor.account:
        opener = Opener(desk.vault, work)
        for known in reversed(work.find(Compartment, author=author, ended_at=None)):
            key = opener.key(known.id)
            if key is not None:
                return known.id, key
    return for_writing(desk, work)


def begin(desk: Desk, work: Work, readers: list[AccountId]) -> tuple[str, Secret]:
    """End what the account wrote into, and begin another compartment for it and some readers."""
    account, moment = desk.actor.account, desk.moment()
    for known in work.find(Compartment, author=account, ended_at=None):
        ended = replace(known, ended_at=moment)
        work.change(ended, expected=work.version(Compartment, known.id))
    key, compartment = Secret(random_bytes(KEY_BYTES)), desk.ids.new()
    work.add(Compartment(id=compartment, author=account, opened_at=moment, ended_at=None))
    give(desk, work, compartment, key, account, KeyReason.AUTHOR)
    for reader in dict.fromkeys(readers):
        give(desk, work, compartment, key, reader, KeyReason.SUPERVISOR)
    if work.setting(RECOVERY):
        give(desk, work, compartment, key, None, KeyReason.RECOVERY)
    return compartment, key


def give(
    desk: Desk,
    work: Work,
    compartment: str,
    key: Secret,
    account: AccountId | None,
    reason: KeyReason,
) -> bool:
    """Seal a compartment's key for a reader, None for the recovery; says whether it was new."""
    recipient = work.setting(RECOVERY) or "" if account is None else recipients(desk.vault)[account]
    if work.find(CompartmentKey, compartment=compartment, recipient=recipient, reason=reason):
        return False
    plain = key_plain(desk.vault.vault_id, compartment, key)
    row = CompartmentKey(
        id=desk.ids.new(),
        compartment=compartment,
        account=account,
        recipient=recipient,
        sealed=b64encode(seal(plain, [recipient])).decode(),
        given_by=desk.actor.account,
        at=desk.moment(),
        reason=reason,
        proof="",
    )
    proof = desk.vault.signing.sign(reader_message(_told(row), key))
    work.add(replace(row, proof=b64encode(proof).decode()))
    return True


def held(desk: Desk, facts: Reading) -> list[str]:
    """List the compartments that are the account's to give on: its own, and what it took over."""
    given = facts.find(CompartmentKey, recipient=desk.vault.recipient)
    return list(
        dict.fromkeys(one.compartment for one in given if one.reason is not KeyReason.SUPERVISOR)
    )


def seal_for_recovery(desk: Desk, work: Work) -> None:
    """Let the recovery open what the account holds; what it opens already is left as it is."""
    recovery = work.setting(RECOVERY)
    mine = held(desk, work) if recovery else []
    if not mine:
        return
    done = {one.compartment for one in work.find(CompartmentKey, recipient=recovery)}
    opener = Opener(desk.vault, work)
    for compartment in mine:
        key = None if compartment in done else opener.key(compartment)
        if key is not None:
            give(desk, work, compartment, key, None, KeyReason.RECOVERY)


def reading_now(desk: Desk, facts: Reading) -> tuple[Sequence[AccountId], bool]:
    """Say who besides the author reads what the account writes closed: accounts, and the recovery.

    Before there is a compartment nobody does but the recovery, if it was made.
    """
    opener = Opener(desk.vault, facts)
    for known in reversed(facts.find(Compartment, author=desk.actor.account, ended_at=None)):
        key = opener.key(known.id)
        if key is not None:
            named = supervisors(desk, facts, known.id, key)
            return named, bool(facts.setting(RECOVERY))
    return (), bool(facts.setting(RECOVERY))


def supervisors(desk: Desk, facts: Reading, compartment: str, key: Secret) -> list[AccountId]:
    """List the readers whom the account has named in its compartment and who still get in."""
    present = may_read(desk, facts)
    return [
        one.account
        for one in facts.find(CompartmentKey, compartment=compartment)
        if one.account is not None
        and one.reason is KeyReason.SUPERVISOR
        and present.get(one.account) == one.recipient
        and _gave(desk, one, key)
    ]


def _all_there(desk: Desk, facts: Reading, compartment: str) -> bool:
    """Say whether everybody who has the key may still read what is written from now on."""
    present, recovery = may_read(desk, facts), facts.setting(RECOVERY)
    return all(
        one.recipient == (recovery if one.account is None else present.get(one.account))
        for one in facts.find(CompartmentKey, compartment=compartment)
    )


def _is_own(desk: Desk, facts: Reading, compartment: str, key: Secret) -> bool:
    """Say whether the author's own program laid the compartment down, with this key."""
    given = facts.find(
        CompartmentKey, compartment=compartment, account=desk.actor.account, reason=KeyReason.AUTHOR
    )
    return any(_gave(desk, one, key) for one in given)


def _gave(desk: Desk, row: CompartmentKey, key: Secret) -> bool:
    """Say whether the account at the desk has given this key to this reader."""
    try:
        desk.vault.signing.public.verify(b64decode(row.proof), reader_message(_told(row), key))
    except (SignatureRefusedError, ValueError):
        return False
    return True


def _told(row: CompartmentKey) -> bytes:
    return encode(
        {
            "account": row.account,
            "compartment": row.compartment,
            "reason": row.reason.value,
            "recipient": row.recipient,
        }
    )
