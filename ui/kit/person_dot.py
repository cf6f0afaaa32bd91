"""A person's initials in a soft round dot. The five colours mean nothing; they only help the eye find somebody."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

SMALL, USUAL, LARGE = 22, 28, 52
_COLOURS = (
    ("primarySoft", "primaryText"),
    ("infoSoft", "info"),
    ("warnSoft", "warn"),
    ("okSoft", "ok"),
    ("surface3", "text2"),
)
_SMALL_LETTERS, _GROWTH = 9.5, 0.283  # px in the small dot, and for each px a dot is larger
_POINTS_PER_PX = 0.75


def initials_of(name: str) -> str:
    """Of somebody who is not in the register: 'Mette Lind' is 'ML'."""
    return "".join(word[:1] for word in name.split()[:2]).upper()


def draw_dot(painter: QPainter, theme: Theme, box: QRectF, initials: str) -> None:
    ground, text = _COLOURS[sum(map(ord, initials)) % len(_COLOURS)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(box)
    font = theme.font("small", 600)
    letters = _SMALL_LETTERS + (box.height() - SMALL) * _GROWTH
    font.setPointSizeF(letters * _POINTS_PER_PX)
    painter.setFont(font)
    painter.setPen(theme.colour(text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


class PersonDot(QWidget):
    """The dot beside a name; screen readers hear the name, so the dot itself is silent."""

    def __init__(self, theme: Theme, initials: str = "", size: int = USUAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._initials = initials
        self._size = size
        self._resize()
        theme.changed.connect(self._resize)

    def show_initials(self, initials: str) -> None:
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_dot(painter, self._theme, QRectF(self.rect()), self._initials)
        painter.end()

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
