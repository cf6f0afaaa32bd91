"""What the lines of the week's grid are about: a place, or somebody on a stue."""

from dataclasses import dataclass

from dagleder.settings.staffing import Place

NO_TEAM = Place()
"""The heading of those who belong to no stue."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A matrikel, a stue, or NO_TEAM."""

    place: Place


@dataclass(frozen=True, slots=True)
class DayRow:
    """The days as a whole of a matrikel or a stue, under its bands."""

    place: Place


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody's line under a stue. A vikar who is not on the staff has no `employee_id`."""

    team_id: int | None
    employee_id: int | None
    substitute_id: int | None = None

    @property
    def place(self) -> Place:
        return Place(team_id=self.team_id)


Row = PlaceRow | DayRow | PersonRow
