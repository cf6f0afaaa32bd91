"""The focus ring: two pixels wide, two pixels from the widget that has the keyboard, always visible.

Style sheets cannot draw outside a widget, so one ring lies over the window and follows the focus. Views with
cells of their own show it inside, in the cell.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme.theme import Theme

GAP, WIDTH = 2, 2
_MARGIN = GAP + WIDTH
_IN_VIEW = 12  # px above and below
OWN_FOCUS = "ownFocus"  # a widget property: it draws its focus itself

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}


class _Ring(QWidget):
    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(WIDTH)
        painter.setPen(pen)
        radius = self._theme.radius("control") + GAP
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)


class FocusRing(QObject):
    """One per program: puts a ring round whatever has the focus, in any of its windows."""

    def __init__(self, theme: Theme, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._theme = theme
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        application.focusChanged.connect(self._moved)
        self._moved(None, application.focusWidget())

    @property
    def widget(self) -> QWidget | None:
        """The ring as it is shown now."""
        ring = self._ring
        return ring if ring is not None and isValid(ring) and not ring.isHidden() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self._reveal)  # once the part that is scrolled knows how long it is
        if event.type() in _MOVES and watched is not self._ring:
            self._place()
        return False

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if now is None or not wants_ring(now):
            self._remove()
            return
        self._watched = [now, *_ancestors(now)]
        for widget in self._watched:
            widget.installEventFilter(self)
        self._reveal()
        self._place()

    def _reveal(self) -> None:
        """What has the keyboard is in view, also when the part it is in is shown or resized after it got it."""
        if not self._watched or not isValid(self._watched[0]):
            return
        target = _ringed(self._watched[0])
        for area in _ancestors(target):
            inner = area.widget() if isinstance(area, QScrollArea) else None
            if isinstance(area, QScrollArea) and inner is not None and target.height() < area.viewport().height():
                middle = target.mapTo(inner, target.rect().center())
                area.ensureVisible(middle.x(), middle.y(), 0, target.height() // 2 + _IN_VIEW)

    def _place(self) -> None:
        widget = self._watched[0] if self._watched else None
        if widget is None or not isValid(widget) or not widget.isVisible():
            self._remove()
            return
        rect = ring_rect(widget)
        if rect.isEmpty():
            self._remove()
            return
        window = widget.window()
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not window:
            self._remove()
            self._ring = _Ring(self._theme, window)
        self._ring.setGeometry(rect)
        self._ring.show()
        self._ring.raise_()

    def _remove(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None


def wants_ring(widget: QWidget) -> bool:
    """Menus and views of cells show their focus themselves."""
    drawn_inside = (QAbstractItemView, QMenu, QMenuBar, QScrollArea)
    if isinstance(widget, drawn_inside) or widget.isWindow():
        return False
    return not widget.property(OWN_FOCUS) and isinstance(widget.parentWidget(), QWidget)


def ring_rect(widget: QWidget) -> QRect:
    """Where the ring goes in the widget's window: round what is seen of it between scrolled edges."""
    target = _ringed(widget)
    margin = _MARGIN
    rect = QRect(target.mapTo(target.window(), QPoint(0, 0)), target.size()).adjusted(-margin, -margin, margin, margin)
    for ancestor in _ancestors(target):
        inside = QRect(ancestor.mapTo(target.window(), QPoint(0, 0)), ancestor.size())
        if isinstance(ancestor.parentWidget(), QScrollArea):
            rect = rect.intersected(inside)
    return rect


def _ringed(widget: QWidget) -> QWidget:
    """The line edit inside a spin box or an editable combo box has the focus, but the whole box gets the ring."""
    proxy = widget.parentWidget()
    return proxy if proxy is not None and proxy.focusProxy() is widget else widget


def _ancestors(widget: QWidget) -> list[QWidget]:
    found = []
    above = widget.parentWidget()
    while above is not None:
        found.append(above)
        if above.isWindow():
            break
        above = above.parentWidget()
    return found
