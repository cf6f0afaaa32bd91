"""Who is at work on many days, and on which stue: the answer of `Attendance.staff` for a fraction of its cost.

An ordinary day is reckoned once for each weekday of somebody's rotation, for as long as nothing about her or her stue
changes; a day on which something happens to her, or that is special for the house, is reckoned by itself.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dagleder.presence.attendance import Attendance
from dagleder.presence.facts import House, Person
from dagleder.presence.person_day import PersonDay
from dagleder.presence.standing import Standing, standing
from dagleder.staff.patterns import rotation_week

Where = int | None
"""A stue; None for the house only."""

_Answer = tuple[bool, Where]
_DAY: Final = timedelta(days=1)


def at_work(attendance: Attendance, who: Iterable[int], days: Sequence[date]) -> dict[date, dict[int, Where]]:
    """For each of the days those of `who` whom the day counts as present, and on which stue."""
    house = attendance.facts.house
    ordinary = {day: _is_ordinary(standing(day, house)) for day in days}
    found: dict[date, dict[int, Where]] = {day: {} for day in days}
    for employee_id in who:
        one = _Reckoned(attendance, attendance.facts.people[employee_id])
        for day, plain in ordinary.items():
            present, team = one.on(day, plain=plain)
            if present:
                found[day][employee_id] = team
    return found


def _is_ordinary(standing: Standing) -> bool:
    return standing.workday and standing.special is None and not standing.closed_sites


@dataclass(slots=True)
class _Reckoned:
    """One person's days, the ordinary ones known by stretch, week of the rotation and weekday."""

    attendance: Attendance
    person: Person
    _changes: list[date] = field(init=False)
    _rotations: dict[int, tuple[date, int]] = field(init=False, default_factory=dict)
    _usual: dict[tuple[int, int, int], _Answer] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._changes = sorted(set(_changes(self.person, self.attendance.facts.house)))

    def on(self, day: date, *, plain: bool) -> _Answer:
        if not plain or self.attendance.anything_happens(self.person.id, day):
            return _answer(self._day(day))
        stretch = bisect(self._changes, day)
        if stretch not in self._rotations:
            pattern = self.person.employment.pattern_on(day)
            self._rotations[stretch] = (pattern.anchor, len(pattern.weeks)) if pattern else (day, 1)
        anchor, weeks = self._rotations[stretch]
        key = stretch, rotation_week(anchor, weeks, day) if weeks > 1 else 0, day.weekday()
        if key not in self._usual:
            self._usual[key] = _answer(self._day(day))
        return self._usual[key]

    def _day(self, day: date) -> PersonDay:
        (found,) = self.attendance.staff((self.person.id,), day)
        return found


def _answer(day: PersonDay) -> _Answer:
    return day.present, day.day_team


def _changes(person: Person, house: House) -> Iterator[date]:
    """Every date from which her ordinary days may be others."""
    employment = person.employment
    firsts = [employment.start, *(hours.valid_from for hours in employment.hours)]
    firsts += [pattern.valid_from for pattern in employment.patterns]
    lasts = [employment.end]
    for membership in employment.memberships:
        firsts.append(membership.valid_from)
        lasts.append(membership.valid_to)
    firsts += [team.closed_on for team in house.teams]
    yield from (day for day in firsts if day)
    yield from (day + _DAY for day in lasts if day)
