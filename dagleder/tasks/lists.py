"""The task list as the leader reads it: which tasks are in it, by deadline in groups, and what stands at each. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dagleder.base.dates import MONTHS, day_short, day_text, monday_of
from dagleder.base.text import and_list, capitalised, plural
from dagleder.tasks.states import STATE_NAMES, State
from dagleder.tasks.task import FollowUp, Task, TaskPerson

NOBODY: Final = "Ikke fordelt"
OWN: Final = "Dig"
LEFT: Final = "stoppet"
_TO_SUNDAY: Final = timedelta(days=6)


class Which(StrEnum):
    """The tabs of the list."""

    ALL = "all"
    OWN = "own"
    DELEGATED = "delegated"
    UNASSIGNED = "unassigned"
    ENDED = "ended"


WHICH_NAMES: Final = {
    Which.ALL: "Alle",
    Which.OWN: "Mine",
    Which.DELEGATED: "Uddelegeret",
    Which.UNASSIGNED: "Ikke fordelt",
    Which.ENDED: "Færdige",
}


def belongs(task: Task, which: Which) -> bool:
    """Whether the task is in that list. A task that ended is in the last one only."""
    if task.ended or which is Which.ENDED:
        return task.ended and which is Which.ENDED
    return {
        Which.ALL: True,
        Which.OWN: task.own,
        Which.DELEGATED: task.delegated,
        Which.UNASSIGNED: task.unassigned,
    }[which]


def counts(tasks: Iterable[Task]) -> Mapping[Which, int]:
    """How many there are in each list."""
    tasks = tuple(tasks)
    return {which: sum(belongs(task, which) for task in tasks) for which in Which}


# --- the groups ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the list under its heading."""

    name: str
    tasks: tuple[Task, ...]


def overdue(task: Task, today: date) -> bool:
    """Whether its deadline has passed; a follow-up is the leader's own day, and told apart."""
    return not task.ended and task.due is not None and task.due < today


def to_ask_about(task: Task, today: date) -> FollowUp | None:
    """The follow-up that waits: one of this week, or from before."""
    follow_up = None if task.ended else task.next_follow_up
    return follow_up if follow_up is not None and follow_up.day <= _sunday(today) else None


def _sunday(today: date) -> date:
    return monday_of(today) + _TO_SUNDAY


def grouped(tasks: Iterable[Task], today: date) -> tuple[Group, ...]:
    """'Over fristen', 'Denne uge' (to its Sunday), 'Senere', 'Uden frist'; tasks that ended by month, newest first."""
    tasks = tuple(tasks)
    going = sorted((task for task in tasks if not task.ended), key=lambda task: task.due or date.max)
    ended = sorted((task for task in tasks if task.ended), key=lambda task: task.ended_on or date.min, reverse=True)
    parts: dict[str, list[Task]] = {}
    for task in going:
        parts.setdefault(_when(task.due, today), []).append(task)
    for task in ended:
        parts.setdefault(_month(task.ended_on, today), []).append(task)
    return tuple(Group(name, tuple(each)) for name, each in parts.items())


def _when(day: date | None, today: date) -> str:
    if day is None:
        return "Uden frist"
    if day < today:
        return "Over fristen"
    return "Denne uge" if day <= _sunday(today) else "Senere"


def _month(day: date | None, today: date) -> str:
    if day is None:
        return "Tidligere"
    month = capitalised(MONTHS[day.month - 1])
    return month if day.year == today.year else f"{month} {day.year}"


# --- what stands at a task -----------------------------------------------------------------------


def due_text(task: Task, today: date) -> str:
    """'10. mar · 2 dage over', '12. mar · i dag', '1. apr'; of a task that ended, the day it did."""
    if task.ended:
        return day_short(task.ended_on, year=task.ended_on.year != today.year) if task.ended_on else ""
    if task.due is None:
        return ""
    return f"{day_short(task.due, year=task.due.year != today.year)}{_distance(task.due, today)}"


def follow_up_text(follow_up: FollowUp, today: date) -> str:
    """'Følg op i dag: Er billederne valgt?', 'Følg op 10. marts.'."""
    day = "i dag" if follow_up.day == today else day_text(follow_up.day, year=follow_up.day.year != today.year)
    return f"Følg op {day}{f': {follow_up.text}' if follow_up.text else '.'}"


def _distance(day: date, today: date) -> str:
    days = (day - today).days
    if days < 0:
        return f" · {plural(-days, 'dag', 'dage')} over"
    return " · i dag" if days == 0 else ""


def people_text(task: Task, leader: str = OWN, *, today: date | None = None) -> str:
    """'Otto Kærvig', 'Otto og Thea', 'Dig' (or as the leader is told to others), 'Ikke fordelt'.

    With `today` who has left is marked: 'Otto Kærvig (stoppet)'. Of a task that ended nobody is.
    """
    if task.own and not task.owners:
        return leader
    marked = None if task.ended else today
    owners = [_owner_text(person, alone=len(task.owners) == 1, today=marked) for person in task.owners]
    return and_list(owners) if owners else NOBODY


def _owner_text(person: TaskPerson, *, alone: bool, today: date | None) -> str:
    left = f" ({LEFT})" if today and person.left(today) else ""
    return f"{person.name if alone else person.called}{left}"


def progress_text(task: Task) -> str:
    """'2 af 5' of a checklist, else the state in words."""
    if task.state in (State.DONE, State.DROPPED) or not task.steps:
        return STATE_NAMES[task.state]
    done = sum(step.done_on is not None for step in task.steps)
    return f"{done} af {len(task.steps)}"
