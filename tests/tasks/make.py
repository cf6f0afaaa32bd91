"""Short ways to write what the tests of tasks are about."""

from datetime import date
from typing import Any

from dagleder.tasks.drafts import Origin
from dagleder.tasks.states import Part, State
from dagleder.tasks.task import FollowUp, Step, Task, TaskPerson


def day(text: str) -> date:
    """12 March of 2026, the day on which all of it happens, from '12/3'; another year from '12/3/2027'."""
    number, month, year = (*text.split("/"), "2026")[:3]
    return date(int(year), int(month), int(number))


def person(
    employee_id: int, name: str = "Otto Kærvig", part: Part = Part.OWNER, last_day: date | None = None
) -> TaskPerson:
    return TaskPerson(employee_id, name, name.partition(" ")[0], name[:1] + "X", part, day("1/3"), last_day)


def task(title: str = "Legepladseftersyn", **values: Any) -> Task:
    """A task as it might have been read, open and nobody's unless told otherwise."""
    plain: dict[str, Any] = {
        "id": 1,
        "title": title,
        "description": "",
        "team_id": None,
        "theme": "",
        "first": None,
        "due": None,
        "minutes": None,
        "weekly": False,
        "ended_on": None,
        "own": False,
        "added_on": day("1/3"),
        "repeats_id": None,
        "kind": None,
        "team_name": "",
        "mandate": None,
        "state": State.OPEN,
        "origin": Origin(),
        "repeat": None,
        "needs": (),
        "people": (),
        "steps": (),
        "follow_ups": (),
    }
    return Task(**plain | values)


def follow_up(on: str, *, answered: bool = False) -> FollowUp:
    return FollowUp(1, day(on), done_on=day(on) if answered else None)


def steps(*done: bool) -> tuple[Step, ...]:
    return tuple(Step(number, f"Trin {number}", day("2/3") if each else None) for number, each in enumerate(done, 1))
