"""The left half of 'Årsplan': the year with its arrows, its grid, what is worth knowing, and the patterns behind it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.meetings.series import Series
from dagleder.meetings.year_plan import YearPlan
from ui.kit.actions import Action
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.kit.rolling import Rolling
from ui.meetings.legend import Legend
from ui.meetings.patterns import Patterns
from ui.meetings.year_grid import YearGrid
from ui.theme.theme import Theme

_SIDE, _ROOM = 12, 60


class YearPanel(QFrame):
    """`turned` gives -1 or 1: the year before or after is wanted."""

    turned = Signal(int)

    def __init__(self, theme: Theme, edit: Callable[[int], None], more: Sequence[Action]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName("Årsplan")
        self.grid, self.legend = YearGrid(theme), Legend(theme)
        self.patterns = Patterns(theme, edit, more)
        self._year = Label("", "h3")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self._bars: list[NoteBar] = []
        self._scroll = Rolling()
        self._build()
        self.grid.marked.connect(self._follow)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 6, _SIDE, 6)
        self._year.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for icon, name, step in (("chevron-left", "Året før", -1), ("chevron-right", "Året efter", 1)):
            turn = partial(self.turned.emit, step)
            button = Button(self._theme, "", turn, Look(Kind.QUIET, icon), name)
            head.addWidget(button)
        head.insertWidget(1, self._year, 1)
        column.addLayout(head)
        self._scroll.setWidget(self._body())
        column.addWidget(self._scroll, 1)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self.grid)
        under = QVBoxLayout()
        under.setContentsMargins(_SIDE, 8, _SIDE, 0)
        under.setSpacing(12)
        under.addWidget(self.legend)
        under.addLayout(self._notes)
        under.addWidget(self.patterns)
        column.addLayout(under)
        column.addStretch(1)
        return body

    def show_plan(self, plan: YearPlan, series: Sequence[Series], today: date) -> None:
        self._year.setText(plan.year.label)
        self.grid.show_plan(plan, today)
        self.legend.show_plan(plan)
        self.patterns.show_lines(plan.lines, series)

    def show_marks(self, marks: frozenset[int]) -> None:
        """The meetings with something that must be solved."""
        self.grid.show_marks(marks)
        self.legend.show_marks(shown=bool(marks))

    def show_notes(self, notes: Sequence[Note]) -> None:
        for bar in self._bars:
            self._notes.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = [NoteBar(self._theme, note) for note in notes]
        for bar in self._bars:
            self._notes.addWidget(bar)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is said under the grid now."""
        return tuple(bar.note for bar in self._bars)

    def scroll_place(self) -> int:
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        self._scroll.verticalScrollBar().setValue(place)

    def _follow(self, box: QRect) -> None:
        self._scroll.ensureVisible(box.center().x(), box.center().y(), 0, self._theme.px(_ROOM))
