"""What the colours, figures and marks of the matrix mean, each painted as the matrix paints it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from dagleder.competence.levels import LEVEL_NAMES
from ui.kit.matrix_painter import MatrixPainter
from ui.kit.matrix_values import MatrixCell
from ui.theme.theme import Theme

_PAD, _GAP, _BESIDE = 10, 10, 5
_LINE, _WIDE, _HIGH = 24, 26, 18


@dataclass(frozen=True)
class _Meaning:
    cell: MatrixCell
    text: str


_MEANINGS: Final = (
    *(_Meaning(MatrixCell(level), name) for level, name in enumerate(LEVEL_NAMES)),
    _Meaning(MatrixCell(3, held=True), "Har det"),
    _Meaning(MatrixCell(3, held=True, lapsed=True), "Udløbet"),
    _Meaning(MatrixCell(0, goal=True), "Mål aftalt"),
    _Meaning(MatrixCell(0, differs=True), "Anden egen vurdering"),
    _Meaning(MatrixCell(0, noted=True), "Note"),
)


class Legend(QFrame):
    """One line under the matrix, two where there is no room for one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "cardFoot")
        self.setAccessibleName("Tegn i skemaet: " + ", ".join(each.text for each in _MEANINGS))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1].bottom() + self._theme.px(6)

    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.px(840)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        cells = MatrixPainter(self._theme, self.devicePixelRatioF())
        for meaning, place in zip(_MEANINGS, self._places(self.width()), strict=True):
            wide, high = self._theme.px(_WIDE), self._theme.px(_HIGH)
            box = QRect(place.left(), place.top() + (place.height() - high) // 2, wide, high)
            painter.save()
            painter.translate(box.topLeft())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cells.draw(meaning.cell, painter, QRectF(0, 0, wide, high))
            painter.setPen(QPen(self._theme.colour("borderStrong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, wide - 1, high - 1))
            painter.restore()
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text2"))
            text = place.adjusted(wide + _BESIDE, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, meaning.text)
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(self._theme.font("small"))
        high, left, top = self._theme.px(_LINE), _PAD, 3
        places = []
        for meaning in _MEANINGS:
            wide = self._theme.px(_WIDE) + _BESIDE + metrics.horizontalAdvance(meaning.text) + 2
            if left > _PAD and left + wide > width - _PAD:
                left, top = _PAD, top + high
            places.append(QRect(left, top, wide, high))
            left += wide + _GAP
        return places
