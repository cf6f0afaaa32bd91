"""One gap of the week in words, with its ways out as links."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.base.findings import Level
from dagleder.presence.gaps import Gap
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.theme.theme import Theme

LEVEL_ICONS = {
    Level.MUST: ("octagon-alert", "danger"),
    Level.SHOULD: ("triangle-alert", "warn"),
    Level.INFO: ("info", "info"),
    Level.OK: ("circle-check", "ok"),
}
_PRESSES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class GapCard(QFrame):
    """A click on it (or Enter) shows where it is: `chosen`. `taken` tells a way out."""

    chosen = Signal(object)  # Gap
    taken = Signal(object, object)  # Gap, WayOut

    def __init__(self, theme: Theme, gap: Gap, *, large: bool = False) -> None:
        super().__init__()
        self.gap = gap
        self.setProperty("kind", "gap")
        self.setProperty("chosen", "false")
        self.setAccessibleName(f"{gap.headline}. {gap.explanation}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icon, role = LEVEL_ICONS[gap.level]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12 if large else 7, 14, 12 if large else 5)
        row.setSpacing(12 if large else 10)
        row.addWidget(IconLabel(theme, icon, role, 26 if large else 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6 if large else 2)
        column.addWidget(Label(gap.headline, "h1" if large else "strong", wrap=True))
        if gap.explanation:
            column.addWidget(Label(gap.explanation, "large" if large else "table", "text2", wrap=True))
        column.addLayout(self._ways(theme, large=large))
        row.addLayout(column, 1)

    def show_chosen(self, *, chosen: bool) -> None:
        if self.property("chosen") != str(chosen).lower():
            self.setProperty("chosen", str(chosen).lower())
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.gap)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES:
            self.chosen.emit(self.gap)
        else:
            super().keyPressEvent(event)

    def _ways(self, theme: Theme, *, large: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8 if large else 4)
        look = Look() if large else Look(Kind.LINK)
        for way in self.gap.ways:
            text = f"{way.label}…" if way.team_id is None and way.where_to_open is None else way.label
            take = partial(self.taken.emit, self.gap, way)
            row.addWidget(Button(theme, text, take, look, f"{text} {self.gap.headline}"))
        row.addStretch(1)
        return row
