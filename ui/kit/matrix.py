"""The matrix of the kit: people × columns with a level in each cell, painted by hand and worked by keyboard."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.kit.compounds import SOFT
from ui.kit.grid import Grid, GridRange
from ui.kit.grid_geometry import unit_to_fill
from ui.kit.grid_painter import GridPainter
from ui.kit.grid_scene import GridScene, Spot
from ui.kit.grid_surface import GridLook
from ui.kit.matrix_frame import HEAD, SUM, TITLE_PAD, matrix_of
from ui.kit.matrix_heads import least_room, roomy
from ui.kit.matrix_painter import MatrixPainter
from ui.kit.matrix_values import MatrixContent
from ui.theme.theme import Theme

_NARROWEST, _WIDEST = 50, 104  # px of a column at 100 % text size
_NAME_ROOM, _LONGEST_NAME = 28, 240  # px of the names beside their texts, and at most
LOOK = GridLook(names=158, unit=_NARROWEST, least=_NARROWEST, most=_WIDEST, fill=True)


class Matrix(Grid):
    """Like every grid one stop for Tab; the cursor goes from person to person and never stands on a heading.

    Beside a grid's signals, `typed` among them, `pasted` tells the text of Ctrl+V; Ctrl+C copies what is chosen.
    """

    pasted = Signal(str)

    _least = _NARROWEST  # px of a column in which no head is lost; the base class asks before there is a content

    def __init__(self, theme: Theme, name: str, look: GridLook = LOOK, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, look, parent)
        self._content = MatrixContent()

    def show_matrix(self, content: MatrixContent) -> None:
        """Show this from now on; columns are as narrow as their heads allow, and fill what room there is."""
        metrics, scale = QFontMetrics(self._theme.font("caption", 600)), self._theme.text_size / 100
        titles = [column.title for column in content.columns]

        def wide(text: str) -> float:
            return metrics.horizontalAdvance(text) / scale

        low, high = _NARROWEST - 2 * TITLE_PAD, _WIDEST - 2 * TITLE_PAD
        self._least = least_room(titles, low, high, wide) + 2 * TITLE_PAD
        unit = roomy(titles, low, high, wide) + 2 * TITLE_PAD
        self._look = replace(self._look, unit=unit, names=self._names_width(content))
        self.set_content(content)

    @property
    def matrix(self) -> MatrixContent:
        return matrix_of(self.scene())

    def chosen(self) -> GridRange:
        """The people and columns that are chosen; headings between them are left out."""
        chosen = super().chosen()
        heads = {row.key for row in self._content.rows if row.heading}
        return replace(chosen, rows=tuple(row for row in chosen.rows if row not in heads))

    def choose(self, row: Hashable, column: Hashable) -> bool:
        number = self._row_number(row)
        if number is None or self._content.rows[number].heading:
            return False
        return super().choose(row, column)

    def copy(self) -> None:
        """What is chosen on the clipboard, for a spreadsheet."""
        chosen = self.chosen()
        if chosen.rows:
            QGuiApplication.clipboard().setText(self.matrix.as_text(chosen.rows, chosen.columns))

    # measures and painting

    def _head_height(self) -> int:
        return self._theme.px(HEAD) + self._theme.px(SUM)

    def _unit(self) -> float:
        """As wide as reads well; narrower where all columns can then be seen at once."""
        px, look = self._theme.px, self._look
        if self._zoom != 1.0:
            return px(look.unit) * self._zoom
        filled = unit_to_fill(self._content.columns, self.viewport().width() - px(look.names))
        return min(filled, px(_WIDEST)) if filled >= px(self._least) else px(look.unit)

    def _names_width(self, content: MatrixContent) -> int:
        """Of the column of names at 100 % text size: no name is cut off unless it is very long."""
        name, note = QFontMetrics(self._theme.font("table")), QFontMetrics(self._theme.font("caption"))
        people = [row for row in content.rows if not row.heading]
        widest = max((name.horizontalAdvance(row.name) + note.horizontalAdvance(row.note) for row in people), default=0)
        return min(max(LOOK.names, round(widest * 100 / self._theme.text_size) + _NAME_ROOM), _LONGEST_NAME)

    def _make_painter(self) -> GridPainter:
        return MatrixPainter(self._theme, self.devicePixelRatioF())

    def tip_at(self, place: QPoint) -> str:
        """In the head the whole name of the column, and what its sum means."""
        scene = self.scene()
        across = scene.geometry.column_at(place.x() - scene.names + scene.offset.x())
        if place.y() >= scene.head or place.x() < scene.names or across is None:
            return super().tip_at(place)
        column = self.matrix.columns[across]
        parts = (column.name.replace(SOFT, ""), column.sum.words if column.sum else "")
        return "\n".join(part for part in parts if part)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._selection is None and self._lines and self._content.columns:
            first = self._beside_headings(Spot(0, 0), 1)
            if first is not None:
                self._move_to(first, extend=False)
        super().focusInEvent(event)

    def _moved(self, cursor: Spot, event: QKeyEvent) -> Spot | None:
        target = super()._moved(cursor, event)
        if target is None:
            return None
        step = -1 if target.line < cursor.line else 1
        return self._beside_headings(target, step) or self._beside_headings(target, -step) or cursor

    def _beside_headings(self, spot: Spot, step: int) -> Spot | None:
        """The spot, or the next person's in that direction where it is a heading's; None beyond the last."""
        line = spot.line
        while 0 <= line < len(self._lines):
            if not self._is_heading(line):
                return Spot(line, spot.column)
            line += step
        return None

    def _spot_to_choose(self, scene: GridScene, place: QPoint) -> Spot | None:
        spot = super()._spot_to_choose(scene, place)
        return None if spot is None or self._is_heading(spot.line) else spot

    def _click_name(self, scene: GridScene, place: QPoint) -> None:
        line = scene.line_at(place)
        if line is not None and not self._is_heading(line):
            super()._click_name(scene, place)

    def _is_heading(self, line: int) -> bool:
        return self._content.rows[self._lines[line]].heading
