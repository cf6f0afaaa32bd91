"""Experience from before the program: tasks of a kind that somebody has done."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.lines import line
from dagleder.base.parsing import FIRST_YEAR
from dagleder.base.periods import check_order
from dagleder.base.typed_dates import parse_past_period

_AHEAD: Final = "Erfaring er fra før i dag. Vælg en tidligere dag."


def earlier_days(typed: str, today: date) -> tuple[date, date]:
    """The first and last day of 'august 2019', '2019' or one day. Raises UserProblem for one that comes."""
    first, last = parse_past_period(typed, today=today)
    if first > today:
        raise UserProblem(_AHEAD)
    return first, last


@dataclass(frozen=True, slots=True)
class EarlierTask:
    """One entry as stored. `last` None: one day. Whoever does it still has it until the day it was told."""

    id: int
    employee_id: int
    kind_id: int
    first: date
    last: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class EarlierDraft:
    """An entry as made."""

    employee_id: int
    kind_id: int
    first: date
    last: date | None = None
    text: str = ""

    def check(self, today: date) -> None:
        """Raises UserProblem at the field that cannot be kept."""
        if self.first.year < FIRST_YEAR or self.first > today:
            raise UserProblem(_AHEAD, field="first")
        if self.last is not None:
            check_order(self.first, self.last)
            if self.last > today:
                raise UserProblem(_AHEAD, field="last")
        line(self.text, "text")
