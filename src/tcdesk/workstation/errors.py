"""What can go wrong between tcdesk and this computer; the words are in ``frame.ftl``."""

import errno

from tcdesk.domain.errors import PersonCanMendError, WeErredError, WorldFailedError

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ELOOP})


class DiskFullError(WorldFailedError):
    """The disk has no room for the file."""

    code = "disk-full"


class FolderOnNetworkError(PersonCanMendError):
    """The folder lies on another computer: what is written there is not surely written."""

    code = "folder-on-network"


class FolderNotWritableError(PersonCanMendError):
    """The folder is missing, write-protected, or this account may not write to it."""

    code = "folder-not-writable"


class DiskFailedError(WorldFailedError):
    """The disk reported a failure (``errno``) while reading or writing."""

    code = "disk-failed"


class ReadBackDiffersError(WorldFailedError):
    """What was read back from the disk is not what was written."""

    code = "read-back-differs"


class NoDataFolderError(WorldFailedError):
    """The system does not say where a program may keep its data."""

    code = "no-data-folder"


class VaultOpenElsewhereError(PersonCanMendError):
    """Another process holds the vault: facts ``login`` and ``since``."""

    code = "vault-open-elsewhere"


class SettingsDamagedError(PersonCanMendError):
    """``settings.json`` holds something that is not on the allow-list."""

    code = "settings-damaged"


class PartsMissingError(WeErredError):
    """A folder of the program itself (``part``) is missing: a broken installation."""

    code = "parts-missing"


class StickMissingError(PersonCanMendError):
    """The stick or the chosen folder is not there."""

    code = "stick-missing"


class StickWriteProtectedError(PersonCanMendError):
    """The stick refuses writing."""

    code = "stick-write-protected"


class StickFullError(PersonCanMendError):
    """The stick has no room for the file."""

    code = "stick-full"


class StickVanishedError(WorldFailedError):
    """The stick was removed or changed for another during writing."""

    code = "stick-vanished"


class StickDamagedError(WorldFailedError):
    """The stick reports failures (``errno``)."""

    code = "stick-damaged"


class StickReadBackError(WorldFailedError):
    """The stick gives back other bytes than were written to it."""

    code = "stick-read-back"


class StickBusyError(PersonCanMendError):
    """The system will not let go of the stick: another program has a file open on it."""

    code = "stick-busy"


class FileExistsOnStickError(PersonCanMendError):
    """A file of the same name is on the stick already; it is never overwritten."""

    code = "file-exists-on-stick"


class FileGoneError(PersonCanMendError):
    """The file to be taken in is not there, or may not be read."""

    code = "file-gone"


class FileNotOrdinaryError(PersonCanMendError):
    """A folder, a link or a device instead of a file."""

    code = "file-not-ordinary"


class FileTooLargeError(PersonCanMendError):
    """The file to be taken in is larger than any of its kind."""

    code = "file-too-large"


class SourceFailedError(WorldFailedError):
    """The medium from which a file is taken in reports failures (``errno``)."""

    code = "source-failed"


def disk_error(error: OSError) -> DiskFullError | FolderNotWritableError | DiskFailedError:
    """Say in our family what the operating system said about this computer's disk."""
    number = error.errno or 0
    if number in NO_SPACE:
        return DiskFullError()
    if number in NOT_WRITABLE | NOT_THERE:
        return FolderNotWritableError()
    return DiskFailedError(errno=number)
