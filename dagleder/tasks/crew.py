"""Lays out what is known of tasks and staff as the arrays that `weighing` reckons with."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

from dagleder.calendars.holidays import holiday_name
from dagleder.competence.facts import Holding
from dagleder.competence.levels import Wish
from dagleder.presence.facts import Person
from dagleder.tasks import experience
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.known import Known
from dagleder.tasks.needs import Need
from dagleder.tasks.readiness import new_until, usually_works, works_on
from dagleder.tasks.relevance import place_points
from dagleder.tasks.weighing import (
    HAS_GOAL,
    MUST,
    NOT_NOW_SAID,
    WANTS_IT,
    Asked,
    Crew,
    Dated,
    Demands,
    Short,
    Small,
    Truth,
    Whole,
)

_WILLING = frozenset({Wish.DEVELOP, Wish.USE})

Key = TypeVar("Key", bound=Hashable)


class Layout:
    """Tasks as rows, people as columns; the competences, kinds, stuer and subjects that are asked for by number."""

    def __init__(self, asks: Sequence[Ask], known: Known) -> None:
        self._asks, self._known = asks, known
        self._first = min(ask.first for ask in asks)
        self._last = max(ask.last for ask in asks)
        self._held_on = max(ask.held_on for ask in asks)
        self._competences = _numbered(need.competence_id for ask in asks for need in ask.needs)
        self._kinds = {ask.kind_id: ask for ask in asks}
        self._kind_rows = _numbered(self._kinds)
        self._places = _numbered(ask.team_id for ask in asks)
        self._subjects = _numbered(ask.subject for ask in asks)
        self._columns = known.columns
        holdings = known.read.facts.holdings
        self._held = [
            ((row, column), holdings[who, which])
            for which, row in self._competences.items()
            for who, column in self._columns.items()
            if (who, which) in holdings
        ]

    # --- tasks -------------------------------------------------------------------------------

    def asked(self) -> Asked:
        none = (0, 0)
        wanted = [
            [(self._competences[each.competence_id], _as_number(each)) for each in ask.needs] for ask in self._asks
        ]
        demands = _numbered([none, *(each for needs in wanted for each in needs)])
        needs = np.zeros((len(wanted), max(1, *map(len, wanted))), dtype=np.int32)
        for task, each in enumerate(wanted):
            needs[task, : len(each)] = [demands[demand] for demand in each]
        return Asked(
            demands=Demands(self._whole(which for which, _ in demands), self._whole(need for _, need in demands)),
            needs=needs,
            held_on=self._whole(self._offset(ask.held_on) for ask in self._asks),
            added_on=self._whole(self._offset(ask.added_on) for ask in self._asks),
            first=self._whole(self._offset(ask.first) for ask in self._asks),
            last=self._whole(self._offset(ask.last) for ask in self._asks),
            place=self._whole(self._places[ask.team_id] for ask in self._asks),
            subject=self._whole(self._subjects[ask.subject] for ask in self._asks),
            kind=self._whole(self._kind_rows[ask.kind_id] for ask in self._asks),
            weights=np.array([[getattr(ask.weights, each) for each in Criterion] for ask in self._asks], np.int32),
        )

    def _offset(self, day: date) -> int:
        return (day - self._first).days

    @staticmethod
    def _whole(numbers: Iterable[int]) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
        return np.fromiter(numbers, dtype=np.int32)

    # --- people ------------------------------------------------------------------------------

    def crew(self) -> Crew:
        cells = max(1, len(self._competences)), len(self._columns)  # a row for none where nothing is asked
        levels = np.zeros(cells, dtype=np.int8)
        said = np.zeros(cells, dtype=np.int8)
        for cell, holding in self._held:
            levels[cell] = holding.counted.level_on(self._first) if holding.counted else 0
            said[cell] = _saying(holding)
        working, away, gone = self._days()
        return Crew(
            levels=levels,
            lapses=self._dated(self._lapses_later),
            said=said,
            reached=self._dated(self._reached),
            places=self._place_rows(),
            subjects=self._subject_rows(),
            experience=self._experience_rows(),
            allowed=self._allowed_rows(),
            turns=self._turn_rows(),
            room=np.array([self._known.loads[person.id].points for person in self._known.people], dtype=np.int8),
            new_until=self._whole(self._new_until(person) for person in self._known.people),
            working=working,
            away=away,
            gone=gone,
        )

    def _dated(self, day_of: Callable[[int, int], date | None]) -> Dated:
        """What has a day, by person and competence."""
        found = sorted(
            (row, self._offset(day), column)
            for which, row in self._competences.items()
            for who, column in self._columns.items()
            if (day := day_of(who, which))
        )
        competence, days, person = (self._whole(each[part] for each in found) for part in range(3))
        return Dated(competence, person, days)

    def _lapses_later(self, who: int, which: int) -> date | None:
        """The last day it holds, where a task may need it after that."""
        counted = self._known.read.facts.holding(who, which).counted
        until = counted.valid_until if counted else None
        return until if until and self._first <= until < self._held_on else None

    def _reached(self, who: int, which: int) -> date | None:
        return self._known.read.reached.get((who, which))

    def _place_rows(self) -> Small:
        known = self._known
        return np.array(
            [
                [place_points(known.held[person.id], team_id, known.teams) for person in known.people]
                for team_id in self._places
            ],
            dtype=np.int8,
        )

    def _subject_rows(self) -> Small:
        return np.array([self._subject_row(subject) for subject in self._subjects], dtype=np.int8)

    def _subject_row(self, subject: str) -> list[int]:
        match = self._known.subjects.of(subject)
        return [match.points(person.id, person.role) for person in self._known.people]

    def _experience_rows(self) -> Small:
        known, today = self._known, self._known.read.today
        return np.array(
            [
                [
                    experience.value(known.record(person.id, kind_id), known.seniority[person.id], today)
                    for person in known.people
                ]
                for kind_id in self._kinds
            ],
            dtype=np.int8,
        )

    def _turn_rows(self) -> Whole:
        """The columns in the order in which ties go, by kind."""
        known, people = self._known, self._known.people

        def in_turn(kind_id: int | None) -> list[int]:
            return sorted(range(len(people)), key=lambda column: known.turn(people[column].id, kind_id))

        return np.array([in_turn(kind_id) for kind_id in self._kinds], dtype=np.int32)

    def _allowed_rows(self) -> Truth:
        leader = self._known.read.leader_id
        return np.array(
            [
                [ask.allows(person.role) and person.id != leader for person in self._known.people]
                for ask in self._kinds.values()
            ],
            dtype=np.bool_,
        )

    def _new_until(self, person: Person) -> int:
        until = new_until(person)
        return self._offset(until) if until else -1

    def _days(self) -> tuple[Short, Short, Short]:
        """`working`, `away` and `gone` of the crew. Between tasks that lie far apart nobody's days are looked at."""
        days = [day for day in self._asked_days() if holiday_name(day) is None]
        shape = self._offset(self._last) + 2, len(self._columns)
        working, gone = np.zeros(shape, dtype=np.int16), np.zeros(shape, dtype=np.int16)
        usual = [self._offset(day) + 1 for day in days if usually_works(day)]
        for person, column in zip(self._known.people, self._columns.values(), strict=True):
            own = person.employment.patterns
            at_work = [self._offset(day) + 1 for day in days if works_on(person, day)] if own else usual
            working[at_work, column] = 1
            for first, last in self._known.away(person):
                gone[max(1, self._offset(first) + 1) : max(1, self._offset(last) + 2), column] = 1
        working, away, gone = (days.cumsum(axis=0, dtype=np.int16) for days in (working, gone * working, gone))
        return working, away, gone

    def _asked_days(self) -> Iterator[date]:
        """The days that are in the time of any task."""
        asked = np.zeros(self._offset(self._last) + 1, dtype=np.bool_)
        for ask in self._asks:
            asked[self._offset(ask.first) : self._offset(ask.last) + 1] = True
        return (self._first + timedelta(days=int(day)) for day in np.flatnonzero(asked))


def _numbered(keys: Iterable[Key]) -> dict[Key, int]:
    """Each key once, in order, with its number."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _as_number(need: Need) -> int:
    return need.level + (MUST if need.must else 0)


def _saying(holding: Holding) -> int:
    """Wish and goal as bits."""
    wish = holding.wish.wish if holding.wish else None
    said = WANTS_IT if wish in _WILLING else NOT_NOW_SAID if wish is Wish.NOT_NOW else 0
    return said | (HAS_GOAL if holding.goal else 0)
