"""ISO weeks (they begin on Monday; a year has 52 or 53) and the weeks of the school holidays."""

from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import WORKDAYS, monday_of

WINTER_WEEK: Final = 7  # in some kommuner 8
AUTUMN_WEEK: Final = 42


def weeks_in_year(year: int) -> int:
    """52 or 53 (2026 and 2032 have 53): 28 December is always in the last one."""
    return date(year, 12, 28).isocalendar().week


def monday_of_week(year: int, week: int) -> date:
    """The Monday of an ISO week; ValueError when the year has no such week."""
    return date.fromisocalendar(year, week, 1)


def iso_week(day: date) -> tuple[int, int]:
    """The ISO year and week: 3 January 2027 is in (2026, 53)."""
    year, week, _ = day.isocalendar()
    return year, week


def days_of_week(monday: date) -> tuple[date, ...]:
    """Monday to Friday of the week that begins on `monday`."""
    return tuple(monday + timedelta(days=number) for number in range(5))


def week_ahead(today: date) -> date:
    """The Monday of the week that is worked on: that of `today`, in a weekend the one to come."""
    return monday_of(today + timedelta(days=2) if today.weekday() >= WORKDAYS else today)


def school_holiday(day: date, *, winter_week: int = WINTER_WEEK) -> str | None:
    """'vinterferie' or 'efterårsferie' when `day` lies in such a week.

    The summer and Christmas holidays are dates that each kommune sets, so they are not told here.
    """
    names = {winter_week: "vinterferie", AUTUMN_WEEK: "efterårsferie"}
    return names.get(iso_week(day)[1])
