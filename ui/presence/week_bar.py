"""Which week is shown: one before, one after, and back to this one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.kit.tip import set_tip
from ui.theme.theme import Theme


class WeekBar(QWidget):
    """`moved` tells by how many weeks (0: back to this week)."""

    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._full, self._dates = "", True
        self._title = Label("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._now = Button(theme, "I dag", lambda: self.moved.emit(0), Look(compact=True), "Vis denne uge (Alt+Home)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        before = Look(icon="chevron-left", compact=True)
        after = Look(icon="chevron-right", compact=True)
        row.addWidget(Button(theme, "", lambda: self.moved.emit(-1), before, "Ugen før (Alt+←)"))
        row.addWidget(self._title)
        row.addWidget(Button(theme, "", lambda: self.moved.emit(1), after, "Ugen efter (Alt+→)"))
        row.addWidget(self._now)

    def show_week(self, title: str, *, this_week: bool) -> None:
        """`title` is 'Uge 12 · 16.–20. marts'."""
        self._full = title
        self._now.setEnabled(not this_week)
        self.show_dates(shown=self._dates)

    def show_dates(self, *, shown: bool) -> None:
        """Where there is little room, the number of the week alone."""
        self._dates = shown
        self._title.setText(self._full if shown else self._full.partition(" · ")[0])
        set_tip(self._title, "" if shown else self._full)
