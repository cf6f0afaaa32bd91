"""A small number with − and + on either side."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QWidget

from ui.kit.line_input import Trouble, mark
from ui.theme.theme import Theme

_ICON = 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Number(QSpinBox):
    """Whole while it has the keyboard: what is typed replaces it, '4' never makes '43' of a 3.

    A number out of bounds can be typed, and stays, but is not taken: Qt would drop its last digit, and 100 would become
    10; or its minus, and -1 would become 1.
    """

    refused = Signal(str)  # what was typed
    mended = Signal()  # what stands there can be again

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wrong = ""  # was asked to be put right
        self.stands_wrong = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.take_whole)  # after a click has put its cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            self._read_out()

    def _read_out(self) -> None:
        """Qt has read what stands there, and written its number over what cannot be: that is put back."""
        wrong, self._wrong = self._wrong, ""
        if wrong:
            self.lineEdit().setText(wrong)
            self.take_whole()
            self.stands_wrong = True
            self.refused.emit(wrong)
        elif self.stands_wrong:
            self.stands_wrong = False
            self.mended.emit()

    def settle(self) -> None:
        """A number was set."""
        self._wrong, self.stands_wrong = "", False

    def take_whole(self) -> None:
        if self.hasFocus():
            self.selectAll()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        number = text.removeprefix("-")
        wrong = number.isdecimal() and not self.minimum() <= int(text) <= self.maximum()
        if wrong or text == "-":
            return QValidator.State.Intermediate, text, pos
        return super().validate(text, pos)

    def fixup(self, text: str) -> str:
        """Asked when a text that cannot be is left: the number it was."""
        self._wrong = text
        return str(self.value())


class Stepper(QFrame):
    """Changed by − and +, the arrow keys, or typing; `left` comes with each change.

    `refused` says why a number that was typed was not taken; it stays where it was typed, and `raw` is its text.
    """

    left = Signal()
    edited = Signal()
    changed = Signal(int)
    refused = Signal(str)

    def __init__(self, theme: Theme, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "stepper")
        self._number = _Number(self)
        self._number.setRange(low, high)
        self._number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setKeyboardTracking(False)
        self._number.setFrame(False)
        self._less = self._button("minus", "Mindre", -1)
        self._more = self._button("plus", "Mere", 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in (self._less, self._number, self._more):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._number)
        self._number.valueChanged.connect(self._stepped)
        self._number.refused.connect(self._refuse)
        self._number.mended.connect(self._mended)
        theme.changed.connect(self._tint)
        self._tint()

    def value(self) -> int:
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Shows a number without telling that it changed."""
        blocked = self._number.blockSignals(True)  # noqa: FBT003 -- Qt's own argument
        self._number.setValue(value)
        self._number.blockSignals(blocked)
        self._settle()
        self._number.take_whole()

    def raw(self) -> int | str:
        return self._number.text() if self._number.stands_wrong else self.value()

    def show_raw(self, raw: object) -> None:
        self.set_value(raw if isinstance(raw, int) else self._number.minimum())

    def set_trouble(self, trouble: Trouble) -> None:
        mark(self, trouble)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._number.setAccessibleName(name)
        self._less.setAccessibleName(f"{name}: mindre")
        self._more.setAccessibleName(f"{name}: mere")

    def _button(self, icon: str, said: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(icon)
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.setProperty("kind", "step")
        button.setIconSize(QSize(_ICON, _ICON))
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        button.clicked.connect(lambda: self._number.setValue(self._number.value() + step))
        return button

    def _refuse(self, _typed: str) -> None:
        mark(self, Trouble.PROBLEM)
        self.refused.emit(f"Skriv et antal mellem {self._number.minimum()} og {self._number.maximum()}.")

    def _mended(self) -> None:
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        self._number.settle()
        mark(self, Trouble.NONE)

    def _stepped(self, value: int) -> None:
        self._settle()
        self._number.take_whole()
        self.changed.emit(value)
        self.edited.emit()
        self.left.emit()

    def _tint(self) -> None:
        for button in (self._less, self._more):
            button.setIcon(self._theme.icon(button.objectName(), "text", _ICON))
