"""Lists as spreadsheets. Text is written as text, whatever it begins with: no cell can become a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from dagleder.base.dates import day_digits
from dagleder.base.text import printable

Value = str | int | float | Decimal | date | time | None

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- the same list gives the same bytes
_MOST_LETTERS = 32_767  # of one cell, Excel's limit
_MOST_ROWS = 1_048_575  # below the heading
_SHEET_NAME_LETTERS = 31
_FIRST_YEAR = 1900  # spreadsheets count days from here
_NARROWEST, _WIDEST = 6, 60
_MEASURED_ROWS = 500
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One heading row and a row per thing. Dates are real dates, a `time` is shown as 13.00."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def render_xlsx(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """The sheets as an .xlsx file; the first one is the list itself."""
    import xlsxwriter  # noqa: PLC0415 -- the window starts without it

    target = BytesIO()
    book = xlsxwriter.Workbook(
        target,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": _clean(title), "author": "Dagleder", "created": _MADE})
    formats = {
        "heading": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "dd-mm-yyyy", "align": "left"}),
        "time": book.add_format({"num_format": "h.mm", "align": "left"}),
    }
    for sheet in sheets:
        _write_sheet(book.add_worksheet(_sheet_name(sheet.name)), sheet, formats)
    book.close()
    return target.getvalue()


def _write_sheet(target: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for column, heading in enumerate(sheet.headings):
        target.write_string(0, column, _clean(heading), formats["heading"])
        target.set_column(column, column, _width(sheet, column))
    for number, row in enumerate(sheet.rows[:_MOST_ROWS], start=1):
        for column, value in enumerate(row):
            _write(target, (number, column), value, formats)
    target.freeze_panes(1, 0)
    if sheet.headings:
        target.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.headings) - 1)
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    target.repeat_rows(0)


def _write(target: Any, place: tuple[int, int], value: Value, formats: dict[str, Any]) -> None:
    match value:
        case None | "":
            pass
        case str():
            target.write_string(*place, _clean(value))
        case date() if value.year >= _FIRST_YEAR:
            target.write_datetime(*place, value, formats["date"])
        case time():
            target.write_datetime(*place, value, formats["time"])
        case date():
            target.write_string(*place, day_digits(value))
        case _:
            target.write_number(*place, value)


def _clean(text: str) -> str:
    """Text a cell can hold: printable, and not longer than Excel takes."""
    whole = printable(text, keep="\n\t")
    return whole if len(whole) <= _MOST_LETTERS else whole[: _MOST_LETTERS - 1] + "…"


def _sheet_name(name: str) -> str:
    return _clean(name).translate(_NOT_IN_SHEET_NAMES).strip(" '")[:_SHEET_NAME_LETTERS] or "Liste"


def _width(sheet: Sheet, column: int) -> int:
    """As wide as its longest text, within reason."""
    longest = max((_letters(row[column]) for row in sheet.rows[:_MEASURED_ROWS]), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 1, len(sheet.headings[column]) + 3))


def _letters(value: Value) -> int:
    return len("dd-mm-yyyy") if isinstance(value, date) else len(str(value or ""))
