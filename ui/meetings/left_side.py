"""The left half of the meetings page: the year's plan, what lies ahead, or how to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dagleder.base.command import Json
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.year_plan import year_plan
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.segment import Part, Segment
from ui.meetings.coming import Coming
from ui.meetings.empty_year import EmptyYear
from ui.meetings.year_panel import YearPanel

YEAR, COMING = "year", "coming"


@dataclass(frozen=True)
class LeftWays:
    """Where the left half leads."""

    edit_series: Callable[[int], None]
    turn: Callable[[int], None]
    lay: Action
    new_series: Action
    new: Action


class LeftSide(QStackedWidget):
    """`turned_to` comes when the other of the two is shown; `tabs` and `coming.filters` stand in the header."""

    turned_to = Signal(str)

    def __init__(self, context: Context, ways: LeftWays) -> None:
        super().__init__()
        theme = context.theme
        self._anything = False
        self.tabs = Segment("Vis møder", (Part(YEAR, "Årsplan"), Part(COMING, "Kommende")))
        self.year = YearPanel(theme, ways.edit_series, (ways.lay, ways.new_series))
        self.coming = Coming(context, ways.new.run)
        self.empty = EmptyYear(theme, ways.lay, ways.new, ways.turn)
        for view in (self.year, self.coming.pane, self.empty):
            self.addWidget(view)
        self.tabs.chosen.connect(self.show_shape)
        self.year.turned.connect(ways.turn)

    @property
    def in_coming(self) -> bool:
        return self.tabs.key == COMING

    @property
    def pane(self) -> QWidget:
        """Where the keyboard goes."""
        if self.in_coming:
            return self.coming.table
        return self.year.grid if self._anything else self.empty

    def show_plan(self, plan: MeetingPlan) -> None:
        self._anything = bool(plan.meetings)
        self.year.show_plan(year_plan(plan), plan.series, plan.today)
        self.coming.show_plan(plan, plan.today)
        self.empty.show_year(plan.year)
        self._show_view()

    def show_shape(self, shape: str) -> None:
        self.tabs.choose(shape)
        self._show_view()
        self.turned_to.emit(shape)

    def choose(self, meeting_id: int | None) -> None:
        """Mark a meeting in whichever is shown."""
        self.year.grid.choose(meeting_id)
        if self.in_coming and meeting_id is not None:
            self.coming.choose(meeting_id)

    def place(self) -> dict[str, Json]:
        return {"shape": self.tabs.key, "scroll": self.year.scroll_place(), "coming": self.coming.place()}

    def go_to(self, place: dict[str, Any]) -> None:
        coming, scroll = place.get("coming"), place.get("scroll")
        if isinstance(coming, dict):
            self.coming.go_to(coming)
        if place.get("shape") in (YEAR, COMING):
            self.show_shape(str(place["shape"]))
        if isinstance(scroll, int):
            self.year.scroll_to(scroll)

    def _show_view(self) -> None:
        plan = self.year if self._anything else self.empty
        self.setCurrentWidget(self.coming.pane if self.in_coming else plan)
        self.coming.filters.setVisible(self.in_coming)
