"""'Spredning': who has which tasks, as a picture by stue, and the same by role in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.dates import period_text
from dagleder.tasks.spread import SHARED, RoleShare, Spread
from dagleder.tasks.spread_drawing import share_text, spread_drawings
from ui.context import Context
from ui.kit.drawing import DrawingView
from ui.kit.label import Label
from ui.kit.side_panel import emptied

_WIDTH = 560.0  # of the drawings, in their own measure
_SIDE = 20


class SpreadView(QFrame):
    """Nobody is set before another for having more: stuer and names stand in their own order."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Spredning")
        self._theme = context.theme
        self._title = Label("", "h2")
        self._told = Label("", "table", "text2", wrap=True)
        self._roles, self._pictures = QVBoxLayout(), QVBoxLayout()
        self._roles.setSpacing(4)
        self._pictures.setSpacing(14)
        self._build()

    def _build(self) -> None:
        inner, sides = QWidget(), QHBoxLayout()
        sides.setSpacing(32)
        for part, share in ((self._pictures, 3), (self._roles, 1)):
            side = QVBoxLayout()
            side.addLayout(part)
            side.addStretch(1)
            sides.addLayout(side, share)
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
        self._told.setText(f"Et felt er en opgave: kraftigt er åben, svagt er færdig. {others}")
        pictures = emptied(self._pictures)
        for drawing in spread_drawings(spread, _WIDTH):
            pictures.addWidget(DrawingView(self._theme, drawing))
        self._show_roles(spread.roles)

    def _show_roles(self, shares: Sequence[RoleShare]) -> None:
        roles = emptied(self._roles)
        roles.addWidget(Label("Stillinger", "h3"))
        for role in shares:
            roles.addWidget(Label(f"{role.name} · {role.people}", "name", wrap=True))
            roles.addWidget(Label(share_text(role.share), "table", "text2", wrap=True))
        roles.addWidget(Label(SHARED, "small", "text2", wrap=True))
