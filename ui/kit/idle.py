"""Notices that nobody touches the program: a warning half a minute before, then the lock.

Only what arrives at the windows from outside counts (keys, mouse, wheel, touch), so a running timer does not
keep a house open on an empty office's desk.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARN_BEFORE = 30.0  # seconds
_LOOK_MS = 1000
_ASLEEP = 30.0  # seconds the wall clock may run ahead of our own before it means that the computer slept

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class IdleWatch(QObject):
    """Runs between `start` and `stop`. Clocks are handed in so that tests need not wait."""

    warned = Signal()
    touched_again = Signal()  # after a warning
    due = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        steady: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or application)
        self._steady, self._wall = steady, wall
        self._seconds = 0.0
        self._touched = steady()
        self._ahead = wall() - steady()
        self._warned = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        application.focusWindowChanged.connect(self._watch)

    def start(self, minutes: int) -> None:
        """Lock after so many minutes without a touch."""
        self._seconds = minutes * 60.0
        self.touch()
        self._ahead = self._wall() - self._steady()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._warned = False

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._steady()
        if self._warned:
            self._warned = False
            self.touched_again.emit()

    def look(self) -> None:
        """Is it time? Called every second."""
        idle = self._steady() - self._touched
        ahead = self._wall() - self._steady()
        slept, self._ahead = ahead - self._ahead, ahead
        if idle >= self._seconds or slept >= _ASLEEP:
            self.stop()
            self.due.emit()
        elif idle >= self._seconds - WARN_BEFORE and not self._warned:
            self._warned = True
            self.warned.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
