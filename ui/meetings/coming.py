"""'Kommende': what lies ahead as a list by month, for everybody, for a stue or for a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dagleder.base.command import Json
from dagleder.base.dates import MONTHS, day_short, span_text, weekday_text
from dagleder.base.text import capitalised
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED, STATE_NAMES
from ui.context import Context
from ui.kit.buttons import Button
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.empty_state import EmptyState
from ui.kit.fields import Option
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping

ALL, TEAM, PERSON = "all", "team", "person"
_EVERYBODY = (ALL, 0)
_CHIPS = {
    PROPOSED: ChipValue("forslag", "info", "circle-dashed"),
    CANCELLED: ChipValue("aflyst", "danger", "calendar-x"),
    HELD: ChipValue("holdt", "ok", "check"),
}
_MOVED = ChipValue("flyttet", "warn", "move-right")


@dataclass(frozen=True)
class Line:
    """A meeting as the table shows it."""

    meeting: Meeting

    @property
    def id(self) -> int:
        return self.meeting.id


def _chip(line: Line) -> ChipValue | None:
    chip = _CHIPS.get(line.meeting.state)
    return chip or (_MOVED if line.meeting.original_day else None)


def _state(line: Line) -> str:
    chip = _chip(line)
    return chip.text if chip else STATE_NAMES[PLANNED]


COLUMNS = (
    Column(
        "day",
        "Dato",
        lambda line: f"{weekday_text(line.meeting.day)[:3]} {day_short(line.meeting.day)}",
        sort=lambda line: (line.meeting.day, line.meeting.start),
        width=104,
    ),
    Column(
        "time",
        "Tid",
        lambda line: span_text(line.meeting.start, line.meeting.end),
        sort=lambda line: line.meeting.start,
        width=112,
        look=CellLook.MUTED,
    ),
    Column("title", "Møde", lambda line: line.meeting.full_title),
    Column("place", "Sted", lambda line: line.meeting.place, width=112, look=CellLook.MUTED),
    Column("state", "Tilstand", _state, look=CellLook.CHIP, shape=_chip, width=92),
)


def _month(line: Line) -> tuple[int, int]:
    return line.meeting.day.year, line.meeting.day.month


def _head(key: tuple[int, int]) -> Group:
    return Group(f"{capitalised(MONTHS[key[1] - 1])} {key[0]}", "calendar")


class Coming(QObject):
    """`pane` is the list, `filters` what stands in the header while it is shown."""

    chosen = Signal(object)  # meeting id or None
    opened = Signal(int)
    changed = Signal()

    def __init__(self, context: Context, add: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._plan: MeetingPlan | None = None
        self._kept: tuple[Meeting, ...] = ()
        theme = context.theme
        model = TableModel(COLUMNS, lambda line: line.id, Grouping(_month, _head))
        self.table = Table(theme, model, Density.NORMAL)
        self.table.setAccessibleName("Kommende møder")
        self._empty = EmptyState(theme, "Ingen kommende møder", "", "calendar-days", (Button(theme, "Nyt møde", add),))
        self.pane = TablePane(theme, self.table, self._empty, "Filtrér")
        self.filters = QWidget()
        self.whose = ChoiceInput((Option(_EVERYBODY, "Alle"),))
        self.whose.setAccessibleName("Vis møder for")
        self.whose.setMinimumWidth(theme.px(150))
        self._who: tuple[str, int] = _EVERYBODY
        row = QHBoxLayout(self.filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.pane.filter_field.setMinimumWidth(theme.px(160))
        row.addWidget(self.pane.filter_field)
        row.addWidget(self.whose)
        self.whose.activated.connect(self._picked)
        self.table.chosen.connect(lambda line: self.chosen.emit(line.id if line else None))
        self.table.opened.connect(lambda line: self.opened.emit(line.id))

    def show_plan(self, plan: MeetingPlan, today: date) -> None:
        """The year's meetings from today on; in an earlier year all of them."""
        self._plan = plan
        first = today if plan.year.last >= today else plan.year.first
        self._kept = tuple(meeting for meeting in plan.meetings if meeting.day >= first)
        self._offer(plan)
        self._fill()

    @property
    def shown_ids(self) -> list[int]:
        return [line.id for line in self.table.rows.shown_rows()]

    def choose(self, meeting_id: int) -> bool:
        if self.table.choose(meeting_id):
            return True
        if all(meeting.id != meeting_id for meeting in self._kept):
            return False
        self.pane.filter_field.clear()
        self.show_for(_EVERYBODY)
        self.table.rows.collapse(())
        return self.table.choose(meeting_id)

    def show_for(self, who: tuple[str, int]) -> None:
        """Only those of a stue or a person."""
        self._who = who
        self.whose.show_raw(who)
        self._fill()
        self.changed.emit()

    def place(self) -> dict[str, Json]:
        return {"who": list(self._who), "table": self.table.place()}

    def go_to(self, place: dict[str, Any]) -> None:
        who, table = place.get("who"), place.get("table")
        if isinstance(who, list) and len(who) == 2:  # noqa: PLR2004 -- what and which
            self.show_for((str(who[0]), int(who[1])))
        if isinstance(table, dict):
            self.table.go_to(table)

    def _offer(self, plan: MeetingPlan) -> None:
        teams = [Option((TEAM, team.id), team.name) for team in plan.house.teams]
        people = [Option((PERSON, person.id), person.name) for person in plan.people.values()]
        options: Sequence[Option] = (Option(_EVERYBODY, "Alle"), *teams, *people)
        self.whose.set_options(options)
        if self._who not in [option.key for option in options]:
            self._who = _EVERYBODY
        self.whose.show_raw(self._who)

    def _picked(self, _index: int) -> None:
        who = self.whose.raw()
        if isinstance(who, tuple):
            self.show_for((str(who[0]), int(who[1])))

    def _fill(self) -> None:
        if self._plan is None:
            return
        what, number = self._who
        plan = self._plan
        if what == TEAM:
            plan = plan.for_team(number)
        elif what == PERSON:
            plan = plan.for_person(number)
        wanted = {meeting.id for meeting in plan.meetings}
        self._empty.show_text("Ingen kommende møder", f"Der er ingen i {plan.year.label} for {plan.whom.lower()}.")
        self.pane.set_rows([Line(meeting) for meeting in self._kept if meeting.id in wanted])
