"""A choice of one among few: sub tabs of a page (segment) or of a panel (tabs)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget


@dataclass(frozen=True)
class Part:
    """One of the choices: a key for the program, a text for the leader."""

    key: str
    text: str
    tip: str = ""


class Segment(QFrame):
    """Few choices side by side; one stop for Tab, arrows move. `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(self, name: str, parts: Sequence[Part], *, compact: bool = False, tabs: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "tabs" if tabs else "segment")
        self.setProperty("compact", compact)
        self.setAccessibleName(name)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if not tabs else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 if tabs else 0)
        for place, part in zip(_places(len(parts)), parts, strict=True):
            row.addWidget(self._button(part, place))
        if tabs:
            row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.choose(parts[0].key)

    @property
    def key(self) -> str:
        """The key of the chosen part."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a part without telling anyone."""
        self._buttons[key].setChecked(True)
        for other, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)

    def show_text(self, key: str, text: str) -> None:
        """Another text on a part: 'Ønsker (3 mangler)'."""
        self._buttons[key].setText(text.replace("&", "&&"))
        self._buttons[key].setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        new = keys[(keys.index(self.key) + step) % len(keys)]
        self.choose(new)
        self._buttons[new].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(new)

    def _button(self, part: Part, place: str) -> QWidget:
        button = QToolButton()
        button.setText(part.text.replace("&", "&&"))
        button.setAccessibleName(part.text)
        button.setToolTip(part.tip)
        button.setCheckable(True)
        button.setProperty("place", place)
        self._group.addButton(button)
        self._buttons[part.key] = button
        return button

    def _clicked(self) -> None:
        self.choose(self.key)
        self.chosen.emit(self.key)


def _places(count: int) -> list[str]:
    if count == 1:
        return ["only"]
    return ["first", *["middle"] * (count - 2), "last"]
