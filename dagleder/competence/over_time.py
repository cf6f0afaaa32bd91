"""On which days of a period somebody's absence makes the house thin. Pure.

Told is only what is worse than the house is anyway: a competence that hangs on one person all year is among the
vulnerable ones, and here it is told on the days when that person is away.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from dagleder.base.dates import days_between
from dagleder.base.findings import Level
from dagleder.competence.belonging import stuer
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.holder_masks import HolderMasks
from dagleder.competence.on_day import LAPSED, closed_places, holders, reason
from dagleder.competence.vulnerability import State, gravity, place_order, state_of
from dagleder.presence.at_work import at_work
from dagleder.presence.attendance import Attendance
from dagleder.presence.count import HOUSE
from dagleder.presence.facts import Person
from dagleder.presence.standing import Standing, standing
from dagleder.settings.staffing import Place

_LEVELS: Final = {State.NONE: Level.MUST, State.SINGLE: Level.SHOULD, State.SHORT: Level.INFO}
_NOBODY: Final = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end; `days` are those on which the place is open."""

    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Thin:
    """Days on which fewer than wanted who can it are at work, all for the same reasons.

    What is merely fewer than one would like (`level` INFO) is told once with all its days, and names nobody.
    """

    competence: Competence
    place: Place
    wanted: int
    state: State
    level: Level
    stretches: tuple[Stretch, ...]
    fewest: int
    fewest_on: date
    at_work: tuple[int, ...] = ()
    away: tuple[tuple[int, str], ...] = ()

    @property
    def days(self) -> int:
        return sum(stretch.days for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day on which a place is thin. `number` is its own among the days the place is open; `there` is a mask."""

    day: date
    number: int
    state: State
    there: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is wanted where; as masks all of the place who can it at some time, and those who can it to begin with."""

    competence: Competence
    place: Place
    count: int
    able: int
    now: int

    def level(self, state: State) -> Level:
        """One at work where one is wanted is enough for the day."""
        return Level.INFO if state is State.SINGLE and self.count == 1 else _LEVELS[state]


def thin(facts: Facts, attendance: Attendance, first: date, last: date) -> tuple[Thin, ...]:
    """From `first` to `last`, which `attendance` must cover: those with nobody at work first, then by day.

    The facts are those of `first` with all who begin later.
    """
    period = _Period(facts, attendance, first, last)
    found = [each for wanted in period.wanted() for each in period.thin(wanted)]
    order = {competence_id: number for number, competence_id in enumerate(facts.competences)}
    found.sort(key=lambda each: (*place_order(each.place, facts), order[each.competence.id]))
    return tuple(sorted(found, key=lambda each: (gravity(each.state), each.stretches[0].first)))


@dataclass(slots=True)
class _Period:
    """The open days of a period: who is at work on each, reckoned once for all competences and places."""

    facts: Facts
    attendance: Attendance
    first: date
    last: date
    _masks: HolderMasks = field(init=False)
    _standings: dict[date, Standing] = field(init=False)
    _there: dict[date, Mapping[Place, int]] = field(init=False)
    _closed: dict[date, frozenset[Place]] = field(init=False)
    _moves: list[date] = field(init=False)  # the first day, and those on which somebody comes to a stue or leaves one
    _members: dict[tuple[int, int], Mapping[Place, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        house = self.attendance.facts.house
        who = [employee_id for employee_id in holders(self.facts) if self._is_ever_employed(employee_id)]
        every = (standing(day, house) for day in days_between(self.first, self.last))
        self._standings = {each.day: each for each in every if each.workday and each.open_until}
        self._masks = HolderMasks(self.facts, who)
        found = at_work(self.attendance, who, list(self._standings))
        self._there = {day: self._masks.places(where) for day, where in found.items()}
        places = {place for _, place in self.facts.wanted}
        self._closed = {day: closed_places(places, each) for day, each in self._standings.items()}
        moves = (day for each in who for day in _moves(self.attendance.facts.people[each]))
        self._moves = sorted({self.first, *(day for day in moves if self.first < day <= self.last)})

    def _is_ever_employed(self, employee_id: int) -> bool:
        """On some day of the period, be it from the second to the last but one."""
        person = self.attendance.facts.people.get(employee_id)
        return person is not None and (person.employment.start or self.first) <= self.last

    def wanted(self) -> Iterator[_Wanted]:
        homes, day = stuer(self.facts), self.facts.day
        begun = {who: team for who, team in homes.items() if self.facts.people[who].employment.employed_on(day)}
        members, present = self._masks.places(homes), self._masks.places(begun)
        for (competence_id, place), count in self.facts.wanted.items():
            if competence_id in self.facts.competences:
                able = self._masks.ever(competence_id) & members.get(place, _NOBODY)
                now = self._masks.able(competence_id, day) & present.get(place, _NOBODY)
                yield _Wanted(self.facts.competences[competence_id], place, count, able, now)

    def thin(self, wanted: _Wanted) -> Iterator[Thin]:
        """The thin days of one wanted competence, those with the same cause together."""
        days = list(self._thin_days(wanted))
        alike: defaultdict[tuple[State, tuple[int, ...], tuple[tuple[int, str], ...]], list[_Run]]
        alike = defaultdict(list)
        for run in _runs(days):
            state, there = run[0].state, run[0].there
            if wanted.level(state) is Level.INFO:
                alike[state, (), ()].append(run)
            else:
                alike[state, self._masks.people(there), self._away(wanted, run)].append(run)
        for (state, people, away), runs in alike.items():
            fewest = min((day for run in runs for day in run), key=lambda day: day.there.bit_count())
            yield Thin(
                wanted.competence,
                wanted.place,
                wanted.count,
                state,
                wanted.level(state),
                tuple(Stretch(run[0].day, run[-1].day, len(run)) for run in runs),
                fewest.there.bit_count(),
                fewest.day,
                people,
                away,
            )

    def _thin_days(self, wanted: _Wanted) -> Iterator[_Day]:
        """The days on which it is worse than anyway."""
        key, place = wanted.competence.id, wanted.place
        usual = state_of(wanted.count, wanted.now.bit_count())
        open_days = (day for day in self._standings if place not in self._closed[day])
        for number, day in enumerate(open_days):
            there = self._masks.able(key, day) & self._there[day].get(place, _NOBODY)
            state = state_of(wanted.count, there.bit_count())
            if state and (usual is None or gravity(state) < gravity(usual)):
                yield _Day(day, number, state, there)

    def _away(self, wanted: _Wanted, run: "_Run") -> tuple[tuple[int, str], ...]:
        """Who can it and is not there, each with the reason told on most of the days.

        Of the place are those who belonged there to begin with, and those who have come there since.
        """
        come = self._masks.ever(wanted.competence.id) & self._members_on(run[0].day).get(wanted.place, _NOBODY)
        missing = self._masks.people((wanted.able | come) & ~run[0].there)
        names = {team.id: team.name for team in self.attendance.facts.house.teams}
        told: dict[int, list[str]] = {who: [] for who in missing}
        for each in run:
            able = set(self._masks.people(self._masks.able(wanted.competence.id, each.day)))
            for person in self.attendance.staff(missing, each.day):
                if person.person:
                    who = person.person.id
                    why = reason(person, self._standings[each.day], names) if who in able else LAPSED
                    told[who].append(self._elsewhere(person.home_id, wanted.place) or why)
        return tuple((who, _most_frequent(reasons)) for who, reasons in told.items())

    def _elsewhere(self, home: int | None, place: Place) -> str:
        """'er på Ræven': of one who belongs on a stue that is not of the place."""
        team = next((team for team in self.attendance.facts.house.teams if team.id == home), None)
        if team is None or place == HOUSE or place in (Place(team_id=team.id), Place(site_id=team.site_id)):
            return ""
        return f"er på {team.name}"

    def _members_on(self, day: date) -> Mapping[Place, int]:
        """Who belongs where on a day: on each weekday the same until somebody moves."""
        key = bisect_right(self._moves, day), day.weekday()
        if key not in self._members:
            self._members[key] = self._masks.places(stuer(replace(self.facts, day=day)))
        return self._members[key]


_Run = list[_Day]


def _runs(days: Iterable[_Day]) -> Iterator[_Run]:
    """Days on end that are thin in the same way with the same people at work."""
    for _, run in groupby(enumerate(days), key=lambda each: (each[1].number - each[0], each[1].state, each[1].there)):
        yield [day for _, day in run]


def _moves(person: Person) -> Iterator[date]:
    """The days on which she comes to a stue, or is on one no longer."""
    for membership in person.employment.memberships:
        if membership.valid_from:
            yield membership.valid_from
        if membership.valid_to:
            yield membership.valid_to + timedelta(days=1)


def _most_frequent(reasons: list[str]) -> str:
    return max(reasons, key=reasons.count)
