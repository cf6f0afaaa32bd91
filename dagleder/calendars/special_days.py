"""The special days: no public holidays, yet free for some of the staff by agreement or custom.

Whether a day is free is the house's own setting per staff group (`dagleder.settings`). Which of
them close the house stands in resources/law: on those parents have no right to care.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from dagleder.base.law import law
from dagleder.calendars.holidays import easter, holiday_name

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A kind of special day; `key` is what settings store."""

    key: str
    name: str

    @property
    def closes(self) -> bool:
        """Whether the house is closed unless it says otherwise."""
        return self.key in law("dagtilbud")["closed"]


MAY_DAY = SpecialDay("may_day", "1. maj")
CONSTITUTION_DAY = SpecialDay("constitution_day", "Grundlovsdag")
CHRISTMAS_EVE = SpecialDay("christmas_eve", "Juleaftensdag")
NEW_YEARS_EVE = SpecialDay("new_years_eve", "Nytårsaftensdag")
ASCENSION_FRIDAY = SpecialDay("ascension_friday", "Fredag efter Kristi himmelfart")
BEFORE_EASTER = SpecialDay("before_easter", "Mandag–onsdag før påske")
BETWEEN_HOLIDAYS = SpecialDay("between_holidays", "Dagene mellem jul og nytår")

SPECIAL_DAYS = (
    BEFORE_EASTER,
    MAY_DAY,
    ASCENSION_FRIDAY,
    CONSTITUTION_DAY,
    CHRISTMAS_EVE,
    BETWEEN_HOLIDAYS,
    NEW_YEARS_EVE,
)
"""In the order of the year."""


@cache
def special_days(year: int) -> MappingProxyType[date, SpecialDay]:
    """The special days of `year` that are neither in a weekend nor a public holiday, in order of date.

    31 December is a day of its own (not one of 27–30), since agreements treat it so.
    """
    sunday = easter(year)
    days = {date(year, 12, day): BETWEEN_HOLIDAYS for day in range(27, 31)}
    days |= {sunday - timedelta(days=before): BEFORE_EASTER for before in (6, 5, 4)}
    days[sunday + timedelta(days=40)] = ASCENSION_FRIDAY
    # Later ones win: a Friday after Kristi himmelfart can be 1 May (next in 2285).
    days[date(year, 5, 1)] = MAY_DAY
    days[date(year, 6, 5)] = CONSTITUTION_DAY
    days[date(year, 12, 24)] = CHRISTMAS_EVE
    days[date(year, 12, 31)] = NEW_YEARS_EVE
    workdays = {day: kind for day, kind in sorted(days.items()) if day.weekday() < SATURDAY and not holiday_name(day)}
    return MappingProxyType(workdays)


def special_day(day: date) -> SpecialDay | None:
    """The special day that `day` is; None on a public holiday and in a weekend."""
    return special_days(day.year).get(day)
