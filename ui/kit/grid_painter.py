"""Paints a grid: only the visible part, in layers, with fonts and brushes kept from painting to painting."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from ui.kit.grid_bars import BarPainter
from ui.kit.grid_frame import FramePainter, ground_of
from ui.kit.grid_scene import GridScene, Selection
from ui.kit.grid_values import BarLook, Edge, GridBar, GridCell, Tone, free_part
from ui.kit.tiles import Tiles
from ui.theme.theme import Theme

_BAR_INSET = 3
_SHARE_ROOM, _SHARE_HIGH, _SHARE_SIDE = 12, 5, 10  # px of the small bar under a text
_HATCH_STEP, _HATCH_LINE = 7, 3
_WIDEST_TILE = 1500  # px; what is longer is painted each time
_TONES = {
    Tone.PLAIN: ("text2", 500),
    Tone.LIMIT: ("text", 600),
    Tone.SHORT: ("warn", 600),
    Tone.BELOW: ("surface", 700),
}
_CENTRE = Qt.AlignmentFlag.AlignCenter


class GridPainter:
    """Made anew when the theme changes. `frame` paints names and head where they are not the usual ones."""

    def __init__(self, theme: Theme, ratio: float, frame: FramePainter | None = None) -> None:
        self._theme = theme
        self.bars = BarPainter(theme)
        self._frame = frame or FramePainter(theme, ratio)
        self._tiles = Tiles(ratio)
        self._hatch = QBrush(hatch_picture(theme.colour("closed"), ratio))
        self._colours: dict[str, QColor] = {}

    def paint(self, painter: QPainter, scene: GridScene) -> None:
        painter.fillRect(QRect(QPoint(0, 0), scene.size), self._colour("surface"))
        if scene.seen_columns and scene.seen_lines:
            painter.setClipRect(scene.body)
            self._grounds(painter, scene)
            self._contents(painter, scene)
            self._chosen(painter, scene)
        self._frame.paint(painter, scene)

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._theme.colour(role)
        return self._colours[role]

    # under the cells

    def _grounds(self, painter: QPainter, scene: GridScene) -> None:
        for line in scene.seen_lines:
            box = scene.line_box(line)
            ground = ground_of(scene, line)
            if ground != "surface":
                painter.fillRect(box, self._colour(ground))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._colour("border"))
        self._column_grounds(painter, scene)

    def _column_grounds(self, painter: QPainter, scene: GridScene) -> None:
        bottom = min(scene.body.bottom(), scene.head + scene.geometry.height - scene.offset.y() - 1)
        for number in scene.seen_columns:
            column = scene.content.columns[number]
            box = QRect(scene.x(number), scene.head, scene.x(number + 1) - scene.x(number), bottom - scene.head + 1)
            if column.thin:
                painter.fillRect(box, self._colour("weekend"))
            elif column.closed:
                self._hatched(painter, box, scene)
            if column.edge is not Edge.NONE:
                width = 2 if column.edge is Edge.TODAY else 1
                painter.fillRect(box.left(), box.top(), width, box.height(), self._colour(column.edge.value))

    def _hatched(self, painter: QPainter, box: QRect, scene: GridScene) -> None:
        painter.setBrushOrigin(scene.names - scene.offset.x(), scene.head - scene.offset.y())
        painter.fillRect(box, self._hatch)

    # the cells

    def _contents(self, painter: QPainter, scene: GridScene) -> None:
        """Cells first, bars over them; both as tiles, since most look like many others."""
        columns = scene.seen_columns
        first, last = columns[0], columns[-1]
        edges = [scene.x(column) for column in range(first, last + 2)]
        spans = [(left, right - left) for left, right in pairwise(edges)]
        for line in scene.seen_lines:
            box = scene.line_box(line)
            cells = scene.content.cells(scene.lines[line], first, last)
            for (left, width), cell in zip(spans, cells, strict=True):
                if cell is not None and width > 0:
                    self._cell(painter, scene, QRect(left, box.top(), width, box.height()), cell)
            bars = scene.content.bars(scene.lines[line], first, last)
            meetings = [bar for bar in bars if bar.look is BarLook.MEETING]
            for bar in bars:
                self._bar(painter, scene, box, (bar, free_part(bar, meetings)))

    def _bar(
        self, painter: QPainter, scene: GridScene, line: QRect, shown: tuple[GridBar, tuple[float, float]]
    ) -> None:
        """A bar, with its words in the part of it that is free."""
        bar, free = shown
        left, right = scene.x(bar.start) + 1, scene.x(bar.end) - 1
        top, height = line.top() + _BAR_INSET, line.height() - 2 * _BAR_INSET - 1
        words = (0, right - left)
        if free != (bar.start, bar.end):
            words = (max(left, scene.x(free[0])) - left, min(right, scene.x(free[1])) - left)
        if right - left > _WIDEST_TILE:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.bars.draw(painter, QRectF(left, top, right - left, height), bar, words)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 -- Qt's own argument
        elif right > left:
            key = (bar.look, bar.letter, bar.text, words)
            tile = self._tiles.tile(key, (right - left, height), lambda p, box: self.bars.draw(p, box, bar, words))
            painter.drawPixmap(left, top, tile)

    def _cell(self, painter: QPainter, scene: GridScene, box: QRect, cell: GridCell) -> None:
        if cell.closed:
            self._hatched(painter, box.adjusted(0, 0, 0, -1), scene)
        if cell.text or cell.tone is not Tone.PLAIN or cell.underlined:
            key = (cell.text, cell.tone, cell.underlined, cell.share)
            tile = self._tiles.tile(key, (box.width(), box.height()), lambda p, inside: self._number(p, inside, cell))
            painter.drawPixmap(box.left(), box.top(), tile)
        if cell.marks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.bars.marks(painter, QRectF(box), cell.marks)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 -- Qt's own argument

    def _number(self, painter: QPainter, box: QRectF, cell: GridCell) -> None:
        role, weight = _TONES[cell.tone]
        if cell.tone is Tone.BELOW:
            painter.fillRect(box.adjusted(1, 0, 0, -1), self._colour("dangerSolid"))
        elif cell.tone is Tone.SHORT:
            painter.setPen(self._colour("warn"))
            painter.setBrush(self._colour("warnSoft"))
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.setPen(self._colour(role))
        painter.setFont(self._theme.font("small", weight))
        painter.drawText(box if cell.share is None else box.adjusted(0, 0, 0, -_SHARE_ROOM), _CENTRE, cell.text)
        if cell.share is not None:
            bar = QRectF(_SHARE_SIDE, box.height() - _SHARE_ROOM, box.width() - 2 * _SHARE_SIDE, _SHARE_HIGH)
            painter.fillRect(bar, self._colour("border"))
            bar.setWidth(bar.width() * cell.share)
            painter.fillRect(bar, self._colour("primary"))
        if cell.underlined:
            painter.fillRect(QRectF(3, box.height() - 5, box.width() - 6, 2), self._colour(role))

    def _chosen(self, painter: QPainter, scene: GridScene) -> None:
        """The rectangle that is chosen, and the cursor in it."""
        selection = scene.selection
        if selection is None or selection.cursor.line >= len(scene.lines):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not selection.single:
            wash = QColor(self._colour("primary"))
            wash.setAlphaF(0.14)
            painter.setPen(QPen(self._colour("primary"), 1))
            painter.setBrush(wash)
            painter.drawRect(QRectF(scene.range_box(selection)).adjusted(0.5, 0.5, -0.5, -0.5))
        self._cursor(painter, scene, selection)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 -- Qt's own argument

    def _cursor(self, painter: QPainter, scene: GridScene, selection: Selection) -> None:
        """A ring, and a thin light one inside it so that it is seen on dark bars; grey without the keyboard."""
        box = QRectF(scene.cell_box(selection.cursor))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("surface"), 1))
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -3.5), 2, 2)
        painter.setPen(QPen(self._colour("focus" if scene.focused else "borderStrong"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 4, 4)


def hatch_picture(colour: QColor, ratio: float) -> QPixmap:
    """A tile of slanting stripes that joins on all sides."""
    side = _HATCH_STEP * 2
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _HATCH_LINE))
    for start in range(-side, 2 * side + 1, _HATCH_STEP):
        painter.drawLine(start, side + 1, start + side + 2, -1)
    painter.end()
    return tile
