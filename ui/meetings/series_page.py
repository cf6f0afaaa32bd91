"""'Ny række' and 'Ret mønster fra her': a series at the left, its dates with their findings at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.meetings.checks import SeriesDay
from dagleder.meetings.drafts import SeriesDraft
from dagleder.meetings.rule_text import full_rule_text
from dagleder.meetings.states import CANCELLED, HELD
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.page import Page
from ui.kit.work import Job, Lane
from ui.meetings.series_dates import SeriesDates, Shown
from ui.meetings.series_entry import SeriesEntry, entry_of, new_entry, title_of
from ui.meetings.series_form import SeriesForm
from ui.meetings.services import MeetingServices

NEW = 0
_FORM_WIDTH = 540
_SOON_MS = 150  # a pause in typing before the dates are reckoned anew


class SeriesPage(Page):
    """`open_record` takes the meeting from which its series is changed, or NEW."""

    feature = "meetings_series"
    title = "Ny række"
    tables = frozenset({"meeting", "meeting_kind", "meeting_series", "team"})

    def __init__(self, context: Context, services: MeetingServices) -> None:
        super().__init__(context)
        self._services, self._meetings = services, services.meetings
        self._edition = 0
        self._kept = 0
        self._title = self.title
        self.form: SeriesForm | None = None
        self.dates = SeriesDates(context.theme)
        self._save = Action("Opret række", self._carry_out, Menu.EDIT, "check", "Ctrl+Return", named=self._save_name)
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._reckon)
        self._area, self._card = QScrollArea(), QFrame()
        self._build()

    def _build(self) -> None:
        theme, back = self.context.theme, self.context.back
        self.header.add_before(Button(theme, "", back, Look(Kind.QUIET, "arrow-left"), "Tilbage (Alt+←)"))
        self.header.add_action(Action("Annullér", back, Menu.EDIT))
        self.header.set_primary(self._save)
        card = self._card
        card.setProperty("kind", "card")
        theme.changed.connect(self._resize)
        self._resize()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._area)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(card)
        row.addWidget(self.dates, 1)
        self.content.addLayout(row, 1)

    def _resize(self) -> None:
        self._card.setFixedWidth(self.context.theme.px(_FORM_WIDTH))

    # what the frame asks for

    def load(self) -> None:
        if self.form is None:
            self.open_record(NEW)

    def refresh(self, tables: frozenset[str]) -> None:
        if not self.tables.isdisjoint(tables):
            self._reckon()

    def open_record(self, record_id: int) -> None:
        try:
            entry = self._entry_from(record_id) if record_id else self._new_entry()
        except UserProblem as problem:
            self.context.messages.problem(problem)
            return
        self.header.set_title(self._title)
        kinds, teams = self._meetings.kinds(hidden=bool(record_id)), self._services.settings.teams()
        self.form = SeriesForm(self.context, kinds, teams, entry)
        self.form.changed.connect(self._soon.start)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 16)
        column.addWidget(self.form)
        column.addStretch(1)
        self._area.setWidget(inner)
        self.header.bring_up_to_date()
        self.actions_changed.emit()
        self._reckon()

    def page_actions(self) -> Sequence[Action]:
        return (self._save,)

    def panes(self) -> Sequence[QWidget]:
        first = "kind_id" if self._is_new else "start"
        return (self.form.form.frame(first).control, self.dates) if self.form else ()

    # the entry

    @property
    def _is_new(self) -> bool:
        return self.form is None or self.form.entry.series_id is None

    def _save_name(self) -> str:
        since = self.form.entry.since if self.form else None
        return f"Ret fra {day_text(since)}" if since else "Opret række"

    def _new_entry(self) -> SeriesEntry:
        self._title, self._kept = self.title, 0
        return new_entry(self._meetings.kinds()[0], self.context.clock.today())

    def _entry_from(self, meeting_id: int) -> SeriesEntry:
        meeting = self._meetings.meeting(meeting_id)
        series = next((each for each in self._meetings.series() if each.id == meeting.series_id), None)
        if series is None:
            raise UserProblem("Mødet hører ikke til en række.")
        own = [each for each in self._meetings.meetings() if each.series_id == series.id]
        coming = [each for each in own if each.day >= meeting.day and each.state not in (CANCELLED, HELD)]
        self._kept = sum(each.day < meeting.day and not each.cancelled for each in own)
        self._title = f"Ret mønster: {title_of(series)}"
        return entry_of(series, meeting, coming)

    def _carry_out(self) -> None:
        if self.form is None:
            return
        entry = self.form.finished()
        if entry is None:
            return
        try:
            draft = entry.draft()
        except UserProblem as problem:
            if not self.form.show_problem(problem):
                self.context.messages.problem(problem)
            return
        self._keep(entry, draft)

    def _keep(self, entry: SeriesEntry, draft: SeriesDraft) -> None:
        if entry.series_id is None or entry.since is None:
            outcome = self.context.run("Rækken er oprettet", partial(self._meetings.add_series, draft), self.form)
            series_id = outcome.value
        else:
            series_id = entry.series_id
            change = partial(self._meetings.change_series, series_id, draft, entry.since)
            said = f"Mønstret er rettet fra {day_text(entry.since)}"
            series_id = series_id if self.context.run(said, change, self.form).ok else None
        if series_id is not None:
            since = entry.since or draft.dates()[0]
            own = (each for each in self._meetings.meetings(since) if each.series_id == series_id)
            self.context.open("meetings", next((each.id for each in own if not each.cancelled), None))

    # the dates

    def _reckon(self) -> None:
        """The dates with their findings, beside the page: a year of checks takes a moment."""
        self._edition += 1
        if self.form is None:
            return
        entry, edition = self.form.entry, self._edition
        try:
            draft = entry.draft()
        except UserProblem as problem:
            self.dates.show_dates(Shown("Datoerne", problem=problem.sentence))
            return
        rule = full_rule_text(draft.rule) if draft.rule else "Udvalgte datoer"
        job = Job(
            "Ser på datoerne",
            lambda _progress: self._meetings.preview_series(draft, entry.series_id),
            lambda days: self._show(rule, days, edition),
            quiet=True,
            lane=Lane.DATA,
        )
        self.context.work.start(job)

    def _show(self, rule: str, days: Sequence[SeriesDay], edition: int) -> None:
        if edition == self._edition and self.form is not None:
            since = self.form.entry.since
            coming = [day for day in days if since is None or day.where.target >= since]
            self.dates.show_dates(Shown(rule, coming, kept=self._kept))
            self.hints_changed.emit((Hint("Ctrl+Enter", self._save_name().lower()),))
