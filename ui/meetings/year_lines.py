"""Where everything of the year's grid stands: rows, months and chips as boxes, and which chip is next. No widgets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect

from dagleder.meetings.states import HELD
from dagleder.meetings.year_plan import PlanCell, PlanRow

NAME, HEAD = 132, 28
CHIP_HEIGHT, CHIP_WIDTH, CHIP_GAP = 22, 30, 2
_LEAST_ROW, _ROOM = 46, 10
NAME_LEFT, NAME_ICON, NAME_GAP, NAME_RIGHT = 12, 18, 7, 4
MONTHS = 12
CODED_STYLE = "caption"  # of a day with the code of its stue


@dataclass(frozen=True)
class Spot:
    """A chip: its row, its month (0–11) and which of the month's it is."""

    row: int
    month: int
    number: int


def has_code(cell: PlanCell) -> bool:
    return bool(cell.code) and cell.state != HELD


def coded_text(cell: PlanCell) -> str:
    """'4 Ma': the day and its stue."""
    return f"{cell.day} {cell.code}"


@dataclass(frozen=True)
class YearLines:
    """The rows laid out in a width; `scale` is the text size in per cent, `names` the height each row's name takes.

    `coded` is the width that a day with the code of its stue needs, 0 where no two are to be told apart.
    """

    rows: Sequence[PlanRow]
    width: int
    scale: int = 100
    names: Sequence[int] = ()
    coded: int = 0

    def px(self, pixels: int) -> int:
        return round(pixels * self.scale / 100)

    @property
    def head(self) -> int:
        return self.px(HEAD)

    @property
    def name(self) -> int:
        return self.px(NAME)

    @property
    def name_room(self) -> int:
        """The width a kind's name has beside its icon."""
        return self.name - NAME_LEFT - NAME_ICON - NAME_GAP - NAME_RIGHT

    @cached_property
    def _heights(self) -> tuple[int, ...]:
        chip, gap, room = self.px(CHIP_HEIGHT + CHIP_GAP), self.px(CHIP_GAP), self.px(_ROOM)
        names = self.names or (0,) * len(self.rows)
        most = (max(len(cells) for cells in row.months) for row in self.rows)
        return tuple(
            max(self.px(_LEAST_ROW), count * chip - gap + room, name + room)
            for count, name in zip(most, names, strict=True)
        )

    @property
    def height(self) -> int:
        return self.head + sum(self._heights)

    def row_box(self, number: int) -> QRect:
        top = self.head + sum(self._heights[:number])
        return QRect(0, top, self.width, self._heights[number])

    def month_span(self, month: int) -> tuple[int, int]:
        """Left edge and width of a month's column."""
        room = self.width - self.name
        left, right = (self.name + room * at // MONTHS for at in (month, month + 1))
        return left, right - left

    def chip_box(self, spot: Spot) -> QRect:
        left, width = self.month_span(spot.month)
        box = self.row_box(spot.row)
        count = len(self.rows[spot.row].months[spot.month])
        step, high = self.px(CHIP_HEIGHT + CHIP_GAP), self.px(CHIP_HEIGHT)
        top = box.top() + (box.height() - (count * step - self.px(CHIP_GAP))) // 2 + spot.number * step
        wide = min(self.px(CHIP_WIDTH), width - 4)
        if self.tells_stue(self.cell(spot)):
            wide = max(wide, self.coded)
        return QRect(left + (width - wide) // 2 + 1, top, wide, high)

    def tells_stue(self, cell: PlanCell) -> bool:
        """Whether the stue stands in the chip: in all of them or none, as there is room; not where it has been held."""
        narrowest = (self.width - self.name) // MONTHS
        return has_code(cell) and self.coded <= narrowest - 2

    def spots(self) -> Iterator[Spot]:
        """Every chip, row by row in order of time."""
        for row, line in enumerate(self.rows):
            for month, cells in enumerate(line.months):
                for number in range(len(cells)):
                    yield Spot(row, month, number)

    def cell(self, spot: Spot) -> PlanCell:
        return self.rows[spot.row].months[spot.month][spot.number]

    def spot_of(self, meeting_id: int) -> Spot | None:
        return next((spot for spot in self.spots() if self.cell(spot).meeting_id == meeting_id), None)

    def spot_at(self, x: int, y: int) -> Spot | None:
        return next((spot for spot in self.spots() if self.chip_box(spot).adjusted(-2, -1, 2, 2).contains(x, y)), None)

    # going about

    def beside(self, spot: Spot, step: int) -> Spot:
        """The chip in the next (1) or previous (-1) month of the row that has any, as far down as this one."""
        row = self.rows[spot.row]
        ahead = range(spot.month + step, MONTHS if step > 0 else -1, step)
        month = next((month for month in ahead if row.months[month]), None)
        return spot if month is None else Spot(spot.row, month, min(spot.number, len(row.months[month]) - 1))

    def below(self, spot: Spot, step: int) -> Spot:
        """The chip under (1) or over (-1) this one: in its month, else the nearest month of the next row."""
        number = spot.number + step
        if 0 <= number < len(self.rows[spot.row].months[spot.month]):
            return Spot(spot.row, spot.month, number)
        row = spot.row + step
        if not 0 <= row < len(self.rows):
            return spot
        held = [month for month, cells in enumerate(self.rows[row].months) if cells]
        month = min(held, key=lambda month: abs(month - spot.month))
        return Spot(row, month, 0 if step > 0 else len(self.rows[row].months[month]) - 1)

    def end_of_row(self, spot: Spot, *, last: bool) -> Spot:
        held = [month for month, cells in enumerate(self.rows[spot.row].months) if cells]
        month = held[-1 if last else 0]
        return Spot(spot.row, month, len(self.rows[spot.row].months[month]) - 1 if last else 0)
