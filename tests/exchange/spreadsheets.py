"""Makes small spreadsheets of every kind the engine reads, also ones that no program would write."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

Rows = Sequence[Sequence[Any]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def xlsx(
    sheets: dict[str, Rows],
    *,
    hidden: Sequence[str] = (),
    merged: Sequence[str] = (),
    comments: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A workbook as Excel writes it; `merged` are ranges ('A2:A4') and `comments` cells of the first sheet."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    book = xlsxwriter.Workbook(target, options)
    for number, (name, rows) in enumerate(sheets.items()):
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        _write_cells(sheet, rows, book.add_format({"num_format": "dd-mm-yyyy"}))
        for reference, said in comments if number == 0 else ():
            sheet.write_comment(reference, said, {"author": "Zenia"})
        for reference in merged if number == 0 else ():
            sheet.merge_range(reference, "")
            first = reference.partition(":")[0]
            sheet.write_string(first, str(rows[int(first[1:]) - 1][ord(first[0]) - ord("A")]))
    book.close()
    return target.getvalue()


def _write_cells(sheet: Any, rows: Rows, day: Any) -> None:
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(r, c, value)
            elif value is not None:
                sheet.write(r, c, value, day if hasattr(value, "year") else None)


def raw_xlsx(sheet_data: str, *, more: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A workbook of one sheet with this XML in it, whatever it says."""
    office, spreadsheet = "application/vnd.openxmlformats-package", "application/vnd.openxmlformats-officedocument"
    types = (
        _element("Default", Extension="xml", ContentType="application/xml"),
        _element("Default", Extension="rels", ContentType=f"{office}.relationships+xml"),
        _element("Override", PartName="/xl/workbook.xml", ContentType=f"{spreadsheet}.spreadsheetml.sheet.main+xml"),
    )
    sheet = '<sheet name="Ark" sheetId="1" r:id="rId1"/>'
    files = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{"".join(types)}</Types>',
        "_rels/.rels": _relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheet}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"),
        "xl/worksheets/sheet1.xml": (
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{sheet_data}</sheetData>{more}</worksheet>'
        ),
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}"/>',
    }
    return archive(files | (parts or {}))


def _relations(**targets: str) -> str:
    found = (
        _element("Relationship", Id=f"rId{number}", Type=f"{_REL}/{kind}", Target=target)
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'


def _element(name: str, **attributes: str) -> str:
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in attributes.items())}/>"


def ods(rows: Rows) -> bytes:
    """A sheet as LibreOffice writes it, with everything as text or number."""
    cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return raw_ods(cells)


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    said = 'office:value-type="string"'
    if not isinstance(value, str):
        said = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {said}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def raw_ods(rows: str, *, manifest: str = "") -> bytes:
    """A sheet with this XML in it, whatever it says."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    body = f'<office:spreadsheet><table:table table:name="Ark">{rows}</table:table></office:spreadsheet>'
    return archive(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'{_XML}<manifest xmlns="{names}:manifest:1.0">{manifest}</manifest>',
            "content.xml": (
                f"{_XML}<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
            ),
        }
    )


def archive(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return target.getvalue()


# --- the old .xls: OLE2 with BIFF8 records, by [MS-CFB] and [MS-XLS] ------------------------------

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xls(rows: Rows, *, before: bytes = b"", small: bool = False) -> bytes:
    """A sheet as Excel 97 wrote it; `before` are records to put before the sheet's end."""
    cells = b"".join(
        _biff_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row) if value is not None
    )
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + before + record(0x0A, b"")
    name = b"Ark"
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    bound_length = 4 + 8 + len(name)
    offset = len(start) + bound_length + 4
    bound = record(0x85, struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name)
    return ole({"Workbook": start + bound + record(0x0A, b"") + sheet}, small=small)


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _biff_cell(row: int, column: int, value: Any) -> bytes:
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text) // 2, 1) + text)
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def ole(streams: dict[str, bytes], *, small: bool = False) -> bytes:
    """A file system of these streams. Padded past the size below which streams share sectors, or `small`."""
    if small:
        return _small_ole(streams)
    data, chains, entries = b"", list[int](), [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, stream) in enumerate(streams.items(), start=1):
        first = len(data) // _SECTOR
        data, chains = _appended(data, chains, stream.ljust(4096, b"\0"))
        entries.append(_entry(name, 2, first, (len(chains) - first) * _SECTOR, right=_next(number, streams)))
    return _with_directory(data, chains, entries, mini_fat=_END)


def _small_ole(streams: dict[str, bytes]) -> bytes:
    """Streams in pieces of 64 bytes, which lie one after another in the root's own stream."""
    pieces, links, entries = b"", list[int](), list[bytes]()
    for number, (name, stream) in enumerate(streams.items(), start=1):
        first, count = len(links), -(-len(stream) // 64)
        links += [*range(first + 1, first + count), _END]
        pieces += stream.ljust(count * 64, b"\0")
        entries.append(_entry(name, 2, first, len(stream), right=_next(number, streams)))
    data, chains = _appended(b"", [], pieces)
    mini_fat = len(chains)
    data, chains = _appended(data, chains, struct.pack(f"<{len(links)}I", *links), fill=b"\xff")
    root = _entry("Root Entry", 5, 0, len(pieces), child=1)
    return _with_directory(data, chains, [root, *entries], mini_fat=mini_fat)


def _next(number: int, streams: dict[str, bytes]) -> int:
    return number + 1 if number < len(streams) else _FREE


def _appended(data: bytes, chains: list[int], more: bytes, fill: bytes = b"\0") -> tuple[bytes, list[int]]:
    padded = more + fill * (-len(more) % _SECTOR)
    first, count = len(chains), len(padded) // _SECTOR
    return data + padded, [*chains, *range(first + 1, first + count), _END]


def _with_directory(data: bytes, chains: list[int], entries: list[bytes], *, mini_fat: int) -> bytes:
    directory = len(chains)
    data, chains = _appended(data, chains, b"".join(entries))
    fat_at = len(chains)
    fat = struct.pack(f"<{len(chains) + 1}I", *chains, _FAT).ljust(_SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    minis = 1 if mini_fat != _END else 0
    header += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, mini_fat, minis, _END, 0)
    return header + struct.pack("<109I", fat_at, *[_FREE] * 108) + data + fat


def _entry(name: str, kind: int, start: int, size: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, right, child)
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + links
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
