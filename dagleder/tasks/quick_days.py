"""The deadline at the end of a quick line: 'fre', '12/5', 'uge 20', 'mandag kl. 9', 'hver mandag'. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import months_after
from dagleder.base.day_words import coming_weekday, day_in_words, plain_words, weekday_number, without_leads
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import parse_coming_date
from dagleder.tasks.repeats import Repeat, Unit

_MOST_WORDS: Final = 4
_DAY: Final = timedelta(days=1)
_CLOCK: Final = re.compile(r"kl\.? ?\d{1,2}(?:[.:]\d{2})?[,.;!]?", re.IGNORECASE | re.ASCII)
# Not '3.2' or '3-4': those are numbers of decisions, and ages. Two digits, a dot at the end or a year tell a date.
_DATE: Final = re.compile(
    r"\d{1,2}/\d{1,2}([/ -]'?(\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? [a-z]{3,9}\.?( \d{4})?"
    r"|\d{1,2}\.\d{1,2}\.(\d{4}|\d{2})?|\d{2}\.\d{1,2}",
    re.ASCII,
)
_EVERY: Final = re.compile(r"hver(?:t)?(?: (\d{1,2})\.| (anden|andet|tredje))? (\w+)")
_ORDINALS: Final = {"anden": 2, "andet": 2, "tredje": 3}
_UNITS: Final = {"dag": Unit.DAYS, "uge": Unit.WEEKS, "måned": Unit.MONTHS, "år": Unit.YEARS}


@dataclass(frozen=True, slots=True)
class Found:
    """What the end of a line told of when: `rest` are the words that told nothing of it.

    `note` says of a day that there is no such one.
    """

    rest: tuple[str, ...]
    day: date | None = None
    repeat: Repeat | None = None
    note: str = ""


def days_at_end(words: Sequence[str], today: date) -> Found:
    """The deadline that the last words tell, and how often it comes again. Something must be left to be done.

    A time of the day is not kept: it stays in the title, and the day before it is read.
    """
    until, clock = _before_clock(tuple(words))
    left, repeat = _every(until)
    found = _day_at_end(left, today)
    if repeat is None and found.day is not None:  # 'hver uge fre' as well as 'fre hver uge'
        left, repeat = _every(found.rest)
        found = Found(left, found.day)
    if repeat is not None:
        first = found.day or _first_due(repeat, until, today)
        found = Found(found.rest, first, repeat) if first else Found(until)
    if not found.rest or (found.day is None and not found.note):
        return Found(tuple(words))
    return Found((*found.rest, *clock), found.day, found.repeat, found.note)


def _before_clock(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before 'kl. 9' at the end, and these."""
    for count in (2, 1):
        if len(words) >= count and _CLOCK.fullmatch(" ".join(words[-count:])):
            return words[:-count], words[-count:]
    return words, ()


def _day_at_end(words: tuple[str, ...], today: date) -> Found:
    """As many of the last words as tell a day."""
    note = ""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        try:
            day = _day(plain_words(" ".join(words[-count:])), today)
        except UserProblem as problem:  # with a suggestion it was meant as a day
            note = note or (problem.sentence if problem.suggestion else "")
            continue
        if day is not None:
            return Found(words[:-count], day)
    return Found(words, note=note)


def _day(text: str, today: date) -> date | None:
    dated = _date_part(without_leads(text))
    if _DATE.fullmatch(dated):
        return parse_coming_date(dated, today=today)
    return day_in_words(text, today)


def _date_part(text: str) -> str:
    """'fredag den 20. marts': the date tells the day."""
    first, _, rest = text.partition(" ")
    return without_leads(rest) if rest and weekday_number(first) is not None else text


# --- that it comes again ---------------------------------------------------------------------------


def _every(words: tuple[str, ...]) -> tuple[tuple[str, ...], Repeat | None]:
    """The words before 'hver uge', 'hver 2. måned', 'hver mandag', and how often that is."""
    for count in (3, 2):
        match = _EVERY.fullmatch(plain_words(" ".join(words[-count:]))) if len(words) >= count else None
        unit = _unit(match[3]) if match else None
        if match and unit:
            return words[:-count], Repeat(int(match[1] or _ORDINALS.get(match[2] or "", 1)), unit)
    return words, None


def _unit(word: str) -> Unit | None:
    return Unit.WEEKS if weekday_number(word) is not None else _UNITS.get(word)


def _first_due(repeat: Repeat, words: tuple[str, ...], today: date) -> date | None:
    """The coming weekday that was told; else today, this week's Friday (or next week's), the last of the month.

    Of a year it must be told on which day.
    """
    weekday = coming_weekday(plain_words(words[-1]), today)
    if weekday is not None:
        return weekday
    if repeat.unit is Unit.DAYS:
        return today
    if repeat.unit is Unit.WEEKS:
        return coming_weekday("fredag", today)
    return _last_of_month(today) if repeat.unit is Unit.MONTHS else None


def _last_of_month(today: date) -> date:
    return months_after(today.replace(day=1), 1) - _DAY
