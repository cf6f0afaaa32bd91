"""The staff list on paper and as a spreadsheet, which the import knows again."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.tables import read_table_bytes
from dagleder.exchange.xlsx import render_xlsx
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.staff.people import StaffRow
from dagleder.staff.reports import staff_list_paper

HOSTILE = ["=1+1", "+45 12", "-3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "<b>Bo</b>", "a;=1", '"=1']


@pytest.fixture
def listed(staff, hire, egernet, spurven):
    hire("Nanna Granly", egernet, role="P", minutes=1710, start=date(2024, 6, 1), phone="20000014", mail="n@example.dk")
    hire("Bo Skov", spurven, number="0041", role="PM")
    hire("Ida Holm", end=date(2025, 12, 31))
    hire("Eva Lund", start=date(2027, 1, 1))
    return staff


def sheet_rows(staff, year=None):
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx([staff.list_sheet(year)], title="Medarbejdere")))
    return list(book.worksheets[0].values)


def test_the_first_sheet_is_one_heading_row_and_a_row_per_person(listed):
    headings, *rows = sheet_rows(listed)
    assert headings[:3] == ("Medarbejdernr.", "Fornavn", "Efternavn")
    assert [row[1] for row in rows] == ["Nanna", "Bo", "Eva"]
    assert rows[0][4:8] == ("Pædagog", "Egernet", 28.5, rows[0][7])
    assert rows[0][7].date() == date(2024, 6, 1)
    assert rows[1][0] == "0041"


def test_of_a_year_everyone_employed_in_it_is_listed(listed):
    assert [row[1] for row in sheet_rows(listed, 2025)[1:]] == ["Nanna", "Bo", "Ida"]


def test_the_paper_has_everyone_under_the_stue(listed):
    pages = PdfReader(io.BytesIO(render_pdf(listed.list_paper()))).pages
    text = "\n".join(page.extract_text() for page in pages)
    order = [text.index(word) for word in ("Egernet", "Nanna Granly", "Spurven", "Bo Skov", "Uden stue", "Eva Lund")]
    assert order == sorted(order)
    assert "28,5" in text
    assert "fortroligt" in text
    assert "Ida Holm" not in text


@pytest.mark.parametrize(("people", "pages"), [(20, 1), (34, 1), (60, 2)])
def test_no_page_of_the_list_is_begun_for_a_line_or_two(people, pages):
    facts: dict[str, Any] = {
        "role": "P",
        "start": None,
        "end": None,
        "mail": "n@example.dk",
        "phone": "20000014",
        "minutes": 2220,
    }
    row = StaffRow(1, None, "Nanna", "Granly", "", "NG", team_id=1, team="", **facts)
    rows = [row._replace(team=f"Stue {n // 12}") for n in range(people)]
    paper = staff_list_paper(rows, "Børnehuset", date(2026, 3, 12))
    found = PdfReader(io.BytesIO(render_pdf(paper))).pages
    assert len(found) == pages
    assert found[-1].extract_text().count("Granly") > 3


def test_an_empty_house_has_a_paper_too(staff):
    (page,) = PdfReader(io.BytesIO(render_pdf(staff.list_paper()))).pages
    assert "Ingen medarbejdere endnu." in page.extract_text()


def test_the_list_written_is_read_back_without_a_change(listed):
    content = render_xlsx([listed.list_sheet()], title="Medarbejdere")
    plan = listed.import_staff(read_table_bytes(content, "liste.xlsx", STAFF_TARGET))
    assert (plan.added, plan.changed, plan.left_out, plan.warnings) == ((), (), (), ())
    assert len(plan.unchanged) == 3


def test_no_name_becomes_a_formula(staff, hire):
    for number, text in enumerate(HOSTILE):
        hire(f"{text} Hansen", notes=text, mail=text, number=f"{text}{number}")
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx([staff.list_sheet()], title="x")))
    cells = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
