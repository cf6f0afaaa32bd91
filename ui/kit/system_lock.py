"""Hears when the computer is locked or goes to sleep.

Linux: the desktop's screen saver and logind, over D-Bus. Windows: session and power messages to the window.
macOS tells this only to programs that use its own frameworks, which the bindings do not; there the
idle lock stands alone, and a sleep is noticed when it is over (`IdleWatch`).
"""

import ctypes
import sys

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget


class SystemLock(QObject):
    """`locked` tells that nobody sits at the computer any more."""

    locked = Signal()

    def listen(self, window: QWidget) -> None:
        """Begin to hear; nothing happens where the system cannot tell."""
        if sys.platform == "win32":
            self._filter = WindowsLock(self, int(window.winId()))
        elif sys.platform.startswith("linux"):
            listen_to_desktop(self)

    @Slot(bool)
    def screen_saver_changed(self, active: bool) -> None:  # noqa: FBT001 -- D-Bus calls it
        if active:
            self.locked.emit()

    @Slot(bool)
    def sleep_changed(self, going_to_sleep: bool) -> None:  # noqa: FBT001 -- D-Bus calls it
        if going_to_sleep:
            self.locked.emit()

    @Slot()
    def session_locked(self) -> None:
        self.locked.emit()


def listen_to_desktop(lock: SystemLock) -> None:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 -- Linux only

    session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
    login = "org.freedesktop.login1"
    wanted = (
        (session, "", "org.freedesktop.ScreenSaver", "ActiveChanged", "screen_saver_changed(bool)"),
        (session, "", "org.gnome.ScreenSaver", "ActiveChanged", "screen_saver_changed(bool)"),
        (system, login, f"{login}.Manager", "PrepareForSleep", "sleep_changed(bool)"),
        (system, login, f"{login}.Session", "Lock", "session_locked()"),
    )
    for bus, service, interface, signal, slot in wanted:
        bus.connect(service, "", interface, signal, lock, SLOT(slot))  # type: ignore[call-overload]  # SLOT gives no bytes


_SESSION_CHANGE, _POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_SESSION_LOCK, _SUSPEND = 0x7, 0x4  # WTS_SESSION_LOCK, PBT_APMSUSPEND


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("word", ctypes.c_size_t))


class WindowsLock(QAbstractNativeEventFilter):
    """Registers the window for session messages and listens to them."""

    def __init__(self, lock: SystemLock, window: int) -> None:
        super().__init__()
        self._lock = lock
        library = ctypes.CDLL("wtsapi32")
        library.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def nativeEventFilter(
        self, _kind: "QByteArray | bytes | bytearray | memoryview[int]", message: int
    ) -> tuple[bool, int]:
        told = _Message.from_address(int(message))
        if (told.message, told.word) in {(_SESSION_CHANGE, _SESSION_LOCK), (_POWER, _SUSPEND)}:
            self._lock.locked.emit()
        return False, 0
