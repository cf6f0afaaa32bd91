"""Historik: what was done, when and by whom; what was undone stays, marked.

Undoing goes step by step, never from here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from dagleder.base.dates import clock_text, day_text, weekday_text
from dagleder.base.json_value import Json
from dagleder.base.text import capitalised
from dagleder.storage.changes import HistoryStep
from ui.context import Context
from ui.kit.empty_state import EmptyState
from ui.kit.label import Label
from ui.kit.page import Page
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping
from ui.settings.services import SettingsServices

_HOUR = 60
_UNDONE = ChipValue("Fortrudt", "plain", "undo-2")


@dataclass(frozen=True)
class Line:
    """A step as the table shows it."""

    step: int
    at: datetime
    what: str
    by: str
    undone: bool

    @property
    def day(self) -> date:
        return self.at.date()


def lines_of(steps: Iterable[HistoryStep]) -> list[Line]:
    return [Line(step.step, step.at, step.name, step.by, step.undone) for step in steps]


def _clock(line: Line) -> str:
    return clock_text(line.at.hour * _HOUR + line.at.minute)


COLUMNS = (
    Column("at", "Kl.", _clock, sort=lambda line: line.at, look=CellLook.MUTED, width=70),
    Column("what", "Hvad", lambda line: line.what),
    Column(
        "undone",
        "",
        lambda line: _UNDONE.text if line.undone else "",
        look=CellLook.CHIP,
        shape=lambda line: _UNDONE if line.undone else None,
        width=120,
    ),
    Column("by", "Hvem", lambda line: line.by, look=CellLook.MUTED, width=180),
)


class HistoryPage(Page):
    feature = "history"
    title = "Historik"

    def __init__(self, context: Context, services: SettingsServices) -> None:
        super().__init__(context)
        self._database = services.database
        model = TableModel(COLUMNS, lambda line: line.step, Grouping(lambda line: line.day, self._head))
        self.table = Table(context.theme, model, Density.NORMAL)
        self.table.setAccessibleName("Historik")
        nothing = EmptyState(context.theme, "Intet er ændret endnu", "Her står alt, du gør i huset.", "history")
        self.pane = TablePane(context.theme, self.table, nothing, "Filtrér på, hvad der er gjort")
        self.header.add_filter(self.pane.filter_field)
        self.header.add(Label("Fortryd går et skridt ad gangen: Ctrl+Z", "small", "text2"))
        self.content.addWidget(self.pane, 1)

    def load(self) -> None:
        self.pane.set_rows(lines_of(self._database.history()))

    def refresh(self, tables: frozenset[str]) -> None:  # noqa: ARG002 -- whatever moved, it is a line of history
        self.load()

    def panes(self) -> Sequence[QWidget]:
        return (self.table,)

    def place(self) -> dict[str, Json]:
        return self.table.place()

    def go_to(self, place: dict[str, Json]) -> None:
        self.table.go_to(place)

    def _head(self, day: date) -> Group:
        today = self.context.clock.today()
        when = day_text(day, year=day.year != today.year)
        return Group("I dag" if day == today else f"{capitalised(weekday_text(day))} {when}")
