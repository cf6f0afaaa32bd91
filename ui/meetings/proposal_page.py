"""'Læg årets møder': the usual rhythm as a list, each meeting with its reason, laid in one step."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.command import Json
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.text import plural
from dagleder.meetings.kinds import Kind as MeetingKind
from dagleder.meetings.plan_year import PlanYear
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.empty_state import EmptyState
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.page import Page
from ui.kit.rolling import Rolling
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.meetings.proposal_rows import BY_KIND, COLUMNS, ProposedLine, by_kind, summary
from ui.meetings.services import MeetingServices

_SIDE_WIDTH = 320


class ProposalPage(Page):
    """`open_record` takes the year."""

    feature = "meetings_plan"
    title = "Læg årets møder"

    def __init__(self, context: Context, services: MeetingServices) -> None:
        super().__init__(context)
        self._meetings = services.meetings
        self.tables = services.meetings.tables
        self._year = context.clock.today().year + 1
        self._lines: list[ProposedLine] = []
        self._off: set[tuple[str, object]] = set()  # what she has switched off, by part of the rhythm and day
        self._notes: Sequence[Finding] = ()
        theme = context.theme
        self._lay = Action(
            "Læg møderne",
            self._carry_out,
            Menu.EDIT,
            "check",
            "Ctrl+Return",
            why_not=self._why_not,
            named=lambda: f"Læg {plural(len(self.chosen), 'møde', 'møder')}",
        )
        self._turns = [
            Action("Året før", partial(self._turn, -1), Menu.VIEW, "chevron-left", "Alt+PgUp"),
            Action("Året efter", partial(self._turn, 1), Menu.VIEW, "chevron-right", "Alt+PgDown"),
        ]
        self.model = TableModel(COLUMNS, lambda line: line.number, BY_KIND)
        self.table = Table(theme, self.model, Density.NORMAL)
        self.table.setAccessibleName("Forslag til årets møder")
        self._empty = EmptyState(theme, "", "", "circle-check", (Button(theme, "Tilbage til møderne", context.back),))
        self.pane = TablePane(theme, self.table, self._empty, "Filtrér forslaget")
        self._side_card = QFrame()
        self._shown: QWidget | None = None
        self.kind_boxes: list[QCheckBox] = []
        self._year_label = Label("", "h2")
        self._build()
        self.table.ticked.connect(lambda line, _key: self._switch([line.number], on=not line.on))
        self.table.opened.connect(lambda line: self._switch([line.number], on=not line.on))

    def _build(self) -> None:
        theme, back = self.context.theme, self.context.back
        for action, place in zip(self._turns, (0, 2), strict=True):
            button = Button(theme, "", action.run, Look(Kind.QUIET, action.icon), f"{action.name} ({action.key})")
            self.header.add(button)
            if place == 0:
                self.header.add(self._year_label)
        self.header.add_filter(self.pane.filter_field)
        self.header.add_action(Action("Annullér", back, Menu.EDIT))
        self.header.set_primary(self._lay)
        side = self._side_card
        side.setProperty("kind", "card")
        theme.changed.connect(self._resize)
        self._resize()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(1, 1, 1, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pane, 1)
        row.addWidget(side)
        self.content.addLayout(row, 1)

    # what the frame asks for

    def load(self) -> None:
        found = self._meetings.proposal(self._year)
        lines = [
            ProposedLine(number, meeting, (meeting.standard_key, meeting.day) not in self._off)
            for number, meeting in enumerate(found.meetings)
        ]
        self._notes = found.notes
        self._lines = by_kind(lines)
        self._year_label.setText(str(self._year))
        self._empty.show_text(
            f"Mødeplanen for {self._year} er lagt", "Intet mangler af den sædvanlige rytme. Intet er ændret."
        )
        self._show()

    def open_record(self, record_id: int) -> None:
        self._show_year(record_id)

    def page_actions(self) -> Sequence[Action]:
        return (self._lay, *self._turns)

    def panes(self) -> Sequence[QWidget]:
        return (self.table,) if self._lines else (self.pane,)

    def place(self) -> dict[str, Json]:
        return {"year": self._year}

    def go_to(self, place: dict[str, Json]) -> None:
        year = place.get("year")
        if isinstance(year, int):
            self._show_year(year)

    # switching

    @property
    def chosen(self) -> list[ProposedLine]:
        """The lines that are on."""
        return [line for line in self._lines if line.on]

    def _switch(self, numbers: Sequence[int], *, on: bool) -> None:
        wanted = set(numbers)
        self._lines = [replace(line, on=on) if line.number in wanted else line for line in self._lines]
        self._off = {(line.meeting.standard_key, line.meeting.day) for line in self._lines if not line.on}
        self._show()

    def _show(self) -> None:
        self.pane.set_rows(self._lines)
        self._show_side()
        self.header.bring_up_to_date()
        self.actions_changed.emit()
        self.hints_changed.emit((Hint("Mellemrum", "slå til eller fra"), Hint("Ctrl+Enter", "læg møderne")))

    def _turn(self, step: int) -> None:
        self._show_year(self._year + step)

    def _show_year(self, year: int) -> None:
        try:
            PlanYear(year).check()
        except UserProblem:  # the arrow does no more at the end of the calendar
            return
        if year != self._year:
            self._off.clear()
        self._year = year
        self.load()

    def _why_not(self) -> str:
        if not self._lines:
            return f"Mødeplanen for {self._year} er allerede lagt."
        return "" if self.chosen else "Alle møder er slået fra."

    def _carry_out(self) -> None:
        if self._why_not():
            return
        meetings, year = [line.meeting for line in self.chosen], self._year
        said = f"{plural(len(meetings), 'møde', 'møder')} er lagt i {year}"
        outcome = self.context.run(said, partial(self._meetings.lay_year, year, meetings))
        if outcome.ok:
            first = min(meetings, key=lambda meeting: meeting.day)
            laid = self._meetings.meetings(first.day, first.day)
            self.context.open("meetings", laid[0].id if laid else None)

    # beside the list

    def _resize(self) -> None:
        self._side_card.setFixedWidth(self.context.theme.px(_SIDE_WIDTH))

    def _show_side(self) -> None:
        if self._shown is not None:
            self._side.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        area = Rolling()
        area.setWidget(self._side_body())
        self._shown = area
        self._side.addWidget(area)

    def _side_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(Label("Den sædvanlige rytme", "h3"))
        column.addWidget(Label(summary(self._lines), "table", "text2", wrap=True))
        kinds = dict.fromkeys(line.meeting.kind for line in self._lines)
        self.kind_boxes = [self._kind_box(kind) for kind in kinds]
        for box in self.kind_boxes:
            column.addWidget(box)
        if self._notes:
            column.addWidget(Line())
            column.addWidget(Label("Udeladt", "h3"))
            for note in self._notes:
                column.addWidget(Label(f"{note.subject}. {note.text}", "small", "text2", wrap=True))
        column.addStretch(1)
        return body

    def _kind_box(self, kind: MeetingKind) -> QCheckBox:
        own = [line for line in self._lines if line.meeting.kind.id == kind.id]
        on = sum(line.on for line in own)
        count = str(on) if on == len(own) else f"{on} af {len(own)}"
        box = QCheckBox(f"{kind.name} · {count}".replace("&", "&&"))
        box.setTristate(0 < on < len(own))
        partly = Qt.CheckState.PartiallyChecked
        box.setCheckState(partly if 0 < on < len(own) else Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        numbers = [line.number for line in own]
        box.clicked.connect(lambda _checked=False: self._switch(numbers, on=on < len(own)))
        return box
