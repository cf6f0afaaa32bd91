"""The page 'Bemanding': the week as a grid of everybody, the same in words, and what the house itself wants."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dagleder.base.command import Json
from dagleder.base.dates import monday_of
from dagleder.calendars.weeks import days_of_week, week_ahead
from dagleder.presence.attendance import Attendance
from dagleder.presence.service import FRIDAY
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.page import Page
from ui.kit.segment import Part, Segment
from ui.presence import papers
from ui.presence.desk import Desk
from ui.presence.nothing_yet import no_people, no_teams
from ui.presence.page_actions import GRID, WORDS, page_actions
from ui.presence.services import PresenceServices
from ui.presence.shown_week import ShownWeek
from ui.presence.team_filter import TeamFilter
from ui.presence.week_bar import WeekBar
from ui.presence.words_panel import WordsPanel

_WEEK = timedelta(days=7)
_ROOMY = 1130  # px from which the header has room for everything


class PresencePage(Page):
    """Arrows move in the grid; Enter tells who is there, M goes to the minimum, letters lay absence."""

    feature = "presence"
    title = "Bemanding"
    of_the_day = frozenset({"week", "across"})  # the grid's columns are days

    def __init__(self, context: Context, services: PresenceServices) -> None:
        super().__init__(context)
        self._services = services
        self.tables = services.presence.tables
        self._monday = week_ahead(context.clock.today())
        self._attendance: Attendance | None = None
        self._shown: ShownWeek | None = None
        self.desk = Desk(context, services)
        self.words = WordsPanel(context.theme, large=True)
        self.filter, self.week_bar = TeamFilter(context.theme), WeekBar(context.theme)
        self.shape = Segment("Vis ugen", (Part(GRID, "Gitter"), Part(WORDS, "I ord")))
        self._views = QStackedWidget()
        self._no_teams, self._no_people = no_teams(context), no_people(context)
        self._actions = page_actions(self, self.desk)
        for widget in (self.week_bar, self.shape, self.filter.button):
            self.header.add(widget)
        self._show_header()
        for view in (self.desk, self.words, self._no_teams, self._no_people):
            self._views.addWidget(view)
        self.content.addWidget(self._views, 1)
        self._connect()

    def _connect(self) -> None:
        self.week_bar.moved.connect(self.move_week)
        self.shape.chosen.connect(self._show_shape)
        self.filter.changed.connect(self._show_week)
        self.desk.wanted.connect(lambda: self._show_shape(GRID))
        self.desk.week_wanted.connect(self.show_week)
        self.desk.everything_wanted.connect(lambda: self.filter.choose(None))
        self.desk.told.connect(self._tell)
        self.desk.panel_changed.connect(self._show_header)
        for words in (self.desk.side.words, self.words):
            words.chosen.connect(self.desk.show_gap)
            words.taken.connect(self.desk.take)
            words.plan_wanted.connect(self.desk.edit_need)
            words.times_wanted.connect(self.desk.enter_times)

    def _show_header(self) -> None:
        """Two buttons are never the primary one: while a panel asks for something it has its own."""
        actions = [self._actions["absence"], self._actions["print"]]
        if self.desk.side.aside is None:
            self.header.show_actions(actions, self._actions["relief"])
        else:
            self.header.show_actions([*actions, self._actions["relief"]])

    # what the frame asks for

    def load(self) -> None:
        for _turn in self.load_slowly():
            pass

    def load_slowly(self) -> Iterator[None]:
        attendance = self._attendance = self._services.presence.attendance(self._monday, self._monday + FRIDAY)
        yield
        days = days_of_week(self._monday)
        teams = attendance.facts.house.teams
        self.filter.show_teams([team for team in teams if any(team.is_open(day) for day in days)])
        self._show_week()
        self.header.bring_up_to_date()
        yield

    def open_record(self, record_id: int) -> None:
        """The records of this page are people."""
        self.open_about(record_id)

    def open_day(self, day: date) -> None:
        self.show_week(day)
        self.desk.show_day(day)

    def open_about(self, employee_id: int) -> None:
        self.desk.show_person(employee_id)

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        if self._views.currentWidget() is not self.desk:
            return (self.words,)
        side = self.desk.side
        return (self.desk.grid, side.aside) if side.aside else (self.desk.grid, side.words, side.need)

    def toggle_side_panel(self) -> bool:
        self.desk.side.setVisible(self.desk.side.isHidden())
        return True

    def place(self) -> dict[str, Json]:
        return {
            "week": self._monday.isoformat(),
            "shape": self.shape.key,
            "team": self.filter.team_id,
            "side": not self.desk.side.isHidden(),
            "grid": self.desk.grid.grid.place(),
        }

    def go_to(self, place: dict[str, Json]) -> None:
        week, team, shape, grid = (place.get(name) for name in ("week", "team", "shape", "grid"))
        if isinstance(week, str) and week != self._monday.isoformat():  # which has just been read
            self.show_week(date.fromisoformat(week))
        if isinstance(team, int):
            self.filter.choose(team)
        if shape in (GRID, WORDS):
            self._show_shape(str(shape))
        self.desk.side.setVisible(place.get("side") is not False)
        if isinstance(grid, dict):
            self.desk.grid.grid.go_to(grid)

    # which week, and how

    def move_week(self, weeks: int) -> None:
        """So many weeks on; 0 is back to this week."""
        self.show_week(self._monday + weeks * _WEEK if weeks else week_ahead(self.context.clock.today()))

    def show_week(self, day: date) -> None:
        self._monday = monday_of(day)
        self.load()

    def other_shape(self) -> None:
        self._show_shape(GRID if self.shape.key == WORDS else WORDS)

    def print_week(self) -> None:
        context = self.context
        shown = papers.PaperWeek(self._monday, self.filter.team_id)
        context.show_paper(papers.week_paper(self._services, context.clock, shown, self.shape.key))

    def _show_shape(self, shape: str) -> None:
        self.shape.choose(shape)
        self._show_view()
        self.actions_changed.emit()

    def _show_week(self) -> None:
        """Of all stuer, or of the one that is chosen: as a grid and in words."""
        if self._attendance is not None:
            week = self._attendance.week(self._monday, self.filter.team_id)
            self._shown = ShownWeek(self._attendance, week)
            self.week_bar.show_week(week.title, this_week=self._monday == week_ahead(self.context.clock.today()))
            self.desk.side.words.show_week(week, counts_leader=self._attendance.facts.house.counts_leader)
            self.desk.show_week(self._shown)
            self._show_view()

    def _show_view(self) -> None:
        facts = self._shown.attendance.facts if self._shown else None
        if facts is None or not facts.house.teams:
            self._views.setCurrentWidget(self._no_teams)
        elif not facts.people:
            self._views.setCurrentWidget(self._no_people)
        else:
            if self.shape.key == WORDS and self._shown:
                self.words.show_week(self._shown.week, counts_leader=facts.house.counts_leader)
            self._views.setCurrentWidget(self.words if self.shape.key == WORDS else self.desk)
        self._tell()

    # telling

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.week_bar.show_dates(shown=event.size().width() >= self.context.theme.px(_ROOMY))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        self.hints_changed.emit(self.desk.hints() if self._views.currentWidget() is self.desk else ())
