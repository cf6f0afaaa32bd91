"""Small pictures painted once and used again: what a grid paints hundreds of times looks the same many times."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

_MOST = 3000


class Tiles:
    """Pictures by what they show. Thrown away all at once when there are too many."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._made: dict[Hashable, QPixmap] = {}

    def tile(self, key: Hashable, size: tuple[int, int], draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
        """The picture of `key` in this size; `draw` paints it, smoothed, the first time it is asked for."""
        whole = (key, size)
        picture = self._made.get(whole)
        if picture is None:
            if len(self._made) >= _MOST:
                self._made.clear()
            picture = self._made[whole] = self._painted(size, draw)
        return picture

    def _painted(self, size: tuple[int, int], draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
        picture = QPixmap(QSize(*size) * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(0, 0, *size))
        painter.end()
        return picture
