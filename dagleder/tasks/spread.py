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
from dagleder.tasks.lists import LEFT
from dagleder.tasks.states import State
from dagleder.tasks.task import Task

WITHOUT_TEAM: Final = "Uden stue"
SHARED: Final = "En opgave, som flere har, tæller én gang i hver stilling."
_DAYS_OF_A_WEEK: Final = 7
_HALF_HOUR: Final = 30


@dataclass(frozen=True, slots=True)
class Share:
    """So many tasks still to be done and so many done in the period, and the minutes told for them in it."""

    open: int = 0
    done: int = 0
    minutes: int = 0

    @property
    def half_hours(self) -> int:
        """The minutes to the half hour, as they are told: what was said of a task was never more exact."""
        return max(round(self.minutes / _HALF_HOUR), self.minutes > 0) * _HALF_HOUR

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
    """What those of a role have together; see `SHARED`. Its time is the sum of what is told of each."""

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
    tasks: Iterable[Task],
    staff: Sequence[StaffRow],
    period: tuple[date, date],
    today: date,
    leader_id: int | None = None,
) -> Spread:
    """`staff` in the order to be shown: those employed in the period. The leader's own are told apart.

    Who has left is shown, and marked, where she had something in the period or still has.
    """
    first, last = period
    held: dict[int, Share] = {}
    together: dict[str, Share] = {}
    roles = {row.id: row.role for row in staff if row.id != leader_id}
    own = unassigned = NONE
    for task in tasks:
        share = _share(task, first, last)
        own += share if task.own else NONE
        unassigned += share if task.unassigned else NONE
        parts = _parted(share, [person.employee_id for person in task.owners])
        for who, each in parts.items():
            held[who] = held.get(who, NONE) + each
        for role, each in _by_role(parts, roles).items():
            together[role] = together.get(role, NONE) + each
    people = tuple(
        _person_share(row, held.get(row.id, NONE), today)
        for row in staff
        if row.id in roles and _shown(row, held.get(row.id, NONE), period, today)
    )
    own += held.get(leader_id, NONE) if leader_id is not None else NONE
    return Spread(first, last, people, _roles(people, together), own, unassigned)


def _shown(row: StaffRow, share: Share, period: tuple[date, date], today: date) -> bool:
    first, last = period
    if _left(row, today):
        return share != NONE
    return (row.start or first) <= last and (row.end or last) >= first


def _left(row: StaffRow, today: date) -> bool:
    return row.end is not None and row.end < today


def _person_share(row: StaffRow, share: Share, today: date) -> PersonShare:
    name = f"{row.name} ({LEFT})" if _left(row, today) else row.name
    return PersonShare(row.id, name, row.role, row.team or WITHOUT_TEAM, share)


def _by_role(parts: Mapping[int, Share], roles: Mapping[int, str]) -> dict[str, Share]:
    """A task counts once for each role."""
    return {roles[who]: Share(each.open, each.done) for who, each in parts.items() if who in roles}


def _roles(people: Sequence[PersonShare], together: Mapping[str, Share]) -> tuple[RoleShare, ...]:
    keys = [*(role.key for role in ROLES), ""]
    shares = {key: [each.share for each in people if each.role == key] for key in keys}
    return tuple(
        RoleShare(
            role_name(key), len(each), together.get(key, NONE) + Share(minutes=sum(one.half_hours for one in each))
        )
        for key, each in shares.items()
        if each
    )


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


def _parted(share: Share, owners: Sequence[int]) -> dict[int, Share]:
    """The task counts for each who has it, its time is parted among them to the minute."""
    if not owners:
        return {}
    each, rest = divmod(share.minutes, len(owners))
    return {who: Share(share.open, share.done, each + (number < rest)) for number, who in enumerate(owners)}
