"""Paints what stands still around the cells of a grid: the names to the left and the head above."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui.kit.grid_scene import GridScene
from ui.kit.grid_values import GridColumn, GridRow
from ui.kit.tiles import Tiles
from ui.theme.theme import Theme

_NAME_PAD, _ICON, _FOLD_ROOM = 10, 15, 18
_FIGURE_ROOM = 26
_TWO_LINES = 40  # px of height from which a name may take two lines
_BLOCK_HEIGHT, _TITLE_HEIGHT = 22, 20
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def ground_of(scene: GridScene, line: int) -> str:
    """The colour role under a line: a heading, the line of the cursor or one pointed out, or any other."""
    row = scene.content.rows[scene.lines[line]]
    if row.heading:
        return "surface2"
    here = scene.selection is not None and scene.selection.cursor.line == line
    return "selection" if here or (scene.lit is not None and scene.lit == row.key) else "surface"


@dataclass(frozen=True)
class _NameLook:
    """All that decides how a name looks: `fold` is '', 'down' or 'right'; `figures` makes room for them."""

    row: GridRow
    ground: str
    fold: str
    figures: bool


class FramePainter:
    """Kept with the grid's painter for as long as the theme stays the same."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._tiles = Tiles(ratio)
        self._colours: dict[str, QColor] = {}

    def paint(self, painter: QPainter, scene: GridScene) -> None:
        painter.setClipRect(QRect(0, scene.head, scene.names, scene.body.height()))
        self._names(painter, scene)
        painter.setClipping(False)
        self._head(painter, scene)

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._theme.colour(role)
        return self._colours[role]

    # names

    def _names(self, painter: QPainter, scene: GridScene) -> None:
        figures = any(row.figure for row in scene.content.rows)
        for line in scene.seen_lines:
            row = scene.content.rows[scene.lines[line]]
            box = scene.line_box(line)
            fold = "" if row.key not in scene.groups else "right" if row.key in scene.folded else "down"
            look = _NameLook(row, ground_of(scene, line), fold, figures)
            tile = self._tiles.tile(look, (scene.names, box.height()), partial(self._name, look))
            painter.drawPixmap(0, box.top(), tile)
        painter.fillRect(scene.names - 1, scene.head, 1, scene.body.height(), self._colour("border"))

    def _name(self, look: _NameLook, painter: QPainter, whole: QRectF) -> None:
        """The name between its fold arrow and icon and, at the right, its note and figure."""
        row, box = look.row, whole.toRect()
        painter.fillRect(box, self._colour(look.ground))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._colour("border"))
        inside = box.adjusted(_NAME_PAD, 0, -8, 0)
        if look.fold:
            self._icon(painter, inside, f"chevron-{look.fold}")
            inside = inside.adjusted(_FOLD_ROOM, 0, 0, 0)
        if row.icon:
            self._icon(painter, inside, row.icon)
            inside = inside.adjusted(_FOLD_ROOM + 2, 0, 0, 0)
        if look.figures and not row.heading:
            self._figure(painter, inside, row)
            inside = inside.adjusted(0, 0, -_FIGURE_ROOM, 0)
        font = self._theme.font("table", 600 if row.heading else None)
        painter.setFont(self._theme.font("caption"))
        note = painter.fontMetrics().horizontalAdvance(row.note) + 6 if row.note else 0
        painter.setPen(self._colour("text2"))
        painter.drawText(inside, _RIGHT, row.note)
        painter.setFont(font)
        painter.setPen(self._colour("text"))
        room = inside.adjusted(0, 0, -note, 0)
        if row.height >= _TWO_LINES:
            painter.drawText(room, _WRAPPED, row.name)
        else:
            name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, name)

    def _figure(self, painter: QPainter, box: QRect, row: GridRow) -> None:
        font: QFont = self._theme.font("small", 700 if row.low else 500)
        font.setUnderline(row.low)
        painter.setFont(font)
        painter.setPen(self._colour("warn" if row.low else "text2"))
        painter.drawText(box, _RIGHT, row.figure)

    def _icon(self, painter: QPainter, box: QRect, name: str) -> None:
        picture = self._theme.picture(name, "text", _ICON, self._ratio)
        painter.drawPixmap(box.left(), box.top() + (box.height() - _ICON) // 2, picture)

    # the head

    def _head(self, painter: QPainter, scene: GridScene) -> None:
        width = scene.size.width()
        painter.fillRect(0, 0, width, scene.head, self._colour("surface2"))
        painter.setClipRect(QRect(scene.names, 0, scene.body.width(), scene.head))
        if scene.content.blocks:
            self._blocks(painter, scene)
        self._titles(painter, scene)
        painter.setClipping(False)
        painter.setPen(self._colour("borderStrong"))
        painter.drawLine(QLine(0, scene.head - 1, width, scene.head - 1))
        painter.fillRect(scene.names - 1, 0, 1, scene.head - 1, self._colour("border"))
        painter.setPen(self._colour("text2"))
        painter.setFont(self._theme.font("caption"))
        corner = QRect(
            _NAME_PAD,
            scene.head - self._theme.px(_TITLE_HEIGHT),
            scene.names - 2 * _NAME_PAD,
            self._theme.px(_TITLE_HEIGHT - 2),
        )
        painter.drawText(corner, _LEFT, scene.content.corner)

    def _blocks(self, painter: QPainter, scene: GridScene) -> None:
        """Each block's title at its left edge, or at the edge of what is seen when it began before that."""
        height = self._theme.px(_BLOCK_HEIGHT)
        bold, plain = self._theme.font("small", 600), self._theme.font("small")
        for key, columns in _runs(scene):
            block = scene.content.blocks.get(key)
            left, right = scene.x(columns[0]), scene.x(columns[-1] + 1)
            edge = scene.content.columns[columns[0]].edge
            painter.fillRect(left, 0, 1, scene.head, self._colour(edge.value or "border"))
            if block is None:
                continue
            box = QRect(max(left, scene.names) + 4, 0, right - max(left, scene.names) - 5, height)
            painter.setFont(bold)
            painter.setPen(self._colour("text"))
            shown = painter.fontMetrics().elidedText(block.title, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _LEFT, shown)
            rest = box.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 5, 0, 0, 0)
            if block.note and rest.width() > 0:
                painter.setFont(plain)
                painter.setPen(self._colour("text2"))
                note = painter.fontMetrics().elidedText(block.note, Qt.TextElideMode.ElideRight, rest.width())
                painter.drawText(rest, _LEFT, note)

    def _titles(self, painter: QPainter, scene: GridScene) -> None:
        top = self._theme.px(_BLOCK_HEIGHT) if scene.content.blocks else 0
        for number in scene.seen_columns:
            column = scene.content.columns[number]
            box = QRect(scene.x(number), top, scene.x(number + 1) - scene.x(number), scene.head - top - 1)
            if not column.thin and box.width() > 0:
                look = (column.title, _ground_of_title(column))
                tile = self._tiles.tile(look, (box.width(), box.height()), partial(self._title, look))
                painter.drawPixmap(box.topLeft(), tile)

    def _title(self, look: tuple[str, str], painter: QPainter, box: QRectF) -> None:
        title, ground = look
        if ground:
            painter.fillRect(box, self._colour(ground))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._colour("text" if ground else "text2"))
        painter.drawText(box, _CENTRE, title)


def _ground_of_title(column: GridColumn) -> str:
    if column.today:
        return "primarySoft"
    return "closed" if column.closed else "holiday" if column.holiday else ""


def _runs(scene: GridScene) -> list[tuple[object, list[int]]]:
    """The blocks that are seen, each with all its columns (also those scrolled away)."""
    columns = scene.content.columns
    runs: list[tuple[object, list[int]]] = []
    seen = scene.seen_columns
    if not seen:
        return runs
    first = seen[0]
    while first > 0 and columns[first - 1].block == columns[first].block:
        first -= 1
    for number in range(first, seen[-1] + 1):
        if runs and runs[-1][0] == columns[number].block:
            runs[-1][1].append(number)
        else:
            runs.append((columns[number].block, [number]))
    return runs
