"""Paints what lies in the cells of a grid: bars of shifts and absence, and dates in boxes."""

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.kit.grid_values import BarLook, GridBar, GridMark, MarkState
from ui.theme.theme import Theme
from ui.theme.tokens import Swatch

_RADIUS = 3
_TICK, _ARROW = "✓ ", "→ "
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_PAD = 1
_MARK_HEIGHT, _MARK_PAD, _MARK_GAP = 20, 5, 4


class BarPainter:
    """Made once per look: fonts and pens are kept for as long as the theme stays the same."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shift_font = theme.font("caption", 500)
        self._bold_font = theme.font("caption", 600)
        self._struck_font = QFont(self._shift_font)
        self._struck_font.setStrikeOut(True)
        self._mark_font = theme.font("small", 500)
        self._metrics: dict[str, QFontMetricsF] = {}

    def draw(self, painter: QPainter, box: QRectF, bar: GridBar, words: tuple[int, int]) -> None:
        """A bar in its box; its words stand between two px from its left end."""
        if bar.look is BarLook.TEXT:
            self._words(painter, box, bar.text, (self._theme.colour("text2"), self._shift_font))
            return
        swatch, pen = self._paint_of(bar)
        painter.setPen(pen)
        painter.setBrush(QBrush(QColor(swatch.fill)) if swatch.fill else Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        part = QRectF(box.left() + words[0], box.top(), words[1] - words[0], box.height())
        text = self._fitting(bar, part.width() - 2 * _PAD)
        self._words(painter, part, text, (QColor(swatch.text), self._font(bar)))

    def marks(self, painter: QPainter, box: QRectF, marks: tuple[GridMark, ...]) -> None:
        for mark, place in zip(marks, self.mark_boxes(box, marks), strict=True):
            self._mark(painter, place, mark)

    def mark_boxes(self, box: QRectF, marks: tuple[GridMark, ...]) -> list[QRectF]:
        """Where the marks of a cell are, one under the other; side by side where that is the only way to fit."""
        height = self._theme.px(_MARK_HEIGHT)
        widths = [min(box.width() - 4, self._mark_width(mark)) for mark in marks]
        total = len(marks) * height + (len(marks) - 1) * _MARK_GAP
        if total <= box.height() or len(marks) == 1:
            y = box.center().y() - total / 2
            return [
                QRectF(box.center().x() - width / 2, y + number * (height + _MARK_GAP), width, height)
                for number, width in enumerate(widths)
            ]
        share = box.width() / len(marks)
        y = box.center().y() - min(height, box.height()) / 2
        return [QRectF(box.left() + n * share + 1, y, share - 2, min(height, box.height())) for n in range(len(marks))]

    def _mark_width(self, mark: GridMark) -> int:
        return ceil(self._metrics_of(self._mark_font).horizontalAdvance(_shown(mark))) + 2 * _MARK_PAD

    # bars

    def _paint_of(self, bar: GridBar) -> tuple[Swatch, QPen]:
        """The colours of a bar and the pen of its edge."""
        theme = self._theme
        if bar.look is BarLook.SHIFT:
            level, line = theme.level(1), theme.level(2)
            return Swatch(level.fill, level.text), QPen(QColor(line.fill))
        if bar.look is BarLook.MEETING:
            surface = Swatch(theme.name("surface"), theme.name("text"))
            return surface, QPen(theme.colour("text2"), 1.5)
        if bar.look is BarLook.MOVED:
            return Swatch("", theme.name("text3")), QPen(theme.colour("borderStrong"), 1.5, Qt.PenStyle.DotLine)
        kind = theme.absence(bar.letter)
        if bar.look is BarLook.WISH:
            return Swatch(theme.name("surface"), theme.name("text")), QPen(QColor(kind.edge), 1.5, Qt.PenStyle.DashLine)
        if bar.look is BarLook.NEW:
            return Swatch(kind.fill, kind.text), QPen(theme.colour("today"), 2)
        return Swatch(kind.fill, kind.text), QPen(QColor(kind.edge))

    def _font(self, bar: GridBar) -> QFont:
        if bar.look is BarLook.MOVED:
            return self._struck_font
        return self._shift_font if bar.look is BarLook.SHIFT else self._bold_font

    def _fitting(self, bar: GridBar, room: float) -> str:
        """The longest wording there is room for; the letter of an absence is in each of them."""
        sign = {BarLook.TOLD: _TICK, BarLook.NEW: _ARROW}.get(bar.look, "")
        wordings = [bar.text]
        if bar.letter:
            wordings = [f"{sign}{bar.letter} · {bar.text}", f"{sign}{bar.letter}", bar.letter]
        metrics = self._metrics_of(self._font(bar))
        return next((words for words in wordings if metrics.horizontalAdvance(words) <= room), bar.letter)

    def _metrics_of(self, font: QFont) -> QFontMetricsF:
        key = font.key()
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key]

    @staticmethod
    def _words(painter: QPainter, box: QRectF, text: str, look: tuple[QColor, QFont]) -> None:
        if text:
            painter.setPen(look[0])
            painter.setFont(look[1])
            painter.drawText(box, _CENTRE, text)

    # marks

    def _mark(self, painter: QPainter, box: QRectF, mark: GridMark) -> None:
        theme = self._theme
        ink = theme.colour("text2" if mark.state is MarkState.DONE else "text")
        font = self._mark_font
        pen = _MARK_PENS.get(mark.state)
        if mark.state is MarkState.CANCELLED:
            ink, font = theme.colour("text3"), self._struck_font
        if mark.state is MarkState.CHOSEN:
            ink = theme.colour("onPrimary")
        if pen:
            role, width, style = pen
            painter.setPen(QPen(theme.colour(role), width, style))
            painter.setBrush(theme.colour("primary" if mark.state is MarkState.CHOSEN else "surface"))
            inset = width / 2
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
        text = _shown(mark)
        if self._metrics_of(self._mark_font).horizontalAdvance(text) > box.width() - _MARK_PAD:
            text = mark.text  # the ring or the line says the same
        self._words(painter, box, text, (ink, font))


_MARK_PENS = {
    MarkState.PLANNED: ("borderStrong", 1.0, Qt.PenStyle.SolidLine),
    MarkState.DRAFT: ("borderStrong", 1.0, Qt.PenStyle.DashLine),
    MarkState.MOVED: ("today", 2.0, Qt.PenStyle.SolidLine),
    MarkState.CHOSEN: ("primary", 1.0, Qt.PenStyle.SolidLine),
}


def _shown(mark: GridMark) -> str:
    if mark.state is MarkState.DONE:
        return f"{mark.text}✓"
    return f"{_ARROW}{mark.text}" if mark.state is MarkState.MOVED else mark.text
