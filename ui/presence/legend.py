"""What the marks of the grid mean, each painted as the grid paints it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.kit.grid_bars import BarPainter
from ui.kit.grid_values import BarLook, GridBar, Tone
from ui.kit.label import Label
from ui.theme.theme import Theme

_NUMBERS = (
    (Tone.BELOW, "under jeres minimum"),
    (Tone.SHORT, "under det ønskede"),
    (Tone.LIMIT, "lige på grænsen"),
)


class BarSample(QWidget):
    """A bar as it is in the grid."""

    def __init__(self, theme: Theme, bar: GridBar, width: int) -> None:
        super().__init__()
        self._theme, self._bar, self._wide = theme, bar, width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._wide), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        BarPainter(self._theme).draw(painter, box, self._bar, (0, self.width()))


class NumberSample(QWidget):
    """A number as it is in the grid."""

    def __init__(self, theme: Theme, tone: Tone | None) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box, theme = QPainter(self), self.rect(), self._theme
        if self._tone is Tone.BELOW:
            painter.fillRect(box, theme.colour("dangerSolid"))
        elif self._tone is Tone.SHORT:
            painter.setPen(theme.colour("warn"))
            painter.setBrush(theme.colour("warnSoft"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        role = {Tone.BELOW: "surface", Tone.SHORT: "warn", None: "text2"}.get(self._tone, "text")
        painter.setPen(theme.colour(role))
        painter.setFont(theme.font("small", 500 if self._tone is None else 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "2")
        if self._tone is None:
            painter.fillRect(3, box.height() - 3, box.width() - 6, 2, theme.colour(role))


class Legend(QFrame):
    """One line under the grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "cardFoot")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(6)
        shift, meeting = GridBar(0, 1, "8–15.30"), GridBar(0, 1, "M", BarLook.MEETING)
        samples: list[tuple[QWidget, str]] = [
            (BarSample(theme, shift, 52), "vagt"),
            (BarSample(theme, meeting, 18), "møde i vagten"),
        ]
        samples += [(NumberSample(theme, tone), text) for tone, text in _NUMBERS]
        samples.append((NumberSample(theme, None), "ingen pædagog"))
        for sample, text in samples:
            row.addWidget(sample)
            row.addWidget(Label(text, "small", "text2"))
            row.addSpacing(6)
        row.addStretch(1)
