"""The pages of a paper one under the other, at any size; pictures of them are asked for as they come into view."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.kit.pdf_pages import PagePicture, PdfPage
from ui.theme.theme import Theme

_PX_PER_POINT = 96 / 72  # at 100 %
_GAP = 16
_LEAST, _MOST, _STEP = 0.25, 4.0, 1.2
_WHEEL_STEP = 1.1


class PageView(QAbstractScrollArea):
    """Begins with the whole first page in view. `wanted` asks for pictures: page numbers, px to a point."""

    wanted = Signal(list, float)
    zoomed = Signal()
    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: tuple[PdfPage, ...] = ()
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()
        self._zoom: float | None = None  # None: as large as a whole page fits
        self._boxes: list[QRect] = []
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Forhåndsvisning")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, pages: Sequence[PdfPage]) -> None:
        """Another paper, or the same one made anew: place and size are kept, old pictures stay until new ones come.

        Unless the page has another shape now: in it the old picture would be a distorted one.
        """
        before, self._pages = self._pages, tuple(pages)
        self._asked.clear()
        as_before = {n for n, (old, new) in enumerate(zip(before, self._pages, strict=False)) if _same_shape(old, new)}
        self._pictures = {n: (0.0, picture) for n, (_, picture) in self._pictures.items() if n in as_before}
        self._arrange()

    def forget(self) -> None:
        """Nothing is shown: another paper is on its way."""
        self._pictures.clear()
        self._zoom = None
        self.show_pages(())

    def put(self, picture: PagePicture) -> None:
        """A picture that was asked for."""
        if picture.number < len(self._pages):
            image = QImage(
                picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
            ).copy()
            self._pictures[picture.number] = (picture.scale, image)
            self.viewport().update()

    @property
    def complete(self) -> bool:
        """True when every page in view has its picture."""
        return not self._missing()

    @property
    def current(self) -> int:
        """The page at the middle of the window, counted from 0."""
        return self._current

    # size

    @property
    def zoom(self) -> float:
        """1.0 is the paper's own size on the screen."""
        return self._zoom or self._fitting()

    def set_zoom(self, zoom: float | None) -> None:
        """None: as large as a whole page fits."""
        middle = self._middle()
        self._zoom = None if zoom is None else min(max(zoom, _LEAST), _MOST)
        self._arrange()
        bar = self.verticalScrollBar()
        bar.setValue(round(middle * self._whole().height() - self.viewport().height() / 2))
        self.zoomed.emit()

    def larger(self) -> None:
        self.set_zoom(self.zoom * _STEP)

    def smaller(self) -> None:
        self.set_zoom(self.zoom / _STEP)

    def _fitting(self) -> float:
        if not self._pages:
            return 1.0
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        widest = max(page.width for page in self._pages) * _PX_PER_POINT
        tallest = max(page.height for page in self._pages) * _PX_PER_POINT
        return min(max(min(room.width() / widest, room.height() / tallest), _LEAST), _MOST)

    def _middle(self) -> float:
        whole = max(1, self._whole().height())
        return (self.verticalScrollBar().value() + self.viewport().height() / 2) / whole

    # places

    def _arrange(self) -> None:
        scale = self.zoom * _PX_PER_POINT
        width = max([self.viewport().width(), *(round(page.width * scale) + 2 * _GAP for page in self._pages)])
        self._boxes, y = [], _GAP
        for page in self._pages:
            size = QSize(round(page.width * scale), round(page.height * scale))
            self._boxes.append(QRect(QPoint((width - size.width()) // 2, y), size))
            y += size.height() + _GAP
        whole = self._whole()
        spare = max(0, self.viewport().height() - whole.height()) // 2
        self._boxes = [box.translated(0, spare) for box in self._boxes]
        for bar, length, seen in (
            (self.horizontalScrollBar(), whole.width(), self.viewport().width()),
            (self.verticalScrollBar(), whole.height(), self.viewport().height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, length - seen))
        self._scrolled()
        self.viewport().update()

    def _whole(self) -> QSize:
        if not self._boxes:
            return QSize(0, 0)
        right = max(box.right() for box in self._boxes) + 1 + _GAP
        return QSize(right, self._boxes[-1].bottom() + 1 + _GAP)

    def _seen(self) -> list[int]:
        view = self.viewport().rect().translated(self._offset())
        return [number for number, box in enumerate(self._boxes) if box.intersects(view)]

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        below = [number for number, box in enumerate(self._boxes) if box.top() <= middle]
        self._current = below[-1] if below else 0
        if self._pages:
            place = f"side {self._current + 1} af {len(self._pages)}"
            self.setAccessibleName(f"Forhåndsvisning, {place}")
            self.setAccessibleDescription(self._pages[self._current].text)
        self.page_changed.emit(self._current)

    # painting

    def _px_to_point(self) -> float:
        return self.zoom * _PX_PER_POINT * self.devicePixelRatioF()

    def _missing(self) -> list[int]:
        scale = self._px_to_point()
        return [number for number in self._seen() if self._pictures.get(number, (0.0, None))[0] != scale]

    def _ask(self) -> None:
        scale = self._px_to_point()
        numbers = [number for number in self._missing() if (number, scale) not in self._asked]
        if numbers:
            self._asked |= {(number, scale) for number in numbers}
            self.wanted.emit(numbers, scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("surface3"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._seen():
            box = self._boxes[number].translated(-self._offset())
            painter.fillRect(box, QColor("white"))
            if number in self._pictures:
                painter.drawImage(box, self._pictures[number][1])
            painter.setPen(self._theme.colour("borderStrong"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(self._theme.colour("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.zoomed.emit()

    # keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: lambda: self.set_zoom(None),
            Qt.Key.Key_Home: lambda: self.verticalScrollBar().setValue(0),
            Qt.Key.Key_End: lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum()),
            Qt.Key.Key_PageDown: lambda: self._go_to(self._current + 1),
            Qt.Key.Key_PageUp: lambda: self._go_to(self._current - 1),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._boxes):
            self.verticalScrollBar().setValue(self._boxes[number].top() - _GAP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (_WHEEL_STEP if event.angleDelta().y() > 0 else 1 / _WHEEL_STEP))
            event.accept()
        else:
            super().wheelEvent(event)


def _same_shape(one: PdfPage, other: PdfPage) -> bool:
    return (one.width, one.height) == (other.width, other.height)
