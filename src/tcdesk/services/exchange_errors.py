"""What a person can mend in the exchange between units and the office."""

from tcdesk.domain.errors import PersonCanMendError, WeErredError, WorldFailedError


class CardMissingError(PersonCanMendError):
    """The folder holds no card of the office (``roster.json`` and its signature)."""

    code = "card-missing"


class CopyUnreadableError(WorldFailedError):
    """The private copy of a bundle cannot be read from this computer's own disk."""

    code = "copy-unreadable"


class OfficeNotConfirmedError(PersonCanMendError):
    """The office's card has not been confirmed here yet."""

    code = "office-not-confirmed"


class NotEnrolledError(PersonCanMendError):
    """The office has not taken this unit into its roster yet, or we have not got that roster."""

    code = "not-enrolled"


class OfficeNotFoundedError(PersonCanMendError):
    """This office has no roster yet: its root key has not been made."""

    code = "office-not-founded"


class RootKeyMissingError(PersonCanMendError):
    """There is no root key file where the person says."""

    code = "root-key-missing"


class RootKeyDamagedError(PersonCanMendError):
    """The file is no root key file, or a damaged one."""

    code = "root-key-damaged"


class RootKeyForeignError(PersonCanMendError):
    """The root key opens, but it is another office's."""

    code = "root-key-foreign"


class RootPassphraseError(PersonCanMendError):
    """The passphrase does not open the root key."""

    code = "root-passphrase"


class DryRunDiffersError(WeErredError):
    """The import counted other rows than its dry run; nothing was kept."""

    code = "dry-run-differs"
