"""The top of 'Arbejdstid': how often the week comes round, and from which day it holds."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dagleder.base.dates import day_digits
from dagleder.staff.pattern_words import PAIR
from ui.kit.date_input import DateInput
from ui.kit.label import Label
from ui.kit.line_input import Trouble
from ui.kit.segment import Part, Segment
from ui.theme.theme import Theme

SAME, EVEN_ODD, SEVERAL = "same", "even-odd", "several"
_PARTS = (
    Part(SAME, "Samme hver uge"),
    Part(EVEN_ODD, "Skifter: lige og ulige uger"),
    Part(SEVERAL, "Flere uger…", "3 til 8 uger, der kommer igen"),
)
_DATE_WIDTH = 142


def rhythm_of(weeks: int) -> str:
    return SAME if weeks == 1 else EVEN_ODD if weeks == PAIR else SEVERAL


class WorkHead(QWidget):
    """`rhythm_chosen` gives a key, `day_left` comes when another day stands in 'Gælder fra'."""

    rhythm_chosen = Signal(str)
    day_left = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self.rhythm = Segment("Hvor tit ugen kommer igen", _PARTS, compact=True)
        self.day = DateInput(theme, today)
        self.day.setAccessibleName("Gælder fra")
        self.day.setFixedWidth(theme.px(_DATE_WIDTH))
        label = Label("Gælder fra", "small", "text2")
        label.setBuddy(self.day)
        self._shown = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("Arbejdstid", "h3"), 1)
        row.addWidget(self.rhythm)
        row.addWidget(label)
        row.addWidget(self.day)
        self.rhythm.chosen.connect(self.rhythm_chosen)
        self.day.left.connect(self._left)

    def show_period(self, weeks: int, first: date | None) -> None:
        self.rhythm.choose(rhythm_of(weeks))
        self._shown = day_digits(first) if first else ""
        self.day.show_raw(self._shown)
        self.day.set_trouble(Trouble.NONE)

    @property
    def changed(self) -> bool:
        """Whether another day stands there than was shown."""
        return self.day.text() != self._shown

    def _left(self) -> None:
        if self.changed:
            self.day_left.emit()
        else:
            self.day.set_trouble(Trouble.NONE)
