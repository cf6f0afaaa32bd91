"""What of the tasks waits on the leader: hers to do, hers to give, and hers to ask about."""

from typing import Protocol

from dagleder.tasks.lists import overdue
from dagleder.tasks.service import TasksService
from dagleder.tasks.task import Task
from ui.kit.rail import Waiting


class Services(Protocol):
    @property
    def tasks(self) -> TasksService | None: ...


def waiting(services: Services) -> Waiting:
    """Urgent where a deadline, or a day to follow up, has passed."""
    if services.tasks is None:
        return Waiting(0)
    today, tasks = services.tasks.today(), services.tasks.tasks()

    def waits(task: Task) -> bool:
        follow_up = task.next_follow_up
        asked = follow_up is not None and follow_up.day <= today
        return task.own or task.unassigned or asked or overdue(task, today)

    return Waiting(sum(map(waits, tasks)), urgent=any(overdue(task, today) for task in tasks))
