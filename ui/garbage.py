"""Python's garbage is collected in the window's thread, between its events.

Left to itself the collector runs in whichever thread happens to allocate. A widget caught in a circle of references
would then be taken down outside the window's thread, and that ends the program.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_WAITS_UNTIL = 1_000_000  # new objects: a job that leaves as much behind is not waited for


class Collector(QObject):
    """Once a second, when no job is running: the importing and reading of thousands of rows is not held up."""

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(_EVERY_MS)

    def _look(self) -> None:
        if not self._busy() or gc.get_count()[0] > _WAITS_UNTIL:
            collect_due()


def collect_due() -> None:
    """Collect the oldest generation whose turn it is, by Python's own limits, and all that are younger."""
    limits = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(limits) if count > limit]
    if due:
        gc.collect(due[-1])
