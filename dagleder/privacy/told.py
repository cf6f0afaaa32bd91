"""How each table tells what it keeps about a person: its heading, and its columns as words.

A test fails when a table or a column that belongs to a person is missing here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dagleder.base.cpr import without_cpr
from dagleder.base.dates import WEEKDAYS, clock_digits, day_text, hours_text
from dagleder.base.parsing import birthday_text, phone_text
from dagleder.base.text import and_list
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.staff.roles import role_name

_CPR_STANDS_HERE = "[et tal, der ligner et CPR-nummer]"


@dataclass(frozen=True)
class Names:
    """What the ids in a person's rows stand for."""

    teams: Mapping[int, str] = field(default_factory=dict)
    bands: Mapping[int, str] = field(default_factory=dict)
    meetings: Mapping[int, str] = field(default_factory=dict)
    patterns: Mapping[int, str] = field(default_factory=dict)  # 'fra 1. april 2026'


Words = Callable[..., str]
"""From the values of the columns, and then the Names, to what is written."""


@dataclass(frozen=True)
class Told:
    """A column as it is told, or several that are one thing. `unset` is what stands where there is nothing."""

    columns: tuple[str, ...]
    label: str
    words: Words
    unset: str = ""

    def said(self, row: Mapping[str, Any], names: Names) -> str:
        # The history may hold rows from before a column was added.
        values = [row.get(column) for column in self.columns]
        return self.unset if values[0] is None or values[0] == "" else self.words(*values, names)


@dataclass(frozen=True)
class ToldTable:
    """A table as it is told. `silent` columns hold nothing about the person: ids and the order on a page.

    `parted`: the first column is told once, in a heading of its own over the rows that have it in common.
    """

    heading: str
    columns: tuple[Told, ...]
    silent: frozenset[str] = frozenset({"id", "employee_id"})
    parted: bool = False


def _text(value: Any, _: Names) -> str:
    """No paper repeats a CPR number, also not one somebody wrote in a note."""
    return without_cpr(str(value), _CPR_STANDS_HERE)


def _day(value: date, _: Names) -> str:
    return day_text(value, year=True)


def _time(value: int, _: Names) -> str:
    return clock_digits(value)


def _hours(value: int, _: Names) -> str:
    return hours_text(value)


def _yes_no(value: bool, _: Names) -> str:  # noqa: FBT001 -- a value of a row
    return "ja" if value else "nej"


def _birthday(day: int, month: int, _: Names) -> str:
    return birthday_text(day, month)


def _weeks(value: int, _: Names) -> str:
    return "hver uge" if value == 1 else f"hver {value}. uge"


def _week_number(value: int, _: Names) -> str:
    return str(value + 1)


def _weekday(value: int, _: Names) -> str:
    return WEEKDAYS[value]


def _weekdays(value: int, _: Names) -> str:
    return and_list([name for day, name in enumerate(WEEKDAYS) if value >> day & 1])


def _role(value: str, _: Names) -> str:
    return role_name(value)


def _phone(value: str, _: Names) -> str:
    return phone_text(value)


def _team(value: int, names: Names) -> str:
    return names.teams.get(value, "en stue, der er slettet")


def _band(value: int, names: Names) -> str:
    return names.bands.get(value, "et tidsrum, der er slettet")


def _meeting(value: int, names: Names) -> str:
    return names.meetings.get(value, "et møde, der er slettet")


def _pattern(value: int, names: Names) -> str:
    return names.patterns.get(value, "en arbejdstid, der er slettet")


def _kind(value: str, _: Names) -> str:
    return KIND_BY_KEY[value].name


TOLD: Mapping[str, ToldTable] = {
    "employee": ToldTable(
        "Om dig",
        (
            Told(("first_name",), "Fornavn", _text),
            Told(("last_name",), "Efternavn", _text),
            Told(("known_as",), "Kaldes", _text),
            Told(("initials",), "Initialer", _text),
            Told(("number",), "Medarbejdernummer", _text),
            Told(("role",), "Stilling", _role),
            Told(("start",), "Ansat fra", _day),
            Told(("end",), "Sidste dag", _day),
            Told(("mail",), "E-mail", _text),
            Told(("phone",), "Telefon", _phone),
            Told(("birth_day", "birth_month"), "Fødselsdag", _birthday),
            Told(("notes",), "Praktisk note", _text),
        ),
        frozenset({"id"}),
    ),
    "weekly_hours": ToldTable(
        "Timer om ugen", (Told(("valid_from",), "Gælder fra", _day, "ansættelsen"), Told(("minutes",), "Timer", _hours))
    ),
    "team_membership": ToldTable(
        "Stue",
        (
            Told(("team_id",), "Stue", _team),
            Told(("valid_from",), "Fra", _day),
            Told(("valid_to",), "Til og med", _day),
            Told(("weekdays",), "Ugedage", _weekdays),
        ),
        frozenset({"id", "employee_id", "position"}),
    ),
    "work_pattern": ToldTable(
        "Arbejdstid",
        (
            Told(("valid_from",), "Gælder fra", _day),
            Told(("anchor",), "Uge 1 begynder", _day),
            Told(("weeks",), "Gentages", _weeks),
        ),
    ),
    "work_pattern_day": ToldTable(
        "Arbejdstid dag for dag",
        (
            Told(("pattern_id",), "Arbejdstid", _pattern),
            Told(("week",), "Uge", _week_number),
            Told(("weekday",), "Dag", _weekday),
            Told(("start_minute",), "Fra", _time),
            Told(("end_minute",), "Til", _time),
            Told(("minutes",), "Timer", _hours),
        ),
        frozenset({"id"}),
        parted=True,
    ),
    "absence": ToldTable(
        "Planlagt fravær",
        (
            Told(("first",), "Første dag", _day),
            Told(("last",), "Sidste dag", _day),
            Told(("kind",), "Slags", _kind),
            Told(("start_minute",), "Fra", _time),
            Told(("end_minute",), "Til", _time),
        ),
    ),
    "loan": ToldTable(
        "Lånt til en anden stue",
        (
            Told(("team_id",), "Stue", _team),
            Told(("first",), "Første dag", _day),
            Told(("last",), "Sidste dag", _day),
            Told(("band_id",), "Tidsrum", _band),
        ),
    ),
    "substitute": ToldTable(
        "Vikar på en stue",
        (
            Told(("name",), "Skrevet som", _text),
            Told(("team_id",), "Stue", _team),
            Told(("first",), "Første dag", _day),
            Told(("last",), "Sidste dag", _day),
            Told(("band_id",), "Tidsrum", _band),
            Told(("pedagogue",), "Tæller som pædagog", _yes_no),
        ),
    ),
    "meeting_participant": ToldTable(
        "Inviteret til møder",
        (
            Told(("meeting_id",), "Møde", _meeting),
            Told(("name",), "Skrevet som", _text),
            Told(("role",), "Rolle", _text),
            Told(("mail",), "E-mail", _text),
        ),
    ),
}
