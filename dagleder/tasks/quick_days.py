"""The deadline at the end of a quick line: 'fre', 'i morgen', '12/5', '12. maj', 'uge 20'. Pure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import WEEKDAYS, monday_of
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import parse_typed_date

_MOST_WORDS: Final = 4
_FRIDAY: Final = timedelta(days=4)
_WEEK: Final = timedelta(days=7)
_LEAST_LETTERS: Final = 3
# Words before a deadline that say no more than that it is one.
_LEADS: Final = frozenset({"senest", "inden", "frist", "til", "på", "den", "d.", "i"})
_NEAR: Final = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2}
_WEEK_NUMBER: Final = re.compile(r"uge (\d{1,2})", re.ASCII)
# Not '3.2' or '3-4': those are numbers of decisions, and ages.
_DATE: Final = re.compile(
    r"\d{1,2}/\d{1,2}([/ -]'?(\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? [a-z]{3,9}\.?( \d{4})?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A day, and how many words at the end of the line told it."""

    day: date | None
    words: int


def day_at_end(words: Sequence[str], today: date) -> Found | None:
    """The day that the last words tell: as many of them as tell one."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        day = _day(" ".join(words[-count:]).casefold().rstrip(","), today)
        if day is not None:
            return Found(day, count)
    return None


def _day(text: str, today: date) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    lead, _, rest = text.partition(" ")
    if rest and lead in _LEADS:
        return _day(rest, today)
    return _weekday(text, today) or _week(text, today) or _date(text, today) or _named_date(text, today)


def _weekday(text: str, today: date) -> date | None:
    """The coming such day; today, where it is one: too early is seen in time."""
    for number, name in enumerate(WEEKDAYS):
        if text in (name, name[:_LEAST_LETTERS], f"{name[:_LEAST_LETTERS]}."):
            return today + timedelta(days=(number - today.weekday()) % 7)
    return None


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


def _date(text: str, today: date) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    with suppress(UserProblem):
        return parse_typed_date(text, today=today)
    return None


def _named_date(text: str, today: date) -> date | None:
    """'fredag 16/3', 'fre d. 12. maj': the date tells the day."""
    lead, _, rest = text.partition(" ")
    if not rest or _weekday(lead, today) is None:
        return None
    return _date(rest.removeprefix("den ").removeprefix("d. "), today)
