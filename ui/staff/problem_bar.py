"""What cannot be kept of an arbejdstid: every day that is wrong, each with what was probably meant."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.staff.work_entry import Place
from ui.kit.icon_label import IconLabel
from ui.kit.sentence import Sentence, SentenceLine
from ui.theme.theme import Theme


class ProblemBar(QFrame):
    """`mended` gives the day whose suggestion is to be taken."""

    mended = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[Place] = []
        self.lines: list[SentenceLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.setProperty("kind", "note")
        self.setProperty("level", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "octagon-alert", "danger", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def show_problems(self, found: Sequence[tuple[Place, Sentence]]) -> None:
        """In the order they are read; the bar is hidden when there are none."""
        self._places = [place for place, _ in found]
        while len(self.lines) < len(found):
            line = SentenceLine(self._theme)
            line.link_clicked.connect(partial(self._mend, len(self.lines)))
            self.lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(found))
            line.show_sentence(found[number][1] if number < len(found) else Sentence(""))
        self.setVisible(bool(found))

    def _mend(self, number: int) -> None:
        self.mended.emit(self._places[number])
