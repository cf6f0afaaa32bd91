"""How a table stands: heights and widths, heads of groups across it, sorting, and what is remembered of it."""

from collections.abc import Collection, Mapping
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dagleder.base.command import Json
from ui.kit.table_delegate import TableDelegate
from ui.kit.table_header import TableHeader
from ui.kit.table_model import TableModel
from ui.kit.table_needs import ColumnNeeds
from ui.kit.table_values import GroupLine
from ui.kit.table_widths import Bounds, fitted_widths
from ui.theme.theme import Theme

_GROUP_HEIGHT = 28
_LEAST_WIDTH, _LEAST_STRETCH = 24, 120
_MOST_WRAPPED = 2_000  # lines: the height of each is reckoned beforehand


class Density(IntEnum):
    """The height of a row in px at 100 % text size; whether AIRY or NORMAL is hers to choose."""

    AIRY = 36
    NORMAL = 32
    DENSE = 24


class TableSurface(QTableView):
    """Shows a `TableModel`; `Table` adds choosing, keys and mouse."""

    def __init__(self, theme: Theme, model: TableModel, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._density = density
        self._widths: dict[str, int] = {}
        self._fitting = False
        self._spread = False
        self._left_out: frozenset[str] = frozenset()
        self._needs = ColumnNeeds(theme, model)
        self._odd: list[int] = []  # lines that are not as high as a row
        self._delegate = TableDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(TableHeader(theme, self))
        self.setModel(model)
        self._set_up()
        model.modelReset.connect(self._show_anew)
        theme.changed.connect(self._restyle)
        self._span_heads()
        self._size_rows()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_LEAST_WIDTH)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self.sort_by)
        header.sectionResized.connect(self._resized)

    @property
    def rows(self) -> TableModel:
        return self._rows

    def spread_columns(self) -> None:
        """What room is left over is shared by the columns."""
        self._spread = True
        self._fit()

    def leave_out(self, keys: Collection[str]) -> None:
        """These columns give way to the others."""
        if self._left_out != frozenset(keys):
            self._left_out = frozenset(keys)
            self._fit()

    def show_header_fields(self, fields: Mapping[str, QWidget]) -> None:
        """A field under the title of each of these columns."""
        header = self.horizontalHeader()
        if isinstance(header, TableHeader):
            header.show_fields({self._section(key): field for key, field in fields.items()})
            self.updateGeometries()

    # what is remembered of the table: columns and groups, never what was typed

    def place(self) -> dict[str, Json]:
        by = self._rows.sorted_by
        return {
            "sort": self._rows.columns[by[0]].key if by else "",
            "downwards": bool(by and by[1]),
            "collapsed": [str(key) for key in sorted(self._rows.collapsed, key=str)],
            "widths": dict(self._widths),
        }

    def go_to(self, place: Mapping[str, Json]) -> None:
        """Put back what `place` gave; what no longer fits is passed over."""
        keys = [column.key for column in self._rows.columns]
        if place.get("sort") in keys:
            order = Qt.SortOrder.DescendingOrder if place.get("downwards") else Qt.SortOrder.AscendingOrder
            self._show_sorting(keys.index(str(place["sort"])), order)
        folded = place.get("collapsed")
        if isinstance(folded, list):
            self._rows.collapse(self._rows.group_key_of(str(text)) for text in folded)
        widths = place.get("widths")
        if isinstance(widths, dict):
            self._widths = {key: width for key, width in widths.items() if key in keys and isinstance(width, int)}
            self._fit()

    # sorting

    def sort_by(self, section: int) -> None:
        """Sort by a column; by the same one again, the other way."""
        by = self._rows.sorted_by
        downwards = by == (section, False)
        self._show_sorting(section, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder)

    def _show_sorting(self, section: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(section, order)
        self._rows.sort(section, order)

    # measures

    def _show_anew(self) -> None:
        """Other rows, or the same in another order."""
        self._span_heads()
        self._fit()

    def _size_rows(self) -> None:
        """Heads of groups are lower than rows, what is wrapped is higher; others are given their height back."""
        header = self.verticalHeader()
        header.setMinimumSectionSize(1)
        usual = self._theme.px(self._row_height())
        header.setDefaultSectionSize(usual)
        last = self._rows.rowCount()
        for number in self._odd:
            if number < last:
                header.resizeSection(number, usual)
        heights = self._heights(usual)
        self._odd = list(heights)
        for number, height in heights.items():
            header.resizeSection(number, height)

    def _heights(self, usual: int) -> dict[int, int]:
        """Of the lines that are not as high as a row."""
        wraps = any(column.wraps for column in self._rows.columns) and self._rows.rowCount() <= _MOST_WRAPPED
        self._delegate.wraps = wraps
        columns = enumerate(self._rows.columns)
        widths = [(column, self.columnWidth(n)) for n, column in columns if not self.isColumnHidden(n)]
        found = {}
        for number in range(self._rows.rowCount()) if wraps else self._rows.other_lines():
            line = self._rows.line(number)
            if isinstance(line, GroupLine):
                height = self._theme.px(_GROUP_HEIGHT)
            else:
                height = max(usual, self._delegate.height(line, widths))
            if height != usual:
                found[number] = height
        return found

    def _row_height(self) -> int:
        if self._density is Density.DENSE:
            return self._density
        return Density.AIRY if self._theme.airy else Density.NORMAL

    def _span_heads(self) -> None:
        self.clearSpans()
        columns = self._rows.columnCount()
        for number in self._rows.other_lines() if columns > 1 else ():
            self.setSpan(number, 0, 1, columns)

    def _resized(self, section: int, _old: int, new: int) -> None:
        """A width she has drawn herself is kept; what is left goes to the column that stretches."""
        if not self._fitting:
            self._widths[self._rows.columns[section].key] = new
            self._fit()

    def _fit(self) -> None:
        """Fill the width, and stay within it: a table is read downwards, sideways only where no column can give."""
        px, columns, needs = self._theme.px, self._rows.columns, self._needs.of(self._widths)
        shown = [number for number, column in enumerate(columns) if column.key not in self._left_out]
        wanted = [self._widths.get(columns[number].key) or px(columns[number].width) for number in shown]
        bounds = Bounds([px(columns[number].least) for number in shown], [needs[number] for number in shown])
        room, least = self.viewport().width(), px(_LEAST_STRETCH)
        self._fitting = True
        for number, column in enumerate(columns):
            self.horizontalHeader().setSectionHidden(number, column.key in self._left_out)
        for number, width in zip(shown, fitted_widths(wanted, least, room, bounds, spread=self._spread), strict=True):
            self.horizontalHeader().resizeSection(number, width)
        self._fitting = False
        self.updateGeometries()  # titles over fields may need another line
        self._size_rows()

    def _restyle(self) -> None:
        """Another text size: other widths and heights."""
        seen = self._sees_current(self.viewport().height())
        self._needs.forget()
        self._fit()
        if seen:
            self._follow_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._sees_current(event.oldSize().height())
        super().resizeEvent(event)
        self._fit()
        if seen:
            self._follow_current()

    def _sees_current(self, height: int) -> bool:
        """Whether the current line is in view where so much of the table is; she may have scrolled away from it."""
        box = self.visualRect(self.currentIndex())
        return box.isValid() and box.top() < height and box.bottom() >= 0

    def _follow_current(self) -> None:
        self.updateGeometries()
        self.scrollTo(self.currentIndex())

    def _section(self, key: str) -> int:
        return next(number for number, column in enumerate(self._rows.columns) if column.key == key)
