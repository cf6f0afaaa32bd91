"""A part of the panel: its heading, and what stands under it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.label import Label


class PanelPart(QWidget):
    """`head` takes what stands beside the heading, `column` what stands under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._title = Label(title, "h3")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._title, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)

    def show_title(self, title: str) -> None:
        self._title.setText(title)


def row_of(*parts: QWidget, stretch: int = -1) -> QWidget:
    """Parts side by side; the one at `stretch` takes what is left."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for number, part in enumerate(parts):
        line.addWidget(part, int(number == stretch))
    if stretch < 0:
        line.addStretch(1)
    return row
