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
    """Shows a `Note`; `closed` tells that she put it away. A `flat` one has its choices beside the text."""

    closed = Signal(str)  # the note's key

    def __init__(self, theme: Theme, note: Note, parent: QWidget | None = None, *, flat: bool = False) -> None:
        super().__init__(parent)
        self.note = note
        look, icon = LOOKS[note.level]
        text = f"{note.lead} {note.text}".strip()
        self.setProperty("kind", "note")
        self.setProperty("level", look)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6 if flat else 10, 8, 6 if flat else 10)
        row.setSpacing(10)
        place = Qt.AlignmentFlag.AlignVCenter if flat else Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(theme, icon, look), 0, place)
        line = SentenceLine(theme)
        line.show_sentence(Sentence(text, bold=bool(note.lead)))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(line, 0, place)
        row.addLayout(column, 1)
        if note.choices:
            (row if flat else column).addLayout(self._choices(theme, stretched=not flat))
        if note.closable:
            put_away = Button(theme, "", self._close, Look(Kind.QUIET, "x", compact=True), "Luk beskeden")
            row.addWidget(put_away, 0, place)

    def _choices(self, theme: Theme, *, stretched: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for choice in self.note.choices:
            row.addWidget(Button(theme, choice.text, choice.run, Look(compact=True)))
        if stretched:
            row.addStretch(1)
        return row

    def _close(self) -> None:
        self.closed.emit(self.note.key)
