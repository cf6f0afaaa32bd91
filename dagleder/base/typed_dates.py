"""Days as they are typed in a field that shows at once what it took: dates as `parsing` reads them, and in words.

Without a year a date is the coming or the latest such day, by what the field is about.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dagleder.base.day_words import (
    check_weekday,
    day_in_words,
    eve_of,
    last_of_month,
    past_day_in_words,
    plain_words,
    split_weekday,
    without_before,
    without_leads,
)
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import cell_text, day_month_year, exact_day, parse_date, refuse

_JUST_PASSED: Final = timedelta(days=31)  # 'was away 10/3', entered on 12 March, is not next year's
_YEAR: Final = re.compile(r"(?P<year>\d{4})", re.ASCII)
_MONTH: Final = re.compile(r"(?P<month>[a-zæøå]{3,9}|\d{1,2})\.?[ /-](?P<year>\d{4})")
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
    if told is not None:
        return told
    day = _dated(text, today, lambda month, day: today.year + ((month, day) < (today.month, today.day)))
    return eve_of(day, text, today) if without_before(plain_words(text)) else day


def parse_past_date(typed: str, *, today: date) -> date:
    """Of what has been: without a year it is the latest such day."""
    text = cell_text(typed)
    told = past_day_in_words(text, today)
    return told or _dated(text, today, lambda month, day: today.year - ((month, day) > (today.month, today.day)))


def parse_past_period(typed: str, *, today: date) -> tuple[date, date]:
    """The first and last day of 'august 2019', '8/2019', '2019' or of one day; of what is not over yet until today."""
    text = plain_words(cell_text(typed)).removeprefix("i ")
    match = _YEAR.fullmatch(text) or _MONTH.fullmatch(text)
    if match is None:
        day = parse_past_date(typed, today=today)
        return day, day
    year, month = int(match["year"]), match.groupdict().get("month")
    first = _day_in_year(f"1. {month}" if month and month.isalpha() else f"1/{month or 1}", year, text)
    last = last_of_month(first) if month else first.replace(month=12, day=31)
    return first, max(first, min(last, today))


def _day_in_year(text: str, year: int, typed: str) -> date:
    """The day and month of that year; what was typed is told where there is none."""
    try:
        day, month, _ = day_month_year(text)
    except UserProblem:
        refuse(typed, "er ikke en dato. Skriv den som 17-08-2026.")
    return exact_day(day, month, year, typed)


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
