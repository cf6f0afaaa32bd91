"""The week that is in front."""

from dataclasses import dataclass

from dagleder.presence.attendance import Attendance
from dagleder.presence.gaps import Gap
from dagleder.presence.views import WeekView
from dagleder.settings.staffing import Place


@dataclass(frozen=True)
class ShownWeek:
    """A week as it is shown (of all stuer, or of one), and what it was reckoned from."""

    attendance: Attendance
    week: WeekView

    @property
    def worst(self) -> Gap | None:
        """Of all stuer."""
        return next(iter(self.attendance.week(self.week.monday).gaps), None)

    @property
    def first_team(self) -> Place | None:
        return next((Place(team_id=team.team.id) for team in self.week.teams if team.team), None)
