"""The top line: menus, the search button and undo/redo with the name of what they take back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from ui.kit.actions import Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.theme.theme import Theme

HEIGHT = 44
_SEARCH_WIDTH, _LEAST_SEARCH, _SMALLEST_SEARCH = 400, 190, 100  # the second before the step's words, the last after
_LEFT, _RIGHT, _GAP = 8, 12, 2
_MOST_FOR_UNDO = 300  # px: a longer name would push the search aside
_BESIDE_TEXT = 60  # px of a search field that its icon, its key and their edges take
SEARCH_TEXT, _SHORT_SEARCH = "Søg, eller skriv hvad du vil gøre", "Søg"


class SearchButton(QPushButton):
    """Looks like a field; a click or Ctrl+K opens the palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "search")
        self.setAccessibleName(f"{SEARCH_TEXT} (Ctrl+K)")
        self.setText(SEARCH_TEXT)
        self._key = Label("Ctrl+K", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._key)
        theme.changed.connect(self._draw)
        self._draw()

    def fit(self, room: int) -> None:
        """As wide as it likes to be within `room`; where its words find no place the first of them stands."""
        px = self._theme.px
        self.setFixedWidth(max(px(_SMALLEST_SEARCH), min(px(_SEARCH_WIDTH), room)))
        whole = self.fontMetrics().horizontalAdvance(SEARCH_TEXT) + self._key.sizeHint().width() + px(_BESIDE_TEXT)
        self.setText(SEARCH_TEXT if whole <= self.width() else _SHORT_SEARCH)

    def _draw(self) -> None:
        self.setIcon(self._theme.icon("search", "text3"))


class MenuLine(QFrame):
    """Filled by the program: menus when they are opened (`opening`), undo and redo when something was done."""

    opening = Signal(object, object)  # Menu, QMenu

    search = Signal()
    undo = Signal()
    redo = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "menuLine")
        self._theme = theme
        self._undo: str | None = None
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for menu in Menu:
            self.menus.addMenu(self._menu(menu))
        self.search_button = SearchButton(theme)
        self.undo_button = Button(theme, "Fortryd", self.undo.emit, Look(Kind.QUIET, "undo-2"))
        self.redo_button = Button(theme, "", self.redo.emit, Look(Kind.QUIET, "redo-2"), "Gentag")
        self.search_button.clicked.connect(lambda _checked=False: self.search.emit())
        self._build()
        self.show_undo(None, None)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """The names of the steps that can be taken back and done once more."""
        self._undo = undo
        self._show(self.undo_button, ("Fortryd", "fortryde"), undo, "Ctrl+Z")
        self._show(self.redo_button, ("Gentag", "gentage"), redo, "Ctrl+Y")
        self._fit()

    def show_house_parts(self, *, shown: bool) -> None:
        """Search, undo and redo are there when a house is."""
        self.search_button.setVisible(shown)
        self.show_undo_buttons(shown=shown)

    def show_undo_buttons(self, *, shown: bool) -> None:
        """In the guide of an open house there is no search, but everything can be taken back."""
        self.undo_button.setVisible(shown)
        self.redo_button.setVisible(shown)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It never keeps the window from being narrow."""
        return QSize(0, self._theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The undo button says as many whole words of the step as there is room for; its tip says all of them."""
        edges = _LEFT + _RIGHT + 5 * _GAP
        room = self.width() - edges - self.menus.sizeHint().width() - self.redo_button.sizeHint().width()
        for_undo = min(self._theme.px(_MOST_FOR_UNDO), room - self._theme.px(_LEAST_SEARCH))
        words = self._undo.split() if self._undo else []
        for kept in range(len(words), -1, -1):
            self.undo_button.setText(_undo_text(words, kept).replace("&", "&&"))
            if self.undo_button.sizeHint().width() <= for_undo:
                break
        self.search_button.fit(room - self.undo_button.sizeHint().width())

    @staticmethod
    def _show(button: Button, verbs: tuple[str, str], name: str | None, key: str) -> None:
        text = f"{verbs[0]}: {name}" if name else verbs[0]
        button.setEnabled(name is not None)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})" if name else f"Der er intet at {verbs[1]}")

    def _menu(self, menu: Menu) -> QMenu:
        shown = QMenu(menu.value, self)
        shown.setToolTipsVisible(True)
        shown.aboutToShow.connect(lambda: self.opening.emit(menu, shown))
        return shown

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search_button)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        for earlier, later in ((self.search_button, self.undo_button), (self.undo_button, self.redo_button)):
            QWidget.setTabOrder(earlier, later)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._fit()


def _undo_text(words: Sequence[str], kept: int) -> str:
    """'Fortryd: Ret minimum for…' with so many words of the step's name; 'Fortryd' with none."""
    if kept == 0:
        return "Fortryd"
    return f"Fortryd: {' '.join(words[:kept])}{'…' if kept < len(words) else ''}"
