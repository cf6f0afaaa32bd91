"""The Danish public holidays (helligdage). Store bededag is one until 2023 only (lov nr. 214 fra 2023)."""

from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

LAST_YEAR_OF_STORE_BEDEDAG: Final = 2023

_FIXED = ((1, 1, "nytårsdag"), (12, 25, "juledag"), (12, 26, "2. juledag"))
_FROM_EASTER = (
    (-3, "skærtorsdag"),
    (-2, "langfredag"),
    (0, "påskedag"),
    (1, "2. påskedag"),
    (39, "Kristi himmelfartsdag"),
    (49, "pinsedag"),
    (50, "2. pinsedag"),
)


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
    first_sunday = easter(year)
    names = {first_sunday + timedelta(days=days): name for days, name in _FROM_EASTER}
    names |= {date(year, month, day): name for month, day, name in _FIXED}
    if year <= LAST_YEAR_OF_STORE_BEDEDAG:
        names[first_sunday + timedelta(days=26)] = "store bededag"
    return MappingProxyType(dict(sorted(names.items())))


def holiday_name(day: date) -> str | None:
    """'skærtorsdag', or None on an ordinary day."""
    return public_holidays(day.year).get(day)
