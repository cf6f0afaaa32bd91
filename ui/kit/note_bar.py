"""A bar that stays until its cause is gone: what is so, and what she can do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import LOOKS
from ui.kit.icon_label import IconLabel
from ui.kit.messages import Note
from ui.kit.sentence import Sentence, SentenceLine
from ui.theme.theme import Theme


class NoteBar(QFrame):
    """Shows a `Note`; `closed` tells that she put it away."""

    closed = Signal(str)  # the note's key

    def __init__(self, theme: Theme, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        look, icon = LOOKS[note.level]
        text = f"{note.lead} {note.text}".strip()
        self.setProperty("kind", "note")
        self.setProperty("level", look)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, icon, look), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        line = SentenceLine(theme)
        line.show_sentence(Sentence(text, bold=bool(note.lead)))
        column.addWidget(line)
        if note.choices:
            column.addLayout(self._choices(theme))
        row.addLayout(column, 1)
        if note.closable:
            put_away = Button(theme, "", self._close, Look(Kind.QUIET, "x", compact=True), "Luk beskeden")
            row.addWidget(put_away, 0, Qt.AlignmentFlag.AlignTop)

    def _choices(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice in self.note.choices:
            row.addWidget(Button(theme, choice.text, choice.run, Look(compact=True)))
        row.addStretch(1)
        return row

    def _close(self) -> None:
        self.closed.emit(self.note.key)
