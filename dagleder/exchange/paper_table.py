"""Tables cut into rows. Cells are strings placed by hand: many times faster than a paragraph in each cell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from dagleder.exchange.drawing import Drawing, Line, Rect, Shape
from dagleder.exchange.drawing_ink import HEAD_FILL, INK, RULE_FAINT
from dagleder.exchange.drawing_marks import badge
from dagleder.exchange.paper import Align, Badge, Cell, Column, Table, Tone
from dagleder.exchange.paper_pieces import MOST_LINES, Piece, baseline, moved
from dagleder.exchange.paper_text import LEADING, Spans, aligned, broken, line_shapes, one_line

_INSET = 4.5  # between a stripe's edge and its text
_BADGE = 10.5

_Lines = tuple[Spans, ...]
_Picture = Badge | Drawing


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands: from the table's left edge."""

    column: Column
    left: float
    width: float


def table_pieces(table: Table, width: float) -> Iterator[Piece]:
    places = _places(table, width)
    head = _head(table, places, width) if any(column.heading for column in table.columns) else None
    if head:
        yield head
    for number, row in enumerate(table.rows):
        filled = _filled(places, len(row))
        cells = tuple(_cell(cell, place, table.size) for cell, place in zip(row, filled, strict=True))
        striped = table.zebra and number % 2 == 1
        yield from _row_pieces(_Row(table, filled, cells, width, striped), head)


def _places(table: Table, width: float) -> tuple[_Place, ...]:
    """Fixed widths as they are, the rest by share of what is left (never less than nothing)."""
    inset = _INSET if table.zebra else 0
    fixed = sum(column.width for column in table.columns) + table.gap * (len(table.columns) - 1) + 2 * inset
    shares = sum(column.share for column in table.columns if not column.width)
    free = max(0.0, width - fixed)
    places, left = [], float(inset)
    for column in table.columns:
        wide = column.width or free * column.share / shares
        places.append(_Place(column, left, wide))
        left += wide + table.gap
    return tuple(places)


def _filled(places: tuple[_Place, ...], count: int) -> tuple[_Place, ...]:
    """Those of a row of so many cells: the last of fewer goes on to the table's edge."""
    if count == len(places):
        return places
    *before, last = places[:count]
    return (*before, replace(last, width=places[-1].left + places[-1].width - last.left))


def _cell(cell: Cell, place: _Place, size: float) -> _Lines | _Picture:
    if isinstance(cell, _Picture):
        return cell
    if place.column.wraps:
        return broken(cell, place.width, size, place.column.tone)
    return (one_line(cell, place.width, size, place.column.tone),)


def _head(table: Table, places: tuple[_Place, ...], width: float) -> Piece:
    lines = tuple(broken(place.column.heading, place.width, table.size, Tone.STRONG) for place in places)
    height = max(len(line) for line in lines) * table.size * LEADING + 5
    return Piece(height, partial(_paint_head, table, places, lines, (width, height)), above=4, glued=True)


def _paint_head(
    table: Table, places: tuple[_Place, ...], lines: tuple[_Lines, ...], box: tuple[float, float], x: float, y: float
) -> Iterator[Shape]:
    width, height = box
    leading = table.size * LEADING
    for place, heading in zip(places, lines, strict=True):
        top = y + height - 3 - leading * len(heading)  # headings stand on the rule
        yield from _paint_lines(heading, place, (table.size, leading), x, top)
    yield Line(x, y + height - 0.5, x + width, y + height - 0.5, INK, 1.1)


@dataclass(frozen=True, slots=True)
class _Row:
    table: Table
    places: tuple[_Place, ...]
    cells: tuple[_Lines | _Picture, ...]
    width: float
    striped: bool


def _row_pieces(row: _Row, head: Piece | None) -> Iterator[Piece]:
    """Usually one piece; a cell with very many lines makes more of them."""
    table = row.table
    longest = max((len(cell) for cell in row.cells if not isinstance(cell, _Picture)), default=1)
    for start in range(0, longest, MOST_LINES):
        count = min(MOST_LINES, longest - start)
        height = table.row_height + (count - 1) * table.size * LEADING
        last = start + MOST_LINES >= longest
        yield Piece(height, partial(_paint_row, row, start, (height, last)), heading=head)


def _paint_row(row: _Row, start: int, box: tuple[float, bool], x: float, y: float) -> Iterator[Shape]:
    height, last = box
    table = row.table
    leading = table.size * LEADING
    if row.striped:
        yield Rect(x, y, row.width, height, HEAD_FILL)
    top = y + (table.row_height - leading) / 2
    for place, cell in zip(row.places, row.cells, strict=True):
        if isinstance(cell, _Picture):
            if start == 0:
                yield from _paint_picture(cell, x + place.left, y, table.row_height)
        else:
            yield from _paint_lines(cell[start : start + MOST_LINES], place, (table.size, leading), x, top)
    if last:
        yield Line(x, y + height, x + row.width, y + height, RULE_FAINT)


def _paint_picture(picture: _Picture, x: float, y: float, height: float) -> Iterator[Shape]:
    if isinstance(picture, Badge):
        yield from badge(picture.letter, picture.style, x, y + (height - _BADGE) / 2, _BADGE)
    else:
        yield from (moved(shape, x, y + (height - picture.height) / 2) for shape in picture.shapes)


def _paint_lines(lines: _Lines, place: _Place, text: tuple[float, float], x: float, top: float) -> Iterator[Shape]:
    size, leading = text
    left = x + place.left
    for line in lines:
        start = left if place.column.align is Align.LEFT else aligned(line, left, place.width, place.column.align)
        yield from line_shapes(line, start, baseline(top, leading, size), size)
        top += leading
