"""Opens what is asked for in the side panel, does what it says, and closes it when that was done."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from dagleder.base.dates import period_text
from dagleder.presence.attendance import Attendance
from dagleder.presence.drafts import AbsenceDraft, LoanDraft, SubstituteDraft
from dagleder.presence.facts import Absence, Person
from ui.context import Context
from ui.kit.side_panel import SidePanel
from ui.presence.absence_deeds import AbsenceDeeds
from ui.presence.absence_panel import AbsenceFacts, AbsencePanel
from ui.presence.chosen import Chosen
from ui.presence.place_cells import band_words, day_words
from ui.presence.relief import Wish
from ui.presence.relief_panel import ReliefFacts, ReliefPanel
from ui.presence.rows import DayRow
from ui.presence.services import PresenceServices
from ui.presence.side import Side
from ui.presence.times_panel import TimesPanel
from ui.presence.who_panel import BandOf, WhoPanel

_AHEAD = timedelta(days=365)


class News(Protocol):
    """Whoever shows the week is told what the panels do."""

    def panel_moved(self) -> None:
        """A panel has come or gone."""

    def away(self, employee_id: int, day: date) -> None:
        """Somebody is away from `day` on."""

    def helped(self, team_id: int, day: date) -> None:
        """Somebody helps on a stue from `day` on."""


class Panels:
    """`news` is told when a panel has come or gone, and what was done in it."""

    def __init__(self, context: Context, services: PresenceServices, side: Side, news: News) -> None:
        self._context, self._services, self._side, self._news = context, services, side, news
        self._deeds = AbsenceDeeds(context, services.presence)

    def close(self) -> None:
        if self._side.aside is not None:
            self._side.clear()
            self._news.panel_moved()

    def renew(self) -> None:
        """What the panel says follows what has changed; what no longer holds goes."""
        panel = self._side.aside
        if isinstance(panel, SidePanel) and not panel.renew():
            self.close()

    def _open(self, panel: SidePanel) -> None:
        panel.closed.connect(self.close)
        self._side.put(panel)
        self._news.panel_moved()
        panel.begin()

    # who is here

    def who(self, attendance: Attendance, team_id: int, chosen: Chosen) -> None:
        view = attendance.day(chosen.day)
        place = view.team(team_id)
        if place is None:  # the stue is no more on that day
            return
        band = None if isinstance(chosen.row, DayRow) else chosen.band
        numbers = next((band_words(each, place) for each in place.bands if each.band == band), day_words(place))
        of = BandOf(team_id, chosen.day, band.text if band else "hele dagen", view.team_names, numbers)
        band_id = band.id if band else None
        people = attendance.band_people(team_id, chosen.day, band_id)
        relief = partial(self.relief, attendance, Wish(team_id, chosen.day, chosen.day, band_id))
        self._open(WhoPanel(self._context.theme, of, people, relief))

    def times(self, untimed: Callable[[], Sequence[Person]], enter: Callable[[int], None]) -> None:
        """Who has no clock times, each with the way to her working week."""
        self._open(TimesPanel(self._context.theme, untimed, enter))

    # absence

    def new_absence(self, attendance: Attendance, employee_id: int | None, days: Sequence[date]) -> None:
        panel = self._absence_panel(attendance, None)
        panel.show_values({"employee_id": employee_id, "first": days[0], "last": days[-1]})
        self._open(panel)

    def edit_absence(self, attendance: Attendance, absence: Absence) -> None:
        self._open(self._absence_panel(attendance, absence))

    def _absence_panel(self, attendance: Attendance, absence: Absence | None) -> AbsencePanel:
        people, clock = attendance.facts.people, self._context.clock

        def ahead(employee_id: int) -> Sequence[Absence]:
            today = clock.today()
            return self._services.presence.absences(today, today + _AHEAD, employee_id)

        panel = AbsencePanel(self._context.theme, AbsenceFacts(people, ahead, clock), absence)

        def confirmed(draft: AbsenceDraft) -> None:
            called = people[draft.employee_id].called
            if absence is None:
                done = self._deeds.add((draft,), (called,), panel)
            else:
                done = self._deeds.change(absence.id, draft, called, panel)
            if done:
                self.close()
                self._news.away(draft.employee_id, draft.first)

        def removed(gone: Absence) -> None:
            if self._deeds.remove(gone.id, people[gone.employee_id].called):
                self.close()

        panel.confirmed.connect(confirmed)
        panel.removed.connect(removed)
        panel.other.connect(partial(self.edit_absence, attendance))
        return panel

    # help

    def relief(self, attendance: Attendance, wish: Wish, only: frozenset[int] = frozenset()) -> None:
        """With `only`, of those who can be lent no others are offered at first."""
        self._open(self._relief_panel(attendance, wish, only))

    def _relief_panel(self, attendance: Attendance, wish: Wish, only: frozenset[int]) -> ReliefPanel:
        house, presence = attendance.facts.house, self._services.presence
        teams = [team for team in house.teams if team.is_open(wish.first)]
        facts = ReliefFacts(teams, house.bands, presence.attendance, self._context.clock.today)
        panel = ReliefPanel(self._context.theme, facts, wish, only)
        names = {team.id: team.name for team in teams}

        def done(said: str, call: Callable[[], int], draft: LoanDraft | SubstituteDraft) -> None:
            where = f"{names[draft.team_id]} {period_text(draft.first, draft.last)}"
            if self._context.run(f"{said} {where}", call, panel).ok:
                self.close()
                self._news.helped(draft.team_id, draft.first)

        def lent(draft: LoanDraft, called: str) -> None:
            done(f"{called} er lånt til", partial(presence.add_loan, draft), draft)

        def put_in(draft: SubstituteDraft, called: str) -> None:
            done(f"{called} er sat på", partial(presence.add_substitute, draft), draft)

        panel.lent.connect(lent)
        panel.put_in.connect(put_in)
        return panel
