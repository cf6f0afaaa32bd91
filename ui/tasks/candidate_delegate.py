"""Paints the candidates: a choice, a dot and a name, four levels with the fact under each, and the sentence."""

import re
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from dagleder.tasks.criteria import Criterion
from dagleder.tasks.suggestion import Candidate, LeftOut
from ui.kit.level_bar import draw_level, level_bar_width
from ui.kit.person_dot import USUAL, draw_dot
from ui.kit.wrapped_text import Piece, WrappedText
from ui.tasks.candidate_lines import BETWEEN, CandidateModel, Head, Line, More, what_she_is
from ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _RADIO, _GAP = 16, 16, 10
_NAME_SHARE, _LEAST_NAME = 0.27, 190
_BAR_LINE, _HEAD, _MORE = 20, 30, 34
_AROUND = 8
_BEFORE_NUMBER, _STAYS = re.compile(r" (?=\d)"), "\u00a0"  # a level stands with what it is of
TAKES_PART = "Kan lære med"


@dataclass(frozen=True)
class Columns:
    """Where things stand in a line of this width."""

    name: int  # x of the name
    marks: tuple[int, ...]  # x of each criterion
    mark_width: int
    right: int

    @property
    def name_width(self) -> int:
        return self.marks[0] - self.name - _GAP


def columns(theme: Theme, width: int) -> Columns:
    """The head over the list stands in the same."""
    dot = _SIDE + _RADIO + _GAP
    name = dot + theme.px(USUAL) + _GAP
    first = max(theme.px(_LEAST_NAME), round(width * _NAME_SHARE))
    share = (width - _SIDE - first) // len(Criterion)
    marks = tuple(first + number * share for number in range(len(Criterion)))
    return Columns(name, marks, max(share - _GAP, level_bar_width()), width - _SIDE)


class CandidateDelegate(QStyledItemDelegate):
    """Lines are as high as their texts need at the width of the list."""

    def __init__(self, theme: Theme, model: CandidateModel, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._height(self._model.lines[index.row()], width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, box = self._model.lines[index.row()], QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, line)
        if isinstance(line, Candidate):
            self._candidate(painter, box, line)
        elif isinstance(line, LeftOut):
            self._missing(painter, box, line)
        else:
            self._words(painter, box, line)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    # heights

    def _height(self, line: Line, width: int) -> int:
        px = self._theme.px
        if isinstance(line, Head | More):
            return px(_HEAD if isinstance(line, Head) else _MORE)
        where = columns(self._theme, width)
        if isinstance(line, LeftOut):
            return max(px(USUAL), self._height_of_missing(line, where)) + 2 * _AROUND
        facts = max(self._fact(each.fact, where).height for each in line.values.values())
        top = max(px(_BAR_LINE) + facts, self._name_height(line, where))
        return round(top + self._sentence(line, where).height) + 2 * _AROUND + 4

    def _height_of_missing(self, line: LeftOut, where: Columns) -> int:
        return round(max(self._name_height(line, where), self._reason(line, where).height))

    def _name_height(self, line: Candidate | LeftOut, where: Columns) -> float:
        return sum(text.height for text in self._name(line, where))

    # pieces of text

    def _name(self, line: Candidate | LeftOut, where: Columns) -> list[WrappedText]:
        """What she is goes on in the next line between her role and her stue, where both have no room in one."""
        small = self._theme.font("small")
        told = what_she_is(line)
        fits = QFontMetricsF(small).horizontalAdvance(told) <= where.name_width
        name = self._text(line.name, "text", self._theme.font("body", 600), where.name_width)
        under = (told,) if fits else told.split(BETWEEN)
        return [name, *(self._text(each, "text2", small, where.name_width) for each in under)]

    def _fact(self, fact: str, where: Columns) -> WrappedText:
        return self._text(_BEFORE_NUMBER.sub(_STAYS, fact), "text2", self._theme.font("small"), where.mark_width)

    def _sentence(self, line: Candidate, where: Columns) -> WrappedText:
        return self._text(line.sentence, "text2", self._theme.font("table"), where.right - where.name)

    def _reason(self, line: LeftOut, where: Columns) -> WrappedText:
        room = self.learn_box(QRect(0, 0, where.right + _SIDE, 0)).left() - where.marks[0] - _GAP
        return self._text(line.reason, "text", self._theme.font("table"), room)

    def _text(self, text: str, role: str, font: QFont, width: int) -> WrappedText:
        return WrappedText([Piece(text, self._theme.colour(role), font)], width)

    def learn_box(self, box: QRect) -> QRect:
        """Where 'Kan lære med' stands in a line."""
        text = ceil(QFontMetricsF(self._theme.font("body")).horizontalAdvance(TAKES_PART)) + 1
        width = self._theme.px(_RADIO) + _GAP + text
        return QRect(box.right() - _SIDE - width, box.top(), width, box.height())

    # painting

    def _ground(self, painter: QPainter, box: QRect, line: Line) -> None:
        chosen = isinstance(line, Candidate | LeftOut) and line.employee_id in self._model.choice.marked
        painter.fillRect(box, self._theme.colour("selection" if chosen else "surface"))
        if isinstance(line, Head):
            painter.fillRect(box, self._theme.colour("surface2"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), self._theme.colour("primary"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._theme.colour("border"))

    def _candidate(self, painter: QPainter, box: QRect, line: Candidate) -> None:
        where, top = columns(self._theme, box.width()), box.top() + _AROUND
        height = self._person(painter, QPoint(box.left(), top), line, where)
        self._radio(painter, QPointF(box.left() + _SIDE + _RADIO / 2, top + self._theme.px(USUAL) / 2), line)
        bar, facts = self._theme.px(_BAR_LINE), 0.0
        for x, criterion in zip(where.marks, Criterion, strict=True):
            valued = line.values[criterion]
            draw_level(painter, self._theme, QPointF(box.left() + x, top + bar / 2), valued.value)
            fact = self._fact(valued.fact, where)
            fact.draw(painter, QRect(box.left() + x, top + bar, where.mark_width, 0))
            facts = max(facts, fact.height)
        under = round(top + max(bar + facts, height)) + 4
        self._sentence(line, where).draw(painter, QRect(box.left() + where.name, under, where.right - where.name, 0))

    def _missing(self, painter: QPainter, box: QRect, line: LeftOut) -> None:
        where = columns(self._theme, box.width())
        middle = box.adjusted(0, 0, 0, -1)
        height = round(self._name_height(line, where))
        self._person(painter, QPoint(box.left(), box.top() + (box.height() - height) // 2), line, where)
        self._reason(line, where).draw(painter, middle.adjusted(where.marks[0], 0, 0, 0))
        if line.can_learn:
            self._learn(painter, self.learn_box(box), line)

    def _learn(self, painter: QPainter, learn: QRect, line: LeftOut) -> None:
        self._tick(painter, learn, ticked=line.employee_id in self._model.choice.learners)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        text = learn.adjusted(self._theme.px(_RADIO) + _GAP, 0, 1, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, TAKES_PART)

    def _person(self, painter: QPainter, at: QPoint, line: Candidate | LeftOut, where: Columns) -> float:
        """Dot, name and what she is; gives the height of the texts."""
        side = self._theme.px(USUAL)
        dot = QRectF(at.x() + where.name - _GAP - side, at.y(), side, side)
        draw_dot(painter, self._theme, dot, self._model.initials.get(line.employee_id, ""))
        y = float(at.y())
        for text in self._name(line, where):
            text.draw(painter, QRect(at.x() + where.name, round(y), where.name_width, 0))
            y += text.height
        return y - at.y()

    def _radio(self, painter: QPainter, middle: QPointF, line: Candidate) -> None:
        chosen = line.employee_id in self._model.choice.owners
        painter.setPen(QPen(self._theme.colour("primary" if chosen else "borderStrong"), 5 if chosen else 1))
        painter.setBrush(self._theme.colour("onPrimary" if chosen else "surface"))
        radius = (_RADIO - (5 if chosen else 1)) / 2
        painter.drawEllipse(middle, radius, radius)

    def _tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        side = self._theme.px(_RADIO)
        square = QRectF(box.left(), box.top() + (box.height() - side) / 2, side, side)
        painter.setPen(self._theme.colour("primary" if ticked else "borderStrong"))
        painter.setBrush(self._theme.colour("primary" if ticked else "surface"))
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            picture = self._theme.picture("check", "onPrimary", side - 4, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(square.left() + 2, square.top() + 2), picture)

    def _words(self, painter: QPainter, box: QRect, line: Head | More) -> None:
        font, link = self._theme.font("small", 600), self._theme.font("small", 600)
        link.setUnderline(True)
        pieces = [Piece(line.text, self._theme.colour("text2"), font)]
        if isinstance(line, More):
            pieces = [
                Piece(f"{line.text}  ", self._theme.colour("text2"), self._theme.font("small")),
                Piece("Vis alle", self._theme.colour("primaryText"), link),
            ]
        room = box.adjusted(_SIDE, 0, -_SIDE, -1)
        WrappedText(pieces, room.width()).draw(painter, room)
