"""Days as they are typed in a field that shows at once what it took: dates as `parsing` reads them, and in words.

Without a year a date is the coming or the latest such day, by what the field is about.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dagleder.base.day_words import (
    check_weekday,
    day_in_words,
    past_day_in_words,
    plain_words,
    split_weekday,
    without_leads,
)
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import cell_text, day_month_year, exact_day, parse_date, refuse

_JUST_PASSED: Final = timedelta(days=31)  # 'was away 10/3', entered on 12 March, is not next year's
YearOf = Callable[[int, int], int]
"""The year of a month and a day told without one."""


def parse_typed_date(typed: str, *, today: date) -> date:
    """Without a year the coming such day; a day of the month before `today` is the one that has just passed."""
    text, earliest = cell_text(typed), today - _JUST_PASSED

    def year_of(month: int, day: int) -> int:
        return earliest.year + ((month, day) < (earliest.month, earliest.day))

    coming = day_in_words(text, today)
    return coming or past_day_in_words(text, today) or _dated(text, today, year_of)


def parse_coming_date(typed: str, *, today: date) -> date:
    """A deadline: without a year never one gone by.

    So on 12 March '14/2' is next year's; whoever shows it tells the year.
    """
    text = cell_text(typed)
    told = day_in_words(text, today)
    if told is None and past_day_in_words(text, today):
        refuse(text, "er forbi. Skriv en dag, der kommer.")
    return told or _dated(text, today, lambda month, day: today.year + ((month, day) < (today.month, today.day)))


def parse_past_date(typed: str, *, today: date) -> date:
    """Of what has been: without a year it is the latest such day."""
    text = cell_text(typed)
    told = past_day_in_words(text, today)
    return told or _dated(text, today, lambda month, day: today.year - ((month, day) > (today.month, today.day)))


def _dated(text: str, today: date, year_of: YearOf) -> date:
    """A date in digits or with the month's name, a weekday before it or not."""
    number, rest = split_weekday(without_leads(plain_words(text)))
    rest = without_leads(rest)
    if not rest:
        return parse_date(rest, today=today)
    try:
        day, month, year = day_month_year(rest)
    except UserProblem:
        refuse(text, "er ikke en dato. Skriv den som 17-08-2026.")
    found = exact_day(day, month, year_of(month, day), text) if year is None else parse_date(rest, today=today)
    check_weekday(number, found)
    return found
