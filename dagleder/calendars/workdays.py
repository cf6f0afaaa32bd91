"""Working days: Monday to Friday without the public holidays."""

from collections.abc import Iterator
from datetime import date, timedelta

from dagleder.base.dates import WORKDAYS, days_between
from dagleder.calendars.holidays import holiday_name


def is_workday(day: date) -> bool:
    """Special days and lukkedage count as working days here: they are the house's own matter."""
    return day.weekday() < WORKDAYS and holiday_name(day) is None


def workdays(first: date, last: date) -> Iterator[date]:
    """The working days from `first` to `last`, both included."""
    return (day for day in days_between(first, last) if is_workday(day))


def next_workday(day: date) -> date:
    """`day` itself when it is a working day, else the nearest one after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day
