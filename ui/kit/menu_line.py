"""The top line: menus, the search button and undo/redo with the name of what they take back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from ui.kit.actions import Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.theme.theme import Theme

HEIGHT = 44
_SEARCH_WIDTH = 400
_LONGEST_NAME = 26  # letters of an action's name beside 'Fortryd:'
SEARCH_TEXT = "Søg, eller skriv hvad du vil gøre"


class SearchButton(QPushButton):
    """Looks like a field; a click or Ctrl+K opens the palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "search")
        self.setAccessibleName(f"{SEARCH_TEXT} (Ctrl+K)")
        self.setText(SEARCH_TEXT)
        self.setMaximumWidth(_SEARCH_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(Label("Ctrl+K", "key"))
        theme.changed.connect(self._draw)
        self._draw()

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
        self._show(self.undo_button, "Fortryd", undo, "Ctrl+Z")
        self._show(self.redo_button, "Gentag", redo, "Ctrl+Y")
        self.undo_button.setText(f"Fortryd: {_shortened(undo)}" if undo else "Fortryd")

    def show_house_parts(self, *, shown: bool) -> None:
        """Search, undo and redo are there when a house is."""
        self.search_button.setVisible(shown)
        self.show_undo_buttons(shown=shown)

    def show_undo_buttons(self, *, shown: bool) -> None:
        """In the guide of an open house there is no search, but everything can be taken back."""
        self.undo_button.setVisible(shown)
        self.redo_button.setVisible(shown)

    @staticmethod
    def _show(button: Button, verb: str, name: str | None, key: str) -> None:
        text = f"{verb}: {name}" if name else verb
        button.setEnabled(name is not None)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})" if name else f"Der er intet at {verb.lower()}")

    def _menu(self, menu: Menu) -> QMenu:
        shown = QMenu(menu.value, self)
        shown.setToolTipsVisible(True)
        shown.aboutToShow.connect(lambda: self.opening.emit(menu, shown))
        return shown

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search_button, 4)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        for earlier, later in ((self.search_button, self.undo_button), (self.undo_button, self.redo_button)):
            QWidget.setTabOrder(earlier, later)

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))


def _shortened(name: str | None) -> str:
    """An action's name short enough for its button; the tip has the whole of it."""
    text = name or ""
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME].rstrip()}…"
