"""Where a list is fetched: a file is chosen or dropped, and what is wrong with one stands here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dagleder.base.findings import Level
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.import_values import StartTexts
from ui.kit.label import Label
from ui.kit.messages import FileWish, Note
from ui.kit.middle import in_the_middle
from ui.kit.note_bar import NoteBar
from ui.theme.theme import Theme

_FILES = (("Regneark", "*.xlsx *.xls *.ods *.csv *.tsv *.txt"), ("Alle filer", "*"))
_WIDTH = 560


class ImportStart(QWidget):
    """`choose` asks for a file. Files may be dropped on the whole of the page around it."""

    def __init__(self, theme: Theme, texts: StartTexts, choose: Callable[[], None]) -> None:
        super().__init__()
        self._theme = theme
        self.wish = FileWish(texts.wish, _FILES)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._card.setFixedWidth(theme.px(_WIDTH))
        self.choose = Button(theme, "Vælg fil…", choose, Look(Kind.PRIMARY, "file-up"))
        self._problem: NoteBar | None = None
        self._inner = QVBoxLayout(self._card)
        self._inner.setContentsMargins(24, 24, 24, 24)
        self._inner.setSpacing(10)
        self._inner.addWidget(IconLabel(theme, "file-spreadsheet", "primaryText", 22))
        self._inner.addWidget(Label(texts.title, "h2", wrap=True))
        self._inner.addWidget(Label(texts.text, tone="text2", wrap=True))
        self._inner.addWidget(Label(texts.kinds, "table", "text2", wrap=True))
        self._inner.addSpacing(4)
        self._inner.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        in_the_middle(self, self._card)
        theme.changed.connect(self._resize)

    def say(self, problem: str) -> None:
        """What is wrong with the file that was chosen; '' takes it away."""
        if self._problem is not None:
            self._inner.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
        if problem:
            self._problem = NoteBar(self._theme, Note("file", Level.MUST, problem, closable=False))
            self._inner.insertWidget(self._inner.indexOf(self.choose), self._problem)

    def _resize(self) -> None:
        self._card.setFixedWidth(self._theme.px(_WIDTH))

    @property
    def problem(self) -> str:
        return self._problem.note.text if self._problem else ""

    def set_busy(self, file: Path | None) -> None:
        """While a file is read."""
        self.choose.setEnabled(file is None)
        self.choose.setText("Vælg fil…" if file is None else f"Læser {file.name} …")
