"""The command palette (Ctrl+K): one line, answers in 'Gør noget' and 'Find'."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QWidget

from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line as Divider
from ui.kit.overlay import Overlay
from ui.kit.palette_list import Line, PaletteDelegate, PaletteModel
from ui.theme.theme import Theme

Answers = Callable[[str], list[Line]]  # groups with their lines, for what is typed

_WIDTH = 660
_LIST_HEIGHT = 460
PLACEHOLDER = "Søg, eller skriv hvad du vil gøre"


class Palette(Overlay):
    """Shows what `answers` gives to what is typed; `sheet` opens all shortcuts."""

    def __init__(self, theme: Theme, window: QWidget, answers: Answers, sheet: Callable[[], None]) -> None:
        super().__init__(window, "Søg og gør", theme.px(_WIDTH))
        self._theme, self._answers, self._sheet = theme, answers, sheet
        self.field = QLineEdit()
        self.model = PaletteModel()
        self._looks = PaletteDelegate(theme, self.model)
        self.list = QListView()
        self._build()
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(lambda index: self._choose(index.row()))

    def ask(self) -> None:
        """Open, empty."""
        self.field.clear()
        self._search("")
        self.appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """The field has the keyboard; up, down and Enter are the list's."""
        rows = self.model.choosable()
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and rows:
            at = rows.index(self.list.currentIndex().row()) if self.list.currentIndex().row() in rows else -1
            self._select(rows[(at + (1 if key == Qt.Key.Key_Down else -1)) % len(rows)])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex().row())
            return True
        if event.text() == "?" and not self.field.text():
            self.reject()
            self._sheet()
            return True
        return False

    def _select(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.model.lines):
            return
        line = self.model.lines[row]
        if line.run is not None and not line.why_not:
            self.accept()
            line.run()

    def _search(self, text: str) -> None:
        self.model.show_lines(self._answers(text))
        if rows := self.model.choosable():
            self._select(rows[0])
        height = sum(self._looks.height_of(line) for line in self.model.lines)
        self.list.setFixedHeight(min(height, self._theme.px(_LIST_HEIGHT)) if height else 0)
        self._nothing.setVisible(bool(text.strip()) and not self.model.lines)
        self.place()

    # building

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(17, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(IconLabel(self._theme, "search", "text2"))
        self.field.setProperty("kind", "bare")
        self.field.setProperty("ownFocus", "true")
        self.field.setAccessibleName(PLACEHOLDER)
        self.field.setPlaceholderText(PLACEHOLDER)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        head.addWidget(self.field, 1)
        head.addWidget(Label("Esc", "key"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._looks)
        self.list.setAccessibleName("Svar")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._nothing = Label("Intet fundet. Prøv med færre bogstaver.", tone="text2")
        self._nothing.setContentsMargins(17, 10, 17, 12)
        self.column.addLayout(head)
        self.column.addWidget(Divider())
        self.column.addSpacing(4)
        self.column.addWidget(self.list)
        self.column.addWidget(self._nothing)
        self.column.addSpacing(4)
        self.column.addWidget(self._foot())

    @staticmethod
    def _foot() -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "cardFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(5)
        for key, text in (("↑↓", "vælg"), ("Enter", "åbn"), ("?", "alle genveje")):
            row.addWidget(Label(key, "key"))
            row.addWidget(Label(text, "small", "text2"))
            row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(Label("Private noter er ikke med i søgningen", "small", "text2"))
        return foot
