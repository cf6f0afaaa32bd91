"""Time of day in quarters of an hour, and how many are there in each: 96 bits of a number, bit 0 is midnight.

Somebody is there at a quarter when she is there at the moment it begins: 8.00–12.10 is 8.00 … 12.00, so one who
leaves at 12.10 and one who comes at 12.10 make one person all the time.
"""

from collections.abc import Iterator
from typing import Final

QUARTER: Final = 15


def quarters(start: int, end: int) -> int:
    """The quarters that begin from `start` up to, not including, `end` (minutes after midnight)."""
    first, stop = -(-start // QUARTER), -(-end // QUARTER)
    return (1 << stop) - (1 << first) if stop > first else 0


def spans(mask: int) -> Iterator[tuple[int, int]]:
    """The unbroken stretches of `mask` as (start, end) in minutes, in order of the day."""
    while mask:
        first = (mask & -mask).bit_length() - 1
        run = ~(mask >> first)
        length = (run & -run).bit_length() - 1
        yield first * QUARTER, (first + length) * QUARTER
        mask &= mask + (1 << first)


class Tally:
    """Counts people per quarter, all 96 at once.

    Bit q of `_planes[n]` is the digit worth 2**n of the count at quarter q: adding a person is one binary
    addition with carry over whole numbers, and the lowest count is found from the highest digit down.
    That makes a year of 60 people a matter of milliseconds without any array library.
    """

    __slots__ = ("_planes",)

    def __init__(self) -> None:
        self._planes: list[int] = []

    def __bool__(self) -> bool:
        """Whether anybody is there at any time."""
        return any(self._planes)

    def add(self, mask: int) -> None:
        """One more person, present in the quarters of `mask`."""
        planes = self._planes
        for place, plane in enumerate(planes):
            planes[place] = plane ^ mask
            mask &= plane
            if not mask:
                return
        if mask:
            planes.append(mask)

    def lowest(self, window: int) -> int:
        """The lowest count in the quarters of `window`; 0 for no quarters."""
        if not window:
            return 0
        count = 0
        for place in range(len(self._planes) - 1, -1, -1):
            without = window & ~self._planes[place]
            if without:
                window = without
            else:
                count |= 1 << place
        return count

    def below(self, limit: int, window: int) -> int:
        """The quarters of `window` with fewer than `limit` people."""
        if limit <= 0:
            return 0
        if limit >> len(self._planes):
            return window
        found = 0
        for place in range(len(self._planes) - 1, -1, -1):
            plane = self._planes[place]
            if limit >> place & 1:
                found |= window & ~plane
                window &= plane
            else:
                window &= ~plane
        return found
