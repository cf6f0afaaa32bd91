"""What people wrote beside cells is read with the table, or told as left."""

from pathlib import Path

import pytest

from dagleder.exchange.tables import COMMENT, read_table, read_table_bytes
from dagleder.exchange.tables_values import CellPlace
from tests.exchange.spreadsheets import raw_ods, raw_xlsx, xlsx
from tests.exchange.test_tables import TARGET

LIST = Path(__file__).parents[1] / "data" / "lille-hus" / "kompetencer-hvem-kan-hvad.xlsx"
ROWS = [["Navn", "Stue"], ["Bo Skov", "Egernet"], ["Ida Holm", "Egernet"]]
COMMENTS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def comments_of(content):
    return read_table_bytes(content, "liste", TARGET).comments


def test_the_comment_of_a_leaders_own_sheet_is_found():
    assert read_table(LIST, TARGET).comments == {CellPlace(6, 2): "vil gerne på kursus til efteråret"}


def test_a_comment_loses_the_name_its_program_put_before_it():
    content = xlsx({"Ark": ROWS}, comments=[("A2", "Zenia:\nkun om onsdagen"), ("B3", "på prøve")])
    assert comments_of(content) == {CellPlace(2, 0): "kun om onsdagen", CellPlace(3, 1): "på prøve"}


def test_libreoffice_keeps_comments_in_the_cell():
    said = (
        "<office:annotation><text:p>vikar</text:p><text:p>til jul</text:p></office:annotation><text:p>Bo Skov</text:p>"
    )
    cell = '<table:table-row><table:table-cell office:value-type="string">{}</table:table-cell></table:table-row>'
    rows = cell.format("<text:p>Navn</text:p>") + cell.format(said)
    table = read_table_bytes(raw_ods(rows), "liste", TARGET)
    assert table.comments == {CellPlace(2, 0): "vikar\ntil jul"}
    assert table.rows[0].values[0] == "Bo Skov"


def test_a_discussion_counts_before_the_comment_that_stands_for_it():
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = {"comments": "../comments1.xml", "threadedComment": "../threadedComments/t1.xml"}
    rels = "".join(
        f'<Relationship Id="{kind}" Type="{relations}/{kind}" Target="{to}"/>' for kind, to in targets.items()
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{rels}</Relationships>",
        "xl/comments1.xml": (
            "<comments><authors><author>Zenia</author></authors><commentList>"
            '<comment ref="A2" authorId="0"><text><t>[Trådet kommentar] Se den i et nyere Excel.</t></text></comment>'
            "</commentList></comments>"
        ),
        "xl/threadedComments/t1.xml": (
            '<ThreadedComments><threadedComment ref="A2"><text>kun om onsdagen</text></threadedComment>'
            "</ThreadedComments>"
        ),
    }
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for n, text in enumerate(("Navn", "Bo Skov"), 1)
    )
    assert comments_of(raw_xlsx(cells, parts=parts)) == {CellPlace(2, 0): "kun om onsdagen"}


@pytest.mark.parametrize("place", ["A1", "A9", "E2"])
def test_a_comment_outside_the_table_is_told_as_left(place):
    table = read_table_bytes(xlsx({"Ark": ROWS}, comments=[(place, "husk nye")]), "liste", TARGET)
    assert table.comments == {}
    assert [(cell.column + str(cell.row), cell.text, cell.why) for cell in table.left] == [(place, "husk nye", COMMENT)]


def test_a_cpr_number_in_a_comment_does_not_come_through():
    content = xlsx({"Ark": ROWS}, comments=[("A2", "hun har 010190-1234"), ("A1", "010190-1234")])
    table = read_table_bytes(content, "liste", TARGET)
    assert "0190" not in repr((table.comments, table.left))
    assert table.comments[CellPlace(2, 0)].startswith("hun har")
