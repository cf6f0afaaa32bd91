"""The rail: the pages of the program, with what waits on each; folds to icons on a narrow window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

WIDE, NARROW = 204, 56
_ITEM, _GAP, _ICON = 36, 2, 18
_SIDE = 8

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RailEntry:
    """One page in the rail."""

    feature: str
    title: str
    icon: str
    foot: bool = False  # below the line, at the bottom
    key: str = ""  # its shortcut, shown in the tip


@dataclass(frozen=True)
class Waiting:
    """How much waits for the leader on a page; urgent has a yellow edge."""

    count: int
    urgent: bool = False


class _Entries(QAbstractListModel):
    def __init__(self, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self.entries = tuple(entries)
        self.waiting: dict[str, Waiting] = {}

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title} ({entry.key})" if entry.key else entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            waiting = self.waiting.get(entry.feature)
            return f"{entry.title}, {waiting.count} venter" if waiting else entry.title
        return None

    def show_waiting(self, feature: str, waiting: Waiting | None) -> None:
        if waiting and waiting.count:
            self.waiting[feature] = waiting
        else:
            self.waiting.pop(feature, None)
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, entries: _Entries) -> None:
        super().__init__()
        self._theme, self._entries = theme, entries
        self.narrow = False
        self.shown = ""  # the feature in front

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._theme.px(_ITEM) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = self._entries.entries[index.row()]
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect.adjusted(0, 0, 0, -_GAP)
        chosen = entry.feature == self.shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, chosen=chosen)
        icon_left = (rect.width() - _ICON) // 2 if self.narrow else 10
        picture = self._theme.picture(
            entry.icon, "primaryText" if chosen else "text2", _ICON, painter.device().devicePixelRatio()
        )
        painter.drawPixmap(rect.left() + icon_left, rect.center().y() - _ICON // 2 + 1, picture)
        waiting = self._entries.waiting.get(entry.feature)
        if not self.narrow:
            right = self._paint_waiting(painter, rect, waiting) if waiting else rect.right() - _SIDE
            painter.setFont(self._theme.font("body", 600 if chosen else 500))
            painter.setPen(self._theme.colour("text" if chosen else "text2"))
            text_rect = rect.adjusted(_SIDE + _ICON + 12, 0, 0, 0)
            text_rect.setRight(right)
            text = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, text_rect.width())
            painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter, text)
        elif waiting:
            self._paint_dot(painter, rect, waiting)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, chosen: bool) -> None:
        colour = self._theme.colour
        if chosen:
            painter.setPen(colour("border"))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 7, 3, rect.height() - 14), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("surface3"))
            painter.drawRoundedRect(rect, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(colour("focus"))
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.toRectF().adjusted(2, 2, -2, -2), 5, 5)

    def _paint_waiting(self, painter: QPainter, rect: QRect, waiting: Waiting) -> int:
        """Paints the number; gives where the title must end."""
        colour = self._theme.colour
        painter.setFont(self._theme.font("caption", 600))
        text = str(waiting.count)
        height = self._theme.px(18)
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + 10)
        pill = QRect(rect.right() - 9 - width, rect.center().y() - height // 2 + 1, width, height)
        painter.setPen(colour("warnSolid") if waiting.urgent else Qt.PenStyle.NoPen)
        painter.setBrush(colour("warnSoft" if waiting.urgent else "surface3"))
        painter.drawRoundedRect(pill.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setPen(colour("warn" if waiting.urgent else "text2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.left() - 6

    def _paint_dot(self, painter: QPainter, rect: QRect, waiting: Waiting) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warnSolid" if waiting.urgent else "text3"))
        painter.drawEllipse(QRect(rect.right() - 11, rect.top() + 5, 7, 7))


class _EntryView(QListView):
    """One of the two lists of the rail; as high as its entries."""

    def __init__(self, theme: Theme, entries: Sequence[RailEntry], name: str) -> None:
        super().__init__()
        self.arriving = False
        self.entries = _Entries(entries)
        self.looks = _EntryDelegate(theme, self.entries)
        self.setModel(self.entries)
        self.setItemDelegate(self.looks)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes an entry current when the keyboard arrives; that is not yet a wish to open it."""
        self.arriving = True
        super().focusInEvent(event)
        self.arriving = False

    def sizeHint(self) -> QSize:
        return QSize(0, self.entries.rowCount() * self.looks.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())


class Rail(QFrame):
    """`opened` tells the feature that was chosen."""

    opened = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._shown = ""
        self.setProperty("kind", "rail")
        self._sun = Label()
        self._name = Label("", "name")
        self._sites = Label("", "caption", "text3")
        self._names = QWidget()
        self.main = _EntryView(theme, [entry for entry in entries if not entry.foot], "Sider")
        self.foot = _EntryView(theme, [entry for entry in entries if entry.foot], "Program")
        self._build()
        for view in (self.main, self.foot):
            view.selectionModel().currentChanged.connect(self._moved)
            view.activated.connect(self._open)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_house(self, name: str, sites: str) -> None:
        """The institution and its matrikler, at the top."""
        self._name.setText(name)
        self._sites.setText(sites)
        self._sites.setVisible(bool(sites))
        self._names.setToolTip(f"{name}\n{sites}".strip())
        self._sun.setToolTip(name)

    def show_page(self, feature: str) -> None:
        """Mark the page in front without opening it; one that is not in the rail marks none."""
        self._shown = feature
        for view in (self.main, self.foot):
            rows = [entry.feature for entry in view.entries.entries]
            index = view.entries.index(rows.index(feature)) if feature in rows else QModelIndex()
            view.setCurrentIndex(index)
            view.looks.shown = feature
            view.viewport().update()

    def show_waiting(self, feature: str, waiting: Waiting | None) -> None:
        for view in (self.main, self.foot):
            view.entries.show_waiting(feature, waiting)

    def fold(self, *, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def _build(self) -> None:
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._sites)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 2, _SIDE, 12)
        head.setSpacing(9)
        head.addWidget(self._sun)
        head.addWidget(self._names, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.main, 1)
        column.addWidget(Line())
        column.addSpacing(6)
        column.addWidget(self.foot)

    def _restyle(self) -> None:
        self.setFixedWidth(NARROW if self._narrow else self._theme.px(WIDE))
        self._names.setVisible(not self._narrow)
        self._sun.setPixmap(self._theme.mark(26, self.devicePixelRatioF()))
        for view in (self.main, self.foot):
            view.looks.narrow = self._narrow
        self.foot.setFixedHeight(self.foot.sizeHint().height())
        self.main.doItemsLayout()
        self.foot.doItemsLayout()

    def _moved(self, index: QModelIndex) -> None:
        if not (self.main.arriving or self.foot.arriving):
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        entries = index.model()
        feature = entries.entries[index.row()].feature if isinstance(entries, _Entries) else self._shown
        if feature != self._shown:
            self.opened.emit(feature)
