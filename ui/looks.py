"""Colours and sizes as this user chose them, from one start to the next."""

from PySide6.QtCore import QObject

from ui.front_page import LOOK
from ui.kit.memory import Memory
from ui.theme.theme import TEXT_SIZES, Choice, Theme


class Looks(QObject):
    """Puts on what was chosen last time, and keeps each new choice at once."""

    def __init__(self, theme: Theme, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._memory = theme, memory
        self._recall()
        theme.changed.connect(self._keep)

    def _recall(self) -> None:
        scheme = self._memory.get(LOOK, "scheme", Choice.SYSTEM.value)
        size = self._memory.get(LOOK, "text_size", 100)
        if scheme in {choice.value for choice in Choice} and size in TEXT_SIZES:
            self._theme.choose(Choice(scheme), size, airy=self._memory.get(LOOK, "airy", default=False))

    def _keep(self) -> None:
        self._memory.keep(LOOK, "scheme", self._theme.choice.value)
        self._memory.keep(LOOK, "text_size", self._theme.text_size)
        self._memory.keep(LOOK, "airy", self._theme.airy)
        self._memory.save()
