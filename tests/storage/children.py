"""Programs beside the test: forked from the warm test process, so that hundreds can be started and killed.

A child does one of the tasks below and prints lines; the test reads them and kills it when it likes. It is made by
`fork`, because importing everything anew would take longer than the whole test.
"""

import os
import random
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from dagleder.base.clock import SystemClock
from dagleder.storage.database import Database
from tests.storage.houses import add_site

Say = Callable[[str], None]
_PATIENCE = 60.0


class Child:
    """A program under way, as the test sees it."""

    def __init__(self, pid: int, output: int) -> None:
        self.pid = pid
        self._output = output
        self._read = b""
        self._ended = False

    def line(self) -> str:
        """The next line it prints; an empty text at its end."""
        while b"\n" not in self._read:
            ready, _, _ = select.select([self._output], [], [], _PATIENCE)
            more = os.read(self._output, 65536) if ready else b""
            if not more:
                assert ready, "the child is silent"
                return ""
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line.decode()

    def rest(self) -> list[str]:
        """Every whole line up to its end."""
        return list(iter(self.line, ""))

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait_seconds(self, seconds: float) -> None:
        """Let it work for a while, reading what it prints so that it never waits for us."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self._output], [], [], left)
            if not ready:
                return
            more = os.read(self._output, 65536)
            if not more:
                return
            self._read += more

    def wait(self) -> int:
        if not self._ended:
            _, self._status = os.waitpid(self.pid, 0)
            self._ended = True
        return self._status

    def close(self) -> None:
        self.kill()
        os.close(self._output)


@contextmanager
def child(task: str | Callable[..., None], *arguments: Any) -> Iterator[Child]:
    """Run `task` (a name from this module, or a function) as a program of its own; it ends with the block."""
    if not hasattr(os, "fork"):
        pytest.skip("starts its programs by fork")
    _refuse_open_houses()
    output, inside = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads, which the children do not use
        pid = os.fork()
    if pid == 0:
        _be_the_child(task, inside, arguments)
    os.close(inside)
    program = Child(pid, output)
    try:
        yield program
    finally:
        program.close()


def _refuse_open_houses() -> None:
    """SQLite's picture of which locks it holds would be the parent's in the child."""
    with suppress(FileNotFoundError):
        for handle in Path("/proc/self/fd").iterdir():
            with suppress(OSError):
                assert handle.readlink().suffix != ".dagleder", "close the house before a child is started"


def _be_the_child(task: str | Callable[..., None], output: int, arguments: tuple[Any, ...]) -> None:
    """Never returns: the test's own code must not run twice."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

        def say(line: str) -> None:
            os.write(output, f"{line}\n".encode())

        run = TASKS[task] if isinstance(task, str) else task
        run(say, *arguments)
        status = 0
    except BaseException:  # noqa: BLE001 -- whatever it is, it ends here
        traceback.print_exc(file=sys.__stderr__)
    os._exit(status)


def _hold(say: Say, house: Path) -> None:
    database = Database.open(house, clock=SystemClock())
    say("read_only" if database.read_only else "open")
    time.sleep(_PATIENCE)


def _write_forever(say: Say, house: Path) -> None:
    database = Database.open(house, clock=SystemClock())
    for number in range(1_000_000):
        name = f"{os.getpid()}-{number}"
        add_site(database, name)
        say(name)


def _race(say: Say, house: Path, programs: int, seconds_apart: float) -> None:
    """Several programs at once; each holds the house until all have tried."""
    tried, gate = os.pipe(), os.pipe()
    for _ in range(programs):
        time.sleep(seconds_apart * random.random())
        if os.fork() == 0:
            database = Database.open(house, clock=SystemClock())
            if not database.read_only:
                add_site(database, "vandt")
            say("read_only" if database.read_only else "writes")
            os.write(tried[1], b"x")
            os.close(gate[1])
            os.read(gate[0], 1)
            database.close()
            os._exit(0)
    for _ in range(programs):
        os.read(tried[0], 1)
    os.close(gate[1])
    for _ in range(programs):
        os.wait()


TASKS: dict[str, Callable[..., None]] = {
    "hold": _hold,
    "write_forever": _write_forever,
    "race": _race,
}
