"""'Samme som…': somebody else's mødetider, to be had here too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from dagleder.base.text import danish_key
from dagleder.staff.pattern_words import rhythm_words, week_words
from dagleder.staff.patterns import Pattern
from ui.kit.buttons import Button, Kind, Look
from ui.theme.theme import Theme

_ONE_WEEK = 1


@dataclass(frozen=True)
class Source:
    """Somebody whose mødetider are known."""

    name: str
    pattern: Pattern

    @property
    def text(self) -> str:
        """'Karen Ulvdal: man–fre 7–14.30'; a rotation by its length."""
        weeks = self.pattern.weeks
        return f"{self.name}: {week_words(weeks[0]) if len(weeks) == _ONE_WEEK else rhythm_words(self.pattern)}"


class PatternSource(Button):
    """A menu of the others by name; a letter goes to the next one that begins with it."""

    picked = Signal(object)  # Pattern

    def __init__(self, theme: Theme, sources: Callable[[], Iterable[Source]]) -> None:
        super().__init__(theme, "Samme mødetider som…", None, Look(Kind.TEXT, "copy", compact=True))
        self._sources = sources
        self._list = QMenu(self)
        self._list.aboutToShow.connect(self.fill)
        self.setMenu(self._list)

    def fill(self) -> None:
        """As they are now."""
        self._list.clear()
        for source in sorted(self._sources(), key=lambda each: danish_key(each.name)):
            self._list.addAction(source.text.replace("&", "&&")).triggered.connect(self._picker(source.pattern))
        if self._list.isEmpty():
            self._list.addAction("Ingen andre har mødetider endnu").setEnabled(False)

    def _picker(self, pattern: Pattern) -> Callable[[], None]:
        return lambda: self.picked.emit(pattern)
