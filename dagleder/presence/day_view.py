"""One date: what kind of day it is, how many are where, and everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.presence.count import PlaceDay
from dagleder.presence.person_day import NOT_EMPLOYED, PersonDay
from dagleder.presence.standing import Standing
from dagleder.settings.places import Band
from dagleder.settings.staffing import Place


@dataclass(frozen=True, slots=True)
class DayView:
    """One date: what kind of day, how many where, and everybody, also those who are off or away.

    `people` stand by last name and first name, vikarer who are not on the staff last.
    """

    day: date
    standing: Standing
    notes: tuple[str, ...]
    bands: tuple[Band, ...]
    house: PlaceDay
    sites: tuple[PlaceDay, ...]
    teams: tuple[PlaceDay, ...]
    homeless: PlaceDay | None  # those at work without a stue, if any counts
    people: tuple[PersonDay, ...]

    @property
    def closed(self) -> bool:
        """Nobody has to be there: weekend, public holiday, lukkedag of all matrikler, or closed by a special day."""
        return not self.standing.workday or self.standing.open_until == 0

    def team(self, team_id: int) -> PlaceDay | None:
        return next((place for place in self.teams if place.place.team_id == team_id), None)

    @property
    def opening(self) -> tuple[int, int]:
        """When the first band begins and the last one ends."""
        return self.bands[0].start, max(band.end for band in self.bands)

    @property
    def team_names(self) -> Mapping[int, str]:
        return {place.place.team_id: place.name for place in self.teams if place.place.team_id is not None}

    def teams_of(self, place: Place) -> frozenset[int | None]:
        """The stuer of a place: itself, or those of the matrikel. With one matrikel those without stue belong to it."""
        if place.team_id is not None:
            return frozenset({place.team_id})
        sites = self.standing.team_sites
        own = {team for team in self.standing.open_teams if place.site_id in (None, sites[team])}
        return frozenset(own | {None} if len(self.sites) == 1 or place.site_id is None else own)

    def people_of(self, place: Place) -> tuple[PersonDay, ...]:
        """Who belongs to the place or is there on the date, as far as employed and counted."""
        teams = self.teams_of(place)
        return tuple(
            person
            for person in self.people
            if person.counted
            and person.why_off != NOT_EMPLOYED
            and (person.home_id in teams or any(person.on(team) for team in teams))
        )
