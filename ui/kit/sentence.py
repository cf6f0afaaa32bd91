"""One sentence under a field or in a note: plain text that wraps, its beginning bold, with a link in it.

Painted by hand because a label that shows data is plain text, and plain labels have neither bold nor links.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.focus_ring import OWN_FOCUS
from ui.theme.theme import Theme

_ICON, _GAP, _LINE = 15, 6, 17
_FIRST_SENTENCE = re.compile(r"^.*?[.?](?=\s+[A-ZÆØÅ“]|$)", re.DOTALL)
_SINGLE_LINE = 100_000.0
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class Sentence:
    """What is said: `tone` is a colour role, `icon` a Lucide name or '', `link` a part of the text that can be clicked.

    A link that does not occur in the text is added after it.
    """

    text: str
    tone: str = "text"
    icon: str = ""
    link: str = ""
    bold: bool = True  # the first sentence

    @property
    def full(self) -> str:
        return self.text if not self.link or _place(self.text, self.link) >= 0 else f"{self.text} {self.link}"

    @property
    def link_start(self) -> int:
        return _place(self.full, self.link) if self.link else -1

    def runs(self) -> list["Run"]:
        """The text in pieces of one look each."""
        full, start = self.full, self.link_start
        first = _FIRST_SENTENCE.match(self.text) if self.bold else None
        bold_end = first.end() if first else 0
        link_end = start + len(self.link)
        rest = "text" if self.tone == "danger" else self.tone
        cuts = sorted({0, bold_end, len(full), *((start, link_end) if start >= 0 else ())})
        runs = []
        for begin, end in pairwise(cuts):
            in_link = start <= begin < link_end
            role = "primaryText" if in_link else self.tone if begin < bold_end else rest
            runs.append(Run(full[begin:end], role, bold=in_link or begin < bold_end, underlined=in_link))
        return runs


@dataclass(frozen=True)
class Run:
    """A piece of a sentence painted in one look; `role` is its colour."""

    text: str
    role: str
    bold: bool
    underlined: bool


def _place(text: str, link: str) -> int:
    """Where the link stands as a word of its own ('30' is not in '300'); -1 when it does not."""
    found = re.search(rf"(?<![\w.,-]){re.escape(link)}(?!\w|[.,-]\w)", text)
    return found.start() if found else -1


class SentenceLine(QAbstractButton):
    """Shows a `Sentence`; its link can be clicked, or reached with Tab and pressed with Space or Enter."""

    link_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Sentence("")
        self._layout = QTextLayout()
        self._width, self._height = -1, 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 -- a value, not a flag
        self.clicked.connect(self.link_clicked)
        theme.changed.connect(self._restyle)
        self.show_sentence(self._sentence)

    @property
    def sentence(self) -> Sentence:
        return self._sentence

    def show_sentence(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self.setAccessibleName(sentence.full)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sentence.link else Qt.FocusPolicy.NoFocus)
        self._restyle()

    def link_rect(self) -> QRect:
        """Where the link's first line is, in the widget's own coordinates."""
        self._lay_out(self.width())
        start = self._sentence.link_start
        if start < 0:
            return QRect()
        line = self._layout.lineForTextPosition(start)
        end = min(start + len(self._sentence.link), line.textStart() + line.textLength())
        left, right = _x_of(line, start), _x_of(line, end)
        return QRect(round(left) + self._indent(), round(line.y()), round(right - left), round(line.height()))

    # layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 0 else self._theme.px(200)
        return QSize(width, self._lay_out(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(_LINE))

    def _indent(self) -> int:
        return _ICON + _GAP if self._sentence.icon else 0

    def _restyle(self) -> None:
        sentence = self._sentence
        self._layout = QTextLayout(sentence.full, self._theme.font("small"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats())
        self._width = -1
        self.updateGeometry()
        self.update()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run in self._sentence.runs():
            look = QTextCharFormat()
            look.setForeground(self._theme.colour(run.role))
            look.setFontWeight(QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal)
            look.setFontUnderline(run.underlined)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, len(run.text), look
            ranges.append(part)
            start += len(run.text)
        return ranges

    def _lay_out(self, width: int) -> int:
        """Break the text into lines for this width; the height they take."""
        if width != self._width:
            self._width = width
            self._layout.beginLayout()
            y = 0.0
            while (line := self._layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width - self._indent()) if width > 0 else _SINGLE_LINE)
                line.setPosition(QPointF(0, y))
                y += max(line.height(), self._theme.px(_LINE))
            self._layout.endLayout()
            self._height = round(y)
        return self._height

    # mouse and painting

    def hitButton(self, pos: QPoint) -> bool:
        return bool(self._sentence.link) and self.link_rect().adjusted(-4, -4, 4, 4).contains(pos)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.hitButton(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        # Enter presses a link everywhere else; Qt's buttons know Space only.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.click()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        if self._sentence.icon:
            picture = self._theme.picture(self._sentence.icon, self._sentence.tone, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(0, max(0, (self._theme.px(_LINE) - _ICON) // 2), picture)
        self._layout.draw(painter, QPointF(self._indent(), 0))
        if self.hasFocus() and self._sentence.link:
            pen = painter.pen()
            pen.setColor(self._theme.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.link_rect().adjusted(-2, 0, 2, 0), 3, 3)


def _x_of(line: QTextLine, place: int) -> float:
    # The stubs know one number; what comes back is that and the place.
    return cast("tuple[float, int]", line.cursorToX(place))[0]
