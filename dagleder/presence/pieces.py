"""Cuts absences against one another, so that nobody is ever away from the same minute twice.

An absence is a rectangle: days one way, the time of day the other. What is left of one when another is taken
out of it is at most four such rectangles.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import DAY_MINUTES

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """The same part (`start`–`end`, minutes) of each day from `first` to `last`, both included."""

    first: date
    last: date
    start: int = 0
    end: int = DAY_MINUTES

    @property
    def whole_days(self) -> bool:
        return self.start == 0 and self.end == DAY_MINUTES

    def overlaps(self, other: "Piece") -> bool:
        days = self.first <= other.last and other.first <= self.last
        return days and self.start < other.end and other.start < self.end

    def without(self, other: "Piece") -> list["Piece"]:
        """What is left of this one when `other` is taken out, in order of time."""
        if not self.overlaps(other):
            return [self]
        first, last = max(self.first, other.first), min(self.last, other.last)
        left = [
            Piece(self.first, first - ONE_DAY, self.start, self.end),
            Piece(first, last, self.start, other.start),
            Piece(first, last, other.end, self.end),
            Piece(last + ONE_DAY, self.last, self.start, self.end),
        ]
        return [piece for piece in left if piece.first <= piece.last and piece.start < piece.end]


def without_all(piece: Piece, others: Iterable[Piece]) -> list[Piece]:
    """What is left of `piece` when all `others` are taken out."""
    left = [piece]
    for other in others:
        left = [part for each in left for part in each.without(other)]
    return left
