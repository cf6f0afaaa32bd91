"""What the marks of the grid mean."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.kit.grid_bars import BarPainter
from ui.kit.grid_values import BarLook, GridBar, Tone
from ui.kit.legend import Legend, Meaning
from ui.theme.theme import Theme

Sample = GridBar | Tone | str

_FIGURE = 18
_UNTRAINED: Final = "untrained"
_GROUNDS: Final = {Tone.BELOW: ("dangerSolid", "dangerSolid"), Tone.SHORT: ("warnSoft", "warn")}
_INKS: Final = {Tone.BELOW: "surface", Tone.SHORT: "warn", Tone.LIMIT: "text"}
_MEANINGS: Final[tuple[Meaning[Sample], ...]] = (
    Meaning(GridBar(0, 1, "8–15.30"), "vagt", 52),
    Meaning(GridBar(0, 1, "", BarLook.MEETING, "M"), "møde i vagten", _FIGURE),
    Meaning(Tone.BELOW, "under jeres minimum", _FIGURE),
    Meaning(Tone.SHORT, "under det ønskede", _FIGURE),
    Meaning(Tone.LIMIT, "lige på grænsen", _FIGURE),
    Meaning(_UNTRAINED, "ingen pædagog", _FIGURE),
)


class GridLegend(Legend[Sample]):
    """Under the grid of a week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Tegn i gitteret", _MEANINGS)

    def paint_sample(self, painter: QPainter, box: QRect, sample: Sample) -> None:
        theme = self.theme
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
