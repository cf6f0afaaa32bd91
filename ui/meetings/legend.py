"""What the chips of the year mean: only what occurs in the year that is shown."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED
from dagleder.meetings.year_plan import PlanCell, YearPlan
from ui.kit.field_rows import GAP
from ui.meetings.year_lines import CHIP_HEIGHT, CHIP_WIDTH
from ui.meetings.year_painter import YearPainter
from ui.theme.theme import Theme

_MEANINGS = (
    (PlanCell(0, 17, PLANNED, past=False, moved=False, tip=""), "planlagt"),
    (PlanCell(0, 17, PLANNED, past=False, moved=True, tip=""), "flyttet"),
    (PlanCell(0, 17, PROPOSED, past=False, moved=False, tip=""), "forslag"),
    (PlanCell(0, 17, CANCELLED, past=False, moved=False, tip=""), "aflyst"),
    (PlanCell(0, 17, HELD, past=True, moved=False, tip=""), "holdt"),
)
_WORD_GAP = 6


def _occurs(meaning: PlanCell, plan: YearPlan) -> bool:
    cells = [cell for row in plan.rows for month in row.months for cell in month]
    if meaning.moved:
        return any(cell.moved for cell in cells)
    return any(cell.state == meaning.state for cell in cells)


class Legend(QWidget):
    """A line, or more where there is no room; 'Juli: ingen møder' is its last word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._meanings: list[tuple[PlanCell, str]] = []
        self._last = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_plan(self, plan: YearPlan) -> None:
        self._meanings = [(cell, word) for cell, word in _MEANINGS if _occurs(cell, plan)]
        self._last = plan.quiet_text
        words = [word for _, word in self._meanings] + ([self._last] if self._last else [])
        self.setAccessibleName(f"Tegnene: {', '.join(words)}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return (places[-1].bottom() + 1) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(max(self.width(), self._theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(CHIP_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        year = YearPainter(self._theme, painter, self.devicePixelRatioF())
        chip = self._theme.px(CHIP_WIDTH)
        for place, (cell, word) in zip(self._places(self.width()), [*self._meanings, (None, self._last)], strict=False):
            left = place.left()
            if cell is not None:
                year.chip(QRect(left, place.top(), chip, place.height()), cell)
                left += chip + _WORD_GAP
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("text2"))
            middle = place.top() + (place.height() + painter.fontMetrics().capHeight()) // 2
            painter.drawText(left, middle, word)
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        """Where each meaning stands, broken into lines as words are."""
        metrics = self.fontMetrics()
        chip, high = self._theme.px(CHIP_WIDTH) + _WORD_GAP, self._theme.px(CHIP_HEIGHT)
        widths = [chip + metrics.horizontalAdvance(word) for _, word in self._meanings]
        widths += [metrics.horizontalAdvance(self._last)] if self._last else []
        places, left, top = [], 0, 0
        for wide in widths:
            if left and left + wide > width:
                left, top = 0, top + high + 4
            places.append(QRect(left, top, wide, high))
            left += wide + GAP
        return places
