"""What the keys do with what is selected, as much of it as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.actions import Hint
from ui.kit.label import Label
from ui.kit.tip import set_tip

_GAP, _AFTER = 5, 9


class HintRow(QWidget):
    """The first hint tells what is selected and always stands; keys that find no room are in the tip."""

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[Hint, ...] = ()
        self._parts: list[list[Label]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """With the same keys only the words are others: the cell she is on, at each arrow."""
        if [hint.key for hint in hints] != [hint.key for hint in self.hints]:
            self._build(hints)
        self.hints = tuple(hints)
        for hint, labels in zip(hints, self._parts, strict=True):
            labels[-1].setText(hint.text)
        set_tip(self, "\n".join(f"{hint.key}  {hint.text}".strip() for hint in hints))

    def _build(self, hints: Sequence[Hint]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._parts = []
        for hint in hints:
            labels = [Label(hint.key, "key")] if hint.key else []
            labels.append(Label(hint.text))
            self._parts.append(labels)
            for label in labels:
                self._row.addWidget(label)
            labels[-1].setContentsMargins(0, 0, _AFTER - _GAP, 0)

    @property
    def wanted(self) -> int:
        """The width that shows all of it."""
        return sum(_width(labels) for labels in self._parts)

    @property
    def least(self) -> int:
        """The width of the first hint, which always stands."""
        return _width(self._parts[0]) if self._parts else 0

    def fit(self, room: int) -> None:
        """Show the hints that fit in `room`, in their order."""
        for place, (hint, labels) in enumerate(zip(self.hints, self._parts, strict=True)):
            labels[-1].setText(hint.text)
            width = _width(labels)
            shown = place == 0 or width <= room
            for label in labels:
                label.setVisible(shown)
            if shown and width > room:
                text_room = labels[-1].fontMetrics().horizontalAdvance(hint.text) - (width - room)
                shorter = labels[-1].fontMetrics().elidedText(hint.text, Qt.TextElideMode.ElideRight, max(0, text_room))
                labels[-1].setText(shorter)
            room = room - width if shown else 0


def _width(labels: Sequence[Label]) -> int:
    return sum(label.sizeHint().width() + _GAP for label in labels)
