"""Whose key may have made a signature: the account's present one, and its earlier ones."""

from tcdesk.domain.countersigning import Countersignature
from tcdesk.domain.notes import Note, NoteSignature
from tcdesk.domain.staff import Account, AccountKey
from tcdesk.services.store import Reading


class Signers:
    """The public keys of accounts, read once a snapshot."""

    def __init__(self, facts: Reading) -> None:
        self._facts = facts
        self._known: dict[str, frozenset[str]] = {}

    def keys(self, account: str) -> frozenset[str]:
        """Give every key that an account has or had, in base64."""
        known = self._known.get(account)
        if known is None:
            facts = self._facts
            present = [one.sign_pub for one in facts.find(Account, id=account)]
            earlier = [one.sign_pub for one in facts.find(AccountKey, account=account)]
            known = self._known[account] = frozenset([*present, *earlier])
        return known

    def countersigned(self, countersignature: Countersignature) -> bool:
        """Say whether a second signature was made with a key that was ever its account's."""
        return countersignature.sign_pub in self.keys(countersignature.account)

    def fits(self, note: Note, signature: NoteSignature) -> bool:
        """Say whether a note is signed by its author, with a key that was ever theirs."""
        return signature.account == note.author and signature.sign_pub in self.keys(note.author)
