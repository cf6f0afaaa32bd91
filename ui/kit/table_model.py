"""Frozen rows as a Qt model: groups that fold, a filter, sorting by Danish rules. Texts are made when painted."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dagleder.base.text import fold
from ui.kit.table_values import CellLook, Column, Grouping, GroupLine, Line, NoteLine, Row, RowLine, RowNote
from ui.kit.tip import plain_tip

LINE_ROLE = Qt.ItemDataRole.UserRole
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OTHERS = (GroupLine, NoteLine)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """Lines are rows, heads of groups, and notes under rows; rows keep the order they are given until sorted."""

    def __init__(
        self,
        columns: Sequence[Column],
        row_id: Callable[[Row], Hashable],
        grouping: Grouping | None = None,
        notes: Callable[[Row], Sequence[RowNote]] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.row_id = row_id
        self._grouping = grouping
        self._notes = notes
        self._rows: Sequence[Row] = ()
        self._lines: list[Row | GroupLine | NoteLine] = []  # rows as they are: ten thousand need no wrapping
        self._others: list[int] = []
        self._filter: tuple[str, ...] = ()
        self._folded: dict[int, str] = {}
        self._collapsed: set[Hashable] = set()
        self._sorted_by: tuple[int, bool] | None = None

    # what is shown

    def set_rows(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._folded.clear()
        self._rebuild()

    def set_filter(self, text: str) -> None:
        """Only rows with all the words in one of their columns, however they are cased or accented."""
        words = tuple(fold(text).split())
        if words != self._filter:
            self._filter = words
            self._rebuild()

    @property
    def filtered(self) -> bool:
        return bool(self._filter)

    @property
    def all_rows(self) -> Sequence[Row]:
        """Also those that are filtered or folded away; another sequence when others are set."""
        return self._rows

    @property
    def row_count(self) -> int:
        """All rows, also those that are filtered or folded away."""
        return len(self._rows)

    def shown_rows(self) -> list[Row]:
        return [line for line in self._lines if not isinstance(line, _OTHERS)]

    def fitting_rows(self) -> list[Row]:
        """Those that pass the filter, also under folded groups."""
        return list(self._wanted())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._rebuild()

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column and whether it is sorted downwards."""
        return self._sorted_by

    @property
    def collapsed(self) -> frozenset[Hashable]:
        return frozenset(self._collapsed)

    def collapse(self, keys: Iterable[Hashable]) -> None:
        """Fold away exactly these groups."""
        self._collapsed = set(keys)
        self._rebuild()

    def toggle(self, key: Hashable) -> None:
        self._collapsed ^= {key}
        self._rebuild()

    def line(self, number: int) -> Line:
        line = self._lines[number]
        return line if isinstance(line, _OTHERS) else RowLine(line)

    def line_of(self, row_id: Hashable) -> int | None:
        """The line that shows a row."""
        for number, line in enumerate(self._lines):
            if not isinstance(line, _OTHERS) and self.row_id(line) == row_id:
                return number
        return None

    def other_lines(self) -> list[int]:
        """The lines that are no rows: heads of groups and notes."""
        return self._others

    def group_key_of(self, text: str) -> Hashable:
        """The key of the group that is written like this ('7' may stand for 7); the text itself when none is."""
        keys = {self._grouping.key(row) for row in self._rows} if self._grouping else set()
        return next((key for key in keys if str(key) == text), text)

    # what Qt asks for

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.line(index.row()), self.columns[index.column()]
        if role == LINE_ROLE:
            return line
        if role == COLUMN_ROLE:
            return column
        if isinstance(line, RowLine):
            return self._cell(line.row, column, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and index.column() == 0:
            return _head_text(line, spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].look is CellLook.TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @staticmethod
    def _cell(row: Row, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tip(row)) or None
        if role == Qt.ItemDataRole.CheckStateRole and column.look is CellLook.TICK and column.shape:
            return Qt.CheckState.Checked if column.shape(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        return None

    # lines

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = list(self._lines_of(self._wanted()))
        special = self._grouping is not None or self._notes is not None
        self._others = [n for n, line in enumerate(self._lines) if isinstance(line, _OTHERS)] if special else []
        self.endResetModel()

    def _wanted(self) -> Sequence[Row]:
        rows: Sequence[Row] = self._rows
        if self._filter:
            rows = [row for number, row in enumerate(rows) if self._matches(number, row)]
        if self._sorted_by:
            column, downwards = self._sorted_by
            rows = _in_order(rows, self.columns[column], downwards=downwards)
        return rows

    def _matches(self, number: int, row: Row) -> bool:
        text = self._folded.get(number)
        if text is None:
            words = " ".join(column.text(row) for column in self.columns)
            text = self._folded[number] = fold(f"{words} {self._group_title(row)}")
        return all(word in text for word in self._filter)

    def _group_title(self, row: Row) -> str:
        grouping = self._grouping
        return grouping.head(grouping.key(row)).title if grouping else ""

    def _lines_of(self, rows: Sequence[Row]) -> Iterable[Row | GroupLine | NoteLine]:
        if self._grouping is None:
            yield from self._with_notes(rows)
            return
        key_of = self._grouping.key
        members: dict[Hashable, list[Row]] = {}
        if self._sorted_by:
            members = {key_of(row): [] for row in self._rows}  # groups stay where they are
        for row in rows:
            members.setdefault(key_of(row), []).append(row)
        for key, inside in members.items():
            if inside:
                folded = key in self._collapsed and not self._filter
                yield GroupLine(key, self._grouping.head(key), len(inside), folded)
                yield from () if folded else self._with_notes(inside)

    def _with_notes(self, rows: Sequence[Row]) -> Iterable[Row | NoteLine]:
        if self._notes is None:
            return rows
        lines: list[Row | NoteLine] = []
        for row in rows:
            lines.append(row)
            lines += [NoteLine(row, note) for note in self._notes(row)]
        return lines


def _in_order(rows: Sequence[Row], column: Column, *, downwards: bool) -> list[Row]:
    """Sorted, with rows without a value last either way."""
    keyed = [(column.sort_key(row), row) for row in rows]
    known = [(key[1], row) for key, row in keyed if not key[0]]
    known.sort(key=lambda pair: pair[0], reverse=downwards)
    return [row for _, row in known] + [row for key, row in keyed if key[0]]


def _head_text(line: Line, *, spoken: bool) -> str:
    if isinstance(line, GroupLine):
        state = ", foldet sammen" if line.collapsed else ""
        return f"{line.group.title}, {line.count}{state}" if spoken else line.text
    return line.note.text if isinstance(line, NoteLine) else ""
