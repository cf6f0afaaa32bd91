"""The table of the kit: rows are chosen, opened, filtered by typing, sorted, folded and copied from the keyboard."""

from collections.abc import Hashable, Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from dagleder.base.command import Json
from ui.kit.table_delegate import TableDelegate
from ui.kit.table_header import TableHeader
from ui.kit.table_model import LINE_ROLE, TableModel
from ui.kit.table_values import CellLook, GroupLine, NoteLine, Row, RowLine
from ui.theme.theme import Theme

_GROUP_HEIGHT = 28
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAST_WIDTH, _LEAST_STRETCH = 24, 120


class Density(IntEnum):
    """The height of a row in px at 100 % text size."""

    AIRY = 36
    NORMAL = 32
    DENSE = 24


class Table(QTableView):
    """`chosen` follows the selection (a row or None); `opened` is Enter or a double click.

    `typed` is a letter typed on the table, for the filter beside it; `ticked` a tick box that was turned;
    `link_clicked` the link of a note under a row. A table without tick boxes or marks for many rows chooses
    one at a time.
    """

    chosen = Signal(object)
    opened = Signal(object)
    typed = Signal(str)
    ticked = Signal(object, str)  # row, column key
    link_clicked = Signal(object)  # row
    filter_left = Signal()

    def __init__(
        self, theme: Theme, model: TableModel, density: Density = Density.AIRY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._density = density
        self._kept: tuple[Hashable, ...] = ()
        self._widths: dict[str, int] = {}
        self._fitting = False
        self._low: list[int] = []  # lines that are lower than a row
        self._delegate = TableDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(TableHeader(theme, self))
        self.setModel(model)
        self._set_up()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._after_reset)
        theme.changed.connect(self._fit)
        self._after_reset()

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
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._resized)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.chosen_row()))

    @property
    def rows(self) -> TableModel:
        return self._rows

    def allow_many(self) -> None:
        """Several rows can be chosen at once (Shift, Ctrl, Ctrl+A)."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_header_fields(self, fields: Mapping[str, QWidget]) -> None:
        """A field under the title of each of these columns."""
        header = self.horizontalHeader()
        if isinstance(header, TableHeader):
            header.show_fields({self._section(key): field for key, field in fields.items()})
            self.updateGeometries()

    # choosing

    def chosen_rows(self) -> list[Row]:
        lines = [self._rows.line(index.row()) for index in self.selectionModel().selectedRows()]
        return [line.row for line in lines if isinstance(line, RowLine)]

    def chosen_row(self) -> Row | None:
        rows = self.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def choose(self, row_id: Hashable) -> bool:
        """Choose a row and scroll to it; False when it is not shown."""
        number = self._rows.line_of(row_id)
        if number is None:
            return False
        self.setCurrentIndex(self._rows.index(number, 0))
        self.scrollTo(self._rows.index(number, 0))
        return True

    def choose_first(self) -> None:
        if rows := self._rows.shown_rows():
            self.choose(self._rows.row_id(rows[0]))

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

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._current_line()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and line is not None:
            self._act(line)
        elif isinstance(line, GroupLine) and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space}:
            if (event.key() == Qt.Key.Key_Right) is line.collapsed or event.key() == Qt.Key.Key_Space:
                self._rows.toggle(line.key)
        elif event.key() == Qt.Key.Key_Space and isinstance(line, RowLine) and self._tick_column() is not None:
            self._tick(line)
        elif _types(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing filters; it does not jump."""

    def copy(self) -> None:
        """The chosen rows with their titles on the clipboard, one column after the other, for a spreadsheet."""
        columns = self._rows.columns
        lines = ["\t".join(column.title for column in columns)]
        lines += ["\t".join(_flat(column.text(row)) for column in columns) for row in self.chosen_rows()]
        if len(lines) > 1:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def make_menu(self) -> QMenu:
        """What can be done with a table by mouse or keyboard (Shift+F10): sort, copy."""
        menu = QMenu(self)
        for number, column in enumerate(self._rows.columns):
            if column.title:
                action = menu.addAction(f"Sortér efter {column.title.casefold()}".replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, n=number: self._sort_by(n))
        menu.addSeparator()
        copy = menu.addAction("Kopiér de valgte rækker")
        copy.setEnabled(bool(self.chosen_rows()))
        copy.triggered.connect(self.copy)
        return menu

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._line_at(index)
        if isinstance(line, GroupLine):
            self._rows.toggle(line.key)
        elif isinstance(line, RowLine) and self._rows.columns[index.column()].look is CellLook.TICK:
            self._tick(line)
        elif isinstance(line, NoteLine):
            box = self.visualRect(self._rows.index(index.row(), 0))
            if self._delegate.note_link(box, line).contains(event.position().toPoint()):
                self.link_clicked.emit(line.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(self.indexAt(event.position().toPoint()))
        if isinstance(line, RowLine):
            self.opened.emit(line.row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # inside

    def _act(self, line: GroupLine | NoteLine | RowLine) -> None:
        if isinstance(line, GroupLine):
            self._rows.toggle(line.key)
        elif isinstance(line, NoteLine):
            self.link_clicked.emit(line.row)
        else:
            self.opened.emit(line.row)

    def _tick_column(self) -> str | None:
        return next((column.key for column in self._rows.columns if column.look is CellLook.TICK), None)

    def _tick(self, line: RowLine) -> None:
        self.ticked.emit(line.row, self._tick_column() or "")

    def _line_at(self, index: QModelIndex | QPersistentModelIndex) -> GroupLine | NoteLine | RowLine | None:
        return index.data(LINE_ROLE) if index.isValid() else None

    def _current_line(self) -> GroupLine | NoteLine | RowLine | None:
        return self._line_at(self.currentIndex())

    def _section(self, key: str) -> int:
        return next(number for number, column in enumerate(self._rows.columns) if column.key == key)

    def _sort_by(self, section: int) -> None:
        by = self._rows.sorted_by
        downwards = by == (section, False)
        self._show_sorting(section, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder)

    def _show_sorting(self, section: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(section, order)
        self._rows.sort(section, order)

    def _keep_selection(self) -> None:
        self._kept = tuple(self._rows.row_id(row) for row in self.chosen_rows())

    def _after_reset(self) -> None:
        """Heads of groups go across all columns; whoever was chosen still is."""
        self._span_heads()
        self._size_rows()
        kept: Iterable[Hashable] = self._kept
        wanted = [number for number in (self._rows.line_of(row_id) for row_id in kept) if number is not None]
        if wanted:
            self.setCurrentIndex(self._rows.index(wanted[0], 0))
        elif self._kept:
            self.chosen.emit(None)
        for number in wanted[1:]:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self._rows.index(number, 0), flags)

    def _size_rows(self) -> None:
        """Heads of groups are lower than rows; a line that was one before is given its height back."""
        header = self.verticalHeader()
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(self._theme.px(self._density))
        last = self._rows.rowCount()
        for number in self._low:
            if number < last:
                header.resizeSection(number, header.defaultSectionSize())
        self._low = [n for n in self._rows.other_lines() if isinstance(self._rows.line(n), GroupLine)]
        for number in self._low:
            header.resizeSection(number, self._theme.px(_GROUP_HEIGHT))

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
        self._fitting = True
        header, columns = self.horizontalHeader(), self._rows.columns
        widths = [self._widths.get(column.key) or self._theme.px(column.width) for column in columns]
        open_ones = [number for number, width in enumerate(widths) if not width]
        room = max(0, self.viewport().width() - sum(widths))
        for number in open_ones:
            widths[number] = max(self._theme.px(_LEAST_STRETCH), room // len(open_ones))
        for number, width in enumerate(widths):
            header.resizeSection(number, width)
        self._fitting = False
        self._size_rows()


def _types(event: QKeyEvent) -> bool:
    """True for a letter or figure typed without Ctrl or Alt."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and bool(event.text()) and event.text().isprintable() and not event.text().isspace()


def _flat(text: str) -> str:
    return " ".join(text.split())
