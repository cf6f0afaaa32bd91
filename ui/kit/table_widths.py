"""How wide the columns of a table are: they fill its width, and stay within it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

_LEAST_READABLE = 56


@dataclass(frozen=True, slots=True)
class Bounds:
    """For each column how far it gives: what its texts need (0: not known), then its floor (0: what is readable)."""

    floors: Sequence[int]
    needs: Sequence[int]

    def enough(self, widths: Sequence[int]) -> list[int]:
        """What each column does with; its width, where that is not known."""
        columns = zip(widths, self.floors, self.needs, strict=True)
        return [max(need, floor) if need else width for width, floor, need in columns]


def fitted_widths(
    wanted: Sequence[int], least: int, room: int, bounds: Bounds | None = None, *, spread: bool = False
) -> list[int]:
    """Widths in px for columns that want so much each; 0 wants what is left, but at least `least`.

    Where all of it would be wider than `room`, those with more than their texts need give first; then columns with a
    width of their own, then all, each down to its floor. A column whose texts need more takes from those with too much.
    `spread`: what is left over is shared by all but the narrowest (a tick box).
    """
    open_ones = {number for number, width in enumerate(wanted) if not width}
    share = (room - sum(wanted)) // len(open_ones) if open_ones else 0
    widths = [width or max(least, share) for width in wanted]
    everyone = set(range(len(widths)))
    bounds = bounds or Bounds([0] * len(widths), [0] * len(widths))
    floors, enough = [floor or _LEAST_READABLE for floor in bounds.floors], bounds.enough(widths)
    widths = _given(widths, enough, everyone, sum(widths) - room)
    for givers in (everyone - open_ones, everyone):
        widths = _given(widths, floors, givers, sum(widths) - room)
    widths = _levelled(widths, enough)
    if spread:
        widths = _spread(widths, room)
    return widths


def _given(widths: Sequence[int], floors: Sequence[int], givers: Collection[int], much: int) -> list[int]:
    """So much less, if there is so much to give: each in proportion to what it has to spare."""
    spare = [max(0, width - floors[n]) if n in givers else 0 for n, width in enumerate(widths)]
    if much <= 0 or not any(spare):
        return list(widths)
    given = min(much, sum(spare))
    return [width - -(-give * given // sum(spare)) for width, give in zip(widths, spare, strict=True)]


def _levelled(widths: Sequence[int], enough: Sequence[int]) -> list[int]:
    """What some have more than enough of is given to those that lack, the first first."""
    lacking = [max(0, wanted - width) for wanted, width in zip(enough, widths, strict=True)]
    levelled = _given(widths, enough, range(len(widths)), sum(lacking))
    left = sum(widths) - sum(levelled)
    for number, lack in enumerate(lacking):
        levelled[number] += min(lack, left)
        left -= min(lack, left)
    return levelled


def _spread(widths: Sequence[int], room: int) -> list[int]:
    takers = [number for number, width in enumerate(widths) if width >= _LEAST_READABLE]
    left, spread = room - sum(widths), list(widths)
    if left > 0 and takers:
        for number in takers:
            spread[number] += left // len(takers)
        spread[takers[-1]] += left % len(takers)
    return spread
