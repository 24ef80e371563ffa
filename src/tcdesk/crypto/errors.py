"""What can go wrong with keys, seals and signatures; the words stand in ``vault.ftl``."""

from tcdesk.domain.errors import PersonCanMendError, WorldFailedError


class CostRefusedError(WorldFailedError):
    """The cost of a key derivation lies outside the accepted bounds; nothing was run."""

    code = "kdf-cost-refused"


class NotEnoughMemoryError(WorldFailedError):
    """This computer could not give the memory that the key derivation needs."""

    code = "kdf-memory"


class WrongKeyError(PersonCanMendError):
    """A wrapped key did not open: other key, other data beside it, or damaged."""

    code = "wrong-key"


class SignatureRefusedError(PersonCanMendError):
    """A signature does not belong to these bytes and this key."""

    code = "signature-refused"


class SealBrokenError(PersonCanMendError):
    """A sealed file does not open: not for this identity, cut, or damaged."""

    code = "seal-broken"


class IdentityTextError(PersonCanMendError):
    """The text is no ``AGE-SECRET-KEY-1…``; its own check sum does not agree."""

    code = "identity-text"


class RecipientTextError(PersonCanMendError):
    """The text is no ``age1…`` recipient; its own check sum does not agree."""

    code = "recipient-text"


class PassphraseTooShortError(PersonCanMendError):
    """The passphrase is shorter than the policy asks."""

    code = "passphrase-too-short"


class PassphraseTooLongError(PersonCanMendError):
    """The passphrase is longer than is accepted."""

    code = "passphrase-too-long"


class PassphraseCommonError(PersonCanMendError):
    """The passphrase is, or is made of, one that everybody tries first."""

    code = "passphrase-common"


class PassphraseHoldsNameError(PersonCanMendError):
    """The passphrase contains the login or the name of the unit."""

    code = "passphrase-holds-name"
