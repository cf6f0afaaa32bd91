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
Short = npt.NDArray[np.int16]
Whole = npt.NDArray[np.int32]
Truth = npt.NDArray[np.bool_]
Index = npt.NDArray[np.intp]

MUST: Final = GUIDES
"""A need as one number: nothing is 0, a wish its level (1–4), a must four more (5–8)."""

WANTS_IT, HAS_GOAL, NOT_NOW_SAID = 1, 2, 4
"""What somebody says of a competence, as bits."""

_MISSED: Final = -(2**10)  # a must below its level: outweighs the `MOST_NEEDS` of a task, and 16 bits hold it so often
_POINTS: Final = 2**10 - 1  # the bits that are left of a total when what was missed is taken out of it
_STEPS: Final = HIGHEST + 1
_TIES: Final = {criterion: _STEPS ** (len(TIE_ORDER) - 1 - place) for place, criterion in enumerate(TIE_ORDER)}
_BEYOND_TIES: Final = _STEPS ** len(TIE_ORDER)
_BLOCK: Final = 500
_EVER: Final = 2**22  # days: longer than any calendar


@dataclass(frozen=True, slots=True)
class Dated:
    """What somebody has in a competence (row), by person (column), and the day of it. By competence and day."""

    competence: Whole
    person: Whole
    day: Whole


@dataclass(frozen=True, slots=True)
class Notes:
    """What higher features say of a person, the days it holds, and what it adds to readiness or takes."""

    person: Whole
    first: Whole
    last: Whole
    effect: Small


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
    notes: Notes
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
    return _weigh(asked, crew, _worth_rows(asked.demands, crew))


def first_of(asked: Asked, crew: Crew, count: int) -> Whole:
    """The first `count` people of each task, -1 where there are no more: by blocks that fit into the fast memory."""
    worth = _worth_rows(asked.demands, crew)
    blocks = (asked.rows(slice(first, first + _BLOCK)) for first in range(0, len(asked.first), _BLOCK))
    return np.vstack([_top(_weigh(block, crew, worth), crew.turns[block.kind], count) for block in blocks])


def _weigh(asked: Asked, crew: Crew, worth: Short) -> Weighed:
    totals = _need_totals(asked, crew, worth)
    able = totals >= 0
    away, working = _in_time(crew.away, asked), _in_time(crew.working, asked)
    there = (away < working) | (working == 0)
    there &= _in_time(crew.gone, asked) <= (asked.last - asked.first).astype(np.int16)[:, None]
    allowed = crew.allowed.take(asked.kind, axis=0)
    values = {
        Criterion.RELEVANCE: crew.places.take(asked.place, axis=0) + crew.subjects.take(asked.subject, axis=0),
        Criterion.COMPETENCE: _rounded_means(totals & np.int16(_POINTS), asked),
        Criterion.EXPERIENCE: crew.experience.take(asked.kind, axis=0),
        Criterion.READINESS: _readiness(asked, crew, away, working),
    }
    turns = _turn_points(crew.turns).take(asked.kind, axis=0)
    key = _order_key(values, asked.weights, turns, allowed & able & there)
    return Weighed(values, allowed, able, there, away * np.int16(AWAY_PARTS[-1]) <= working, key)


def _turn_points(turns: Whole) -> Whole:
    """Kind × person: as many as there are people for the first, 1 for the last."""
    points: Whole = (turns.shape[1] - np.argsort(turns, axis=1)).astype(np.int32)
    return points


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

    Before the turns come in there is room for it in 16 bits: 12 × 4 × 625 and 624.
    """
    standing = np.zeros(may.shape, dtype=np.int16)
    for column, criterion in enumerate(Criterion):
        factors = (weights[:, column] * _BEYOND_TIES + _TIES[criterion]).astype(np.int16)
        part = values[criterion].astype(np.int16)
        part *= factors[:, None]
        standing += part
    people = may.shape[1]
    key = standing.astype(np.int32)
    key *= people
    key += turns
    key *= may
    return key


# --- competence ------------------------------------------------------------------------------------


def _worth() -> Short:
    """By need as one number, then by level: what the level is worth there, weighted; a missed must adds `_MISSED`."""
    wishes = [[WISH_WEIGHT * points for points in row] for row in NEED_POINTS]
    musts = [
        [MUST_WEIGHT * points + (_MISSED if level < asked else 0) for level, points in enumerate(row)]
        for asked, row in enumerate(NEED_POINTS, 1)
    ]
    return np.array([[0] * _STEPS, *wishes, *musts], dtype=np.int16)


_WORTH: Final = _worth()
_NEED_WEIGHT: Final = np.array([0] + [WISH_WEIGHT] * GUIDES + [MUST_WEIGHT] * GUIDES, dtype=np.int16)


def _worth_rows(demands: Demands, crew: Crew) -> Short:
    """Demand × person: what her level is worth."""
    cells = crew.levels[demands.competence] + (demands.need * _STEPS).astype(np.int8)[:, None]
    return _WORTH.reshape(-1).take(cells)


def _need_totals(asked: Asked, crew: Crew, worth: Short) -> Short:
    """The weighted points of each task's needs, per person; less than nothing where a must is missing."""
    totals = _together(np.add, worth, asked)
    _take_lapsed(totals, asked, crew)
    return totals


def _together(how: np.ufunc, rows: npt.NDArray[Any], asked: Asked) -> npt.NDArray[Any]:
    """The rows of each task's needs put together, one need after the other: many times faster than `reduceat`."""
    found = rows.take(asked.needs[:, 0], axis=0)
    for column in asked.needs.T[1:]:
        how(found, rows.take(column, axis=0), out=found)
    return found


def _take_lapsed(totals: Short, asked: Asked, crew: Crew) -> None:
    """Takes out what has lapsed by the day the task needs it."""
    lapses = crew.lapses
    tasks, demands, which = _about_needs(asked, lapses, np.full_like(asked.held_on, -_EVER), asked.held_on)
    need, level = asked.demands.need[demands], crew.levels[lapses.competence, lapses.person][which]
    lost = _WORTH[need, 0] - _WORTH[need, level]
    cells = tasks * totals.shape[1] + lapses.person[which]
    np.add.at(totals.reshape(-1), cells, lost)  # many times faster than by two indices


def _about_needs(asked: Asked, dated: Dated, since: Whole, before: Whole) -> tuple[Index, Whole, Index]:
    """Of each need what is about its competence, from one day of the task up to (not with) another.

    Three rows of numbers: the tasks, the demands, and which of `dated`.
    """
    ordered = _in_order(dated.competence, dated.day)
    about = np.isin(asked.demands.competence, dated.competence) & (asked.demands.need > 0)
    tasks, places = np.nonzero(about[asked.needs])
    demands = asked.needs[tasks, places]
    competence = asked.demands.competence[demands]
    starts = np.searchsorted(ordered, _in_order(competence, since[tasks]))
    counts = np.maximum(np.searchsorted(ordered, _in_order(competence, before[tasks])) - starts, 0)
    which: Index = np.arange(counts.sum()) + np.repeat(starts - counts.cumsum() + counts, counts)
    return tasks.repeat(counts), demands.repeat(counts), which


def _in_order(competence: Whole, day: Whole) -> npt.NDArray[np.int64]:
    return competence.astype(np.int64) * (2 * _EVER + 1) + day


def _rounded_means(totals: Short, asked: Asked) -> Small:
    """The weighted means, half a point rounded up; what asks for nothing is alike for all."""
    weight = _NEED_WEIGHT[asked.demands.need[asked.needs]].sum(axis=1, dtype=np.float32)[:, None]
    means = totals.astype(np.float32)
    means *= 2
    means += weight
    means /= np.maximum(2 * weight, 1)
    rounded: Small = np.floor(means, out=means).astype(np.int8)
    rounded[weight[:, 0] == 0] = NO_NEEDS
    return rounded


# --- readiness -------------------------------------------------------------------------------------


def _in_time(counted: Short, asked: Asked) -> Short:
    """How many of the counted days lie in the time of each task."""
    days: Short = counted.take(asked.last + 1, axis=0)
    days -= counted.take(asked.first, axis=0)
    return days


def _readiness(asked: Asked, crew: Crew, away: Short, working: Short) -> Small:
    """Room, then wish and goal, then what takes from it; never below 0 or above 4."""
    value, notes = _willing(asked, crew), crew.notes
    value += crew.room
    for column, first, last, effect in zip(notes.person, notes.first, notes.last, notes.effect, strict=True):
        value[:, column] += ((asked.first <= last) & (asked.last >= first)).view(np.int8) * effect
    value += (asked.first[:, None] < crew.new_until).view(np.int8) * np.int8(NEW_HERE)
    value += (working == 0).view(np.int8) * np.int8(NEVER_AT_WORK)
    value -= (away > 0).view(np.int8)
    for part in AWAY_PARTS:
        value -= (away * np.int16(part) > working).view(np.int8)
    return np.clip(value, 0, HIGHEST, out=value)


def _willing(asked: Asked, crew: Crew) -> Small:
    """What wishes and goals about the needs add or take, each once however many needs it is about."""
    rows = crew.said[asked.demands.competence]
    rows[asked.demands.need == 0] = 0
    said = _together(np.bitwise_or, rows, asked)
    tasks, _, which = _about_needs(asked, crew.reached, asked.added_on, np.full_like(asked.added_on, _EVER))
    said[tasks, crew.reached.person[which]] |= HAS_GOAL
    willing: Small = (said & WANTS_IT).astype(np.bool_).view(np.int8) * np.int8(WANTS)
    willing += (said & HAS_GOAL).astype(np.bool_).view(np.int8) * np.int8(GOAL)
    willing += (said & NOT_NOW_SAID).astype(np.bool_).view(np.int8) * np.int8(NOT_NOW)
    return willing
