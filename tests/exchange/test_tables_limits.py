"""Files made to hurt: they are refused with a sentence, in little time and memory."""

import io
import struct
import zipfile
from itertools import count

import pytest

from dagleder.base.errors import UserProblem
from dagleder.exchange import tables_archive
from dagleder.exchange.tables import read_table_bytes
from dagleder.exchange.tables_files import read_bytes
from dagleder.exchange.tables_limits import MAX_ROWS
from tests.exchange.spreadsheets import archive, ole, raw_ods, raw_xlsx, record, xls
from tests.exchange.test_tables import TARGET

CELL = '<c r="{0}"><v>1</v></c>'
ODS_CELL = '<table:table-cell office:value-type="float" office:value="1" {0}/>'
ODS_ROW = "<table:table-row {0}>{1}</table:table-row>"
MANY_LABELS = record(0x0203, struct.pack("<HHHd", 65535, 255, 0, 1.0))
SHARED = record(0xFC, struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0))
BILLION = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'

HURTFUL = {
    "two cells in opposite corners": raw_xlsx(
        f'<row r="1">{CELL.format("A1")}</row><row r="1048576">{CELL.format("XFD1048576")}</row>'
    ),
    "a column there cannot be": raw_xlsx(f'<row r="1">{CELL.format("ZZZ1")}</row>'),
    "a place that is none": raw_xlsx(f'<row r="1">{CELL.format("1A")}</row>'),
    "a row that is no number": raw_xlsx('<row r="x"></row>'),
    "strings announced that are not there": raw_xlsx(
        "", parts={"xl/sharedStrings.xml": '<sst count="9" uniqueCount="99999999999999"/>'}
    ),
    "a count that is no number": raw_xlsx("", more='<mergeCells count="-1"/>'),
    "entities": raw_xlsx("", parts={"xl/extra.xml": f"{BILLION}<x>&b;</x>"}),
    "a value repeated over the whole sheet": raw_ods(
        ODS_ROW.format('table:number-rows-repeated="1048576"', ODS_CELL.format('table:number-columns-repeated="16384"'))
    ),
    "rows repeated": raw_ods(ODS_ROW.format('table:number-rows-repeated="200000"', ODS_CELL.format(""))),
    "an old sheet of corners": xls([["Navn"]], before=MANY_LABELS),
    "many cells side by side": xls(
        [["Navn"]], before=record(0xBD, struct.pack("<HH", 65535, 0) + b"\0" * 6 + struct.pack("<H", 65535))
    ),
    "shared strings of an old sheet": ole({"Workbook": record(0x0809, b"\0" * 16) + SHARED + record(0x0A, b"")}),
    "an old workbook without sheets": ole({"Workbook": record(0x0809, b"\0" * 16) + record(0x0A, b"")}),
    "an old workbook with a thousand sheets": ole(
        {"Workbook": b"".join(record(0x85, struct.pack("<I", n)) for n in range(1000))}
    ),
}


@pytest.mark.parametrize("content", HURTFUL.values(), ids=HURTFUL)
def test_a_hurtful_file_is_refused(content):
    with pytest.raises(UserProblem):
        read_bytes(content, "liste.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(tables_archive, "UNPACKED_BASE", 1_000_000)
    bomb = archive({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": " " * 5_000_000})
    with pytest.raises(UserProblem, match="pakkes ud"):
        read_bytes(bomb, "bombe.xlsx")


def test_sizes_that_lie_are_found_out():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<a>" + " " * 100_000 + "</a>")
    content = bytearray(target.getvalue())
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)  # 'ten bytes unpacked'
    with pytest.raises(UserProblem, match="beskadiget"):
        read_bytes(bytes(content), "bombe.xlsx")


def test_an_archive_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(tables_archive, "MAX_ARCHIVE_PARTS", 3)
    with pytest.raises(UserProblem, match="pakkes ud"):
        read_bytes(archive({f"xl/{n}.xml": "<a/>" for n in range(5)}), "bombe.xlsx")


def test_a_comment_part_that_is_not_well_formed_does_no_harm():
    content = raw_xlsx(
        '<row r="1"><c r="A1"><v>1</v></c></row>', parts={"xl/drawings/vmlDrawing1.vml": "<xml><br></xml>"}
    )
    assert read_bytes(content, "liste.xlsx")[0].rows == ((1.0,),)


def test_a_hundred_thousand_rows_are_read_and_one_more_is_not():
    lines = [f"Person {number};Egernet" for number in range(MAX_ROWS)]
    assert len(read_table_bytes("\n".join(["Navn;Stue", *lines]).encode(), "l.csv", TARGET).rows) == MAX_ROWS
    with pytest.raises(UserProblem, match="over 100"):
        read_table_bytes("\n".join(["Navn;Stue", *lines, "En Mere;Egernet"]).encode(), "l.csv", TARGET)


def test_a_million_rows_stop_early():
    numbers = count()
    text = "\n".join(f"P {next(numbers)};x" for _ in range(1_000_000))
    with pytest.raises(UserProblem, match="over 100"):
        read_bytes(text.encode(), "l.csv")


def test_a_quotation_mark_that_never_ends_is_told():
    with pytest.raises(UserProblem, match="beskadiget"):
        read_bytes(b'Navn;Stue\n"' + b"Bo Skov;Egernet\n" * 20_000, "l.csv")


def test_a_line_longer_than_any_cell_is_told():
    with pytest.raises(UserProblem, match="beskadiget"):
        read_bytes(b"Navn;Stue\n" + b"x" * 200_000, "l.csv")


def test_a_text_of_nothing_but_separators_in_one_line_is_too_much():
    with pytest.raises(UserProblem, match="over 100"):
        read_bytes(b"a\n" * 2000 + b";" * 5000 + b"x", "l.csv")
