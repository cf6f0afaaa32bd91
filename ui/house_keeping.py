"""What goes on by itself while a house is open: copies when they are due, the day in the status line, the last copy."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.base.paths import houses_folder
from ui.context import Parts
from ui.core import Keeper
from ui.house import Door
from ui.kit.messages import FileWish, Note
from ui.kit.status_line import StatusLine
from ui.kit.work import Job, Lane, Progress

_LOOK_MS = 60_000
_NOTE = "backup"
_KIND = ("Hus fra Dagleder", "*.dagleder")


class HouseKeeping(QObject):
    """`keeper` knows when a copy is due; a house for reading only has none."""

    def __init__(
        self, parts: Parts, status_line: StatusLine, door: Door, keeper: Keeper | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._status_line, self._door, self._keeper = parts, status_line, door, keeper
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._resting = False

    def look(self) -> None:
        """Every minute."""
        self._status_line.show_day(self._parts.clock.today())
        if self._keeper is not None and self._keeper.due and not self._resting:
            self.copy_now(said="")

    def catch_up(self) -> None:
        """A stretch of work has ended, or the program before this one was killed: what it did is in no copy yet."""
        if self._keeper is not None and self._keeper.behind and not self._resting:
            self.copy_now(said="")

    def rest(self) -> None:
        """Before the window is locked: the file may be closed from there, and then there is nobody to make the copy."""
        self._resting = True
        if self._keeper is not None and self._keeper.behind:
            self.copy_now(said="")

    def go_on(self) -> None:
        """The window is unlocked."""
        self._resting = False

    def copy_now(self, said: str = "Sikkerhedskopien er lavet og kontrolleret") -> None:
        keeper = self._keeper
        if keeper is None:
            self._parts.messages.problem(
                UserProblem("Huset er åbent til læsning; den, der retter i det, tager kopien.")
            )
            return

        def done(receipt: Any) -> None:
            self._told(receipt)
            if said:
                self._parts.messages.tell(said)

        quiet = self._resting  # there is nobody to read a card
        job = Job(
            "Laver en sikkerhedskopi", lambda _progress: keeper.keep(), done, self._failed, lane=Lane.DATA, quiet=quiet
        )
        self._parts.work.start(job)

    def copy_elsewhere(self) -> None:
        """'Gem en kopi…': a whole house of its own, opened and counted before it counts; same password."""
        start = houses_folder() / f"{self._door.path.stem} – kopi{self._door.path.suffix}"
        target = self._parts.messages.file_to_save(FileWish("Gem en kopi", (_KIND,), start))
        if target is None:
            return
        if target.absolute() == self._door.path.absolute():
            self._parts.messages.problem(UserProblem("Det er den fil, der er åben. Giv kopien et andet navn."))
            return
        door, messages = self._door, self._parts.messages
        job = Job(
            "Gemmer en kopi",
            lambda _progress: door.copy_to(target),
            lambda _counts: messages.tell(f"{target.name} er gemt og kontrolleret"),
            lane=Lane.DATA,
        )
        self._parts.work.start(job)

    def close(self, then: Callable[[], None]) -> None:
        """The copy at close, then the file when nobody reads it; then `then`, whatever came of the copy."""
        self._timer.stop()
        keeper, door, memory, work = self._keeper, self._door, self._parts.memory, self._parts.work
        work.let_go()

        def close_file(_progress: Progress) -> str:
            try:
                receipt = keeper.close() if keeper is not None else None
            except UserProblem as problem:
                return problem.sentence
            finally:
                work.wait_for_reckoning()
                door.close()
            return receipt.problem if receipt is not None else ""

        def done(problem: str) -> None:
            memory.keep("backup", "problem", problem)  # told next time: nobody reads it now
            then()

        work.start(Job("Lægger dagens kopi", close_file, done, lane=Lane.DATA))
        self.deleteLater()

    def tell_of_last_time(self) -> None:
        """If the copy at last close could not be made, say so now."""
        if sentence := self._parts.memory.get("backup", "problem", ""):
            self._parts.messages.note(Note(_NOTE, Level.SHOULD, sentence, lead="Kopien ved sidste lukning mangler."))

    def _told(self, receipt: Any) -> None:
        if receipt.problem:
            self._parts.messages.note(Note(_NOTE, Level.SHOULD, receipt.problem, lead="Den ekstra kopi mangler."))
        else:
            self._parts.messages.clear_note(_NOTE)

    def _failed(self, problem: UserProblem) -> None:
        self._parts.messages.note(Note(_NOTE, Level.SHOULD, problem.sentence, lead="Kopien kunne ikke laves."))
