"""The small drawings of a profile: a level as a bar beside its target, and the course over time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from dagleder.competence.facts import Assessed
from dagleder.competence.levels import GUIDES, Source
from dagleder.exchange.drawing import Circle, Drawing, Line, Path, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import GRID, INK, INK_SOFT, LEVEL_INKS, RULE_STRONG, WHITE

_FIELD, _HEIGHT, _GAP = 13.0, 8.0, 1.5
_MARK: Final = 5.0  # above the fields, for the target
BAR_WIDTH: Final = GUIDES * (_FIELD + _GAP) + 12
COURSE_WIDTH, _COURSE_HEIGHT = 84.0, 17.0
_DOT: Final = 1.7
_OWN: Final = "egen vurdering"


UNKNOWN: Final = "–"


def level_bar(level: int | None, target: int) -> Drawing:
    """Four fields filled up to the level, the number beside them, and a mark over the field of the target.

    None: nobody has assessed it.
    """
    said = UNKNOWN if level is None else str(level)
    shapes: list[Shape] = []
    for number in range(GUIDES):
        left = number * (_FIELD + _GAP)
        fill = LEVEL_INKS[GUIDES - 1][0] if number < (level or 0) else WHITE
        shapes.append(Rect(left + 0.4, _MARK, _FIELD - 0.8, _HEIGHT, fill, RULE_STRONG, 0.75))
    if target:
        shapes.append(_target_mark((target - 1) * (_FIELD + _GAP) + _FIELD / 2))
    base = _MARK + _HEIGHT / 2 + 3.1
    shapes.append(Text(GUIDES * (_FIELD + _GAP) + 3, base, said, 8.6, INK, Weight.SEMIBOLD))
    told = "ikke vurderet" if level is None else f"{level} af {target}" if target else said
    return Drawing(BAR_WIDTH, _MARK + _HEIGHT, tuple(shapes), told)


def _target_mark(x: float) -> Path:
    return Path((("M", x - 2.6, 0.3), ("L", x + 2.6, 0.3), ("L", x, _MARK - 0.7), ("Z",)), INK)


def course(history: Sequence[Assessed], first: date, last: date) -> Drawing:
    """The levels from `first` to `last`: others' view as a line with dots, her own as open dots.

    In words it is others' view, and her own where there is no other.
    """
    shapes: list[Shape] = [Line(0, _COURSE_HEIGHT - 0.5, COURSE_WIDTH, _COURSE_HEIGHT - 0.5, GRID, 0.6)]
    days = max(1, (last - first).days)

    def at(each: Assessed) -> tuple[float, float]:
        right = _DOT + (COURSE_WIDTH - 2 * _DOT) * (each.day - first).days / days
        return right, _COURSE_HEIGHT - 0.5 - each.level / GUIDES * (_COURSE_HEIGHT - 0.5 - 2 * _DOT)

    by_day = sorted(history, key=lambda each: each.day)
    others = [each for each in by_day if each.source is not Source.SELF]
    own = [each for each in by_day if each.source is Source.SELF]
    shapes.extend(_steps([at(each) for each in others]))
    shapes.extend(Circle(*at(each), _DOT, INK) for each in others)
    shapes.extend(Circle(*at(each), _DOT, WHITE, INK_SOFT, 0.8) for each in own)
    said = _course_text(others) if others else f"{_OWN} {_course_text(own)}"
    return Drawing(COURSE_WIDTH, _COURSE_HEIGHT, tuple(shapes), said)


def _steps(points: Sequence[tuple[float, float]]) -> Iterator[Shape]:
    """Each level holds until the next day it was assessed, the last one until the end."""
    for (x, y), (end, level) in pairwise(points):
        yield Line(x, y, end, y, INK, 1.0)
        yield Line(end, y, end, level, INK, 1.0)
    for x, y in points[-1:]:
        yield Line(x, y, COURSE_WIDTH, y, INK, 1.0)


def _course_text(history: Sequence[Assessed]) -> str:
    return " → ".join(str(each.level) for each in history)
