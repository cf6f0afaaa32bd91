"""The list of sections at the left of the settings page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import Chip
from ui.kit.label import Label
from ui.settings.section import Section
from ui.theme.theme import Theme


class Bookmarks(QFrame):
    """One button a section, with the number of things in it that need a look."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Afsnit")
        self._sections = sections
        self._buttons: list[Button] = []
        self._counts: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        for place, section in enumerate(sections):
            column.addLayout(self._row(theme, place, section))
            section.attention_changed.connect(self._count)
        column.addSpacing(8)
        note = Label("Alle afsnit står på én side. Listen ruller dertil.", "small", "text2", wrap=True)
        note.setContentsMargins(8, 0, 8, 0)
        column.addWidget(note)
        column.addStretch(1)
        self.setFocusProxy(self._buttons[0])
        self._count()

    def _row(self, theme: Theme, place: int, section: Section) -> QHBoxLayout:
        button = Button(
            theme, section.short or section.title, partial(self.chosen.emit, place), Look(Kind.QUIET, section.icon)
        )
        button.setProperty("nav", "true")
        button.setCheckable(True)
        chip = Chip(theme, "", "warn")
        self._buttons.append(button)
        self._counts.append(chip)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(button, 1)
        row.addWidget(chip)
        return row

    def mark(self, place: int) -> None:
        """Show which section is in front."""
        for number, button in enumerate(self._buttons):
            button.setChecked(number == place)

    def show_only(self, found: Sequence[bool]) -> None:
        for button, chip, section, shown in zip(self._buttons, self._counts, self._sections, found, strict=True):
            button.setVisible(shown)
            chip.setVisible(shown and section.attention > 0)

    def _count(self) -> None:
        for button, chip, section in zip(self._buttons, self._counts, self._sections, strict=True):
            chip.show_text(str(section.attention))
            chip.setVisible(section.attention > 0 and not button.isHidden())
            name = f"{section.title}, {section.attention} skal ses på" if section.attention else section.title
            button.setAccessibleName(name)
