"""The head of a table: titles with the arrow of the sorting beside them, and room for a field under a title."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.kit.table_needs import ARROW, ARROW_GAP
from ui.kit.table_texts import PAD
from ui.theme.theme import Theme

_HEIGHT, _FIELD = 28, 32
_FIELD_GAP, _TITLE_GAP = 6, 8
_TALL = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap


class TableHeader(QHeaderView):
    """Painted by hand: the arrow stands beside the title, also where the title is right-aligned."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._fields: dict[int, QWidget] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionResized.connect(self._place)
        theme.changed.connect(self._restyle)

    def show_fields(self, fields: Mapping[int, QWidget]) -> None:
        """A field under each of these titles (what a column of an import is read as)."""
        for field in self._fields.values():
            field.setParent(None)
        self._fields = dict(fields)
        for field in self._fields.values():
            field.setParent(self.viewport())
            field.show()
        self._restyle()
        self._place()

    def sizeHint(self) -> QSize:
        fields = _FIELD + _FIELD_GAP if self._fields else 0
        return QSize(super().sizeHint().width(), self._title_height() + self._theme.px(fields))

    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("border"))
        title = QRect(rect.left(), rect.top(), rect.width(), self._title_height()).adjusted(PAD, 0, -PAD, 0)
        arrow = self.sortIndicatorSection() == section
        painter.setFont(self._theme.font("caption" if section in self._fields else "small", 600))
        painter.setPen(self._theme.colour("text2"))
        if section in self._fields:
            painter.drawText(title, _WRAPPED | Qt.AlignmentFlag.AlignVCenter, self._title(section))
        else:
            self._one_line(painter, title, section, arrow=arrow)
        painter.restore()

    def _one_line(self, painter: QPainter, title: QRect, section: int, *, arrow: bool) -> None:
        room = title.width() - (ARROW + ARROW_GAP if arrow else 0)
        text = painter.fontMetrics().elidedText(self._title(section), Qt.TextElideMode.ElideRight, room)
        width = painter.fontMetrics().horizontalAdvance(text)
        right = bool(self._alignment(section) & Qt.AlignmentFlag.AlignRight)
        x = title.right() - width + 1 - (ARROW + ARROW_GAP if arrow else 0) if right else title.left()
        painter.drawText(QRect(x, title.top(), width, title.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if arrow:
            name = "arrow-up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "arrow-down"
            picture = self._theme.picture(name, "text2", ARROW, self.devicePixelRatioF())
            painter.drawPixmap(x + width + ARROW_GAP, title.top() + (title.height() - ARROW) // 2, picture)

    def _title_height(self) -> int:
        """Over a field a title that is too wide goes on in the next line."""
        metrics = QFontMetrics(self._theme.font("caption", 600))
        rooms = ((section, QRect(0, 0, self.sectionSize(section) - 2 * PAD, _TALL)) for section in self._fields)
        needed = (metrics.boundingRect(room, _WRAPPED, self._title(section)).height() for section, room in rooms)
        return max([self._theme.px(_HEIGHT), *(height + _TITLE_GAP for height in needed)])

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment: Qt.AlignmentFlag = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return alignment

    def _place(self, *_: int) -> None:
        if self._fields and self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())
        top, height = self._title_height() - 2, self._theme.px(_FIELD)
        for section, field in self._fields.items():
            left = self.sectionViewportPosition(section)
            field.setGeometry(left + PAD // 2, top, self.sectionSize(section) - PAD, height)

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.viewport().update()
