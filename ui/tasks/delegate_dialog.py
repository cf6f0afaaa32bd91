"""'Uddelegér': whom a task could go to by the four criteria, and the leader's choice. Nothing is chosen for her."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import day_text, hours_words
from dagleder.base.errors import UserProblem
from dagleder.base.text import and_list, capitalised
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.kinds import Kind, KindDraft, Weights
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Pointed, Suggestion
from dagleder.tasks.task import Task
from ui.context import Context
from ui.kit.dialog import Dialog
from ui.kit.line import Line
from ui.tasks.asked_side import AskedSide, AskedWays
from ui.tasks.candidate_list import CandidateList
from ui.tasks.choice import Choice
from ui.tasks.choice_draft import ChoiceDraft, choice_draft
from ui.tasks.directions_bar import DirectionsBar
from ui.tasks.give_foot import FootWays, GiveFoot, ReasonBar
from ui.tasks.services import TaskServices
from ui.tasks.task_form import Choices

SIZE = QSize(1200, 780)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DIRECTIONS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), Direction, strict=True))


class DelegateDialog(Dialog):
    """Arrows choose among the candidates, 1–3 a direction, Ctrl+Enter gives; Esc keeps choice and reason for later."""

    def __init__(self, context: Context, services: TaskServices, task: Task, window: QWidget) -> None:
        super().__init__(context.theme, window, "Uddelegér", SIZE)
        self._context, self._services, self._task = context, services, task
        self._place = f"tasks/{task.id}/delegation"
        kept = choice_draft(context.drafts.noted(self._place))
        self._stays = kept is not None
        self._weights = kept.weights if kept else task.kind.weights if task.kind else Weights()
        self._initials = {row.id: row.initials for row in services.staff.staff_list()}
        self.suggestion: Suggestion = services.delegation.suggest(task.id, self._weights)
        self.choice = kept.choice if kept else Choice()
        theme = context.theme
        self.asked = AskedSide(theme, AskedWays(self._put_task, self._put_kind, self._weigh))
        self.directions = DirectionsBar(theme)
        self.list = CandidateList(theme)
        self.reason = ReasonBar(context)
        self.foot = GiveFoot(context, FootWays(self.give, self.reject))
        self.begin_at(self.list)
        self._build()
        self._connect()
        self.reason.begin(self._place, kept.mandate if kept else task.mandate, kept.told if kept else {})
        self._show_task()
        self._show_suggestion()

    def _build(self) -> None:
        right, sides = QVBoxLayout(), QHBoxLayout()
        right.setSpacing(0)
        for part in (self.directions, Line(), self.list, Line(), self.reason):
            right.addWidget(part, int(part is self.list))
        sides.setSpacing(0)
        sides.addWidget(self.asked)
        sides.addLayout(right, 1)
        self.column.addLayout(sides, 1)
        self.column.addWidget(self.foot)

    def _connect(self) -> None:
        view = self.list.view
        view.chosen.connect(lambda who: self._take(self.choice.of(who)))
        view.learns.connect(lambda who: self._take(self.choice.with_learner(who)))
        self.foot.also.connect(lambda who: self._take(self.choice.with_other(who)))
        self.directions.picked.connect(self._go)
        self.reason.touched.connect(self._keep)
        self._context.changed.connect(self._moved)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
        elif event.key() in _DIRECTIONS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.directions.pick(_DIRECTIONS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # what is shown

    def _show_task(self) -> None:
        task, services = self._task, self._services
        self.show_title(f"Uddelegér: {task.title}", " · ".join(filter(None, (about(task), has_it(task)))))
        choices = Choices(services.tasks.kinds(), services.settings.open_teams())
        self.asked.show_task(task, choices, services.competence.competences())
        self.asked.weights.show_weights(self._weights)

    def _show_suggestion(self) -> None:
        suggestion = self.suggestion
        people: list[Candidate | LeftOut] = [*suggestion.candidates, *suggestion.left_out]
        names = {each.employee_id: each.name for each in people}
        self.directions.show_directions(suggestion.directions, names)
        self.list.show_suggestion(suggestion, self._initials)
        self._choose(self.choice.still(suggestion))

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.list.mark(choice)
        self.directions.mark(choice.direction)
        self.reason.explain(choice.explanations(self.suggestion))
        self.foot.show_choice(choice, self.suggestion)
        self.foot.show_leaving(self._leaving())
        self.foot.show_staying(stays=self._stays)

    def _take(self, choice: Choice) -> None:
        """What she chooses herself."""
        self._choose(choice)
        self._keep()

    def _go(self, pointed: Pointed) -> None:
        """Both are marked; the one it points to is the one she looks at."""
        self._take(self.choice.towards(pointed))
        self.list.look_at(pointed.employee_id)

    def _keep(self) -> None:
        """For the next time, if she is interrupted: it may be long until then."""
        self._stays = True
        told = self.choice.explanations(self.suggestion)
        kept = ChoiceDraft(self.choice, self.reason.mandate, self._weights, told)
        self._context.drafts.note(self._place, kept.text())
        self.reason.show_problem("")
        self.foot.show_staying(stays=True)

    # what is changed

    def _weigh(self, weights: Weights) -> None:
        """The order follows at once."""
        self._weights = weights
        self._suggest()
        self._keep()

    def _suggest(self) -> None:
        self.suggestion = self._services.delegation.suggest(self._task.id, self._weights)
        self._show_suggestion()

    def _put_task(self, draft: TaskDraft) -> None:
        self._change(partial(self._services.tasks.change, self._task.id, draft))

    def _put_kind(self, kind: Kind, draft: KindDraft) -> None:
        self._change(partial(self._services.tasks.change_kind, kind.id, draft))

    def _change(self, call: Callable[[], None]) -> None:
        self.reason.show_problem("")
        if self._context.run("", call, self).ok:
            self._stays = True
            self.foot.show_staying(stays=True)
        else:
            self._show_task()

    def _moved(self, tables: frozenset[str]) -> None:
        """Something of the house has changed, here or elsewhere."""
        if self._services.delegation.tables.isdisjoint(tables) or not self.isVisible():
            return
        try:
            self._read()
        except UserProblem:  # the task is gone
            self.reject()

    def _read(self) -> None:
        kind = self._task.kind.id if self._task.kind else None
        self._task = self._services.tasks.task(self._task.id)
        now = self._task.kind
        if now is not None and now.id != kind:
            self._weights = now.weights
        self._show_task()
        self._suggest()

    # giving

    def give(self) -> None:
        called = self.choice.called(self.suggestion)
        if not called:
            return
        if other := self.choice.spoken_of(self.suggestion, self.reason.reason):
            self.reason.show_problem(f"Begrundelsen siger, at du har valgt {other}. Ret den, før du giver opgaven.")
            return
        draft = self.choice.draft(self.suggestion, self.reason.text, self.reason.mandate)
        call = partial(self._services.delegation.delegate, draft)
        if self._context.run(f"{self._task.title} er givet til {called}{self._no_longer()}", call, self).ok:
            self._end(given=True)
            self.accept()

    def _no_longer(self) -> str:
        leaving = self._leaving()
        return f". {and_list(leaving)} har den ikke længere" if leaving else ""

    def _leaving(self) -> list[str]:
        """Who gives it up by this: nobody is to find out by herself."""
        if not self.choice.owners:
            return []
        return [each.called for each in self._task.owners if each.employee_id not in self.choice.owners]

    def show_problem(self, problem: UserProblem) -> bool:
        """Whatever is wrong is said beside the reason, where the button is."""
        self.reason.show_problem(problem.sentence)
        return True

    def reject(self) -> None:
        if self.isVisible():
            self._end(given=False)
        super().reject()

    def _end(self, *, given: bool) -> None:
        self._context.changed.disconnect(self._moved)
        self.reason.end(given=given)
        self.deleteLater()


def about(task: Task) -> str:
    """'Kommer fra: Personalemøde 24. februar · 2 timer om ugen · frist 1. april'."""
    hours = f"{hours_words(task.minutes)}{' om ugen' if task.weekly else ''}" if task.minutes else ""
    origin = f"Kommer fra: {task.origin.text}" if task.origin.text else ""
    due = f"frist {day_text(task.due)}" if task.due else "uden frist"
    return capitalised(" · ".join(part for part in (origin, hours, due) if part))


def has_it(task: Task) -> str:
    """'Dorte, Birthe og Thea har den nu'; the leader too, by being told that it is hers."""
    if task.owners:
        return f"{and_list([each.called for each in task.owners])} har den nu"
    return "du har den nu" if task.own else ""
