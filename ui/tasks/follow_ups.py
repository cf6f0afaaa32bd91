"""The days on which the leader asks how a task goes, and what she was told."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.tasks.states import State
from dagleder.tasks.task import FollowUp, Task
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.kit.label import Label
from ui.kit.line_input import LineInput
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.side_panel import emptied
from ui.tasks.part import PanelPart, row_of

_FIELDS = (
    Field("day", "Dag", FieldKind.COMING_DATE, "Vælg en dag.", span=6),
    Field("text", "Hvad vil du spørge om", span=12),
)
_USUAL = timedelta(days=14)
Ask = Callable[[date, str], bool]
Answer = Callable[[FollowUp, str], None]


class FollowUps(PanelPart):
    """`ask` lays a day, `answer` keeps what was told."""

    def __init__(self, context: Context, ask: Ask, answer: Answer) -> None:
        super().__init__("Opfølgning")
        self._context, self._ask, self._answer = context, ask, answer
        self._shown: tuple[FollowUp, ...] | None = None
        self._task_id: int | None = None
        theme = context.theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._answers: dict[int, LineInput] = {}
        self.form = Form(theme, _FIELDS, today=context.clock.today)
        self.form.entered.connect(self._lay)
        self._drafts = FormDrafts(
            context.drafts, self.form, lambda key: f"tasks/{self._task_id}/ask-{key}", stored=lambda: False
        )
        self.open = Button(theme, "Ny opfølgning", self._open, Look(Kind.TEXT, "calendar-plus", compact=True))
        self.lay = Button(theme, "Læg opfølgning", self._lay, Look(icon="check", compact=True))
        self.head.addWidget(self.open)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.form)
        self.column.addWidget(row_of(self.lay))
        self._show_form(shown=False)

    def show_task(self, task: Task) -> None:
        other = task.id != self._task_id
        if other:
            self._drafts.release()
            self._task_id = task.id
            self._show_form(shown=False)
            if self._drafts.watch():
                self._unfold(shown=True)
        self.open.setEnabled(task.state is not State.DROPPED)
        if not other and task.follow_ups == self._shown:
            return
        self._shown = task.follow_ups
        rows = emptied(self._rows)
        self._answers = {}
        for follow_up in task.follow_ups:
            rows.addWidget(self._row(follow_up))

    def answer(self, follow_up_id: int) -> LineInput | None:
        """The line her answer is written in."""
        return self._answers.get(follow_up_id)

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def _row(self, follow_up: FollowUp) -> QWidget:
        said, row = SentenceLine(self._context.theme), QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(said)
        said.show_sentence(self._sentence(follow_up))
        if follow_up.answer:
            column.addWidget(Label(follow_up.answer, "table", "text2", wrap=True))
        if follow_up.done_on is None:
            column.addWidget(self._line(follow_up))
        return row

    def _sentence(self, follow_up: FollowUp) -> Sentence:
        today = self._context.clock.today()
        about = f": {follow_up.text}" if follow_up.text else ""
        if follow_up.done_on is not None:
            return Sentence(f"Fulgt op {day_text(follow_up.done_on)}{about}", "ok", "check", bold=False)
        late = follow_up.day <= today
        return Sentence(
            f"Følg op {day_text(follow_up.day)}{about}",
            "warn" if late else "text",
            "clock-alert" if late else "calendar",
            bold=False,
        )

    def _line(self, follow_up: FollowUp) -> QWidget:
        line = LineInput(self._context.theme)
        line.setProperty("compact", "true")
        line.setPlaceholderText("Hvad fik du at vide?")
        line.setAccessibleName(f"Svar på opfølgning {day_text(follow_up.day)}")
        line.returnPressed.connect(lambda: self._answer(follow_up, line.text()))
        self._context.drafts.watch(f"tasks/{self._task_id}/answer-{follow_up.id}", line)
        self._answers[follow_up.id] = line
        done = Button(
            self._context.theme,
            "Fulgt op",
            lambda: self._answer(follow_up, line.text()),
            Look(icon="check", compact=True),
        )
        return row_of(line, done, stretch=0)

    # a new one

    def _open(self) -> None:
        self._show_form(shown=True)
        self.form.frame("day").control.setFocus()

    def _show_form(self, *, shown: bool) -> None:
        values: Mapping[str, object] = {"day": self._context.clock.today() + _USUAL}
        self.form.load(values)
        self._unfold(shown=shown)

    def _unfold(self, *, shown: bool) -> None:
        for part in (self.form, self.lay):
            part.setVisible(shown)
        self.open.setVisible(not shown)

    def _lay(self) -> None:
        values = self.form.read_all()
        if values is not None and isinstance(day := values["day"], date) and self._ask(day, str(values["text"])):
            self._show_form(shown=False)
            self._drafts.drop()  # with the day that stands there again
            self.open.setFocus()
