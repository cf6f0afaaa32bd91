"""The page 'Møder': the year's plan or what lies ahead at the left, one meeting at the right."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from dagleder.base.command import Json
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.text import plural
from dagleder.calendars.workdays import next_workday
from dagleder.meetings.drafts import MeetingDraft
from dagleder.meetings.files import plan_ics
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.plan_year import AUGUST, PlanYear
from dagleder.meetings.year_plan import year_plan
from ui.context import Context
from ui.kit.actions import Action, Hint
from ui.kit.page import Page
from ui.kit.segment import Part, Segment
from ui.kit.work import Job, Lane
from ui.meetings.coming import Coming
from ui.meetings.deeds import MeetingDeeds
from ui.meetings.empty_year import EmptyYear
from ui.meetings.guests import Company
from ui.meetings.meeting_pane import MeetingPane, MeetingView, PaneWays
from ui.meetings.new_meeting import NewMeetingPanel
from ui.meetings.page_actions import PageDeeds, page_actions
from ui.meetings.papers import plan_paper
from ui.meetings.remarks import WaysOn, remarks
from ui.meetings.saving import save_calendar
from ui.meetings.services import MeetingServices
from ui.meetings.year_notes import to_look_at, year_notes
from ui.meetings.year_panel import YearPanel

YEAR, COMING = "year", "coming"
PLAN, SERIES = "meetings_plan", "meetings_series"
_WIDTHS = [600, 584]
_NOTHING = "Vælg et møde i planen, eller opret et nyt."
_TABLES = frozenset(
    {
        *("meeting", "meeting_kind", "meeting_series", "meeting_team", "meeting_participant", "meeting_frame"),
        *("team", "house", "closing_day", "special_day_status", "employee", "team_membership", "work_pattern"),
        *("work_pattern_day", "weekly_hours", "absence", "loan", "substitute", "staffing_need", "band"),
    }
)


class MeetingsPage(Page):
    """Arrows go from meeting to meeting, Enter goes into the one chosen, Del cancels it."""

    feature = "meetings"
    title = "Møder"
    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, context: Context, services: MeetingServices) -> None:
        super().__init__(context)
        self._services, self._meetings = services, services.meetings
        self._deeds = MeetingDeeds(context, services)
        self._year = PlanYear(services.meetings.default_year())
        self._plan: MeetingPlan | None = None
        self._meeting: Meeting | None = None
        self._findings: list[Finding] = []
        self._edition = 0  # counts the readings: findings of an earlier one are thrown away
        self._panel: NewMeetingPanel | None = None
        self._actions = page_actions(self._page_deeds())
        theme = context.theme
        self.shape = Segment("Vis møder", (Part(YEAR, "Årsplan"), Part(COMING, "Kommende")))
        self.year = YearPanel(theme, self._edit_series, [self._actions[key] for key in ("lay", "series")])
        self.coming = Coming(context, self._new)
        self.empty = EmptyYear(theme, self._actions["lay"], self._actions["new"], self._turn)
        self.pane = MeetingPane(context, self._pane_ways())
        self._views, self._split = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add_tabs(self.shape)
        self.header.add(self.coming.filters)
        self._show_header()
        for view in (self.year, self.coming.pane, self.empty):
            self._views.addWidget(view)
        self._split.addWidget(self._views)
        self._split.addWidget(self.pane)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.setSizes(_WIDTHS)
        self.content.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.shape.chosen.connect(lambda _key: self._show_view())
        self.year.turned.connect(self._turn)
        grid = self.year.grid
        grid.chosen.connect(self.choose)
        grid.opened.connect(self._enter)
        grid.removed.connect(lambda _id: self._with_meeting(self._deeds.cancel)())
        self.coming.chosen.connect(self._coming_chosen)
        self.coming.opened.connect(self._enter)
        self.coming.changed.connect(self._tell)

    # what the frame asks for

    def load(self) -> None:
        today = self.context.clock.today()
        self._plan = plan = self._meetings.plan(self._year)
        shown = year_plan(self._year, plan.meetings, plan.series, today)
        self.year.show_plan(shown, plan.series, today)
        self.coming.show_plan(plan, today)
        self.empty.show_year(self._year)
        self._show_view()
        if self._panel is None:
            chosen = self._meeting.id if self._meeting else None
            self.choose(chosen if chosen is not None and self._known(chosen) else self._first_ahead())
        self._ask_findings()

    def open_record(self, record_id: int) -> None:
        """A meeting, in its own year."""
        try:
            meeting = self._meetings.meeting(record_id)
        except UserProblem as problem:
            self.context.messages.problem(problem)
            return
        if not self._year.first <= meeting.day <= self._year.last:
            self._year = PlanYear(meeting.day.year)
            self._meeting = meeting
            self.load()
        self.choose(record_id)

    def open_about(self, employee_id: int) -> None:
        """Her meetings ahead."""
        self.show_shape(COMING)
        self.coming.show_for(("person", employee_id))

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        if self.shape.key == COMING:
            return (self.coming.table, self.pane)
        return (self.year.grid, self.pane) if self._plan and self._plan.meetings else (self.empty,)

    def toggle_side_panel(self) -> bool:
        self.pane.setVisible(self.pane.isHidden())
        return True

    def focus_filter(self) -> bool:
        self.show_shape(COMING)
        self.coming.pane.filter_field.setFocus()
        return True

    def place(self) -> dict[str, Json]:
        return {
            "shape": self.shape.key,
            "year": self._year.year,
            "first_month": self._year.first_month,
            "on": self.context.clock.today().isoformat(),
            "chosen": self._meeting.id if self._meeting else None,
            "widths": list(self._split.sizes()),
            "scroll": self.year.scroll_place(),
            "coming": self.coming.place(),
        }

    def go_to(self, place: dict[str, Json]) -> None:
        """The year she left is shown again the same day; another day begins with the usual one."""
        widths, coming, scroll = place.get("widths"), place.get("coming"), place.get("scroll")
        if isinstance(widths, list) and all(isinstance(width, int) and width > 0 for width in widths):
            self._split.setSizes([int(str(width)) for width in widths])
        if place.get("on") == self.context.clock.today().isoformat():
            self._show_year(PlanYear(int(str(place["year"])), int(str(place["first_month"]))))
        if isinstance(coming, dict):
            self.coming.go_to(coming)
        if place.get("shape") in (YEAR, COMING):
            self.show_shape(str(place["shape"]))
        chosen = place.get("chosen")
        if isinstance(chosen, int) and self._known(chosen):
            self.choose(chosen)
        if isinstance(scroll, int):
            self.year.scroll_to(scroll)

    # going about

    def show_shape(self, shape: str) -> None:
        self.shape.choose(shape)
        self._show_view()

    def choose(self, meeting_id: int | None) -> None:
        """Show a meeting of this year at the right; None shows none."""
        self._close_panel()
        self._meeting = self._read(meeting_id)
        self.year.grid.choose(self._meeting.id if self._meeting else None)
        if self.shape.key == COMING and self._meeting is not None:
            self.coming.choose(self._meeting.id)
        self._show_meeting()
        self.actions_changed.emit()
        self._tell()

    def _coming_chosen(self, meeting_id: int | None) -> None:
        if meeting_id is not None and (self._meeting is None or self._meeting.id != meeting_id):
            self.choose(meeting_id)

    def _enter(self, meeting_id: int) -> None:
        """Into the fields of the meeting."""
        if self._meeting is None or self._meeting.id != meeting_id:
            self.choose(meeting_id)
        self._edit("day")

    def _edit(self, key: str) -> None:
        self.pane.show()
        self.pane.detail.form.go_to(key)

    def _turn(self, step: int) -> None:
        self._show_year(PlanYear(self._year.year + step, self._year.first_month))

    def _show_year(self, year: PlanYear) -> None:
        try:
            year.check()
        except UserProblem:  # the arrow does no more at the end of the calendar
            return
        self._year = year
        self.load()

    def _turn_season(self) -> None:
        """From January or from August, whichever it is not now."""
        self._show_year(PlanYear(self._year.year, 1 if self._year.first_month == AUGUST else AUGUST))

    def _show_view(self) -> None:
        anything = bool(self._plan and self._plan.meetings)
        in_coming = self.shape.key == COMING
        self._views.setCurrentWidget(self.coming.pane if in_coming else self.year if anything else self.empty)
        self.coming.filters.setVisible(in_coming)
        self.pane.setVisible(anything or self._panel is not None)
        self._tell()

    def _known(self, meeting_id: int) -> bool:
        return self._plan is not None and any(meeting.id == meeting_id for meeting in self._plan.meetings)

    def _first_ahead(self) -> int | None:
        """The next meeting from today on, else the last there is."""
        meetings = [m for m in self._plan.meetings if not m.cancelled] if self._plan else []
        today = self.context.clock.today()
        ahead = next((meeting for meeting in meetings if meeting.day >= today), meetings[-1] if meetings else None)
        return ahead.id if ahead else None

    def _read(self, meeting_id: int | None) -> Meeting | None:
        found = self._plan.meetings if self._plan and meeting_id is not None else ()
        return next((meeting for meeting in found if meeting.id == meeting_id), None)

    # one meeting

    def _show_meeting(self) -> None:
        meeting, plan = self._meeting, self._plan
        if meeting is None or plan is None:
            self.pane.show_nothing(_NOTHING)
            return
        people = self._meetings.participants(meeting.id)
        there = {person.id for person in people}
        others = {
            who: person.name
            for who, person in plan.people.items()
            if who not in there and person.employment.employed_on(meeting.day)
        }
        found = self._meetings.findings(meeting.id)
        shown = MeetingView(
            Company(meeting, people, others),
            self._services.settings.teams(meeting.day),
            remarks(meeting, found, self._ways_on()),
            self._meetings.remaining(meeting.id) if not meeting.cancelled else (),
        )
        self.pane.show_meeting(shown)

    def _ways_on(self) -> WaysOn:
        return WaysOn(self._deeds.shift, self._deeds.confirm, self._edit, partial(self.context.open, "presence"))

    def _pane_ways(self) -> PaneWays:
        actions = self._actions
        more = ("later", "earlier", "longer", "shorter", "held", "from_here", "meeting_calendar", "cancel", "reinstate")
        foot = ("reinstate", "confirm", "cancel", "from_here")
        return PaneWays(
            self._meetings.change,
            self._meetings.set_guests,
            [actions[key] for key in more],
            [actions[key] for key in foot],
        )

    def _with_meeting(self, deed: Callable[[Meeting], None]) -> Callable[[], None]:
        def run() -> None:
            if self._meeting is not None:
                deed(self._meeting)

        return run

    # what can be done

    def _page_deeds(self) -> PageDeeds:
        return PageDeeds(
            new=self._new,
            lay=lambda: self.context.open(PLAN, self._year.year),
            new_series=lambda: self.context.open(SERIES, 0),
            from_here=self._with_meeting(lambda meeting: self.context.open(SERIES, meeting.id)),
            print_plan=self._print,
            save_plan=self._save_calendar,
            season=self._turn_season,
            in_august=lambda: self._year.first_month == AUGUST,
            turn=self._turn,
            shape=self.show_shape,
            next_to_see=self._next_to_see,
            meeting=lambda: self._meeting,
            with_meeting=self._with_meeting,
            deeds=self._deeds,
        )

    def _edit_series(self, series_id: int) -> None:
        """From its next meeting on."""
        today = self.context.clock.today()
        own = [m for m in self._plan.meetings if m.series_id == series_id and not m.cancelled] if self._plan else []
        ahead = [meeting for meeting in own if meeting.day >= today]
        if own:
            self.context.open(SERIES, (ahead or own)[0].id)

    def _new(self) -> None:
        kinds, teams = self._meetings.kinds(), self._services.settings.open_teams()
        panel = NewMeetingPanel(self.context, kinds, teams, self._meetings.check_draft)
        panel.made.connect(self._make)
        panel.given_up.connect(self._give_up)
        self._panel = panel
        self._show_header()
        self.pane.show_panel(panel)
        self.pane.show()
        panel.begin(next_workday(self.context.clock.today()))

    def _make(self, draft: MeetingDraft) -> None:
        panel, self._panel = self._panel, None  # the page is told of the new meeting before it is known by its id
        outcome = self.context.run(
            f"Mødet {day_text(draft.day)} er oprettet", partial(self._meetings.add, draft), panel
        )
        if outcome.value is None:
            self._panel = panel
            return
        self._show_header()
        self.open_record(outcome.value)
        self.panes()[0].setFocus()

    def _give_up(self) -> None:
        self._close_panel()
        self._show_meeting()
        self._show_view()
        self.panes()[0].setFocus()

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel = None
            self._show_header()

    def _show_header(self) -> None:
        """Two buttons are never the primary one: while a panel asks for something it has its own."""
        actions = [self._actions["print"], self._actions["calendar"]]
        if self._panel is None:
            self.header.show_actions(actions, self._actions["new"])
        else:
            self.header.show_actions(actions)

    def _print(self) -> None:
        people = tuple(self._plan.people.values()) if self._plan else ()
        self.context.show_paper(plan_paper(self._services, self._year, people))

    def _save_calendar(self) -> None:
        name = f"Mødeplan {self._year.label.replace('/', '-')}"
        save_calendar(self.context, name, lambda: plan_ics(self._meetings.plan(self._year)))

    # what is worth knowing of the year

    def _ask_findings(self) -> None:
        """Read beside the page: a year of checks takes a moment."""
        self._edition += 1
        year, today, edition = self._year, self.context.clock.today(), self._edition
        job = Job(
            "Ser på årets møder",
            lambda _progress: self._meetings.year_findings(year, today),
            lambda found: self._know_findings(found, edition),
            quiet=True,
            lane=Lane.DATA,
        )
        self.context.work.start(job)

    def _know_findings(self, found: list[Finding], edition: int) -> None:
        if edition == self._edition:
            self._findings = found
            self.year.show_notes(year_notes(found, self.choose, self._next_to_see))
            self.actions_changed.emit()

    def _next_to_see(self) -> None:
        """The next meeting that ought to be looked at, after the one chosen; round and round."""
        waiting = [number for number in to_look_at(self._findings) if self._known(number)]
        if not waiting:
            return
        chosen = self._meeting.id if self._meeting else None
        at = waiting.index(chosen) + 1 if chosen in waiting else 0
        self.choose(waiting[at % len(waiting)])

    # the status line

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        meetings = self._plan.shown if self._plan else ()
        if not meetings:
            self.hints_changed.emit(())
            return
        count = len(self.coming.shown_ids) if self.shape.key == COMING else len(meetings)
        hints = (Hint("↑↓←→", "vælg"), Hint("Enter", "ret"), Hint("Del", "aflys"))
        self.hints_changed.emit((Hint("", plural(count, "møde", "møder")), *hints))
