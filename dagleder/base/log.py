"""The program's log: what happened and where in the code, never what stands in the house.

A log leaves the computer when somebody asks for help, so no name, text or value of the data may be in it. Our own
records carry plain messages; of a library's only the logger and the level are written, since it may quote what it
was given. An exception is written as its kind and the lines of code it passed, without its message and without
the values of variables.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from copy import copy
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_NAME = "dagleder.log"
FILE_BYTES = 512 * 1024
KEPT_FILES = 4
OUR_LOGGERS = ("dagleder", "ui")

_log = logging.getLogger(__name__)


def without_values(raised: BaseException) -> str:
    """Where `raised` came from, and its causes: kinds of error, files, lines and functions only."""
    parts: list[str] = []
    told: list[BaseException] = []
    current: BaseException | None = raised
    while current is not None and all(current is not one for one in told):  # an error may be its own cause
        told.append(current)
        frames = traceback.extract_tb(current.__traceback__)
        lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join([type(current).__qualname__, *lines]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused by ".join(parts)


class _Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        own = copy(record)
        own.exc_text = None  # another handler may have left its own account there, with values
        if record.name.partition(".")[0] not in OUR_LOGGERS:
            own.msg, own.args = "(message left out)", ()
        return super().format(own)

    def formatException(self, ei: object) -> str:  # noqa: N802 -- overrides logging's name
        raised = ei[1] if isinstance(ei, tuple) else None
        return without_values(raised) if isinstance(raised, BaseException) else ""


def start_log(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Writes the log to `folder` (half a megabyte, four older ones kept). Gives the handler back, to be closed."""
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    for name in OUR_LOGGERS:
        logging.getLogger(name).setLevel(level)
    return handler


def log_unexpected(raised: BaseException) -> None:
    """Notes a fault of ours in the log."""
    _log.error("unexpected\n%s", without_values(raised))


def catch_unexpected(tell: Callable[[str], None] | None = None) -> None:
    """From now on whatever nobody caught, in any thread, is logged and told.

    `tell` gets the account without values, e.g. to show it with a button 'Kopiér'; it is called in the thread that
    fell. A windowed program without this ends in silence.
    """

    def caught(kind: type[BaseException], raised: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, raised, trace)
            return
        log_unexpected(raised)
        if tell is not None:
            tell(without_values(raised))

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
