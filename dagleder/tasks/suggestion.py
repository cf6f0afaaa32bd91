"""What the program lays before the leader when she gives a task to somebody: values and facts, never a total."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dagleder.tasks.criteria import Criterion
from dagleder.tasks.kinds import Weights


@dataclass(frozen=True, slots=True)
class Valued:
    """One criterion of one person: 0–4, and the facts behind it in words."""

    value: int
    fact: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have the task. `called` is how she is spoken of; `sentence` puts the facts together.

    `praise` is what of them speaks for her, as the leader could say it to her.
    """

    employee_id: int
    name: str
    called: str
    role: str
    team: str
    values: Mapping[Criterion, Valued]
    sentence: str
    praise: str = ""


class Why(StrEnum):
    """What keeps somebody from having the task."""

    ROLE = "role"
    AWAY = "away"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who cannot have the task, with the reason. Who lacks a must only (`can_learn`) may learn along."""

    employee_id: int
    name: str
    called: str
    role: str
    team: str
    why: Why
    reason: str
    values: Mapping[Criterion, Valued] = field(default_factory=dict)  # of those who may learn along

    @property
    def can_learn(self) -> bool:
        return self.why is Why.NEED


class Direction(StrEnum):
    """Three ways to give a task, each for a reason of its own."""

    SAFE = "safe"
    DEVELOPING = "developing"
    RELIEVING = "relieving"


DIRECTION_NAMES = {
    Direction.SAFE: "Sikker",
    Direction.DEVELOPING: "Udviklende",
    Direction.RELIEVING: "Aflastende",
}


@dataclass(frozen=True, slots=True)
class Pointed:
    """Whom a direction points to, or nobody; `why` is a sentence in both cases.

    `partner_id`: the one at level 4 to turn to. `learns_along`: she lacks a must, so the partner has the task.
    `praise`: what the leader could say to each of the two about it.
    """

    direction: Direction
    why: str
    employee_id: int | None = None
    partner_id: int | None = None
    learns_along: bool = False
    praise: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Everybody on the staff, sorted by whether she may have the task: `candidates` in the order of the weights.

    `first`–`last` is the time that absence was looked at for.
    """

    task_id: int
    title: str
    weights: Weights
    first: date
    last: date
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    directions: tuple[Pointed, ...]

    @property
    def lacking(self) -> tuple[LeftOut, ...]:
        """'Mangler krav': those who may learn along."""
        return tuple(each for each in self.left_out if each.can_learn)

    @property
    def excluded(self) -> tuple[LeftOut, ...]:
        """Those who may not have it for any other reason."""
        return tuple(each for each in self.left_out if not each.can_learn)

    def candidate(self, employee_id: int) -> Candidate | None:
        return next((each for each in self.candidates if each.employee_id == employee_id), None)

    def learner(self, employee_id: int) -> Candidate | LeftOut | None:
        """Somebody who may learn along."""
        lacking = (each for each in self.lacking if each.employee_id == employee_id)
        return self.candidate(employee_id) or next(lacking, None)

    def towards(self, direction: Direction | None) -> Pointed | None:
        return next((each for each in self.directions if each.direction is direction), None)


@dataclass(frozen=True, slots=True)
class Hint:
    """The first few of the order for a task that nobody has."""

    title: str
    employee_ids: tuple[int, ...]
    names: tuple[str, ...]
