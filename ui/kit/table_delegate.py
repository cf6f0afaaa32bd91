"""Paints the lines of a table: horizontal lines only, a bar before the chosen row, dots, chips and changes."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.kit.person_dot import SMALL, draw_dot
from ui.kit.sentence import Run, Sentence
from ui.kit.table_model import COLUMN_ROLE, LINE_ROLE
from ui.kit.table_values import Aside, CellLook, Change, ChipValue, Column, GroupLine, NoteLine, Row, Wrong
from ui.theme.theme import Theme

PAD = 10
_BAR, _GAP, _ICON, _TICK = 3, 8, 15, 16
_CHIP_PAD, _CHIP_HEIGHT, _CHIP_RADIUS = 8, 18, 9
_NOTE_INDENT = 18
_NOTE_TEXT = PAD + _NOTE_INDENT + _ICON + _GAP
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
    """One for all columns of a table; the column says how it looks."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

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

    def note_link(self, box: QRect, line: NoteLine) -> QRect:
        """Where the link of a note is, in the cell of the given box."""
        left = box.left() + _NOTE_TEXT
        for run in _sentence(line).runs():
            width = round(QFontMetricsF(self._run_font(run)).horizontalAdvance(run.text))
            if run.underlined:
                return QRect(left, box.top(), width, box.height())
            left += width
        return QRect()

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
        if spans or index.column() == self._view.model().columnCount() - 1:
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
        self._icon(painter, box, box.left() + PAD + _NOTE_INDENT, "corner-left-up", line.note.tone)
        x = _NOTE_TEXT
        for run in _sentence(line).runs():
            font = self._run_font(run)
            self._text(painter, box.adjusted(x, 0, -PAD, 0), run.text, (run.role, font))
            x += round(QFontMetricsF(font).horizontalAdvance(run.text))

    def _run_font(self, run: Run) -> QFont:
        font = self._theme.font("table", 600 if run.bold else None)
        font.setUnderline(run.underlined)
        return font

    # kinds of cell

    def _cell(self, painter: QPainter, box: QRect, row: Row, column: Column) -> None:
        shape = column.shape(row) if column.shape else None
        inner = box.adjusted(PAD, 0, -PAD, 0)
        match column.look:
            case CellLook.CHIP:
                self._chip(painter, inner, shape)
            case CellLook.TICK:
                if shape is not None:
                    self._tick(painter, inner, ticked=bool(shape))
            case CellLook.CHANGE if shape is not None:
                self._altered(painter, box, shape)
            case CellLook.PERSON:
                side = self._theme.px(SMALL)
                top = box.top() + (box.height() - side) / 2
                draw_dot(painter, self._theme, QRectF(inner.left(), top, side, side), str(shape or ""))
                self._text(
                    painter, inner.adjusted(side + _GAP, 0, 0, 0), column.text(row), ("text", self._theme.font("table"))
                )
            case _:
                role = "text2" if column.look is CellLook.MUTED else "text"
                self._text(painter, inner, column.text(row), (role, self._theme.font("table")), right=column.right)

    def _chip(self, painter: QPainter, box: QRect, chip: ChipValue | None) -> None:
        if chip is None:
            return
        ground, ink = _CHIP_GROUNDS[chip.look]
        font = self._theme.font("small", 500)
        icon = _ICON + 5 if chip.icon else 0
        width = ceil(QFontMetricsF(font).horizontalAdvance(chip.text)) + 1 + icon + 2 * _CHIP_PAD
        height = self._theme.px(_CHIP_HEIGHT)
        pill = QRect(box.left(), box.top() + (box.height() - height) // 2, min(width, box.width()), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("borderStrong") if not ground else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, _CHIP_RADIUS, _CHIP_RADIUS)
        if chip.icon:
            self._icon(painter, pill, pill.left() + _CHIP_PAD, chip.icon, ink)
        self._text(painter, pill.adjusted(_CHIP_PAD + icon, 0, -_CHIP_PAD, 0), chip.text, (ink, font))

    def _tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        square = QRect(box.left(), box.top() + (box.height() - _TICK) // 2, _TICK, _TICK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("primary" if ticked else "borderStrong"))
        painter.setBrush(self._theme.colour("primary" if ticked else "surface"))
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            picture = self._theme.picture("check", "onPrimary", _TICK - 4, painter.device().devicePixelRatioF())
            painter.drawPixmap(square.topLeft() + QPoint(2, 2), picture)

    def _altered(self, painter: QPainter, box: QRect, shape: Change | Wrong | Aside) -> None:
        if isinstance(shape, Change):
            self._change(painter, box, shape)
        elif isinstance(shape, Wrong):
            self._wrong(painter, box, shape)
        else:
            self._text(painter, box.adjusted(PAD, 0, -PAD, 0), shape.text, ("text3", self._theme.font("table")))

    def _wrong(self, painter: QPainter, box: QRect, wrong: Wrong) -> None:
        """A field with a red edge and an octagon, as it will be when it is opened."""
        field = QRectF(box.adjusted(4, 2, -4, -3)).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("dangerSolid"), 2))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(field, self._theme.radius("control"), self._theme.radius("control"))
        self._icon(painter, box, box.right() - PAD - _ICON - 2, "octagon-alert", "danger")
        room = box.adjusted(PAD + 2, 0, -PAD - _ICON - 6, 0)
        self._text(painter, room, wrong.text, ("text", self._theme.font("table")))

    def _change(self, painter: QPainter, box: QRect, change: Change) -> None:
        painter.fillRect(box.adjusted(0, 0, 0, -1), self._theme.colour("infoSoft"))
        struck, bold = self._theme.font("table"), self._theme.font("table", 600)
        struck.setStrikeOut(True)
        x = box.left() + PAD
        for text, look in (
            (change.before, ("text3", struck)),
            (" → ", ("text3", self._theme.font("table"))),
            (change.after, ("text", bold)),
        ):
            self._text(painter, box.adjusted(x - box.left(), 0, -PAD, 0), text, look)
            x += round(QFontMetricsF(look[1]).horizontalAdvance(text))
        if x + _ICON + 6 < box.right():
            self._icon(painter, box, x + 6, change.icon, "info")

    # pieces

    def _icon(self, painter: QPainter, box: QRect, x: int, name: str, role: str) -> int:
        """Draws an icon in the middle of the line; where the next thing begins."""
        picture = self._theme.picture(name, role, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(x, box.top() + (box.height() - _ICON) // 2, picture)
        return x + _ICON + _GAP // 2

    def _text(self, painter: QPainter, box: QRect, text: str, look: tuple[str, QFont], *, right: bool = False) -> None:
        role, font = look
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        column = index.data(COLUMN_ROLE)
        return QSize(self._theme.px(column.width or 120), self._view.verticalHeader().defaultSectionSize())


def _sentence(line: NoteLine) -> Sentence:
    return Sentence(line.note.text, line.note.tone, link=line.note.link)
