"""Reads .xlsx, .xls and .ods through calamine, after the guards have looked at the file."""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dagleder.exchange.tables_archive import inspect_archive
from dagleder.exchange.tables_limits import MAX_AREA, MAX_SHEETS, damaged, protected, too_many_rows
from dagleder.exchange.tables_ole import OLE_MAGIC, inspect_ole
from dagleder.exchange.tables_values import Beside, CellValue, Merge, RawSheet

_ZIP_MAGIC = b"PK\x03\x04"
_STDERR = 2


def is_workbook(content: bytes) -> bool:
    return content.startswith((_ZIP_MAGIC, OLE_MAGIC))


def read_workbook(content: bytes) -> tuple[RawSheet, ...]:
    """Every sheet of cells in the workbook, hidden ones too. Raises TableProblem."""
    beside: Mapping[str, Beside] = {}
    if content.startswith(_ZIP_MAGIC):
        beside = inspect_archive(content)
    else:
        inspect_ole(content)
    try:
        with _without_reports():
            return _sheets(content, beside)
    except PasswordError as error:
        raise protected() from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise damaged() from error
    except BaseException as error:
        # A panic in the reader is a BaseException of no public class. Nothing else may be swallowed.
        if type(error).__name__ == "PanicException":
            raise damaged() from None
        raise


@contextmanager
def _without_reports() -> Iterator[None]:
    """While the reader works: when it panics it writes pages about its own code on stderr before it is caught here."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a windowed program has none
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)


def _sheets(content: bytes, beside: Mapping[str, Beside]) -> tuple[RawSheet, ...]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        wanted = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        if len(wanted) > MAX_SHEETS:
            raise damaged()
        sheets = []
        area = 0
        for meta in wanted:
            sheet = book.get_sheet_by_name(meta.name)
            area += (sheet.total_height + 1) * (sheet.total_width + 1)
            if area > MAX_AREA:
                raise too_many_rows()
            hidden = meta.visible != SheetVisibleEnum.Visible
            sheets.append(RawSheet(meta.name, _rows(sheet), hidden, _merges(sheet), beside.get(meta.name, Beside())))
        return tuple(sheets)


def _rows(sheet: CalamineSheet) -> tuple[tuple[CellValue | None, ...], ...]:
    return tuple(tuple(map(_value, row)) for row in sheet.to_python(skip_empty_area=False))


def _value(value: str | float | bool | time | date | datetime | timedelta) -> CellValue | None:  # noqa: FBT001 -- a cell
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(Merge(*first, *last) for first, last in ranges)
