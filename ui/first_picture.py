"""What stands in the window before its widgets do: the frame in its colours, painted in one stroke.

Widgets, icons and Qt's own enumerations cost a hundred milliseconds at a start. Until they are there this is what she
sees, in the same colours and at the same places. So: nothing of `Qt`, no style, no theme in here.
"""

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from dagleder.base.paths import resource

_FONT = ("fonts", "DaglederInter-Medium.ttf")
_FAMILY = "Dagleder Inter"
_POINTS = 0.75  # of a px
_DARK_BELOW = 128  # lightness of the system's windows
_MENU, _STATUS, _RAIL, _NARROW, _NARROW_BELOW = 44, 26, 204, 56, 1400
_FIRST_ENTRY, _ENTRY = 122, 38
_CARD = (460, 350)
_MENUS = ("Filer", "Rediger", "Vis", "Gå til", "Hjælp")


class Shape(Enum):
    """What the first page will be."""

    HOUSE = "house"
    UNLOCK = "unlock"
    BARE = "bare"


class FirstPicture(NamedTuple):
    """All there is to paint; `roles` are the theme's colours by name, `scale` the text size (1.0 = 100 %)."""

    shape: Shape
    roles: Mapping[str, str]
    scale: float
    name: str  # of the house
    titles: Sequence[str]  # of the rail
    status: str

    def paint(self, window: QWidget) -> None:
        painter = QPainter(window)
        width, height = window.width(), window.height()
        self._fill(painter, 0, 0, width, height, "bg")
        if self.shape is Shape.HOUSE:
            self._paint_house(painter, width, height)
        elif self.shape is Shape.UNLOCK:
            self._paint_card(painter, width, height)
        status = self._px(_STATUS)
        self._fill(painter, 0, height - status, width, status, "surface2")
        self._fill(painter, 0, height - status, width, 1, "border")
        self._text(painter, 35, height - status // 2 + 4, self.status, "text2", 12)
        painter.end()

    def _paint_house(self, painter: QPainter, width: int, height: int) -> None:
        narrow = width < _NARROW_BELOW
        menu, rail = self._px(_MENU), _NARROW if narrow else self._px(_RAIL)
        self._fill(painter, 0, 0, width, menu, "surface")
        self._fill(painter, 0, menu, rail, height - menu, "rail")
        self._fill(painter, 0, menu - 1, width, 1, "border")
        self._fill(painter, rail - 1, menu, 1, height - menu, "border")
        x = 23
        for title in _MENUS:
            self._text(painter, x, menu // 2 + 5, title, "text", 13)
            x += painter.fontMetrics().horizontalAdvance(title) + 24
        if not narrow:
            self._text(painter, 51, menu + self._px(30), self.name, "text", 13)
            for place, title in enumerate(self.titles):
                self._text(painter, 46, self._px(_FIRST_ENTRY + _ENTRY * place), title, "text2", 14)

    def _paint_card(self, painter: QPainter, width: int, height: int) -> None:
        wide, high = self._px(_CARD[0]), self._px(_CARD[1])
        left, top = (width - wide) // 2, (height - self._px(_STATUS) - high) // 2
        painter.setPen(QColor(self.roles["borderStrong"]))
        painter.setBrush(QColor(self.roles["surface"]))
        painter.drawRoundedRect(left, top, wide, high, 10, 10)
        painter.drawRoundedRect(left + 28, top + self._px(110), wide - 56, self._px(38), 6, 6)
        self._text(painter, left + 86, top + self._px(48), self.name, "text", 22)

    def _fill(self, painter: QPainter, x: int, y: int, width: int, height: int, role: str) -> None:
        painter.fillRect(x, y, width, height, QColor(self.roles[role]))

    def _text(self, painter: QPainter, x: int, y: int, text: str, role: str, px: int) -> None:
        font = QFont(_FAMILY)
        font.setPointSizeF(px * _POINTS * self.scale)
        painter.setFont(font)
        painter.setPen(QColor(self.roles[role]))
        painter.drawText(x, y, text)

    def _px(self, pixels: int) -> int:
        return round(pixels * self.scale)


def first_roles(application: QApplication, scheme: str) -> Mapping[str, str]:
    """The colours of the scheme she chose ('light', 'dark'), or of the system's."""
    QFontDatabase.addApplicationFont(str(resource(*_FONT)))
    dark = application.palette().window().color().lightness() < _DARK_BELOW
    mode = scheme if scheme in {"light", "dark"} else ("dark" if dark else "light")
    roles: dict[str, str] = json.loads(resource("tokens.json").read_text("utf-8"))["theme"][mode]
    return roles
