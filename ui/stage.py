"""The stage: menu line, rail, the place for pages, status line; and what covers all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.action_book import ActionBook
from ui.kit.menu_line import MenuLine
from ui.kit.rail import Rail, RailEntry
from ui.kit.status_line import StatusLine
from ui.main_window import NARROW_BELOW, MainWindow
from ui.theme.theme import Theme

_SIDE = 20


class Cover(Enum):
    """How much of the frame is there round what is shown."""

    HOUSE = "house"  # menus, search, rail, pages
    MENUS = "menus"  # the guide: menus, but no rail and no search
    BARE = "bare"  # unlock field and notices: nothing but the status line


class Stage(QWidget):
    """Fills the window. It knows neither houses nor features."""

    opened = Signal(str)  # a feature was chosen in the rail

    def __init__(self, theme: Theme, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.menu_line = MenuLine(theme)
        self.rail = Rail(theme, entries)
        self.pages = QStackedWidget()
        self.status_line = StatusLine(theme)
        self._body = QStackedWidget()
        self._house = QWidget()
        self._cover = self._locked_cover = Cover.BARE
        self._notes = QWidget()
        self.note_column = QVBoxLayout(self._notes)  # where note bars stand
        self._build()
        self.rail.opened.connect(self.opened)

    def show_lock(self, page: QWidget) -> None:
        """The unlock field, over whatever is in front; that is kept as it is, out of sight."""
        self._locked_cover = self._cover
        self._body.addWidget(page)
        self._body.setCurrentWidget(page)
        self.show_cover(Cover.BARE)

    def end_lock(self) -> None:
        """What was in front before `show_lock` is in front again."""
        if (lock := self.over) is not None:
            self._take_out(lock)
        self._body.setCurrentIndex(self._body.count() - 1)
        self.show_cover(self._locked_cover)

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
        self._cover = cover
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(narrow=self.width() < NARROW_BELOW)

    def _build(self) -> None:
        row = QHBoxLayout(self._house)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        self.note_column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._body.addWidget(self._house)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.menu_line)
        column.addWidget(self._notes)
        column.addWidget(self._body, 1)
        column.addWidget(self.status_line)

    def _uncover(self) -> None:
        for at in reversed(range(self._body.count())):
            page = self._body.widget(at)
            if page is not None and page is not self._house:
                self._take_out(page)

    def _take_out(self, page: QWidget) -> None:
        self._body.removeWidget(page)
        page.deleteLater()


@dataclass(frozen=True)
class Scene:
    """What there is to show things in: the window, what fills it, and its actions."""

    window: MainWindow
    stage: Stage
    book: ActionBook
