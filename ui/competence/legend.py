"""What the colours, figures and marks of the matrix mean."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dagleder.competence.levels import LEVEL_NAMES
from ui.kit.legend import Legend, Meaning
from ui.kit.matrix_painter import MatrixPainter
from ui.kit.matrix_values import MatrixCell
from ui.theme.theme import Theme

_WIDE = 26
_CELLS: Final = (
    (MatrixCell(), "Ikke vurderet"),
    *((MatrixCell(level), name) for level, name in enumerate(LEVEL_NAMES)),
    (MatrixCell(3, held=True), "Har det"),
    (MatrixCell(3, held=True, lapsed=True), "Udløbet"),
    (MatrixCell(2, below=True), "Under stillingens mål"),
    (MatrixCell(goal=True), "Mål aftalt"),
    (MatrixCell(differs=True), "Anden egen vurdering"),
    (MatrixCell(noted=True), "Note"),
)


class MatrixLegend(Legend[MatrixCell]):
    """Under the matrix."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Tegn i skemaet", [Meaning(cell, text, _WIDE) for cell, text in _CELLS])

    def paint_sample(self, painter: QPainter, box: QRect, sample: MatrixCell) -> None:
        painter.translate(box.topLeft())
        MatrixPainter(self.theme, self.devicePixelRatioF()).draw(
            sample, painter, QRectF(0, 0, box.width(), box.height())
        )
        painter.setPen(QPen(self.theme.colour("borderStrong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, box.width() - 1, box.height() - 1))
