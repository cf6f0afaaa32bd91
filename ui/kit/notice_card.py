"""One thing worth telling in a side panel: how grave it is, what and why, and the ways on as links."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.base.findings import Level
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import LOOKS
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.theme.theme import Theme

Way = tuple[str, Callable[[], None]]
_PRESSES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class NoticeCard(QFrame):
    """A click on it (or Enter) shows where it is: `pressed`."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, level: Level, words: tuple[str, str], ways: Sequence[Way], *, large: bool = False
    ) -> None:
        super().__init__()
        headline, text = words
        self.setProperty("kind", "gap")
        self.setProperty("chosen", "false")
        self.setAccessibleName(f"{headline}. {text}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        role, icon = LOOKS[level]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12 if large else 7, 14, 12 if large else 5)
        row.setSpacing(12 if large else 10)
        row.addWidget(IconLabel(theme, icon, role, 26 if large else 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6 if large else 2)
        column.addWidget(Label(headline, "h1" if large else "strong", wrap=True))
        if text:
            column.addWidget(Label(text, "large" if large else "table", "text2", wrap=True))
        column.addLayout(self._ways(theme, headline, ways, large=large))
        row.addLayout(column, 1)

    def show_chosen(self, *, chosen: bool) -> None:
        if self.property("chosen") != str(chosen).lower():
            self.setProperty("chosen", str(chosen).lower())
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _ways(theme: Theme, headline: str, ways: Sequence[Way], *, large: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8 if large else 4)
        look = Look() if large else Look(Kind.LINK)
        for text, run in ways:
            row.addWidget(Button(theme, text, run, look, f"{text} {headline}"))
        row.addStretch(1)
        return row
