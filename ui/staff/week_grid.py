"""The weeks of an arbejdstid as a grid of days, with the name of each week before it and its sum after it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dagleder.base.dates import WEEKDAYS, WORKDAYS
from dagleder.staff.pattern_words import WeekRow, hours_words, row_order, week_rows
from dagleder.staff.patterns import DAYS
from dagleder.staff.work_entry import DayEntry, Place, WorkEntry, in_row, sum_text
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
        self._agreed: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self._column.addWidget(self._inner)

    def show_entry(self, entry: WorkEntry, since: date, agreed: int | None = None) -> None:
        """What is stored, its weeks called as of `since`. Saturday and Sunday are there when they are worked.

        `agreed`: nothing is stored, and so many minutes a week (0: not known) are reckoned with on five days.
        """
        rows = week_rows(entry.anchor, entry.read(), since)
        weekend = self._weekend or any(
            entry.day(place) != DayEntry() for place in entry.places() if place[1] >= WORKDAYS
        )
        shape = (tuple((row.title, row.detail) for row in rows), weekend)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(rows, row_order(entry.anchor, len(entry.weeks), since), DAYS if weekend else WORKDAYS)
        self._anchor = entry.anchor
        for place, cell in self._cells.items():
            cell.show_entry(entry.day(place))
            each = agreed is not None and place[1] < WORKDAYS
            hours = f"{hours_words(agreed // WORKDAYS)} timer" if agreed else "ingen timer"
            cell.suppose(hours if each else "")
        self._agreed = agreed
        self.show_sums()

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
            unsaid = self._agreed is not None and not any(day != DayEntry() for day in entry.weeks[number])
            if unsaid:
                shown.show_sum(hours_words(self._agreed) if self._agreed else "–", "timer")
            else:
                shown.show_sum(*sum_text(entry.weeks[number], wrong))

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
        self._cells, self._sums = {}, {}
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
        if row.detail:
            column.addWidget(Label(row.detail, "caption", "text2"))
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
