"""The hour that is skipped when summer time begins: the last Sunday of March, 2.00–3.00 (EU directive 2000/84)."""

from datetime import date, timedelta
from typing import Final

_BEGINS: Final = 2 * 60
_ENDS: Final = 3 * 60


def summer_time_begins(year: int) -> date:
    """The last Sunday of March."""
    last = date(year, 3, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def missing_hour(day: date, minute: int) -> bool:
    """Whether that minute of the day (after midnight) does not exist on Danish clocks."""
    return _BEGINS <= minute < _ENDS and day == summer_time_begins(day.year)
