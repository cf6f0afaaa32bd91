"""Looks through a .xlsx or .ods before the reader does.

The reader allocates a full rectangle of cells and trusts the archive's sizes, so a crafted file could end
the process. Here the archive is unpacked piece by piece within limits, and the sheets are measured.
"""

import io
import zipfile
import zlib
from xml.parsers import expat

from dagleder.exchange.tables_limits import (
    MAX_ARCHIVE_PARTS,
    UNPACKED_BASE,
    UNPACKED_FACTOR,
    TableProblem,
    damaged,
    foreign,
    protected,
    too_large_inside,
)
from dagleder.exchange.tables_values import Beside
from dagleder.exchange.tables_xml import PartScan, beside_by_sheet

_CHUNK = 256 * 1024
_SMALL = 1_000_000
_ENCRYPTED_FLAG = 0x1
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = "META-INF/manifest.xml"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    KeyError,
)


def inspect_archive(content: bytes) -> dict[str, Beside]:
    """Checks the archive; gives what each sheet holds besides values, under its name. Raises TableProblem."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_kind(archive)
            return beside_by_sheet(_scan_parts(archive, UNPACKED_BASE + UNPACKED_FACTOR * len(content)))
    except _BROKEN as error:
        raise damaged() from error


def _check_kind(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > MAX_ARCHIVE_PARTS:
        raise too_large_inside()
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise protected()
    names = {info.filename for info in infos}
    if "xl/workbook.bin" in names:
        raise TableProblem("er gemt som .xlsb. Åbn den i Excel, og gem den som .xlsx.")
    if "content.xml" in names:
        if not _beginning(archive, "mimetype").startswith(_ODS_TYPE):
            raise foreign()
        if b"encryption-data" in _beginning(archive, _ODS_MANIFEST):
            raise protected()
    elif not any(name.casefold().startswith("xl/") for name in names):
        raise foreign()


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as stream:
        return stream.read(_SMALL)


def _scan_parts(archive: zipfile.ZipFile, most: int) -> dict[str, PartScan]:
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > most:
        raise too_large_inside()
    scans: dict[str, PartScan] = {}
    for info in infos:
        # Reading to the end checks the part's size and checksum, so sizes that lie are found here.
        with archive.open(info) as stream:
            chunk = stream.read(_CHUNK)
            # Excel writes comments as .vml, which is not always well-formed; the reader never opens it.
            is_xml = chunk.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<") and not info.filename.endswith(
                ".vml"
            )
            scan = PartScan() if is_xml else None
            while chunk:
                if scan:
                    scan.feed(chunk)
                chunk = stream.read(_CHUNK)
            if scan:
                scan.close()
                scans[info.filename] = scan
    return scans
