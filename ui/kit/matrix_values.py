"""A matrix as data: people down, columns with a sum each across, a level from 0 to 4 in every cell.

It is a grid (`ui.kit.grid_values`) whose cells have a look of their own instead of texts and bars.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dagleder.base.findings import Level
from ui.kit.grid_values import GridBar, GridBlock, GridCell, GridColumn, GridRow

NOTHING = "·"
HELD = "✓"


@dataclass(frozen=True, slots=True)
class MatrixSum:
    """What stands under a column's head: '6/4', how that is, and the same in words.

    `why` says what makes it grave where the numbers do not.
    """

    text: str
    level: Level | None = None
    words: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class MatrixColumn(GridColumn):
    """`title` may hold soft hyphens: it is broken there first when the column is too narrow for it."""

    sum: MatrixSum | None = None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How a cell looks. Equal cells are painted once. Without a level nothing is known.

    `held`: it is held or not and has no levels between. `lapsed`: the level it had, struck out; it counts no more.
    """

    level: int | None = None
    held: bool = False
    lapsed: bool = False
    goal: bool = False
    differs: bool = False  # the person's own view is another
    noted: bool = False
    below: bool = False  # less than is expected of the person

    @property
    def text(self) -> str:
        if not self.level:
            return "" if self.level is None else NOTHING
        return HELD if self.held else str(self.level)


BLANK = MatrixCell()


def _no_words(_row: Hashable, _column: Hashable) -> str:
    return ""


@dataclass(frozen=True)
class MatrixContent:
    """Everything a matrix shows: a row's cells by its key, one for each column; a heading has none.

    `words` says a cell ('niveau 4, kan vejlede andre'); it is asked for one cell at a time.
    """

    columns: tuple[MatrixColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    looks: Mapping[Any, Sequence[MatrixCell]] = field(default_factory=lambda: MappingProxyType({}))
    words: Callable[[Any, Any], str] = _no_words
    corner: str = ""
    sum_title: str = ""

    @property
    def blocks(self) -> Mapping[Any, GridBlock]:
        return {}

    def cells(self, row: int, first: int, last: int) -> Sequence[GridCell | None]:
        """What is said of them; how they look is in `looks`."""
        line = self.rows[row]
        if line.heading:
            return [None] * (last - first + 1)
        return [GridCell(words=self.words(line.key, column.key)) for column in self.columns[first : last + 1]]

    def bars(self, _row: int, _first: int, _last: int) -> Sequence[GridBar]:
        return ()

    def as_text(self, rows: Sequence[Hashable], columns: Sequence[Hashable]) -> str:
        """A block as a spreadsheet pastes it; where there is nothing to count it is empty."""
        places = [number for number, column in enumerate(self.columns) if column.key in set(columns)]
        return "\n".join("\t".join(_copied(self.looks[row][place]) for place in places) for row in rows)


def _copied(cell: MatrixCell) -> str:
    return "" if cell.level is None or cell.lapsed else str(cell.level)
