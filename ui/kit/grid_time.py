"""The axis of a week: days side by side, each divided into the house's bands by their length."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dagleder.base.dates import WEEKDAYS_SHORT, day_text, weekday_text
from dagleder.base.errors import Bug
from dagleder.base.text import capitalised
from ui.kit.grid_values import Edge, GridBlock, GridColumn


@dataclass(frozen=True)
class AxisBand:
    """A band of the day as the axis needs it; minutes after midnight."""

    key: int
    name: str
    short: str
    start: int
    end: int


@dataclass(frozen=True)
class TimeAxis:
    """Days × bands, in the order of the day. Time between two bands takes no room on the axis."""

    days: tuple[date, ...]
    bands: tuple[AxisBand, ...]

    def __post_init__(self) -> None:
        ordered = all(before.end <= after.start for before, after in pairwise(self.bands))
        if not self.bands or not ordered or any(band.start >= band.end for band in self.bands):
            raise Bug("the bands of an axis follow each other")

    def columns(self, *, today: date | None = None, closed: Sequence[date] = ()) -> tuple[GridColumn, ...]:
        """One column per band and day, keyed (day, band key); a day is as wide as one column width."""
        whole = sum(band.end - band.start for band in self.bands)
        return tuple(
            GridColumn(
                key=(day, band.key),
                name=f"{weekday_text(day)} {day_text(day)}, {band.name}",
                title=band.short,
                block=day,
                share=(band.end - band.start) / whole,
                edge=Edge.NONE if number else Edge.STRONG,
                today=day == today,
                closed=day in closed,
            )
            for day in self.days
            for number, band in enumerate(self.bands)
        )

    def blocks(self, notes: dict[date, str] | None = None) -> dict[object, GridBlock]:
        """'Man 16.' over each day's bands, with a note after it ('personalemøde')."""
        notes = notes or {}
        return {
            day: GridBlock(f"{capitalised(WEEKDAYS_SHORT[day.weekday()])} {day.day}.", notes.get(day, ""))
            for day in self.days
        }

    def at(self, day: date, minute: int) -> float:
        """Where a time of day is on the axis; times outside the bands are moved to their edge."""
        first = self.days.index(day) * len(self.bands)
        for number, band in enumerate(self.bands):
            if minute < band.end:
                inside = max(0, minute - band.start) / (band.end - band.start)
                return first + number + inside
        return float(first + len(self.bands))
