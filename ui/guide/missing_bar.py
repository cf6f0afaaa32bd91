"""Above a step she has passed: what is still missing in it, and the way there."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.findings import Level
from ui.kit.messages import Choice, Note
from ui.kit.note_bar import NoteBar
from ui.theme.theme import Theme

_SIDE, _TOP = 56, 16


class MissingBar(QWidget):
    """Not there when nothing is missing. `lead` puts the keyboard where it can be mended."""

    def __init__(self, theme: Theme, lead: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self._theme, self._choice = theme, Choice("Gå dertil", lead)
        self._missing: tuple[str, ...] = ()
        self.bar: NoteBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _TOP, _SIDE, 0)
        self.hide()

    def show_missing(self, missing: Sequence[str]) -> None:
        if tuple(missing) == self._missing:
            return
        self._missing = tuple(missing)
        if self.bar is not None:
            self._column.removeWidget(self.bar)
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        if missing:
            note = Note("missing", Level.SHOULD, " ".join(missing), "Her mangler:", (self._choice,), closable=False)
            self.bar = NoteBar(self._theme, note, flat=True)
            self._column.addWidget(self.bar)
        self.setVisible(bool(missing))
