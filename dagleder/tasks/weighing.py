"""Weighs tasks against the staff by the four criteria: arrays in, arrays out, many tasks at once or a single one.

There is one path: the dialog's single task and the list of all tasks go through `weigh`. A row is a task, a column is
somebody on the staff, in order of name. Where all else is alike it goes by turns, which look at no level.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dagleder.competence.levels import GUIDES
from dagleder.tasks.criteria import HIGHEST, TIE_ORDER, Criterion
from dagleder.tasks.points import (
    AWAY_PARTS,
    GOAL,
    MUST_WEIGHT,
    NEED_POINTS,
    NEVER_AT_WORK,
    NEW_HERE,
    NO_NEEDS,
    NOT_NOW,
    WANTS,
    WISH_WEIGHT,
)

Small = npt.NDArray[np.int8]
Points = npt.NDArray[np.uint8]
Short = npt.NDArray[np.int16]
Whole = npt.NDArray[np.int32]
Truth = npt.NDArray[np.bool_]
Index = npt.NDArray[np.intp]

MUST: Final = GUIDES
"""A need as one number: nothing is 0, a wish its level (1–4), a must four more (5–8)."""

WANTS_IT, HAS_GOAL, NOT_NOW_SAID = 1, 2, 4
"""What somebody says of a competence, as bits."""

_MISSED: Final = 8
"""That a must is below its level, as one more bit of what is said."""

_STEPS: Final = HIGHEST + 1
_BEYOND_TIES: Final = _STEPS ** len(TIE_ORDER)
_BLOCK: Final = 500
_EVER: Final = 2**22  # days: longer than any calendar

np.empty(2**24, dtype=np.int8)  # given back at once: from then on Linux keeps what a block is reckoned in for the next


@dataclass(frozen=True, slots=True)
class Dated:
    """What somebody has in a competence (row), by person (column), and the day of it. By competence and day."""

    competence: Whole
    person: Whole
    day: Whole


@dataclass(frozen=True, slots=True)
class Crew:
    """The staff. Rows of `places`, `subjects` and of the kinds are looked up by the numbers in `Asked`.

    `working`, `away` and `gone` count days up to (not with) a day of the horizon: those she would work, of these the
    ones she is away, and of all days those she is away or not employed.
    """

    levels: Small  # competence × person, as on the first day
    lapses: Dated  # what lapses later: the last day it holds
    said: Small  # competence × person: bits
    reached: Dated  # goals that are no longer open, and the day
    places: Small  # place × person: 0–2
    subjects: Small  # subject × person: 0–2
    experience: Small  # kind × person: 0–4
    allowed: Truth  # kind × person: her role may have it
    turns: Whole  # kind × place: who comes first, second … where all else is alike
    room: Small  # person: what load leaves
    new_until: Whole  # person: the day she is no longer new
    working: Short  # day × person
    away: Short  # day × person
    gone: Short  # day × person


@dataclass(frozen=True, slots=True)
class Demands:
    """What tasks ask for, each competence at each level once: its row, and the need as one number. The first: none."""

    competence: Whole
    need: Whole


@dataclass(frozen=True, slots=True)
class Asked:
    """The tasks, a row each. Days are counted from the first of the crew's horizon."""

    demands: Demands
    needs: Whole  # task × as many as any task has: demands, filled up with the one for none
    held_on: Whole  # the day on which the needs must be met
    added_on: Whole  # the day it came up
    first: Whole
    last: Whole
    place: Whole
    subject: Whole
    kind: Whole
    weights: Whole  # task × criterion

    def rows(self, some: slice) -> "Asked":
        """Some of the tasks."""
        days = self.held_on[some], self.added_on[some], self.first[some], self.last[some]
        looked_up = self.place[some], self.subject[some], self.kind[some]
        return Asked(self.demands, self.needs[some], *days, *looked_up, self.weights[some])


@dataclass(frozen=True, slots=True)
class Weighed:
    """Task × person: the four values, who may have it, and a number to order by that is told to nobody."""

    values: dict[Criterion, Small]
    allowed: Truth  # by role
    able: Truth  # no must is missing
    there: Truth  # at work in some of the task's time
    mostly_there: Truth  # … and away for half of it at the most
    order_key: Whole  # higher comes first; 0 where she may not have it

    def order(self, task: int) -> list[int]:
        """The people who may have the task, by the weights."""
        keys = self.order_key[task]
        return [int(who) for who in np.argsort(-keys) if keys[who]]


def weigh(asked: Asked, crew: Crew) -> Weighed:
    """The values of every task and person."""
    return _weigh(asked, crew, _rows_of(asked, crew))


def first_of(asked: Asked, crew: Crew, count: int) -> Whole:
    """The first `count` people of each task, -1 where there are no more: by blocks that fit into the fast memory."""
    rows = _rows_of(asked, crew)
    blocks = (asked.rows(slice(first, first + _BLOCK)) for first in range(0, len(asked.first), _BLOCK))
    return np.vstack([_top(_weigh(block, crew, rows), crew.turns[block.kind], count) for block in blocks])


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is reckoned once however many tasks there are."""

    worth: Points  # demand × person: what her level is worth
    said: Small  # demand × person: bits, with whether she misses it
    lapses: "_InOrder"
    reached: "_InOrder"
    turns: Whole  # kind × person: as many as there are people for the first, 1 for the last


def _rows_of(asked: Asked, crew: Crew) -> _Rows:
    demands = asked.demands
    levels = crew.levels[demands.competence]
    cells = levels + (demands.need * _STEPS).astype(np.int8)[:, None]
    said = crew.said[demands.competence]
    said[demands.need == 0] = 0
    said |= (levels < (demands.need - MUST).astype(np.int8)[:, None]).view(np.int8) * np.int8(_MISSED)
    turns = (crew.turns.shape[1] - np.argsort(crew.turns, axis=1)).astype(np.int32)
    lapses = _in_order_of(demands, crew.lapses, crew.lapses.day < asked.held_on.max(initial=-_EVER))
    reached = _in_order_of(demands, crew.reached, crew.reached.day >= asked.added_on.min(initial=_EVER))
    return _Rows(_WORTH.reshape(-1).take(cells), said, lapses, reached, turns)


def _weigh(asked: Asked, crew: Crew, rows: _Rows) -> Weighed:
    points, said = _together(np.add, rows.worth, asked), _together(np.bitwise_or, rows.said, asked)
    _take_lapsed(points, said, asked, crew, rows.lapses)
    _add_reached(said, asked, rows.reached)
    able = said < _MISSED
    away, working = _in_time(crew.away, asked), _in_time(crew.working, asked)
    there = (away < working) | (working == 0)
    there &= _in_time(crew.gone, asked) <= (asked.last - asked.first).astype(np.int16)[:, None]
    allowed = crew.allowed.take(asked.kind, axis=0)
    values = {
        Criterion.RELEVANCE: crew.places.take(asked.place, axis=0) + crew.subjects.take(asked.subject, axis=0),
        Criterion.COMPETENCE: _rounded_means(points, asked),
        Criterion.EXPERIENCE: crew.experience.take(asked.kind, axis=0),
        Criterion.READINESS: _readiness(asked, crew, said, away, working),
    }
    key = _order_key(values, asked.weights, rows.turns.take(asked.kind, axis=0), allowed & able & there)
    return Weighed(values, allowed, able, there, away * np.int16(AWAY_PARTS[-1]) <= working, key)


def _top(weighed: Weighed, turns: Whole, count: int) -> Whole:
    """Whose turn it is stands in the key itself."""
    people = weighed.order_key.shape[1]
    kept = min(count, people)
    best = np.partition(weighed.order_key, people - kept, axis=1)[:, people - kept :]
    best.sort(axis=1)
    best = best[:, ::-1]
    who = np.take_along_axis(turns, people - 1 - (best - 1) % people, axis=1)
    return np.where(best > 0, who, -1).astype(np.int32)


def _order_key(values: dict[Criterion, Small], weights: Whole, turns: Whole, may: Truth) -> Whole:
    """By the weights, then by the order of ties, then by whose turn it is: one whole number, and no two alike.

    Before the turns come in there is room for it in 16 bits: 12 × 4 × 625 and 624; for the weighted sum in 8.
    """
    weighted, ties = np.zeros(may.shape, dtype=np.int8), np.zeros(may.shape, dtype=np.int16)
    for column, criterion in enumerate(Criterion):
        weighted += values[criterion] * weights[:, column].astype(np.int8)[:, None]
    for criterion in TIE_ORDER:
        ties *= np.int16(_STEPS)
        ties += values[criterion]
    standing = weighted.astype(np.int16)
    standing *= np.int16(_BEYOND_TIES)
    standing += ties
    people = may.shape[1]
    key = standing.astype(np.int32)
    key *= people
    key += turns
    key *= may
    return key


# --- competence ------------------------------------------------------------------------------------


def _worth() -> Points:
    """By need as one number, then by level: what the level is worth, weighted. `MOST_NEEDS` of them fit 8 bits."""
    wishes = [[WISH_WEIGHT * points for points in row] for row in NEED_POINTS]
    musts = [[MUST_WEIGHT * points for points in row] for row in NEED_POINTS]
    return np.array([[0] * _STEPS, *wishes, *musts], dtype=np.uint8)


_WORTH: Final = _worth()
_NEED_WEIGHT: Final = np.array([0] + [WISH_WEIGHT] * GUIDES + [MUST_WEIGHT] * GUIDES, dtype=np.int16)


def _together(how: np.ufunc, rows: npt.NDArray[Any], asked: Asked) -> npt.NDArray[Any]:
    """The rows of each task's needs put together, one need after the other: many times faster than `reduceat`."""
    found = rows.take(asked.needs[:, 0], axis=0)
    for column in asked.needs.T[1:]:
        how(found, rows.take(column, axis=0), out=found)
    return found


def _take_lapsed(points: Points, said: Small, asked: Asked, crew: Crew, lapses: "_InOrder") -> None:
    """Takes out what has lapsed by the day the task needs it: then it is as if she never had it."""
    tasks, demands, which = _about_needs(asked, lapses, before=asked.held_on)
    need, level = asked.demands.need[demands], crew.levels[lapses.competence, lapses.person][which]
    cells = tasks * points.shape[1] + lapses.person[which]
    lost = _WORTH[need, level] - _WORTH[need, 0]
    np.subtract.at(points.reshape(-1), cells, lost)  # many times faster than by two indices
    said.reshape(-1)[cells[need > MUST]] |= _MISSED


@dataclass(frozen=True, slots=True)
class _InOrder:
    """What is dated and about any of the tasks' days, in the order of `numbers` (competence and day).

    `starts` and `ends`: by demand the first of its competence, and the one after the last.
    """

    competence: Whole
    person: Whole
    numbers: npt.NDArray[np.int64]
    starts: Index
    ends: Index


def _in_order_of(demands: Demands, dated: Dated, which: Truth) -> _InOrder:
    competence, person = dated.competence[which], dated.person[which]
    numbers = _in_order(competence, dated.day[which])
    starts = np.searchsorted(numbers, _in_order(demands.competence, np.full_like(demands.competence, -_EVER)))
    ends = np.searchsorted(numbers, _in_order(demands.competence, np.full_like(demands.competence, _EVER)))
    return _InOrder(competence, person, numbers, starts, np.where(demands.need, ends, starts))


def _about_needs(
    asked: Asked, dated: _InOrder, *, since: Whole | None = None, before: Whole | None = None
) -> tuple[Index, Whole, Index]:
    """Of each need what is about its competence, from one day of the task, or up to (not with) one.

    Three rows of numbers: the tasks, the demands, and which of what is dated.
    """
    tasks, places = np.nonzero((dated.ends > dated.starts)[asked.needs])
    demands = asked.needs[tasks, places]
    starts, ends, competence = dated.starts[demands], dated.ends[demands], asked.demands.competence[demands]
    if since is not None:
        starts = np.searchsorted(dated.numbers, _in_order(competence, since[tasks]))
    if before is not None:
        ends = np.searchsorted(dated.numbers, _in_order(competence, before[tasks]))
    counts = ends - starts
    which: Index = np.arange(counts.sum()) + np.repeat(starts - counts.cumsum() + counts, counts)
    return tasks.repeat(counts), demands.repeat(counts), which


def _in_order(competence: Whole, day: Whole) -> npt.NDArray[np.int64]:
    return competence.astype(np.int64) * (2 * _EVER + 1) + day


def _rounded_means(points: Points, asked: Asked) -> Small:
    """The weighted means, half a point rounded up; what asks for nothing is alike for all."""
    weight = _NEED_WEIGHT[asked.demands.need[asked.needs]].sum(axis=1, dtype=np.int16)[:, None]
    rounded: Small = np.zeros(points.shape, dtype=np.int8)
    for point in range(1, _STEPS):
        least = (weight * (2 * point - 1) + 1) // 2
        rounded += (points >= least.astype(np.uint8)).view(np.int8)
    rounded[weight[:, 0] == 0] = NO_NEEDS
    return rounded


# --- readiness -------------------------------------------------------------------------------------


def _in_time(counted: Short, asked: Asked) -> Short:
    """How many of the counted days lie in the time of each task."""
    days: Short = counted.take(asked.last + 1, axis=0)
    days -= counted.take(asked.first, axis=0)
    return days


def _readiness(asked: Asked, crew: Crew, said: Small, away: Short, working: Short) -> Small:
    """Room, then wish and goal, then what takes from it; never below 0 or above 4."""
    value = _willing(said)
    value += crew.room
    value += (asked.first[:, None] < crew.new_until).view(np.int8) * np.int8(NEW_HERE)
    value += (working == 0).view(np.int8) * np.int8(NEVER_AT_WORK)
    for part in AWAY_PARTS:
        value -= (away * np.int16(part) > working).view(np.int8)
    return np.clip(value, 0, HIGHEST, out=value)


def _add_reached(said: Small, asked: Asked, reached: "_InOrder") -> None:
    """A goal that was reached since the task came up is one for it still."""
    tasks, _, which = _about_needs(asked, reached, since=asked.added_on)
    said.reshape(-1)[tasks * said.shape[1] + reached.person[which]] |= HAS_GOAL


def _willing(said: Small) -> Small:
    """What wishes and goals about the needs add or take, each once however many needs it is about."""
    willing: Small = ((said & WANTS_IT) != 0).view(np.int8) * np.int8(WANTS)
    willing += ((said & HAS_GOAL) != 0).view(np.int8) * np.int8(GOAL)
    willing += ((said & NOT_NOW_SAID) != 0).view(np.int8) * np.int8(NOT_NOW)
    return willing
