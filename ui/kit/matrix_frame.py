"""Paints what stands still around a matrix: names to the left, heads of up to three lines and the sums above."""

from functools import partial

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from dagleder.base.errors import Bug
from dagleder.base.findings import Level
from ui.kit.grid_frame import FramePainter
from ui.kit.grid_scene import GridScene
from ui.kit.matrix_heads import MOST_LINES, broken
from ui.kit.matrix_values import MatrixContent, MatrixSum
from ui.kit.tiles import Tiles
from ui.theme.theme import Theme

LINE, SUM = 15, 30  # px at 100 % text size: a line of a head, the row of sums
HEAD = MOST_LINES * LINE + 7
TITLE_PAD = 1  # px on either side of a head
_PAD, _ICON, _GAP = 10, 14, 5
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_SUMS = {Level.OK: ("ok", "check"), Level.SHOULD: ("warn", "triangle-alert"), Level.MUST: ("danger", "octagon-alert")}


def matrix_of(scene: GridScene) -> MatrixContent:
    """What a matrix shows; nothing else is given to one."""
    if not isinstance(scene.content, MatrixContent):
        raise Bug("a matrix shows a MatrixContent")
    return scene.content


class MatrixFrame(FramePainter):
    """Names as in every grid; the head is the matrix's own."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        super().__init__(theme, ratio)
        self._title_font = theme.font("caption", 600)
        self._heads = Tiles(ratio)

    def _head(self, painter: QPainter, scene: GridScene) -> None:
        content, width, sums = matrix_of(scene), scene.size.width(), self._theme.px(SUM)
        titles = scene.head - sums
        painter.fillRect(0, 0, width, titles, self._colour("surface2"))
        painter.fillRect(0, titles, width, sums, self._colour("surface"))
        painter.setClipRect(QRect(scene.names, 0, scene.body.width(), scene.head))
        for number in scene.seen_columns:
            left, wide = scene.x(number), scene.x(number + 1) - scene.x(number)
            column = content.columns[number]
            title = self._heads.tile(column.title, (wide, titles), partial(self._title_lines, column.title))
            painter.drawPixmap(left, 0, title)
            painter.drawPixmap(left, titles, self._heads.tile(column.sum, (wide, sums), partial(self._sum, column.sum)))
        painter.setClipping(False)
        painter.setPen(self._colour("border"))
        painter.drawLine(QLine(0, titles - 1, width, titles - 1))
        painter.drawLine(QLine(0, scene.head - 1, width, scene.head - 1))
        painter.fillRect(scene.names - 1, 0, 1, scene.head, self._colour("border"))
        self._corner(painter, scene, titles)

    def _corner(self, painter: QPainter, scene: GridScene, titles: int) -> None:
        content, room = matrix_of(scene), scene.names - 2 * _PAD
        line = self._theme.px(LINE) + 6
        painter.setPen(self._colour("text2"))
        painter.setFont(self._theme.font("caption"))
        painter.drawText(QRect(_PAD, titles - line, room, line), _LEFT, content.corner)
        painter.setFont(self._theme.font("small"))
        painter.drawText(QRect(_PAD, titles, room, scene.head - titles), _LEFT, content.sum_title)

    def _title_lines(self, title: str, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(QRectF(box.right() - 1, 0, 1, box.height()), self._colour("border"))
        painter.setFont(self._title_font)
        painter.setPen(self._colour("text"))
        metrics = painter.fontMetrics()
        lines = broken(title, box.width() - 2 * TITLE_PAD, lambda text: float(metrics.horizontalAdvance(text)))
        high = self._theme.px(LINE)
        top = (box.height() - high * len(lines)) / 2
        for number, line in enumerate(lines):
            painter.drawText(QRectF(0, top + number * high, box.width() - 1, high), _CENTRE, line)

    def _sum(self, told: MatrixSum | None, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(QRectF(box.right() - 1, 0, 1, box.height()), self._colour("border"))
        if told is None:
            return
        role, icon = _SUMS.get(told.level, ("text2", "")) if told.level else ("text2", "")
        if icon:
            painter.fillRect(box.adjusted(0, 0, -1, 0), self._colour(f"{role}Soft"))
        painter.setFont(self._theme.font("small", 600 if icon else 500))
        painter.setPen(self._colour(role))
        wide = painter.fontMetrics().horizontalAdvance(told.text)
        mark = _ICON + _GAP if icon else 0
        left = (box.width() - 1 - wide - mark) / 2
        if icon:
            picture = self._theme.picture(icon, role, _ICON, self._ratio)
            painter.drawPixmap(round(left), round((box.height() - _ICON) / 2), picture)
        painter.drawText(QRectF(left + mark, 0, wide + 1, box.height() - 1), _LEFT, told.text)
