"""What can be done with a task, each a step with its toast and 'Fortryd'. Nothing is asked: all can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import PersonDraft, StepDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.states import State
from dagleder.tasks.task import FollowUp, Step, Task
from ui.context import Context, ProblemPlace
from ui.tasks.services import TaskServices


class TaskDeeds:
    """Each is done with the task it is given."""

    def __init__(self, context: Context, services: TaskServices) -> None:
        self._context, self._tasks = context, services.tasks

    def turn(self, task: Task) -> None:
        """The tick before its title."""
        if task.ended:
            self.reopen(task)
        else:
            self.finish(task)

    def finish(self, task: Task) -> None:
        said = [f"{task.title} er færdig"]
        if task.repeat:
            said.append("Den næste er lagt")
        if task.next_follow_up:
            said.append(f"Opfølgningen {day_text(task.next_follow_up.day)} bortfalder")
        self._context.run(". ".join(said), partial(self._tasks.finish, task.id))

    def start(self, task: Task) -> None:
        self._context.run(f"{task.title} er i gang", partial(self._tasks.start, task.id))

    def drop(self, task: Task) -> None:
        if not why_not_end(task):
            no_more = " og gentages ikke mere" if task.repeat else ""
            self._context.run(f"{task.title} er droppet{no_more}", partial(self._tasks.drop, task.id))

    def reopen(self, task: Task) -> None:
        gone = ". Den næste er trukket tilbage" if self._tasks.untouched_next(task.id) else ""
        self._context.run(f"{task.title} er åben igen{gone}", partial(self._tasks.reopen, task.id))

    def remove(self, task: Task) -> None:
        self._context.run(f"{task.title} er slettet", partial(self._tasks.remove, task.id))

    def keep(self, task: Task) -> None:
        self._context.run(f"{task.title} er din egen", partial(self._tasks.keep, task.id))

    def take_back(self, task: Task) -> None:
        self._context.run(f"{task.title} er ikke fordelt", partial(self._tasks.take_back, task.id))

    # parts of it

    def put_steps(self, task: Task, steps: Sequence[StepDraft], said: str) -> bool:
        draft = replace(task.draft(), steps=tuple(steps))
        return self._context.run(said, partial(self._tasks.change, task.id, draft)).ok

    def tick(self, task: Task, step: Step, *, done: bool) -> None:
        self._context.run("", partial(self._tasks.tick, task.id, step.id, done=done))

    def put_people(self, task: Task, people: Sequence[PersonDraft], said: str) -> bool:
        """Without the last who had it, it is nobody's."""
        call = partial(self._tasks.give, task.id, people) if people else partial(self._tasks.take_back, task.id)
        return self._context.run(said, call).ok

    def put_needs(self, task: Task, needs: Sequence[Need]) -> None:
        self._context.run("", partial(self._tasks.change, task.id, replace(task.draft(), needs=tuple(needs))))

    def ask_on(self, task: Task, day: date, text: str, at: ProblemPlace) -> bool:
        said = f"Der er lagt opfølgning {day_text(day)}"
        return self._context.run(said, partial(self._tasks.follow_up, task.id, day, text), at).ok

    def answer(self, task: Task, follow_up: FollowUp, answer: str) -> None:
        call = partial(self._tasks.answer_follow_up, task.id, follow_up.id, answer)
        if self._context.run("Opfølgningen er noteret", call).ok:
            self._context.drafts.saved(f"tasks/{task.id}/answer-{follow_up.id}")

    def open_origin(self, task: Task) -> None:
        """What it comes from, where that is a record of another page."""
        try:
            self._context.open(task.origin.feature, task.origin.id)
        except UserProblem as problem:
            self._context.messages.problem(problem)


def why_not_end(task: Task) -> str:
    """The reason it can neither be finished nor dropped, or ''."""
    return "Opgaven er allerede afsluttet." if task.ended else ""


def why_not_start(task: Task) -> str:
    if task.state is State.STARTED:
        return "Opgaven er allerede i gang."
    return why_not_end(task)


def why_not_reopen(task: Task) -> str:
    return "" if task.ended else "Opgaven er åben."


def why_not_keep(task: Task) -> str:
    return task.why_kept or ("Du har den allerede selv." if task.own else "")


def why_not_take_back(task: Task) -> str:
    return task.why_kept or ("Ingen har den." if task.unassigned else "")
