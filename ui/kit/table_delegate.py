"""Paints the lines of a table: horizontal lines only, a bar before the chosen row, dots, chips and changes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from dagleder.exchange.drawing import Drawing
from ui.kit.drawing import in_colours, paint_drawing
from ui.kit.person_dot import SMALL, draw_dot
from ui.kit.table_model import COLUMN_ROLE, LINE_ROLE
from ui.kit.table_texts import (
    CHIP_ICON_GAP,
    CHIP_PAD,
    ICON,
    ICON_GAP,
    NOTE_TEXT,
    PAD,
    TICK,
    TableTexts,
    cell_room,
    note_room,
)
from ui.kit.table_values import CellLook, Change, ChipValue, Column, GroupLine, Mark, NoteLine, Row, RowLine, Wrong
from ui.kit.tip import plain_tip
from ui.kit.wrapped_text import Piece, WrappedText
from ui.theme.theme import Theme

_BAR, _GAP = 3, 8
_CHIP_HEIGHT, _CHIP_RADIUS = 18, 9
_GROOVE = 6
_CHIP_GROUNDS = {
    "ok": ("okSoft", "ok"),
    "warn": ("warnSoft", "warn"),
    "danger": ("dangerSoft", "danger"),
    "info": ("infoSoft", "info"),
    "primary": ("primarySoft", "primaryText"),
    "plain": ("surface3", "text2"),
    "outline": ("", "text2"),
}

_Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """One for all columns of a table; the column says how it looks.

    `wraps` is off where a table is too long for rows of different heights.
    """

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._texts = TableTexts(theme)
        self.wraps = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, column = index.data(LINE_ROLE), index.data(COLUMN_ROLE)
        box: QRect = option.rect
        painter.save()
        painter.setClipRect(box)
        self._ground(painter, box, option, index)
        if isinstance(line, GroupLine):
            self._group(painter, box, line)
        elif isinstance(line, NoteLine):
            self._note(painter, box, line)
        else:
            self._cell(painter, box, line.row, column)
        self._focus(painter, box, index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A cell that is cut says all of it, unless its column has something else to say."""
        text = "" if index.data(Qt.ItemDataRole.ToolTipRole) else self._cut(option.rect, index)
        if not text:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(text), view.viewport(), option.rect)
        return True

    def _cut(self, box: QRect, index: _Index) -> str:
        """The whole text of a cell that ends in '…'; '' where all of it is seen."""
        line, column = index.data(LINE_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(line, RowLine) or column.look is CellLook.TICK or (self.wraps and column.wraps):
            return ""
        room = box.width() - 2 * PAD
        return column.text(line.row) if self._texts.width(line.row, column) > room + 1 else ""

    def note_link(self, box: QRect, line: NoteLine) -> QRect:
        """Where the link of a note is, in a line of the given box."""
        return self._texts.note_link(line, self._seen(box))

    def height(self, line: NoteLine | RowLine, widths: Sequence[tuple[Column, int]]) -> int:
        """What a line needs so that all of it is seen, in columns of these widths."""
        if isinstance(line, NoteLine):
            box = QRect(0, 0, sum(width for _, width in widths), 0)
            return self._texts.note_height(line, self._seen(box).width())
        return self._texts.row_height(line.row, widths)

    def _seen(self, box: QRect) -> QRect:
        """A line across the table, no wider than the table is seen."""
        return QRect(box.left(), box.top(), min(box.width(), self._view.viewport().width()), box.height())

    # the line itself

    def _ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = "selection" if chosen else "surface2" if isinstance(line, GroupLine) else "surface"
        painter.fillRect(box, self._theme.colour(role))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._theme.colour("border"))
        if chosen and index.column() == 0:
            painter.fillRect(box.left(), box.top(), _BAR, box.height(), self._theme.colour("primary"))

    def _focus(self, painter: QPainter, box: QRect, index: _Index) -> None:
        """A ring around the whole current line while the table has the keyboard."""
        if not self._view.hasFocus() or index.row() != self._view.currentIndex().row():
            return
        ring = self._theme.colour("focus")
        painter.fillRect(box.left(), box.top(), box.width(), 2, ring)
        painter.fillRect(box.left(), box.bottom() - 1, box.width(), 2, ring)
        spans = self._view.columnSpan(index.row(), 0) > 1
        if index.column() == 0:
            painter.fillRect(box.left(), box.top(), 2, box.height(), ring)
        later = range(index.column() + 1, self._view.model().columnCount())
        if spans or all(map(self._view.isColumnHidden, later)):
            painter.fillRect(box.right() - 1, box.top(), 2, box.height(), ring)

    # kinds of line

    def _group(self, painter: QPainter, box: QRect, line: GroupLine) -> None:
        x = box.left() + PAD
        x = self._icon(painter, box, x, "chevron-right" if line.collapsed else "chevron-down", "text2")
        if line.group.icon:
            x = self._icon(painter, box, x, line.group.icon, "text2")
        self._text(
            painter, box.adjusted(x - box.left(), 0, -PAD, 0), line.text, ("text2", self._theme.font("small", 600))
        )
        if line.group.detail:
            look = ("text2", self._theme.font("small"))
            self._text(painter, box.adjusted(PAD, 0, -PAD, 0), line.group.detail, look, right=True)

    def _note(self, painter: QPainter, box: QRect, line: NoteLine) -> None:
        self._icon(painter, box, box.left() + NOTE_TEXT - ICON - _GAP, "corner-left-up", line.note.tone)
        seen = self._seen(box)
        self._texts.note(line, seen).draw(painter, note_room(seen))

    # kinds of cell

    def _cell(self, painter: QPainter, box: QRect, row: Row, column: Column) -> None:
        shape = column.shape(row) if column.shape else None
        inner = box.adjusted(PAD, 0, -PAD, 0)
        match column.look:
            case CellLook.CHIP:
                self._chip(painter, inner, shape)
            case CellLook.TICK:
                if shape is not None:
                    self._tick(painter, inner, shape)
            case CellLook.DRAWING if isinstance(shape, Drawing):
                self._drawing(painter, inner, shape)
            case CellLook.PERSON | CellLook.MARK | CellLook.DRAWING:
                self._marked(painter, inner, row, column)
            case CellLook.PROGRESS if shape is not None:
                self._progress(painter, inner, shape)
            case _:
                self._words(painter, box, row, column)

    def _chip(self, painter: QPainter, box: QRect, chip: ChipValue | None) -> None:
        if chip is None:
            return
        ground, ink = _CHIP_GROUNDS[chip.look]
        font = self._theme.font("small", 500)
        icon = ICON + CHIP_ICON_GAP if chip.icon else 0
        width = self._texts.chip_width(chip)
        height = self._theme.px(_CHIP_HEIGHT)
        pill = QRect(box.left(), box.top() + (box.height() - height) // 2, min(width, box.width()), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("borderStrong") if not ground else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, _CHIP_RADIUS, _CHIP_RADIUS)
        if chip.icon:
            self._icon(painter, pill, pill.left() + CHIP_PAD, chip.icon, ink)
        self._text(painter, pill.adjusted(CHIP_PAD + icon, 0, -CHIP_PAD, 0), chip.text, (ink, font))

    def _tick(self, painter: QPainter, box: QRect, ticked: bool | Mark) -> None:  # noqa: FBT001 -- a shape, not a flag
        square = QRect(box.left(), box.top() + (box.height() - TICK) // 2, TICK, TICK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = ticked if isinstance(ticked, Mark) else Mark("onPrimary", "check") if ticked else None
        painter.setPen(self._theme.colour("primary" if ticked is True else "borderStrong"))
        painter.setBrush(self._theme.colour("primary" if ticked is True else "surface"))
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if mark is not None:
            picture = self._theme.picture(mark.icon, mark.tone, TICK - 4, painter.device().devicePixelRatioF())
            painter.drawPixmap(square.topLeft() + QPoint(2, 2), picture)

    def _marked(self, painter: QPainter, box: QRect, row: Row, column: Column) -> None:
        """A text with somebody's dot or an icon before it."""
        shape = column.shape(row) if column.shape else None
        if isinstance(shape, Mark) and shape.icon:
            self._icon(painter, box, box.left(), shape.icon, shape.tone)
        elif column.look is CellLook.PERSON and not isinstance(shape, Mark):
            side = self._theme.px(SMALL)
            top = box.top() + (box.height() - side) / 2
            draw_dot(painter, self._theme, QRectF(box.left(), top, side, side), str(shape or ""))
        room = box.adjusted(self._texts.before(row, column), 0, 0, 0)
        self._pieces(painter, room, self._texts.cell_pieces(row, column), column)

    def _progress(self, painter: QPainter, box: QRect, share: float) -> None:
        groove = QRectF(box.left(), box.top() + (box.height() - _GROOVE) / 2, box.width(), _GROOVE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, role in ((groove.width(), "surface3"), (groove.width() * share, "primary")):
            painter.setBrush(self._theme.colour(role))
            groove.setWidth(width)
            painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)

    def _drawing(self, painter: QPainter, box: QRect, drawing: Drawing) -> None:
        scale = self._texts.drawing_scale
        painter.save()
        painter.translate(box.left(), box.top() + (box.height() - drawing.height * scale) / 2)
        painter.scale(scale, scale)
        paint_drawing(painter, in_colours(drawing, self._theme))
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, row: Row, column: Column) -> None:
        """Text; on a ground of its own where it was changed, in a field where it cannot be used."""
        shape = column.shape(row) if column.shape and column.look is CellLook.CHANGE else None
        room = cell_room(box, row, column)
        changed = isinstance(shape, Change) and bool(shape.icon)
        if changed:
            painter.fillRect(box.adjusted(0, 0, 0, -1), self._theme.colour("infoSoft"))
        elif isinstance(shape, Wrong):
            self._wrong(painter, box)
        end = self._pieces(painter, room, self._texts.cell_pieces(row, column), column)
        if isinstance(shape, Change) and changed and end.x() + ICON_GAP + ICON < box.right():
            self._icon(painter, QRect(box.left(), round(end.y()), 0, 0), round(end.x()) + ICON_GAP, shape.icon, "info")

    def _wrong(self, painter: QPainter, box: QRect) -> None:
        """A field with a red edge and an octagon, as it will be when it is opened."""
        field = QRectF(box.adjusted(4, 2, -4, -3)).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("dangerSolid"), 2))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(field, self._theme.radius("control"), self._theme.radius("control"))
        self._icon(painter, box, box.right() - PAD - ICON - 2, "octagon-alert", "danger")

    def _pieces(self, painter: QPainter, room: QRect, pieces: Sequence[Piece], column: Column) -> QPointF:
        """In one line with '…', or in several where the column wraps; where the text ends."""
        if self.wraps and column.wraps:
            return WrappedText(pieces, room.width()).draw(painter, room)
        x = room.left()
        for piece in pieces:
            look = (piece.colour, piece.font)
            self._text(painter, room.adjusted(x - room.left(), 0, 0, 0), piece.text, look, right=column.right)
            x += round(QFontMetricsF(piece.font).horizontalAdvance(piece.text))
        return QPointF(x, room.top() + room.height() / 2)

    # pieces

    def _icon(self, painter: QPainter, box: QRect, x: int, name: str, role: str) -> int:
        """Draws an icon in the middle of the line; where the next thing begins."""
        picture = self._theme.picture(name, role, ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(x, box.top() + (box.height() - ICON) // 2, picture)
        return x + ICON + _GAP // 2

    def _text(
        self, painter: QPainter, box: QRect, text: str, look: tuple[str | QColor, QFont], *, right: bool = False
    ) -> None:
        ink, font = look
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink) if isinstance(ink, str) else ink)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        column = index.data(COLUMN_ROLE)
        return QSize(self._theme.px(column.width or 120), self._view.verticalHeader().defaultSectionSize())
