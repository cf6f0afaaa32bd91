"""The real program on a new computer, in the middle of a step of the guide, until somebody kills it.

python -m tests.ui.guide.guide_worker STEP
"""

import sys

import ui.quick_import  # noqa: F401 -- as the program does: before Qt

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dagleder.base.clock import FixedClock
from dagleder.guide.steps import Step
from tests.conftest import NOW
from tests.ui.guide import by_keys
from ui import __main__ as program

_DRAFTS_MS = 1500  # what is half typed is kept at most half a second later


class Driven(QApplication):
    """Begins to press keys when the program runs."""

    last = Step.WELCOME

    @staticmethod
    def exec() -> int:
        QTimer.singleShot(0, _enter)
        return QApplication.exec()


def _enter() -> None:
    by_keys.enter_until(Driven.last)
    QTest.qWait(_DRAFTS_MS)
    print("entered", flush=True)  # noqa: T201 -- the parent listens


if __name__ == "__main__":
    Driven.last = Step(int(sys.argv.pop()))
    vars(program).update(QApplication=Driven, SystemClock=lambda: FixedClock(NOW))
    sys.exit(program.main())
