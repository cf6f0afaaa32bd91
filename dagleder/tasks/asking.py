"""What a task asks of whoever is to have it, and the time it is to be done in. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.competence.facts import Facts
from dagleder.tasks.kinds import Kind, Weights
from dagleder.tasks.needs import Need
from dagleder.tasks.task import Task

WITHOUT_DEADLINE: Final = timedelta(days=27)
"""How far ahead absence is looked at where the deadline is none, or past: four weeks."""

LONGEST: Final = timedelta(days=365)
"""How much of a task's time absence is looked at for, from its first day."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One task as the criteria see it. `held_on`: the day on which whoever has it must meet the needs: its deadline.

    `first`–`last` is the time that absence is looked at for.
    `added_on` is the day it came up: a goal that has been reached since then counts as it did then.
    `owners` have it now: no value looks at that, only who goes on with it where somebody learns along.
    """

    task_id: int
    title: str
    kind: Kind | None
    team_id: int | None
    subject: str
    needs: tuple[Need, ...]
    first: date
    last: date
    held_on: date
    added_on: date
    weights: Weights
    owners: frozenset[int] = frozenset()

    @property
    def kind_id(self) -> int | None:
        return self.kind.id if self.kind else None

    def allows(self, role: str) -> bool:
        return self.kind is None or self.kind.allows(role)


def ask_of(task: Task, today: date, facts: Facts, weights: Weights | None = None) -> Ask:
    """A competence that is switched off is asked of nobody, nor is a stue that is no more when the task begins.

    A certificate must hold until the deadline, or the last day of the task's period; without one (or past it) today.
    """
    first, last = time_of(task, today)
    return Ask(
        task_id=task.id,
        title=task.title,
        kind=task.kind,
        team_id=task.team_id if task.team_id in {team.id for team in facts.teams if team.is_open(first)} else None,
        subject=task.theme or task.title,
        needs=tuple(need for need in task.needs if need.competence_id in facts.competences),
        first=first,
        last=last,
        held_on=task.due if task.due and task.due >= first else first,
        added_on=task.added_on,
        weights=weights or (task.kind.weights if task.kind else Weights()),
        owners=frozenset(person.employee_id for person in task.owners),
    )


def time_of(task: Task, today: date) -> tuple[date, date]:
    """From its first day (today, where that is past or not told) to its deadline; a year of it at the most."""
    first = max(task.first or today, today)
    last = task.due if task.due and task.due >= first else first + WITHOUT_DEADLINE
    return first, min(last, first + LONGEST)
