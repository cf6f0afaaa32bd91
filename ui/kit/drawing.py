"""Paints the drawings of the core (`dagleder.exchange.drawing`) with Qt, as its other painter does on paper."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from typing import Any, cast
from unicodedata import normalize

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dagleder.base.text import printable
from dagleder.exchange import drawing_ink as ink
from dagleder.exchange.drawing import (
    Anchor,
    Circle,
    Drawing,
    Hatch,
    Line,
    Path,
    Rect,
    Text,
    Weight,
    hatch_lines,
)
from ui.theme.fonts import FAMILY
from ui.theme.theme import Theme

_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}
_INKED = frozenset({"fill", "stroke", "colour", "background"})
_ROLES = {
    ink.INK: "text",
    ink.INK_SOFT: "text2",
    ink.RULE: "border",
    ink.RULE_STRONG: "borderStrong",
    ink.GRID: "border",
    ink.WHITE: "surface",
    ink.HEAD_FILL: "surface2",
    ink.PRIMARY: "primary",
    ink.PRIMARY_TEXT: "primaryText",
    ink.SOFT_FILL: "primarySoft",
    ink.SOFT_EDGE: "primary",
}
_SHAPING = ("tnum", "calt", "liga", "ccmp")
_MASTER = 100  # px a font is made in, then scaled: pixel sizes are whole numbers, and small ones would be rounded


def paint_drawing(painter: QPainter, drawing: Drawing) -> None:
    """Paint at the painter's origin, one unit to a point; scale the painter for any other size."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for shape in drawing.shapes:
        _PAINTERS[type(shape)](painter, shape)
    painter.restore()


def in_colours(drawing: Drawing, theme: Theme) -> Drawing:
    """The drawing in the colours of the screen: what has the ink of paper gets the role that ink is taken from."""
    shapes = []
    for shape in drawing.shapes:
        inks = {field.name: getattr(shape, field.name) for field in fields(shape) if field.name in _INKED}
        roles: dict[str, Any] = {name: theme.name(_ROLES[each]) for name, each in inks.items() if each in _ROLES}
        shapes.append(replace(shape, **roles))
    return replace(drawing, shapes=tuple(shapes))


class DrawingView(QWidget):
    """A drawing as large as its place allows, in its own proportions; what it shows is also said in words."""

    def __init__(self, theme: Theme, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._drawing = theme, drawing
        theme.changed.connect(self.update)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_drawing(drawing)

    def show_drawing(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.setAccessibleName(drawing.description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._drawing.width), round(self._drawing.height))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._drawing.height / self._drawing.width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = min(self.width() / self._drawing.width, self.height() / self._drawing.height)
        painter.translate(
            (self.width() - scale * self._drawing.width) / 2, (self.height() - scale * self._drawing.height) / 2
        )
        painter.scale(scale, scale)
        paint_drawing(painter, in_colours(self._drawing, self._theme))
        painter.end()


def _pen(stroke: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    if not stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash and width:
        # Qt counts dashes in widths of the line, and wants them in pairs.
        pairs = dash if len(dash) % 2 == 0 else dash * 2
        pen.setDashPattern([length / width for length in pairs])
    return pen


def _brush(fill: str) -> QBrush:
    return QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)


def _rect(painter: QPainter, rect: Rect) -> None:
    painter.setPen(_pen(rect.stroke, rect.stroke_width, rect.dash))
    painter.setBrush(_brush(rect.fill))
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    if rect.radius:
        painter.drawRoundedRect(box, rect.radius, rect.radius)
    else:
        painter.drawRect(box)


def _line(painter: QPainter, line: Line) -> None:
    painter.setPen(_pen(line.stroke, line.stroke_width, line.dash))
    painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))


def _circle(painter: QPainter, circle: Circle) -> None:
    painter.setPen(_pen(circle.stroke, circle.stroke_width, circle.dash))
    painter.setBrush(_brush(circle.fill))
    painter.drawEllipse(QPointF(circle.x, circle.y), circle.radius, circle.radius)


def _text(painter: QPainter, text: Text) -> None:
    entered = normalize("NFC", printable(text.text))
    font = _font(text.weight)
    scale = text.size / _MASTER
    before = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    painter.save()
    painter.translate(text.x, text.y)
    painter.scale(scale, scale)
    painter.setFont(font)
    painter.setPen(QColor(text.colour))
    painter.drawText(QPointF(-before * QFontMetricsF(font).horizontalAdvance(entered), 0), entered)
    painter.restore()


@cache
def _font(weight: Weight) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(_MASTER)
    font.setWeight(_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Paper has no shaping at all. What is not said here the painter takes from the program's own font.
    font.setKerning(False)
    for feature in _SHAPING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _hatch(painter: QPainter, hatch: Hatch) -> None:
    box = QRectF(hatch.x, hatch.y, hatch.width, hatch.height)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    if hatch.background:
        painter.fillRect(box, QColor(hatch.background))
    pen = _pen(hatch.stroke, hatch.stroke_width)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)  # beyond the edge, where it is clipped
    painter.setPen(pen)
    for x1, y1, x2, y2 in hatch_lines(hatch):
        painter.drawLine(QLineF(x1, y1, x2, y2))
    painter.restore()


def _path(painter: QPainter, path: Path) -> None:
    outline = QPainterPath()
    for step in path.steps:
        kind, numbers = step[0], cast("tuple[float, ...]", step[1:])
        if kind == "M":
            outline.moveTo(numbers[0], numbers[1])
        elif kind == "L":
            outline.lineTo(numbers[0], numbers[1])
        elif kind == "C":
            outline.cubicTo(*numbers)
        else:
            outline.closeSubpath()
    painter.setPen(_pen(path.stroke, path.stroke_width))
    painter.setBrush(_brush(path.fill))
    painter.drawPath(outline)


_PAINTERS: dict[type, Callable[[QPainter, Any], None]] = {
    Rect: _rect,
    Line: _line,
    Circle: _circle,
    Text: _text,
    Hatch: _hatch,
    Path: _path,
}
