"""'Se din liste igennem': a list is read in the background, shown, mended, and taken in as one step.

Nothing is kept before she presses Importér. What kind of list it is, an `Importing` knows.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from ui.kit.import_list import ImportList
from ui.kit.import_start import ImportStart
from ui.kit.import_values import Importing, Reading
from ui.kit.messages import Messages
from ui.kit.work import Job, Lane, Task, Work
from ui.theme.theme import Theme


class Around(Protocol):
    """What is needed of a page's context, or of the guide's parts."""

    @property
    def theme(self) -> Theme: ...

    @property
    def messages(self) -> Messages: ...

    @property
    def work(self) -> Work: ...

    @property
    def changed(self) -> SignalInstance: ...


class ImportView(QWidget):
    """`done` gives the plan that was taken in (one step of undo); `left` comes with 'Tilbage'."""

    done = Signal(object)
    left = Signal()
    shown = Signal(object)  # the Reading that stands in the list now
    list_shown = Signal(bool)  # the list has a head of its own; the choice of a file has none

    def __init__(self, around: Around, importing: Importing) -> None:
        super().__init__()
        self._around, self._importing = around, importing
        self._reading: Reading | None = None
        self._kinds: dict[int, StrEnum] = {}
        self._task: Task | None = None
        self._taking_in = False
        self.setAcceptDrops(True)
        self.start = ImportStart(around.theme, importing.start, self.choose_file)
        self.list = ImportList(around.theme, importing.style)
        self._stack = QStackedWidget()
        for part in (self.start, self.list):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self._around.changed.connect(self._house_moved)
        self._stack.currentChanged.connect(lambda _at: self.list_shown.emit(self.showing_list))
        wished = self.list
        wished.sheet_chosen.connect(lambda name: self.wish(lambda wishes: wishes.with_sheet(name)))
        wished.column_chosen.connect(lambda index, key: self.wish(lambda wishes: wishes.with_column(index, key)))
        wished.mended.connect(lambda row, key, text: self.wish(lambda wishes: wishes.with_text(row, key, text)))
        wished.emptied.connect(lambda cells: self.wish(lambda wishes: wishes.without(cells)))
        wished.ticked.connect(lambda row: self.wish(lambda wishes: wishes.with_waiting(row)))
        wished.other_file.connect(self.choose_file)
        wished.taken.connect(self._take_in)
        wished.left.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether something is being read or taken in."""
        return self._task is not None

    @property
    def showing_list(self) -> bool:
        return self._stack.currentWidget() is self.list

    def choose_file(self) -> None:
        path = self._around.messages.file_to_open(self.start.wish)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read the file; what is wrong with it is said where it was chosen."""
        self.start.say("")
        self.start.set_busy(path)
        self._kinds = {}
        self._read(self._importing.wishes(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # reading

    def wish(self, change: Callable[[Any], Any]) -> None:
        """Read the list again with something chosen otherwise (its wishes are the kind's own)."""
        if self._reading is not None:
            self._read(change(self._reading.wishes))

    def _house_moved(self, tables: frozenset[str]) -> None:
        """What taking the list in would do is another thing now, as after 'Fortryd'."""
        if self._reading is not None and not self._taking_in and not self._importing.tables.isdisjoint(tables):
            self._kinds = {}
            self._read(self._reading.wishes)

    def _read(self, wishes: Any) -> None:
        """In the background; what is asked for later takes the place of what is under way."""
        if self._task is not None:
            self._task.stop()

        def if_wanted(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *answer: call(*answer) if self._task is task else None

        task = self._around.work.start(
            Job(
                f"Læser {wishes.path.name}",
                lambda _progress: self._importing.read(wishes),
                if_wanted(self._was_read),
                if_wanted(lambda problem: self._refused(problem, wishes)),
                if_wanted(self._stopped),
                lane=Lane.DATA,
            )
        )
        self._task = task

    def _was_read(self, reading: Reading) -> None:
        self._task = None
        self.start.set_busy(None)
        if self._reading is None or self._reading.table.sheet != reading.table.sheet:
            self._kinds = {}
        self._reading = reading
        self._kinds |= self._importing.kinds(reading)
        self._show(reading)
        if not self.showing_list:
            self._stack.setCurrentWidget(self.list)
            self.list.begin()

    def _show(self, reading: Reading, refused: str = "") -> None:
        self.list.show_reading(self._importing.shown(reading, self._kinds), refused)
        self.shown.emit(reading)

    def _refused(self, problem: UserProblem, wishes: Any) -> None:
        """Another choice that cannot be used leaves the list as it was; a file that cannot leads to choosing again."""
        self._task = None
        self.start.set_busy(None)
        if self.showing_list and self._reading is not None and self._reading.wishes.path == wishes.path:
            if not self.show_problem(problem):
                self._show(self._reading, problem.sentence)
        else:
            self.start.say(problem.sentence)
            self._stack.setCurrentWidget(self.start)
            self.start.choose.setFocus()

    def show_problem(self, _problem: UserProblem) -> bool:
        """Whether it is told where it was chosen; else it stands above the list."""
        return False

    def _stopped(self) -> None:
        self._task, self._taking_in = None, False
        self.start.set_busy(None)

    # taking in

    def _take_in(self, waiting: frozenset[int]) -> None:
        reading = self._reading
        if reading is None or self._task is not None:
            return
        self._taking_in = True
        self._task = self._around.work.start(
            Job(
                self._importing.taking_in,
                lambda _progress: self._importing.take_in(reading, waiting),
                self._was_taken_in,
                self._not_taken_in,
                self._stopped,
                lane=Lane.DATA,
            )
        )

    def _was_taken_in(self, plan: object) -> None:
        self._task, self._taking_in, self._reading = None, False, None
        self._stack.setCurrentWidget(self.start)
        self.done.emit(plan)

    def _not_taken_in(self, problem: UserProblem) -> None:
        self._task, self._taking_in = None, False
        self._around.messages.problem(problem)

    def _leave(self) -> None:
        self._reading = None
        self._stack.setCurrentWidget(self.start)
        self.left.emit()
