"""What a page is handed: everything of the program it may use, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import SignalInstance

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from ui.kit.actions import Action
from ui.kit.drafts import Drafts
from ui.kit.memory import Memory
from ui.kit.messages import Messages
from ui.kit.paper_job import PaperJob
from ui.kit.work import Work
from ui.theme.theme import Theme

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Outcome(Generic[T_co]):
    """What came of a call: its value, or the problem that was shown."""

    value: T_co | None = None
    problem: UserProblem | None = None

    @property
    def ok(self) -> bool:
        return self.problem is None


class ProblemPlace(Protocol):
    """A form: shows a problem at the field it belongs to; False when it has no such field."""

    def show_problem(self, problem: UserProblem) -> bool: ...


class Run(Protocol):
    """Runs a service call at once, in the window's thread.

    `said` is what a toast says when it is done ('Rikke er oprettet'), with 'Fortryd' when it changed
    something; '' says nothing. A `UserProblem` is shown at its field in `at`, else as a message.
    """

    def __call__(self, said: str, call: Callable[[], T], at: ProblemPlace | None = None) -> Outcome[T]: ...


class Open(Protocol):
    """Opens a feature's page, and a record on it; or a date, on a page that goes through the calendar."""

    def __call__(self, feature: str, record_id: int | None = None, day: date | None = None) -> None: ...


@runtime_checkable
class PaperPlace(Protocol):
    """The page that shows papers (in the registry as feature 'paper')."""

    def show_paper(self, job: PaperJob) -> None: ...


@dataclass(frozen=True)
class Parts:
    """What the program has whether a house is open or not."""

    clock: Clock
    theme: Theme
    messages: Messages
    work: Work
    memory: Memory
    drafts: Drafts


@dataclass(frozen=True)
class GuideHost:
    """What the guide is handed. It is built anew when a house has been made: then `services` is there."""

    parts: Parts
    services: Any  # `dagleder.app.Services`; None before there is a house
    make: Callable[[Callable[[], Any]], None]  # a call that makes a house and gives its services; run in the background
    open_file: Callable[[], None]  # 'Åbn fil…'
    open_example: Callable[[], None]  # 'Åbn eksemplet'
    finish: Callable[[], None]  # to the pages; the guide can be taken up again
    show_actions: Callable[[Sequence[Action]], None]  # what can be done here, in menus and by keys
    context: "Context | None"  # None before there is a house
    step: int | None = None  # to begin at; None: where it was left


@dataclass(frozen=True)
class Context:
    """Handed to every page's constructor."""

    clock: Clock
    theme: Theme
    messages: Messages
    work: Work
    memory: Memory
    drafts: Drafts
    changed: SignalInstance  # emits frozenset[str]: the tables that moved
    open: Open
    back: Callable[[], None]
    show_paper: Callable[[PaperJob], None]
    run: Run
    open_about: Callable[[str, int], None]  # a feature's page on one employee
    undo: Callable[[], None] | None = None  # the newest step: for a toast about what was done in the background
