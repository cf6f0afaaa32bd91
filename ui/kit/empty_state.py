"""An empty page that shows the way: what is missing, why it is worth having, and the button that begins."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.theme.theme import Theme

_ICON, _WIDTH, _SIDE = 22, 420, 24


class EmptyState(QWidget):
    """Icon, title, text, and buttons made by the page (the first one primary, when it is the page's only one)."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        icon: str = "",
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._text = Label(title, "h2", wrap=True), Label(text, "", "text2", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(8)
        if icon:
            column.addWidget(IconLabel(theme, icon, "primaryText", _ICON))
        column.addWidget(self._title)
        column.addWidget(self._text)
        if not text:
            self._text.hide()  # never shown before it has a place: it would be a window
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        inner = QWidget()
        inner.setLayout(column)
        inner.setMaximumWidth(theme.px(_WIDTH))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        outer.addStretch(1)
        outer.addWidget(inner)
        outer.addStretch(2)

    def show_text(self, title: str, text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
