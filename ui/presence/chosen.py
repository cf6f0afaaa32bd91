"""What is chosen in the week's grid, as places, people and days. Pure."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from dagleder.presence.gaps import Gap, Lack
from dagleder.presence.views import WeekView
from dagleder.settings.places import Band
from dagleder.settings.staffing import Place
from ui.presence.rows import NO_TEAM, DayRow, PersonRow, PlaceRow, Row

Column = tuple[date, int]
"""The key of a column of the axis: a day and the id of a band."""


@dataclass(frozen=True)
class Chosen:
    """The cell of the cursor, and all days and lines that are marked with it."""

    row: Row
    rows: tuple[Row, ...]
    day: date
    band: Band
    days: tuple[date, ...]

    @property
    def place(self) -> Place:
        return self.row.place

    @property
    def person(self) -> PersonRow | None:
        """The line, when it is the only one and is one of the staff."""
        alone = len(set(self.rows)) == 1 and isinstance(self.row, PersonRow)
        return self.row if alone and isinstance(self.row, PersonRow) and self.row.employee_id is not None else None

    @property
    def people(self) -> tuple[int, ...]:
        """Those of the staff whose lines are marked, headings between them left out."""
        found = [row.employee_id for row in self.rows if isinstance(row, PersonRow) and row.employee_id is not None]
        return tuple(dict.fromkeys(found))

    @property
    def stranger(self) -> PersonRow | None:
        """The line of a vikar who is not on the staff."""
        if isinstance(self.row, PersonRow) and self.row.substitute_id is not None and len(self.rows) == 1:
            return self.row
        return None


def chosen_in(week: WeekView, rows: Sequence[Hashable], columns: Sequence[Hashable], cursor: Hashable) -> Chosen | None:
    """What the keys of the grid mean; `cursor` is (row key, column key). None when nothing is chosen."""
    if not rows or not columns or not isinstance(cursor, tuple):
        return None
    row, (day, band_id) = cast("tuple[Row, Column]", cursor)
    bands = {band.id: band for view in week.days for band in view.bands}
    if band_id not in bands:
        return None
    days = sorted({cast("Column", column)[0] for column in columns})
    return Chosen(row, cast("tuple[Row, ...]", tuple(rows)), day, bands[band_id], tuple(days))


def gap_at(week: WeekView, chosen: Chosen) -> Gap | None:
    """The worst gap of the place, day and band.

    On somebody's line it is that of any time of the day, on the line of the whole days that of the day as a whole.
    """
    band, row = chosen.band, chosen.row
    for gap in week.gaps:
        here = gap.place == chosen.place or (gap.place == NO_TEAM and isinstance(row, PlaceRow))
        touches = gap.span is None or (gap.span[0] < band.end and band.start < gap.span[1])
        when = gap.span is None if isinstance(row, DayRow) else touches or isinstance(row, PersonRow)
        if here and gap.day == chosen.day and when:
            return gap
    return None


def cell_of(week: WeekView, gap: Gap) -> tuple[Row, Column] | None:
    """Where a gap is seen; that of the whole house at the first matrikel."""
    start = gap.span[0] if gap.span else 0
    bands = week.days[0].bands
    band = next((band for band in bands if start < band.end), bands[-1])
    place = gap.place if gap.place != NO_TEAM else week.days[0].sites[0].place if week.days[0].sites else None
    if place is None:
        return None
    of_day = gap.span is None and gap.lack is not Lack.TIMES
    return (DayRow(place) if of_day else PlaceRow(place)), (gap.day, band.id)
