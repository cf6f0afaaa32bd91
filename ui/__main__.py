"""`dagleder`: opens the window. An optional argument is the house to open.

The first page is painted before the program is known: what is imported at the top here costs every start.
"""

import gc
import sys
from pathlib import Path

import ui.quick_import  # noqa: F401 -- before Qt

# isort: split

from PySide6.QtWidgets import QApplication

from dagleder.base.clock import SystemClock
from ui.front_page import FrontPage


def main() -> int:
    """Run until the window is closed; the exit code."""
    gc.disable()  # from here on it is done by `ui.garbage`
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Dagleder")
    application.setDesktopFileName("dagleder")
    clock = SystemClock()
    front = FrontPage(application, clock.today(), Path(arguments[0]) if arguments else None)
    front.window.painted.connect(lambda: _go_on(front, clock))
    front.window.show_first()
    return application.exec()


def _go_on(front: FrontPage, clock: SystemClock) -> None:
    from ui.second_page import SecondPage  # noqa: PLC0415 -- the first page stands on the screen now

    SecondPage(front, clock).load()


if __name__ == "__main__":
    sys.exit(main())
