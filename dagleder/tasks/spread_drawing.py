"""How tasks are spread, as a picture: one drawing for a stue, on screen and on paper, all in one measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dagleder.base.dates import hours_words
from dagleder.base.text import plural
from dagleder.exchange.drawing import Drawing, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import INK, INK_SOFT, PRIMARY, SOFT_EDGE, SOFT_FILL
from dagleder.exchange.fonts import fitted, text_width
from dagleder.tasks.spread import PersonShare, Share, Spread

LEGEND: Final = "Et felt er en opgave: fyldt er åben, omrids er færdig"
TEXT_SIZE: Final = 9.0
_MOST_ROWS: Final = 38
_ROW: Final = 17.0
_HEAD: Final = 20.0
_BAR: Final = 9.0
_LONGEST_NAME: Final = 150.0
_GAP: Final = 12.0
_SLACK: Final = 2.0  # a screen measures a little otherwise than paper
_WIDEST, _NARROWEST = 28.0, 2.0  # of one task
_OPEN: Final = PRIMARY, PRIMARY
_DONE: Final = SOFT_FILL, SOFT_EDGE


@dataclass(frozen=True, slots=True)
class _Measure:
    """How wide the three columns are in all of the drawings, and one task in them."""

    names: float
    unit: float
    words: float  # where they begin
    width: float


def spread_drawings(spread: Spread, width: float) -> tuple[Drawing, ...]:
    """One for each stue, in order (several where it is longer than a page). A task is as wide in one as in another."""
    measure = _measure(spread, width)
    return tuple(
        _drawing(team, people[start : start + _MOST_ROWS], measure)
        for team, people in spread.teams()
        for start in range(0, len(people), _MOST_ROWS)
    )


def _measure(spread: Spread, width: float) -> _Measure:
    """The words stand right after the longest bar. Where it is narrow the tasks are first, then names are cut."""
    names = min(max((text_width(each.name, TEXT_SIZE) for each in spread.people), default=0), _LONGEST_NAME) + _SLACK
    words = max((text_width(share_text(each.share), TEXT_SIZE) for each in spread.people), default=0) + _SLACK
    names = min(names, max(width - words - 2 * _GAP - spread.most * _NARROWEST, width / 4))
    unit = min(max(width - names - words - 2 * _GAP, 0) / max(spread.most, 1), _WIDEST)
    return _Measure(names, unit, names + _GAP + unit * spread.most + _GAP, width)


def _drawing(team: str, people: tuple[PersonShare, ...], measure: _Measure) -> Drawing:
    shapes: list[Shape] = [Text(0, _HEAD - 7, team, TEXT_SIZE + 1, INK, Weight.SEMIBOLD)]
    for number, person in enumerate(people):
        shapes += _row(person, _HEAD + number * _ROW, measure)
    told = "; ".join(f"{person.name}: {share_text(person.share)}" for person in people)
    return Drawing(measure.width, _HEAD + len(people) * _ROW, tuple(shapes), f"{team}. {told}.")


def _row(person: PersonShare, top: float, measure: _Measure) -> Iterator[Shape]:
    base = top + _ROW / 2 + TEXT_SIZE * 0.36
    yield Text(0, base, fitted(person.name, measure.names, TEXT_SIZE), TEXT_SIZE, INK)
    x = measure.names + _GAP
    for count, (fill, edge) in ((person.share.open, _OPEN), (person.share.done, _DONE)):
        for _ in range(count):
            yield Rect(x, top + (_ROW - _BAR) / 2, max(measure.unit - 1.5, 0.5), _BAR, fill, edge, radius=1.5)
            x += measure.unit
    yield Text(measure.words, base, share_text(person.share), TEXT_SIZE, INK_SOFT)


def share_text(share: Share) -> str:
    """'2 åbne · 1 færdig · 6,5 timer'."""
    parts = [
        plural(share.open, "åben", "åbne") if share.open else "",
        plural(share.done, "færdig", "færdige") if share.done else "",
        hours_words(share.half_hours) if share.minutes else "",
    ]
    return " · ".join(part for part in parts if part) or "ingen"
