"""What tasks say in the places that staff declares: the card on somebody's page, and what a leaver leaves behind."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.text import plural
from dagleder.staff.places import Card, CardLine, Consequence, Mark
from dagleder.storage.database import Database
from dagleder.tasks import reading
from dagleder.tasks.lists import due_text
from dagleder.tasks.states import PART_NAMES, STATE_NAMES, Part
from dagleder.tasks.task import Task

_MOST_LINES: Final = 5


class TasksAboutPerson:
    """The tasks somebody has a part in and that are still to be done, for her page."""

    tables: Final = reading.TABLES

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def marks(self, day: date) -> Mapping[int, Mark]:  # noqa: ARG002 -- a task is no standing of anybody's
        return {}

    def card(self, employee_id: int) -> Card:
        today = self._clock.today()
        with self._database.reading() as session:
            hers = reading.tasks_of(session, employee_id)
        lines = [_line(task, employee_id, today) for task in hers[:_MOST_LINES]]
        if len(hers) > _MOST_LINES:
            lines.append(CardLine(f"og {plural(len(hers) - _MOST_LINES, 'opgave', 'opgaver')} mere"))
        return Card("Opgaver", tuple(lines), "Ingen opgaver lige nu.")


def _line(task: Task, employee_id: int, today: date) -> CardLine:
    parts = (due_text(task, today) or STATE_NAMES[task.state], _part(task, employee_id))
    return CardLine(task.title, " · ".join(part for part in parts if part), ("tasks", task.id))


def _part(task: Task, employee_id: int) -> str:
    """What she does with it, where she isn't the one who has it."""
    part = next(person.part for person in task.people if person.employee_id == employee_id)
    return "" if part is Part.OWNER else PART_NAMES[part]


class TasksAtLeaving:
    """The tasks somebody leaves behind."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:
        """But for those due by her last day, which she can still do."""
        today = self._clock.today()
        with self._database.reading() as session:
            hers = reading.tasks_of(session, employee_id)
        left = [task for task in hers if task.due is None or task.repeat or not today <= task.due <= last_day]
        if not left:
            return ()
        alone = sum([person.employee_id for person in task.owners] == [employee_id] for task in left)
        told = f"Er med i {plural(len(left), 'opgave, der ikke er færdig', 'opgaver, der ikke er færdige')}."
        if alone:
            which = "Den" if len(left) == 1 else f"{alone} af dem"
            told += f" {which} har ingen anden ansvarlig. Vælg selv, hvem der tager over."
        return (Consequence("Opgaver", told, ("tasks", left[0].id)),)
