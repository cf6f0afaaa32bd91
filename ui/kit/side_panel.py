"""What stands in the side panel while something is asked for: a title, parts, and Esc to leave it."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.rolling import Rolling
from ui.theme.theme import Theme

L = TypeVar("L", bound=QBoxLayout)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SidePanel(QFrame):
    """`column` is where its parts go; they scroll when there are many. `closed` comes with × and Esc."""

    closed = Signal()
    finished = Signal()  # Ctrl+Enter, also from a text of several lines
    written = False  # something in it is hers and not kept yet

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 8, 6)
        head.addWidget(Label(title, "h3", wrap=True), 1)
        leave = Button(theme, "", self.closed.emit, Look(Kind.QUIET, "x", compact=True), "Luk (Esc)")
        head.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(12, 2, 12, 14)
        self.column.setSpacing(10)
        area = Rolling()
        area.setAccessibleName(title)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(area, 1)

    def begin(self) -> None:
        """Where the keyboard starts."""

    def renew(self) -> bool:
        """Something of the house has changed; False when what the panel says no longer holds."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self.isHidden():  # Enter in a line has finished it when it comes here
                self.finished.emit()
        else:
            super().keyPressEvent(event)


def emptied(layout: L) -> L:
    """The layout without what stood in it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return layout
