"""A grid as data: people (or stuer, or kinds of meeting) down, days or bands of the day across.

Places along the axis are counted in columns: 3.0 is the left edge of column 3, 3.5 its middle. A feature
gives a `GridContent`; only what is visible is asked for.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil, floor
from types import MappingProxyType
from typing import Any, Protocol


class Edge(StrEnum):
    """The line to the left of a column."""

    NONE = ""
    SOFT = "border"
    STRONG = "borderStrong"
    TODAY = "today"  # here is now


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A day, a band of a day, or a month. `name` is what is spoken ('mandag 20. juli'), `title` stands in the head.

    `share` is its width in column widths; a `thin` one (the weekend) is 4 px and cannot be chosen. `today` lights
    its title; the line of now is an `edge`.
    """

    key: Hashable
    name: str
    title: str = ""
    block: Hashable = None
    share: float = 1.0
    edge: Edge = Edge.NONE
    thin: bool = False
    closed: bool = False
    today: bool = False
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class GridBlock:
    """A heading over columns that belong together: a week, a day."""

    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line of the grid. A heading leads the rows whose `group` is its key, and can fold them away.

    `height` is px at 100 % text size; `low` underlines the figure ('Lagt' under 15).
    """

    key: Hashable
    name: str
    note: str = ""
    figure: str = ""
    low: bool = False
    icon: str = ""
    heading: bool = False
    group: Hashable = None
    height: int = 24
    tip: str = ""


class Tone(StrEnum):
    """How a number in a cell is meant."""

    PLAIN = "plain"
    LIMIT = "limit"  # exactly enough: bold
    SHORT = "short"  # fewer than wanted: framed, on yellow
    BELOW = "below"  # too few: white on red


class MarkState(StrEnum):
    """How a date in a cell stands."""

    PLANNED = "planned"  # in a box
    DONE = "done"  # with a tick
    DRAFT = "draft"  # in a dashed box
    MOVED = "moved"  # in a yellow ring
    CANCELLED = "cancelled"  # struck out
    CHOSEN = "chosen"  # filled


@dataclass(frozen=True, slots=True)
class GridMark:
    """A date or letter in a cell that can be clicked ('17.' in the year's meetings)."""

    key: Hashable
    text: str
    state: MarkState = MarkState.PLANNED
    words: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in one cell. `words` is spoken for it, after the row and the column ('2 på arbejde, mindst 3')."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    underlined: bool = False
    closed: bool = False
    words: str = ""
    marks: tuple[GridMark, ...] = ()
    share: float | None = None  # 0 to 1, as a small bar under the text


class BarLook(StrEnum):
    """What kind of thing a bar is, and how firm."""

    SHIFT = "shift"
    PLANNED = "planned"  # absence, filled
    WISH = "wish"  # dashed outline
    TOLD = "told"  # filled, with a tick
    MOVED = "moved"  # dotted, struck out: where it was
    NEW = "new"  # yellow ring and an arrow: where it is now
    MEETING = "meeting"  # a small white box in a shift
    TEXT = "text"  # words without a bar ('fri torsdag')


@dataclass(frozen=True, slots=True)
class GridBar:
    """Something from `start` to `end` on the axis. An absence has its kind's `letter`, and it is always shown."""

    start: float
    end: float
    text: str
    look: BarLook = BarLook.SHIFT
    letter: str = ""
    words: str = ""
    key: Hashable = None


class GridContent(Protocol):
    """Everything a grid shows. `cells` and `bars` are asked for the visible columns `first` to `last` only."""

    @property
    def corner(self) -> str:
        """The title over the names."""

    @property
    def columns(self) -> Sequence[GridColumn]: ...

    @property
    def blocks(self) -> Mapping[Any, GridBlock]: ...

    @property
    def rows(self) -> Sequence[GridRow]: ...

    def cells(self, row: int, first: int, last: int) -> Sequence[GridCell | None]:
        """One for each column from `first` to `last`, both included."""

    def bars(self, row: int, first: int, last: int) -> Sequence[GridBar]:
        """Those that touch the columns from `first` to `last`; later ones are painted on top."""


@dataclass(frozen=True)
class StoredGrid:
    """A content that is already worked out: cells by (row key, column key), bars by row key."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    corner: str = ""
    blocks: Mapping[Any, GridBlock] = field(default_factory=lambda: MappingProxyType({}))
    stored_cells: Mapping[Any, GridCell] = field(default_factory=lambda: MappingProxyType({}))
    stored_bars: Mapping[Any, Sequence[GridBar]] = field(default_factory=lambda: MappingProxyType({}))

    def cells(self, row: int, first: int, last: int) -> Sequence[GridCell | None]:
        key = self.rows[row].key
        return [self.stored_cells.get((key, column.key)) for column in self.columns[first : last + 1]]

    def bars(self, row: int, first: int, last: int) -> Sequence[GridBar]:
        bars = self.stored_bars.get(self.rows[row].key, ())
        return [bar for bar in bars if bar.end > first and bar.start < last + 1]


_SOFT_HYPHEN = "\u00ad"
EMPTY = StoredGrid((), ())


def columns_of(bar: GridBar) -> range:
    """The columns a bar touches."""
    return range(floor(bar.start), max(ceil(bar.end), floor(bar.start) + 1))


def free_part(bar: GridBar, meetings: Sequence[GridBar]) -> tuple[float, float]:
    """The longest part of a shift that no meeting in it covers; of any other bar the whole."""
    parts, free = [], bar.start
    if bar.look is BarLook.SHIFT:
        for meeting in sorted(meetings, key=lambda other: other.start):
            if meeting.start < bar.end and meeting.end > bar.start:
                parts.append((free, meeting.start))
                free = max(free, meeting.end)
    parts.append((free, bar.end))
    return max(parts, key=lambda part: part[1] - part[0])


def bar_words(bar: GridBar) -> str:
    return bar.words or bar.text


def spoken(content: GridContent, row: int, column: int) -> str:
    """'Karen Ulvdal, Egernet, mandag 20. juli, ferie': what is read aloud for a cell, and its tip."""
    line = content.rows[row]
    groups = {head.key: head.name for head in content.rows if head.heading}
    cell = content.cells(row, column, column)[0]
    bars = content.bars(row, column, column)
    parts = [line.name, "" if line.heading else groups.get(line.group, ""), content.columns[column].name]
    parts.append(content.columns[column].holiday)
    if content.columns[column].closed or (cell and cell.closed):
        parts.append("lukket")
    if cell:
        parts += [cell.words or cell.text, *(mark.words or mark.text for mark in cell.marks)]
    parts += [bar_words(bar) for bar in bars]
    return ", ".join(part for part in parts if part).replace(_SOFT_HYPHEN, "")
