"""From the first paint to the running program: the log, Danish, and the program's modules, brought in by a thread."""

import logging
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.base.log import catch_unexpected, start_log
from dagleder.base.paths import log_folder
from ui.front_page import FrontPage
from ui.kit.work import Job, Lane, Work
from ui.start import quietly_imported

DANISH = "da_DK"
PROGRAM = "ui.program"
_TURN_MS = 2  # whatever waits in the window has its turn


class SecondPage(QObject):
    """Lives as long as the application does."""

    def __init__(self, front: FrontPage, clock: Clock) -> None:
        super().__init__(front.application)
        self._front, self._clock = front, clock
        self._program: Any = None  # a `ui.program.Program`
        self._log = start_log(log_folder())
        catch_unexpected(self._tell)
        front.application.aboutToQuit.connect(self._end)

    def load(self) -> None:
        """Import the program in a thread, and run it when it is there."""
        speak_danish(self._front.application)
        work = Work(_no_problem, self)
        work.start(Job("Gør klar", lambda _progress: quietly_imported(PROGRAM), self._run, lane=Lane.DATA))

    def _run(self, module: Any) -> None:
        self._program = module.Program(self._front, self._clock)
        QTimer.singleShot(_TURN_MS, self, self._program.begin)

    def _tell(self, account: str) -> None:
        if self._program is not None:
            self._program.tell_unexpected(account)

    def _end(self) -> None:
        if self._program is not None:
            self._program.end()
        logging.getLogger().removeHandler(self._log)
        self._log.close()


def speak_danish(application: QApplication) -> None:
    """Dates and numbers by Danish rules, and Qt's own buttons in Danish."""
    QLocale.setDefault(QLocale(DANISH))
    translator = QTranslator(application)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _no_problem(_problem: UserProblem) -> None:
    """Importing raises none."""
