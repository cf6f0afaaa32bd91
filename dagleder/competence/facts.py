"""What the answers about competences are reckoned from, as read from the house: plain values, no session.

Of what there are ten thousands (an assessment and a holding for each person and competence) are tuples: a frozen
dataclass takes five times as long to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dagleder.base.dates import months_after
from dagleder.competence.levels import ALONE, NOT_YET, Source, Wish
from dagleder.presence.facts import Person
from dagleder.settings.places import Site, Team
from dagleder.settings.staffing import Place


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the catalogue."""

    id: int
    key: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Competence:
    """One thing somebody can. A `certificate` is held or not; `months` is how long it holds."""

    id: int
    key: str
    area_id: int
    name: str
    short_name: str
    certificate: bool
    months: int | None
    position: int
    hidden: bool

    @property
    def head(self) -> str:
        """What stands over its column."""
        return self.short_name or self.name

    def valid_until_from(self, day: date) -> date | None:
        """Proposed as the last day of what was earned on `day`; None where it never lapses."""
        return None if self.months is None else months_after(day, self.months)


class Assessed(NamedTuple):
    """One assessment as stored. `valid_until` is the last day it holds."""

    id: int
    employee_id: int
    competence_id: int
    level: int
    day: date
    source: Source
    valid_until: date | None = None
    evidence: str = ""
    note: str = ""

    def lapsed(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until < day

    def level_on(self, day: date) -> int:
        """What it counts for: nothing once it has lapsed."""
        return NOT_YET if self.lapsed(day) else self.level

    def stands_beside(self, level: int, day: date) -> bool:
        """Whether its date goes on holding when the same level is told on `day` without one."""
        return self.valid_until is not None and self.level == level and not self.lapsed(day)


@dataclass(frozen=True, slots=True)
class Goal:
    """A level somebody has agreed to reach, until `ended_on` (reached, or given up)."""

    id: int
    employee_id: int
    competence_id: int
    level: int
    agreed_on: date
    due: date | None = None
    source: Source = Source.LEADER
    note: str = ""
    ended_on: date | None = None
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Wished:
    """What somebody wants with a competence, and since when."""

    id: int
    employee_id: int
    competence_id: int
    wish: Wish
    day: date
    source: Source = Source.LEADER


class Holding(NamedTuple):
    """What one person can of one competence on a day.

    `counted` is the newest view that is not her own (leder, kursus, MUS); where there is none, her own counts.
    `own` is her newest own view. `goal` is the open one.
    """

    counted: Assessed | None = None
    own: Assessed | None = None
    wish: Wished | None = None
    goal: Goal | None = None

    @property
    def by_others(self) -> Assessed | None:
        """The newest view that is not her own."""
        return self.counted if self.counted and self.counted.source is not Source.SELF else None


NOTHING_KNOWN = Holding()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that says who can what on `day`: the catalogue in use and all who are employed on that day.

    Where it is asked for, those who begin later are among them.
    `people` (stue, last name, first name), `areas` and `competences` are in the order they are shown in. `targets` are
    by competence and role, `wanted` by competence and place (`HOUSE` is the house). What is switched off, and what was
    wanted on a stue that is closed, is in none of them.
    """

    day: date
    areas: tuple[Area, ...]
    competences: Mapping[int, Competence]
    people: Mapping[int, Person]
    teams: tuple[Team, ...]
    sites: tuple[Site, ...]
    holdings: Mapping[tuple[int, int], Holding]
    targets: Mapping[tuple[int, str], int]
    wanted: Mapping[tuple[int, Place], int]

    def holding(self, employee_id: int, competence_id: int) -> Holding:
        return self.holdings.get((employee_id, competence_id), NOTHING_KNOWN)

    def level(self, employee_id: int, competence_id: int) -> int:
        """What she can on the day; 0 where nothing is known, or where it has lapsed."""
        counted = self.holding(employee_id, competence_id).counted
        return counted.level_on(self.day) if counted else NOT_YET

    def can_alone(self, employee_id: int, competence_id: int) -> bool:
        return self.level(employee_id, competence_id) >= ALONE

    def target(self, employee_id: int, competence_id: int) -> int:
        """What her role is expected to have; 0 where nothing is."""
        return self.targets.get((competence_id, self.people[employee_id].role), NOT_YET)

    def in_use(self) -> tuple[Competence, ...]:
        """Those with a wanted number anywhere."""
        used = {competence_id for competence_id, _ in self.wanted}
        return tuple(each for each in self.competences.values() if each.id in used)
