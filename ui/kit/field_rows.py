"""Lays fields out in rows of twelve columns; what does not fit at a readable width goes to the next row."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.kit.fields import COLUMNS

GAP = 12
_TWO_ROWS = 640  # a usual width, for a first guess at the height


@dataclass(frozen=True)
class _Row:
    items: tuple[QLayoutItem, ...]
    widths: tuple[int, ...]
    drops: tuple[int, ...]  # px each begins lower, so that the controls stand on one line

    @property
    def height(self) -> int:
        heights = map(_height, self.items, self.widths)
        return max(height + drop for height, drop in zip(heights, self.drops, strict=True))


class FieldRows(QLayout):
    """Each widget asks for so many of twelve columns; one that needs more takes it from its neighbours.

    When a row is too narrow for all, it is broken, and the rows are stretched to the full width.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._spans: dict[QWidget, int] = {}
        self._middles: dict[QWidget, Callable[[], int]] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, span: int, middle: Callable[[], int] = int) -> None:
        """`middle` tells how far down in the widget the middle of its control is."""
        self._spans[widget], self._middles[widget] = span, middle
        self.addWidget(widget)

    # what QLayout asks for

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        gaps = GAP * max(0, len(rows) - 1)
        return sum(row.height for row in rows) + gaps + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(_TWO_ROWS, self.heightForWidth(_TWO_ROWS))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        margins = self.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for row in self._rows(inner.width()):
            x = inner.left()
            height = row.height
            for item, width, drop in zip(row.items, row.widths, row.drops, strict=True):
                item.setGeometry(QRect(QPoint(x, y + drop), QSize(width, height - drop)))
                x += width + GAP
            y += height + GAP

    # rows

    def _rows(self, width: int) -> list[_Row]:
        asked = self._asked_rows()
        fits = all(_least(items) <= width for items in asked)
        if fits:
            return [self._row(items, self._widths(items, width)) for items in asked]
        return [self._row(items, self._stretched(items, width)) for row in asked for items in _broken(row, width)]

    def _row(self, items: list[QLayoutItem], widths: tuple[int, ...]) -> _Row:
        middles = [self._middles[widget]() for item in items if (widget := item.widget())]
        return _Row(tuple(items), widths, tuple(max(middles) - middle for middle in middles))

    def _asked_rows(self) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = COLUMNS
        for item in self._items:
            if item.isEmpty():
                continue
            span = self._span(item)
            if used + span > COLUMNS:
                rows.append([])
                used = 0
            rows[-1].append(item)
            used += span
        return rows

    def _widths(self, items: list[QLayoutItem], width: int) -> tuple[int, ...]:
        """By columns; those that need more take it from those that have some to give."""
        unit = (width - GAP * (COLUMNS - 1)) / COLUMNS
        needs = [item.minimumSize().width() for item in items]
        spans = [self._span(item) for item in items]
        wide = [max(need, span * unit + (span - 1) * GAP) for need, span in zip(needs, spans, strict=True)]
        over = sum(wide) + GAP * (len(items) - 1) - width
        spare = sum(wide) - sum(needs)
        if over > 0 and spare > 0:
            wide = [w - (w - need) * over / spare for w, need in zip(wide, needs, strict=True)]
        return tuple(int(w) for w in wide)

    def _stretched(self, items: list[QLayoutItem], width: int) -> tuple[int, ...]:
        needs = [item.minimumSize().width() for item in items]
        spans = [self._span(item) for item in items]
        room = max(0, width - _least(items))
        return tuple(need + room * span // sum(spans) for need, span in zip(needs, spans, strict=True))

    def _span(self, item: QLayoutItem) -> int:
        widget = item.widget()
        return self._spans[widget] if widget else COLUMNS


def _broken(row: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
    parts: list[list[QLayoutItem]] = [[]]
    for item in row:
        if parts[-1] and _least([*parts[-1], item]) > width:
            parts.append([])
        parts[-1].append(item)
    return parts


def _least(items: list[QLayoutItem]) -> int:
    return sum(item.minimumSize().width() for item in items) + GAP * (len(items) - 1)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
