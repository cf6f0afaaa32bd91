"""Days in words: 'i dag', 'fre', 'mandag i næste uge', 'uge 20', 'om 14 dage', 'den 15.'. Pure.

Every function gives None where the words tell no day, and raises UserProblem, with the day that may be meant, where
they tell one that is not there.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import WEEKDAYS, WEEKDAYS_SHORT, YEARS, day_digits, day_text, monday_of, months_after
from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised

_FRIDAY: Final = timedelta(days=4)
_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
# Words before a deadline that say no more than that it is one.
_LEADS: Final = frozenset(
    {*("senest", "inden", "før", "indtil", "frist", "frist:", "deadline", "deadline:"), *("til", "på", "den", "i")}
    | {"d.", "d"}
)
_DURING: Final = "i løbet af "
_BEFORE: Final = frozenset({"inden", "før"})
_NEAR: Final = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2}
_GONE: Final = {"i går": 1, "igår": 1, "i forgårs": 2}
_NEXT: Final = "næste"
_COMING: Final = frozenset({"kommende", "førstkommende", "denne", "nu"})
_WEEK_NUMBER: Final = re.compile(r"uge (\d{1,2})", re.ASCII)
# 'mand' and 'fred' are words of their own.
_ALSO_SHORT: Final = {"tirs": 1, "tirsd": 1, "onsd": 2, "tors": 3, "torsd": 3}
_WEEKDAY_NUMBERS: Final = {
    name: number for names in (WEEKDAYS, WEEKDAYS_SHORT) for number, name in enumerate(names)
} | _ALSO_SHORT
_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        ("en et én ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"), 1
    )
    for name in names.split()
} | {"fjorten": 14}
_SPAN: Final = rf"(\d{{1,3}}|{'|'.join(_NUMBERS)}|et halvt) (dage?|uger?|måned(?:er)?|kvartal(?:er)?|år)"
_LATER: Final = re.compile(rf"(?:om|inden for|indenfor) {_SPAN}")
_AGO: Final = re.compile(rf"for {_SPAN} siden")
_MONTHS_OF: Final = {"m": 1, "k": 3, "å": 12}  # by the first letter of what is counted
_HALF_A_YEAR: Final = 6
_DAY_OF_MONTH: Final = re.compile(r"(?:den|d\.?) ?(\d{1,2})\.?(?: i (denne|næste) måned)?", re.ASCII)
_WRITTEN_TOGETHER: Final = re.compile(r"^d\.(?=\d)")
_MOST_DAYS: Final = 31
_FIRST_YEAR: Final = 1900


def day_in_words(text: str, today: date) -> date | None:
    """A day that comes. A weekday is the coming one, today included; a week is its Friday, a month its last day."""
    text = plain_words(text)
    number, rest = split_weekday(text)
    told = _plain_day(text, today) or (_on_weekday(number, rest, today) if number is not None else None)
    if told is not None:
        return told if told.year in YEARS else None
    lead, bare = _first_lead(text)
    if lead in _BEFORE:
        return _day_before(lead, bare, today)
    return day_in_words(bare, today) if lead else None


def past_day_in_words(text: str, today: date) -> date | None:
    """A day that has been: 'i går', 'for 14 dage siden'; a weekday is the latest one, today included."""
    text = plain_words(text)
    if text in _GONE:
        return today - timedelta(days=_GONE[text])
    if match := _AGO.fullmatch(text):
        told = _apart(match[1], match[2], today, -1)
        return told if told.year >= _FIRST_YEAR else None
    number = weekday_number(text.removeprefix("i ").removeprefix("sidste "))
    if number is not None:
        return today - timedelta(days=(today.weekday() - number) % 7)
    return today if text in _NEAR and not _NEAR[text] else None


def plain_words(text: str) -> str:
    """As words are compared: 'Torsdag!' is 'torsdag'."""
    return text.casefold().strip().rstrip(",;!")


def without_leads(text: str) -> str:
    """'senest den 20. marts' → '20. marts'."""
    lead, rest = _first_lead(text)
    return without_leads(rest) if lead else text


def without_before(text: str) -> str:
    """'senest før 1. april' → '1. april'; '' where no 'før' leads to it. 'Inden fredag' may be said on that Friday."""
    lead, rest = _first_lead(text)
    if lead == "før":
        return rest
    return without_before(rest) if lead else ""


def eve_of(day: date, typed: str, today: date) -> date:
    """The last day before the one that was told with a 'før'."""
    return _eve(day - _DAY, day, typed, today)


def _day_before(lead: str, bare: str, today: date) -> date | None:
    """The last workday before a week, the last day before a month; before a day that day is one too with 'inden'."""
    named = without_leads(bare)
    monday, typed = _monday(named, today), f"{lead} {bare}"
    if monday is not None:
        return _eve(monday - _WEEK + _FRIDAY, monday + _FRIDAY, typed, today)
    told = day_in_words(bare, today)
    if told is None:
        return None
    if named.endswith(" måned") and named.split()[0] in (_NEXT, "denne"):
        return _eve(told.replace(day=1) - _DAY, told, typed, today)
    return told if lead == "inden" else eve_of(told, typed, today)


def _eve(day: date, told: date, typed: str, today: date) -> date:
    if day >= today:
        return day
    raise _meant(f"{capitalised(typed)} er forbi.", told)


def _first_lead(text: str) -> tuple[str, str]:
    if text.startswith(_DURING):
        return _DURING, text.removeprefix(_DURING)
    if match := _WRITTEN_TOGETHER.match(text):
        return match[0], text[match.end() :]
    lead, _, rest = text.partition(" ")
    return (lead, rest) if rest and lead.casefold() in _LEADS else ("", text)


# --- weekdays --------------------------------------------------------------------------------------


def weekday_number(word: str) -> int | None:
    """0 for 'mandag', 'man' and 'man.'."""
    return _WEEKDAY_NUMBERS.get(word.rstrip("."))


def coming_weekday(word: str, today: date) -> date | None:
    """The coming such day; today, where it is one: too early is seen in time."""
    number = weekday_number(word)
    return None if number is None else today + timedelta(days=(number - today.weekday()) % 7)


def split_weekday(text: str) -> tuple[int | None, str]:
    """'fredag den 20. marts' → 4, 'den 20. marts'; 'uge 14 på fredag' → 4, 'uge 14'. None, text without one."""
    first, _, after = text.partition(" ")
    number = weekday_number(first.casefold().rstrip(","))
    if after and number is not None:
        return number, after
    before, _, last = text.rpartition(" ")
    number = weekday_number(last.casefold())
    before = before.removesuffix(" på").rstrip(",")
    return (number, before) if before and number is not None and _is_week(before) else (None, text)


def check_weekday(number: int | None, day: date) -> None:
    """Raises UserProblem where the weekday told with a date is another than the date's."""
    if number is not None and day.weekday() != number:
        said = f"{day_text(day, year=True)} er en {WEEKDAYS[day.weekday()]}, ikke en {WEEKDAYS[number]}."
        raise _meant(said, day)


def _meant(said: str, day: date) -> UserProblem:
    return UserProblem(f"{said} Mente du {day_digits(day)}?", suggestion=day_digits(day))


def _on_weekday(number: int, rest: str, today: date) -> date | None:
    """'mandag i næste uge', 'fredag om 14 dage', 'fredag den 20.'."""
    if _first_lead(rest)[0] in _BEFORE:
        return None  # 'fredag før uge 14' is not one of that week
    monday = _monday(without_leads(rest), today)
    if monday is not None:
        return _not_over(monday + timedelta(days=number), number, rest, today)
    coming = today + timedelta(days=(number - today.weekday()) % 7)
    if match := _LATER.fullmatch(rest):
        # 'mandag om 8 dage' is said of the Monday after the coming one.
        days = (_apart(match[1], match[2], today, 1) - today).days
        return coming + days // 7 * _WEEK if days % 7 <= 1 and match[2][0] in "du" else None
    day = _day_of_month(rest, today)
    if day is not None:
        check_weekday(number, day)
    return day


def _not_over(day: date, number: int, rest: str, today: date) -> date:
    if day >= today:
        return day
    raise _meant(f"{capitalised(WEEKDAYS[number])} {rest} er forbi.", day + _WEEK)


# --- days, weeks and months ------------------------------------------------------------------------


def _plain_day(text: str, today: date) -> date | None:
    """What is told without a word before it."""
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if match := _LATER.fullmatch(text):
        return _apart(match[1], match[2], today, 1)
    monday = _monday(text, today)
    if monday is not None:
        return monday + _FRIDAY
    return _named(text, today) or _day_of_month(text, today)


def _named(text: str, today: date) -> date | None:
    """'fre', 'næste fredag' (the one of next week, also on a Thursday), 'næste måned'."""
    first, _, rest = text.partition(" ")
    number = weekday_number(rest)
    if first == _NEXT and number is not None:
        return monday_of(today) + _WEEK + timedelta(days=number)
    if first in _COMING and number is not None:
        return coming_weekday(rest, today)
    if first in (_NEXT, "denne") and rest == "måned":
        return last_of_month(today, 1 if first == _NEXT else 0)
    return coming_weekday(text, today)


def last_of_month(day: date, later: int = 0) -> date:
    """The last day of the month, or of one so many later."""
    return months_after(day.replace(day=1), later + 1) - _DAY


def _is_week(text: str) -> bool:
    bare = without_leads(text)
    return bare in ("næste uge", "denne uge") or _WEEK_NUMBER.fullmatch(bare) is not None


def _monday(text: str, today: date) -> date | None:
    """That of 'næste uge', or of the coming such week: this one counts until it is over."""
    if text in ("næste uge", "denne uge"):
        return monday_of(today) + (_WEEK if text.startswith(_NEXT) else timedelta())
    match = _WEEK_NUMBER.fullmatch(text)
    if match is None:
        return None
    year = today.isocalendar().year
    for each in (year, year + 1):
        with suppress(ValueError):  # a year without week 53
            monday = date.fromisocalendar(each, int(match[1]), 1)
            if monday >= monday_of(today):
                return monday
    return None


def _apart(count: str, unit: str, today: date, way: int) -> date:
    """So many days, weeks or months from today."""
    half = count == "et halvt"
    number = way * (1 if half else _NUMBERS.get(count) or int(count))
    if unit[0] in "du":
        return today + timedelta(days=number * (1 if unit[0] == "d" else 7))
    return months_after(today, way * _HALF_A_YEAR if half else number * _MONTHS_OF[unit[0]])


def _day_of_month(text: str, today: date) -> date | None:
    """'den 15.': the coming one, today included; 'den 15. i næste måned'."""
    match = _DAY_OF_MONTH.fullmatch(text)
    if match is None or not 1 <= int(match[1]) <= _MOST_DAYS:
        return None
    day = int(match[1])
    later = match[2] == _NEXT if match[2] else day < today.day
    month = months_after(today.replace(day=1), int(later))
    last = monthrange(month.year, month.month)[1]
    if day > last:
        raise _meant(f"Den måned har kun {last} dage.", month.replace(day=last))
    return month.replace(day=day)
