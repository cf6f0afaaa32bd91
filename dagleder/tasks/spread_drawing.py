"""How tasks are spread, as a picture: one drawing for a stue, on screen and on paper, all in one measure."""

from collections.abc import Iterator
from typing import Final

from dagleder.base.dates import hours_text, hours_words
from dagleder.base.text import plural
from dagleder.exchange.drawing import Drawing, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import INK, INK_SOFT, PRIMARY, SOFT_EDGE, SOFT_FILL
from dagleder.exchange.fonts import fitted
from dagleder.tasks.spread import PersonShare, Share, Spread

_HALF_HOUR: Final = 30
_MOST_ROWS: Final = 38
_ROW: Final = 17.0
_HEAD: Final = 20.0
_BAR: Final = 9.0
_NAMES: Final = 150.0
_WORDS: Final = 160.0
_GAP: Final = 10.0
_SIZE: Final = 9.0
_WIDEST: Final = 16.0  # of one task
_OPEN: Final = PRIMARY, PRIMARY
_DONE: Final = SOFT_FILL, SOFT_EDGE


def spread_drawings(spread: Spread, width: float) -> tuple[Drawing, ...]:
    """One for each stue, in order (several where it is longer than a page). A task is as wide in one as in another."""
    room = width - _NAMES - _WORDS - 2 * _GAP
    unit = min(room / max(spread.most, 1), _WIDEST)
    return tuple(
        _drawing(team, people[start : start + _MOST_ROWS], unit, width)
        for team, people in spread.teams()
        for start in range(0, len(people), _MOST_ROWS)
    )


def _drawing(team: str, people: tuple[PersonShare, ...], unit: float, width: float) -> Drawing:
    shapes: list[Shape] = [Text(0, _HEAD - 7, team, _SIZE + 1, INK, Weight.SEMIBOLD)]
    for number, person in enumerate(people):
        shapes += _row(person, _HEAD + number * _ROW, unit, width)
    told = "; ".join(f"{person.name}: {share_text(person.share)}" for person in people)
    return Drawing(width, _HEAD + len(people) * _ROW, tuple(shapes), f"{team}. {told}.")


def _row(person: PersonShare, top: float, unit: float, width: float) -> Iterator[Shape]:
    base = top + _ROW / 2 + _SIZE * 0.36
    yield Text(0, base, fitted(person.name, _NAMES, _SIZE), _SIZE, INK)
    x = _NAMES + _GAP
    for count, (fill, edge) in ((person.share.open, _OPEN), (person.share.done, _DONE)):
        for _ in range(count):
            yield Rect(x, top + (_ROW - _BAR) / 2, max(unit - 1.5, 0.5), _BAR, fill, edge, radius=1.5)
            x += unit
    yield Text(width - _WORDS, base, share_text(person.share), _SIZE, INK_SOFT)


def share_text(share: Share) -> str:
    """'2 åbne · 1 færdig · 6,5 timer'."""
    parts = [
        plural(share.open, "åben", "åbne") if share.open else "",
        plural(share.done, "færdig", "færdige") if share.done else "",
        hours_words(_half_hours(share.minutes)) if share.minutes else "",
    ]
    return " · ".join(part for part in parts if part) or "ingen"


def about_hours(minutes: int) -> str:
    """To the half hour: '6,5'. What was told of a task was never more exact."""
    return hours_text(_half_hours(minutes))


def _half_hours(minutes: int) -> int:
    return max(round(minutes / _HALF_HOUR), minutes > 0) * _HALF_HOUR
