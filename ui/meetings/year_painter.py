"""Paints the year's grid: kinds down, months across, a chip for each meeting. How one stands is shape, not colour."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QTextOption

from dagleder.base.dates import MONTHS_SHORT
from dagleder.meetings.states import CANCELLED, HELD, PROPOSED
from dagleder.meetings.year_plan import PlanCell, YearPlan
from ui.kit.grid_painter import hatch_picture
from ui.meetings.kind_marks import breakable_name, kind_icon
from ui.meetings.year_lines import CODED_STYLE, MONTHS, NAME_GAP, NAME_ICON, NAME_LEFT, Spot, YearLines, coded_text
from ui.theme.theme import Theme

_TICK = 11
_RADIUS, _CORNER = 5, 6
_BADGE = 9
_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))  # in a square of 1
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class Marked:
    """What is marked in the grid: the month that is now (0–11), the chip chosen, and whether it has the keyboard.

    `to_solve`: the meetings with something that must be solved.
    """

    month: int | None
    spot: Spot | None
    focused: bool
    to_solve: frozenset[int]


class YearPainter:
    """Made for one painting of the whole grid."""

    def __init__(self, theme: Theme, painter: QPainter, ratio: float) -> None:
        self._theme, self._painter, self._ratio = theme, painter, ratio
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, plan: YearPlan, lines: YearLines, marked: Marked) -> None:
        size = QRect(0, 0, lines.width, lines.height)
        self._painter.fillRect(size, self._colour("surface"))
        self._quiet(plan, lines)
        self._head(plan, lines, marked.month)
        self._rules(lines)
        for number in range(len(lines.rows)):
            self._name(lines, number)
        for spot in lines.spots():
            cell = lines.cell(spot)
            self.chip(lines.chip_box(spot), cell, chosen=spot == marked.spot, coded=lines.tells_stue(cell))
            if cell.meeting_id in marked.to_solve:
                self.badge(lines.chip_box(spot))
        if marked.spot is not None and marked.focused:
            self._ring(lines.chip_box(marked.spot))

    def chip(self, box: QRect, cell: PlanCell, *, chosen: bool = False, coded: bool = False) -> None:
        """One meeting's day number as it stands; also in the legend."""
        painter, shape = self._painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        edge, text = self._edge(cell, chosen=chosen)
        painter.setPen(edge)
        painter.setBrush(QBrush(self._colour("primary")) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, _RADIUS, _RADIUS)
        if cell.moved:
            self._moved_corner(shape, "onPrimary" if chosen else "warnSolid")
        self._number(box, cell, text, coded=coded)

    def badge(self, box: QRect) -> None:
        """That something must be solved: the octagon of such findings on the corner of the chip; also in the legend."""
        size = round(_BADGE * self._theme.text_size / 100)
        left, top = box.left() - size // 3, box.top() - size // 3
        self._painter.setPen(QPen(self._colour("surface"), 1.5))
        self._painter.setBrush(self._colour("dangerSolid"))
        self._painter.drawPolygon(QPolygonF([QPointF(left + size * x, top + size * y) for x, y in _OCTAGON]))

    # the ground

    def _quiet(self, plan: YearPlan, lines: YearLines) -> None:
        hatch = QBrush(hatch_picture(self._colour("closed"), self._ratio))
        for month in plan.quiet_months:
            left, width = lines.month_span(month)
            self._painter.fillRect(left, lines.head, width, lines.height - lines.head, hatch)

    def _head(self, plan: YearPlan, lines: YearLines, now: int | None) -> None:
        painter = self._painter
        painter.fillRect(0, 0, lines.width, lines.head, self._colour("surface2"))
        painter.setFont(self._theme.font("small", 600))
        for month, first in enumerate(plan.year.months):
            left, width = lines.month_span(month)
            if month == now:
                painter.fillRect(left, 0, width, lines.head, self._colour("primarySoft"))
            painter.setPen(self._colour("text"))
            painter.drawText(QRect(left, 0, width, lines.head), _CENTRE, MONTHS_SHORT[first.month - 1])

    def _rules(self, lines: YearLines) -> None:
        line = self._colour("border")
        for month in range(MONTHS):
            self._painter.fillRect(lines.month_span(month)[0], 0, 1, lines.height, line)
        self._painter.fillRect(0, 0, lines.width, 1, line)
        self._painter.fillRect(0, lines.head - 1, lines.width, 1, line)
        for number in range(len(lines.rows)):
            self._painter.fillRect(0, lines.row_box(number).bottom(), lines.width, 1, line)

    def _name(self, lines: YearLines, number: int) -> None:
        kind, box = lines.rows[number].kind, lines.row_box(number)
        picture = self._theme.picture(kind_icon(kind), "text2", NAME_ICON, self._ratio)
        self._painter.drawPixmap(QPoint(NAME_LEFT, box.top() + (box.height() - NAME_ICON) // 2), picture)
        left = NAME_LEFT + NAME_ICON + NAME_GAP
        self._painter.setFont(self._theme.font("table"))
        self._painter.setPen(self._colour("text"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        room = QRectF(left, box.top(), lines.name_room, box.height() - 1)
        self._painter.drawText(room, breakable_name(kind), option)

    # chips

    def _edge(self, cell: PlanCell, *, chosen: bool) -> tuple[QPen, str]:
        """The line round a chip, and the colour role of its number."""
        if chosen:
            return QPen(self._colour("primary")), "onPrimary"
        if cell.state == CANCELLED:
            return QPen(Qt.PenStyle.NoPen), "text2"
        if cell.state == PROPOSED:
            return QPen(self._colour("borderStrong"), 1, Qt.PenStyle.DashLine), "text"
        if cell.past:
            return QPen(Qt.PenStyle.NoPen), "text2"
        return QPen(self._colour("borderStrong")), "text"

    def _number(self, box: QRect, cell: PlanCell, role: str, *, coded: bool) -> None:
        text = coded_text(cell) if coded else f"{cell.day}."
        font = self._theme.font(CODED_STYLE if coded else "small", 500)
        font.setStrikeOut(cell.state == CANCELLED)
        painter = self._painter
        painter.setFont(font)
        painter.setPen(self._colour(role))
        tick = _TICK if cell.state == HELD else 0
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = box.left() + (box.width() - wide - tick) // 2
        painter.drawText(QRect(left, box.top(), wide, box.height()), _CENTRE, text)
        if tick:
            picture = self._theme.picture("check", role, _TICK, self._ratio)
            painter.drawPixmap(QPoint(left + wide, box.top() + (box.height() - _TICK) // 2), picture)

    def _moved_corner(self, shape: QRectF, role: str) -> None:
        """The folded corner of a meeting that is not where its pattern has it."""
        corner = shape.topRight()
        fold = QPolygonF([corner, QPointF(corner.x() - _CORNER, corner.y()), QPointF(corner.x(), corner.y() + _CORNER)])
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(role))
        self._painter.drawPolygon(fold)

    def _ring(self, box: QRect) -> None:
        self._painter.setPen(QPen(self._colour("focus"), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)

    def _colour(self, role: str) -> QColor:
        return self._theme.colour(role)
