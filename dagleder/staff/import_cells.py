"""Reads one cell of a staff list as one fact. Pure; what cannot be read raises UserProblem."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, running_text
from dagleder.base.parsing import (
    MOST_WEEKLY_MINUTES,
    Cell,
    Doubt,
    doubt_mail,
    doubt_weekly_hours,
    parse_birthday,
    parse_date,
    parse_hours,
    parse_phone,
)
from dagleder.exchange.tables_values import CellValue, cell_text
from dagleder.staff.import_teams import cell_teams
from dagleder.staff.initials import MAX_LETTERS
from dagleder.staff.roles import read_role, role_name

_LONGEST_NUMBER = 30


@dataclass(frozen=True, slots=True)
class CellRead:
    """The fact, what is odd about it, and (when it had to be guessed) what the cell was taken for."""

    value: Any
    doubt: Doubt | None = None
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What some cells are read by: two-digit years by today, several stuer by those that stand alone."""

    today: date
    teams: frozenset[str]


def _plain(value: CellValue) -> Cell:
    """As `parsing` takes it: what a person would have typed, without invisible characters."""
    return line(value, "") if isinstance(value, str) else value


def _number(value: CellValue, _: Context) -> CellRead:
    text = line(cell_text(value), "number", longest=_LONGEST_NUMBER)
    if not any(c.isdigit() for c in text):
        raise UserProblem(f"“{text}” er ikke et medarbejdernummer.")
    return CellRead(text)


def _role(value: CellValue, _: Context) -> CellRead:
    text = line(cell_text(value), "role")
    reading = read_role(text)
    if reading is None:
        raise UserProblem(f"“{text}” er ikke en stilling, Dagleder kender. Vælg den på medarbejderens side.")
    return CellRead(reading.key, mended=role_name(reading.key) if reading.guessed else "")


def _hours(value: CellValue, _: Context) -> CellRead:
    minutes = parse_hours(_plain(value))
    doubt = doubt_weekly_hours(minutes)
    if doubt and minutes > MOST_WEEKLY_MINUTES:  # there are not so many hours in a week
        raise UserProblem(doubt.sentence, suggestion=doubt.suggestion)
    return CellRead(minutes, doubt)


def _date(value: CellValue, context: Context) -> CellRead:
    day = parse_date(_plain(value), today=context.today)
    guessed_year = isinstance(value, str) and str(day.year) not in value
    return CellRead(day, mended=day_digits(day) if guessed_year else "")


def _birthday(value: CellValue, _: Context) -> CellRead:
    return CellRead(parse_birthday(_plain(value)))


def _mail(value: CellValue, _: Context) -> CellRead:
    text = line(cell_text(value), "mail")
    return CellRead(text, doubt_mail(text))


def _phone(value: CellValue, _: Context) -> CellRead:
    return CellRead(parse_phone(_plain(value)))


def _initials(value: CellValue, _: Context) -> CellRead:
    text = line(cell_text(value), "initials").upper()
    if len(text) > MAX_LETTERS or " " in text:
        raise UserProblem(f"“{text}” er for langt til initialer. Dagleder foreslår selv nogle.")
    return CellRead(text)


def _known_as(value: CellValue, _: Context) -> CellRead:
    return CellRead(line(cell_text(value), "known_as"))


def _notes(value: CellValue, _: Context) -> CellRead:
    return CellRead(running_text(cell_text(value), "notes"))


def _teams(value: CellValue, context: Context) -> CellRead:
    return CellRead(cell_teams(line(cell_text(value), "team"), context.teams))


CELL_READERS: dict[str, Callable[[CellValue, Context], CellRead]] = {
    "number": _number,
    "role": _role,
    "team": _teams,
    "hours": _hours,
    "start": _date,
    "end": _date,
    "birthday": _birthday,
    "mail": _mail,
    "phone": _phone,
    "initials": _initials,
    "known_as": _known_as,
    "notes": _notes,
}
