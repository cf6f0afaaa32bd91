"""Whom and what a task has lost: somebody who has left it or will before its deadline, a stue that is closed. Pure."""

from collections.abc import Iterator
from datetime import date

from dagleder.base.dates import day_text
from dagleder.tasks.states import PART_NAMES, Part
from dagleder.tasks.task import Task, TaskPerson


def departures(task: Task, today: date) -> Iterator[str]:
    """A sentence for each; of a task that ended nothing is missing."""
    if task.ended:
        return
    for person in task.people:
        if person.left(today):
            yield _left(person, today)
        elif person.last_day and task.due and person.last_day < task.due:
            yield f"{_named(person)} stopper {_day(person.last_day, today)}, før fristen."
    closed = task.team_closed_on
    if closed is not None and closed <= max(task.due or today, today):
        yield f"{task.team_name} er lukket fra {_day(closed, today)}."


def _left(person: TaskPerson, today: date) -> str:
    told = f"{_named(person)} er stoppet {_day(person.last_day or today, today)}."
    return f"{told} Vælg, hvem der tager over." if person.part is Part.OWNER else told


def _named(person: TaskPerson) -> str:
    """With her part, where she isn't the one who has it."""
    return person.called if person.part is Part.OWNER else f"{person.called} ({PART_NAMES[person.part]})"


def _day(day: date, today: date) -> str:
    return day_text(day, year=day.year != today.year)
