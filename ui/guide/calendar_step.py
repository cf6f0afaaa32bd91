"""Trin 7: the usual lukkedage and the year's meetings, proposed with their reasons and laid when she goes on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dagleder.base.text import and_list, plural
from dagleder.guide.closing import CLOSED_ANYWAY
from dagleder.guide.steps import Step
from ui.guide.closing_list import ClosingList
from ui.guide.own_closing import OwnClosing
from ui.guide.rhythm_list import RhythmList
from ui.guide.step import GuideParts, GuideStep, card
from ui.kit.label import Label

_TEXT = "Et forslag ud fra det, de fleste gør. Fjern fluebenet ved det, der ikke passer. Alt kan flyttes bagefter."
_MEETINGS = "Ingen møder i juli og i uge 7, 42, 52 og 53. Et møde på en helligdag rykker en uge."


_CLOSING, _LEFT_OUT = "closing", "left out"  # of what she chose


class CalendarStep(GuideStep):
    """Going on lays what is ticked: one step for the lukkedage, one for the meetings."""

    step = Step.CALENDAR

    def __init__(self, parts: GuideParts) -> None:
        super().__init__("Lukkedage og første mødeplan", _TEXT)
        self._parts, services = parts, parts.services
        self._guide, self._meetings = services.guide, services.meetings
        self.year: int = self._guide.year_to_plan()
        self.closing = ClosingList()
        self.rhythm = RhythmList(parts.context.theme)
        self.own = OwnClosing(parts.context, services.settings, self.year)
        self._no_closing, self._no_meetings = Label("", "", "text2", wrap=True), Label("", "", "text2", wrap=True)
        self.column.addWidget(self._closing_card())
        if self._meetings is not None:
            self.column.addWidget(self._meetings_card())
        self.column.addStretch(1)
        kept = self._guide.choices(self.step)
        left_out, self._otherwise = kept.get(_LEFT_OUT), kept.get(_CLOSING)
        self.rhythm.leave_out(left_out if isinstance(left_out, list) else ())
        for part in (self.closing, self.rhythm):
            part.changed.connect(self._chosen)

    def _closing_card(self) -> QFrame:
        frame, column = card(f"Lukkedage i {self.year}", self.own.add_button)
        column.addWidget(Label(CLOSED_ANYWAY, "small", "text2", wrap=True))
        _add(column, self.own, self.closing, self._no_closing)
        return frame

    def _meetings_card(self) -> QFrame:
        frame, column = card(f"Møder i {self.year}")
        column.addWidget(Label(_MEETINGS, "small", "text2", wrap=True))
        _add(column, self.rhythm, self._no_meetings)
        return frame

    def load(self) -> None:
        closing = self._guide.closing_proposals(self.year)
        self.closing.show_proposals(closing)
        self._put_back()
        self._no_closing.setText("" if closing else "De sædvanlige lukkedage er lagt.")
        self._no_closing.setVisible(not closing)
        self.own.load()
        if self._meetings is not None:
            meetings = self._meetings.propose_year(self.year)
            self.rhythm.show_meetings(meetings)
            self._no_meetings.setText("" if meetings else f"Møderne i {self.year} er lagt.")
            self._no_meetings.setVisible(not meetings)
        self.changed.emit()

    def _put_back(self) -> None:
        """The ticks as she left them, the first time they are shown."""
        otherwise, self._otherwise = self._otherwise, None
        if isinstance(otherwise, dict):
            self.closing.choose(otherwise)

    def _chosen(self) -> None:
        kept = {_CLOSING: self.closing.otherwise(), _LEFT_OUT: self.rhythm.left_out()}
        self._guide.keep_choices(self.step, {part: chosen for part, chosen in kept.items() if chosen})
        self.changed.emit()

    def next_name(self) -> str:
        found = []
        if closing := self.closing.chosen():
            found.append(plural(sum(len(each.days) for each in closing), "lukkedag", "lukkedage"))
        if meetings := self.rhythm.chosen():
            found.append(plural(len(meetings), "møde", "møder"))
        return f"Læg {and_list(found)}, og bliv færdig" if found else "Færdig"

    def leave(self) -> bool:
        """The lukkedage first: a pædagogisk dag is put on the first of them."""
        if not self.own.panel.finish():
            return False
        run = self._parts.context.run
        closing, meetings = self.closing.chosen(), self.rhythm.chosen()
        if closing and not run("Lukkedagene er lagt", lambda: self._guide.accept_closing(closing)).ok:
            return False
        if not meetings or self._meetings is None:
            return True
        wanted = self.rhythm.chosen_of(self._meetings.propose_year(self.year))
        return run(f"Mødeplanen for {self.year} er lagt", lambda: self._meetings.lay_year(self.year, wanted)).ok

    def begin(self) -> None:
        ticks = [*self.closing.ticks, *(line.tick for line in self.rhythm.lines)]
        if ticks:
            ticks[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _add(column: QVBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        column.addWidget(widget)
