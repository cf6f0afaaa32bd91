"""The Danish public holidays (helligdage), as resources/law has them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from dagleder.base.law import law


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped_leaps, leap_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped_leaps - moon_shift + 15) % 30
    to_sunday = (32 + 2 * leap_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int) -> MappingProxyType[date, str]:
    """Every public holiday of `year` in order of date, with its Danish name."""
    sunday = easter(year)
    names = {
        _day(each, sunday): each["name"] for each in law("helligdage")["holiday"] if year <= each.get("last_year", year)
    }
    return MappingProxyType(dict(sorted(names.items())))


def _day(holiday: Mapping[str, Any], sunday: date) -> date:
    if "from_easter" in holiday:
        return sunday + timedelta(days=holiday["from_easter"])
    return date(sunday.year, holiday["month"], holiday["day"])


def holiday_name(day: date) -> str | None:
    """'skærtorsdag', or None on an ordinary day."""
    return public_holidays(day.year).get(day)
