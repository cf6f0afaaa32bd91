"""The grid of the kit: people × days, or people × the hours of a week, painted by hand and worked by keyboard."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.kit.grid_moves import moved
from ui.kit.grid_scene import GridScene, Selection, Spot
from ui.kit.grid_surface import DAYS, GridLook, GridSurface
from ui.kit.grid_values import GridContent
from ui.theme.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


@dataclass(frozen=True)
class GridRange:
    """What is chosen, by the keys of its rows and columns. Weekends between are left out."""

    rows: tuple[Hashable, ...]
    columns: tuple[Hashable, ...]


class Grid(GridSurface):
    """One stop for Tab; arrows move inside, Shift extends, Enter opens, Space folds a heading.

    `range_changed` tells what is chosen (GridRange), `opened` Enter or a double click on a cell (row key, column
    key), `typed` letters and figures, `removed` Delete, `mark_clicked` the key of a date in a cell.
    """

    range_changed = Signal(object)
    opened = Signal(object, object)
    typed = Signal(str)
    removed = Signal()
    mark_clicked = Signal(object)

    def __init__(self, theme: Theme, name: str, look: GridLook = DAYS, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, look, parent)
        self._said = ""

    def set_content(self, content: GridContent) -> None:
        """Show this from now on; what is chosen stays chosen where it is still there, and nothing scrolls."""
        was, before = self._selection, self.chosen()
        keys = (self._keys_of(was.anchor), self._keys_of(was.cursor)) if was else ()
        self._content = content
        self._selection = None
        self._arrange()
        spots = [spot for row, column in keys if (spot := self._spot_of(row, column))]
        if len(spots) == 2:  # noqa: PLR2004 -- anchor and cursor are both still there
            self._selection = Selection(*spots)
            self._speak()
        if self.chosen() != before:
            self.range_changed.emit(self.chosen())

    def repaint_content(self) -> None:
        """Cells or bars of the same rows and columns are others now."""
        self.viewport().update()
        self._speak()

    def set_folded(self, keys: frozenset[Hashable]) -> None:
        """Fold away the rows of exactly these headings; a cursor among them goes to its heading."""
        cursor = self._keys_of(self._selection.cursor) if self._selection else None
        if keys != self._folded:
            self._selection = None
        super().set_folded(keys)
        if cursor is not None and self._selection is None:
            row, column = cursor
            number = self._row_number(row)
            if number is not None:
                self.choose(row if number in self._lines else self._content.rows[number].group, column)

    # choosing

    def chosen(self) -> GridRange:
        selection = self._selection
        if selection is None:
            return GridRange((), ())
        columns = (self._content.columns[number] for number in selection.columns)
        rows = (self._content.rows[self._lines[line]].key for line in selection.lines)
        return GridRange(tuple(rows), tuple(column.key for column in columns if not column.thin))

    def choose(self, row: Hashable, column: Hashable) -> bool:
        """Put the cursor in a cell and scroll to it, unfolding its group; False when there is no such cell."""
        number = self._row_number(row)
        across = self._column_number(column)
        if number is None or across is None:
            return False
        if number not in self._lines:
            self.set_folded(self._folded - {self._content.rows[number].group})
        self._move_to(Spot(self._lines.index(number), across), extend=False)
        return True

    def cursor_keys(self) -> tuple[Hashable, Hashable] | None:
        """The row and the column of the cursor."""
        return self._keys_of(self._selection.cursor) if self._selection else None

    def cursor_words(self) -> str:
        """What is read aloud for the cell of the cursor."""
        return self._words_of(self._selection.cursor) if self._selection else ""

    def _move_to(self, spot: Spot, *, extend: bool) -> None:
        anchor = self._selection.anchor if extend and self._selection else spot
        self._selection = Selection(anchor, spot)
        self._scroll_to(spot)
        self.viewport().update()
        self._speak()
        self.range_changed.emit(self.chosen())

    def _scroll_to(self, spot: Spot) -> None:
        geometry, body = self._geometry, self.scene().body
        spans = (
            (self.horizontalScrollBar(), geometry.left(spot.column), geometry.right(spot.column), body.width()),
            (self.verticalScrollBar(), geometry.top(spot.line), geometry.bottom(spot.line), body.height()),
        )
        for bar, low, high, seen in spans:
            if low < bar.value():
                bar.setValue(low)
            elif high > bar.value() + seen:
                bar.setValue(high - seen)

    def _speak(self) -> None:
        """Tell screen readers where the cursor is and what is there."""
        words = self.cursor_words()
        if words == self._said:
            return
        self._said = words
        self.setAccessibleDescription(words)
        if self._selection is not None and self.hasFocus():
            cursor = self._selection.cursor
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(cursor.line * len(self._content.columns) + cursor.column)
            QAccessible.updateAccessibility(event)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._selection is None:
            super().keyPressEvent(event)
            return
        cursor = self._selection.cursor
        row = self._content.rows[self._lines[cursor.line]]
        target = self._moved(cursor, event)
        if target is not None:
            self._move_to(target, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _ENTER:
            self._open(cursor)
        elif event.key() == Qt.Key.Key_Space and row.key in self.scene().groups:
            self.set_folded(self._folded ^ {row.key})
        elif event.key() in _REMOVING:
            self.removed.emit()
        elif _types(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _moved(self, cursor: Spot, event: QKeyEvent) -> Spot | None:
        """The cell a key leads to; None when the key is no move."""
        return moved(self.scene(), cursor, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        scene = self.scene()
        if self._selection is None and scene.seen_lines and scene.seen_columns:
            self._move_to(Spot(scene.seen_lines[0], self._first_column(scene.seen_columns)), extend=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._said = ""  # heard again when the keyboard comes back
        self.viewport().update()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scene, place = self.scene(), event.position().toPoint()
        spot = self._spot_to_choose(scene, place)
        if spot is not None:
            self._move_to(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._click_mark(scene, spot, place)
        elif place.x() < scene.names:
            self._click_name(scene, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_to_choose(self.scene(), event.position().toPoint())
        dragging = event.buttons() & Qt.MouseButton.LeftButton and self._selection is not None
        if spot is not None and dragging and self._selection and spot != self._selection.cursor:
            self._move_to(spot, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_to_choose(self.scene(), event.position().toPoint())
        if spot is not None:
            self._open(spot)

    def _spot_to_choose(self, scene: GridScene, place: QPoint) -> Spot | None:
        spot = scene.spot_at(place)
        return None if spot is None or self._content.columns[spot.column].thin else spot

    def _click_name(self, scene: GridScene, place: QPoint) -> None:
        line = scene.line_at(place)
        if line is None:
            return
        row = self._content.rows[self._lines[line]]
        if row.key in scene.groups:
            self.set_folded(self._folded ^ {row.key})
        elif scene.seen_columns:
            across = self._selection.cursor.column if self._selection else self._first_column(scene.seen_columns)
            self._move_to(Spot(line, across), extend=False)

    def _click_mark(self, scene: GridScene, spot: Spot, place: QPoint) -> None:
        cell = self._content.cells(self._lines[spot.line], spot.column, spot.column)[0]
        marks = cell.marks if cell else ()
        boxes = self.painter.bars.mark_boxes(scene.cell_box(spot).toRectF(), marks) if marks else []
        for mark, box in zip(marks, boxes, strict=True):
            if box.contains(place):
                self.mark_clicked.emit(mark.key)

    # inside

    def _open(self, spot: Spot) -> None:
        self.opened.emit(*self._keys_of(spot))

    def _row_number(self, key: Hashable) -> int | None:
        return next((number for number, row in enumerate(self._content.rows) if row.key == key), None)

    def _column_number(self, key: Hashable) -> int | None:
        return next((number for number, column in enumerate(self._content.columns) if column.key == key), None)

    def _first_column(self, columns: range) -> int:
        return next((number for number in columns if not self._content.columns[number].thin), columns[0])

    def _keys_of(self, spot: Spot) -> tuple[Hashable, Hashable]:
        return self._content.rows[self._lines[spot.line]].key, self._content.columns[spot.column].key

    def _spot_of(self, row: Hashable, column: Hashable) -> Spot | None:
        """Where a row and a column are in view now."""
        number, across = self._row_number(row), self._column_number(column)
        return None if number not in self._lines or across is None else Spot(self._lines.index(number), across)


def _types(event: QKeyEvent) -> bool:
    """True for a letter or figure typed without Ctrl or Alt."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
