"""An arbejdstid while it is typed: what stands in each day, what is wrong with it, and what it reads as. Pure.

The texts are kept as typed, so that nothing half written is lost; what cannot be read is told day by day.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dagleder.base.dates import DAY_MINUTES, WEEKDAYS, WORKDAYS, clock_digits, hours_text, monday_of
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import parse_clock, parse_hours
from dagleder.base.text import fold, squeezed
from dagleder.staff.pattern_words import hours_words, row_names, row_order
from dagleder.staff.patterns import DAYS, Pattern, Shift, Week, check_shift, week_minutes

_SPAN = re.compile(r"^(?:kl\.?\s*)?([\d.:]+)(?:\s*(?:[-–—]|til)\s*|\s+)(?:kl\.?\s*)?([\d.:]+)$")
_ONLY_HOURS = re.compile(r"^[\d.,½]+\s*t(?:im|imer|ime)?\.?$", re.IGNORECASE)
_OFF_WORDS = frozenset(("fri", "f", "-", "–", "0"))


class Way(StrEnum):
    """How a day is entered."""

    TIMES = "times"
    HOURS = "hours"
    OFF = "off"
    UNSAID = "unsaid"  # nobody has said anything of the day yet


class Spot(StrEnum):
    """Which field of a day something is wrong with."""

    START = "start"
    END = "end"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day as typed. `start` holds the hours where only hours are entered, or are reckoned with unsaid."""

    way: Way = Way.OFF
    start: str = ""
    end: str = ""

    @classmethod
    def of(cls, shift: Shift | None) -> "DayEntry":
        if shift is None:
            return cls()
        if shift.span is None:
            return cls(Way.HOURS, hours_text(shift.minutes))
        return cls(Way.TIMES, *map(clock_digits, shift.span))

    def understood(self) -> "DayEntry":
        """'7-14.30' in any field is the whole day; '7,5 t' and 'fri' in the first are what they say.

        Nothing at all is a day off.
        """
        if self.way is Way.UNSAID:
            return self
        text = squeezed(self.start)
        spans = (span for typed in (self.end, text) if (span := _span(squeezed(typed))))
        if self.way is not Way.OFF and (span := next(spans, None)):
            return DayEntry(Way.TIMES, *span)
        if self.way is Way.TIMES and not self.end and _ONLY_HOURS.match(text):
            return DayEntry(Way.HOURS, text)
        if fold(text) in _OFF_WORDS or not (text or self.end):
            return DayEntry()
        return self

    @property
    def empty(self) -> bool:
        """Whether there is room for something to be typed and nothing is."""
        return self.way in {Way.TIMES, Way.HOURS} and not (self.start.strip() or self.end.strip())


def _span(text: str) -> tuple[str, str] | None:
    """'7-14.30', '7.00–14.30', '7 til 14.30', '7 14.30': two clock times; None for anything else."""
    match = _SPAN.match(text)
    return (match[1], match[2]) if match and _is_clock(match[1]) and _is_clock(match[2]) else None


def _is_clock(text: str) -> bool:
    try:
        parse_clock(text)
    except UserProblem:
        return False
    return True


@dataclass(frozen=True, slots=True)
class DayProblem:
    """Why a day is not kept: a word under it, the whole sentence, and what was probably meant."""

    spot: Spot
    short: str
    sentence: str
    suggestion: str = ""


def read_day(entry: DayEntry, weekday: int) -> Shift | DayProblem | None:
    """The shift that is entered; None is a day off."""
    name = WEEKDAYS[weekday].capitalize()
    if entry.way is Way.OFF or (entry.way is Way.UNSAID and not entry.start):
        return None
    if entry.way in {Way.HOURS, Way.UNSAID}:
        return _read_hours(entry, name)
    times: list[int] = []
    for spot, text in ((Spot.START, entry.start), (Spot.END, entry.end)):
        if not text.strip():
            missing = "sluttid" if spot is Spot.END else "mødetid"
            return DayProblem(spot, f"{missing} mangler", f"{name} mangler en {missing}.")
        try:
            times.append(parse_clock(text))
        except UserProblem as problem:
            return DayProblem(spot, "ikke et klokkeslæt", f"{name}: {problem.sentence}", problem.suggestion)
    shift = Shift.between(*times)
    try:
        check_shift(shift, weekday, "")
    except UserProblem as problem:
        return DayProblem(Spot.END, "slut før start", problem.sentence, problem.suggestion)
    return shift


def _read_hours(entry: DayEntry, name: str) -> Shift | DayProblem:
    try:
        minutes = parse_hours(entry.start)
    except UserProblem as problem:
        return DayProblem(Spot.HOURS, "ikke et antal timer", f"{name}: {problem.sentence}", problem.suggestion)
    if not 0 < minutes <= DAY_MINUTES:
        return DayProblem(Spot.HOURS, "for mange timer", f"{name} har ikke et brugbart antal timer.")
    return Shift(minutes)


Place = tuple[int, int]
"""A week of the rotation and a weekday, both from 0."""


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """A rotation as typed, its weeks counted from the Monday `anchor`."""

    anchor: date
    weeks: tuple[tuple[DayEntry, ...], ...]

    @classmethod
    def of(cls, pattern: Pattern | None, since: date, agreed: int | None = None) -> "WorkEntry":
        """What is stored; without a pattern a week unsaid, with a fifth of the agreed minutes on each workday."""
        if pattern is None:
            week = (*(_unsaid(agreed or 0, weekday) for weekday in range(WORKDAYS)), *(DayEntry(),) * (DAYS - WORKDAYS))
            return cls(monday_of(since), (week,))
        return cls(pattern.anchor, tuple(tuple(map(DayEntry.of, week)) for week in pattern.weeks))

    def day(self, place: Place) -> DayEntry:
        return self.weeks[place[0]][place[1]]

    @property
    def said(self) -> bool:
        """Whether anything of it was typed."""
        return any(
            entry.way is not (Way.UNSAID if weekday < WORKDAYS else Way.OFF)
            for week in self.weeks
            for weekday, entry in enumerate(week)
        )

    def understood(self) -> "WorkEntry":
        """With each day as it is meant."""
        return replace(self, weeks=tuple(tuple(entry.understood() for entry in week) for week in self.weeks))

    def with_day(self, place: Place, entry: DayEntry) -> "WorkEntry":
        number, weekday = place
        week = self.weeks[number]
        changed = (*week[:weekday], entry, *week[weekday + 1 :])
        return replace(self, weeks=(*self.weeks[:number], changed, *self.weeks[number + 1 :]))

    def with_rest_of_week(self, place: Place) -> "WorkEntry":
        """The day again on each later day until Friday."""
        entry = self
        for weekday in range(place[1] + 1, WORKDAYS):
            entry = entry.with_day((place[0], weekday), self.day(place))
        return entry

    def with_weeks(self, count: int, since: date) -> "WorkEntry":
        """A rotation of another length; a longer one goes on as the week that is read first, a shorter keeps it."""
        first = self.weeks[row_order(self.anchor, len(self.weeks), since)[0]]
        if count == 1:
            return replace(self, weeks=(first,))
        kept = self.weeks[:count] if len(self.weeks) > 1 else (first,)
        return replace(self, weeks=(*kept, *(first,) * (count - len(kept))))

    def problems(self) -> dict[Place, DayProblem]:
        """What is wrong, in the order of the rotation."""
        found = {place: read_day(self.day(place), place[1]) for place in self.places()}
        return {place: read for place, read in found.items() if isinstance(read, DayProblem)}

    def problems_as_read(self, since: date) -> list[tuple[Place, DayProblem]]:
        """What is wrong, its weeks in the order they have as of `since`."""
        order = row_order(self.anchor, len(self.weeks), since)
        return sorted(self.problems().items(), key=lambda item: (order.index(item[0][0]), item[0][1]))

    def kept(self, stored: "WorkEntry") -> "WorkEntry":
        """What can be saved: a day that cannot be read stays as it is stored."""
        entry = self
        for place in self.problems():
            known = place[0] < len(stored.weeks)
            entry = entry.with_day(place, stored.day(place) if known else DayEntry())
        return entry

    def places(self) -> list[Place]:
        return [(number, weekday) for number in range(len(self.weeks)) for weekday in range(DAYS)]

    def read(self) -> tuple[Week, ...]:
        """The rotation; a day that cannot be read counts as off."""
        return tuple(
            tuple(
                None if isinstance(shift := read_day(entry, day), DayProblem) else shift for day, entry in enumerate(w)
            )
            for w in self.weeks
        )

    def suggested(self) -> "WorkEntry":
        """With what was probably meant in place of what cannot be kept."""
        entry = self
        for place, problem in self.problems().items():
            if problem.suggestion:
                entry = entry.with_day(place, mended(self.day(place), problem))
        return entry


def _unsaid(agreed: int, weekday: int) -> DayEntry:
    """The first days have a minute more where the week cannot be shared evenly."""
    each, rest = divmod(agreed, WORKDAYS)
    return DayEntry(Way.UNSAID, hours_text(each + (weekday < rest)) if agreed else "")


def mended(entry: DayEntry, problem: DayProblem) -> DayEntry:
    """The day with the suggestion where it was wrong."""
    if problem.spot is Spot.END:
        return replace(entry, end=problem.suggestion)
    return replace(entry, start=problem.suggestion)


def in_row(row: str) -> str:
    """'i lige uger', 'i uge 2 af 3'; '' where every week is alike."""
    return "" if row == row_names(1)[0] else f"i {row[:1].lower()}{row[1:]}"


def problem_sentence(entry: WorkEntry, place: Place, problem: DayProblem, since: date) -> str:
    """'Torsdag i lige uger slutter kl. 6.30, … Mente du 16.30? Så bliver lige uger 35,0 timer.'."""
    row = row_name(entry, place[0], since)
    name = WEEKDAYS[place[1]].capitalize()
    sentence = problem.sentence
    if where := in_row(row):
        sentence = sentence.replace(name, f"{name} {where}", 1)
    if problem.suggestion:
        minutes = week_minutes(entry.with_day(place, mended(entry.day(place), problem)).read()[place[0]])
        week = "ugen" if len(entry.weeks) == 1 else f"{row[:1].lower()}{row[1:]}"
        sentence += f" Så bliver {week} {hours_words(minutes)} timer."
    return sentence


def row_name(entry: WorkEntry, number: int, since: date) -> str:
    """What a week of the rotation is called."""
    order = row_order(entry.anchor, len(entry.weeks), since)
    return row_names(len(entry.weeks))[order.index(number)]


def sum_text(week: Sequence[DayEntry], problems: Mapping[int, DayProblem]) -> tuple[str, str]:
    """'35,0' and 'timer', '–' for hours not known; with a day that cannot be read '28,0 + ?', 'torsdag mangler'."""
    read = [shift for day, entry in enumerate(week) if isinstance(shift := read_day(entry, day), Shift)]
    hours = hours_words(sum(shift.minutes for shift in read))
    if not problems:
        unknown = any(entry == DayEntry(Way.UNSAID) for entry in week)
        return "–" if unknown and not read else hours, "timer"
    first = WEEKDAYS[min(problems)]
    return f"{hours} + ?", f"{first} mangler" if len(problems) == 1 else f"{len(problems)} dage mangler"
