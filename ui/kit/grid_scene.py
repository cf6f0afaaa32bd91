"""What a grid looks like at one moment: everything its painter, its mouse and its screen reader need to agree on."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize

from ui.kit.grid_geometry import GridGeometry
from ui.kit.grid_values import GridContent


@dataclass(frozen=True)
class Spot:
    """A cell: a line among those in view (folded ones are not counted), and a column."""

    line: int
    column: int


@dataclass(frozen=True)
class Selection:
    """A rectangle of cells, from where it was begun to where the cursor is."""

    anchor: Spot
    cursor: Spot

    @property
    def lines(self) -> range:
        low, high = sorted((self.anchor.line, self.cursor.line))
        return range(low, high + 1)

    @property
    def columns(self) -> range:
        low, high = sorted((self.anchor.column, self.cursor.column))
        return range(low, high + 1)

    @property
    def single(self) -> bool:
        return self.anchor == self.cursor


@dataclass(frozen=True)
class GridScene:
    """A grid as it stands: content, the lines in view (numbers of rows), measures in px, and what is chosen."""

    content: GridContent
    lines: tuple[int, ...]
    geometry: GridGeometry
    size: QSize  # of the viewport
    names: int  # width of the column of names
    head: int  # height of the head
    offset: QPoint  # how far it is scrolled
    selection: Selection | None = None
    focused: bool = False
    folded: frozenset[Hashable] = frozenset()
    lit: Hashable = None  # the key of a row that is pointed out

    @cached_property
    def origin(self) -> int:
        """The px in the viewport where the axis begins; to the left of it when it is scrolled."""
        return self.names - self.offset.x()

    @cached_property
    def groups(self) -> frozenset[Hashable]:
        """The headings that have rows to fold away."""
        return frozenset(row.group for row in self.content.rows if row.group is not None)

    @cached_property
    def body(self) -> QRect:
        """Where cells are seen."""
        return QRect(
            self.names, self.head, max(0, self.size.width() - self.names), max(0, self.size.height() - self.head)
        )

    @cached_property
    def seen_lines(self) -> range:
        top = self.offset.y()
        return self.geometry.rows_between(top, top + self.body.height() - 1)

    @cached_property
    def seen_columns(self) -> range:
        left = self.offset.x()
        return self.geometry.columns_between(left, left + self.body.width() - 1)

    def line_box(self, line: int) -> QRect:
        """A whole line, names included, in the viewport."""
        top = self.geometry.top(line) + self.head - self.offset.y()
        right = min(self.size.width(), self.names + self.geometry.width - self.offset.x())
        return QRect(0, top, max(self.names, right), self.geometry.bottom(line) - self.geometry.top(line))

    def cell_box(self, spot: Spot) -> QRect:
        left = self.x(spot.column)
        right = self.geometry.right(spot.column) + self.names - self.offset.x()
        line = self.line_box(spot.line)
        return QRect(left, line.top(), right - left, line.height())

    def range_box(self, selection: Selection) -> QRect:
        first = Spot(selection.lines[0], selection.columns[0])
        last = Spot(selection.lines[-1], selection.columns[-1])
        return self.cell_box(first).united(self.cell_box(last))

    def x(self, place: float) -> int:
        """The px in the viewport of a place on the axis."""
        return round(self.geometry.x(place)) + self.origin

    def spot_at(self, place: QPoint) -> Spot | None:
        """The cell at a point of the viewport; None in the head, among the names, or beyond the last."""
        if not self.body.contains(place):
            return None
        column = self.geometry.column_at(place.x() - self.names + self.offset.x())
        line = self.line_at(place)
        return None if column is None or line is None else Spot(line, column)

    def line_at(self, place: QPoint) -> int | None:
        if place.y() < self.head:
            return None
        return self.geometry.row_at(place.y() - self.head + self.offset.y())
