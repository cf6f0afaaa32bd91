"""The year's grid: one stop for Tab, arrows go from meeting to meeting, Enter opens, Del cancels."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dagleder.base.text import capitalised
from dagleder.meetings.year_plan import YearPlan
from ui.kit.focus_ring import OWN_FOCUS
from ui.kit.tip import plain_tip
from ui.meetings.kind_marks import breakable_name
from ui.meetings.year_lines import CODED_STYLE, MONTHS, NAME, Spot, YearLines, coded_text, has_code
from ui.meetings.year_notes import TO_SOLVE
from ui.meetings.year_painter import Marked, YearPainter
from ui.theme.theme import Theme

_LEAST_COLUMN = 30
_PADDING = 4  # of a chip, around a day and a code

_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}


class YearGrid(QWidget):
    """`chosen` gives a meeting's id as the mark moves, `opened` and `removed` when something is to be done with it."""

    chosen = Signal(int)
    opened = Signal(int)
    removed = Signal(int)
    marked = Signal(object)  # QRect: where the mark is now, to be scrolled to

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plan: YearPlan | None = None
        self._month: int | None = None
        self._chosen: int | None = None
        self._marks: frozenset[int] = frozenset()
        self._names: list[int] = []  # how high each row's name is
        self._coded = 0  # how wide a day with the code of its stue is at most
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 -- a value, not a flag
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Årsplan")
        self.setMouseTracking(True)
        theme.changed.connect(self._resize)

    def show_plan(self, plan: YearPlan, today: date) -> None:
        """Another year, or the same after something moved; what was chosen stays chosen where it is still there."""
        self._plan = plan
        months = [(first.year, first.month) for first in plan.year.months]
        now = (today.year, today.month)
        self._month = months.index(now) if now in months else None
        self.setAccessibleName(f"Årsplan {plan.year.label}")
        self._resize()
        if self.lines.spot_of(self._chosen or 0) is None:
            self._chosen = None

    def show_marks(self, marks: frozenset[int]) -> None:
        """The meetings with something that must be solved."""
        self._marks = marks
        self.setAccessibleDescription(self._tip(self._spot()))
        self.update()

    @property
    def chosen_id(self) -> int | None:
        return self._chosen

    def choose(self, meeting_id: int | None) -> bool:
        """Mark a meeting without telling anyone; False when it is not in this year."""
        spot = self.lines.spot_of(meeting_id) if meeting_id is not None else None
        self._chosen = meeting_id if spot else None
        self._speak()
        self.update()
        if spot is not None:
            self.marked.emit(self.lines.chip_box(spot))
        return spot is not None

    @property
    def lines(self) -> YearLines:
        """The grid as it is laid out now."""
        rows = self._plan.rows if self._plan else ()
        return YearLines(rows, self.width(), self._theme.text_size, self._names, self._coded)

    # size

    def sizeHint(self) -> QSize:
        # Only names grow with the text: at the largest, twelve months still stand side by side at 1366 px.
        return QSize(self._theme.px(NAME) + MONTHS * _LEAST_COLUMN, self.lines.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _resize(self) -> None:
        rows = self._plan.rows if self._plan else ()
        metrics = QFontMetrics(self._theme.font("table"))
        room = QRect(0, 0, YearLines((), 0, self._theme.text_size).name_room, 1000)
        wrapped = Qt.TextFlag.TextWordWrap.value
        self._names = [metrics.boundingRect(room, wrapped, breakable_name(row.kind)).height() for row in rows]
        metrics = QFontMetrics(self._theme.font(CODED_STYLE, 500))
        coded = [cell for row in rows for month in row.months for cell in month if has_code(cell)]
        self._coded = max((metrics.horizontalAdvance(coded_text(cell)) + _PADDING for cell in coded), default=0)
        self.setFixedHeight(self.lines.height)
        self.updateGeometry()
        self.update()

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = self._moves()
        spot = self._spot()
        if key in moves and self._plan and self._plan.rows:
            self._mark(moves[key](spot) if spot else next(self.lines.spots()))
        elif key in _OPENS and self._chosen is not None:
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_Delete and self._chosen is not None:
            self.removed.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def _moves(self) -> dict[Qt.Key, Callable[[Spot], Spot]]:
        lines = self.lines
        return {
            Qt.Key.Key_Left: lambda spot: lines.beside(spot, -1),
            Qt.Key.Key_Right: lambda spot: lines.beside(spot, 1),
            Qt.Key.Key_Up: lambda spot: lines.below(spot, -1),
            Qt.Key.Key_Down: lambda spot: lines.below(spot, 1),
            Qt.Key.Key_Home: lambda spot: lines.end_of_row(spot, last=False),
            Qt.Key.Key_End: lambda spot: lines.end_of_row(spot, last=True),
        }

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_under(event)
        if spot is not None:
            self._mark(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_under(event)
        if spot is not None:
            self.opened.emit(self.lines.cell(spot).meeting_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._spot_under(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.lines.spot_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(spot)), self)
            return True
        return super().event(event)

    def _spot_under(self, event: QMouseEvent) -> Spot | None:
        place = event.position().toPoint()
        return self.lines.spot_at(place.x(), place.y())

    def _spot(self) -> Spot | None:
        return self.lines.spot_of(self._chosen) if self._chosen is not None else None

    def _mark(self, spot: Spot) -> None:
        meeting_id = self.lines.cell(spot).meeting_id
        self.choose(meeting_id)
        self.chosen.emit(meeting_id)

    def _tip(self, spot: Spot | None) -> str:
        if spot is None:
            return ""
        cell = self.lines.cell(spot)
        return f"{cell.tip} {capitalised(TO_SOLVE)}." if cell.meeting_id in self._marks else cell.tip

    def _speak(self) -> None:
        """What is marked is read aloud: the chips are painted, a screen reader cannot see them."""
        text = self._tip(self._spot())
        self.setAccessibleDescription(text)
        if text and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._plan is None:
            return
        painter = QPainter(self)
        lines = self.lines
        marked = Marked(self._month, self._spot(), self.hasFocus(), self._marks)
        YearPainter(self._theme, painter, self.devicePixelRatioF()).paint(self._plan, lines, marked)
        painter.end()

    def chip_box(self, meeting_id: int) -> QRect:
        """Where a meeting's chip is; empty when it is not in this year."""
        spot = self.lines.spot_of(meeting_id)
        return self.lines.chip_box(spot) if spot else QRect()
