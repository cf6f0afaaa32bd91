"""Udseende: text size shown in its own size, colours. Kept for the user of this computer, not in the house."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.context import Context
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.settings.section import Section, Setting, SettingLine
from ui.theme.theme import TEXT_SIZES, Choice, Theme

_NAMES = {Choice.SYSTEM: "Som systemet", Choice.LIGHT: "Lyst", Choice.DARK: "Mørkt"}
_AIRY, _NORMAL = "airy", "normal"
_HIGH = 58


class TextSizes(QWidget):
    """The four sizes side by side, each drawn in its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[int, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for size in TEXT_SIZES:
            row.addWidget(self._button(size), 1)
        theme.changed.connect(self._show)
        self._show()

    def _button(self, size: int) -> QToolButton:
        button = QToolButton()
        button.setText(f"Aa\n{size} %")
        button.setAccessibleName(f"Tekststørrelse {size} %")
        button.setCheckable(True)
        button.setProperty("kind", "tile")
        button.setProperty("step", str(size))
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(partial(self._theme.choose, None, size))
        self._group.addButton(button)
        self._buttons[size] = button
        return button

    def _show(self) -> None:
        for size, button in self._buttons.items():
            button.setFixedHeight(self._theme.px(_HIGH))
            button.setChecked(size == self._theme.text_size)


class AppearanceSection(Section):
    title = "Udseende"
    icon = "a-large-small"
    words = "tekststørrelse skrift farver mørk lys tema"

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._theme = context.theme
        self._schemes = Segment("Farver", [Part(choice.value, name) for choice, name in _NAMES.items()])
        self._schemes.chosen.connect(self._choose)
        self._rows = Segment("Rækker", [Part(_AIRY, "Luftige"), Part(_NORMAL, "Normale")])
        self._rows.chosen.connect(lambda key: self._theme.choose(airy=key == _AIRY))
        self.add_block(self._size_block())
        self.add_line(
            SettingLine(
                self._theme, Setting("Farver", "Skifter med det samme, også på de andre sider"), [self._schemes]
            )
        )
        rows = Setting("Rækker", "Hvor højt der er mellem linjerne i lister")
        self.add_line(SettingLine(self._theme, rows, [self._rows]))
        self._theme.changed.connect(self._show)
        self._show()

    def _size_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Tekststørrelse", "label"))
        column.addWidget(TextSizes(self._theme))
        sample = QFrame()
        sample.setProperty("kind", "card")
        row = QHBoxLayout(sample)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(Label("Sådan:", "", "text2"))
        row.addWidget(Label("Karen Ulvdal, ferie uge 28–30"), 1)
        row.addWidget(Label("13", "h3"), 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(sample)
        return block

    def _choose(self, key: str) -> None:
        self._theme.choose(Choice(key))

    def _show(self) -> None:
        self._schemes.choose(self._theme.choice.value)
        self._rows.choose(_AIRY if self._theme.airy else _NORMAL)
