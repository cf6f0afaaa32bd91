"""Where columns and rows of a grid are, in px from the corner of its first cell. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ui.kit.grid_values import GridColumn

THIN = 4


class GridGeometry:
    """Edges are whole px and add up without drift, so that bars meet the lines under them."""

    def __init__(self, columns: Sequence[GridColumn], heights: Sequence[int], unit: float) -> None:
        widths = (THIN if column.thin else column.share * unit for column in columns)
        self._lefts = [round(edge) for edge in accumulate(widths, initial=0.0)]
        self._tops = list(accumulate(heights, initial=0))

    @property
    def width(self) -> int:
        return self._lefts[-1]

    @property
    def height(self) -> int:
        return self._tops[-1]

    def left(self, column: int) -> int:
        return self._lefts[column]

    def right(self, column: int) -> int:
        return self._lefts[column + 1]

    def top(self, row: int) -> int:
        return self._tops[row]

    def bottom(self, row: int) -> int:
        return self._tops[row + 1]

    def x(self, place: float) -> float:
        """The px of a place on the axis, which is counted in columns."""
        last = len(self._lefts) - 2
        column = min(max(int(place), 0), last)
        left, right = self._lefts[column], self._lefts[column + 1]
        return left + (right - left) * (place - column)

    def column_at(self, x: int) -> int | None:
        return _found(self._lefts, x)

    def row_at(self, y: int) -> int | None:
        return _found(self._tops, y)

    def columns_between(self, left: int, right: int) -> range:
        """The columns seen between two px."""
        return _between(self._lefts, left, right)

    def rows_between(self, top: int, bottom: int) -> range:
        return _between(self._tops, top, bottom)


def unit_to_fill(columns: Sequence[GridColumn], width: int) -> float:
    """The column width with which the columns fill `width` px exactly."""
    shares = sum(column.share for column in columns if not column.thin)
    thin = THIN * sum(column.thin for column in columns)
    return max(0.0, width - thin) / shares if shares else 0.0


def _found(edges: Sequence[int], place: int) -> int | None:
    if not 0 <= place < edges[-1]:
        return None
    return bisect_right(edges, place) - 1


def _between(edges: Sequence[int], low: int, high: int) -> range:
    last = len(edges) - 2
    if last < 0 or high < 0 or low >= edges[-1]:
        return range(0)
    first = max(0, bisect_right(edges, max(low, 0)) - 1)
    return range(first, min(last, bisect_right(edges, high) - 1) + 1)
