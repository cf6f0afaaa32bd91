"""What is wanted of the place of the cell: shown in the side panel, changed there."""

from collections.abc import Sequence
from functools import partial

from dagleder.settings.service import SettingsService
from dagleder.settings.staffing import NeedDraft, Place
from ui.context import Context
from ui.presence.chosen import Chosen
from ui.presence.rows import NO_TEAM, DayRow
from ui.presence.shown_week import ShownWeek
from ui.settings.need_panel import NeedPanel
from ui.settings.need_rows import Plan


class CellNeeds:
    """The panel follows the cell; where that is of no stue, it shows the first."""

    def __init__(self, context: Context, settings: SettingsService, panel: NeedPanel) -> None:
        self._context, self._settings, self._panel = context, settings, panel
        panel.changed.connect(self._save)

    def show(self, chosen: Chosen, shown: ShownWeek) -> None:
        house = shown.attendance.facts.house
        place = chosen.place if chosen.place != NO_TEAM else shown.first_team
        if place is not None:
            names = {Place(team_id=team.id): team.name for team in house.teams}
            names |= {Place(site_id=site.id): site.name for site in house.sites}
            plan = Plan(place, shown.week.monday, house.bands, house.needs)
            self._panel.show_plan(plan, names[place], chosen.day.weekday())

    def begin(self, chosen: Chosen | None, shown: ShownWeek | None) -> None:
        """The keyboard goes to the minimum of the cell."""
        bands = [band.id for band in shown.week.days[0].bands] if shown else []
        if chosen and isinstance(chosen.row, DayRow):
            self._panel.begin(len(bands))
        else:
            self._panel.begin(bands.index(chosen.band.id) if chosen else 0)

    def _save(self, drafts: Sequence[NeedDraft]) -> None:
        self._context.run("", partial(self._settings.set_needs, drafts), self._panel)
