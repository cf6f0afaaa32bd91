"""One value in a row of others, such as a clock time in a week: its label and its sentence stand elsewhere."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dagleder.base.dates import DAY_MINUTES
from dagleder.base.errors import UserProblem
from ui.kit.fields import Field, FieldKind, read, shown
from ui.kit.line_input import LineInput, Trouble
from ui.kit.tip import plain_tip
from ui.theme.theme import Theme

_STEP = 15  # minutes
_STEPS = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}


class ValueInput(LineInput):
    """Reads a field by itself when it is left: `taken` gives a new value, `refused` the UserProblem.

    What cannot be read keeps its text and a red edge; Esc takes it back. In a clock time ↑ and ↓ go a quarter
    of an hour.
    """

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, theme: Theme, field: Field, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._field = field
        self._today = today
        self._value: object = field.empty
        self._problem: UserProblem | None = None
        self.setAccessibleName(field.label)
        self.set_centred()
        self.left.connect(self._read)

    @property
    def value(self) -> object:
        """The last value that was shown or taken."""
        return self._value

    @property
    def problem(self) -> UserProblem | None:
        """Why what stands there is not taken."""
        return self._problem

    def show_value(self, value: object) -> None:
        self._value = value
        self.show_raw(shown(self._field, value))
        self.show_problem(None)

    def show_problem(self, problem: UserProblem | None) -> None:
        """A red edge, also for what is wrong with several values together; None takes it away."""
        self._problem = problem
        self.set_trouble(Trouble.PROBLEM if problem else Trouble.NONE)
        self.setAccessibleDescription(problem.sentence if problem else "")
        self.setToolTip(plain_tip(problem.sentence if problem else ""))

    def _read(self) -> None:
        try:
            value = read(self._field, self.text(), self._today())
        except UserProblem as problem:
            self.show_problem(problem)
            self.refused.emit(problem)
            return
        new = value != self._value
        self.show_value(value)
        if new:
            self.taken.emit(value)

    # keys

    def event(self, event: QEvent) -> bool:
        # Esc belongs to the field while there is something to take back.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key())) if self._field.kind is FieldKind.CLOCK else None
        if self._takes_back(event):
            self.show_value(self._value)
        elif step is not None and isinstance(self._value, int):
            self.show_raw(shown(self._field, _next_quarter(self._value, step)))
            self._read()
        else:
            super().keyPressEvent(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.text() != shown(self._field, self._value)


def _next_quarter(minute: int, step: int) -> int:
    """8.32 goes to 8.45 upwards and to 8.30 downwards."""
    whole = minute // _STEP * _STEP
    after = whole + _STEP if step > 0 else whole if whole < minute else whole - _STEP
    return min(max(after, 0), DAY_MINUTES)
