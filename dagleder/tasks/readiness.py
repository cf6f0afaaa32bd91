"""Parathed: open tasks against her hours, absence, being new, wishes, goals. Never health, age, private life. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from dagleder.base.dates import WORKDAYS, hours_words, months_after, period_text
from dagleder.base.text import and_list, plural
from dagleder.presence.facts import Absence, Person
from dagleder.tasks.points import NEW_MONTHS, load_points
from dagleder.tasks.task import Task

UNTOLD_MINUTES: Final = 60
"""A week's minutes of a task that nobody has said the length of."""

_WEEK: Final = 7
_HALF_HOUR: Final = 30
_TOLD_ONE_BY_ONE: Final = 2
_WITHOUT_DEADLINE_WEEKS: Final = 4


@dataclass(frozen=True, slots=True)
class Load:
    """Open tasks now: how many, and their minutes a week, against the agreed ones (None: no fixed hours)."""

    tasks: int = 0
    minutes: int = 0
    weekly: int | None = None

    @property
    def points(self) -> int:
        return load_points(self.minutes, self.weekly)

    @property
    def share(self) -> Fraction:
        """Of the week; whoever has no fixed hours and a task comes after all others."""
        if not self.minutes:
            return Fraction(0)
        return Fraction(self.minutes, self.weekly) if self.weekly else Fraction(self.minutes)

    @property
    def told(self) -> str:
        """'ingen åbne opgaver', '2 opgaver, ca. 2,5 timer/uge'."""
        if not self.tasks:
            return "ingen åbne opgaver"
        hours = hours_words(-(-self.minutes // _HALF_HOUR) * _HALF_HOUR)
        return f"{plural(self.tasks, 'opgave', 'opgaver')}, ca. {hours}/uge"


def load_of(tasks: Iterable[Task], weekly: int | None, today: date) -> Load:
    """What open tasks ask of her each week."""
    minutes = [minutes_a_week(task, today) for task in tasks]
    return Load(len(minutes), sum(minutes), weekly)


def minutes_a_week(task: Task, today: date) -> int:
    """Of one task, shared among those who have it; one with a deadline is spread over the weeks that are left."""
    if task.minutes is None:
        return UNTOLD_MINUTES
    weeks = 1
    if not task.weekly:
        days = (task.due - max(task.first or today, today)).days + 1 if task.due else 0
        weeks = max(1, -(-days // _WEEK)) if task.due else _WITHOUT_DEADLINE_WEEKS
    people = max(1, len(task.owners))
    return max(1, round(task.minutes / (weeks * people)))


def new_until(person: Person) -> date | None:
    """The day from which she is no longer new; None where her first day is not known."""
    start = person.employment.start
    return months_after(start, NEW_MONTHS) if start else None


def works_on(person: Person, day: date) -> bool:
    """Whether she would be at work by contract alone, public holidays apart."""
    pattern = person.employment.pattern_on(day)
    return pattern.shift_on(day) is not None if pattern else usually_works(day)


def usually_works(day: date) -> bool:
    """Whether somebody without a pattern works: Monday to Friday."""
    return day.weekday() < WORKDAYS


def away_clause(absences: Sequence[Absence], first: date, last: date) -> str:
    """'er væk 12.–20. juli': when, never why."""
    times = [period_text(max(each.first, first), min(each.last, last)) for each in absences]
    return f"er væk {and_list(times)}" if len(times) <= _TOLD_ONE_BY_ONE else f"er væk {len(times)} gange"
