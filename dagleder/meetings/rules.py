"""When the meetings of a series are: a rule as a value, its dates, and how it is stored. Pure.

Two ways to repeat: the nth weekday of months ('3. tirsdag', 'sidste onsdag'), or every so many weeks counted
from the week of the first day. Several weekdays take turns, one each time. What falls in an excluded month or
ISO week is left out; it keeps its turn, so the rest of the rhythm stays where it was.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final

from dagleder.base.dates import monday_of
from dagleder.base.errors import UserProblem
from dagleder.base.periods import check_order
from dagleder.calendars.weeks import iso_week

LAST: Final = -1
NTHS = (1, 2, 3, 4, LAST)
MOST_WEEKS = 26
_WEEKDAYS = range(7)
_MONTHS = range(1, 13)
_WEEKS = range(1, 54)


@dataclass(frozen=True, slots=True)
class Rule:
    """`nth` 1–4 or LAST of the months (all, or those of `months`); or `every_weeks` when `nth` is 0.

    `weekdays` (0 = Monday) take turns. From `first` to `last`, both included.
    """

    first: date
    last: date
    weekdays: tuple[int, ...]
    nth: int = 0
    months: tuple[int, ...] = ()
    every_weeks: int = 0
    excluded_months: tuple[int, ...] = ()
    excluded_weeks: tuple[int, ...] = ()

    def check(self) -> None:
        """Raises UserProblem at the first field that makes no rule, and when no date is left."""
        check_order(self.first, self.last)
        if not self.weekdays or not set(self.weekdays) <= set(_WEEKDAYS):
            raise UserProblem("Vælg en ugedag.", field="weekdays")
        if bool(self.nth) == bool(self.every_weeks):
            raise UserProblem("Vælg enten en fast dag i måneden eller hver så mange uger.", field="nth")
        if self.nth and self.nth not in NTHS:
            raise UserProblem("Vælg 1., 2., 3., 4. eller sidste.", field="nth")
        if not 0 <= self.every_weeks <= MOST_WEEKS:
            raise UserProblem(f"Vælg mellem 1 og {MOST_WEEKS} uger.", field="every_weeks")
        if not {*self.months, *self.excluded_months} <= set(_MONTHS) or not set(self.excluded_weeks) <= set(_WEEKS):
            raise UserProblem("Måneder er 1–12, og uger er 1–53.", field="excluded_weeks")
        if not any(True for _ in self.dates()):
            raise UserProblem("Reglen giver ingen datoer. Vælg en længere periode, eller udelad mindre.", field="last")

    def dates(self) -> Iterator[date]:
        """The dates in order, without those left out."""
        return (day for day in self.every_date() if not self.excludes(day))

    def every_date(self) -> Iterator[date]:
        """The dates in order, also those in excluded months and weeks."""
        for turn, start in enumerate(self._months() if self.nth else self._weeks()):
            number = self.weekdays[turn % len(self.weekdays)]
            day = nth_weekday(start, number, self.nth) if self.nth else start + timedelta(days=number)
            if self.first <= day <= self.last:
                yield day

    def excludes(self, day: date) -> bool:
        return day.month in self.excluded_months or iso_week(day)[1] in self.excluded_weeks

    def _months(self) -> Iterator[date]:
        """The first days of the months that each hold one date."""
        for count in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            year, before = divmod(count, 12)
            if not self.months or before + 1 in self.months:
                yield date(year, before + 1, 1)

    def _weeks(self) -> Iterator[date]:
        """The Mondays of the weeks that each hold one date."""
        monday = monday_of(self.first)
        while monday <= self.last:
            yield monday
            monday += timedelta(weeks=self.every_weeks)


def nth_weekday(first_of_month: date, number: int, nth: int) -> date:
    """The nth (1–4) or LAST such weekday (0 = Monday) of a month."""
    if nth == LAST:
        fifth = nth_weekday(first_of_month, number, 5)
        return fifth if fifth.month == first_of_month.month else fifth - timedelta(weeks=1)
    ahead = (number - first_of_month.weekday()) % 7
    return first_of_month + timedelta(days=ahead, weeks=nth - 1)


def to_json(rule: Rule) -> str:
    return json.dumps(asdict(rule), default=date.isoformat, separators=(",", ":"))


def from_json(text: str) -> Rule:
    """The rule as stored by `to_json`."""
    values: dict[str, Any] = json.loads(text)
    days = {name: date.fromisoformat(values.pop(name)) for name in ("first", "last")}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Rule(**(values | lists | days))
