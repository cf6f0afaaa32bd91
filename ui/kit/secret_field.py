"""The field for a password (hidden, can be shown) or the key from the printed sheet (shown)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import Theme


class SecretField(QLineEdit):
    """`caps_lock` tells what the last key told: True, False, or nothing where it cannot be known."""

    caps_lock = Signal(bool)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("tall", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = QAction(self)
        self._show.triggered.connect(self._turn)
        self.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def hidden_text(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Password

    def hide_text(self, *, hidden: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        # Qt has no word for Caps Lock: a capital without Shift (or the other way round) tells it.
        if letter.isalpha() and letter.lower() != letter.upper():
            self.caps_lock.emit(letter.isupper() != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        super().keyPressEvent(event)

    def _turn(self) -> None:
        self.hide_text(hidden=not self.hidden_text)

    def _draw(self) -> None:
        self._show.setIcon(self._theme.icon("eye" if self.hidden_text else "eye-off", "text2"))
        self._show.setText("Vis det, du skriver" if self.hidden_text else "Skjul det, du skriver")
