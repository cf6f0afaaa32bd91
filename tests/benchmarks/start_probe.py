"""The child of `start.py`: opens one window and tells when it was painted, when data stood, and the longest gap.

`bare` opens an empty PySide6 window; a path opens that house in the program. Times are `time.monotonic` seconds,
which parent and child share.
"""

import json
import sys
import time

if sys.argv[1] != "bare":
    import ui.quick_import  # noqa: F401 -- as the program does: before Qt
# isort: split

from PySide6.QtCore import QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

_END_AFTER_DATA = 0.3  # seconds, so that work begun late shows its gaps too
_GIVE_UP = 20.0


class Probe(QTimer):
    """Looks every millisecond: is the window exposed, does the data stand, how long since the last look?"""

    def __init__(self) -> None:
        super().__init__(interval=1)
        self.painted = self.data = self.gap = self.gap_at = self.work = self.data_work = 0.0
        self._began = self._last = time.monotonic()
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        now = time.monotonic()
        if self.painted and now - self._last > self.gap:
            self.gap, self.gap_at = now - self._last, now
        self._last = now
        if not self.painted and any(_exposed(w) for w in _windows()):
            self.painted, self.work = now, time.process_time()
        if self.painted and not self.data and self.stands():
            self.data, self.data_work = now, time.process_time()
        over = self.data and now - self.data > _END_AFTER_DATA
        if over or now - self._began > _GIVE_UP:
            self.tell()

    def stands(self) -> bool:
        return True

    def tell(self) -> None:
        self.stop()
        told = {
            "painted": self.painted,
            "work": self.work,
            "data": self.data,
            "data_work": self.data_work,
            "gap": self.gap,
            "gap_after": self.gap_at - self.painted,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        QApplication.quit()


class HouseProbe(Probe):
    """The program's window: data stands when the frame says that its first page does.

    Asked a thousand times a second, so only the window's own children are looked through.
    """

    def stands(self) -> bool:
        children = (child for window in _windows() for child in window.children())
        return any(child.objectName() == "house" and getattr(child, "ready", False) for child in children)


def _windows() -> list[QMainWindow]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow)]


def _exposed(window: QMainWindow) -> bool:
    """Whether it is on the screen; a widget that was never shown has no handle, whatever the stubs say."""
    handle: QWindow | None = window.windowHandle()
    return handle is not None and handle.isExposed()


def bare() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    probe = Probe()
    window.show()
    application.exec()
    probe.stop()


def program() -> None:
    from ui import __main__ as entry  # noqa: PLC0415 -- what it costs is measured

    probes = []

    class Probed(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            probes.append(HouseProbe())

    setattr(entry, "QApplication", Probed)  # noqa: B010 -- a stand-in for the name the module imported
    entry.main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program()
