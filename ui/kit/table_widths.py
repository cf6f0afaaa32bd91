"""How wide the columns of a table are: they fill its width, and stay within it. Pure."""

from collections.abc import Sequence

_LEAST_READABLE = 56


def fitted_widths(
    wanted: Sequence[int], least: int, room: int, floors: Sequence[int] = (), *, spread: bool = False
) -> list[int]:
    """Widths in px for columns that want so much each; 0 wants what is left, but at least `least`.

    Where all of it would be wider than `room`, columns with a width of their own give first, then all, each down to
    its floor (0: what is readable).
    `spread`: what is left over is shared by all but the narrowest (a tick box).
    """
    open_ones = {number for number, width in enumerate(wanted) if not width}
    share = (room - sum(wanted)) // len(open_ones) if open_ones else 0
    widths = [width or max(least, share) for width in wanted]
    floors = [floor or _LEAST_READABLE for floor in floors] or [_LEAST_READABLE] * len(widths)
    everyone = set(range(len(widths)))
    for givers in (everyone - open_ones, everyone):
        over = sum(widths) - room
        spare = [max(0, width - floors[n]) if n in givers else 0 for n, width in enumerate(widths)]
        if over > 0 and any(spare):
            given = min(over, sum(spare))
            widths = [width - -(-give * given // sum(spare)) for width, give in zip(widths, spare, strict=True)]
    takers = [number for number in everyone if widths[number] >= _LEAST_READABLE]
    left = room - sum(widths)
    if spread and left > 0 and takers:
        for number in takers:
            widths[number] += left // len(takers)
        widths[takers[-1]] += left % len(takers)
    return widths
