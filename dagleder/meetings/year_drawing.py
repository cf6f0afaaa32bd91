"""The whole year on one sheet (p6): a column for each month, a row for each day, letter and start in the day's field.

One drawing for screen and paper. It survives a black-and-white printer: letters tell the kinds, stripes a closed day.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import MONTHS
from dagleder.base.text import capitalised
from dagleder.exchange.drawing import Anchor, Drawing, Line, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import GRID, HEAD_FILL, INK
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.year_field import ROW, DayField, field_shapes
from dagleder.meetings.year_legend import foot_shapes, head_shapes
from dagleder.presence.standing import standing

TOP: Final = 40.5  # of the grid
HEAD: Final = 15.75
_DAYS: Final = 31


def year_drawing(plan: MeetingPlan, width: float, height: float) -> Drawing:
    """The plan's year in a surface of that size (points)."""
    per_day: defaultdict[date, list[Meeting]] = defaultdict(list)
    for meeting in plan.shown:
        per_day[meeting.day].append(meeting)
    teams, codes = plan.meeting_teams, plan.team_codes
    shapes: list[Shape] = list(head_shapes(plan, width))
    column = width / 12
    for number, first in enumerate(plan.year.months):
        left = number * column
        shapes.extend(_month_head(first, left, column))
        for offset in range(_length(first)):
            day = first + timedelta(days=offset)
            place = (left, TOP + HEAD + offset * ROW, column)
            shapes.extend(field_shapes(DayField(day, *place, standing(day, plan.house), tuple(per_day[day]), codes)))
    shapes.extend(_grid_lines(plan, width))
    told = [(code, teams[team]) for team, code in codes.items()]
    shapes.extend(foot_shapes(plan, width, TOP + HEAD + _DAYS * ROW, told))
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
