"""The column beside a page's content: what stands there usually; what is asked for stands in its place meanwhile."""

from PySide6.QtWidgets import QWidget

from ui.kit.stack import Stack
from ui.theme.theme import Theme


class SideStack(Stack):
    """As wide at every size of the window; at a larger text size it is wider."""

    def __init__(self, theme: Theme, width: int, usual: QWidget) -> None:
        super().__init__()
        self._theme, self._wide = theme, width
        self._usual = usual
        self.setAccessibleName("Sidepanel")
        self.addWidget(usual)
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def aside(self) -> QWidget | None:
        """What stands in the place of the usual."""
        front = self.currentWidget()
        return None if front is self._usual else front

    def put(self, panel: QWidget) -> None:
        self.clear()
        self.addWidget(panel)
        self.setCurrentWidget(panel)

    def clear(self) -> None:
        """The usual again."""
        gone = self.aside
        self.setCurrentWidget(self._usual)
        if gone is not None:
            self.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(self._wide))
