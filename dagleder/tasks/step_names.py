"""What the leader reads in 'Fortryd: …' after a change to a task."""

from dagleder.base.text import and_list
from dagleder.tasks.states import State
from dagleder.tasks.task import Step, Task

STATE_STEPS = {
    State.OPEN: "Genåbn {}",
    State.STARTED: "Begynd på {}",
    State.DONE: "Færdig: {}",
    State.DROPPED: "Drop {}",
}


def given_name(title: str, called: list[str]) -> str:
    """'Giv Legepladseftersyn til Otto'."""
    return f"Giv {title} til {and_list(called)}"


def tick_name(task: Task, step: Step, *, done: bool) -> str:
    """'Afkryds “Bestil sand” i Legepladseftersyn'."""
    return f"{'Afkryds' if done else 'Fjern kryds ved'} “{step.text}” i {task.title}"
