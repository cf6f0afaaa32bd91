"""The frame and nothing else: menu line, rail, the place for pages, status line; and what covers all of it.

It is what the program paints first, so it knows little: messages, actions and pages come to it later.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.memory import Memory
from ui.kit.menu_line import MenuLine
from ui.kit.rail import Rail, RailEntry
from ui.kit.status_line import StatusLine
from ui.theme.theme import Theme

PROGRAM = "Dagleder"
NARROW_BELOW = 1400  # px of width; under it the rail is icons
_MINIMUM = (920, 600)
_FIRST_SIZE = (1440, 900)
_SIDE = 20


class Cover(Enum):
    """How much of the frame is there round what is shown."""

    HOUSE = "house"  # menus, search, rail, pages
    MENUS = "menus"  # the guide: menus, but no rail and no search
    BARE = "bare"  # unlock field and notices: nothing but the status line


class MainWindow(QMainWindow):
    """The one window. It knows neither houses nor features."""

    opened = Signal(str)  # a feature was chosen in the rail
    resized = Signal()
    painted = Signal()  # once: the first picture stands on the screen
    leaving = Signal()  # she wants to close the window; `leave` does it

    def __init__(self, theme: Theme, memory: Memory, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self.theme, self._memory = theme, memory
        self._may_leave = self._was_painted = False
        self.setMinimumSize(*_MINIMUM)
        self.menu_line = MenuLine(theme)
        self.rail = Rail(theme, entries)
        self.pages = QStackedWidget()
        self.status_line = StatusLine(theme)
        self._body = QStackedWidget()
        self._house = QWidget()
        self._notes = QWidget()
        self.note_column = QVBoxLayout(self._notes)  # where note bars stand
        self._build()
        self.rail.opened.connect(self.opened)
        self.show_title("")
        self._restore_size()

    def show_title(self, name: str) -> None:
        """'Dagleder – Børnehuset Solsikken'; without a name the program's alone."""
        self.setWindowTitle(f"{PROGRAM} – {name}" if name else PROGRAM)

    def show_house(self) -> None:
        """Rail and pages are in front."""
        self._uncover()
        self.show_cover(Cover.HOUSE)

    def show_over(self, page: QWidget, cover: Cover) -> None:
        """A page in place of rail and pages: guide, unlock field, notice. The one before it is thrown away."""
        self._uncover()
        self._body.addWidget(page)
        self._body.setCurrentWidget(page)
        self.show_cover(cover)

    def show_cover(self, cover: Cover) -> None:
        """How much of the frame is there."""
        self._house.setVisible(cover is Cover.HOUSE)
        if cover is Cover.HOUSE:
            self._body.setCurrentWidget(self._house)
        self.menu_line.setVisible(cover is not Cover.BARE)
        self.menu_line.show_house_parts(shown=cover is Cover.HOUSE)
        self._notes.setVisible(cover is not Cover.BARE)

    @property
    def over(self) -> QWidget | None:
        """What covers rail and pages now."""
        front = self._body.currentWidget()
        return None if front is self._house else front

    def leave(self) -> None:
        """Close the window for good."""
        self._may_leave = True
        self._keep_size()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_leave:
            event.accept()
        else:
            event.ignore()
            self.leaving.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(narrow=self.width() < NARROW_BELOW)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)  # its children are painted right after it

    def _build(self) -> None:
        row = QHBoxLayout(self._house)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        self.note_column.setContentsMargins(_SIDE, 8, _SIDE, 0)
        self._body.addWidget(self._house)
        central = QWidget()
        central.setProperty("ground", "bg")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.menu_line)
        column.addWidget(self._notes)
        column.addWidget(self._body, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(central)

    def _uncover(self) -> None:
        if (page := self.over) is not None:
            self._body.removeWidget(page)
            page.deleteLater()

    def _restore_size(self) -> None:
        available = QGuiApplication.primaryScreen().availableGeometry()
        kept = self._memory.get("window", "place", [])
        wanted = QRect(*kept) if len(kept) == len(("x", "y", "width", "height")) else QRect()
        on_a_screen = any(screen.availableGeometry().intersects(wanted) for screen in QGuiApplication.screens())
        if wanted.isValid() and on_a_screen:
            self.setGeometry(wanted)
        else:
            self.resize(min(_FIRST_SIZE[0], available.width()), min(_FIRST_SIZE[1], available.height()))

    def _keep_size(self) -> None:
        place = self.normalGeometry()
        self._memory.keep("window", "place", [place.x(), place.y(), place.width(), place.height()])
        self._memory.keep("window", "maximised", self.isMaximized())

    def show_first(self) -> None:
        """As large as she left it."""
        show: Callable[[], None] = (
            self.showMaximized if self._memory.get("window", "maximised", default=False) else self.show
        )
        show()
