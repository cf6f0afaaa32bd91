"""A small rounded mark: status as icon and words, never colour alone."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dagleder.base.findings import Level
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.theme.theme import Theme

# Findings' levels in the words of the style sheet, with the shape that says how grave they are.
LOOKS = {
    Level.MUST: ("danger", "octagon-alert"),
    Level.SHOULD: ("warn", "triangle-alert"),
    Level.INFO: ("info", "info"),
    Level.OK: ("ok", "circle-check"),
}
_ROLES = {"primary": "primaryText", "plain": "text2", "outline": "text2"}
_ICON_PX = 15


class Chip(QFrame):
    """`look` is ok, warn, danger, info, primary, plain or outline."""

    def __init__(
        self, theme: Theme, text: str, look: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setProperty("level", look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 1)
        row.setSpacing(5)
        if icon:
            row.addWidget(IconLabel(theme, icon, _ROLES.get(look, look), _ICON_PX))
        self._label = Label(text)
        row.addWidget(self._label)

    def show_text(self, text: str) -> None:
        self._label.setText(text)


def level_chip(theme: Theme, level: Level, text: str) -> Chip:
    """The chip of a finding's level."""
    look, icon = LOOKS[level]
    return Chip(theme, text, look, icon)
