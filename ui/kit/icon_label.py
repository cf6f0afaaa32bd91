"""An icon that stands by itself on a page and follows the theme."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.theme.theme import Theme


class IconLabel(QLabel):
    """One icon; `name` is what a screen reader says ('' where the text beside it says it already)."""

    def __init__(
        self, theme: Theme, icon: str, role: str = "text2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._role, self._size = icon, role, size
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str, role: str) -> None:
        self._icon, self._role = icon, role
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._theme.picture(self._icon, self._role, self._size, self.devicePixelRatioF()))
