"""The whole year on one sheet (p6): a column for each month, a row for each day, letter and start in the day's field.

One drawing for screen and paper. It survives a black-and-white printer: letters tell the kinds, stripes a closed day.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import MONTHS, WORKDAYS, clock_digits, clock_text, week_number
from dagleder.base.text import capitalised
from dagleder.calendars.holidays import holiday_name
from dagleder.exchange.drawing import Anchor, Drawing, Hatch, Line, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import (
    GRID,
    HATCH,
    HEAD_FILL,
    INK,
    INK_SOFT,
    RULE_FAINT,
    RULE_STRONG,
    WEEKEND_FILL,
    WHITE,
)
from dagleder.exchange.drawing_marks import badge, badge_width
from dagleder.exchange.fonts import fitted, text_width
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.states import PROPOSED
from dagleder.meetings.year_legend import foot_shapes, head_shapes
from dagleder.presence.standing import Standing, standing

TOP: Final = 40.5  # of the grid
HEAD: Final = 15.75
ROW: Final = 14.7
_BADGE: Final = 9.75
_DAYS: Final = 31
_LETTERS = "mtotfls"
_HOLIDAYS = {"Kristi himmelfartsdag": "Kr. himmelf."}
_DAY_SIZE, _SMALL, _NAME, _TIME = 7.1, 6.4, 6.4, 7.1


@dataclass(frozen=True, slots=True)
class _Field:
    """One day of the sheet."""

    day: date
    x: float
    y: float
    width: float
    standing: Standing
    meetings: tuple[Meeting, ...]

    @property
    def free(self) -> bool:
        return self.day.weekday() >= WORKDAYS or self.standing.holiday is not None

    @property
    def closed(self) -> str:
        """What the closed day is called, '' when the house is open."""
        if self.free:
            return ""
        if self.standing.closing:
            return self.standing.closing
        return "Lukket" if self.standing.open_until == 0 else ""


def year_drawing(plan: MeetingPlan, width: float, height: float) -> Drawing:
    """The plan's year in a surface of that size (points)."""
    per_day: defaultdict[date, list[Meeting]] = defaultdict(list)
    for meeting in plan.shown:
        per_day[meeting.day].append(meeting)
    shapes: list[Shape] = list(head_shapes(plan, width))
    column = width / 12
    for number, first in enumerate(plan.year.months):
        left = number * column
        shapes.extend(_month_head(first, left, column))
        for offset in range(_DAYS):
            day = first + timedelta(days=offset)
            if day.month == first.month:
                stands = standing(day, plan.house)
                place = (left, TOP + HEAD + offset * ROW, column)
                shapes.extend(_field(_Field(day, *place, stands, tuple(per_day[day]))))
    shapes.extend(_grid_lines(plan, width))
    shapes.extend(foot_shapes(plan, width, TOP + HEAD + _DAYS * ROW))
    return Drawing(width, height, tuple(shapes), f"Mødeplan {plan.year.label}, alle tolv måneder")


def _month_head(first: date, left: float, width: float) -> Iterator[Shape]:
    name = capitalised(MONTHS[first.month - 1])
    yield Rect(left, TOP, width, HEAD, HEAD_FILL)
    yield Text(left + width / 2, TOP + 11, name, 9, INK, Weight.BOLD, Anchor.MIDDLE)


def _grid_lines(plan: MeetingPlan, width: float) -> Iterator[Shape]:
    """Over the fields, so that they are whole: between the months, and around the heads."""
    column = width / 12
    for number in range(13):
        months = [month for month in (number - 1, number) if 0 <= month < len(plan.year.months)]
        days = max(_length(plan.year.months[month]) for month in months)
        bottom = TOP + HEAD + days * ROW
        yield Line(number * column, TOP, number * column, bottom, GRID)
    yield Line(0, TOP, width, TOP, INK, 1.5)
    yield Line(0, TOP + HEAD, width, TOP + HEAD, INK)


def _length(first: date) -> int:
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def _field(field: _Field) -> Iterator[Shape]:
    yield from _ground(field)
    middle = field.y + ROW / 2
    weight = Weight.BOLD if field.meetings else Weight.MEDIUM
    yield Text(field.x + 12, middle + 2.6, str(field.day.day), _DAY_SIZE, INK, weight, Anchor.END)
    yield Text(field.x + 14.2, middle + 2.4, _LETTERS[field.day.weekday()], _SMALL, INK_SOFT)
    right = field.x + field.width - 2
    named = not field.meetings and (field.standing.holiday or field.closed)
    if field.day.weekday() == 0 and not named:
        number = str(week_number(field.day))
        yield Text(right, middle + 1, number, 6, INK_SOFT, anchor=Anchor.END)
        right -= text_width(number, 6) + 2
    if field.meetings:
        yield from _meetings(field.meetings, field.x + 21.5, field.y, right)
    else:
        yield from _name(field, right)


def _ground(field: _Field) -> Iterator[Shape]:
    if field.closed:
        yield Hatch(field.x, field.y, field.width, ROW, HATCH, WHITE)
    elif field.free:
        yield Rect(field.x, field.y, field.width, ROW, WEEKEND_FILL)
    last_of_week = field.day.weekday() == len(_LETTERS) - 1
    line = RULE_STRONG if last_of_week else RULE_FAINT
    yield Line(field.x, field.y + ROW, field.x + field.width, field.y + ROW, line)


def _name(field: _Field, right: float) -> Iterator[Shape]:
    """The name of a public holiday or of a closed day, on white so that the stripes don't cross it."""
    holiday = holiday_name(field.day)
    name = capitalised(holiday) if holiday else field.closed
    if not name:
        return
    left = field.x + 21.5
    text = fitted(_HOLIDAYS.get(name, name), right - left - 2, _NAME, Weight.MEDIUM)
    if field.closed:
        yield Rect(left, field.y + 2, text_width(text, _NAME, Weight.MEDIUM) + 3, ROW - 4, WHITE)
    yield Text(left + 1.5, field.y + ROW / 2 + 2.3, text, _NAME, INK, Weight.MEDIUM)


def _meetings(meetings: Sequence[Meeting], left: float, top: float, right: float) -> Iterator[Shape]:
    """Letter and start of each; of many as much as there is room for: shorter times, letters alone, then '+2'.

    Stuer with their meeting at the same time share one letter: the list tells which.
    """
    marks = list(dict.fromkeys((m.kind.letter, m.kind.style, m.start, m.state == PROPOSED) for m in meetings))
    long = [clock_digits(start) + "?" * proposed for _, _, start, proposed in marks]
    short = [clock_text(start) + "?" * proposed for _, _, start, proposed in marks]
    for times, size in ((long, _TIME), (short, _TIME), (short, 6.0)):
        if _times_width(times, size) <= right - left:
            for (letter, style, *_), time in zip(marks, times, strict=True):
                yield from badge(letter, style, left, top + (ROW - _BADGE) / 2, _BADGE)
                left += badge_width(_BADGE) + 1.6
                yield Text(left, top + ROW / 2 + size * 0.36, time, size, INK, Weight.SEMIBOLD)
                left += text_width(time, size, Weight.SEMIBOLD) + 2.4
            return
    yield from _letters(marks, left, top, right)


def _times_width(times: Sequence[str], size: float) -> float:
    widths = (badge_width(_BADGE) + 1.6 + text_width(time, size, Weight.SEMIBOLD) for time in times)
    return sum(widths) + 2.4 * (len(times) - 1)


def _letters(marks: Sequence[tuple[str, str, int, bool]], left: float, top: float, right: float) -> Iterator[Shape]:
    step = badge_width(_BADGE) + 1.2
    room = int((right - left) // step)
    shown = marks if len(marks) <= room else marks[: max(0, room - 1)]
    for letter, style, *_ in shown:
        yield from badge(letter, style, left, top + (ROW - _BADGE) / 2, _BADGE)
        left += step
    if len(shown) < len(marks):
        yield Text(left, top + ROW / 2 + 2.4, f"+{len(marks) - len(shown)}", 6.4, INK, Weight.SEMIBOLD)
