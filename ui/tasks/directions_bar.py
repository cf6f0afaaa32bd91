"""Three ways to give a task, each naming theirs: safe, developing, relieving. None of them is called the best."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dagleder.tasks.suggestion import DIRECTION_NAMES, Direction, Pointed
from ui.kit.tip import set_tip
from ui.kit.wrapped_text import Piece, WrappedText
from ui.theme.theme import Theme

_PAD, _LEAST, _BETWEEN = 8, 60, 1
_NOBODY = "Ingen"


class _Card(QAbstractButton):
    """One way: its name with its key, whom it names, and why."""

    def __init__(self, theme: Theme, direction: Direction, key: int) -> None:
        super().__init__()
        self._theme, self._direction, self._key = theme, direction, key
        self._who = self._why = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_pointed(self, who: str, why: str, *, anybody: bool) -> None:
        self._who, self._why = who, why
        self.setEnabled(anybody)
        self.setAccessibleName(f"{DIRECTION_NAMES[self._direction]}: {who}. {why}")
        set_tip(self, f"{DIRECTION_NAMES[self._direction]} ({self._key})")
        self.updateGeometry()
        self.update()

    @property
    def who(self) -> str:
        """Whom it names, and with whom."""
        return self._who

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        texts = self._texts(width - 2 * _PAD)
        return round(sum(text.height for text in texts)) + 2 * _PAD + _BETWEEN * (len(texts) - 1)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(_LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, on = self._theme.colour, self.isChecked()
        over = self.isEnabled() and self.underMouse()
        painter.setPen(
            QPen(colour("primary" if on else "borderStrong" if self.isEnabled() else "border"), 2 if on else 1)
        )
        painter.setBrush(colour("primarySoft" if on else "surface2" if over or not self.isEnabled() else "surface"))
        inside = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, self._theme.radius("control"), self._theme.radius("control"))
        y = float(_PAD)
        for text in self._texts(self.width() - 2 * _PAD):
            text.draw(painter, QRect(_PAD, round(y), self.width() - 2 * _PAD, 0))
            y += text.height + _BETWEEN

    def _texts(self, width: int) -> list[WrappedText]:
        small, strong = self._theme.font("small", 600), self._theme.font("body", 600)
        title = ((f"{DIRECTION_NAMES[self._direction]}  ", "primaryText", small), (str(self._key), "text3", small))
        who = ((self._who, "text" if self.isEnabled() else "text2", strong),)
        why = ((self._why, "text2", self._theme.font("small")),)
        return [self._text(title, width), self._text(who, width), self._text(why, width)]

    def _text(self, pieces: Sequence[tuple[str, str, QFont]], width: int) -> WrappedText:
        return WrappedText([Piece(text, self._theme.colour(role), font) for text, role, font in pieces], width)


class DirectionsBar(QWidget):
    """`picked` tells which way she goes."""

    picked = Signal(object)  # Pointed

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Tre retninger")
        self.cards = {each: _Card(theme, each, number) for number, each in enumerate(Direction, start=1)}
        self._pointed: dict[Direction, Pointed] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for direction, card in self.cards.items():
            row.addWidget(card, 1)
            card.clicked.connect(lambda _checked=False, each=direction: self.pick(each))

    def show_directions(self, directions: Sequence[Pointed], names: Mapping[int, str]) -> None:
        self._pointed = {each.direction: each for each in directions}
        for direction, pointed in self._pointed.items():
            anybody = pointed.employee_id is not None
            self.cards[direction].show_pointed(_who(pointed, names), pointed.why, anybody=anybody)

    def mark(self, direction: Direction | None) -> None:
        """The way that was gone, until another is chosen by hand."""
        for each, card in self.cards.items():
            card.setChecked(each is direction)

    def pick(self, direction: Direction) -> None:
        pointed = self._pointed.get(direction)
        if pointed is not None and pointed.employee_id is not None:
            self.picked.emit(pointed)


def _who(pointed: Pointed, names: Mapping[int, str]) -> str:
    """'Helle Brinkholt', 'Cecilie Ravnsø med Rikke Solhøj'."""
    if pointed.employee_id is None:
        return _NOBODY
    name = names.get(pointed.employee_id, "")
    if pointed.partner_id is None:
        return name
    return f"{name} med {names.get(pointed.partner_id, '')}"
