"""What is longer than its place: it rolls up and down between what stands still."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class Rolling(QScrollArea):
    """As wide as its place; no stop of the keyboard, which goes to what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def stacked(whole: QWidget, *parts: QWidget, edge: int = 0) -> None:
    """The parts under each other fill the whole but for its edge; what rolls gets the room the others leave."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(isinstance(part, Rolling)))
