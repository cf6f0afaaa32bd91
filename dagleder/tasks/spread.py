"""How the tasks of a period are spread over people and roles, so that not everybody sits with the same. Pure.

Counts and hours, in order of stue and name; never an order by load.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from dagleder.staff.people import StaffRow
from dagleder.staff.roles import ROLES, role_name
from dagleder.tasks.states import State
from dagleder.tasks.task import Task

WITHOUT_TEAM: Final = "Uden stue"
_DAYS_OF_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Share:
    """So many tasks still to be done and so many done in the period, and the minutes told for them in it."""

    open: int = 0
    done: int = 0
    minutes: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.open + other.open, self.done + other.done, self.minutes + other.minutes)


NONE: Final = Share()


@dataclass(frozen=True, slots=True)
class PersonShare:
    """What one of the staff has."""

    employee_id: int
    name: str
    role: str
    team: str
    share: Share


@dataclass(frozen=True, slots=True)
class RoleShare:
    """What those of a role have together."""

    name: str
    people: int
    share: Share


@dataclass(frozen=True, slots=True)
class Spread:
    """`people` by stue and name, also those who have nothing; `own` is the leader's, `unassigned` nobody's."""

    first: date
    last: date
    people: tuple[PersonShare, ...]
    roles: tuple[RoleShare, ...]
    own: Share
    unassigned: Share

    def teams(self) -> tuple[tuple[str, tuple[PersonShare, ...]], ...]:
        """By stue, in its order."""
        return tuple((team, tuple(people)) for team, people in groupby(self.people, key=lambda each: each.team))

    @property
    def most(self) -> int:
        """The longest bar there is."""
        return max((each.share.open + each.share.done for each in self.people), default=0)


def spread(
    tasks: Iterable[Task], staff: Sequence[StaffRow], period: tuple[date, date], leader_id: int | None = None
) -> Spread:
    """`staff` in the order to be shown: those employed in the period. The leader's own are told apart."""
    first, last = period
    held: dict[int | None, Share] = {}
    own = unassigned = NONE
    for task in tasks:
        share = _share(task, first, last)
        own += share if task.own else NONE
        unassigned += share if task.unassigned else NONE
        for person, each in zip(task.owners, _parted(share, len(task.owners)), strict=True):
            held[person.employee_id] = held.get(person.employee_id, NONE) + each
    people = tuple(
        PersonShare(row.id, row.name, row.role, row.team or WITHOUT_TEAM, held.get(row.id, NONE))
        for row in staff
        if (row.start or first) <= last and (row.end or last) >= first and row.id != leader_id
    )
    own += held.get(leader_id, NONE)
    return Spread(first, last, people, _roles(people), own, unassigned)


def _roles(people: Sequence[PersonShare]) -> tuple[RoleShare, ...]:
    keys = [*(role.key for role in ROLES), ""]
    shares: Mapping[str, list[Share]] = {key: [each.share for each in people if each.role == key] for key in keys}
    return tuple(RoleShare(role_name(key), len(each), sum(each, NONE)) for key, each in shares.items() if each)


def _share(task: Task, first: date, last: date) -> Share:
    """What the task comes to in the period: open in it (not ended yet), or done in it."""
    if task.ended:
        done = task.state is State.DONE and task.ended_on is not None and first <= task.ended_on <= last
        return Share(done=1, minutes=_minutes(task, first, last)) if done else NONE
    begun = (task.first or task.added_on) <= last
    return Share(open=1, minutes=_minutes(task, first, last)) if begun else NONE


def _minutes(task: Task, first: date, last: date) -> int:
    """The whole of a task's time; of a weekly one so much as falls in the period."""
    if task.minutes is None or not task.weekly:
        return task.minutes or 0
    begin = max(task.first or task.added_on, first)
    end = min(task.ended_on or task.due or last, last)
    days = max((end - begin).days + 1, 0)
    return round(task.minutes * days / _DAYS_OF_A_WEEK)


def _parted(share: Share, count: int) -> list[Share]:
    """The task counts for each who has it, its time is parted among them to the minute."""
    if not count:
        return []
    each, rest = divmod(share.minutes, count)
    return [Share(share.open, share.done, each + (number < rest)) for number in range(count)]
