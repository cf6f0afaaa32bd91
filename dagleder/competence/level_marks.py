"""How a level stands on paper: a field with a number, a tick for what is held, stripes where it has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dagleder.competence.facts import Competence, Facts
from dagleder.competence.levels import ALONE, NOT_YET
from dagleder.exchange.drawing import Anchor, Hatch, Path, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import GRID, HATCH, INK, LEVEL_INKS

LAPSED, HELD, NOTHING, UNKNOWN = "×", "✓", "·", ""
_GOAL_SIZE: Final = 5.5


@dataclass(frozen=True, slots=True)
class Mark:
    """What one person has in one competence: what stands in the field, and how it is filled.

    The field is empty where nobody has assessed it.
    """

    text: str
    level: int
    lapsed: bool = False
    goal: bool = False


def mark(facts: Facts, employee_id: int, competence: Competence) -> Mark:
    holding = facts.holding(employee_id, competence.id)
    goal = holding.goal is not None
    counted = holding.counted
    if counted and counted.level > NOT_YET and counted.lapsed(facts.day):
        return Mark(LAPSED, NOT_YET, lapsed=True, goal=goal)
    if counted is None:
        return Mark(UNKNOWN, NOT_YET, goal=goal)
    level = facts.level(employee_id, competence.id)
    if level == NOT_YET:
        return Mark(NOTHING, level, goal=goal)
    return Mark(HELD if competence.certificate and level >= ALONE else str(level), level, goal=goal)


def field_shapes(of: Mark, x: float, y: float, box: tuple[float, float], size: float) -> Iterator[Shape]:
    """The field with its left upper corner at (x, y)."""
    width, height = box
    fill, colour = LEVEL_INKS[of.level]
    if of.lapsed:
        yield Hatch(x, y, width, height, HATCH)
    elif of.level:
        yield Rect(x, y, width, height, fill)
    middle, base = x + width / 2, y + height / 2 + 0.364 * size
    yield Text(middle, base, of.text, size, INK if of.lapsed else colour, Weight.SEMIBOLD, Anchor.MIDDLE)
    if of.goal:
        yield triangle(middle + size * 0.45, base - size * 0.95, INK if of.level < ALONE else colour)


def triangle(x: float, y: float, colour: str) -> Path:
    """'Mål aftalt', with its left upper corner at (x, y)."""
    half = _GOAL_SIZE / 2
    return Path(
        (("M", x, y + _GOAL_SIZE * 0.85), ("L", x + half, y), ("L", x + _GOAL_SIZE, y + _GOAL_SIZE * 0.85), ("Z",)),
        colour,
    )


def legend_field(of: Mark, x: float, y: float, box: tuple[float, float], size: float) -> Iterator[Shape]:
    """A field as it stands in the legend: with an edge, so that the white one is seen."""
    yield from field_shapes(of, x, y, box, size)
    yield Rect(x, y, *box, "", GRID, 0.75)
