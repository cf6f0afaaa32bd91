"""The table of the kit: rows are chosen, opened, filtered by typing, sorted, folded and copied from the keyboard."""

from collections.abc import Hashable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from ui.kit.table_model import LINE_ROLE, TableModel
from ui.kit.table_surface import Density, TableSurface
from ui.kit.table_values import CellLook, GroupLine, NoteLine, Row, RowLine, as_text
from ui.theme.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Table(TableSurface):
    """`chosen` follows the selection (a row or None); `opened` is Enter or a double click.

    `typed` is a letter typed on the table, for the filter beside it; `ticked` a tick box that was turned; `removed` Del
    on a row;
    `link_clicked` the link of a note under a row. A table without tick boxes or marks for many rows chooses
    one at a time.
    """

    chosen = Signal(object)
    opened = Signal(object)
    typed = Signal(str)
    ticked = Signal(object, str)  # row, column key
    removed = Signal(object)
    link_clicked = Signal(object, object)  # row, its note

    def __init__(
        self, theme: Theme, model: TableModel, density: Density = Density.AIRY, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, model, density, parent)
        self._kept: tuple[Hashable, ...] = ()
        self._away: int | None = None  # where she had scrolled to, when that was away from what is chosen
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)

    def allow_many(self) -> None:
        """Several rows can be chosen at once (Shift, Ctrl, Ctrl+A)."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

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
        elif event.key() == Qt.Key.Key_Delete and isinstance(line, RowLine):
            self.removed.emit(line.row)
        elif _types(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing filters; it does not jump."""

    def copy(self) -> None:
        """The chosen rows with their titles on the clipboard, one column after the other, for a spreadsheet."""
        if rows := self.chosen_rows():
            QGuiApplication.clipboard().setText(as_text(self._rows.columns, rows))

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
                action.triggered.connect(lambda _checked=False, n=number: self.sort_by(n))
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
                self.link_clicked.emit(line.row, line.note)

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

    # inside

    def _act(self, line: GroupLine | NoteLine | RowLine) -> None:
        if isinstance(line, GroupLine):
            self._rows.toggle(line.key)
        elif isinstance(line, NoteLine):
            self.link_clicked.emit(line.row, line.note)
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

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.chosen_row())

    def _keep_selection(self) -> None:
        self._kept = tuple(self._rows.row_id(row) for row in self.chosen_rows())
        in_view = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        self._away = None if in_view else self.verticalScrollBar().value()

    def _restore_selection(self) -> None:
        """Whoever was chosen before the rows came anew still is."""
        wanted = [number for number in map(self._rows.line_of, self._kept) if number is not None]
        if wanted:
            self.setCurrentIndex(self._rows.index(wanted[0], 0))
        elif self._kept:
            self.chosen.emit(None)
        for number in wanted[1:]:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self._rows.index(number, 0), flags)
        if self._away is not None:
            self.verticalScrollBar().setValue(self._away)


def _types(event: QKeyEvent) -> bool:
    """True for a letter or figure typed without Ctrl or Alt."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and bool(event.text()) and event.text().isprintable() and not event.text().isspace()
