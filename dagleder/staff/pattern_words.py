"""Working patterns as the leader reads and writes them: even and odd weeks by name, a week in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dagleder.base.dates import WEEKDAYS_SHORT, WORKDAYS, hours_text, monday_of, week_number
from dagleder.base.text import plural
from dagleder.staff.patterns import DAYS, Pattern, Week, rotation_week
from dagleder.staff.work_periods import WorkPeriod

PAIR = 2
_SHOWN_WEEKS = 2


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of a rotation: its name ('Lige uger', 'Uge 1 af 3'), when it comes ('uge 12, 14 …'), and its shifts."""

    title: str
    detail: str
    week: Week


def week_rows(anchor: date, weeks: Sequence[Week], since: date) -> tuple[WeekRow, ...]:
    """A rotation in the order it is read, with the weeks of the calendar from `since` on; even weeks come first."""
    if len(weeks) == 1:
        return (WeekRow("Alle uger", "", weeks[0]),)
    names = row_names(len(weeks))
    return tuple(
        WeekRow(name, _coming(anchor, weeks, number, since), weeks[number])
        for name, number in zip(names, row_order(anchor, len(weeks), since), strict=True)
    )


def row_names(weeks: int) -> tuple[str, ...]:
    if weeks == 1:
        return ("Alle uger",)
    return ("Lige uger", "Ulige uger") if weeks == PAIR else tuple(f"Uge {n} af {weeks}" for n in range(1, weeks + 1))


def row_order(anchor: date, weeks: int, since: date) -> tuple[int, ...]:
    """Which weeks of the rotation the rows are: as counted, but of two the one that is even now comes first.

    A rotation of two weeks changes from even to odd after a week 53, so the names hold as of `since`.
    """
    if weeks != PAIR:
        return tuple(range(weeks))
    now = rotation_week(anchor, PAIR, since)
    even = now if is_even(since) else 1 - now
    return (even, 1 - even)


def is_even(day: date) -> bool:
    """Whether the ISO week of `day` is even."""
    return week_number(day) % PAIR == 0


def _coming(anchor: date, weeks: Sequence[Week], number: int, since: date) -> str:
    """'uge 12, 14 …': when that week of the rotation comes from `since` on."""
    monday = monday_of(since)
    ahead = (number - rotation_week(anchor, len(weeks), monday)) % len(weeks)
    first = monday + timedelta(days=DAYS * ahead)
    step = timedelta(days=DAYS * len(weeks))
    return f"uge {', '.join(str(week_number(first + step * n)) for n in range(_SHOWN_WEEKS))} …"


def week_words(week: Week) -> str:
    """'man–tor 8–15.30, fre 8–14', and days off from Monday to Friday as 'fri'."""
    shown = [(day, shift.text if shift else "fri") for day, shift in enumerate(week) if shift or day < WORKDAYS]
    runs = [[day for day, _ in run] for _, run in groupby(shown, key=lambda pair: pair[1])]
    texts = dict(shown)
    return ", ".join(f"{_days(run)} {texts[run[0]]}" for run in runs)


def _days(run: Sequence[int]) -> str:
    """'man', 'man–tor'; two neighbours too."""
    first = WEEKDAYS_SHORT[run[0]]
    return first if len(run) == 1 else f"{first}–{WEEKDAYS_SHORT[run[-1]]}"


def hours_words(minutes: int) -> str:
    """Hours in columns of figures: '8,0', '7,25'."""
    text = hours_text(minutes)
    return text if "," in text else f"{text},0"


def rhythm_words(pattern: Pattern | None) -> str:
    """'fast uge', 'lige og ulige uger', '3 uger', 'uden mødetider'."""
    if pattern is None:
        return "uden mødetider"
    count = len(pattern.weeks)
    if count == 1:
        return "fast uge"
    return "lige og ulige uger" if count == PAIR else plural(count, "uge", "uger")


def period_words(period: WorkPeriod) -> str:
    """'32 timer, fast uge'."""
    hours = f"{hours_text(period.minutes)} timer" if period.minutes is not None else "ingen faste timer"
    return f"{hours}, {rhythm_words(period.pattern)}"


def workdays(weeks: Sequence[Week]) -> int:
    """Days with work in the whole rotation."""
    return sum(shift is not None for week in weeks for shift in week)
