"""The right half of the meetings page: one meeting as it stands, changed where it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dagleder.base.dates import day_text, span_text, weekday_text
from dagleder.base.text import capitalised, plural
from dagleder.meetings.children import Cover, fine_text
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED, STATE_NAMES
from dagleder.meetings.versions import MOVED_BY_HAND
from dagleder.settings.places import Team
from ui.context import Context
from ui.kit.action_foot import ActionFoot
from ui.kit.actions import Action
from ui.kit.buttons import Button, Look
from ui.kit.chip import Chip
from ui.kit.field_rows import FieldRows
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.rolling import Rolling, stacked
from ui.meetings.finding_lines import Remark, RemarksCard
from ui.meetings.guests import Company, GuestsCard, SetGuests
from ui.meetings.meeting_form import ChangeMeeting, ExplainMove, MeetingForm
from ui.theme.theme import Theme

_SIDE = 18
_LOOKS = {
    PLANNED: ("outline", ""),
    PROPOSED: ("info", "circle-dashed"),
    CANCELLED: ("danger", "calendar-x"),
    HELD: ("ok", "check"),
}
_NOTHING = {
    CANCELLED: "Mødet er aflyst. Det står i kalenderfilen som aflyst.",
    HELD: "Mødet er holdt.",
}


@dataclass(frozen=True)
class MeetingView:
    """All that is shown of a meeting."""

    company: Company
    teams: Sequence[Team]
    remarks: Sequence[Remark] = ()
    covers: Sequence[Cover] = ()

    @property
    def meeting(self) -> Meeting:
        return self.company.meeting


@dataclass(frozen=True)
class PaneWays:
    """What the pane's buttons do for the meeting shown."""

    change: ChangeMeeting
    explain: ExplainMove
    set_guests: SetGuests
    more: Sequence[Action]  # behind '…'
    foot: Sequence[Action]


class MeetingDetail(QWidget):
    """Kept while meetings are shown one after the other, so that the keyboard stays in its field.

    `done` comes when the button she pressed has gone: the keyboard must not fall to the one beside it.
    """

    done = Signal()

    def __init__(self, context: Context, ways: PaneWays) -> None:
        super().__init__()
        self._context, self._ways = context, ways
        self._meeting_id: int | None = None
        theme = context.theme
        self._title = Label("", "h2", wrap=True)
        self._chips = QHBoxLayout()
        self._facts = {icon: Label("", "table", "text2") for icon in ("calendar", "clock", "map-pin", "users")}
        self._moved = Label("", "small", "text2", wrap=True)
        self.form = MeetingForm(context, ways.change, ways.explain)
        self.guests = GuestsCard(context, ways.set_guests)
        self.remarks = RemarksCard(theme)
        self._foot = ActionFoot(theme, ways.foot)
        self._scroll = Rolling()
        self._chip: Chip | None = None
        self._build()
        self.guests.opened.connect(self._bring_into_view)

    def _build(self) -> None:
        self._scroll.setWidget(self._body())
        stacked(self, self._head(), Line(), self._scroll, self._foot)

    def _head(self) -> QWidget:
        theme, head = self._context.theme, QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(_SIDE, 12, _SIDE, 10)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addLayout(self._chips)
        self.more = Button(theme, "", None, Look(icon="ellipsis"), "Mere om mødet")
        self._menu = QMenu(self.more)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        top.addWidget(self.more)
        column.addLayout(top)
        facts = FieldRows()  # two lines where large texts need them
        for icon, label in self._facts.items():
            facts.add(_fact(theme, icon, label), 3)
        column.addLayout(facts)
        column.addWidget(self._moved)
        return head

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 14, _SIDE, 16)
        column.setSpacing(18)
        for part in (self.remarks, self.form, self.guests):
            column.addWidget(part)
        column.addStretch(1)
        return body

    def show_view(self, view: MeetingView) -> None:
        meeting = view.meeting
        if self._meeting_id is not None and self._meeting_id != meeting.id:
            self.form.leave()
            self._scroll.verticalScrollBar().setValue(0)
        self._meeting_id = meeting.id
        self.setAccessibleName(meeting.full_title)
        self._title.setText(meeting.full_title)
        self._show_state(meeting)
        self._facts["calendar"].setText(f"{capitalised(weekday_text(meeting.day))} {day_text(meeting.day)}")
        self._facts["clock"].setText(span_text(meeting.start, meeting.end))
        self._facts["map-pin"].setText(meeting.place or "Uden sted")
        self._facts["users"].setText(_count(view.company))
        self._moved.setText(moved_text(meeting))
        self._moved.setVisible(bool(meeting.original_day))
        nothing = _NOTHING.get(meeting.state) or fine_text(view.covers)
        self.remarks.show_remarks(view.remarks, view.covers, nothing)
        self.form.show_meeting(meeting, view.teams)
        self.guests.show_company(view.company)
        if self._foot.renew():
            self.done.emit()

    def _bring_into_view(self, part: QWidget) -> None:
        """Once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    @property
    def facts(self) -> tuple[str, ...]:
        """What the line under the title says: day, time, place, how many."""
        return tuple(label.text() for label in self._facts.values())

    @property
    def moved(self) -> str:
        """Where it was moved from, and why; '' when it was not."""
        return self._moved.text()

    def _show_state(self, meeting: Meeting) -> None:
        if self._chip is not None:
            self._chips.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
        look, icon = _LOOKS[meeting.state]
        self._chip = Chip(self._context.theme, capitalised(STATE_NAMES[meeting.state]), look, icon)
        self._chips.addWidget(self._chip)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for action in self._ways.more:
            if not action.why_not():
                icon = self._context.theme.icon(action.icon)
                shown = self._menu.addAction(icon, action.shown_name().replace("&", "&&"))
                shown.triggered.connect(lambda _checked=False, run=action.run: run())


class MeetingPane(QFrame):
    """A meeting, a panel that asks for something, or a line that says how to begin."""

    def __init__(self, context: Context, ways: PaneWays) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Møde")
        self.detail = MeetingDetail(context, ways)
        self._nothing = Label("", tone="text2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        for part in (self.detail, self._nothing):
            self._column.addWidget(part)
        self.show_nothing("")

    def show_meeting(self, view: MeetingView) -> None:
        self._front(self.detail)
        self.detail.show_view(view)
        self.setAccessibleName(view.meeting.full_title)

    def show_nothing(self, text: str) -> None:
        self._nothing.setText(text)
        self.setAccessibleName("Intet møde valgt")
        self._front(self._nothing)

    def show_panel(self, panel: QWidget) -> None:
        self._front(panel)
        self._panel = panel
        self._column.addWidget(panel)
        self.setAccessibleName(panel.accessibleName())

    def _front(self, part: QWidget) -> None:
        if self._panel is not None and part is not self._panel:
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        for other in (self.detail, self._nothing):
            other.setVisible(other is part)


def _fact(theme: Theme, icon: str, label: Label) -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(IconLabel(theme, icon, "text2", 15))
    row.addWidget(label)
    row.addStretch(1)
    return fact


def _count(company: Company) -> str:
    external = sum(guest.employee_id is None for guest in company.meeting.guests)
    return plural(len(company.people) + external, "deltager", "deltagere")


def moved_text(meeting: Meeting) -> str:
    """'Flyttet fra 21. april på grund af temadag i klyngen.'."""
    if meeting.original_day is None:
        return ""
    why = "" if meeting.because in ("", MOVED_BY_HAND) else f" på grund af {meeting.because}"
    return f"Flyttet fra {day_text(meeting.original_day)}{why}."
