"""Who is away in the fictional house: a year that repeats, and the weeks round today, where something is to be solved.

The year is laid so that hardly ever more than one of a stue is away outside the summer. The weeks
round today have their own events, so that 'Ugen i ord' has a few real holes whatever the date is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import monday_of

# First name: kind:week[-week][/weekday[-weekday]], weekdays from 0 = Monday.
_YEAR: Final = {
    "Amalie": "F:27-29 F:42 6:23/0-1 O:9/2 O:37/0 A:39/4 K:47/2-3",
    "Birthe": "F:29-31 F:7 6:43/0-2 S:5/4 S:17/4 S:45/4",
    "Cecilie": "F:29-31 F:8 6:44/0-4 K:18/1",
    "Dorte": "F:27-29 F:41 6:6/0-4 A:40/4",
    "Emil": "F:29 F:32-33 O:19/0 O:46/1 6:38/2-3",
    "Gitte": "F:27-29 F:6 S:18/0 S:38/0 6:43/0-2",
    "Helle": "F:29-31 F:42 6:9/0-1 K:35/1-2",
    "Ida": "F:29 F:32-33 F:8 O:24/3 O:45/3 6:21/0",
    "Jonas": "F:27-29 F:7 6:25/3-4 K:38/0-1 A:40/0",
    "Karen": "F:29-31 F:41 S:4/0 S:17/0 S:44/0 6:22/1-3",
    "Leyla": "F:29-31 F:43 O:6/1 O:36/3 6:9/2-3",
    "Mads": "F:27-29 F:42 6:18/0-4",
    "Nanna": "F:29 F:32-33 F:8 K:5/1 K:19/1 K:45/1",
    "Otto": "F:27-29 F:7 6:42/0-4",
    "Pernille": "F:29-31 F:43 6:8/0-2 K:17/2",
    "Rikke": "F:29 F:32-33 F:6 K:46/0-1 6:24/0-1",
    "Signe": "F:27-29 F:41 O:19/1 O:35/0",
    "Thea": "F:27-29 F:42 6:7/0-4 K:19/2",
    "Ulla": "F:29 F:32-33 F:6 S:9/0 S:37/4 6:44/3-4",
    "Viktor": "F:27-29 F:8 6:25/0-1 A:40/1",
    "Yasmin": "F:29-31 F:41 O:18/0 O:46/4 6:5/0-1",
    "Åse": "F:29-31 F:43 S:17/4 S:45/0 6:23/2-3",
    "Lone": "F:28-30 F:42 6:7/0-1 K:46/2",
}

# First name, kind, weeks from this one, weekday, days.
_ROUND_TODAY: Final = (
    ("Signe", "X", -3, 0, 2),
    ("Otto", "X", -1, 1, 1),
    ("Yasmin", "K", 0, 0, 1),
    ("Pernille", "K", 0, 1, 1),
    ("Signe", "K", 0, 1, 1),
    ("Karen", "F", 0, 2, 3),
    ("Leyla", "A", 0, 2, 1),
    ("Ida", "O", 0, 4, 1),
    ("Ida", "F", 1, 0, 2),
    ("Viktor", "F", 1, 0, 5),
    ("Helle", "K", 2, 0, 2),
)
ON_LEAVE: Final = "Fatima"
_LEAVE_BEGAN, _LEAVE_ENDS = timedelta(weeks=-12), timedelta(weeks=32, days=4)
_QUIET = timedelta(weeks=3)  # this week and the two after it belong to the events round today
_SUMMER: Final = range(27, 34)
_BACK, _AHEAD = timedelta(days=200), timedelta(days=330)


@dataclass(frozen=True)
class DemoAbsence:
    """A stretch of days away; `kind` is the letter of the design."""

    first_name: str
    kind: str
    first: date
    last: date

    def overlaps(self, other: "DemoAbsence") -> bool:
        return self.first_name == other.first_name and self.first <= other.last and other.first <= self.last


def leave_round(today: date) -> DemoAbsence:
    """The one long orlov, in the middle of which today lies."""
    monday = monday_of(today)
    return DemoAbsence(ON_LEAVE, "B", monday + _LEAVE_BEGAN, monday + _LEAVE_ENDS)


def absences_round(today: date) -> list[DemoAbsence]:
    """Everybody's absence from half a year back to most of a year ahead, in order of date."""
    ordinary = [
        absence
        for year in (today.year - 1, today.year, today.year + 1)
        for absence in _of_year(year)
        if today - _BACK <= absence.first <= today + _AHEAD and not _gives_way(absence, today)
    ]
    events = [event for event in _events(today) if not any(event.overlaps(absence) for absence in ordinary)]
    return sorted([leave_round(today), *ordinary, *events], key=lambda absence: (absence.first, absence.first_name))


def _gives_way(absence: DemoAbsence, today: date) -> bool:
    """The ordinary year leaves the weeks round today to their events, but nobody's summer is taken away."""
    monday = monday_of(today)
    return monday <= absence.last < monday + _QUIET and absence.first.isocalendar().week not in _SUMMER


def _of_year(year: int) -> Iterator[DemoAbsence]:
    for name, words in _YEAR.items():
        for word in words.split():
            kind, _, when = word.partition(":")
            weeks, _, days = when.partition("/")
            first_week, last_week = _ends(weeks)
            first_day, last_day = _ends(days) if days else (0, 4)
            first = date.fromisocalendar(year, first_week, first_day + 1)
            yield DemoAbsence(name, kind, first, date.fromisocalendar(year, last_week, last_day + 1))


def _ends(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def _events(today: date) -> Iterator[DemoAbsence]:
    for name, kind, weeks, weekday, days in _ROUND_TODAY:
        first = monday_of(today) + timedelta(weeks=weeks, days=weekday)
        yield DemoAbsence(name, kind, first, first + timedelta(days=days - 1))
