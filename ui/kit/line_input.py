"""One line of typed text, with an edge that shows what is wrong with it."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import Theme


class Trouble(StrEnum):
    """What a field's edge says."""

    NONE = ""
    DOUBT = "doubt"  # amber: odd, and saved
    PROBLEM = "problem"  # red: not saved


def mark(widget: QWidget, trouble: Trouble) -> None:
    """Give a field the edge of its trouble; the style sheet knows both by these properties."""
    widget.setProperty("problem", trouble is Trouble.PROBLEM)
    widget.setProperty("doubt", trouble is Trouble.DOUBT)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class LineInput(QLineEdit):
    """`left` comes when the user leaves a text she has changed, or presses Enter."""

    left = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._octagon = QAction(self)
        theme.changed.connect(self._tint_octagon)
        self.editingFinished.connect(self.left)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def raw(self) -> str:
        return self.text()

    def show_raw(self, raw: object) -> None:
        text = str(raw)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def set_trouble(self, trouble: Trouble) -> None:
        mark(self, trouble)
        if trouble is Trouble.PROBLEM:
            self._tint_octagon()
            self.addAction(self._octagon, QLineEdit.ActionPosition.TrailingPosition)
        else:
            self.removeAction(self._octagon)  # one that is merely invisible takes room from the text

    def _tint_octagon(self) -> None:
        self._octagon.setIcon(self._theme.icon("octagon-alert", "danger"))

    def set_centred(self) -> None:
        """For short figures standing in rows, such as clock times."""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
