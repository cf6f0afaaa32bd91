"""Text of one or several looks that goes on in the next line where it is wider than its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_IN_ADDRESS = re.compile(r"(?<=[@._])(?=[^\W\d])")
_MAY_BREAK = "\u200b"


@dataclass(frozen=True)
class Piece:
    """A part of the text in one look."""

    text: str
    colour: QColor
    font: QFont


class WrappedText:
    """Broken between words, after the points of an address, and within a word that is wider than the place."""

    def __init__(self, pieces: Iterable[Piece], width: float) -> None:
        self._pieces = [replace(piece, text=_IN_ADDRESS.sub(_MAY_BREAK, piece.text)) for piece in pieces]
        self._layout = QTextLayout("".join(piece.text for piece in self._pieces), self._pieces[0].font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats())
        self.height = self._lay_out(max(1.0, width))

    def draw(self, painter: QPainter, box: QRect) -> QPointF:
        """In the middle of the height of `box`; gives where the text ends, on the middle of its last line."""
        top = box.top() + max(0.0, (box.height() - self.height) / 2)
        self._layout.draw(painter, QPointF(box.left(), top))
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        return QPointF(box.left() + last.naturalTextWidth(), top + last.y() + last.height() / 2)

    def rect_of(self, piece: int, box: QRect) -> QRectF:
        """Where the beginning of a piece stands in `box`."""
        start = sum(len(before.text) for before in self._pieces[:piece])
        line = self._layout.lineForTextPosition(start)
        end = min(start + len(self._pieces[piece].text), line.textStart() + line.textLength())
        left, right = (float(line.cursorToX(place)[0]) for place in (start, end))  # type: ignore[index]  # the stubs know a number
        top = box.top() + max(0.0, (box.height() - self.height) / 2) + line.y()
        return QRectF(box.left() + left, top, right - left, line.height())

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for piece in self._pieces:
            look = QTextCharFormat()
            look.setFont(piece.font)
            look.setForeground(piece.colour)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, len(piece.text), look
            ranges.append(part)
            start += len(piece.text)
        return ranges

    def _lay_out(self, width: float) -> float:
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height
