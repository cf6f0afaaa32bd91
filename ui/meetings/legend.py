"""What the chips of the year mean: only what occurs in the year that is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED
from dagleder.meetings.year_plan import PlanCell, YearPlan
from ui.kit.field_rows import GAP
from ui.meetings.year_lines import CHIP_HEIGHT, CHIP_WIDTH
from ui.meetings.year_notes import TO_SOLVE
from ui.meetings.year_painter import YearPainter
from ui.theme.theme import Theme


@dataclass(frozen=True)
class _Meaning:
    """A chip as it stands in the grid, and the word for it."""

    cell: PlanCell
    word: str
    badge: bool = False


def _chip(state: str, *, moved: bool = False) -> PlanCell:
    return PlanCell(0, 17, state, past=state == HELD, moved=moved, tip="")


_MEANINGS = (
    _Meaning(_chip(PLANNED), "planlagt"),
    _Meaning(_chip(PLANNED, moved=True), "flyttet"),
    _Meaning(_chip(PROPOSED), "forslag"),
    _Meaning(_chip(CANCELLED), "aflyst"),
    _Meaning(_chip(HELD), "holdt"),
)
_SOLVE = _Meaning(_chip(PLANNED), TO_SOLVE, badge=True)
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
        self._plan: YearPlan | None = None
        self._marked = False
        self._meanings: list[_Meaning] = []
        self._last = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_plan(self, plan: YearPlan) -> None:
        self._plan = plan
        self._show()

    def show_marks(self, *, shown: bool) -> None:
        self._marked = shown
        self._show()

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._meanings = [meaning for meaning in _MEANINGS if _occurs(meaning.cell, plan)]
        self._meanings += [_SOLVE] * self._marked
        self._last = plan.quiet_text
        words = [meaning.word for meaning in self._meanings] + ([self._last] if self._last else [])
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
        for place, meaning in zip(self._places(self.width()), [*self._meanings, None], strict=False):
            left, word = place.left(), meaning.word if meaning else self._last
            if meaning is not None:
                box = QRect(left, place.top(), chip, place.height())
                year.chip(box, meaning.cell)
                if meaning.badge:
                    year.badge(box.adjusted(0, 2, 0, 0))
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
        widths = [chip + metrics.horizontalAdvance(meaning.word) for meaning in self._meanings]
        widths += [metrics.horizontalAdvance(self._last)] if self._last else []
        places, left, top = [], 0, 0
        for wide in widths:
            if left and left + wide > width:
                left, top = 0, top + high + 4
            places.append(QRect(left, top, wide, high))
            left += wide + GAP
        return places
