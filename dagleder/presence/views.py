"""A week of people and places, as a grid and in words."""

from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import day_text, week_text
from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.facts import Person
from dagleder.presence.gaps import Gap
from dagleder.presence.person_day import PersonDay
from dagleder.presence.rest import Rest
from dagleder.settings.places import Team


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """One line of the grid: somebody's five days. `guest`: on this stue only by loan or as vikar."""

    person: Person | None
    name: str
    role: str
    guest: bool
    days: tuple[PersonDay | None, ...]


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """A stue with its people; `team` is None for those without stue.

    `days` holds None where the stue is no more, and where nobody who counts is without stue.
    """

    team: Team | None
    name: str
    days: tuple[PlaceDay | None, ...]
    people: tuple[PersonWeek, ...]

    @property
    def counts_days(self) -> bool:
        """Whether the numbers of the days as a whole tell something besides those of the bands."""
        return any(place is not None and place.counts_day for place in self.days)


@dataclass(frozen=True, slots=True)
class WeekView:
    """Monday to Friday, as a grid and in words: of all stuer, or of `team_id` alone.

    `gaps` stand worst first; `rest` is the sentence that ends them.
    """

    monday: date
    days: tuple[DayView, ...]
    teams: tuple[TeamWeek, ...]
    gaps: tuple[Gap, ...]
    rest: Rest
    team_id: int | None = None

    @property
    def only(self) -> str:
        """The name of the one stue it is about; '' for all of them."""
        return self.teams[0].name if self.team_id is not None and self.teams else ""

    @property
    def untimed(self) -> tuple[Person, ...]:
        """Who works this week without clock times: counted for the day, in no band. Stue by stue."""
        lines = (line for team in self.teams for line in team.people)
        found = {
            line.person.id: line.person
            for line in lines
            if line.person and any(day and day.counted and day.untimed for day in line.days)
        }
        return tuple(found.values())

    @property
    def title(self) -> str:
        """'Uge 12 · 16.–20. marts'."""
        first, last = self.days[0].day, self.days[-1].day
        start = f"{first.day}." if first.month == last.month else day_text(first)
        return f"{week_text(self.monday).capitalize()} · {start}–{day_text(last)}"


@dataclass(frozen=True, slots=True)
class BandPeople:
    """Who is on a stue in a band: all of it, some of it, perhaps (no clock times), and who of the stue is not."""

    here: tuple[PersonDay, ...]
    partly: tuple[PersonDay, ...]
    without_times: tuple[PersonDay, ...]
    not_here: tuple[PersonDay, ...]


@dataclass(frozen=True, slots=True)
class Remaining:
    """The fewest left on a stue for a stretch of time, against the highest need of the bands it touches.

    `day` is the stue's day as a whole without those who are called away, against its own need.
    """

    team_id: int
    name: str
    present: int
    pedagogues: int
    without_times: int
    minimum: int
    pedagogues_asked: int
    day: PlaceDay
