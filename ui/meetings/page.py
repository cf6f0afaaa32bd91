"""The page 'Møder': the year's plan or what lies ahead at the left, one meeting at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from dagleder.base.command import Json
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.text import plural
from dagleder.calendars.workdays import next_workday
from dagleder.meetings.drafts import MeetingDraft
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.plan_year import AUGUST, PlanYear
from ui.context import Context
from ui.kit.actions import Action, Hint
from ui.kit.page import Page
from ui.meetings.coming import PERSON
from ui.meetings.deeds import MeetingDeeds
from ui.meetings.left_side import COMING, LeftSide, LeftWays
from ui.meetings.meeting_pane import MeetingPane, PaneWays
from ui.meetings.new_meeting import NewMeetingPanel
from ui.meetings.page_actions import FOOT, MORE, PageDeeds, page_actions
from ui.meetings.reading import first_ahead, next_of_series, read_meeting
from ui.meetings.remarks import WaysOn
from ui.meetings.services import MeetingServices
from ui.meetings.year_checks import YearChecks

PLAN, SERIES = "meetings_plan", "meetings_series"
_WIDTHS = [600, 584]
_NOTHING = "Vælg et møde i planen, eller opret et nyt."
_HINTS = (Hint("↑↓←→", "vælg"), Hint("Enter", "ret"), Hint("Del", "aflys"))


class MeetingsPage(Page):
    """Arrows go from meeting to meeting, Enter goes into the one chosen, Del cancels it."""

    feature = "meetings"
    title = "Møder"
    of_the_day = frozenset({"year", "first_month"})

    def __init__(self, context: Context, services: MeetingServices) -> None:
        super().__init__(context)
        self._services, self._meetings = services, services.meetings
        self.tables = services.meetings.tables
        self.year = PlanYear(services.meetings.default_year())
        self._plan: MeetingPlan | None = None
        self._meeting: Meeting | None = None
        self.panel: NewMeetingPanel | None = None
        self._deeds = MeetingDeeds(context, services)
        self._actions = page_actions(self._page_deeds())
        self.checks = YearChecks(context, services.meetings)
        self.left = LeftSide(context, self._left_ways())
        self.pane = MeetingPane(context, self._pane_ways())
        self._split = _side_by_side(self.left, self.pane)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add_tabs(self.left.tabs)
        self.header.add(self.left.coming.filters)
        self._show_header()
        self.content.addWidget(self._split, 1)

    def _connect(self) -> None:
        grid, coming = self.left.year.grid, self.left.coming
        grid.chosen.connect(self.choose)
        grid.opened.connect(self._enter)
        grid.removed.connect(lambda _id: self._actions["cancel"].run())
        coming.chosen.connect(self._marked)
        coming.opened.connect(self._enter)
        coming.changed.connect(self._tell)
        self.left.turned_to.connect(self._turned_to)
        self.checks.found.connect(self._show_notes)
        self.pane.detail.done.connect(lambda: self.left.pane.setFocus())  # noqa: PLW0108 -- which pane depends on when

    # what the frame asks for

    def load(self) -> None:
        self._plan = self._meetings.plan(self.year)
        self.left.show_plan(self._plan)
        if self.panel is None:
            self.choose(self._chosen_id if self._read(self._chosen_id) else first_ahead(self._plan))
        self._show_pane()
        self.checks.ask(self.year)

    def open_record(self, record_id: int) -> None:
        """A meeting, in its own year."""
        try:
            meeting = self._meetings.meeting(record_id)
        except UserProblem as problem:
            self.context.messages.problem(problem)
            return
        if not self.year.first <= meeting.day <= self.year.last:
            self._show_year(PlanYear(meeting.day.year))
        self.choose(record_id)

    def open_about(self, employee_id: int) -> None:
        """Her meetings ahead."""
        self.left.show_shape(COMING)
        self.left.coming.show_for((PERSON, employee_id))

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        return (self.left.pane,) if self.pane.isHidden() else (self.left.pane, self.pane)

    def toggle_side_panel(self) -> bool:
        self.pane.setVisible(self.pane.isHidden())
        return True

    def focus_filter(self) -> bool:
        self.left.show_shape(COMING)
        self.left.coming.pane.filter_field.setFocus()
        return True

    def place(self) -> dict[str, Json]:
        return {
            "year": self.year.year,
            "first_month": self.year.first_month,
            "chosen": self._chosen_id,
            "widths": list(self._split.sizes()),
            "left": self.left.place(),
        }

    def go_to(self, place: dict[str, Json]) -> None:
        widths, left, chosen = place.get("widths"), place.get("left"), place.get("chosen")
        year, first_month = place.get("year"), place.get("first_month")
        if isinstance(widths, list) and all(isinstance(width, int) and width > 0 for width in widths):
            self._split.setSizes([int(str(width)) for width in widths])
        if isinstance(year, int) and isinstance(first_month, int):
            self._show_year(PlanYear(year, first_month))
        if isinstance(chosen, int) and self._read(chosen):
            self.choose(chosen)
        if isinstance(left, dict):
            self.left.go_to(left)

    # going about

    def choose(self, meeting_id: int | None) -> None:
        """Show a meeting of this year at the right; None shows none."""
        if self.panel is not None:
            self._put_panel(None)
        self._meeting = self._read(meeting_id)
        self.left.choose(self._chosen_id)
        self._show_meeting()
        self.actions_changed.emit()
        self._tell()

    @property
    def _chosen_id(self) -> int | None:
        return self._meeting.id if self._meeting else None

    def _marked(self, meeting_id: int | None) -> None:
        if meeting_id not in (None, self._chosen_id):
            self.choose(meeting_id)

    def _enter(self, meeting_id: int) -> None:
        """Into the fields of the meeting."""
        self._marked(meeting_id)
        self._edit("day")

    def _edit(self, key: str) -> None:
        self.pane.show()
        self.pane.detail.form.go_to(key)

    def _turn(self, step: int) -> None:
        self._show_year(PlanYear(self.year.year + step, self.year.first_month))

    def _turn_season(self) -> None:
        """From January or from August, whichever it is not now."""
        self._show_year(PlanYear(self.year.year, 1 if self.year.first_month == AUGUST else AUGUST))

    def _show_year(self, year: PlanYear) -> None:
        try:
            year.check()
        except UserProblem:  # the arrow does no more at the end of the calendar
            return
        self.year = year
        self.load()

    def _next_to_see(self) -> None:
        chosen = self.checks.next_after(self._chosen_id)
        if self._read(chosen):
            self.choose(chosen)

    def _read(self, meeting_id: int | None) -> Meeting | None:
        return next((each for each in (self._plan.meetings if self._plan else ()) if each.id == meeting_id), None)

    # showing

    def _show_meeting(self) -> None:
        if self._meeting is None or self._plan is None:
            self.pane.show_nothing(_NOTHING)
        else:
            ways = WaysOn(self._deeds.shift, self._deeds.confirm, self._edit, self._deeds.show_staffing)
            self.pane.show_meeting(read_meeting(self._services, self._plan, self._meeting, ways))

    def _turned_to(self, _shape: str) -> None:
        self.left.choose(self._chosen_id)
        self._show_pane()

    def _show_pane(self) -> None:
        self.pane.setVisible(bool(self._plan and self._plan.meetings) or self.panel is not None)
        self._tell()

    def _show_notes(self) -> None:
        self.left.year.show_marks(self.checks.marks)
        self.left.year.show_notes(self.checks.notes(self.choose, self._next_to_see))

    def _show_header(self) -> None:
        """Two buttons are never the primary one: while a panel asks for something it has its own."""
        primary = self._actions["new"] if self.panel is None else None
        self.header.show_actions([self._actions["print"], self._actions["calendar"]], primary)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        meetings = self._plan.shown if self._plan else ()
        count = len(self.left.coming.shown_ids if self.left.in_coming else meetings)
        self.hints_changed.emit((Hint("", plural(count, "møde", "møder")), *_HINTS) if meetings else ())

    # what can be done

    def _left_ways(self) -> LeftWays:
        lay, series, new = (self._actions[key] for key in ("lay", "series", "new"))
        return LeftWays(self._edit_series, self._turn, lay, series, new)

    def _pane_ways(self) -> PaneWays:
        more, foot = ([self._actions[key] for key in keys] for keys in (MORE, FOOT))
        return PaneWays(self._meetings.change, self._meetings.explain_move, self._meetings.set_guests, more, foot)

    def _page_deeds(self) -> PageDeeds:
        return PageDeeds(
            new=self._new,
            lay=lambda: self.context.open(PLAN, self.year.year),
            new_series=lambda: self.context.open(SERIES, 0),
            from_here=lambda meeting: self.context.open(SERIES, meeting.id),
            print_plan=lambda: self._deeds.print_plan(self.year),
            save_plan=lambda: self._deeds.save_plan(self.year),
            season=self._turn_season,
            in_august=lambda: self.year.first_month == AUGUST,
            turn=self._turn,
            shape=lambda shape: self.left.show_shape(shape),  # noqa: PLW0108 -- it is made after the actions
            next_to_see=self._next_to_see,
            meeting=lambda: self._meeting,
            deeds=self._deeds,
        )

    def _edit_series(self, series_id: int) -> None:
        meeting_id = next_of_series(self._plan, series_id) if self._plan else None
        if meeting_id is not None:
            self.context.open(SERIES, meeting_id)

    # a new meeting

    def _new(self) -> None:
        kinds, teams = self._meetings.kinds(), self._services.settings.open_teams()
        panel = NewMeetingPanel(self.context, kinds, teams, self._meetings.check_draft)
        panel.made.connect(self._make)
        panel.given_up.connect(self._give_up)
        self._put_panel(panel)
        self.pane.show_panel(panel)
        self.pane.show()
        panel.begin(next_workday(self.context.clock.today()))

    def _make(self, draft: MeetingDraft) -> None:
        add, said = partial(self._meetings.add, draft), f"Mødet {day_text(draft.day)} er oprettet"
        outcome = self.context.run(said, add, self.panel)
        if outcome.value is not None:
            self.open_record(outcome.value)
            self.left.pane.setFocus()

    def _give_up(self) -> None:
        self.choose(self._chosen_id)
        self._show_pane()
        self.left.pane.setFocus()

    def _put_panel(self, panel: NewMeetingPanel | None) -> None:
        self.panel = panel
        self._show_header()


def _side_by_side(left: QWidget, right: QWidget) -> QSplitter:
    split = QSplitter(Qt.Orientation.Horizontal)
    for side in (left, right):
        split.addWidget(side)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(12)
    split.setSizes(_WIDTHS)
    return split
