"""What the table engine speaks in: raw sheets, what is looked for, and what was read. All frozen, no file access."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import Enum

from dagleder.base.cpr import has_cpr

CellValue = str | int | float | bool | date | time | timedelta
"""What a cell can hold (a datetime is a date)."""


def column_letter(index: int) -> str:
    """'A' for 0, 'AB' for 27, as spreadsheets name their columns."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """0 for 'A', 27 for 'AB'."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of merged cells; rows and columns counted from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SilentCell:
    """A cell that holds something no value can be read from (an error, a formula nobody has computed)."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class CellComment:
    """What somebody wrote beside a cell."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What a sheet holds besides its values."""

    silent: tuple[SilentCell, ...] = ()
    comments: tuple[CellComment, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it stands in the file. `rows` are complete from the first row and column; None is an empty cell."""

    name: str
    rows: tuple[tuple[CellValue | None, ...], ...]
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    beside: Beside = Beside()


class ByValues(Enum):
    """When the values of a column may decide what it is."""

    NEVER = "never"
    WITHOUT_HEADING = "without heading"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class TargetField:
    """Something a column may hold: how its heading is written, and (when that can be told) how its values look.

    `by_values` says when the values alone are enough: under a heading nobody knows, too, or only where
    there is no heading at all (a column 'Pårørende' full of phone numbers is not the employee's phone).
    """

    key: str
    name: str
    headings: tuple[str, ...]
    fits: Callable[[CellValue], bool] | None = None
    by_values: ByValues = ByValues.NEVER


@dataclass(frozen=True, slots=True)
class Target:
    """What a caller looks for. A table has to hold at least one of `needed`, else `missing` is the sentence."""

    fields: tuple[TargetField, ...]
    needed: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table that was found. `confidence` (0–1) is how sure the guess of its field is."""

    index: int
    heading: str
    field: str | None = None
    confidence: float = 0.0
    cpr: bool = False  # a column of CPR numbers: nothing of it was kept

    @property
    def letter(self) -> str:
        return column_letter(self.index)

    @property
    def name(self) -> str:
        """The heading, or the letter of a column without one."""
        return self.heading or self.letter


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the headings; `number` is the spreadsheet's own, counted from 1."""

    number: int
    values: tuple[CellValue | None, ...]


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell that is not part of the table, and why. `row` is counted from 1."""

    sheet: str
    row: int
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class CellPlace:
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SheetSummary:
    name: str
    hidden: bool
    cells: int  # how many of them hold something


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table found in a file. Every cell that holds something is in `rows`, in a heading, in `left` or in `refused`.

    `refused` are the places where a CPR number stood in a cell of the table; none is kept. `comments` are those of
    the cells in `rows`; the others are in `left`.
    """

    file_name: str
    sheet: str
    sheets: tuple[SheetSummary, ...]
    heading_row: int  # counted from 1; 0 when the table has no headings
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    left: tuple[LeftCell, ...] = ()
    refused: tuple[CellPlace, ...] = ()
    comments: Mapping[CellPlace, str] = field(default_factory=dict)
    field_columns: dict[str, Column] = field(default_factory=dict)

    def value(self, row: TableRow, key: str) -> CellValue | None:
        """What stands in the row under field `key`; None when empty or when no column is that field."""
        column = self.field_columns.get(key)
        return None if column is None else row.values[column.index]

    def with_value(self, number: int, key: str, value: CellValue | None) -> "TableRead":
        """The table with another value (None: nothing) in a row's field, as somebody mended it in the preview."""
        return self.with_cell(CellPlace(number, self.field_columns[key].index), value)

    def with_cell(self, place: CellPlace, value: CellValue | None) -> "TableRead":
        """The table with another value in a cell. A CPR number is not taken: empty then, and among the refused."""
        cpr = has_cpr(cell_text(value))
        rows = tuple(
            TableRow(row.number, _with(row.values, place.column, None if cpr else value))
            if row.number == place.row
            else row
            for row in self.rows
        )
        refused = tuple(other for other in self.refused if other != place)
        return replace(self, rows=rows, refused=(*refused, place) if cpr else refused)

    def unused_comment(self, place: CellPlace, why: str = "kommentarer hentes ikke") -> LeftCell:
        """A comment that comes to nothing, as it is told."""
        return LeftCell(self.sheet, place.row, column_letter(place.column), self.comments[place], why)

    def without_field(self) -> Iterator[tuple[Column, tuple[CellPlace, ...]]]:
        """The columns no field was found for (in use nowhere, unless the caller knows better), with their cells."""
        for column in self.columns:
            if column.field is None and not column.cpr:
                filled = (
                    CellPlace(row.number, column.index) for row in self.rows if row.values[column.index] is not None
                )
                if (places := tuple(filled)) or column.heading:
                    yield column, places


def _with(values: tuple[CellValue | None, ...], index: int, value: CellValue | None) -> tuple[CellValue | None, ...]:
    return (*values[:index], value, *values[index + 1 :])


def cell_text(value: CellValue | None) -> str:
    """A cell as its reader would say it: 37.0 is '37', 28.5 is '28,5', a date is '17-08-2020'."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, time):
        return value.strftime("%H.%M")
    return str(value)
