"""The deadline at the end of a quick line: 'fre', '12/5', 'uge 20', 'mandag kl. 9', 'hver mandag'. Pure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import MONTHS, WEEKDAYS, day_digits, day_text, months_after
from dagleder.base.day_words import (
    coming_weekday,
    day_in_words,
    last_of_month,
    plain_words,
    split_weekday,
    weekday_number,
    without_before,
    without_leads,
)
from dagleder.base.errors import UserProblem
from dagleder.base.typed_dates import parse_coming_date
from dagleder.tasks.repeat_words import UNKNOWN_REPEATS, repeat_in_words
from dagleder.tasks.repeats import Repeat, Unit

_MOST_WORDS: Final = 7
_MOST_REPEAT_WORDS: Final = 4
# '12.30' by itself too: no day has that number.
_CLOCK: Final = re.compile(
    r"(kl\.? ?\d{1,2}(?:[.:]\d{2})?|(?:[01]?\d|2[0-3])(?::[0-5]\d|\.(?:00|1[3-9]|[2-5]\d)))[,.;!]?",
    re.IGNORECASE | re.ASCII,
)
_MAYBE_A_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3])\.\d{2}", re.ASCII)
_MAYBE_A_NUMBER: Final = re.compile(r"\d{1,2}/\d{1,2}", re.ASCII)
_MAYBE_A_WEEK: Final = re.compile(r"uge \d{1,2}", re.ASCII)
# What has a number of its own, or is counted: 'kap. 3/4', '2 x 1/2'.
_NUMBERED: Final = frozenset(
    {
        *(
            "kap.",
            "kap",
            "kapitel",
            "afsnit",
            "bind",
            "del",
            "side",
            "s.",
            "nr.",
            "nr",
            "nummer",
            "punkt",
            "pkt.",
            "bilag",
        )
    }
    | {*("gruppe", "hold", "lokale", "rum", "version", "x", "á", "a", "×", "=")}
)
# Not '3.2' or '10-12': those are numbers of decisions, and ages. Two digits, a dot at the end or a year tell a date.
_DATE: Final = re.compile(
    r"\d{1,2}/\d{1,2}([/ -]'?(\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? [a-z]{3,9}\.?( \d{4})?"
    r"|\d{1,2}\.\d{1,2}\.(\d{4}|\d{2})?|\d{2}\.\d{1,2}",
    re.ASCII,
)
_HYPHENED: Final = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
_SURE_LEADS: Final = frozenset({"den", "d.", "d", "senest", "inden", "frist", "frist:", "deadline", "deadline:"})
# What stands before a day and says something else of it than that it is the deadline: 'efter fredag', 'man og ons'.
_BINDING: Final = frozenset(
    {*("og", "eller", "samt", "&", "+", "-", "–"), *("efter", "fra", "siden", "mellem", "omkring", "cirka", "ca.")}
    | {*("om", "for", "af", "hver", "hvert", "alle", "hele", "sidste", "forrige", "ikke")}
    | {*("tidligst", "mod", "ved", "pr.", "pr", "primo", "medio", "ultimo")}
)
# 'Hver første mandag'.
_EACH: Final = frozenset({"hver", "hvert", "den", "d."})
_WHICH: Final = frozenset({"første", "1.", "anden", "2.", "tredje", "3.", "fjerde", "4.", "næstsidste"})
# A day so far from the one that is told: '14 dage før', 'lige før'.
_APART: Final = frozenset(
    {
        *("dag", "dage", "dagen", "aftenen", "uge", "uger", "ugen"),
        *("måned", "måneder", "måneden", "år", "lige", "kort"),
    }
)
_AWAY_FROM_TODAY: Final = re.compile(r"\b(dage?|uger?|måned|måneder|kvartal|kvartaler|år)$")
_OF_A_MONTH: Final = re.compile(r"\bd(?:en|\.)? ?\d{1,2}\.?$", re.ASCII)
_HALF_A_ROUND: Final = (timedelta(days=183), timedelta(days=15))
# 'Hver mandag: …' anywhere; at the end 'fra august', 'ultimo april', 'inden påske'.
_UNREAD: Final = re.compile(
    rf"\b(?:hvert?|hveranden|hverandet) (?:\S+ )?(?:{'|'.join(WEEKDAYS)}|dag|uge|måned|kvartal|år)\b"
    rf"|\b(?:i|fra|til|efter|primo|medio|ultimo|af) (?:{'|'.join(MONTHS)})(?: \d{{4}})?\.?$"
    r"|\b(?:senest|deadline:?|frist:|før|inden(?! ?for\b)) (?:\S+ ){0,2}\S+$"
)
_JUST_PASSED: Final = timedelta(days=31)
_QUARTER, _HALF_A_YEAR = 3, 6
NO_DAY: Final = "Skriv også hvilken dag, fx 1/5."
NOT_READ: Final = "Fristen er ikke forstået. Skriv én dag til sidst."


@dataclass(frozen=True, slots=True)
class Note:
    """What is told of a day that was not taken for the deadline. `meant` may be written in place of `typed`."""

    sentence: str
    typed: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the end of a line told of when: `rest` are the words that told nothing of it."""

    rest: tuple[str, ...]
    day: date | None = None
    repeat: Repeat | None = None
    note: Note | None = None


def days_at_end(words: Sequence[str], today: date) -> Found:
    """The deadline that the last words tell, and how often it comes again. Something must be left to be done.

    A time of the day is not kept: it stays in the title, and the day before it is read.
    """
    until, clock = _before_clock(tuple(words))
    left, repeat = _every(until)
    found = _day_at_end(left, today)
    if repeat is None and found.day is not None:  # 'hver uge fre' as well as 'fre hver uge'
        left, repeat = _every(found.rest)
        found = Found(left, found.day, note=found.note)
    if repeat is not None and found.day is None and found.note is None:
        first = _first_due(repeat, until, today)
        found = Found(found.rest, first, note=None if first else Note(NO_DAY))
    if not found.rest:
        return Found(tuple(words))
    if found.day is None:
        return Found(tuple(words), note=found.note or _note(until))
    if _is_bound(found.rest):
        return Found(tuple(words), note=Note(NOT_READ))
    if found.note and repeat is None:  # of what comes again the day that has been tells when it comes
        return Found(tuple(words), note=found.note)
    return Found((*found.rest, *clock), found.day, repeat)


def _before_clock(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before 'kl. 9' at the end, and these."""
    for count in (2, 1):
        if len(words) >= count and _CLOCK.fullmatch(" ".join(words[-count:])):
            return words[:-count], words[-count:]
    return words, ()


def _day_at_end(words: tuple[str, ...], today: date) -> Found:
    """As many of the last words as tell a day; with a note where it must be asked whether it is the deadline."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        typed = " ".join(words[-count:])
        try:
            day = _day(plain_words(typed), today)
        except UserProblem as problem:
            if problem.suggestion:  # it was meant as a day: what is left of it tells another
                told = Note(problem.sentence, typed, problem.suggestion)
                return Found(words, note=Note(NOT_READ) if _is_bound(words[:-count], typed) else told)
            continue
        if day is not None and _is_bound(words[:-count], typed):
            return Found(words, note=Note(NOT_READ))
        if day is not None:
            return Found(words[:-count], day, note=_doubt(words[:-count], typed, day, today))
    return Found(words)


def _is_bound(before: tuple[str, ...], typed: str = "") -> bool:
    """The words before a day say something else of it."""
    last = [word.casefold() for word in before[-2:]]
    if not last:
        return False
    if last[-1] in _APART:
        return bool(without_before(plain_words(typed))) or typed.casefold().startswith("inden ")
    if last[-1] != "man" and weekday_number(last[-1].rstrip(",")) is not None:
        return True  # 'tirsdag næste måned': not the day that the words after it tell by themselves
    return last[-1] in _BINDING or last == ["og", "med"] or (last[0] in _EACH and last[-1] in _WHICH)


def _doubt(before: tuple[str, ...], typed: str, day: date, today: date) -> Note | None:
    """Why it is not sure that the day is the deadline."""
    text = plain_words(typed)
    why = ""
    if passed := _passed(text, day, today):
        why = f"{day_text(passed, year=True)} er forbi."
    elif _MAYBE_A_WEEK.fullmatch(text):
        why = f"“{text}” kan være fristen eller en del af opgaven."
    elif _MAYBE_A_CLOCK.fullmatch(text):
        why = f"“{text}” kan være et klokkeslæt."
    elif _MAYBE_A_NUMBER.fullmatch(text) and _is_numbered(before):
        why = f"“{text}” er måske ikke en dag."
    return Note(f"{why} Mente du {day_digits(day)}?", typed, day_digits(day)) if why else None


def _is_numbered(before: tuple[str, ...]) -> bool:
    return bool(before) and (before[-1].casefold() in _NUMBERED or before[-1].isdigit())


def _passed(text: str, day: date, today: date) -> date | None:
    """The day of that name that has been, where it is nearer than the coming one: it may well be meant."""
    if not any(character.isdigit() for character in text) or _AWAY_FROM_TODAY.search(text):
        return None
    with suppress(UserProblem):  # then it was not a day, or had another weekday
        latest = _day(text, today - _HALF_A_ROUND[_OF_A_MONTH.search(text) is not None])
        if latest is not None and latest < today and latest != day:
            return latest if day.year > today.year or today - latest <= _JUST_PASSED else None
    return None


def _day(text: str, today: date) -> date | None:
    told = day_in_words(text, today)
    if told is not None:
        return told
    number, rest = split_weekday(without_leads(text))
    dated = without_leads(rest)
    led = number is not None or not _SURE_LEADS.isdisjoint(text.removesuffix(dated).split())
    if _DATE.fullmatch(dated) or _is_hyphened(dated, led=led):
        return parse_coming_date(text, today=today)
    return None


def _is_hyphened(text: str, *, led: bool) -> bool:
    """'12-3'; without a word that leads to a date only where it cannot be from one to another, as ages are."""
    match = _HYPHENED.fullmatch(text)
    if match is None:
        return False
    return led or (len(match[1]) > 1 and (match[1][0] == "0" or int(match[1]) >= int(match[2])))


# --- that it comes again ---------------------------------------------------------------------------


def _every(words: tuple[str, ...]) -> tuple[tuple[str, ...], Repeat | None]:
    """The words before 'hver uge', 'hver 2. måned', 'hver mandag', 'kvartalsvis', and how often that is."""
    for count in range(min(_MOST_REPEAT_WORDS, len(words)), 0, -1):
        repeat = repeat_in_words(plain_words(" ".join(words[-count:])))
        if repeat is not None:
            return words[:-count], repeat
    return words, None


def _note(words: tuple[str, ...]) -> Note | None:
    """Of how often it should come again, or when, where that is told and not to be had."""
    said = UNKNOWN_REPEATS.get(plain_words(" ".join(words[-2:])))
    if said is None and _UNREAD.search(plain_words(" ".join(words))):
        said = NOT_READ
    return Note(said) if said else None


def _first_due(repeat: Repeat, words: tuple[str, ...], today: date) -> date | None:
    """The coming weekday that was told; else today, this week's Friday (or next week's), the last of the month.

    Of a quarter or half a year its last day; of a year it must be told on which day.
    """
    weekday = coming_weekday(plain_words(words[-1]), today)
    if weekday is not None:
        return weekday
    if repeat.unit is Unit.DAYS:
        return today
    if repeat.unit is Unit.WEEKS:
        return coming_weekday("fredag", today)
    if repeat.unit is Unit.YEARS:
        return None
    months = repeat.every if repeat.every in (_QUARTER, _HALF_A_YEAR) else 1
    return last_of_month(months_after(today.replace(day=1), months - 1 - (today.month - 1) % months))
