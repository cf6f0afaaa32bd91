"""The weeks of an arbejdstid as a grid of days, with the name of each week before it and its sum after it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dagleder.base.dates import WEEKDAYS, WORKDAYS
from dagleder.staff.pattern_words import WeekRow, row_order, week_rows
from dagleder.staff.patterns import DAYS
from dagleder.staff.work_entry import DayEntry, Place, WorkEntry, in_row, read_day, sum_text
from ui.kit.label import Label
from ui.staff.shift_cell import CellName, ShiftCell
from ui.theme.theme import Theme

_NAME, _SUM, _GAP = 76, 66, 8


class _Sum(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._hours, self._word = Label("", "strong"), Label("", "caption", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for label in (self._hours, self._word):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(1)

    def show_sum(self, hours: str, word: str) -> None:
        self._hours.setText(hours)
        self._word.setText(word)


class WeekGrid(QWidget):
    """`edited` comes while typing, `left` when a day was left; the grid itself keeps nothing."""

    edited = Signal()
    left = Signal()
    copied = Signal(object)  # Place: the day that the rest of its week is to be like
    weekend_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._anchor = date.min
        self._cells: dict[Place, ShiftCell] = {}
        self._sums: dict[int, _Sum] = {}
        self._shape: tuple[object, ...] = ()
        self._weekend = False
        self._details: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self._column.addWidget(self._inner)

    def show_entry(self, entry: WorkEntry, since: date) -> None:
        """What is stored, its weeks called as of `since`. Saturday and Sunday are there when they are worked."""
        rows, order = week_rows(entry.anchor, entry.read(), since), row_order(entry.anchor, len(entry.weeks), since)
        self._show_rows(rows, order, DAYS if self._needs_weekend(entry) else WORKDAYS)
        self._anchor = entry.anchor
        for place, cell in self._cells.items():
            cell.show_entry(entry.day(place))
        self.show_sums()

    def _needs_weekend(self, entry: WorkEntry) -> bool:
        worked = (entry.day(place) != DayEntry() for place in entry.places() if place[1] >= WORKDAYS)
        return self._weekend or any(worked)

    def _show_rows(self, rows: Sequence[WeekRow], order: Sequence[int], days: int) -> None:
        """The same cells as before where the weeks are the same ones: whoever is typing stays in hers."""
        shape = (*order, days)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(rows, order, days)
        for label, row in zip(self._details, rows, strict=True):
            label.setText(row.detail)
            label.setVisible(bool(row.detail))

    def show_weekend(self) -> None:
        """Saturday and Sunday too, from now on."""
        self._weekend = True

    def put_day(self, place: Place, day: DayEntry) -> None:
        """Something that is not stored in one of the days."""
        self._cells[place].put_entry(day)
        self.show_sums()

    @property
    def entry(self) -> WorkEntry:
        """As it is typed now."""
        weeks = {number for number, _ in self._cells}
        return WorkEntry(
            self._anchor,
            tuple(
                tuple(self._cells[n, day].entry if (n, day) in self._cells else DayEntry() for day in range(DAYS))
                for n in sorted(weeks)
            ),
        )

    def show_sums(self) -> None:
        entry = self.entry
        problems = entry.problems()
        for number, shown in self._sums.items():
            wrong = {place[1]: problem for place, problem in problems.items() if place[0] == number}
            shown.show_sum(*sum_text(entry.weeks[number], wrong))

    def unsaved(self, stored: WorkEntry) -> dict[Place, DayEntry]:
        """What stands in days that read otherwise than stored, where there are as many weeks: it is not to vanish."""
        typed = self.entry
        if len(typed.weeks) != len(stored.weeks):
            return {}
        wrong = typed.problems()
        found = {}
        for place, cell in self._cells.items():
            differs = cell.unsaved and read_day(cell.entry, place[1]) != read_day(stored.day(place), place[1])
            if differs or place in wrong:
                found[place] = cell.entry
        return found

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins: the first day of the first row."""
        return next(iter(self._cells.values())).first_field

    def cell(self, place: Place) -> ShiftCell:
        return self._cells[place]

    def troubled(self, since: date) -> list[QWidget]:
        """The fields that are wrong, in the order they are read."""
        return [self._cells[place].field(problem.spot) for place, problem in self.entry.problems_as_read(since)]

    # inside

    def _rebuild(self, rows: Sequence[WeekRow], order: Sequence[int], days: int) -> None:
        self._column.removeWidget(self._inner)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = QWidget()
        self._column.addWidget(self._inner)
        self._cells, self._sums, self._details = {}, {}, []
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        for day in range(days):
            grid.addWidget(Label(WEEKDAYS[day].capitalize(), "label"), 0, day + 1)
            grid.setColumnStretch(day + 1, 1)
        total = Label("I alt", "label")
        total.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(total, 0, days + 1)
        for line, (row, number) in enumerate(zip(rows, order, strict=True), start=1):
            self._add_row(grid, line, row, number, days)

    def _add_row(self, grid: QGridLayout, line: int, row: WeekRow, number: int, days: int) -> None:
        name = QWidget()
        name.setMinimumWidth(self._theme.px(_NAME))
        column = QVBoxLayout(name)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(row.title, "strong"))
        detail = Label("", "caption", "text2")
        self._details.append(detail)
        column.addWidget(detail)
        column.addStretch(1)
        grid.addWidget(name, line, 0)
        for day in range(days):
            grid.addWidget(self._cell((number, day), row.title), line, day + 1)
        shown = self._sums[number] = _Sum()
        shown.setFixedWidth(self._theme.px(_SUM))
        grid.addWidget(shown, line, days + 1)

    def _cell(self, place: Place, row: str) -> ShiftCell:
        name = f"{WEEKDAYS[place[1]].capitalize()} {in_row(row)}".strip()
        cell = self._cells[place] = ShiftCell(self._theme, CellName(name, place[1]))
        cell.edited.connect(self.show_sums)
        cell.edited.connect(self.edited)
        cell.left.connect(self.left)
        cell.copied.connect(partial(self.copied.emit, place))
        cell.weekend_wanted.connect(self.weekend_wanted)
        return cell
