"""Reads .csv and .tsv: finds the encoding and the separator, and refuses what isn't text."""

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from dagleder.exchange.tables_limits import MAX_AREA, MAX_ROWS, TableProblem, damaged, foreign, too_many_rows
from dagleder.exchange.tables_values import CellValue, RawSheet

_SEPARATORS = (";", "\t", ",", "|")
_NO_SEPARATOR = "\x1f"  # stands in no text that people write
_SAMPLE_ROWS = 60
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"BM",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
    b"\x7fELF",
)
_MARKUP = ("<!doctype", "<html", "<?xml", "<table")
_SLACK = 100  # title rows and totals around the 100,000


def read_text_sheet(content: bytes) -> RawSheet:
    """The one sheet of a text file with separators. Raises TableProblem."""
    text = _decoded(content)
    if text.lstrip()[:10].casefold().startswith(_MARKUP):
        raise TableProblem("er en webside, ikke et regneark. Åbn den i Excel, og gem den som .xlsx.")
    separator, text = _separator(text)
    rows = _rows(text, separator)
    width = max(map(len, rows), default=0)
    if width * len(rows) > MAX_AREA:
        raise too_many_rows()
    return RawSheet("", tuple((*row, *(None,) * (width - len(row))) for row in rows))


def _rows(text: str, separator: str) -> list[tuple[CellValue | None, ...]]:
    rows: list[tuple[CellValue | None, ...]] = []
    filled = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            row = tuple(cell if cell.strip() else None for cell in record)
            rows.append(row)
            filled += any(row)
            if filled > MAX_ROWS + _SLACK or len(rows) > MAX_AREA:
                raise too_many_rows()
    except csv.Error as error:  # a cell of over 131,072 characters: a quotation mark that never ends
        raise damaged() from error
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _decoded(content: bytes) -> str:
    """Text from UTF-8 (with or without its mark), UTF-16 or Windows-1252."""
    if content.startswith(_MAGIC):
        raise foreign()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(content, "utf-16")
    if encoding := _bare_utf16(content):
        return _checked(content, encoding)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; one of them is no reason to refuse a whole list.
        text = content.decode("cp1252", errors="replace")
    return _plain(text)


def _bare_utf16(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of the beginning is a zero."""
    start = content[:2000]
    evens, odds = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odds > half * 0.7 and evens < half * 0.1:
        return "utf-16-le"
    if evens > half * 0.7 and odds < half * 0.1:
        return "utf-16-be"
    return ""


def _checked(content: bytes, encoding: str) -> str:
    try:
        return _plain(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise damaged() from error


def _plain(text: str) -> str:
    """Refuses what isn't written by people: control characters stand in programs, pictures and archives."""
    odd = sum((c < " " and c not in "\t\r\n\x0b\x0c") or c == "\ufffd" for c in text[:20_000])
    if odd * 50 > len(text[:20_000]):
        raise foreign()
    return text.replace("\x00", "")


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without Excel's own 'sep=;' line."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and len(first.rstrip("\r")) == len("sep=;"):
        return first[4], "\n" + rest  # the line keeps its number
    lines = islice(io.StringIO(text, newline=""), _SAMPLE_ROWS * 4)
    head = [line for line in lines if line.strip()][:_SAMPLE_ROWS]
    separator = max(_SEPARATORS, key=lambda s: _agreement(head, s))
    return (_NO_SEPARATOR if separator == "," and _is_one_column(head) else separator), text


def _is_one_column(lines: list[str]) -> bool:
    """'Navn' above nothing but lines as 'Skov, Bo': the comma belongs to the name."""
    heading, *names = lines
    return "," not in heading and all('"' not in name and name.count(",") == name.count(", ") == 1 for name in names)


def _agreement(lines: list[str], separator: str) -> int:
    """How many separators stand in the lines that agree about their number of cells."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0
    return max((count * (width - 1) for width, count in widths.items()), default=0)
