"""A staff list on its way in: the file, what was chosen and mended in it, and what taking it in would do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dagleder.exchange.tables import Choices, read_table
from dagleder.exchange.tables_values import TableRead
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.staff.import_values import ImportPlan
from dagleder.staff.service import StaffService


@dataclass(frozen=True)
class Wishes:
    """What she has chosen so far. `mended` are texts by row and field."""

    path: Path
    choices: Choices = field(default_factory=Choices)
    mended: Mapping[tuple[int, str], str] = field(default_factory=dict)
    waiting: frozenset[int] = frozenset()

    def with_sheet(self, name: str) -> "Wishes":
        """Another sheet is another list: nothing chosen before fits it."""
        return Wishes(self.path, Choices(sheet=name))

    def with_column(self, index: int, key: str | None) -> "Wishes":
        columns = {**(self.choices.columns or {}), index: key}
        return replace(self, choices=replace(self.choices, columns=columns))

    def with_text(self, row: int, key: str, text: str) -> "Wishes":
        return replace(self, mended={**self.mended, (row, key): text})

    def without(self, cells: Iterable[tuple[int, str]]) -> "Wishes":
        """With nothing in these rows' fields."""
        return replace(self, mended={**self.mended, **dict.fromkeys(cells, "")})

    def with_waiting(self, row: int) -> "Wishes":
        """The row waits, or no longer does."""
        return replace(self, waiting=self.waiting ^ {row})


@dataclass(frozen=True)
class Reading:
    """The list as wished, and what taking it in would do."""

    wishes: Wishes
    table: TableRead
    plan: ImportPlan


def read(wishes: Wishes, staff: StaffService) -> Reading:
    """Raises UserProblem with a sentence when the file (or the sheet) cannot be used."""
    table = read_table(wishes.path, STAFF_TARGET, wishes.choices)
    for (row, key), text in wishes.mended.items():
        if key in table.field_columns:
            table = table.with_value(row, key, text or None)
    return Reading(wishes, table, staff.plan_import(table, wishes.waiting))
