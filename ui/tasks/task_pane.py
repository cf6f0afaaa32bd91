"""The panel beside the list: one task as it stands, changed where it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dagleder.base.findings import Finding
from dagleder.base.text import capitalised
from dagleder.competence.facts import Competence
from dagleder.tasks.delegation import Delegated
from dagleder.tasks.drafts import PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.kinds import usual_level
from dagleder.tasks.lists import due_text, progress_text
from dagleder.tasks.needs import Need
from dagleder.tasks.states import State
from dagleder.tasks.task import FollowUp, Step, Task
from ui.context import Context
from ui.kit.action_foot import ActionFoot
from ui.kit.actions import Action
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import Chip
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.kit.rolling import Rolling, stacked
from ui.kit.side_panel import emptied
from ui.settings.asked_needs import NeedsEditor
from ui.tasks.checklist import Checklist, StepWays
from ui.tasks.deeds import TaskDeeds
from ui.tasks.follow_ups import FollowUps
from ui.tasks.given import GivenPart
from ui.tasks.part import PanelPart
from ui.tasks.people_part import PeoplePart
from ui.tasks.task_form import Choices, TaskForm
from ui.tasks.task_lines import due_mark

_SIDE = 16


@dataclass(frozen=True)
class TaskView:
    """All that is shown of a task."""

    task: Task
    choices: Choices
    staff: Mapping[int, str]
    competences: Sequence[Competence]
    given: Sequence[Delegated]
    notes: Sequence[Finding] = ()


@dataclass(frozen=True)
class PaneWays:
    """What the pane leads to; `why` is the paper about a delegation."""

    change: Callable[[int, TaskDraft], None]
    deeds: TaskDeeds
    why: Callable[[Delegated], None]
    origin: Action
    giving: Sequence[Action]
    foot: Sequence[Action]
    more: Sequence[Action]


class TaskPane(QFrame):
    """Kept while tasks are shown one after the other, so that the keyboard stays in its field."""

    closed = Signal()  # × or Esc

    def __init__(self, context: Context, ways: PaneWays) -> None:
        super().__init__()
        self._context, self._ways = context, ways
        self._task: Task | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName("Opgave")
        theme = context.theme
        self._title, self._chips, self._notes = Label("", "h2", wrap=True), QHBoxLayout(), QVBoxLayout()
        self.form = TaskForm(context, ways.change)
        self.checklist = Checklist(context, StepWays(self._put_steps, self._tick))
        self.people = PeoplePart(context, self._put_people, ways.giving)
        self.needs = NeedsEditor(theme)
        self.follow_ups = FollowUps(context, self._ask_on, self._answer)
        self.given = GivenPart(context, ways.why)
        self._origin = Button(theme, "", ways.origin.run, Look(Kind.LINK))
        self._foot = ActionFoot(theme, ways.foot)
        self._scroll = Rolling()
        self.needs.changed.connect(self._put_needs)
        self._build()

    @property
    def shown(self) -> Task | None:
        return self._task

    def show_view(self, view: TaskView) -> None:
        task = view.task
        if self._task is not None and self._task.id != task.id:
            self.form.leave()
            self._scroll.verticalScrollBar().setValue(0)
        self._task = task
        self.setAccessibleName(task.title)
        self._title.setText(task.title)
        self._show_chips(task)
        self._show_notes(view.notes)
        self._origin.setText(f"Kommer fra: {task.origin.text}".replace("&", "&&"))
        self._origin.setVisible(not self._ways.origin.why_not())
        self.form.show_task(task, view.choices)
        self.checklist.show_task(task)
        self.people.show_task(task, view.staff)
        self.needs.show_needs(task.needs, view.competences, usual_level(task.kind))
        self.follow_ups.show_task(task)
        self.given.show_given(view.given)
        self._foot.renew()

    def forget(self) -> None:
        """The task is gone."""
        self._task = None
        self.form.forget()

    def go_to_answer(self, follow_up_id: int) -> None:
        """Where what she was told is written."""
        line = self.follow_ups.answer(follow_up_id)
        if line is not None:
            line.setFocus()
            QTimer.singleShot(0, line, lambda: self._scroll.ensureWidgetVisible(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # what is changed of the task that is shown

    def _put_steps(self, steps: Sequence[StepDraft], said: str) -> bool:
        return self._task is not None and self._ways.deeds.put_steps(self._task, steps, said)

    def _tick(self, step: Step, done: bool) -> None:  # noqa: FBT001 -- Qt's 'clicked' carries it
        if self._task is not None:
            self._ways.deeds.tick(self._task, step, done=done)

    def _put_people(self, people: Sequence[PersonDraft], said: str) -> bool:
        return self._task is not None and self._ways.deeds.put_people(self._task, people, said)

    def _put_needs(self, needs: Sequence[Need]) -> None:
        if self._task is not None:
            self._ways.deeds.put_needs(self._task, needs)

    def _ask_on(self, day: date, text: str) -> bool:
        return self._task is not None and self._ways.deeds.ask_on(self._task, day, text, self.follow_ups)

    def _answer(self, follow_up: FollowUp, answer: str) -> None:
        if self._task is not None:
            self._ways.deeds.answer(self._task, follow_up, answer)

    # building

    def _build(self) -> None:
        self._scroll.setWidget(self._body())
        stacked(self, self._head(), Line(), self._scroll, self._foot, edge=1)

    def _head(self) -> QWidget:
        head, top = QWidget(), QHBoxLayout()
        column = QVBoxLayout(head)
        column.setContentsMargins(_SIDE, 10, 8, 10)
        column.setSpacing(6)
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        top.addWidget(self._more(), 0, Qt.AlignmentFlag.AlignTop)
        close = Button(self._context.theme, "", self.closed.emit, Look(Kind.QUIET, "x", compact=True), "Luk (Esc)")
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._chips.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._chips)
        column.addLayout(self._notes)
        column.addWidget(self._origin, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _more(self) -> Button:
        more = Button(self._context.theme, "", None, Look(Kind.QUIET, "ellipsis", compact=True), "Mere om opgaven")
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        more.setMenu(menu)
        return more

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for action in self._ways.more:
            if not action.why_not():
                icon = self._context.theme.icon(action.icon)
                shown = menu.addAction(icon, action.shown_name().replace("&", "&&"))
                shown.triggered.connect(lambda _checked=False, run=action.run: run())

    def _body(self) -> QWidget:
        body, needs = QWidget(), PanelPart("Kræver")
        needs.column.addWidget(self.needs)
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 12, _SIDE, 16)
        column.setSpacing(18)
        for part in (self.people, self.given, self.checklist, self.form, needs, self.follow_ups):
            column.addWidget(part)
        column.addStretch(1)
        return body

    def _show_notes(self, notes: Sequence[Finding]) -> None:
        rows = emptied(self._notes)
        for number, note in enumerate(notes):
            rows.addWidget(
                NoteBar(self._context.theme, Note(str(number), note.level, note.text, closable=False), flat=True)
            )

    def _show_chips(self, task: Task) -> None:
        theme, today = self._context.theme, self._context.clock.today()
        mark, due = due_mark(task, today), due_text(task, today)
        chips = emptied(self._chips)
        chips.addWidget(Chip(theme, capitalised(progress_text(task)), "ok" if task.state is State.DONE else "plain"))
        if due and not task.ended:
            chips.addWidget(Chip(theme, due, mark.tone if mark else "outline", mark.icon if mark else "calendar"))
        chips.addStretch(1)
