"""The side panel: the week in words and what is wanted; something that is asked for stands in its place meanwhile."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.presence.words_panel import WordsPanel
from ui.settings.need_panel import NeedPanel
from ui.theme.theme import Theme

_WIDTH = 338


class Side(QStackedWidget):
    """As wide at every size of the window; at a larger text size it is wider."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words, self.need = WordsPanel(theme), NeedPanel(theme)
        self.setAccessibleName("Sidepanel")
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words, 1)
        column.addWidget(self.need)
        self._both = both
        self.addWidget(both)
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def aside(self) -> QWidget | None:
        """What stands in the place of words and numbers."""
        front = self.currentWidget()
        return None if front is self._both else front

    def put(self, panel: QWidget) -> None:
        self.clear()
        self.addWidget(panel)
        self.setCurrentWidget(panel)

    def clear(self) -> None:
        """Words and numbers again."""
        gone = self.aside
        self.setCurrentWidget(self._both)
        if gone is not None:
            self.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))
