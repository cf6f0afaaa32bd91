"""How many are there, per stue, matrikel and house, against what they need: for one date.

Present in a band = the lowest number present at any quarter of an hour in it. Whoever has hours but no
clock times counts for the day and in no band, and is told as 'uden mødetid'.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagleder.base.findings import Level
from dagleder.presence.facts import House
from dagleder.presence.person_day import PersonDay
from dagleder.presence.quarters import Tally, quarters
from dagleder.presence.standing import Standing
from dagleder.settings.places import Band
from dagleder.settings.staffing import NO_NEED, Need, Needs, Place

HOUSE = Place()
"""Stands where a place stands, for the institution as a whole (which needs nothing of its own)."""


@dataclass(slots=True)
class Head:
    """The count of one place while it is made."""

    present: int = 0
    pedagogues: int = 0
    untimed: int = 0
    untimed_pedagogues: int = 0
    everybody: Tally = field(default_factory=Tally)
    trained: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class BandCount:
    """One band of one place. `window` is the quarters in which something is asked: empty when the house is closed."""

    band: Band
    present: int
    pedagogues: int
    need: Need
    level: Level
    window: int


@dataclass(frozen=True, slots=True)
class PlaceDay:
    """One place on one date.

    `without_times` of the `present` are in no band. `need` is for the day as a whole. `level` is the gravest of day
    and bands. `hours` is the count behind the numbers.
    """

    place: Place
    name: str
    present: int
    pedagogues: int
    without_times: int
    need: Need
    level: Level
    bands: tuple[BandCount, ...]
    hours: Head = field(repr=False, compare=False)

    @property
    def minimum(self) -> int:
        """The need of the day as a whole, else the highest of the bands."""
        return self.need.minimum or max((band.need.minimum for band in self.bands), default=0)

    def told(self, band: BandCount) -> bool:
        """Whether the number of a band says anything: not where the only ones who may be there have no clock times."""
        return bool(band.present) or not self.without_times

    def surely_without_pedagogue(self, band: BandCount) -> bool:
        """Whether there are people and too few pædagoger (at least one), also with those without clock times."""
        at_most = band.pedagogues + self.hours.untimed_pedagogues
        return bool(band.present) and at_most < max(1, band.need.pedagogues)

    @property
    def counts_day(self) -> bool:
        """Whether the number of the day as a whole tells something that those of the bands do not."""
        return bool(self.without_times) or self.need != NO_NEED

    @property
    def day_level(self) -> Level:
        """How the day as a whole stands, apart from its bands."""
        return count_level(self.need, self.present, self.pedagogues)

    @property
    def asks(self) -> bool:
        """Whether anything is needed here on the date."""
        return self.need != NO_NEED or any(band.window for band in self.bands)


@dataclass(frozen=True, slots=True)
class Counts:
    """The house, its matrikler, the stuer there are on the date in the leader's order, and those without stue.

    `homeless` is None where nobody who counts is at work without a stue.
    """

    house: PlaceDay
    sites: tuple[PlaceDay, ...]
    teams: tuple[PlaceDay, ...]
    homeless: PlaceDay | None


class Heads:
    """Counts everybody of a date into stue, matrikel and house."""

    def __init__(self, house: House, standing: Standing, people: Iterable[PersonDay]) -> None:
        self.house, self.homeless = Head(), Head()
        self.teams = {team: Head() for team in standing.open_teams}
        self.sites = {site.id: Head() for site in house.sites}
        self._team_sites = standing.team_sites
        # With one matrikel it is the house: then those without stue are there too.
        self._no_team_site = house.sites[0].id if len(house.sites) == 1 else None
        for person in people:
            if person.counted and (person.stints or person.untimed):
                self._add(person)

    def _add(self, person: PersonDay) -> None:
        if person.present:
            for head in self._heads(person.day_team):
                _count(head, person)
        for start, end, team in person.stints:
            mask = quarters(start, end)
            for head in self._heads(team):
                head.everybody.add(mask)
                if person.pedagogue:
                    head.trained.add(mask)

    def _heads(self, team_id: int | None) -> tuple[Head, ...]:
        site_id = self._no_team_site if team_id is None else self._team_sites[team_id]
        site = () if site_id is None else (self.sites[site_id],)
        return (self.house, *site, self.homeless if team_id is None else self.teams[team_id])


def _count(head: Head, person: PersonDay) -> None:
    untimed = int(person.untimed > 0)
    head.present += 1
    head.untimed += untimed
    if person.pedagogue:
        head.pedagogues += 1
        head.untimed_pedagogues += untimed


def count_level(need: Need, present: int, pedagogues: int) -> Level:
    """MUST below the minimum or without the pædagoger, SHOULD below the wanted number, INFO exactly at the minimum."""
    if present < need.minimum or pedagogues < need.pedagogues:
        return Level.MUST
    if present < need.wanted:
        return Level.SHOULD
    return Level.INFO if present == need.minimum > 0 else Level.OK


GRAVITY = {Level.MUST: 0, Level.SHOULD: 1, Level.INFO: 2, Level.OK: 3}


def gravest(levels: Iterable[Level]) -> Level:
    return min(levels, key=GRAVITY.__getitem__, default=Level.OK)


def place_day(place: Place, name: str, head: Head, standing: Standing, house: House) -> PlaceDay:
    """The numbers of a place beside what it needs; a closed place needs nothing."""
    needs = house.needs if standing.workday and not _is_closed(place, standing) else None
    bands = tuple(_band_count(band, place, head, standing, needs) for band in house.bands)
    need = needs.on(place, standing.day) if needs and standing.open_until else NO_NEED
    level = count_level(need, head.present, head.pedagogues)
    return PlaceDay(
        place=place,
        name=name,
        present=head.present,
        pedagogues=head.pedagogues,
        without_times=head.untimed,
        need=need,
        level=gravest([level, *(band.level for band in bands)]),
        bands=bands,
        hours=head,
    )


def _is_closed(place: Place, standing: Standing) -> bool:
    if place.team_id is not None:
        return bool(standing.closing_of(place.team_id))
    return place.site_id in standing.closed_sites


def _band_count(band: Band, place: Place, head: Head, standing: Standing, needs: Needs | None) -> BandCount:
    everything = quarters(band.start, band.end)
    window = everything & quarters(0, standing.open_until) if needs else 0
    present, pedagogues = head.everybody.lowest(everything), head.trained.lowest(everything)
    need = needs.on(place, standing.day, band.id) if needs and window else NO_NEED
    if need == NO_NEED:
        return BandCount(band, present, pedagogues, need, Level.OK, 0)
    asked = head.everybody.lowest(window), head.trained.lowest(window)
    level = count_level(need, *asked)
    if (
        level is Level.MUST
        and count_level(need, asked[0] + head.untimed, asked[1] + head.untimed_pedagogues) is not level
    ):
        level = Level.SHOULD  # those without clock times may be there
    return BandCount(band, present, pedagogues, need, level, window)


def place_counts(house: House, standing: Standing, people: Iterable[PersonDay]) -> Counts:
    """How many are where on a date."""
    heads = Heads(house, standing, people)
    sites = tuple(place_day(Place(site_id=s.id), s.name, heads.sites[s.id], standing, house) for s in house.sites)
    nobody = not heads.homeless.present and not heads.homeless.everybody
    homeless = None if nobody else place_day(HOUSE, "Uden stue", heads.homeless, standing, house)
    whole = place_day(HOUSE, "Hele huset", heads.house, standing, house)
    return Counts(whole, sites, _teams(heads, standing, house), homeless)


def team_counts(house: House, standing: Standing, people: Iterable[PersonDay]) -> tuple[PlaceDay, ...]:
    """How many are on each stue there is on a date."""
    return _teams(Heads(house, standing, people), standing, house)


def _teams(heads: Heads, standing: Standing, house: House) -> tuple[PlaceDay, ...]:
    open_teams = (team for team in house.teams if team.id in heads.teams)
    return tuple(place_day(Place(team_id=t.id), t.name, heads.teams[t.id], standing, house) for t in open_teams)
