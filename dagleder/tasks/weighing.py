"""Weighs tasks against the staff by the four criteria: arrays in, arrays out, many tasks at once or a single one.

There is one path: the dialog's single task and the list of all tasks go through `weigh`. A row is a task, a column is
somebody on the staff, in order of name; so the column decides where all else is alike. Whole numbers throughout:
float32 only where the matrix product is fastest, with sums far below where it would round.
"""

from dataclasses import dataclass
from typing import Final

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
Real = npt.NDArray[np.float32]
Truth = npt.NDArray[np.bool_]

MUST: Final = GUIDES
"""A need as one number: nothing is 0, a wish its level (1–4), a must its level and this (5–8)."""

_MISSED: Final = -(2**15)  # a must below its level: outweighs every other need of the task
_STEPS: Final = HIGHEST + 1
_TIES: Final = {criterion: _STEPS ** (len(TIE_ORDER) - 1 - place) for place, criterion in enumerate(TIE_ORDER)}
_BEYOND_TIES: Final = _STEPS ** len(TIE_ORDER)
_FIELD: Final = 2**8  # wish, goal and 'not now' of a product lie this far apart: so many needs may a task have


@dataclass(frozen=True, slots=True)
class Lapses:
    """Assessments that lapse some day: competence (row), person (column) and the last day they hold."""

    competence: Whole
    person: Whole
    until: Whole


@dataclass(frozen=True, slots=True)
class Crew:
    """The staff. Rows of `places`, `subjects` and of the kinds are looked up by the numbers in `Asked`.

    `away` and `working` count days up to (not with) a day of the horizon: of the days she would work, those away.
    """

    levels: Small  # competence × person, as today
    lapses: Lapses  # what lapses later
    wants: Truth  # competence × person: wants to develop or use it
    goals: Truth
    not_now: Truth
    places: Small  # place × person: 0–2
    subjects: Small  # subject × person: 0–2
    experience: Small  # kind × person: 0–4
    allowed: Truth  # kind × person: her role may have it
    room: Small  # person: what load and other features' facts leave
    new_until: Whole  # person: the day she is no longer new
    away: Short  # day × person
    working: Short  # day × person


@dataclass(frozen=True, slots=True)
class Asked:
    """The tasks, a row each. Days are counted from the first of the crew's horizon."""

    needs: Small  # competence × task
    held_on: Whole  # the day on which the needs must be met
    first: Whole
    last: Whole
    place: Whole
    subject: Whole
    kind: Whole
    weights: Whole  # task × criterion


@dataclass(frozen=True, slots=True)
class Weighed:
    """Task × person: the four values, who may have it, and a number to order by that is told to nobody."""

    values: dict[Criterion, Small]
    allowed: Truth  # by role
    able: Truth  # no must is missing
    there: Truth  # at work in some of the task's time
    order_key: Whole  # higher comes first; 0 where she may not have it

    def order(self, task: int) -> list[int]:
        """The people who may have the task, by the weights."""
        keys = self.order_key[task]
        return [int(who) for who in np.argsort(-keys) if keys[who]]


def weigh(asked: Asked, crew: Crew) -> Weighed:
    """The values of every task and person."""
    totals, weights = _need_totals(asked, crew)
    able = totals >= 0
    away, working = _days(asked, crew)
    there = (away < working) | (working == 0)
    allowed = crew.allowed.take(asked.kind, axis=0)
    values = {
        Criterion.RELEVANCE: crew.places.take(asked.place, axis=0) + crew.subjects.take(asked.subject, axis=0),
        Criterion.COMPETENCE: _rounded_means(totals, weights),
        Criterion.EXPERIENCE: crew.experience.take(asked.kind, axis=0),
        Criterion.READINESS: _readiness(asked, crew, away, working),
    }
    return Weighed(values, allowed, able, there, _order_key(values, asked.weights, allowed & able & there))


def top(weighed: Weighed, count: int) -> Whole:
    """The first `count` people of each task, -1 where there are no more. Who she is stands in the key itself."""
    people = weighed.order_key.shape[1]
    kept = min(count, people)
    best = np.partition(weighed.order_key, people - kept, axis=1)[:, people - kept :]
    best.sort(axis=1)
    best = best[:, ::-1]
    return np.where(best > 0, people - 1 - (best - 1) % people, -1).astype(np.int32)


def _order_key(values: dict[Criterion, Small], weights: Whole, may: Truth) -> Whole:
    """By the weights, then by the order of ties, then by the column: one whole number, and no two alike.

    Before the columns come in there is room for it in 16 bits: 12 × 4 × 625 and 624.
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
    key += np.arange(people, 0, -1, dtype=np.int32)
    key *= may
    return key


# --- competence ------------------------------------------------------------------------------------


def _worth() -> Real:
    """By level and need as one number: what the level is worth there, weighted; a missed must is worth `_MISSED`."""
    wishes = [[WISH_WEIGHT * points for points in row] for row in NEED_POINTS]
    musts = [
        [MUST_WEIGHT * points if level >= asked else _MISSED for level, points in enumerate(row)]
        for asked, row in enumerate(NEED_POINTS, 1)
    ]
    return np.ascontiguousarray(np.array([[0] * _STEPS, *wishes, *musts], dtype=np.float32).T)


_WORTH: Final = _worth()
_RISES: Final = np.diff(_WORTH, axis=0)  # what each level adds to the one below
_NEED_WEIGHT: Final = np.array([0] + [WISH_WEIGHT] * GUIDES + [MUST_WEIGHT] * GUIDES, dtype=np.float32)


def _need_totals(asked: Asked, crew: Crew) -> tuple[Real, Real]:
    """The weighted points of each task's needs, per person; and the sum of the weights.

    What a level is worth is the sum of the rises up to it, so it is one product of rises and 'at least this level'.
    """
    used = np.flatnonzero(asked.needs.any(axis=1))
    needs = asked.needs[used]
    steps = np.arange(1, _STEPS, dtype=np.int8)[:, None, None]
    reached = (crew.levels[used] >= steps).astype(np.float32)
    rises = _RISES.take(needs, axis=1)
    inner = len(steps) * len(used)
    totals: Real = rises.reshape(inner, needs.shape[1]).T @ reached.reshape(inner, crew.levels.shape[1])
    totals += _WORTH[0].take(needs).sum(axis=0)[:, None]
    _take_lapsed(totals, asked, crew)
    return totals, _NEED_WEIGHT.take(needs).sum(axis=0)[:, None]


def _take_lapsed(totals: Real, asked: Asked, crew: Crew) -> None:
    """Takes out what has lapsed by the day the task needs it."""
    lapses = crew.lapses
    needs = asked.needs.take(lapses.competence, axis=0)
    which, tasks = np.nonzero((asked.held_on > lapses.until[:, None]) & (needs > 0))
    who = lapses.person[which]
    need, level = needs[which, tasks], crew.levels[lapses.competence[which], who]
    np.add.at(totals, (tasks, who), _WORTH[0, need] - _WORTH[level, need])


def _rounded_means(totals: Real, weights: Real) -> Small:
    """The weighted means, half a point rounded up; what asks for nothing is alike for all."""
    asks = weights > 0
    means = totals * np.float32(2)
    means += weights
    means /= np.where(asks, 2 * weights, 1)
    rounded: Small = np.floor(means, out=means).astype(np.int8)
    rounded[~asks[:, 0]] = NO_NEEDS
    return rounded


# --- readiness -------------------------------------------------------------------------------------


def _days(asked: Asked, crew: Crew) -> tuple[Short, Short]:
    """Of the days each would work in the task's time: those away, and all."""
    after = asked.last + 1
    away: Short = crew.away.take(after, axis=0)
    away -= crew.away.take(asked.first, axis=0)
    working: Short = crew.working.take(after, axis=0)
    working -= crew.working.take(asked.first, axis=0)
    return away, working


def _readiness(asked: Asked, crew: Crew, away: Short, working: Short) -> Small:
    """Room, then wish and goal, then what takes from it; never below 0 or above 4."""
    value = _willing(asked, crew)
    value += crew.room
    value += (asked.first[:, None] < crew.new_until).view(np.int8) * np.int8(NEW_HERE)
    value += (working == 0).view(np.int8) * np.int8(NEVER_AT_WORK)
    value -= (away > 0).view(np.int8)
    for part in AWAY_PARTS:
        value -= (away * np.int16(part) > working).view(np.int8)
    return np.clip(value, 0, HIGHEST, out=value)


def _willing(asked: Asked, crew: Crew) -> Small:
    """What wishes and goals about the needs add or take: one product for the three of them."""
    used = np.flatnonzero(asked.needs.any(axis=1))
    said = crew.wants[used] + crew.goals[used] * np.float32(_FIELD) + crew.not_now[used] * np.float32(_FIELD**2)
    product = (asked.needs[used] > 0).astype(np.float32).T @ said.astype(np.float32)
    counts = product.astype(np.int32)
    willing = (counts & (_FIELD - 1) > 0).view(np.int8) * np.int8(WANTS)
    willing += (counts & (_FIELD**2 - _FIELD) > 0).view(np.int8) * np.int8(GOAL)
    willing += (counts >= _FIELD**2).view(np.int8) * np.int8(NOT_NOW)
    return willing
