"""What of the tasks waits on the leader: hers to do, hers to give (again), and hers to ask about."""

from datetime import date, timedelta
from typing import Final, Protocol

from dagleder.tasks import reading
from dagleder.tasks.departures import departures
from dagleder.tasks.lists import overdue
from dagleder.tasks.service import TasksService
from dagleder.tasks.task import Task
from ui.kit.rail import Waiting

TABLES: Final = reading.TABLES
"""Whose changes make the number another."""

_DAY: Final = timedelta(days=1)


class Services(Protocol):
    @property
    def tasks(self) -> TasksService | None: ...


def waiting(services: Services) -> Waiting:
    """Urgent where a deadline, or a day to follow up, has passed."""
    if services.tasks is None:
        return Waiting(0)
    today, tasks = services.tasks.today(), services.tasks.tasks()
    urgent = any(overdue(task, today) or _to_ask(task, today - _DAY) for task in tasks)
    return Waiting(sum(_waits(task, today) for task in tasks), urgent=urgent)


def _waits(task: Task, today: date) -> bool:
    given_up = any(departures(task, today))
    return task.own or task.unassigned or given_up or overdue(task, today) or _to_ask(task, today)


def _to_ask(task: Task, day: date) -> bool:
    """Whether a follow-up of that day, or from before, waits for its answer."""
    follow_up = task.next_follow_up
    return follow_up is not None and follow_up.day <= day
