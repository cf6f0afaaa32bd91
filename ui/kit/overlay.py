"""A dialog that lies in the window over a dimmed frame: palette, shortcut sheet. Esc or a click beside it closes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

_DIM = QColor(12, 20, 24, 107)
_TOP = 8


class _Dim(QWidget):
    """Darkens the window, and takes the clicks beside the dialog."""

    clicked = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _DIM)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()


class Overlay(QDialog):
    """The base of such dialogs; `column` is where its parts go. A part of the window, so that locking hides it too."""

    def __init__(self, window: QWidget, name: str, width: int) -> None:
        super().__init__(window)
        self._host, self._wide = window, width
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(name)
        self.setProperty("kind", "overlay")
        self._dim = _Dim(window)
        self._dim.clicked.connect(self.reject)
        self.destroyed.connect(self._dim.deleteLater)  # it is the window's, and would stay
        self._dim.hide()
        frame = self._frame = QFrame()
        frame.setProperty("kind", "card")
        frame.setProperty("strong", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.column = QVBoxLayout(frame)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._before: QWidget | None = None
        window.installEventFilter(self)

    def appear(self) -> None:
        """Lie down over the window; the keyboard comes along, and goes back when it closes."""
        self._before = self._host.focusWidget()
        self._dim.show()
        self._dim.raise_()
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        self._frame.updateGeometry()  # a part that has just become lower counts at once, not in the next turn
        self._dim.setGeometry(self._host.rect())
        width = min(self._wide, self._host.width() - 2 * _TOP)
        self.resize(width, min(self.sizeHint().height(), self._host.height() - 2 * _TOP))
        self.move((self._host.width() - width) // 2, _TOP)

    def done(self, result: int) -> None:
        self._dim.hide()
        super().done(result)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host and self.isVisible():
            self.place()
        return False
