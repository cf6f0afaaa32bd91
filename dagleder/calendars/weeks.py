"""ISO weeks: they begin on Monday; a year has 52 or 53."""

from datetime import date, timedelta

from dagleder.base.dates import WORKDAYS, monday_of


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
