"""What the palette shows: groups and lines, painted by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

_LINE, _GROUP = 38, 28
_ICON, _SIDE = 18, 16


@dataclass(frozen=True)
class Line:
    """One line to choose; without `run` it is the head of a group."""

    text: str
    run: Callable[[], None] | None = None
    detail: str = ""
    icon: str = ""
    key: str = ""
    why_not: str = ""  # it cannot be done now, and why


class PaletteModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.detail, line.why_not) if part)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.lines[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def choosable(self) -> list[int]:
        """The rows that are no heads of groups."""
        return [row for row, line in enumerate(self.lines) if line.run is not None]


class PaletteDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: PaletteModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, self.height_of(self._model.lines[index.row()]))

    def height_of(self, line: Line) -> int:
        return self._theme.px(_GROUP if line.run is None else _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = self._model.lines[index.row()]
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.run is None:
            painter.setFont(self._theme.font("small", 600))
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(rect.adjusted(_SIDE, 4, -_SIDE, 0), Qt.AlignmentFlag.AlignVCenter, line.text)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_line(painter, rect, line, chosen=chosen)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, *, chosen: bool) -> None:
        theme = self._theme
        ground = rect.adjusted(6, 0, -6, 0)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(ground, 6, 6)
            painter.setBrush(theme.colour("primary"))
            painter.drawRoundedRect(QRect(ground.left(), ground.top(), 3, ground.height()), 1.5, 1.5)
        if line.icon:
            picture = theme.picture(line.icon, "text2", _ICON, painter.device().devicePixelRatio())
            painter.drawPixmap(rect.left() + _SIDE, rect.center().y() - _ICON // 2 + 1, picture)
        right = self._paint_key(painter, rect, "Enter" if chosen else line.key) - 12
        x = rect.left() + _SIDE + _ICON + 12
        x = self._text(
            painter,
            line.text,
            "body",
            "text3" if line.why_not else "text",
            QRect(x, rect.top(), right - x, rect.height()),
        )
        detail = line.why_not or line.detail
        if detail:
            left = x + 12
            self._text(painter, detail, "small", "text2", QRect(left, rect.top(), right - left, rect.height()))

    def _text(self, painter: QPainter, text: str, style: str, role: str, rect: QRect) -> int:
        """Draws text that fits; gives where it ends."""
        if rect.width() <= 0:
            return rect.left()
        painter.setFont(self._theme.font(style, 500 if style == "body" else None))
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        return rect.left() + painter.fontMetrics().horizontalAdvance(shown)

    def _paint_key(self, painter: QPainter, rect: QRect, key: str) -> int:
        if not key:
            return rect.right() - _SIDE
        theme = self._theme
        painter.setFont(theme.font("caption"))
        width = painter.fontMetrics().horizontalAdvance(key) + 12
        height = theme.px(18)
        box = QRect(rect.right() - _SIDE - width, rect.center().y() - height // 2 + 1, width, height)
        painter.setPen(theme.colour("border"))
        painter.setBrush(theme.colour("surface2"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return box.left()
