"""'Faste mønstre': the rule behind each row of the year in words, with its number of meetings and hours."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dagleder.base.dates import hours_text
from dagleder.base.text import plural
from dagleder.meetings.series import Series, SeriesLine
from ui.kit.actions import Action
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line import Line
from ui.meetings.kind_marks import breakable_name
from ui.theme.theme import Theme


def count_text(line: SeriesLine) -> str:
    """'11 møder · 22 t.'."""
    return f"{plural(line.count, 'møde', 'møder')} · {hours_text(line.minutes)} t."


class Patterns(QWidget):
    """`edit` is called with the id of the series that is to be changed."""

    def __init__(self, theme: Theme, edit: Callable[[int], None], more: Sequence[Action]) -> None:
        super().__init__()
        self._theme, self._edit = theme, edit
        self.setAccessibleName("Faste mønstre")
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Label("Faste mønstre", "h3"))
        self._column.addWidget(self._rows)
        self.ways = QHBoxLayout()
        self.ways.setSpacing(16)
        self.change = Button(theme, "Ret mønstre", None, Look(Kind.LINK))
        self.ways.addWidget(self.change)
        for action in more:
            self.ways.addWidget(Button(theme, action.name, action.run, Look(Kind.LINK)))
        self.ways.addStretch(1)
        self._column.addLayout(self.ways)

    def show_lines(self, lines: Sequence[SeriesLine], series: Sequence[Series]) -> None:
        self._column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = self._made(lines)
        self._column.insertWidget(1, self._rows)
        shown = {number for line in lines for number in line.series_ids}
        self._offer([each for each in series if each.id in shown])

    def _offer(self, series: Sequence[Series]) -> None:
        menu = QMenu(self.change)
        for each in series:
            text = f"{each.title} · {each.team}" if each.team else each.title
            menu.addAction(text.replace("&", "&&")).triggered.connect(partial(self._pick, each.id))
        before = self.change.menu()
        self.change.setMenu(menu)
        if before is not None:
            before.deleteLater()
        self.change.setVisible(bool(series))

    def _pick(self, series_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        self._edit(series_id)

    def _made(self, lines: Sequence[SeriesLine]) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            top = Qt.AlignmentFlag.AlignTop
            name = Label(breakable_name(line.kind), "name", wrap=True)
            name.setFixedWidth(self._theme.px(112))
            grid.addWidget(name, 2 * number, 0, top)
            grid.addWidget(Label(line.text, "table", "text2", wrap=True), 2 * number, 1, top)
            grid.addWidget(Label(count_text(line), "table", "text2"), 2 * number, 2, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Line(), 2 * number + 1, 0, 1, 3)
        if not lines:
            grid.addWidget(Label("Ingen faste mønstre i det viste år.", "table", "text2", wrap=True), 0, 0, 1, 3)
        return rows
