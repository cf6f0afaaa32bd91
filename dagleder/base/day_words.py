"""Coming days in words: 'i dag', 'fre', 'næste fredag', 'uge 20', 'næste uge'. Pure."""

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import WEEKDAYS, WEEKDAYS_SHORT, monday_of

_FRIDAY: Final = timedelta(days=4)
_WEEK: Final = timedelta(days=7)
# Words before a deadline that say no more than that it is one.
_LEADS: Final = frozenset({"senest", "inden", "frist", "til", "på", "den", "d.", "d", "i"})
_NEAR: Final = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2}
_NEXT: Final = "næste"
_WEEK_NUMBER: Final = re.compile(r"uge (\d{1,2})", re.ASCII)
# 'mand' and 'fred' are words of their own.
_ALSO_SHORT: Final = {"tirs": 1, "tirsd": 1, "onsd": 2, "tors": 3, "torsd": 3}
_WEEKDAY_NUMBERS: Final = {
    name: number for names in (WEEKDAYS, WEEKDAYS_SHORT) for number, name in enumerate(names)
} | _ALSO_SHORT


def day_in_words(text: str, today: date) -> date | None:
    """None where the words tell no day. A weekday is the coming one, today included; a week is its Friday."""
    text = plain_words(text)
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    first, _, rest = text.partition(" ")
    if rest and first in _LEADS:
        return day_in_words(rest, today)
    if first == _NEXT:
        return _in_next_week(rest, today)
    return coming_weekday(text, today) or _week(text, today)


def plain_words(text: str) -> str:
    """As words are compared: 'Torsdag!' is 'torsdag'."""
    return text.casefold().strip().rstrip(",;!")


def without_leads(text: str) -> str:
    """'senest den 20. marts' → '20. marts'."""
    lead, _, rest = text.partition(" ")
    return without_leads(rest) if rest and lead in _LEADS else text


def weekday_number(word: str) -> int | None:
    """0 for 'mandag', 'man' and 'man.'."""
    return _WEEKDAY_NUMBERS.get(word.rstrip("."))


def coming_weekday(word: str, today: date) -> date | None:
    """The coming such day; today, where it is one: too early is seen in time."""
    number = weekday_number(word)
    return None if number is None else today + timedelta(days=(number - today.weekday()) % 7)


def _in_next_week(word: str, today: date) -> date | None:
    """'næste fredag' is the one of next week, also on a Thursday; 'næste uge' its Friday."""
    monday = monday_of(today) + _WEEK
    if word == "uge":
        return monday + _FRIDAY
    number = weekday_number(word)
    return None if number is None else monday + timedelta(days=number)


def _week(text: str, today: date) -> date | None:
    """The Friday of the coming such week; this one counts until it is over."""
    match = _WEEK_NUMBER.fullmatch(text)
    if match is None:
        return None
    year = today.isocalendar().year
    for each in (year, year + 1):
        with suppress(ValueError):  # a year without week 53
            monday = date.fromisocalendar(each, int(match[1]), 1)
            if monday >= monday_of(today):
                return monday + _FRIDAY
    return None
