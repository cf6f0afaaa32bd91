"""Work that takes more than 50 ms: two lanes, progress, stop; answers come home through one signal.

*Data* is one at a time and may use services; *reckoning* is pure and may run beside it. What goes in and
comes out is plain values; nothing of Qt's is touched on the way.
A house is closed in the data lane: whatever else is under way there comes first, and reckoning is waited for.
"""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from dagleder.base.errors import UserProblem

T = TypeVar("T")


class Lane(Enum):
    """Where a job runs."""

    DATA = "data"
    RECKONING = "reckoning"


class Stopped(Exception):  # noqa: N818 -- not an error: she asked for it
    """Raised inside a job when the leader has stopped it."""


class Progress:
    """A job's line home, used from its thread."""

    def __init__(self, told: Callable[[float, str], None]) -> None:
        self._told = told
        self._stop = threading.Event()
        self._enough = threading.Event()

    def tell(self, done: float, total: float, text: str = "") -> None:
        """How far it is, and a line about it. Raises `Stopped` when the leader has stopped the job."""
        self.check()
        self._told(done / total if total else 0.0, text)

    def check(self) -> None:
        """Raises `Stopped` when the leader has stopped the job."""
        if self._stop.is_set():
            raise Stopped

    @property
    def enough(self) -> bool:
        """True when she has asked for the best answer so far."""
        return self._enough.is_set()

    def stop(self) -> None:
        self._stop.set()

    def use_best(self) -> None:
        self._enough.set()


@dataclass(frozen=True)
class Job(Generic[T]):
    """What is to be done, and who hears of it (in the window's thread)."""

    name: str  # 'Regner på mødeplanen'
    run: Callable[[Progress], T]
    done: Callable[[T], None]
    failed: Callable[[UserProblem], None] | None = None  # None: told as a problem
    stopped: Callable[[], None] | None = None
    lane: Lane = Lane.RECKONING
    offers_best: bool = False  # can it be asked for its best answer so far?
    quiet: bool = False  # no progress card


class Task(QObject):
    """A job under way."""

    told = Signal(float, str)  # share done (0–1), a line about it
    ended = Signal()

    def __init__(self, job: Job[Any], problem: Callable[[UserProblem], None], parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.progress = Progress(self.told.emit)
        self.began = time.monotonic()
        self._problem = problem
        self._heard = True

    def let_go(self) -> None:
        """Whoever asked is gone: the work is done to its end, but only a problem is told, in the window."""
        self._heard = False
        if self.job.lane is Lane.RECKONING:
            self.stop()

    def stop(self) -> None:
        self.progress.stop()

    def use_best(self) -> None:
        self.progress.use_best()

    def carry_out(self) -> tuple[object, BaseException | None]:
        """The answer or what prevented it; runs in the lane's thread."""
        try:
            self.progress.check()
            return self.job.run(self.progress), None
        except BaseException as error:  # noqa: BLE001 -- carried home, told or raised there
            return None, error

    def arrive(self, answer: object, error: BaseException | None) -> None:
        """Home again: whoever asked hears of it."""
        self.ended.emit()
        self.deleteLater()
        if isinstance(error, UserProblem):
            (self.job.failed if self._heard and self.job.failed else self._problem)(error)
        elif error is not None and not isinstance(error, Stopped):
            sys.excepthook(type(error), error, error.__traceback__)
        elif self._heard:
            self._tell_end(answer, stopped=error is not None)

    def _tell_end(self, answer: object, *, stopped: bool) -> None:
        if not stopped:
            self.job.done(answer)
        elif self.job.stopped:
            self.job.stopped()


class _Run(QRunnable):
    def __init__(self, task: Task, home: Callable[[Task, object, BaseException | None], None]) -> None:
        super().__init__()
        self._task, self._home = task, home

    def run(self) -> None:
        self._home(self._task, *self._task.carry_out())


class Work(QObject):
    """The two lanes. `started` tells the window, which shows a card when a job takes its time."""

    started = Signal(object)  # Task
    # Task, answer, exception. Not the task's own: that goes when it is home, and what emits in a thread must stay till
    # the thread is out of it.
    _home = Signal(object, object, object)

    def __init__(self, problem: Callable[[UserProblem], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self._lanes = {Lane.DATA: QThreadPool(self), Lane.RECKONING: QThreadPool(self)}
        self._lanes[Lane.DATA].setMaxThreadCount(1)
        self._tasks: set[Task] = set()
        self._home.connect(self._arrived)

    def start(self, job: Job[Any]) -> Task:
        task = Task(job, self._problem, self)
        self._tasks.add(task)
        self.started.emit(task)
        self._lanes[job.lane].start(_Run(task, self._home.emit))
        return task

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def let_go(self) -> None:
        """The house is being closed with its pages: what is under way has nobody to answer any more."""
        for task in self._tasks:
            task.let_go()

    def wait_for_reckoning(self) -> None:
        """From the data lane, before the house is closed there."""
        self._lanes[Lane.RECKONING].waitForDone()

    def stop_all(self, milliseconds: int = 5000) -> bool:
        """Stop everything and wait; False when something is still running."""
        for task in self._tasks:
            task.stop()
        return all(lane.waitForDone(milliseconds) for lane in self._lanes.values())

    def _arrived(self, task: Task, answer: object, error: BaseException | None) -> None:
        self._tasks.discard(task)
        task.arrive(answer, error)
