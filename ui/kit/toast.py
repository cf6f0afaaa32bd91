"""A toast: what was just done, with 'Fortryd'; ten seconds, longer while it is looked at. It covers no button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.messages import TOAST_MS, Choice
from ui.kit.rail import Rail
from ui.theme.theme import Theme

_ABOVE_BOTTOM = 42
_HEIGHT = 40
_EDGE = 24
_STEP = 8  # px it is moved upward by, until nothing that can be pressed lies under it
_PRESSED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, Rail)


class Toast(QFrame):
    """One toast on its window. Gone after `shown_ms`, counted anew when mouse and keyboard have left it."""

    def __init__(
        self, theme: Theme, text: str, choices: Sequence[Choice], window: QWidget, shown_ms: int = TOAST_MS
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._came_from: QWidget | None = None  # where the keyboard was before it came here
        self.text = text
        self.setProperty("kind", "toast")
        self.setAccessibleName(text)
        self._label = Label(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 8, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._label, 1)
        for choice in choices:
            self._row.addWidget(Button(theme, choice.text, self._chooser(choice), Look(Kind.ON_TOAST)))
        self._row.addWidget(Button(theme, "", self.go, Look(Kind.ON_TOAST, "x"), "Luk beskeden"))
        self._timer = QTimer(self, interval=shown_ms, singleShot=True)
        self._timer.timeout.connect(self.go)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # it runs, with windows
        window.installEventFilter(self)
        theme.changed.connect(self._place)

    def appear(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def go(self) -> None:
        """The keyboard goes back to where it was."""
        self._timer.stop()
        back = self._came_from
        if self._holds(QApplication.focusWidget()) and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _chooser(self, choice: Choice) -> Callable[[], None]:
        def choose() -> None:
            self.go()
            choice.run()

        return choose

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._holds(now):
            self._timer.stop()
            self._came_from = self._came_from if self._holds(before) else before
        else:
            self._go_on()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _go_on(self) -> None:
        looked_at = self.underMouse() or self._holds(QApplication.focusWidget())
        if self.isVisible() and not looked_at and not self._timer.isActive():
            self._timer.start()

    def _place(self) -> None:
        window = self._window
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self.setMaximumWidth(window.width() - 2 * _EDGE)
        self.adjustSize()
        self.move(self._free_place(self._pressable()))

    def _free_place(self, taken: Sequence[QRect]) -> QPoint:
        """The lowest place in the middle, else at a side, where it covers nothing; else the middle of the foot."""
        wide, high = self._window.width() - self.width(), self._window.height() - self.height() - _ABOVE_BOTTOM
        for y in range(high, self._window.height() // 2, -_STEP):
            for x in (wide // 2, _EDGE, wide - _EDGE):
                here = QRect(QPoint(x, y), self.size())
                if not any(here.intersects(one) for one in taken):
                    return here.topLeft()
        return QPoint(wide // 2, high)

    def _pressable(self) -> list[QRect]:
        """Where buttons and fields stand in the window's lower half."""
        window, found = self._window, []
        for widget in window.findChildren(QWidget):
            if isinstance(widget, _PRESSED) and widget.isVisible() and not self.isAncestorOf(widget):
                seen = widget.visibleRegion().boundingRect()
                found.append(seen.translated(widget.mapTo(window, QPoint(0, 0))))
        return [place for place in found if place.bottom() > window.height() // 2]
