"""What the marks of a picture mean: a sample of each, painted as the picture paints it, and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.theme.theme import Theme

S = TypeVar("S")

_PAD, _GAP, _BESIDE = 12, 12, 6
_LINE, _HIGH, _ABOVE, _BELOW = 24, 18, 3, 5


@dataclass(frozen=True)
class Meaning(Generic[S]):
    """A sample `width` px wide at 100 % text size, and what it means."""

    sample: S
    text: str
    width: int


class Legend(QFrame, Generic[S]):
    """One line under the picture, more where there is no room for one. A subclass paints the samples.

    Its height is set with its width: were it asked for as a height for a width, all around it would be asked too.
    """

    def __init__(self, theme: Theme, title: str, meanings: Sequence[Meaning[S]]) -> None:
        super().__init__()
        self.theme, self._meanings = theme, tuple(meanings)
        self.setProperty("kind", "cardFoot")
        self.setAccessibleName(f"{title}: {', '.join(each.text for each in meanings)}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()

    def paint_sample(self, painter: QPainter, box: QRect, sample: S) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self.theme.px
        for meaning, place in zip(self._meanings, self._places(), strict=True):
            sample = QRect(place.left(), place.top(), px(meaning.width), px(_HIGH))
            sample.moveTop(place.top() + (place.height() - sample.height()) // 2)
            painter.save()
            self.paint_sample(painter, sample, meaning.sample)
            painter.restore()
            painter.setFont(self.theme.font("small"))
            painter.setPen(self.theme.colour("text2"))
            words = place.adjusted(sample.width() + _BESIDE, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, meaning.text)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(self._places()[-1].bottom() + self.theme.px(_BELOW))
        self.update()

    def _places(self) -> list[QRect]:
        px, metrics = self.theme.px, QFontMetrics(self.theme.font("small"))
        left, top = _PAD, px(_ABOVE)
        places = []
        for meaning in self._meanings:
            wide = px(meaning.width) + _BESIDE + metrics.horizontalAdvance(meaning.text) + 2
            if left > _PAD and left + wide > self.width() - _PAD:
                left, top = _PAD, top + px(_LINE)
            places.append(QRect(left, top, wide, px(_LINE)))
            left += wide + _GAP
        return places
