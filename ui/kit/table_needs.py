"""How wide the columns of a table must be for none of their texts to be cut."""

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtGui import QFontMetricsF

from ui.kit.table_model import TableModel
from ui.kit.table_texts import PAD, TableTexts
from ui.kit.table_values import Column, Row
from ui.theme.theme import Theme

ARROW, ARROW_GAP = 14, 4  # of the sorting, beside the title
_MOST_MEASURED = 500  # rows: more would take too long


class ColumnNeeds:
    """Measured once for the rows of the model, also those that are filtered away."""

    def __init__(self, theme: Theme, model: TableModel) -> None:
        self._theme, self._model = theme, model
        self._texts = TableTexts(theme)
        self._rows: Sequence[Row] | None = None
        self._cells: list[int] = []

    def forget(self) -> None:
        """Another text size."""
        self._rows = None

    def of(self, drawn: Collection[str]) -> list[int]:
        """For each column; 0 where texts wrap, where there are too many, and of those she has `drawn` herself."""
        rows = self._model.all_rows
        if len(rows) > _MOST_MEASURED:
            return [0] * len(self._model.columns)
        if self._rows is not rows:
            self._rows, self._cells = rows, [self._needed(rows, column) for column in self._model.columns]
        columns = enumerate(zip(self._model.columns, self._cells, strict=True))
        return [
            0 if column.wraps or column.key in drawn else max(cells, self._title(n, column)) + 2 * PAD
            for n, (column, cells) in columns
        ]

    def _needed(self, rows: Sequence[Row], column: Column) -> int:
        return 0 if column.wraps else ceil(max((self._texts.width(row, column) for row in rows), default=0))

    def _title(self, number: int, column: Column) -> int:
        by = self._model.sorted_by
        arrow = ARROW + ARROW_GAP if by and by[0] == number else 0
        return ceil(QFontMetricsF(self._theme.font("small", 600)).horizontalAdvance(column.title)) + 1 + arrow
