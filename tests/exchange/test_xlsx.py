from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from dagleder.base.text import printable
from dagleder.exchange.xlsx import Sheet, render_xlsx


def _opened(*sheets: Sheet):
    return openpyxl.load_workbook(BytesIO(render_xlsx(sheets, title="Liste")))


def test_a_list_is_one_heading_row_and_a_row_per_thing():
    book = _opened(
        Sheet("Møder", ("Møde", "Dato", "Start", "Timer"), (("Stuemøde", date(2026, 3, 12), time(13, 30), 1.5),))
    )
    sheet = book.worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Møde", "Dato", "Start", "Timer"],
        ["Stuemøde", datetime(2026, 3, 12), time(13, 30), 1.5],
    ]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Møder", "A2", "A1:D2")
    assert sheet["C2"].number_format == "h.mm"


def test_hostile_texts_are_cells_of_text(hostile_texts):
    rows = tuple((text, text) for text in hostile_texts)
    sheet = _opened(Sheet("Liste", ("A", "B"), rows)).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    entered = [printable(text, keep="\n\t").replace("\r", "\n") for row in rows for text in row]
    assert [cell.value or "" for cell in cells] == entered


@pytest.mark.parametrize(("value", "kept"), [(-3, -3), (Decimal("2.5"), 2.5), (0, 0), (None, None), ("", None)])
def test_numbers_stay_numbers_and_nothing_stays_nothing(value, kept):
    assert _opened(Sheet("L", ("A",), ((value,),))).worksheets[0]["A2"].value == kept


@pytest.mark.parametrize(
    ("name", "kept"), [("Møder [2026]: A/B", "Møder  2026   A B"), ("", "Liste"), ("x" * 40, "x" * 31), ("'a'", "a")]
)
def test_a_sheet_gets_a_name_that_spreadsheets_take(name, kept):
    assert _opened(Sheet(name, ("A",), ())).sheetnames == [kept]


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis():
    value = _opened(Sheet("L", ("A",), (("æ" * 40_000,),))).worksheets[0]["A2"].value
    assert isinstance(value, str)
    assert (len(value), value[-1]) == (32_767, "…")


def test_a_date_before_spreadsheets_count_is_written_as_text():
    assert _opened(Sheet("L", ("A",), ((date(1899, 5, 1),),))).worksheets[0]["A2"].value == "01-05-1899"


def test_the_same_list_gives_the_same_bytes():
    sheet = Sheet("L", ("A",), (("x",), ("y",)))
    assert render_xlsx([sheet], title="T") == render_xlsx([sheet], title="T")
