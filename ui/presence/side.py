"""The side panel: the week in words and what is wanted; something that is asked for stands in its place meanwhile."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.side_stack import SideStack
from ui.presence.words_panel import WordsPanel
from ui.settings.need_panel import NeedPanel
from ui.theme.theme import Theme

_WIDTH = 338


class Side(SideStack):
    """Words and numbers, one above the other."""

    def __init__(self, theme: Theme) -> None:
        both = QWidget()
        super().__init__(theme, _WIDTH, both)
        self.words, self.need = WordsPanel(theme), NeedPanel(theme)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words, 1)
        column.addWidget(self.need)
