"""The checklist of a task: lines that are ticked, written, moved and removed where they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from dagleder.base.text import squeezed
from dagleder.tasks.drafts import StepDraft
from dagleder.tasks.states import State
from dagleder.tasks.task import Step, Task
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.line_input import LineInput
from ui.kit.side_panel import emptied
from ui.tasks.part import PanelPart, row_of
from ui.theme.theme import Theme


@dataclass(frozen=True)
class StepWays:
    """What a line does: `put` saves all of them, `tick` one."""

    put: Callable[[Sequence[StepDraft], str], bool]  # the lines and what is said; True when they were kept
    tick: Callable[[Step, bool], None]


class _StepText(LineInput):
    """Alt+↑ and Alt+↓ move the line, as everywhere lines have an order."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class Checklist(PanelPart):
    """One task's; `put` and `tick` are asked when something is changed."""

    def __init__(self, context: Context, ways: StepWays) -> None:
        super().__init__("Tjekliste")
        self._theme: Theme = context.theme
        self._drafts = context.drafts
        self._ways = ways
        self._steps: tuple[Step, ...] = ()
        self._state: State | None = None
        self._task_id: int | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._boxes: list[QCheckBox] = []
        self._texts: list[_StepText] = []
        self.new = LineInput(context.theme)
        self.new.setProperty("compact", "true")
        self.new.setPlaceholderText("Ny linje")
        self.new.setAccessibleName("Ny linje i tjeklisten")
        self.new.returnPressed.connect(self._add)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.new)

    def show_task(self, task: Task) -> None:
        if task.id != self._task_id:
            self._show_new_of(task.id)
        elif (task.steps, task.state) == (self._steps, self._state):
            return
        at = next((number for number, text in enumerate(self._texts) if text.hasFocus()), None)
        self._task_id, self._steps, self._state = task.id, task.steps, task.state
        self._boxes, self._texts = [], []
        done = sum(step.done_on is not None for step in task.steps)
        self.show_title(f"Tjekliste · {done} af {len(task.steps)}" if task.steps else "Tjekliste")
        rows = emptied(self._rows)
        for number, step in enumerate(task.steps):
            row = self._row(number, step)
            rows.addWidget(row)
            row.show()  # at once: what is not seen yet cannot have the keyboard
        if at is not None:
            (self._texts[min(at, len(self._texts) - 1)] if self._texts else self.new).setFocus()

    def _show_new_of(self, task_id: int) -> None:
        """The line that was being written on this task, if one was."""
        if self._task_id is not None:
            self._drafts.release(self._place())
        self._task_id = task_id
        self.new.clear()
        self._drafts.watch(self._place(), self.new, lambda: bool(self.new.text()))

    def _place(self) -> str:
        return f"tasks/{self._task_id}/step"

    def box(self, number: int) -> QCheckBox:
        """The tick box of a line."""
        return self._boxes[number]

    def text(self, number: int) -> LineInput:
        return self._texts[number]

    def _row(self, number: int, step: Step) -> QWidget:
        box, text = QCheckBox(), _StepText(self._theme)
        box.setChecked(step.done_on is not None)
        box.setEnabled(self._state is not State.DROPPED)
        box.setAccessibleName(f"{step.text}: gjort")
        box.clicked.connect(lambda on: self._ways.tick(step, on))
        text.setProperty("compact", "true")
        text.setText(step.text)
        text.setCursorPosition(0)
        text.setAccessibleName(f"Linje {number + 1}")
        text.left.connect(lambda: self._written(step, text))
        text.moved.connect(partial(self._move, number))
        self._boxes.append(box)
        self._texts.append(text)
        return row_of(box, text, *self._buttons(number, step), stretch=1)

    def _buttons(self, number: int, step: Step) -> list[Button]:
        theme, look = self._theme, partial(Look, Kind.QUIET, compact=True)
        name = f"Flyt “{step.text}” op (Alt+↑)"
        up = Button(theme, "", partial(self._move, number, -1), look("arrow-up"), name)
        up.setEnabled(number > 0)
        remove = Button(theme, "", partial(self._remove, number), look("x"), f"Fjern “{step.text}”")
        return [up, remove]

    # changing

    def _kept(self) -> list[StepDraft]:
        return [StepDraft(step.text, step.id) for step in self._steps]

    def _written(self, step: Step, text: LineInput) -> None:
        """A line that has just given way to a new one tells that it is left, too."""
        typed = squeezed(text.text())
        if not typed:
            text.setText(step.text)
        elif typed != step.text and step in self._steps:
            changed = {step.id: StepDraft(typed, step.id)}
            self._ways.put([changed.get(each.id or 0, each) for each in self._kept()], "")

    def _move(self, number: int, step: int) -> None:
        drafts, to = self._kept(), number + step
        if 0 <= to < len(drafts):
            drafts.insert(to, drafts.pop(number))
            self._texts[to].setFocus()
            self._ways.put(drafts, "")

    def _remove(self, number: int) -> None:
        drafts = self._kept()
        gone = drafts.pop(number)
        self._ways.put(drafts, f"“{gone.text}” er fjernet")

    def _add(self) -> None:
        typed = squeezed(self.new.text())
        if typed and self._ways.put([*self._kept(), StepDraft(typed)], ""):
            self.new.clear()
            self._drafts.saved(self._place())
