"""Paints the cells of a matrix: a level as colour and figure, all else there is to know as shapes."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from ui.kit.grid_painter import GridPainter
from ui.kit.grid_scene import GridScene, Selection
from ui.kit.matrix_frame import MatrixFrame, matrix_of
from ui.kit.matrix_values import MatrixCell
from ui.kit.tiles import Tiles
from ui.theme.theme import Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_CORNER, _MARK = 8, 5  # px: the corner of a goal, the marks of a note and of another view
_BELOW = 14  # px: the line of a level below what is expected
_FRAME = 2
_SQUARE, _MITER = Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin


class MatrixPainter(GridPainter):
    """A grid's painter with cells of its own; each look is painted once and then copied."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        super().__init__(theme, ratio, MatrixFrame(theme, ratio))
        self._font = theme.font("table", 500)
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)
        self._cells = Tiles(ratio)

    def _contents(self, painter: QPainter, scene: GridScene) -> None:
        content, columns = matrix_of(scene), scene.seen_columns
        edges = [scene.x(column) for column in range(columns[0], columns[-1] + 2)]
        spans = [(left, right - left) for left, right in pairwise(edges)]
        tile, looks = self._cells.tile, content.looks
        for line in scene.seen_lines:
            cells = looks.get(content.rows[scene.lines[line]].key)
            if cells is None:
                continue
            box = scene.line_box(line)
            top, height = box.top(), box.height()
            for (left, width), cell in zip(spans, cells[columns[0] : columns[-1] + 1], strict=True):
                painter.drawPixmap(left, top, tile(cell, (width, height), partial(self.draw, cell)))

    def draw(self, cell: MatrixCell, painter: QPainter, box: QRectF) -> None:
        """One cell, with the lines at its right and below; also in a legend."""
        swatch = self._theme.level(0 if cell.lapsed else cell.level or 0)
        painter.fillRect(box, self._colour("border"))
        inside = box.adjusted(0, 0, -1, -1)
        painter.fillRect(inside, QColor(swatch.fill))
        ink = QColor(swatch.text)
        if cell.lapsed:
            ink = self._colour("warn")
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inside.adjusted(2.5, 2.5, -2.5, -2.5))
        painter.setFont(self._struck if cell.lapsed else self._font)
        painter.setPen(ink)
        painter.drawText(inside, _CENTRE, cell.text)
        self._marks(painter, inside, cell, QColor(swatch.text))

    @staticmethod
    def _marks(painter: QPainter, box: QRectF, cell: MatrixCell, ink: QColor) -> None:
        """A goal: the corner at the upper right. A note: a dot at the upper left. Another view: a ring below it.

        Less than is expected: a line under the figure.
        """
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.goal:
            corner = box.topRight()
            painter.drawPolygon(
                QPolygonF(
                    [corner, QPointF(corner.x() - _CORNER, corner.y()), QPointF(corner.x(), corner.y() + _CORNER)]
                )
            )
        if cell.noted:
            painter.drawEllipse(QRectF(box.left() + 3, box.top() + 3, _MARK, _MARK))
        if cell.below:
            line = QRectF(0, 0, _BELOW, 2)
            line.moveCenter(QPointF(box.center().x(), box.bottom() - 3))
            painter.drawRect(line)
        if cell.differs:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.5))
            painter.drawEllipse(QRectF(box.left() + 3.5, box.bottom() - _MARK - 3.5, _MARK, _MARK))

    def _cursor(self, painter: QPainter, scene: GridScene, selection: Selection) -> None:
        """Two px of focus and two px of the ground inside them, so that it is seen on the darkest level too."""
        box = QRectF(scene.cell_box(selection.cursor)).adjusted(-1, -1, 0, 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rings = (("focus" if scene.focused else "borderStrong", _FRAME / 2), ("surface", _FRAME * 1.5))
        for role, inset in rings:
            painter.setPen(QPen(self._colour(role), _FRAME, Qt.PenStyle.SolidLine, _SQUARE, _MITER))
            painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
