"""A level from 0 to 4 as four fields and its figure: never colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.theme.theme import Theme

FIELDS = 4
_FIELD, _HEIGHT, _GAP, _RADIUS = 14, 8, 3, 2
_FIGURE_GAP = 8


def level_bar_width() -> int:
    """Of the bar with its figure, whatever the text size: four fields do not grow with it."""
    return FIELDS * (_FIELD + _GAP) + _FIGURE_GAP + _FIELD


def draw_level(painter: QPainter, theme: Theme, left: QPointF, level: int) -> None:
    """`left` is the bar's left end, on the middle of its height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(FIELDS):
        x = left.x() + number * (_FIELD + _GAP)
        field = QRectF(x, left.y() - _HEIGHT / 2, _FIELD, _HEIGHT)
        full = number < level
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(theme.colour("borderStrong"), 1))
        painter.setBrush(theme.colour("primary" if full else "surface"))
        painter.drawRoundedRect(field if full else field.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    font = theme.font("table", 600)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    metrics = QFontMetricsF(font)
    x = left.x() + FIELDS * (_FIELD + _GAP) - _GAP + _FIGURE_GAP
    painter.drawText(QPointF(x, left.y() + (metrics.ascent() - metrics.descent()) / 2), str(level))
    painter.restore()
