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

    def __init__(self, theme: Theme, kinds: Sequence[type[Section]]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Afsnit")
        self._kinds = kinds
        self._attention = [0] * len(kinds)  # of a section that is not built yet nothing is known
        self._buttons: list[Button] = []
        self._counts: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        for place, kind in enumerate(kinds):
            column.addLayout(self._row(theme, place, kind))
        column.addSpacing(8)
        note = Label("Alle afsnit står på én side. Listen ruller dertil.", "small", "text2", wrap=True)
        note.setContentsMargins(8, 0, 8, 0)
        column.addWidget(note)
        column.addStretch(1)
        self.setFocusProxy(self._buttons[0])
        self._show_counts()

    def follow(self, place: int, section: Section) -> None:
        """The section is built: count what needs a look in it."""
        section.attention_changed.connect(partial(self._count, place, section))
        self._count(place, section)

    def _row(self, theme: Theme, place: int, kind: type[Section]) -> QHBoxLayout:
        button = Button(theme, kind.short or kind.title, partial(self.chosen.emit, place), Look(Kind.QUIET, kind.icon))
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
        for button, shown in zip(self._buttons, found, strict=True):
            button.setVisible(shown)
        self._show_counts()

    def _count(self, place: int, section: Section) -> None:
        self._attention[place] = section.attention
        self._show_counts()

    def _show_counts(self) -> None:
        for button, chip, kind, count in zip(self._buttons, self._counts, self._kinds, self._attention, strict=True):
            chip.show_text(str(count))
            chip.setVisible(count > 0 and not button.isHidden())
            button.setAccessibleName(f"{kind.title}, {count} skal ses på" if count else kind.title)
