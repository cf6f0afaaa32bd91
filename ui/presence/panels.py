"""Opens what is asked for in the side panel, does what it says, and closes it when that was done."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from dagleder.base.dates import period_text
from dagleder.presence.attendance import Attendance
from dagleder.presence.drafts import AbsenceDraft, LoanDraft, SubstituteDraft
from dagleder.presence.facts import Absence
from dagleder.presence.gaps import Gap, WayOut
from ui.context import Context
from ui.presence.absence_deeds import AbsenceDeeds
from ui.presence.absence_panel import AbsenceFacts, AbsencePanel
from ui.presence.chosen import Chosen
from ui.presence.place_cells import band_words
from ui.presence.relief import Wish
from ui.presence.relief_panel import ReliefFacts, ReliefPanel
from ui.presence.services import PresenceServices
from ui.presence.side import Side
from ui.presence.side_panel import SidePanel
from ui.presence.who_panel import BandOf, WhoPanel

_AHEAD = timedelta(days=365)


class Panels:
    """`changed` is called when a panel has come or gone."""

    def __init__(self, context: Context, services: PresenceServices, side: Side, changed: Callable[[], None]) -> None:
        self._context, self._services, self._side, self._changed = context, services, side, changed
        self._deeds = AbsenceDeeds(context, services.presence)

    def close(self) -> None:
        if self._side.aside is not None:
            self._side.clear()
            self._changed()

    def renew(self) -> None:
        """What the panel says follows what has changed; what no longer holds goes."""
        panel = self._side.aside
        if isinstance(panel, SidePanel) and not panel.renew():
            self.close()

    def _open(self, panel: SidePanel) -> None:
        panel.closed.connect(self.close)
        self._side.put(panel)
        self._changed()
        panel.begin()

    # who is here

    def who(self, attendance: Attendance, team_id: int, chosen: Chosen) -> None:
        view = attendance.day(chosen.day)
        place = view.team(team_id)
        if place is None:  # the stue is no more on that day
            return
        numbers = next(band_words(band, place) for band in place.bands if band.band.id == chosen.band.id)
        of = BandOf(team_id, chosen.day, chosen.band, view.team_names, numbers)
        people = attendance.band_people(team_id, chosen.day, chosen.band.id)
        relief = partial(self.relief, attendance, team_id, chosen.day, chosen.band.id)
        self._open(WhoPanel(self._context.theme, of, people, relief))

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
                done = self._deeds.add(draft, called, panel)
            else:
                done = self._deeds.change(absence.id, draft, called, panel)
            if done:
                self.close()

        def removed(gone: Absence) -> None:
            if self._deeds.remove(gone.id, people[gone.employee_id].called):
                self.close()

        panel.confirmed.connect(confirmed)
        panel.removed.connect(removed)
        panel.other.connect(partial(self.edit_absence, attendance))
        return panel

    # help

    def relief(self, attendance: Attendance, team_id: int, day: date, band_id: int | None) -> None:
        self._relief_panel(attendance, Wish(team_id, day, day, band_id))

    def relief_for(self, attendance: Attendance, gap: Gap, way: WayOut) -> None:
        """What a gap asks for, and of those who can be lent the ones its way out names."""
        team_id = gap.place.team_id or self._team_of(attendance, gap)
        band_id = None
        if gap.span is not None:
            start = gap.span[0]
            band_id = next((band.id for band in attendance.facts.house.bands if start < band.end), None)
        if team_id is not None:
            self._relief_panel(attendance, Wish(team_id, gap.day, gap.day, band_id), frozenset(way.employee_ids))

    def _team_of(self, attendance: Attendance, gap: Gap) -> int | None:
        """For a gap of a matrikel or the house: its first stue."""
        teams = attendance.facts.house.teams
        return next((team.id for team in teams if gap.place.site_id in (None, team.site_id)), None)

    def _relief_panel(self, attendance: Attendance, wish: Wish, only: frozenset[int] = frozenset()) -> None:
        house, presence = attendance.facts.house, self._services.presence
        teams = [team for team in house.teams if team.is_open(wish.first)]
        facts = ReliefFacts(teams, house.bands, presence.attendance, self._context.clock.today)
        panel = ReliefPanel(self._context.theme, facts, wish, only)
        names = {team.id: team.name for team in teams}

        def lent(draft: LoanDraft, called: str) -> None:
            said = f"{called} er lånt til {names[draft.team_id]} {period_text(draft.first, draft.last)}"
            if self._context.run(said, partial(presence.add_loan, draft), panel).ok:
                self.close()

        def put_in(draft: SubstituteDraft, called: str) -> None:
            said = f"{called} er sat på {names[draft.team_id]} {period_text(draft.first, draft.last)}"
            if self._context.run(said, partial(presence.add_substitute, draft), panel).ok:
                self.close()

        panel.lent.connect(lent)
        panel.put_in.connect(put_in)
        self._open(panel)
