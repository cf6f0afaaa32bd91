"""'Spredning': who has which tasks, as a picture by stue, and the same by role in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.dates import period_text
from dagleder.tasks.spread import SHARED, RoleShare, Spread
from dagleder.tasks.spread_drawing import LEGEND, TEXT_SIZE, share_text, spread_drawings
from ui.context import Context
from ui.kit.drawing import DrawingView
from ui.kit.label import Label
from ui.kit.side_panel import emptied
from ui.theme.theme import Theme

_SIDE = 20
_TEXT = 13  # px, as in the lists


class _Pictures(QWidget):
    """A drawing for each stue, laid out for the room there is: its text is as large as that beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._spread: Spread | None = None
        self._drawn = 0.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        theme.changed.connect(self._draw)

    def show_spread(self, spread: Spread) -> None:
        self._spread, self._drawn = spread, 0.0
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        scale = self._theme.px(_TEXT) / TEXT_SIZE
        width = self.width() / scale
        if self._spread is None or width == self._drawn:
            return
        self._drawn = width
        column = emptied(self._column)
        for drawing in spread_drawings(self._spread, width):
            view = DrawingView(self._theme, drawing)
            view.setFixedHeight(round(drawing.height * scale))
            column.addWidget(view)
        column.addStretch(1)


class SpreadView(QFrame):
    """Nobody is set before another for having more: stuer and names stand in their own order."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Spredning")
        self._theme = context.theme
        self._title = Label("", "h2")
        self._told = Label("", "table", "text2", wrap=True)
        self._roles = QVBoxLayout()
        self._roles.setSpacing(4)
        self._pictures = _Pictures(context.theme)
        self._build()

    def _build(self) -> None:
        inner, sides = QWidget(), QHBoxLayout()
        sides.setSpacing(32)
        side = QVBoxLayout()
        side.addLayout(self._roles)
        side.addStretch(1)
        sides.addWidget(self._pictures, 3)
        sides.addLayout(side, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 14, _SIDE, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addLayout(sides)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Spredning af opgaver")
        area.setWidget(inner)
        self.setFocusProxy(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)

    def show_spread(self, spread: Spread) -> None:
        self._title.setText(f"Hvem har hvad {period_text(spread.first, spread.last)}")
        others = f"Dig selv: {share_text(spread.own)}. Ikke fordelt: {share_text(spread.unassigned)}."
        self._told.setText(f"{LEGEND}. {others}")
        self._pictures.show_spread(spread)
        self._show_roles(spread.roles)

    def _show_roles(self, shares: Sequence[RoleShare]) -> None:
        roles = emptied(self._roles)
        roles.addWidget(Label("Stillinger", "h3"))
        for role in shares:
            roles.addWidget(Label(f"{role.name} · {role.people}", "name", wrap=True))
            roles.addWidget(Label(share_text(role.share), "table", "text2", wrap=True))
        roles.addWidget(Label(SHARED, "small", "text2", wrap=True))
