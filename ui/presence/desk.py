"""The week's grid with its side panel, and what can be done with the cell that is chosen."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dagleder.base.dates import WORKDAYS, monday_of
from dagleder.presence.facts import Person
from dagleder.presence.gaps import Gap, Way, WayOut
from dagleder.settings.staffing import Place
from ui.context import Context
from ui.kit.actions import Hint
from ui.presence.cell_hints import cell_hints
from ui.presence.cell_needs import CellNeeds
from ui.presence.chosen import cell_of, gap_at
from ui.presence.panels import Panels
from ui.presence.rows import PlaceRow
from ui.presence.services import PresenceServices
from ui.presence.shown_week import ShownWeek
from ui.presence.side import Side
from ui.presence.typed_absence import TypedAbsence, absence_at
from ui.presence.week_grid import WeekGrid
from ui.presence.wish import wish_at, wish_of

_NO_TEAM, _NOBODY = "Opret først en stue i Indstillinger.", "Opret først en medarbejder."


class Desk(QWidget):
    """`wanted` comes before something is shown here, `everything_wanted` when the stue in question is hidden.

    `week_wanted` when what was done lies in another week; what is shown when it returns is that week.
    """

    wanted = Signal()
    week_wanted = Signal(object)  # date
    everything_wanted = Signal()
    told = Signal()  # another cell, or another content of it
    panel_changed = Signal()

    def __init__(self, context: Context, services: PresenceServices) -> None:
        super().__init__()
        self._context, self._services = context, services
        self._shown: ShownWeek | None = None
        self.grid, self.side = WeekGrid(context.theme), Side(context.theme)
        self.panels = Panels(context, services, self.side, self)
        self._needs = CellNeeds(context, services.settings, self.side.need)
        self._typed = TypedAbsence(context, services.presence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.grid, 1)
        row.addWidget(self.side)
        grid = self.grid.grid
        grid.range_changed.connect(self._cell_chosen)
        grid.opened.connect(lambda _row, _column: self.open_cell())
        grid.typed.connect(self._type)
        grid.removed.connect(self.remove_absence)

    def show_week(self, shown: ShownWeek) -> None:
        """What a panel says follows."""
        self._shown = shown
        self.grid.show_week(shown.week, self._context.clock.today())
        self._cell_chosen()
        self.panels.renew()

    def hints(self) -> tuple[Hint, ...]:
        """The cell in words, and what the keys do with it."""
        chosen = self.grid.chosen()
        if chosen is None or self._shown is None:
            return ()
        return cell_hints(self.grid.grid.cursor_words(), chosen, self._shown.attendance)

    def why_no_team(self) -> str:
        return "" if self._shown and self._shown.first_team else _NO_TEAM

    def why_nobody(self) -> str:
        return "" if self._shown and self._shown.attendance.facts.people else _NOBODY

    # going somewhere

    def show_person(self, employee_id: int) -> None:
        """Her line, and the panel with her absence."""
        shown = self._shown
        if shown is None or employee_id not in shown.attendance.facts.people:
            return
        self.wanted.emit()
        day = self._day(shown)
        self._choose_person(employee_id, day)
        self.panels.new_absence(shown.attendance, employee_id, (day,))

    def show_gap(self, gap: Gap) -> None:
        self.wanted.emit()
        cell = cell_of(self._shown.week, gap) if self._shown else None
        if cell and not self.grid.choose(cell):
            self.everything_wanted.emit()
            self.grid.choose(cell)

    def _choose_person(self, employee_id: int, day: date) -> None:
        """Her line, where she has one; all stuer are shown when hers is hidden."""
        if not self.grid.choose_person(employee_id, day):
            self.everything_wanted.emit()
            self.grid.choose_person(employee_id, day)

    def show_day(self, day: date) -> None:
        """The cursor on a date of the week shown: where most is missing that day, else on its first stue."""
        week = self._shown.week if self._shown else None
        if week is None or day not in [view.day for view in week.days]:
            return
        self.wanted.emit()
        if gap := next((gap for gap in week.gaps if gap.day == day), None):
            self.show_gap(gap)
        elif row := next((row.key for row in self.grid.grid.content.rows if isinstance(row.key, PlaceRow)), None):
            self.grid.choose((row, (day, week.days[0].bands[0].id)))

    def show_worst(self) -> None:
        """'Kan vi dække?': the cursor where most is missing."""
        self.panels.close()
        self.wanted.emit()
        if self._shown and (worst := self._shown.worst):
            self.show_gap(worst)
        self.grid.setFocus()

    # the cell that is chosen

    def take(self, gap: Gap, way: WayOut) -> None:
        """A way out of a gap, with all that is known filled in."""
        self.show_gap(gap)
        if way.way is Way.EDIT_NEED:
            self.edit_need()
        elif way.way is Way.ENTER_TIMES:
            self.enter_times(frozenset(way.employee_ids))
        elif way.where_to_open is not None:
            self._context.open(*way.where_to_open)
        elif self._shown:
            attendance = self._shown.attendance
            if wish := wish_of(attendance, gap):
                self.panels.relief(attendance, wish, frozenset(way.employee_ids))

    def enter_times(self, only: frozenset[int] = frozenset()) -> None:
        """Where clock times are entered: one person's page, or first a list of those who lack them."""
        self.wanted.emit()

        def untimed() -> list[Person]:
            people = self._shown.week.untimed if self._shown else ()
            return [person for person in people if not only or person.id in only]

        if self._shown is None:
            return
        enter = partial(self._context.open, "staff_edit", day=self._day(self._shown))
        if len(people := untimed()) == 1:
            enter(people[0].id)
        elif people:
            self.panels.times(untimed, enter)

    def open_cell(self) -> None:
        """Enter: her absence where she has some, else who is there."""
        chosen = self.grid.chosen()
        if self._shown is None or chosen is None:
            return
        absence = absence_at(self._shown.attendance, chosen)
        if absence is None:
            self.who()
        else:
            self.panels.edit_absence(self._shown.attendance, absence)

    def who(self) -> None:
        """Who is there in the cell, and who is not."""
        chosen, team_id = self.grid.chosen(), self._chosen_team()
        if self._shown and chosen and team_id is not None:
            self.wanted.emit()
            self.panels.who(self._shown.attendance, team_id, chosen)

    def report_absence(self) -> None:
        """For whoever is chosen, else for one to be chosen in the panel."""
        if self._shown is None:
            return
        self.wanted.emit()
        chosen = self.grid.chosen()
        person = chosen.person if chosen else None
        days = chosen.days if chosen and person else (self._day(self._shown),)
        self.panels.new_absence(self._shown.attendance, person.employee_id if person else None, days)

    def remove_absence(self) -> None:
        if self._shown and (chosen := self.grid.chosen()):
            self._typed.remove(self._shown.attendance, chosen)

    def find_relief(self) -> None:
        """For the hole that is chosen, or the one that somebody's absence leaves; else for the cell."""
        chosen, team_id, shown = self.grid.chosen(), self._chosen_team(), self._shown
        if shown and chosen and team_id is not None:
            self.wanted.emit()
            self.panels.relief(shown.attendance, wish_at(shown.attendance, shown.week, chosen, team_id))

    def edit_need(self) -> None:
        """The keyboard goes to the minimum of the cell."""
        self.panels.close()
        self.wanted.emit()
        self.side.show()
        self._needs.begin(self.grid.chosen(), self._shown)

    def _type(self, text: str) -> None:
        chosen = self.grid.chosen()
        if text.casefold() == "m":
            self.edit_need()
        elif self._shown and chosen:
            self._typed.lay(self._shown.attendance, chosen, text)
            self._seek_hole()

    def _day(self, shown: ShownWeek) -> date:
        """The day of the cursor; in the week of today no day that is over."""
        chosen, today = self.grid.chosen(), self._context.clock.today()
        day = chosen.day if chosen else shown.week.monday
        return max(day, today) if monday_of(today) == shown.week.monday else day

    def _chosen_team(self) -> int | None:
        """The stue of the cell; where it is none, the first."""
        chosen = self.grid.chosen()
        first = self._shown.first_team if self._shown else None
        place = chosen.place if chosen and chosen.place.team_id is not None else first
        return place.team_id if place else None

    # beside the grid

    def _cell_chosen(self, _range: object = None) -> None:
        chosen = self.grid.chosen()
        if chosen is not None and self._shown is not None:
            self._needs.show(chosen, self._shown)
            self.side.words.mark(gap_at(self._shown.week, chosen))
        self.told.emit()

    def away(self, employee_id: int, day: date) -> None:
        """Her line, on the first day she is away: from there help is found for the hole she leaves."""
        if day.weekday() >= WORKDAYS:
            day = monday_of(day) + timedelta(weeks=1)
        self._go_to_week(day)
        self._choose_person(employee_id, day)
        self._seek_hole()

    def _seek_hole(self) -> None:
        """What lacks where the cursor is, pointed out among the words."""
        chosen = self.grid.chosen()
        gap = gap_at(self._shown.week, chosen) if self._shown and chosen else None
        if gap is not None:
            self.side.words.seek(gap)

    def helped(self, team_id: int, day: date) -> None:
        if self._go_to_week(day) and self._shown:
            row = PlaceRow(Place(team_id=team_id))
            self.grid.choose((row, (day, self._shown.week.days[0].bands[0].id)))

    def _go_to_week(self, day: date) -> bool:
        """Whether it was another week."""
        if self._shown is None or monday_of(day) == self._shown.week.monday:
            return False
        self.week_wanted.emit(day)
        return True

    def panel_moved(self) -> None:
        self.panel_changed.emit()
        if self.side.aside is None:
            self.grid.setFocus()
        else:
            self.side.show()
