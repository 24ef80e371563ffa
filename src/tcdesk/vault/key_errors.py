"""What can go wrong between a passphrase and the open database; the words are in ``vault.ftl``."""

from tcdesk.domain.errors import PersonCanMendError, WeErredError, WorldFailedError


class WrongPassphraseError(PersonCanMendError):
    """No slot of this login opens with this passphrase; an unknown login reads the same."""

    code = "wrong-passphrase"


class VaultMissingError(PersonCanMendError):
    """The folder has neither ``vault.json`` nor its copy."""

    code = "vault-missing"


class VaultExistsError(PersonCanMendError):
    """The folder already has a vault; nothing is written over it."""

    code = "vault-exists"


class KeyFileDamagedError(WorldFailedError):
    """``vault.json`` is not what was written; ``reason`` names the place, never its content."""

    code = "key-file-damaged"


class KeyFileReplacedError(WorldFailedError):
    """The sealed database key was made by somebody who does not know this vault's pin."""

    code = "key-file-replaced"


class OlderKeyFileError(WorldFailedError):
    """``vault.json`` is older than the database remembers: an older copy was put back."""

    code = "older-key-file"


class NewerVaultError(PersonCanMendError):
    """A newer tcdesk wrote this vault; nothing was changed."""

    code = "newer-vault"


class DatabaseMissingError(WorldFailedError):
    """The database file that ``vault.json`` names is not in the folder."""

    code = "database-missing"


class DatabaseDamagedError(WorldFailedError):
    """The right key does not open the database: damaged, or another vault's."""

    code = "database-damaged"


class ForeignVaultError(WorldFailedError):
    """The database opens but does not belong to this ``vault.json``."""

    code = "foreign-vault"


class DatabaseBusyError(PersonCanMendError):
    """Another program holds the database."""

    code = "database-busy"


class DatabaseUnreachableError(WorldFailedError):
    """The system refuses the database file; ``reason`` is SQLite's name of the failure."""

    code = "database-unreachable"


class PaperKeyForeignError(PersonCanMendError):
    """The recovery key is well written but opens no slot of this vault."""

    code = "paper-key-foreign"


class LoginTakenError(PersonCanMendError):
    """Another account of this vault has the login."""

    code = "login-taken"


class SlotsFullError(PersonCanMendError):
    """The vault has as many accounts and recovery keys as it can have."""

    code = "slots-full"


class LastPasswordSlotError(PersonCanMendError):
    """The change would leave nobody who can log in."""

    code = "last-password-slot"


class RotationSpaceError(PersonCanMendError):
    """The disk has no room for a second copy of the database; ``mib`` are needed."""

    code = "rotation-space"


class RotationFailedError(WorldFailedError):
    """The new copy of the database could not be written or verified; the old one goes on."""

    code = "rotation-failed"


class KeysStaleError(WeErredError):
    """``vault.json`` on the disk is not the one that was unlocked."""

    code = "keys-stale"


class RawKeyError(WeErredError):
    """A database key has not 32 bytes; SQLCipher would silently take it for a passphrase."""

    code = "raw-key"


class ProfileError(WeErredError):
    """The database library is too old or does not keep a setting; ``setting`` names it."""

    code = "connection-profile"
