"""Tasks that come again: every so many days, weeks, months or years. Pure."""

import json
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dagleder.base.dates import YEARS, months_after
from dagleder.base.errors import UserProblem

MOST: Final = 99
_MONTHS_OF_A_YEAR: Final = 12
_DAYS_OF_A_WEEK: Final = 7


class Unit(StrEnum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_WORDS: Final = {
    Unit.DAYS: ("hver dag", "hver {}. dag"),
    Unit.WEEKS: ("hver uge", "hver {}. uge"),
    Unit.MONTHS: ("hver måned", "hver {}. måned"),
    Unit.YEARS: ("hvert år", "hvert {}. år"),
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a task comes again.

    `month_day` is the day of the month it was first due: one of 31 January comes on 28 February and again on 31 March.
    """

    every: int
    unit: Unit
    month_day: int = 0

    def check(self) -> None:
        """Raises UserProblem at 'repeat'."""
        if not 1 <= self.every <= MOST:
            raise UserProblem(f"Skriv et antal mellem 1 og {MOST}.", field="repeat", suggestion="1")

    @property
    def text(self) -> str:
        """'hver måned', 'hver 2. uge'."""
        one, several = _WORDS[self.unit]
        return one if self.every == 1 else several.format(self.every)

    def anchored(self, due: date) -> "Repeat":
        """The same, counted from that deadline."""
        return replace(self, month_day=due.day)

    def after(self, due: date, ended_on: date) -> date | None:
        """The next deadline: later than `due`, and none that is over already on the day the task was ended.

        None where no more can be planned.
        """
        step = 1
        while (found := self._later(due, step)) is not None and found < ended_on:
            step += 1
        return found

    def _later(self, due: date, steps: int) -> date | None:
        if self.unit in (Unit.DAYS, Unit.WEEKS):
            days = self.every * steps * (_DAYS_OF_A_WEEK if self.unit is Unit.WEEKS else 1)
            found = due + timedelta(days=days)
        else:
            months = self.every * steps * (_MONTHS_OF_A_YEAR if self.unit is Unit.YEARS else 1)
            found = _months_later(due, months, self.month_day or due.day)
        return found if found.year in YEARS else None


def _months_later(day: date, months: int, month_day: int) -> date:
    """The `month_day` so many months later, or the last day of a month that has none."""
    month = months_after(day.replace(day=1), months)
    return month.replace(day=min(month_day, monthrange(month.year, month.month)[1]))


def to_json(repeat: Repeat) -> str:
    return json.dumps({"every": repeat.every, "unit": repeat.unit.value, "month_day": repeat.month_day})


def from_json(text: str) -> Repeat:
    read = json.loads(text)
    return Repeat(read["every"], Unit(read["unit"]), read["month_day"])
