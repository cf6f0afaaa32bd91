"""The week as a grid, in a card with what its marks mean."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dagleder.presence.views import WeekView
from ui.kit.grid import Grid
from ui.kit.grid_surface import GridLook
from ui.presence.chosen import Chosen, Column, chosen_in
from ui.presence.legend import GridLegend
from ui.presence.rows import PersonRow, PlaceRow, Row
from ui.presence.week_content import week_content
from ui.theme.theme import Theme

_LOOK: Final = GridLook(names=186, unit=120, least=120, most=420, fill=True)


class WeekGrid(QFrame):
    """Shows a `WeekView`; the cursor stays at its line, weekday and band from week to week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._week: WeekView | None = None
        self.setProperty("kind", "card")
        self.grid = Grid(theme, "Bemanding", _LOOK)
        self.setFocusProxy(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(GridLegend(theme))

    def show_week(self, week: WeekView, today: date) -> None:
        cursor = self.grid.cursor_keys()
        self._week = week
        self.grid.set_content(week_content(week, today))
        if self.grid.cursor_keys() is None:
            self._choose_again(cursor, week, today)

    def chosen(self) -> Chosen | None:
        """What is chosen now."""
        if self._week is None:
            return None
        chosen = self.grid.chosen()
        return chosen_in(self._week, chosen.rows, chosen.columns, self.grid.cursor_keys())

    def choose(self, cell: tuple[Row, Column]) -> bool:
        return self.grid.choose(*cell)

    def choose_person(self, employee_id: int, day: date) -> bool:
        """Somebody's line on a day; False where she has none."""
        if self._week is None:
            return False
        for row in self.grid.content.rows:
            if isinstance(row.key, PersonRow) and row.key.employee_id == employee_id:
                return self.choose((row.key, (day, self._week.days[0].bands[0].id)))
        return False

    def _choose_again(self, cursor: object, week: WeekView, today: date) -> None:
        """The same weekday and band in another week; else today (or Monday) on the first stue."""
        first = next((row.key for row in self.grid.content.rows if _is_team(row.key)), None)
        days = [view.day for view in week.days]
        day = today if today in days else days[0]
        target: tuple[object, Column] = (first, (day, week.days[0].bands[0].id))
        if isinstance(cursor, tuple):
            row, (was, band_id) = cursor
            same_weekday = week.monday + timedelta(days=was.weekday())
            if self.grid.choose(row, (same_weekday, band_id)):
                return
            target = (first, (same_weekday, band_id))
        if first is not None and not self.grid.choose(*target):
            self.grid.choose(first, (days[0], week.days[0].bands[0].id))


def _is_team(key: object) -> bool:
    return isinstance(key, PlaceRow) and key.place.team_id is not None
