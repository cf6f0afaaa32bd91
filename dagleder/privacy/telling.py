"""How a row is told to the one it is about: columns as words, and what the ids in them stand for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dagleder.base.cpr import without_cpr
from dagleder.base.dates import WEEKDAYS, clock_digits, day_text, hours_text
from dagleder.base.parsing import birthday_text, phone_text
from dagleder.base.text import and_list, ended
from dagleder.competence.levels import LEVEL_NAMES, NOT_YET, SOURCE_NAMES, WISH_NAMES, Source, Wish
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.staff.roles import role_name
from dagleder.tasks.criteria import CRITERION_NAMES
from dagleder.tasks.delegation import facts_from_json
from dagleder.tasks.kinds import WEIGHT_NAMES
from dagleder.tasks.states import MANDATE_NAMES, PART_NAMES, Mandate, Part
from dagleder.tasks.suggestion import DIRECTION_NAMES, Direction

_CPR_STANDS_HERE = "[et tal, der ligner et CPR-nummer]"


@dataclass(frozen=True)
class Names:
    """What the ids in a person's rows stand for."""

    teams: Mapping[int, str] = field(default_factory=dict)
    bands: Mapping[int, str] = field(default_factory=dict)
    meetings: Mapping[int, str] = field(default_factory=dict)
    patterns: Mapping[int, str] = field(default_factory=dict)  # 'fra 1. april 2026'
    competences: Mapping[int, str] = field(default_factory=dict)
    certificates: frozenset[int] = frozenset()  # the competences that are held or not, without levels
    tasks: Mapping[int, str] = field(default_factory=dict)
    task_kinds: Mapping[int, str] = field(default_factory=dict)


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


def text_words(value: Any, _: Names) -> str:
    """No paper repeats a CPR number, also not one somebody wrote in a note."""
    return without_cpr(str(value), _CPR_STANDS_HERE)


def day_words(value: date, _: Names) -> str:
    return day_text(value, year=True)


def time_words(value: int, _: Names) -> str:
    return clock_digits(value)


def hours_words(value: int, _: Names) -> str:
    return hours_text(value)


def yes_no_words(value: bool, _: Names) -> str:  # noqa: FBT001 -- a value of a row
    return "ja" if value else "nej"


def birthday_words(day: int, month: int, _: Names) -> str:
    return birthday_text(day, month)


def weeks_words(value: int, _: Names) -> str:
    return "hver uge" if value == 1 else f"hver {value}. uge"


def week_number_words(value: int, _: Names) -> str:
    return str(value + 1)


def weekday_words(value: int, _: Names) -> str:
    return WEEKDAYS[value]


def weekdays_words(value: int, _: Names) -> str:
    return and_list([name for day, name in enumerate(WEEKDAYS) if value >> day & 1])


def role_words(value: str, _: Names) -> str:
    return role_name(value)


def phone_words(value: str, _: Names) -> str:
    return phone_text(value)


def team_words(value: int, names: Names) -> str:
    return names.teams.get(value, "en stue, der er slettet")


def band_words(value: int, names: Names) -> str:
    return names.bands.get(value, "et tidsrum, der er slettet")


def meeting_words(value: int, names: Names) -> str:
    return names.meetings.get(value, "et møde, der er slettet")


def pattern_words(value: int, names: Names) -> str:
    return names.patterns.get(value, "en arbejdstid, der er slettet")


def absence_kind_words(value: str, _: Names) -> str:
    return KIND_BY_KEY[value].name


def competence_words(value: int, names: Names) -> str:
    return names.competences.get(value, "en kompetence, der er slettet")


def level_words(value: int, competence_id: int, names: Names) -> str:
    """'3, kan selv'; of a certificate whether it is held."""
    if competence_id in names.certificates:
        return "nej" if value == NOT_YET else "ja"
    return f"{value}, {LEVEL_NAMES[value].casefold()}"


def source_words(value: str, _: Names) -> str:
    return SOURCE_NAMES[Source(value)]


def wish_words(value: str, _: Names) -> str:
    return WISH_NAMES[Wish(value)]


def task_words(value: int, names: Names) -> str:
    return names.tasks.get(value, "en opgave, der er slettet")


def task_kind_words(value: int, names: Names) -> str:
    return names.task_kinds.get(value, "en slags opgave, der er slettet")


def colleague_words(_: int, __: Names) -> str:
    """Her paper names nobody but her."""
    return "en kollega"


def part_words(value: str, _: Names) -> str:
    return PART_NAMES[Part(value)]


def mandate_words(value: str, _: Names) -> str:
    return MANDATE_NAMES[Mandate(value)]


def direction_words(value: str, _: Names) -> str:
    return DIRECTION_NAMES[Direction(value)].casefold()


def weighing_words(value: str, _: Names) -> str:
    """'Relevans 4, vægt Noget: Egernet er hendes stue. …': the four criteria as they stood, and what counted."""
    values, weights = facts_from_json(value)
    told = ((each, valued, WEIGHT_NAMES[getattr(weights, each.value)]) for each, valued in values.items())
    return " ".join(
        f"{CRITERION_NAMES[each]} {valued.value}, vægt {weight}: {ended(valued.fact)}" for each, valued, weight in told
    )
