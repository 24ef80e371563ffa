"""Hears the Linux desktop lock its screen, switch the user or go to sleep (logind, over D-Bus)."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusVariant

_LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class LinuxSession(QObject):
    """Emits ``left`` when the person has left the screen; silent where there is no D-Bus."""

    left = Signal()

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None
    ) -> None:
        """Listen.

        Args:
            system: The bus of logind, ``QDBusConnection.systemBus()``.
            session: The bus of screen savers, ``QDBusConnection.sessionBus()``.
            parent: The owner.
        """
        super().__init__(parent)
        if system.isConnected():
            self._hear(system, _LOGIND, _ROOT, f"{_MANAGER}.PrepareForSleep", "begins(bool)")
            path = _own_path(system)
            if path:
                self._hear(system, _LOGIND, path, f"{_SESSION}.Lock", "locked()")
        if session.isConnected():
            for saver in _SAVERS:
                self._hear(session, saver, "", f"{saver}.ActiveChanged", "begins(bool)")

    @Slot()
    def locked(self) -> None:
        """Hear that the session is locked."""
        self.left.emit()

    @Slot(bool)
    def begins(self, active: bool) -> None:  # noqa: FBT001 - Qt calls slots by position
        """Hear that sleep or the screen saver begins (true) or has ended (false)."""
        if active:
            self.left.emit()

    def _hear(self, bus: QDBusConnection, service: str, path: str, signal: str, slot: str) -> None:
        interface, _, name = signal.rpartition(".")
        # PySide6 6.12 takes the text that SLOT gives; its stubs say bytes, which it refuses.
        bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]  # see above


def session_path(session: str) -> str:
    """Give the D-Bus path of a logind session by its id, escaped as ``sd_bus_path_encode``."""
    escaped = "".join(
        letter
        if letter.isascii() and (letter.isalpha() or (letter.isdigit() and place))
        else "".join(f"_{byte:02x}" for byte in letter.encode())
        for place, letter in enumerate(session)
    )
    return f"{_ROOT}/session/{escaped}"


def _own_path(bus: QDBusConnection) -> str:
    """Ask logind for the id of our own session; signals come from its path, never from ``auto``."""
    mine = QDBusInterface(_LOGIND, f"{_ROOT}/session/auto", _PROPERTIES, bus)
    mine.setTimeout(1000)
    answer = mine.call("Get", _SESSION, "Id")
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return ""
    found = answer.arguments()[0]
    name = found.variant() if isinstance(found, QDBusVariant) else found
    return session_path(str(name)) if name else ""
