"""Hears Windows lock the screen, switch the user, end the session or go to sleep.

``WTSRegisterSessionNotification`` sends WM_WTSSESSION_CHANGE to a window of ours; sleep comes as
WM_POWERBROADCAST (learn.microsoft.com: Remote Desktop Services, Power Management).
"""

import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtGui import QWindow
from typing_extensions import override

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    WM_POWERBROADCAST = 0x0218
    PBT_APMSUSPEND = 0x0004
    WM_WTSSESSION_CHANGE = 0x02B1
    WTS_CONSOLE_DISCONNECT = 0x2
    WTS_REMOTE_DISCONNECT = 0x4
    WTS_SESSION_LOGOFF = 0x6
    WTS_SESSION_LOCK = 0x7
    NOTIFY_FOR_THIS_SESSION = 0
    _LEAVING = frozenset(
        {WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK}
    )

    class _Listener(QAbstractNativeEventFilter):
        """Reads window messages; never takes one away from anybody."""

        def __init__(self, session: "WindowsSession") -> None:
            super().__init__()
            self._session = session

        @override
        def nativeEventFilter(
            self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> object:
            told = wintypes.MSG.from_address(int(message))
            locked = told.message == WM_WTSSESSION_CHANGE and told.wParam in _LEAVING
            asleep = told.message == WM_POWERBROADCAST and told.wParam == PBT_APMSUSPEND
            if locked or asleep:
                self._session.left.emit()
            return False, 0

    class WindowsSession(QObject):
        """Emits ``left`` when the person has left the screen."""

        left = Signal()

        def __init__(self, app: QCoreApplication) -> None:
            super().__init__(app)
            # A window that is never shown: message-only enough, and it lives as long as we do.
            self._window = QWindow()
            self._handle = wintypes.HWND(int(self._window.winId()))
            self._listener = _Listener(self)
            app.installNativeEventFilter(self._listener)
            self._wtsapi = ctypes.WinDLL("wtsapi32")
            register = self._wtsapi.WTSRegisterSessionNotification
            register.argtypes = (wintypes.HWND, wintypes.DWORD)
            register.restype = wintypes.BOOL
            self.registered = bool(register(self._handle, NOTIFY_FOR_THIS_SESSION))
            app.aboutToQuit.connect(self._stop)

        def _stop(self) -> None:
            stop = self._wtsapi.WTSUnRegisterSessionNotification
            stop.argtypes = (wintypes.HWND,)
            stop.restype = wintypes.BOOL
            if self.registered:
                stop(self._handle)
