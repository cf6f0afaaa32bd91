"""The page 'Bemanding': the week as a grid of everybody, the same in words, and what the house itself wants."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dagleder.base.command import Json
from dagleder.base.dates import monday_of
from dagleder.presence.attendance import Attendance
from dagleder.presence.gaps import Gap, Way, WayOut
from dagleder.presence.service import FRIDAY
from dagleder.presence.views import WeekView
from dagleder.settings.staffing import NeedDraft, Place
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.page import Page
from ui.kit.segment import Part, Segment
from ui.presence import papers
from ui.presence.cell_hints import cell_hints
from ui.presence.chosen import Chosen, cell_of, gap_at
from ui.presence.need_rows import Plan
from ui.presence.nothing_yet import no_people, no_teams
from ui.presence.page_actions import page_actions
from ui.presence.panels import Panels
from ui.presence.rows import NO_TEAM, PersonRow
from ui.presence.services import PresenceServices
from ui.presence.side import Side
from ui.presence.team_filter import TeamFilter
from ui.presence.typed_absence import TypedAbsence, absence_at
from ui.presence.week_bar import WeekBar
from ui.presence.week_grid import WeekGrid
from ui.presence.words_panel import WordsPanel

GRID, WORDS = "grid", "words"
_WEEK = timedelta(days=7)
_ROOMY = 1130  # px from which the header has room for everything
_TABLES = frozenset(
    {
        *("employee", "weekly_hours", "team_membership", "work_pattern", "work_pattern_day", "team", "site", "house"),
        *("absence", "loan", "substitute", "staffing_need", "band", "closing_day", "special_day_status"),
        *("meeting", "meeting_kind", "meeting_participant", "meeting_series", "meeting_team"),
    }
)


class PresencePage(Page):
    """Arrows move in the grid; Enter tells who is there, M goes to the minimum, letters lay absence."""

    feature = "presence"
    title = "Bemanding"
    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, context: Context, services: PresenceServices) -> None:
        super().__init__(context)
        self._services = services
        self._monday = monday_of(context.clock.today())
        self._attendance: Attendance | None = None
        self._week: WeekView | None = None
        theme = context.theme
        self.grid, self.side = WeekGrid(theme), Side(theme)
        self.words = WordsPanel(theme, large=True)
        self.filter, self.week_bar = TeamFilter(theme), WeekBar(theme)
        self.shape = Segment("Vis ugen", (Part(GRID, "Gitter"), Part(WORDS, "I ord")))
        self._views = QStackedWidget()
        self._panels = Panels(context, services, self.side, self._panel_changed)
        self._typed = TypedAbsence(context, services.presence)
        self._actions = page_actions(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add(self.week_bar)
        self.header.add(self.shape)
        self.header.add(self.filter.button)
        self._show_header()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.grid, 1)
        row.addWidget(self.side)
        self._both = both
        self._no_teams, self._no_people = no_teams(self.context), no_people(self.context)
        for view in (both, self.words, self._no_teams, self._no_people):
            self._views.addWidget(view)
        self.content.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.week_bar.moved.connect(self.move_week)
        self.shape.chosen.connect(self._show_shape)
        self.filter.changed.connect(self._fill_grid)
        grid = self.grid.grid
        grid.range_changed.connect(self._cell_chosen)
        grid.opened.connect(lambda _row, _column: self._open_cell())
        grid.typed.connect(self._type)
        grid.removed.connect(self.remove_absence)
        self.side.need.changed.connect(self._save_needs)
        for words in (self.side.words, self.words):
            words.chosen.connect(self._show_gap)
            words.taken.connect(self._take)
            words.plan_wanted.connect(self.edit_need)

    def _show_header(self) -> None:
        """Two buttons are never the primary one: while a panel asks for something it has its own."""
        actions = [self._actions["absence"], self._actions["print"]]
        if self.side.aside is None:
            self.header.show_actions(actions, self._actions["relief"])
        else:
            self.header.show_actions([*actions, self._actions["relief"]])

    # what the frame asks for

    def load(self) -> None:
        presence, today = self._services.presence, self.context.clock.today()
        self._attendance = presence.attendance(self._monday, self._monday + FRIDAY)
        self._week = self._attendance.week(self._monday)
        counts = self._attendance.facts.house.counts_leader
        self.week_bar.show_week(self._week.title, this_week=self._monday == monday_of(today))
        self.filter.show_teams([team.team for team in self._week.teams if team.team])
        self.side.words.show_week(self._week, counts_leader=counts)
        self.words.show_week(self._week, counts_leader=counts)
        self._fill_grid()
        self._show_view()
        self._panels.renew()
        self.header.bring_up_to_date()

    def open_record(self, record_id: int) -> None:
        self.open_about(record_id)

    def open_about(self, employee_id: int) -> None:
        """Somebody's absence, and her line in the week shown."""
        if self._attendance is None or employee_id not in self._attendance.facts.people:
            return
        self._show_shape(GRID)
        self._choose_person(employee_id)
        self._panels.absences(self._attendance, employee_id, self._day)

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        if self._views.currentWidget() is not self._both:
            return (self.words,)
        aside = self.side.aside
        return (self.grid, aside) if aside else (self.grid, self.side.words, self.side.need)

    def toggle_side_panel(self) -> bool:
        self.side.setVisible(self.side.isHidden())
        return True

    def place(self) -> dict[str, Json]:
        return {
            "week": self._monday.isoformat(),
            "on": self.context.clock.today().isoformat(),
            "shape": self.shape.key,
            "team": self.filter.team_id,
            "side": not self.side.isHidden(),
            "grid": self.grid.grid.place(),
        }

    def go_to(self, place: dict[str, Json]) -> None:
        """The week she left is shown again the same day; another day begins with its own week."""
        if place.get("on") == self.context.clock.today().isoformat():
            self.show_week(date.fromisoformat(str(place["week"])))
        team, shape, grid = place.get("team"), place.get("shape"), place.get("grid")
        if isinstance(team, int):
            self.filter.choose(team)
        if shape in (GRID, WORDS):
            self._show_shape(str(shape))
        self.side.setVisible(place.get("side") is not False)
        if isinstance(grid, dict):
            self.grid.grid.go_to(grid)

    # going from week to week

    def move_week(self, weeks: int) -> None:
        self.show_week(self._monday + weeks * _WEEK if weeks else self.context.clock.today())

    def show_week(self, day: date) -> None:
        self._monday = monday_of(day)
        self.load()

    def _show_shape(self, shape: str) -> None:
        self.shape.choose(shape)
        self._show_view()
        self.actions_changed.emit()

    def other_shape(self) -> None:
        self._show_shape(GRID if self.shape.key == WORDS else WORDS)

    def _show_view(self) -> None:
        facts = self._attendance.facts if self._attendance else None
        if facts is None or not facts.house.teams:
            self._views.setCurrentWidget(self._no_teams)
        elif not facts.people:
            self._views.setCurrentWidget(self._no_people)
        else:
            self._views.setCurrentWidget(self.words if self.shape.key == WORDS else self._both)
        self._tell()

    def _fill_grid(self) -> None:
        if self._week is not None:
            self.grid.show_week(self._week, self.context.clock.today(), self.filter.team_id)
            self._cell_chosen()

    # the cell that is chosen

    @property
    def _day(self) -> date:
        chosen = self.grid.chosen()
        return chosen.day if chosen else self._monday

    def _cell_chosen(self, _range: object = None) -> None:
        chosen = self.grid.chosen()
        if chosen is None or self._week is None:
            return
        self._show_needs(chosen)
        self.side.words.mark(gap_at(self._week, chosen))
        self._tell()

    def _show_needs(self, chosen: Chosen) -> None:
        facts = self._attendance.facts if self._attendance else None
        place = chosen.place if chosen.place != NO_TEAM else self._first_team()
        if facts is None or place is None:
            return
        names = {Place(team_id=team.id): team.name for team in facts.house.teams}
        names |= {Place(site_id=site.id): site.name for site in facts.house.sites}
        plan = Plan(place, self._monday, facts.house.bands, facts.house.needs)
        self.side.need.show_plan(plan, names[place], chosen.day.weekday())

    def _first_team(self) -> Place | None:
        teams = self._week.teams if self._week else ()
        return next((Place(team_id=team.team.id) for team in teams if team.team), None)

    def _choose_person(self, employee_id: int) -> None:
        for row in self.grid.grid.content.rows:
            if isinstance(row.key, PersonRow) and row.key.employee_id == employee_id:
                band = self._week.days[0].bands[0].id if self._week else 0
                self.grid.choose((row.key, (self._day, band)))
                return

    def _save_needs(self, drafts: list[NeedDraft]) -> None:
        self.context.run("", partial(self._services.settings.set_needs, drafts), self.side.need)

    # what can be done

    def why_no_team(self) -> str:
        return "" if self._first_team() else "Opret først en stue i Indstillinger."

    def why_nobody(self) -> str:
        return "" if self._attendance and self._attendance.facts.people else "Opret først en medarbejder."

    def edit_need(self) -> None:
        """The keyboard goes to the minimum of the cell that is chosen."""
        self._panels.close()
        self._show_shape(GRID)
        self.side.show()
        chosen = self.grid.chosen()
        bands = [band.id for band in self._week.days[0].bands] if self._week else []
        self.side.need.begin(bands.index(chosen.band.id) if chosen else 0)

    def who(self) -> None:
        """Who is there in the cell that is chosen, and who is not."""
        chosen, place = self.grid.chosen(), self._chosen_team()
        if self._attendance and chosen and place is not None:
            self._show_shape(GRID)
            self._panels.who(self._attendance, place, chosen)

    def report_absence(self) -> None:
        """For whoever is chosen, else for one to be chosen in the panel."""
        chosen = self.grid.chosen()
        if self._attendance is None:
            return
        self._show_shape(GRID)
        person = chosen.person if chosen else None
        days = chosen.days if chosen else (self._monday,)
        self._panels.new_absence(self._attendance, person.employee_id if person else None, days)

    def remove_absence(self) -> None:
        if self._attendance and (chosen := self.grid.chosen()):
            self._typed.remove(self._attendance, chosen)

    def find_relief(self) -> None:
        """For the stue, day and band that are chosen."""
        chosen, team_id = self.grid.chosen(), self._chosen_team()
        if self._attendance and team_id is not None:
            day, band = (chosen.day, chosen.band.id) if chosen else (self._monday, None)
            self._show_shape(GRID)
            self._panels.relief(self._attendance, team_id, day, band)

    def show_worst(self) -> None:
        """'Kan vi dække?': the grid, and the cursor where most is missing."""
        self._panels.close()
        self._show_shape(GRID)
        if self._week and self._week.gaps:
            self._show_gap(self._week.gaps[0])
        self.grid.setFocus()

    def print_week(self) -> None:
        context = self.context
        context.show_paper(papers.week_paper(self._services, context.clock, self._monday, self.shape.key))

    def _chosen_team(self) -> int | None:
        """The stue of the cell; where it is none, the first."""
        chosen = self.grid.chosen()
        place = chosen.place if chosen and chosen.place.team_id is not None else self._first_team()
        return place.team_id if place else None

    def _open_cell(self) -> None:
        """Enter: her absence where she has some, else who is there."""
        chosen = self.grid.chosen()
        if self._attendance is None or chosen is None:
            return
        absence = absence_at(self._attendance, chosen)
        if absence is None:
            self.who()
        else:
            self._panels.edit_absence(self._attendance, absence)

    def _type(self, text: str) -> None:
        chosen = self.grid.chosen()
        if text.casefold() == "m":
            self.edit_need()
        elif self._attendance and chosen:
            self._typed.lay(self._attendance, chosen, text)

    def _show_gap(self, gap: Gap) -> None:
        """Where it is, in the grid."""
        self._show_shape(GRID)
        cell = cell_of(self._week, gap) if self._week else None
        if cell and not self.grid.choose(cell):
            self.filter.choose(None)
            self.grid.choose(cell)

    def _take(self, gap: Gap, way: WayOut) -> None:
        """A way out of a gap, with all that is known filled in."""
        self._show_gap(gap)
        if way.way is Way.EDIT_NEED:
            self.edit_need()
        elif way.way is Way.ENTER_TIMES:
            self.context.open("staff_edit", way.employee_ids[0])
        elif way.where_to_open is not None:
            self.context.open(*way.where_to_open)
        elif self._attendance:
            self._panels.relief_for(self._attendance, gap, way)

    # telling

    def _panel_changed(self) -> None:
        """A panel has come or gone beside the grid."""
        self._show_header()
        if self.side.aside is None:
            self.grid.setFocus()
        else:
            self.side.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.week_bar.show_dates(shown=event.size().width() >= self.context.theme.px(_ROOMY))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        chosen = self.grid.chosen()
        shown = self._views.currentWidget() is self._both
        words = self.grid.grid.cursor_words()
        self.hints_changed.emit(cell_hints(words, chosen, self._attendance) if shown and chosen else ())
