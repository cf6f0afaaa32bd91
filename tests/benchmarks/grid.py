"""The visible part of a year's grid: 60 people × 260 days, and 240 people, repainted at 1366×768.

    python -m tests.benchmarks.grid [rounds]

The goals: at most 16 ms a painting at the narrowest columns, and 240 people cost what 60 do.
"""

import os
import sys
import time
from collections.abc import Hashable
from datetime import date, timedelta
from statistics import median

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dagleder.base.dates import MONTHS_SHORT, day_text, monday_of, week_number, weekday_text
from dagleder.base.paths import resource
from ui.kit.grid import Grid
from ui.kit.grid_values import BarLook, Edge, GridBar, GridBlock, GridCell, GridColumn, GridRow, StoredGrid, Tone
from ui.theme.theme import Theme

WIDTH, HEIGHT = 1366, 768
DAYS = 260
ROUNDS = 60
GOAL = 16.0
GOAL_RATIO = 1.15
KINDS = "F6OSAKBX"
A_TEAM = 5  # people to a stue


def year_of(people: int) -> StoredGrid:
    """A year with numbers on every heading and an absence in every other week of everybody."""
    columns = tuple(_columns())
    rows: list[GridRow] = []
    cells: dict[tuple[Hashable, Hashable], GridCell] = {}
    bars: dict[Hashable, list[GridBar]] = {}
    for number in range(people):
        team = number // A_TEAM
        if number % A_TEAM == 0:
            rows.append(GridRow(("team", team), f"Stue {team}", note="min. 3", icon="bird", heading=True, height=26))
            cells |= {(("team", team), column.key): _number(n) for n, column in enumerate(columns) if not column.thin}
        rows.append(GridRow(number, f"Medarbejder {number}", "Pæd.", "15", group=("team", team)))
        bars[number] = [_absence(number, start) for start in range(number % 7, len(columns) - 5, 12)]
    blocks = {
        column.block: GridBlock(f"Uge {week_number(day)}", MONTHS_SHORT[day.month - 1])
        for column, day in _days(columns)
    }
    return StoredGrid(columns, tuple(rows), "Medarbejder", blocks, cells, bars)


def _columns() -> list[GridColumn]:
    columns, day, workdays = [], date(2026, 1, 5), 0
    while workdays < DAYS:
        if day.weekday() < 5:
            edge = Edge.SOFT if day.weekday() == 0 else Edge.NONE
            name = f"{weekday_text(day)} {day_text(day)}"
            closed = week_number(day) == 29
            columns.append(GridColumn(day, name, str(day.day), monday_of(day), edge=edge, closed=closed))
            workdays += 1
        elif day.weekday() == 5:
            columns.append(GridColumn(day, "weekend", block=monday_of(day), thin=True))
        day += timedelta(days=1)
    return columns


def _days(columns: tuple[GridColumn, ...]) -> list[tuple[GridColumn, date]]:
    return [(column, column.key) for column in columns if isinstance(column.key, date)]


def _number(n: int) -> GridCell:
    present = 2 + n % 4
    tone = Tone.BELOW if present == 2 else Tone.LIMIT if present == 3 else Tone.PLAIN
    return GridCell(str(present), tone, underlined=present == 2)


def _absence(number: int, start: int) -> GridBar:
    look = (BarLook.PLANNED, BarLook.WISH, BarLook.TOLD)[start % 3]
    return GridBar(start, start + 1 + (number + start) % 6, "Ferie", look, KINDS[(number + start) % len(KINDS)])


def shown(theme: Theme, people: int) -> Grid:
    grid = Grid(theme, "Ferie")
    grid.resize(WIDTH, HEIGHT)
    grid.set_content(year_of(people))
    grid.set_zoom(0.0)  # the narrowest: most columns
    grid.show()
    return grid


def painting(grid: Grid, picture: QImage, step: int) -> float:
    """One painting in ms of this thread's own time (others use the computer too), scrolled somewhere else."""
    bar = grid.horizontalScrollBar()
    bar.setValue(step * 37 % max(1, bar.maximum()))
    began = time.thread_time()
    grid.viewport().render(picture)
    return (time.thread_time() - began) * 1000


def main(rounds: int = ROUNDS) -> int:
    application = QApplication(sys.argv[:1])
    theme = Theme(application, resource())
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    grids = {people: shown(theme, people) for people in (60, 240)}
    times: dict[int, list[float]] = {people: [] for people in grids}
    for step in range(rounds):  # in turns, so that a busy moment meets both
        for people, grid in grids.items():
            times[people].append(painting(grid, picture, step))
    figures = {people: median(taken) for people, taken in times.items()}
    for people, figure in figures.items():
        print(f"{people} people x {DAYS} days: {figure:.1f} ms a painting, the first {times[people][0]:.1f}")
    ratio = figures[240] / figures[60]
    held = max(figures.values()) <= GOAL and ratio <= GOAL_RATIO
    verdict = "holds" if held else "MISSED"
    print(f"goal: <= {GOAL:.0f} ms, and 240 people <= {GOAL_RATIO} x 60 people: {ratio:.2f} x: {verdict}")
    return 0 if held else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(*map(int, sys.argv[1:])))
