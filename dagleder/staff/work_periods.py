"""Stretches of time in which somebody's agreed hours and working pattern stay the same. Pure.

Hours and patterns are stored apart, each from a day on; the leader thinks of them as one arbejdstid.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from dagleder.base.dates import day_short, monday_of
from dagleder.staff.employment import AgreedHours, Employment
from dagleder.staff.patterns import Pattern, pattern_on

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkPeriod:
    """From `first` (None: from the start) to `last` (None: until further notice), both included."""

    first: date | None
    last: date | None
    hours: AgreedHours | None = None
    pattern: Pattern | None = None

    @property
    def minutes(self) -> int | None:
        return self.hours.minutes if self.hours else None

    def holds(self, day: date) -> bool:
        return (self.first or day) <= day <= (self.last or day)

    @property
    def text(self) -> str:
        """'1. aug 2025–31. mar 2026', 'fra 1. aug 2025', 'til 31. mar 2026', 'altid'."""
        if self.first and self.last:
            return f"{day_short(self.first, year=True)}–{day_short(self.last, year=True)}"
        if self.first:
            return f"fra {day_short(self.first, year=True)}"
        return f"til {day_short(self.last, year=True)}" if self.last else "hele tiden"

    @property
    def short_text(self) -> str:
        """'1. aug 25–31. mar 26'."""
        return re.sub(r"\b\d\d(\d\d)\b", r"\1", self.text)


def work_periods(employment: Employment) -> tuple[WorkPeriod, ...]:
    """Oldest first; within the employment only, and never none."""
    begins = sorted(_beginnings(employment), key=lambda day: day or date.min)
    lasts = [day - ONE_DAY for day in begins[1:] if day]
    return tuple(
        _period(employment, first, last) for first, last in zip_longest(begins, lasts, fillvalue=employment.end)
    )


def period_on(periods: Sequence[WorkPeriod], day: date) -> WorkPeriod:
    """The one that holds on `day`; before the employment the first, after it the last."""
    held = [period for period in periods if (period.first or date.min) <= day]
    return held[-1] if held else periods[0]


def _beginnings(employment: Employment) -> Iterator[date | None]:
    """The days on which something becomes different; all before the first day count as the first."""
    start, end = employment.start, employment.end
    days = {row.valid_from for row in employment.hours} | {pattern.valid_from for pattern in employment.patterns}
    later = {day for day in days if day and (start is None or day > start) and (end is None or day <= end)}
    yield from later
    if start is not None or None in days or not later:
        yield start


def _period(employment: Employment, first: date | None, last: date | None) -> WorkPeriod:
    day = first or date.min
    held = [row for row in employment.hours if (row.valid_from or date.min) <= day]
    hours = max(held, key=lambda row: row.valid_from or date.min, default=None)
    return WorkPeriod(first, last, hours, pattern_on(employment.patterns, day))


def hours_from(period: WorkPeriod, start: date | None) -> date | None:
    """The day that hours entered for the period are to hold from: that of its own row, if it has one."""
    own = period.hours
    if own and ((own.valid_from or date.min) >= (period.first or date.min) or period.first == start):
        return own.valid_from
    return None if period.first == start else period.first


def pattern_from(period: WorkPeriod, start: date | None, today: date) -> date:
    """The day that a pattern entered for the period is to hold from; without any other, this week's Monday."""
    own = period.pattern
    if own and (own.valid_from >= (period.first or date.min) or period.first == start):
        return own.valid_from
    return period.first or monday_of(today)


def with_work(employment: Employment, period: WorkPeriod, pattern: Pattern | None, minutes: int | None) -> Employment:
    """The employment as it would be with other hours and weeks in one of its periods. `pattern` begins with it."""
    since = hours_from(period, employment.start)
    hours = tuple(row for row in employment.hours if row.valid_from != since)
    if minutes != period.minutes:
        employment = replace(employment, hours=(*hours, AgreedHours(0, since, minutes)))
    if pattern is not None:
        others = tuple(held for held in employment.patterns if held.valid_from != pattern.valid_from)
        employment = replace(employment, patterns=(*others, pattern))
    return employment
