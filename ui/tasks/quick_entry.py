"""The line a task is written in: what, who and when, read as it is typed."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import WORKDAYS, day_text, weekday_text
from dagleder.base.errors import UserProblem
from dagleder.base.text import and_list, squeezed
from dagleder.tasks.quick import QuickTask
from dagleder.tasks.quick_doubts import Answer
from dagleder.tasks.states import MANDATE_NAMES
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line_input import LineInput
from ui.kit.side_panel import emptied
from ui.theme.theme import Theme

PLACEHOLDER = "Ny opgave"
HOW = "Skriv hvad, @hvem, #stue og hvornår: Legepladseftersyn @ok fre. Enter opretter opgaven."
DRAFT = "tasks/0/quick"
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
Read = Callable[[str], QuickTask]


class _Line(LineInput):
    """Esc empties it first; ↓ goes to the list."""

    to_list = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.to_list.emit()
        else:
            super().keyPressEvent(event)


class _AnswerButton(Button):
    """One thing that may be meant: arrows go among them and up to the line again, Enter takes it."""

    def __init__(self, theme: Theme, name: str, choose: Callable[[], None]) -> None:
        super().__init__(theme, name, choose, Look(Kind.LINK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _STEPS:
            self._go(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Escape}:
            entry = self.parentWidget()
            if entry is not None:
                entry.setFocus()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        entry = self.parentWidget()
        if isinstance(entry, QuickEntry):
            answers = entry.answers
            answers[(answers.index(self) + step) % len(answers)].setFocus(Qt.FocusReason.TabFocusReason)


class QuickEntry(QWidget):
    """`entered` gives the text when Enter is pressed; whoever makes the task of it calls `made`."""

    entered = Signal(str)
    to_list = Signal()

    def __init__(self, context: Context, read: Read) -> None:
        super().__init__()
        self._context, self._read = context, read
        self._names: tuple[Mapping[int, str], Mapping[int, str]] = ({}, {})
        self.line = _Line(context.theme)
        self.line.setPlaceholderText(PLACEHOLDER)
        self.line.setAccessibleName("Ny opgave")
        self.line.setAccessibleDescription(HOW)
        self.setFocusProxy(self.line)
        self._said = Label(HOW, "small", "text2")
        self._answers = QHBoxLayout()
        self._answers.setSpacing(4)
        self._build()
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self._enter)
        self.line.to_list.connect(self._down)

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(11, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._said)
        below.addLayout(self._answers)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(below)

    def watch(self) -> None:
        """What is typed and not entered yet outlives a crash."""
        self._context.drafts.watch(DRAFT, self.line)

    def know(self, people: Mapping[int, str], teams: Mapping[int, str]) -> None:
        """What people and stuer are called."""
        self._names = (people, teams)
        self._show(self.line.text())

    def made(self) -> None:
        """The task is there; ready for the next."""
        self.line.clear()
        self._context.drafts.saved(DRAFT)

    def show_problem(self, problem: UserProblem) -> bool:
        """Why no task was made of it; the text stays."""
        self._say(problem.sentence, "danger")
        return True

    @property
    def said(self) -> str:
        """What stands under the line: how it was understood."""
        return self._said.text()

    @property
    def answers(self) -> list[Button]:
        """What to choose among, where it is asked who, which stue or which day is meant."""
        items = (self._answers.itemAt(number) for number in range(self._answers.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), Button)]

    def _enter(self) -> None:
        text = self.line.text().strip()
        if self.answers:
            self.answers[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif text:
            self.entered.emit(text)

    def _down(self) -> None:
        if self.answers:
            self._enter()
        else:
            self.to_list.emit()

    def _show(self, text: str) -> None:
        emptied(self._answers)
        read = self._read(text) if text.strip() else None
        if read is None:
            self._say(HOW)
            return
        unclear = read.doubt or read.note
        said = told(read, *self._names, self._context.clock.today())
        said = f"“{read.title}” · {said}" if said else "Uden frist og ikke fordelt"
        if read.doubt:
            self._say(read.doubt.asked, "warn")
        else:
            self._say(f"{said} · {read.note.asked}" if read.note else said, "warn" if read.note else "text2")
        for answer in unclear.answers if unclear else ():
            self._answers.addWidget(_AnswerButton(self._context.theme, answer.name, partial(self._choose, answer)))
        for before, after in pairwise((self.line, *self.answers)):
            self.setTabOrder(before, after)

    def _say(self, text: str, tone: str = "text2") -> None:
        self._said.setText(text)
        self._said.set_tone(tone)

    def _choose(self, answer: Answer) -> None:
        """The line as it reads with that answer; where it stays as it is, that is what is wanted."""
        before = squeezed(self.line.text())
        self.line.setFocus()
        if answer.line == before:
            self.entered.emit(before)
        else:
            self.line.setText(answer.line)


def told(read: QuickTask, people: Mapping[int, str], teams: Mapping[int, str], today: date) -> str:
    """'fredag 27. november · hver uge · Otto Kærvig · Egernet · beslut'; '' where the line is a title and nothing else.

    The year is told where it is another, and that the house is closed where the weekday does not tell it.
    """
    when = f"{weekday_text(read.due)} {day_text(read.due, year=read.due.year != today.year)}" if read.due else ""
    closed = f"det er {read.closed}" if read.closed and read.due and read.due.weekday() < WORKDAYS else ""
    again = read.repeat.text if read.repeat else ""
    who = and_list([people.get(each, "") for each in read.employee_ids]) if read.employee_ids else ""
    mandate = MANDATE_NAMES[read.mandate] if read.mandate else ""
    team = teams.get(read.team_id, "") if read.team_id is not None else ""
    return " · ".join(part for part in (when, closed, again, "dig selv" if read.own else who, team, mandate) if part)
