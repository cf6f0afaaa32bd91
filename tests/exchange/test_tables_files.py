"""Which files the table engine takes, and the sentence for each it doesn't."""

from pathlib import Path

import pytest
from python_calamine import CalamineError, PasswordError

from dagleder.base.errors import UserProblem
from dagleder.exchange import tables_workbook
from dagleder.exchange.tables_files import read_bytes, read_file
from dagleder.exchange.tables_limits import MAX_BYTES
from tests.exchange.spreadsheets import archive, ods, ole, raw_ods, raw_xlsx, record, xls, xlsx

ROWS = [["Navn", "Timer"], ["Søs Gramkow", "28,5"], ["Åse Ærø", "20"]]
TEXT = "Navn;Timer\r\nSøs Gramkow;28,5\r\nÅse Ærø;20\r\n"


def rows_of(content, name="liste"):
    return [list(row) for row in read_bytes(content, name)[0].rows]


@pytest.mark.parametrize("make", [lambda rows: xlsx({"Ark": rows}), ods, xls], ids=["xlsx", "ods", "xls"])
def test_every_kind_of_workbook_gives_the_same_rows(make):
    assert rows_of(make(ROWS)) == ROWS


def test_an_old_workbook_may_be_smaller_than_a_sector():
    assert rows_of(xls(ROWS, small=True)) == ROWS


@pytest.mark.parametrize("error", [PasswordError, CalamineError, type("PanicException", (BaseException,), {})])
def test_whatever_the_reader_raises_becomes_a_sentence(monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(tables_workbook, "_sheets", fail)
    with pytest.raises(UserProblem, match="adgangskode" if error is PasswordError else "beskadiget"):
        read_bytes(xlsx({"Ark": ROWS}), "liste.xlsx")


def test_an_interruption_is_not_swallowed(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(tables_workbook, "_sheets", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_bytes(xlsx({"Ark": ROWS}), "liste.xlsx")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace(";", "\t").encode("cp1252"),
        TEXT.replace(";", "|").encode(),
        TEXT.replace("28,5", '"28,5"').replace(";", ",").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16", "le", "be", "tab", "pipe", "comma", "lf", "cr"],
)
def test_text_is_read_in_every_encoding_and_with_every_separator(content):
    assert rows_of(content) == ROWS


def test_excels_own_line_about_the_separator_is_obeyed_and_counts_as_a_line():
    assert rows_of(f"sep=,\r\n{TEXT.replace('28,5', '28').replace(';', ',')}".encode())[1] == ["Navn", "Timer"]


def test_quoted_cells_may_hold_separators_line_ends_and_quotes():
    assert rows_of(b'Navn;Note\nBo Skov;"a;b\nc ""d"""\n') == [["Navn", "Note"], ["Bo Skov", 'a;b\nc "d"']]


def test_a_decimal_comma_is_no_separator():
    lines = "".join(f"Person {n};{n},5\n" for n in range(20))
    assert rows_of(f"Navn;Timer\n{lines}I alt\n".encode())[1] == ["Person 0", "0,5"]


def test_one_column_of_names_with_a_comma_is_one_column():
    assert rows_of(b"Navn\nSkov, Bo\nHolm, Ida Marie\n") == [["Navn"], ["Skov, Bo"], ["Holm, Ida Marie"]]


PASSWORD_XLS = xls(ROWS, before=record(0x2F, b"\0" * 54))
REFUSED = {
    "empty": (b"", "er tom"),
    "blank": (b" \r\n\t\n", "er tom"),
    "only separators": (b";;;\n;;\n", "er tom"),
    "empty workbook": (xlsx({"Ark": []}), "er tom"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "er ikke et regneark"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "er ikke et regneark"),
    "noise": (bytes(range(256)) * 40, "er ikke et regneark"),
    "web page": (b"<html><table><tr><td>Navn</td></tr></table></html>", "er en webside"),
    "archive": (archive({"a.txt": "hej"}), "er ikke et regneark"),
    "word": (archive({"word/document.xml": "<x/>"}), "er ikke et regneark"),
    "text document": (
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "er ikke et regneark",
    ),
    "xlsb": (archive({"xl/workbook.bin": b"\0"}), "som .xlsx"),
    "half a workbook": (xlsx({"Ark": ROWS})[:-300], "er beskadiget"),
    "damaged sheet": (raw_xlsx("<row><c"), "er beskadiget"),
    "half an xls": (xls(ROWS)[:1500], "er beskadiget"),
    "not even an ole file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "er beskadiget"),
    "old word": (ole({"WordDocument": b"x"}), "er ikke et regneark"),
    "protected xlsx": (ole({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "adgangskode"),
    "protected xls": (PASSWORD_XLS, "adgangskode"),
    "protected ods": (raw_ods("", manifest="<encryption-data/>"), "adgangskode"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_used_gets_a_sentence(content, sentence):
    with pytest.raises(UserProblem) as refused:
        read_bytes(content, "liste.xlsx")
    assert refused.value.sentence.startswith("“liste.xlsx” ")
    assert sentence in refused.value.sentence


def test_an_archive_with_a_password_is_protected():
    content = bytearray(xlsx({"Ark": ROWS}))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(UserProblem, match="adgangskode"):
        read_bytes(bytes(content), "liste.xlsx")


def test_missing_files_folders_and_huge_files_get_a_sentence(tmp_path):
    with pytest.raises(UserProblem, match="findes ikke"):
        read_file(tmp_path / "nej.xlsx")
    with pytest.raises(UserProblem, match="er en mappe"):
        read_file(tmp_path)
    huge = tmp_path / "stor.csv"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UserProblem, match="højst 20 MB"):
        read_file(huge)


def test_a_name_no_system_takes_gets_a_sentence(tmp_path):
    with pytest.raises(UserProblem, match="kan ikke læses"):
        read_file(tmp_path / "a\0b.xlsx")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
def test_what_never_ends_is_too_large():
    with pytest.raises(UserProblem, match="højst 20 MB"):
        read_file(Path("/dev/zero"))
