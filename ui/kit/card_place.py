"""The corner of the window where progress cards stand, one above the other."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.progress_card import ProgressCard
from ui.kit.work import Task
from ui.theme.theme import Theme

_RIGHT, _BOTTOM = 20, 42


class CardPlace(QWidget):
    """Lies over the window; as big as its cards."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        window.installEventFilter(self)
        self.hide()

    def show_task(self, task: Task) -> None:
        """A card for a job that has begun, unless it is a quiet one."""
        if not task.job.quiet:
            card = ProgressCard(self._theme, task)
            card.installEventFilter(self)
            self._column.addWidget(card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown_or_gone = event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}
        if shown_or_gone or (event.type() == QEvent.Type.Resize and watched is self._window):
            self._place()
        return False

    def _place(self) -> None:
        cards = self.findChildren(ProgressCard)
        self.setVisible(any(not card.isHidden() for card in cards))
        self.adjustSize()
        window = self._window
        self.move(window.width() - self.width() - _RIGHT, window.height() - self.height() - _BOTTOM)
        self.raise_()
