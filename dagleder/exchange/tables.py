"""The one engine for reading tables: finds the table in whatever spreadsheet people have, and says what it left.

It knows no feature. A caller says by a `Target` what it looks for, gets a `TableRead`, shows the guessed
columns, and may read again with another sheet or other columns. Nothing is dropped in silence, and no CPR
number comes through.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dagleder.base.cpr import has_cpr, without_cpr
from dagleder.base.errors import UserProblem
from dagleder.exchange.tables_columns import Headings, find_headings, guess_columns
from dagleder.exchange.tables_files import read_bytes, read_file
from dagleder.exchange.tables_limits import MAX_ROWS, too_many_rows
from dagleder.exchange.tables_values import (
    CellPlace,
    CellValue,
    Column,
    LeftCell,
    RawSheet,
    SheetSummary,
    TableRead,
    TableRow,
    Target,
    cell_text,
    column_letter,
)

ABOVE = "står over tabellen"
OTHER_SHEET = "står i et ark, der ikke er læst"
UNREADABLE = "kan ikke læses"
COMMENT = "en kommentar uden for tabellen"
CPR_COLUMN = "ligner CPR-numre, som Dagleder ikke har brug for"
_HIDDEN_CPR = "••••••"

Row = tuple[CellValue | None, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the leader chose instead of the guesses: a sheet, and for some columns (from 0) a field or None."""

    sheet: str | None = None
    columns: Mapping[int, str | None] | None = None


def read_table(path: Path, target: Target, choices: Choices | None = None) -> TableRead:
    """The table in a file. Raises UserProblem with a sentence when the file as such can't be used."""
    return _read(read_file(path), path.name, target, choices or Choices())


def read_table_bytes(content: bytes, name: str, target: Target, choices: Choices | None = None) -> TableRead:
    """As `read_table`, from the content of a file."""
    return _read(read_bytes(content, name), name, target, choices or Choices())


def _read(sheets: Sequence[RawSheet], name: str, target: Target, choices: Choices) -> TableRead:
    sheet, headings = _choose_sheet(sheets, target, choices)
    below = _filled_merges(sheet, headings.row + 1)
    heading_cells: Row = (
        sheet.rows[headings.row] if headings.row >= 0 else (None,) * max(map(len, sheet.rows), default=0)
    )
    columns = guess_columns(heading_cells, [row for _, row in below], target, choices.columns or {})
    columns = tuple(_masked(column) for column in columns)
    if not any(column.field in target.needed for column in columns):
        raise UserProblem(target.missing.format(name=name), field="file")
    if len(below) > MAX_ROWS:
        raise UserProblem(f"“{name}” {too_many_rows().what}", field="file")
    rows, refused = _without_cpr_cells(below, columns)
    comments = _comments(sheet, rows, columns)
    return TableRead(
        file_name=name,
        sheet=sheet.name,
        sheets=tuple(SheetSummary(s.name, s.hidden, sum(1 for _ in _cells(s))) for s in sheets),
        heading_row=headings.row + 1,
        columns=columns,
        rows=rows,
        left=(*_left(sheets, sheet, headings.row, columns), *_left_comments(sheets, sheet, comments)),
        refused=refused,
        comments=comments,
        field_columns={column.field: column for column in columns if column.field},
    )


def _choose_sheet(sheets: Sequence[RawSheet], target: Target, choices: Choices) -> tuple[RawSheet, Headings]:
    """The sheet asked for, else the visible one whose headings fit best; hidden ones only when nothing else fits.

    A sheet with the needed column goes before one with more of the others.
    """
    if choices.sheet is not None:
        named = next((sheet for sheet in sheets if sheet.name == choices.sheet), None)
        if named is None:
            raise UserProblem(f"Filen har ikke noget ark, der hedder “{choices.sheet}”.", field="sheet")
        return named, find_headings(named.rows, target)
    found = [(sheet, find_headings(sheet.rows, target)) for sheet in sheets]
    return max(
        found,
        key=lambda item: (item[1].score > 0, not item[0].hidden, item[1].named, item[1].score, len(item[0].rows)),
    )


def _filled_merges(sheet: RawSheet, first: int) -> list[tuple[int, Row]]:
    """The rows that hold something, with their index; a cell merged downwards counts for each of its rows."""
    rows: dict[int, Row] = {
        index: row for index, row in enumerate(sheet.rows[first:], first) if any(v is not None for v in row)
    }
    for merge in sheet.merges:
        origin = rows.get(merge.first_row)
        if origin is None or merge.first_row == merge.last_row or merge.first_column >= len(origin):
            continue
        value, column = origin[merge.first_column], merge.first_column
        for index in range(merge.first_row + 1, min(merge.last_row, len(sheet.rows) - 1) + 1):
            if (row := rows.get(index)) is not None and row[column] is None:
                rows[index] = (*row[:column], value, *row[column + 1 :])
    return list(rows.items())


def _masked(column: Column) -> Column:
    """A heading may hold a number too (a list without headings)."""
    heading = without_cpr(column.heading, _HIDDEN_CPR)
    return Column(column.index, heading, column.field, column.confidence, column.cpr)


def _without_cpr_cells(
    below: Iterable[tuple[int, Row]], columns: Sequence[Column]
) -> tuple[tuple[TableRow, ...], tuple[CellPlace, ...]]:
    dropped = {column.index for column in columns if column.cpr}
    rows: list[TableRow] = []
    refused: list[CellPlace] = []
    for index, row in below:
        hit = {i for i, value in enumerate(row) if value is not None and i not in dropped and has_cpr(cell_text(value))}
        refused.extend(CellPlace(index + 1, i) for i in sorted(hit))
        kept = tuple(None if i in hit or i in dropped else value for i, value in enumerate(row))
        rows.append(TableRow(index + 1, kept))
    return tuple(rows), tuple(refused)


def _left(
    sheets: Sequence[RawSheet], chosen: RawSheet, heading_row: int, columns: Sequence[Column]
) -> Iterable[LeftCell]:
    """Every cell outside the table, with the reason."""
    cpr = {column.index for column in columns if column.cpr}
    for sheet in sheets:
        for row, column, text in _cells(sheet):
            if sheet is not chosen:
                yield _left_cell(sheet, row, column, text, OTHER_SHEET)
            elif row < heading_row:
                yield _left_cell(sheet, row, column, text, ABOVE)
            elif row > heading_row and column in cpr:
                yield _left_cell(sheet, row, column, _HIDDEN_CPR, CPR_COLUMN)
        for cell in sheet.beside.silent:
            yield _left_cell(sheet, cell.row, cell.column, cell.text, UNREADABLE)


def _comments(sheet: RawSheet, rows: Iterable[TableRow], columns: Sequence[Column]) -> dict[CellPlace, str]:
    """What was written beside the cells of the table."""
    numbers = {row.number for row in rows}
    known = {column.index for column in columns if not column.cpr}
    return {
        CellPlace(said.row + 1, said.column): without_cpr(said.text, _HIDDEN_CPR)
        for said in sheet.beside.comments
        if said.row + 1 in numbers and said.column in known
    }


def _left_comments(sheets: Iterable[RawSheet], chosen: RawSheet, taken: Mapping[CellPlace, str]) -> Iterable[LeftCell]:
    for sheet in sheets:
        for said in sheet.beside.comments:
            if sheet is not chosen or CellPlace(said.row + 1, said.column) not in taken:
                yield _left_cell(sheet, said.row, said.column, said.text, COMMENT)


def _left_cell(sheet: RawSheet, row: int, column: int, text: str, why: str) -> LeftCell:
    return LeftCell(sheet.name, row + 1, column_letter(column), without_cpr(text, _HIDDEN_CPR), why)


def _cells(sheet: RawSheet) -> Iterable[tuple[int, int, str]]:
    for index, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if value is not None:
                yield index, column, cell_text(value)
