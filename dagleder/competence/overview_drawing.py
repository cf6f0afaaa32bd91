"""One page of the overview (p4): heads, people by stue with a field for each competence, and the sum line below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dagleder.base.dates import day_text
from dagleder.base.text import and_list
from dagleder.competence.facts import Competence
from dagleder.competence.heads import head_lines
from dagleder.competence.level_marks import (
    HELD,
    LAPSED,
    NOTHING,
    UNKNOWN,
    Mark,
    field_shapes,
    legend_field,
    mark,
    triangle,
)
from dagleder.competence.overview import Overview
from dagleder.exchange.drawing import Anchor, Drawing, Line, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import HEAD_FILL, INK, INK_SOFT, RULE_FAINT
from dagleder.exchange.fonts import text_width
from dagleder.exchange.paper import Run, Tone
from dagleder.exchange.paper_text import Spans, broken, line_shapes
from dagleder.staff.roles import role_short

NAME_WIDTH: Final = 132.0
MOST_COLUMNS: Final = 15
_WIDEST: Final = 62.0
_TOP: Final = 45.0  # of the heads
_SUB_SIZE, _SUB_BASE, _SUB_LEADING = 9.4, 33.0, 11.5
_HEAD_SIZE, _HEAD_LEADING = 7.2, 9.0
_NAME_SIZE, _NAME_LEADING = 8.4, 10.4
_FIELD_SIZE: Final = 8.2
_INSET: Final = 3.0
SUM_HEIGHT: Final = 20.0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the overview: the name of a stue, or somebody with her name in as many lines as it needs."""

    who: int | None
    lines: tuple[Spans, ...]

    def height(self, row_height: float) -> float:
        return row_height + (len(self.lines) - 1) * _NAME_LEADING


@dataclass(frozen=True, slots=True)
class PageOfOverview:
    """What stands on one page. `last`: the sum line ends it."""

    overview: Overview
    competences: tuple[Competence, ...]
    rows: tuple[Row, ...]
    last: bool


def rows_of(overview: Overview) -> tuple[tuple[Row, ...], ...]:
    """The rows by stue; each begins with the name of the stue."""
    return tuple((team_row(name), *(_person_row(overview, who) for who in people)) for name, people in overview.groups)


def team_row(name: str) -> Row:
    return Row(None, broken((Run(name, Tone.STRONG),), NAME_WIDTH * 2, _NAME_SIZE))


def _person_row(overview: Overview, who: int) -> Row:
    person = overview.facts.people[who]
    text = (Run(person.name), Run(f" {role_short(person.role)}", Tone.MUTED))
    return Row(who, broken(text, NAME_WIDTH - 2 * _INSET, _NAME_SIZE))


def heads_height(competences: Sequence[Competence], width: float) -> float:
    column = column_width(len(competences), width)
    lines = [len(head_lines(each.head, column - _INSET, _HEAD_SIZE)) for each in competences]
    return max(lines, default=1) * _HEAD_LEADING + 6


def column_width(count: int, width: float) -> float:
    return min(_WIDEST, (width - NAME_WIDTH) / max(1, count))


def top_height(overview: Overview, competences: Sequence[Competence], width: float) -> float:
    """What stands above the first row."""
    return _TOP + (len(_subtitle(overview, width)) - 1) * _SUB_LEADING + heads_height(competences, width)


def page_drawing(page: PageOfOverview, width: float, row_height: float) -> Drawing:
    y = top_height(page.overview, page.competences, width)
    shapes: list[Shape] = [*_title(page.overview, width), *_heads(page.competences, width, y)]
    for row in page.rows:
        height = row.height(row_height)
        shapes.extend(_row(row, page, y, height, width))
        y += height
    if page.last:
        shapes.extend(_sum_line(page, y, width))
        y += SUM_HEIGHT
    return Drawing(width, y, tuple(shapes), _description(page))


def _description(page: PageOfOverview) -> str:
    heads = and_list([each.head for each in page.competences])
    return f"Kompetenceoverblik: {page.overview.people_text}, {heads}"


# --- above the rows ------------------------------------------------------------------------------


def _title(overview: Overview, width: float) -> Iterator[Shape]:
    yield Text(0, 18, "Kompetenceoverblik", 19.5, INK, Weight.SEMIBOLD)
    lines = _subtitle(overview, width)
    # Beside the line below the title; where that is long, beside the title itself.
    beside = len(lines) == 1 and sum(span.width for span in lines[0]) < width - _LEGEND_WIDTH
    yield from _legend(width, _SUB_BASE if beside else 16.0)
    for number, line in enumerate(lines):
        yield from line_shapes(line, 0, _SUB_BASE + number * _SUB_LEADING, _SUB_SIZE)


def _subtitle(overview: Overview, width: float) -> tuple[Spans, ...]:
    parts = [part.name for part in (overview.team, overview.area) if part]
    where = "".join(f"{part} · " for part in parts)
    status = f"status {day_text(overview.facts.day, year=True)}"
    under = f"{overview.house_name} · {where}{overview.people_text} · {status}"
    return broken((Run(under, Tone.MUTED),), width, _SUB_SIZE)


_LEVEL_WORDS: Final = ("Ikke endnu", "Kendskab", "Øver sig", "Kan selv", "Kan vejlede")
_LEGEND_SIZE, _LEGEND_FIELD, _LEGEND_GAP, _LEGEND_WIDTH = 7.8, (13.0, 10.5), 9.0, 545.0


def _legend(width: float, base: float) -> Iterator[Shape]:
    """From the right, on the baseline."""
    entries = [(Mark(str(level) if level else NOTHING, level), word) for level, word in enumerate(_LEVEL_WORDS)]
    entries += [
        (Mark(HELD, 3), "Har det"),
        (Mark(LAPSED, 0, lapsed=True), "Udløbet"),
        (Mark(UNKNOWN, 0), "Ikke vurderet"),
    ]
    right = width
    yield Text(right, base, "Mål aftalt", _LEGEND_SIZE, INK, anchor=Anchor.END)
    right -= text_width("Mål aftalt", _LEGEND_SIZE) + 8
    yield triangle(right, base - 5.5, INK)
    for of, word in reversed(entries):
        right -= _LEGEND_GAP
        yield Text(right, base, word, _LEGEND_SIZE, INK, anchor=Anchor.END)
        right -= text_width(word, _LEGEND_SIZE) + _LEGEND_FIELD[0] + 3
        yield from legend_field(of, right, base - 8.2, _LEGEND_FIELD, 7.4)


def _heads(competences: Sequence[Competence], width: float, bottom: float) -> Iterator[Shape]:
    """The names stand on the first row."""
    column = column_width(len(competences), width)
    yield Text(0, bottom - 5, "Medarbejder", 8.2, INK_SOFT, Weight.MEDIUM)
    for number, competence in enumerate(competences):
        middle = NAME_WIDTH + (number + 0.5) * column
        lines = head_lines(competence.head, column - _INSET, _HEAD_SIZE)
        for line, text in enumerate(reversed(lines)):
            base = bottom - 5 - line * _HEAD_LEADING
            yield Text(middle, base, text, _HEAD_SIZE, INK, Weight.SEMIBOLD, Anchor.MIDDLE)


# --- the rows ------------------------------------------------------------------------------------


def _row(row: Row, page: PageOfOverview, y: float, height: float, width: float) -> Iterator[Shape]:
    column = column_width(len(page.competences), width)
    right = NAME_WIDTH + column * len(page.competences)
    if row.who is None:
        yield Rect(0, y, right, height - 0.75, HEAD_FILL)
    else:
        yield Line(0, y + height - 0.4, right, y + height - 0.4, RULE_FAINT)
        for number, competence in enumerate(page.competences):
            of = mark(page.overview.facts, row.who, competence)
            box = (column - 0.75, height - 0.75)
            yield from field_shapes(of, NAME_WIDTH + number * column, y, box, _FIELD_SIZE)
    first = y + (height - (len(row.lines) - 1) * _NAME_LEADING) / 2 + 0.364 * _NAME_SIZE
    for number, line in enumerate(row.lines):
        yield from line_shapes(line, _INSET, first + number * _NAME_LEADING, _NAME_SIZE)


def _sum_line(page: PageOfOverview, y: float, width: float) -> Iterator[Shape]:
    """'Kan selv (3+) / behov': underlined where it is vulnerable, with '!' where it hangs on one or nobody."""
    column = column_width(len(page.competences), width)
    yield Line(0, y + 0.5, NAME_WIDTH + column * len(page.competences), y + 0.5, INK, 1.3)
    base = y + SUM_HEIGHT / 2 + 3.6
    yield Text(_INSET, base, _sum_head(page.overview), 8.4, INK, Weight.BOLD)
    for number, competence in enumerate(page.competences):
        total = page.overview.total(competence)
        middle = NAME_WIDTH + (number + 0.5) * column
        yield Text(middle, base, total.text, 8.4, INK, Weight.BOLD, Anchor.MIDDLE)
        if total.state:
            half = text_width(total.text, 8.4, Weight.BOLD) / 2
            yield Line(middle - half, base + 2.4, middle + half, base + 2.4, INK, 1.1)


def _sum_head(overview: Overview) -> str:
    return "Kan selv (3+) / behov" if overview.wants_anything else "Kan selv (3+)"


def chunks(competences: Sequence[Competence]) -> tuple[tuple[Competence, ...], ...]:
    """The competences in as few pages beside each other as they need, evenly."""
    count = -(-len(competences) // MOST_COLUMNS) or 1
    edges = [round(number * len(competences) / count) for number in range(count + 1)]
    return tuple(tuple(competences[first:last]) for first, last in pairwise(edges))
