"""`dagleder`: opens the window. An optional argument is the house to open."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dagleder.base.clock import SystemClock
from dagleder.base.log import catch_unexpected, start_log
from dagleder.base.paths import log_folder
from ui.program import Program

DANISH = "da_DK"
_SWITCH_SECONDS = 0.002  # how long a thread that imports may keep the window waiting


def main() -> int:
    """Run the program until its window is closed; the exit code."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Dagleder")
    application.setDesktopFileName("dagleder")
    speak_danish(application)
    sys.setswitchinterval(_SWITCH_SECONDS)
    handler = start_log(log_folder())
    program = Program(application, SystemClock())
    catch_unexpected(program.tell_unexpected)
    program.begin(Path(arguments[0]) if arguments else None)
    code = application.exec()
    program.end()
    logging.getLogger().removeHandler(handler)
    handler.close()
    return code


def speak_danish(application: QApplication) -> None:
    """Dates and numbers by Danish rules, and Qt's own buttons in Danish."""
    QLocale.setDefault(QLocale(DANISH))
    translator = QTranslator(application)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


if __name__ == "__main__":
    sys.exit(main())
