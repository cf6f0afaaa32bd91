"""What a step of work changed, as values that can be kept, shown and turned round."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# A row as the file holds it: column → number, text or None. Dates are ISO text, truth is 0 or 1.
StoredValue = int | float | str | None
StoredRow = dict[str, StoredValue]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; `before` is None for a new row, `after` for a removed one."""

    table: str
    row_id: int
    before: StoredRow | None
    after: StoredRow | None

    def fields(self) -> frozenset[str]:
        """The columns whose value differs; every column of a new or removed row."""
        if self.before is None or self.after is None:
            return frozenset(self.before or self.after or ())
        return frozenset(name for name, value in self.after.items() if self.before.get(name) != value)

    def reverse(self) -> "RowChange":
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one `writing` (or an undo, redo) changed, told to whoever shows the tables."""

    name: str
    rows: tuple[RowChange, ...]
    whole_house: frozenset[str] = frozenset()  # the tables that may all be new, after a backup was restored

    @property
    def tables(self) -> frozenset[str]:
        return self.whole_house | {row.table for row in self.rows}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A column by which the rows of `table` belong to a row of `parent`."""

    table: str
    column: str
    parent: str


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One line of the history."""

    step: int
    at: datetime
    by: str
    name: str
    undone: bool


Recorded = tuple[HistoryStep, RowChange]


@dataclass(frozen=True, slots=True)
class RecordedAbout:
    """What the history holds of one row and of all that ever belonged to it, oldest first."""

    ids: Mapping[str, frozenset[int]]  # by table: the row itself, and those that belonged to it
    changes: tuple[Recorded, ...]
