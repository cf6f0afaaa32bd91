"""Blocks cut into pieces: what the layout stacks and never cuts further (a line, a box, a drawing)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dagleder.exchange.drawing import Drawing, Line, Path, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import GRID, INK, INK_SOFT, NOTE_FILL, PRIMARY_TEXT, RULE
from dagleder.exchange.drawing_marks import badge, badge_width, sun
from dagleder.exchange.fonts import fitted, text_width
from dagleder.exchange.paper import Heading, Legend, LegendEntry, Note, Paragraph, Run, Title, Tone
from dagleder.exchange.paper_text import LEADING, Spans, broken, line_shapes

Painter = Callable[[float, float], Iterable[Shape]]

MOST_LINES = 30  # what is cut into pieces of at most so many lines fits on every page


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a fixed height that paints itself from its left upper corner.

    `above` is air that falls away at the top of a page; a `glued` piece keeps the next one with it;
    `heading` is painted again before the piece when it begins a page or a column.
    """

    height: float
    paint: Painter
    above: float = 0
    glued: bool = False
    heading: "Piece | None" = None


def baseline(top: float, height: float, size: float) -> float:
    """Where text of a size stands when it is centred in a line of a height."""
    return top + height / 2 + 0.364 * size


def nothing(_x: float, _y: float) -> tuple[Shape, ...]:
    return ()


# --- running text ----------------------------------------------------------------------------------


def paragraph_pieces(block: Paragraph, width: float, size: float) -> Iterator[Piece]:
    lines = broken(block.text, width, size)
    for number, line in enumerate(lines):
        # The first two and the last two lines stay together.
        glued = len(lines) > 1 and number in (0, len(lines) - 2)
        paint = partial(_paint_words, line, size, size * LEADING)
        yield Piece(size * LEADING, paint, above=0 if number else block.above, glued=glued)


def _paint_words(line: Spans, size: float, height: float, x: float, y: float) -> Iterator[Shape]:
    return line_shapes(line, x, baseline(y, height, size), size)


def heading_pieces(block: Heading, width: float) -> Iterator[Piece]:
    size, height, above, below = (10.1, 14.25, 8.25, 1.5) if block.ruled else (10.9, 15, 12, 2.25)
    lines = broken((Run(block.text, Tone.STRONG),), width, size)
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        paint = partial(_paint_heading, line, size, (height, width if block.ruled and last else 0))
        yield Piece(height + (below if last else 0), paint, above=0 if number else above, glued=True)


def _paint_heading(line: Spans, size: float, box: tuple[float, float], x: float, y: float) -> Iterator[Shape]:
    height, rule = box
    yield from line_shapes(line, x, baseline(y, height, size), size)
    if rule:
        yield Line(x, y + height, x + rule, y + height, INK, 1.1)


# --- the title --------------------------------------------------------------------------------------

_TITLE_SIZE, _TITLE_LINE = 19.5, 24
_SUN = 28.5


def title_pieces(block: Title, width: float, size: float) -> Iterator[Piece]:
    room = width - (_SUN + 10 if block.sun else 0)
    height = 0.0
    if block.kicker:
        yield Piece(12, partial(_paint_kicker, fitted(block.kicker, room, 9, Weight.SEMIBOLD)), glued=True)
        height += 12
    for line in broken((Run(block.text, Tone.STRONG),), room, _TITLE_SIZE):
        yield Piece(_TITLE_LINE, partial(_paint_words, line, _TITLE_SIZE, _TITLE_LINE), glued=True)
        height += _TITLE_LINE
    for line in broken(block.subtitle, room, size, Tone.MUTED) if block.subtitle else ():
        yield Piece(size * LEADING, partial(_paint_words, line, size, size * LEADING), glued=True)
        height += size * LEADING
    if block.sun and height < _SUN:
        yield Piece(_SUN - height, nothing, glued=True)
    yield Piece(14 if block.rule else 6, partial(_paint_title_end, block, width), glued=True)


def _paint_kicker(text: str, x: float, y: float) -> Iterator[Shape]:
    yield Text(x, baseline(y, 12, 9), text, 9, PRIMARY_TEXT, Weight.SEMIBOLD)


def _paint_title_end(block: Title, width: float, x: float, y: float) -> Iterator[Shape]:
    if block.sun:
        yield from sun(x + width - _SUN, y - _SUN, _SUN)
    if block.rule:
        yield Line(x, y + 8.25, x + width, y + 8.25, INK, 1.5)


# --- a box with lines ---------------------------------------------------------------------------------

_NOTE_SIDE, _NOTE_EDGE = 9, 6.75


def note_pieces(block: Note, width: float, size: float) -> Iterator[Piece]:
    lines = [line for text in block.lines for line in broken(text, width - 2 * _NOTE_SIDE, size)]
    for start in range(0, len(lines), MOST_LINES):
        part = lines[start : start + MOST_LINES]
        height = len(part) * size * LEADING + 2 * _NOTE_EDGE
        paint = partial(_paint_note, part, box=(width, height), size=size, filled=block.filled)
        yield Piece(height, paint, above=6)


def _paint_note(
    lines: list[Spans], x: float, y: float, *, box: tuple[float, float], size: float, filled: bool
) -> Iterator[Shape]:
    yield Rect(x, y, *box, NOTE_FILL if filled else "", RULE if filled else GRID, radius=4.5)
    y += _NOTE_EDGE
    for line in lines:
        yield from line_shapes(line, x + _NOTE_SIDE, baseline(y, size * LEADING, size), size)
        y += size * LEADING


# --- the legend -----------------------------------------------------------------------------------------

_LEGEND_SIZE, _LEGEND_LINE, _BADGE = 7.9, 10.5, 10.5
_LEGEND_INDENT = badge_width(_BADGE) + 4.5
_LEGEND_GAP, _LEGEND_MOST_GAP = 9, 30

_ROUNDING = 0.01  # of a width taken apart again: what just fits must not be cut


def legend_pieces(block: Legend, width: float) -> Iterator[Piece]:
    """Entries beside each other, the air spread between them; as many rows as they need."""
    rows: list[list[LegendEntry]] = []
    used = width
    for entry in block.entries:
        wide = min(width, _entry_width(entry))
        if used + _LEGEND_GAP + wide > width:
            rows.append([])
            used = -_LEGEND_GAP
        rows[-1].append(entry)
        used += _LEGEND_GAP + wide
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        paint = partial(_paint_legend, row, width=width, ruled=last)
        yield Piece(2 * _LEGEND_LINE + (13 if last else 4.5), paint)


def _entry_width(entry: LegendEntry) -> float:
    name = text_width(entry.name, _LEGEND_SIZE, Weight.SEMIBOLD)
    return _LEGEND_INDENT + max(name, text_width(entry.detail, _LEGEND_SIZE))


def _paint_legend(row: list[LegendEntry], x: float, y: float, *, width: float, ruled: bool) -> Iterator[Shape]:
    wides = [min(width, _entry_width(entry)) for entry in row]
    gap = min(_LEGEND_MOST_GAP, (width - sum(wides)) / max(1, len(row) - 1))
    left = x
    for entry, wide in zip(row, wides, strict=True):
        yield from _paint_entry(entry, left, y, wide - _LEGEND_INDENT + _ROUNDING)
        left += wide + gap
    if ruled:
        yield Line(x, y + 2 * _LEGEND_LINE + 6, x + width, y + 2 * _LEGEND_LINE + 6, RULE)


def _paint_entry(entry: LegendEntry, x: float, y: float, room: float) -> Iterator[Shape]:
    size, line = _LEGEND_SIZE, _LEGEND_LINE
    yield from badge(entry.badge.letter, entry.badge.style, x, y + 0.5, _BADGE)
    name = fitted(entry.name, room, size, Weight.SEMIBOLD)
    yield Text(x + _LEGEND_INDENT, baseline(y, line, size), name, size, INK, Weight.SEMIBOLD)
    detail = fitted(entry.detail, room, size)
    yield Text(x + _LEGEND_INDENT, baseline(y + line, line, size), detail, size, INK_SOFT)


# --- a drawing -----------------------------------------------------------------------------------------


def drawing_pieces(drawing: Drawing) -> Iterator[Piece]:
    yield Piece(drawing.height, lambda x, y: (moved(shape, x, y) for shape in drawing.shapes))


def moved(shape: Shape, right: float, down: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, x1=shape.x1 + right, x2=shape.x2 + right, y1=shape.y1 + down, y2=shape.y2 + down)
    if isinstance(shape, Path):
        return replace(shape, steps=tuple(_moved_step(step, right, down) for step in shape.steps))
    return replace(shape, x=shape.x + right, y=shape.y + down)


def _moved_step(step: tuple[str | float, ...], right: float, down: float) -> tuple[str | float, ...]:
    kind, *points = step
    return (kind, *(float(value) + (down if number % 2 else right) for number, value in enumerate(points)))
