"""What the marks of the grid mean, each painted as the grid paints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.kit.grid_bars import BarPainter
from ui.kit.grid_values import BarLook, GridBar, Tone
from ui.theme.theme import Theme

_PAD, _GAP, _BESIDE = 12, 14, 6
_LINE, _SAMPLE = 24, 18
_UNTRAINED: Final = "untrained"
_GROUNDS: Final = {Tone.BELOW: ("dangerSolid", "dangerSolid"), Tone.SHORT: ("warnSoft", "warn")}
_INKS: Final = {Tone.BELOW: "surface", Tone.SHORT: "warn", Tone.LIMIT: "text"}


@dataclass(frozen=True)
class Mark:
    """A sample `width` px wide, and what it means."""

    sample: GridBar | Tone | str
    text: str
    width: int = _SAMPLE


_MARKS: Final = (
    Mark(GridBar(0, 1, "8–15.30"), "vagt", 52),
    Mark(GridBar(0, 1, "", BarLook.MEETING, "M"), "møde i vagten"),
    Mark(Tone.BELOW, "under jeres minimum"),
    Mark(Tone.SHORT, "under det ønskede"),
    Mark(Tone.LIMIT, "lige på grænsen"),
    Mark(_UNTRAINED, "ingen pædagog"),
)


class Legend(QFrame):
    """One line under the grid, two where there is no room for one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "cardFoot")
        self.setAccessibleName("Tegn i gitteret: " + ", ".join(mark.text for mark in _MARKS))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lowest = max(box.bottom() for _, box in self._places(width))
        return lowest + self._theme.px(4)

    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.px(840)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, box in self._places(self.width()):
            sample = QRect(box.left(), box.top(), self._theme.px(mark.width), self._theme.px(_SAMPLE))
            sample.moveTop(box.center().y() - sample.height() // 2)
            self._sample(painter, sample, mark.sample)
            painter.setPen(self._theme.colour("text2"))
            painter.setFont(self._theme.font("small"))
            words = box.adjusted(sample.width() + _BESIDE, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark.text)

    def _places(self, width: int) -> Iterator[tuple[Mark, QRect]]:
        px, metrics = self._theme.px, QFontMetrics(self._theme.font("small"))
        x, y = _PAD, px(3)
        for mark in _MARKS:
            needed = px(mark.width) + _BESIDE + metrics.horizontalAdvance(mark.text) + 2
            if x > _PAD and x + needed > width - _PAD:
                x, y = _PAD, y + px(_LINE)
            yield mark, QRect(x, y, needed, px(_LINE))
            x += needed + _GAP

    def _sample(self, painter: QPainter, box: QRect, sample: GridBar | Tone | str) -> None:
        theme = self._theme
        if isinstance(sample, GridBar):
            BarPainter(theme).draw(painter, QRectF(box), sample, (0, box.width()))
            return
        tone = sample if isinstance(sample, Tone) else None
        if tone in _GROUNDS:
            ground, edge = _GROUNDS[tone]
            painter.setPen(theme.colour(edge))
            painter.setBrush(theme.colour(ground))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        ink = theme.colour(_INKS[tone] if tone else "text2")
        painter.setPen(ink)
        painter.setFont(theme.font("small", 700 if tone else 500))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "2")
        if tone is None:
            painter.fillRect(box.left() + 3, box.bottom() - 1, box.width() - 6, 2, ink)
