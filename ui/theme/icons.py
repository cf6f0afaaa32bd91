"""One-colour icons (Lucide) tinted by a colour role, and drawn at the sharpness of the screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dagleder.base.errors import Bug

_STROKE = 'stroke-width="1.75"'


class IconShapes:
    """The icons' files, read once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}

    def tinted(self, name: str, colour: str, stroke: str = "") -> bytes:
        """The SVG of an icon in `colour`; `stroke` in px where it is not the usual 1.75."""
        text = self._text(name).replace("currentColor", colour)
        return (text.replace(_STROKE, f'stroke-width="{stroke}"') if stroke else text).encode()

    def _text(self, name: str) -> str:
        if name not in self._texts:
            file = self._folder / f"{name}.svg"
            if not file.is_file():
                raise Bug(f"no such icon: {name}")
            text = file.read_text("utf-8")
            self._texts[name] = text.replace('stroke-width="2"', _STROKE)
        return self._texts[name]


def drawn(svg: bytes, size: QSize, ratio: float, room: int = 0) -> QPixmap:
    """An SVG as a picture of `size` for a screen with `ratio` device pixels to one; `room` px are left on its right."""
    pixmap = QPixmap(QSize(size.width() + room, size.height()) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


def icon_of(normal: bytes, disabled: bytes, size: int, room: int, ratios: set[float]) -> QIcon:
    """An icon that is sharp on every screen in use; what cannot be used is paler."""
    icon = QIcon()
    square = QSize(size, size)
    for ratio in sorted(ratios):
        usable = drawn(normal, square, ratio, room)
        icon.addPixmap(usable, QIcon.Mode.Normal)
        icon.addPixmap(usable, QIcon.Mode.Selected)
        icon.addPixmap(drawn(disabled, square, ratio, room), QIcon.Mode.Disabled)
    return icon
